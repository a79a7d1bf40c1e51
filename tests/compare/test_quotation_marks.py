"""Utterances in every style of quotation marks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.quotation_marks import quoted
from reader.text.spans import Span


def utterances(text: str) -> list[str]:
    return [stretch.span.of(text) for stretch in quoted(text, [Span(0, len(text))])]


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
        ('He said “we go" and left.', ['“we go"']),
        ('He said "we go” and left.', ['"we go”']),
        ("He said “we go“ and left.", ["“we go“"]),
        ("“He told “go” twice,” she said.", ["“He told “go” twice,”"]),
        ("“He told “go twice,” she said. “Yes.”", ["“He told “go twice,”", "“Yes.”"]),
        ("Hon sade ”vi går” och gick.", ["”vi går”"]),
        ("``We go,'' he said.", ["``We go,''"]),
        ("“First.\n“Second,” she said.", ["“First.", "“Second,”"]),
    ],
)
def test_utterances(text: str, expected: list[str]) -> None:
    assert utterances(text) == expected


@given(st.text(alphabet="“”‘’«»„\"' ab.\n", max_size=200))
def test_any_marks_give_spans_in_order(text: str) -> None:
    found = list(quoted(text, [Span(0, len(text))]))
    assert all(0 <= s.span.start < s.span.end <= len(text) for s in found)
    assert all(s.span.contains(s.inner) and s.inner.of(text) == s.inner.of(text).strip() for s in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_what_stands_between_the_marks() -> None:
    text = "Il dit « on part » et « on reste.\n\nIl pleut."
    first, second = quoted(text, [Span(0, len(text))])
    assert (first.inner.of(text), first.closed) == ("on part", True)
    assert (second.inner.of(text), second.closed) == ("on reste.", False)
