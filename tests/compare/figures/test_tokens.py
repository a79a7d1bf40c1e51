"""Words, numbers and signs, each with its place in the untouched text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.figures.tokens import words
from reader.text.spans import Span


def written(text: str) -> list[str]:
    return [word.text for word in words(text, Span(0, len(text))).words]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It's 3.5 p.m. in the U.S.", ["It's", "3.5", "p.m.", "in", "the", "U.S."]),
        ("22,24,26", ["22", ",", "24", ",", "26"]),
        ("2½million", ["2", "½", "million"]),
        ("40'000 and 6'2", ["40'000", "and", "6", "'", "2"]),
        ("people² in 3 km²", ["people", "in", "3", "km²"]),
        ("12³ peo\u00adple", ["12", "people"]),
        ("1\u200b000 house\u200ds\u2060", ["1000", "houses"]),
    ],
)
def test_what_is_written(text: str, expected: list[str]) -> None:
    assert written(text) == expected


@given(st.text(alphabet=st.sampled_from(list("a1 ,.'²½\u00ad\u200b-")), max_size=40))
def test_words_stand_in_order_in_the_text(text: str) -> None:
    last = 0
    for word in words(text, Span(0, len(text))).words:
        assert last <= word.start < word.end <= len(text)
        assert text[word.start : word.end].replace("\u00ad", "").replace("\u200b", "") == word.text
        last = word.end
