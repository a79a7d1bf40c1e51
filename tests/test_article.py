"""What an article is called."""

import pytest

from reader.article import Article, Provenance, provenances


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


def test_where_fields_come_from_survives_json_and_nonsense() -> None:
    told = [["url", "page"], ["headline", "reader"], ["text", "page"], ["byline", "heaven"], "outlet", 3, ["url"]]
    known = provenances(told)
    assert known == (("headline", Provenance.READER), ("url", Provenance.PAGE))
    assert provenances(dict(known)) == known
    assert provenances(None) == ()
    article = Article("a1", "Text.", provenance=known)
    assert article.provenance_of("url") is Provenance.PAGE
    assert article.provenance_of("outlet") is None
