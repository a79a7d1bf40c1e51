"""The words that differ between two wordings."""

import pytest

from reader.compare.passages.differences import differences, differing
from reader.text.spans import Span


def test_words_that_differ() -> None:
    left, right = "The old mayor said we GO home.", "The mayor said that we go back."
    mine, yours = differences(left, Span(0, len(left)), right, Span(0, len(right)))
    assert [s.of(left) for s in mine] == ["old", "home"]
    assert [s.of(right) for s in yours] == ["that", "back"]


def test_no_difference() -> None:
    assert differences("Été – ici", Span(0, 9), "ete, ici", Span(0, 8)) == ((), ())


@pytest.mark.parametrize(
    ("text", "base", "words"),
    [
        ("We had twenty minutes and not one more", "We had twenty minutes, no more", ["and not one"]),
        ("KOVAR said “no”.", "Kovář said no", []),
        ("one two", "", ["one two"]),
        ("", "one", []),
        ("a b c d", "b d", ["a", "c"]),
        ("the lamp", "the lamp went out", []),
        ("🔥 dark lamp", "lamp", ["dark"]),
    ],
)
def test_what_the_base_has_not_there(text: str, base: str, words: list[str]) -> None:
    assert [span.of(text) for span in differing(text, base)] == words


def test_a_monster_takes_no_time() -> None:
    assert len(differing("word " * 20_000, "other")) == 1
