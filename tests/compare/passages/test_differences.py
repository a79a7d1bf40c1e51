"""The words that differ between two wordings."""

from reader.compare.passages.differences import differences
from reader.text.spans import Span


def test_words_that_differ() -> None:
    left, right = "The old mayor said we GO home.", "The mayor said that we go back."
    mine, yours = differences(left, Span(0, len(left)), right, Span(0, len(right)))
    assert [s.of(left) for s in mine] == ["old", "home"]
    assert [s.of(right) for s in yours] == ["that", "back"]


def test_no_difference() -> None:
    assert differences("Été – ici", Span(0, 9), "ete, ici", Span(0, 8)) == ((), ())
