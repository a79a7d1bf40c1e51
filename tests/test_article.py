"""What an article is called."""

import pytest

from reader.article import Article


@pytest.mark.parametrize(
    ("known", "name"),
    [
        ({"outlet": "The Post", "path": "/news/post.txt", "headline": "Fire"}, "The Post"),
        ({"path": "/news/harbour-post.txt", "headline": "Fire"}, "harbour-post"),
        ({"headline": "Fire"}, "Fire"),
        ({}, "a1"),
    ],
)
def test_the_best_known_name(known: dict[str, str], name: str) -> None:
    assert Article("a1", "Text.", **known).name == name
