"""Texts are counted in words, and in signs where a writing has no spaces."""

import pytest

from reader import wording
from reader.text.length import length_of


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("A crane fell, they said.", 5), ("", 0), ("港口发生火灾，14人死亡。", 10), ("港の火災で 14 人が死亡", 10),
        ("ไฟไหม้", 5), ("항구에서 불이 났다", 3), ("Peking 北京 said", 4),
    ],
)  # fmt: skip
def test_lengths(text: str, length: int) -> None:
    assert length_of(text) == length


@pytest.mark.parametrize(
    ("language", "words"), [("en", "1,200 words"), ("zh-Hans", "1,200 characters"), ("ja", "1,200 characters")]
)
def test_what_is_counted_is_named(language: str, words: str) -> None:
    assert wording.length(1200, language) == words
