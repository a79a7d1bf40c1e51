"""Every kind of finding has words, and the words are right."""

import math
from dataclasses import replace

import pytest

from reader import wording
from reader.compare.comparison import (
    Bounds,
    Comparison,
    Coverage,
    LedgerRow,
    Modifier,
    Reason,
    ReasonKind,
    Relation,
    Verdict,
)
from reader.compare.subjects import Finding, Kind
from reader.text.spans import Span


def test_every_kind_has_words() -> None:
    assert all(wording.verdict(v) and wording.verdict_meaning(v) for v in Verdict)
    assert all(wording.relation(r) and wording.relation_meaning(r) for r in Relation)
    assert [m for m in Modifier if not wording.modifier(m)] == [Modifier.NONE]
    assert all(wording.why(Reason(k, Bounds(1, 2), Bounds(3, 4))) for k in ReasonKind)


@pytest.mark.parametrize(
    ("value", "dimension", "said"),
    [
        (5800.0, "count", "5,800"), (0, "count", "0"), (1.25, "count", "1.25"), (1994, "year", "1994"),
        (-3, "count", "-3"),
        (2_500_000.0, "money", "2.5 million"), (2_000_000_000.0, "money", "2 billion"),
        (1_234_567, "count", "1,234,567"),
        (0.001, "share", "0.001"), (1 / 3, "share", "0.333"), (math.inf, "count", "without end"), (3.4, "share", "3.4"),
    ],
)  # fmt: skip
def test_number(value: float, dimension: str, said: str) -> None:
    assert wording.number(value, dimension) == said


@pytest.mark.parametrize(
    ("bounds", "said"),
    [
        (Bounds(7200, 8000, high_open=True), "7,200 to 8,000 km"),
        (Bounds(2000, None, low_open=True), "more than 2,000 km"),
        (Bounds(164, None), "164 or more km"), (Bounds(5, 5), "5 km"), (Bounds(0, 50), "50 or less km"),
        (Bounds(0, 50, high_open=True), "less than 50 km"), (Bounds(3, math.inf), "3 or more km"),
    ],
)  # fmt: skip
def test_bounds(bounds: Bounds, said: str) -> None:
    assert wording.bounds(bounds, "km") == said


@pytest.mark.parametrize(
    ("bounds", "unit", "said"),
    [
        (Bounds(1, 1), "year", "1 year"), (Bounds(2, 2), "year", "2 years"), (Bounds(1, 2), "day", "1 to 2 days"),
        (Bounds(0.5, 0.5), "mile", "0.5 miles"), (Bounds(1, 1), "person", "1 person"), (Bounds(6, 6), "foot", "6 feet"),
        (Bounds(1, 1), "USD", "1 USD"), (Bounds(3, None), "century", "3 or more centuries"),
    ],
)  # fmt: skip
def test_units_after_one_and_after_many(bounds: Bounds, unit: str, said: str) -> None:
    assert wording.bounds(bounds, unit) == said


def test_what_is_counted_and_what_was_decided_have_words() -> None:
    assert wording.scope("people hurt") == "people hurt"
    assert wording.scope("") == ""
    assert wording.decision("dismissed") == "Dismissed by the reader"
    assert wording.decision("something new") == "Decided by the reader"
    assert wording.decision("joined") == wording.decision("split") == "Decided by the reader"


ALMOST = Bounds(7200, 8000, high_open=True)
PLAIN = Bounds(5750, 5850)


@pytest.mark.parametrize(
    ("reason", "left", "right", "said"),
    [
        (Reason(ReasonKind.OUTSIDE, PLAIN, ALMOST), "5,800", "almost 8,000", "5,800 lies outside 7,200 to 8,000"),
        (Reason(ReasonKind.OUTSIDE, ALMOST, PLAIN), "almost 8,000", "5,800", "5,800 lies outside 7,200 to 8,000"),
        (Reason(ReasonKind.OUTSIDE, PLAIN, Bounds(164, 164)), "5,800", "164", "5,800 is not 164"),
        (
            Reason(ReasonKind.USUALLY_APART, Bounds(24, 36, low_open=True), Bounds(164, 164)),
            "more than two dozen", "164",
            "“more than two dozen” usually means 24 to 36; 164 lies outside",
        ),
        (Reason(ReasonKind.OVERLAP, ALMOST, Bounds(7500, None)), "almost 8,000", "over 7,500",
         "both can mean 7,500 to 8,000"),
        (Reason(ReasonKind.SAME, PLAIN, PLAIN), "5,800", "5,800", "both say 5,800"),
        (Reason(ReasonKind.OUTSIDE, Bounds(1, 2), Bounds(10, 30)), "", "",
         "1 to 2 and 10 to 30 have no number in common"),
        (
            Reason(ReasonKind.OUTSIDE, ALMOST, Bounds(5220, 6380)),
            "almost 8,000", "some 5,800",
            "“almost 8,000” (7,200 to 8,000) and “some 5,800” (5,220 to 6,380) have no number in common",
        ),
        (
            Reason(ReasonKind.USUALLY_APART, Bounds(24, 36, low_open=True), Bounds(164, 246)),
            "over two dozen", "at least 164",
            "usually, “over two dozen” (24 to 36) and “at least 164” (164 to 246) have no number in common",
        ),
        (
            Reason(ReasonKind.USUALLY_APART, PLAIN, Bounds(164, 164)), "5,800", "164",
            "5,800 and 164 can both hold to the letter, but usually do not mean the same",
        ),
    ],
)  # fmt: skip
def test_why(reason: Reason, left: str, right: str, said: str) -> None:
    assert wording.why(reason, left, right) == said


def test_shares_never_round_to_nothing_or_to_all() -> None:
    assert [wording.share(s) for s in (0, 0.001, 0.5, 0.999, 1)] == ["0%", "under 1%", "50%", "99%", "100%"]


def test_coverage_names_only_what_there_is() -> None:
    assert wording.coverage(Coverage("a", 0.5)) == "50% of its text is found elsewhere"
    said = wording.coverage(Coverage("a", 0.5, (Span(0, 3),), (1, 2)))
    assert said == "50% of its text is found elsewhere; 1 sentence only here; lacks 2 passages that most others have"


def test_a_row_says_that_a_reader_regrouped_it_and_when_nothing_stands_against_its_figures() -> None:
    row = LedgerRow("people killed", Verdict.CONSISTENT, (), (), regrouped=True)
    assert wording.counted(row) == "people killed (regrouped by the reader)"
    assert wording.counted(replace(row, regrouped=False)) == "people killed"
    assert wording.standing(row) == "not compared"


def test_what_the_reader_dismissed_is_left_out_of_the_counts_and_said() -> None:
    rows = (Verdict.CONFLICT, Verdict.CONFLICT, Verdict.TENSION, Verdict.AGREE)
    found = Comparison((), ledger=tuple(LedgerRow("people", one, (), ()) for one in rows))
    gone = [Finding(Kind.FIGURES, at) for at in range(4)]
    assert wording.clashes(found) == "2 conflicts, 1 in tension"
    assert wording.clashes(found, gone[:1]) == "1 conflict, 1 in tension, 1 dismissed"
    assert wording.clashes(found, gone[3:]) == "2 conflicts, 1 in tension"
    assert wording.clashes(found, gone) == "No conflicts left: 3 dismissed."
    assert wording.clashes(Comparison(())) == "No conflicts found."
    assert "Of 2 rows of figures: 1 in tension: people (in tension)." in wording.finding(found, gone[:2])
    assert "The reader dismissed 2 more." in wording.finding(found, gone[:2])
