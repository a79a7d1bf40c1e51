"""Utterances in every style of quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.marks import quoted
from reader.text.spans import Span


def utterances(text: str) -> list[str]:
    return [span.of(text) for span in quoted(text, [Span(0, len(text))])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we go” and left.", ["“we go”"]),
        ('He said "we go" and left.', ['"we go"']),
        ("Er sagte „wir gehen“ und ging.", ["„wir gehen“"]),
        ("Il dit « on part » et partit.", ["« on part »"]),
        ("She said ‘we go’ and left.", ["‘we go’"]),
        ("She said 'we go' and left.", ["'we go'"]),
        ("“He told me ‘go’ twice,” she said.", ["“He told me ‘go’ twice,”"]),
        ("“We go,” he said, “and then we stay.”", ["“We go,”", "“and then we stay.”"]),
        ("“We go. ”said the leader.", ["“We go. ”"]),
        ("The dogs' owners and the cats' owners met.", []),
        ("It’s the people’s choice.", []),
        ("“We go and never end.\n\nThe mayor left.", ["“We go and never end."]),
        ('"First line.\n"Second line," she said.', ['"First line.', '"Second line,"']),
        ('There are five.\nNo more. "', []),
    ],
)
def test_utterances(text: str, expected: list[str]) -> None:
    assert utterances(text) == expected


@given(st.text(alphabet="“”‘’«»„\"' ab.\n", max_size=200))
def test_any_marks_give_spans_in_order(text: str) -> None:
    found = list(quoted(text, [Span(0, len(text))]))
    assert all(0 <= s.start < s.end <= len(text) for s in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
