"""Sentences with exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.text.sentences import sentences, unwrapped


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two.", ["One.", "Two."]),
        ("U.S. security chiefs met Lt. Gen. Roe. He left.", ["U.S. security chiefs met Lt. Gen. Roe.", "He left."]),
        ("He came at 5 p.m. Monday. Then he left.", ["He came at 5 p.m. Monday.", "Then he left."]),
        ("A headline\nThe text begins.", ["A headline", "The text begins."]),
        ("A line that is\nwrapped goes on.", ["A line that is\nwrapped goes on."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.of(text) for s in sentences(text)] == expected


@given(st.text())
def test_every_word_is_in_one_sentence(text: str) -> None:
    found = list(sentences(text))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
    assert len(unwrapped(text)) == len(text)


def test_half_a_character_is_kept() -> None:
    text = "A boat \ud83d sank. Nobody \udc80 was hurt."
    assert [s.of(text) for s in sentences(text)] == ["A boat \ud83d sank.", "Nobody \udc80 was hurt."]
