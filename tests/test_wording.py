"""Every kind of finding has words, and the words are right."""

import math
from dataclasses import replace

import pytest

from reader import wording
from reader.article import Article
from reader.compare.comparison import (
    Bounds,
    Comparison,
    Coverage,
    Doubt,
    Excerpt,
    Figure,
    Judgement,
    LedgerRow,
    Modifier,
    Quantity,
    Reason,
    ReasonKind,
    Relation,
    Scope,
    Verdict,
)
from reader.compare.finding_ids import Finding, SubjectKind
from reader.text.spans import Span


def test_every_kind_has_words() -> None:
    assert all(wording.verdict(v) and wording.verdict_meaning(v) for v in Verdict)
    assert all(wording.relation(r) and wording.relation_meaning(r) for r in Relation)
    assert all(wording.doubt(d) for d in Doubt)
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
        (Reason(ReasonKind.OUTSIDE, PLAIN, ALMOST), "5,800", "almost 8,000", "5,800 is far below “almost 8,000”"),
        (Reason(ReasonKind.OUTSIDE, ALMOST, PLAIN), "almost 8,000", "5,800", "5,800 is far below “almost 8,000”"),
        (Reason(ReasonKind.OUTSIDE, PLAIN, Bounds(164, 164)), "5,800", "164", "164 is far below 5,800"),
        (Reason(ReasonKind.OUTSIDE, Bounds(2, 2), Bounds(3, 3)), "two", "three", "two is below three"),
        (Reason(ReasonKind.OUTSIDE, Bounds(12, 12), Bounds(14, 14)), "12", "Fourteen",
         "12 is below “Fourteen”"),
        (Reason(ReasonKind.OUTSIDE, Bounds(90, 110), Bounds(115, 115)), "about 100", "115",
         "“about 100” (90 to 110) is below 115"),
        (Reason(ReasonKind.OUTSIDE, Bounds(0, 50, high_open=True), Bounds(55, None)), "under 50", "at least 55",
         "“under 50” is below “at least 55”"),
        (
            Reason(ReasonKind.USUALLY_APART, Bounds(24, 36, low_open=True), Bounds(164, 164)),
            "more than two dozen", "164",
            "“more than two dozen” usually means far less than 164",
        ),
        (Reason(ReasonKind.USUALLY_APART, Bounds(250, 500), Bounds(100, 100)), "up to 500", "100",
         "100 is far below what “up to 500” usually means"),
        (Reason(ReasonKind.USUALLY_APART, Bounds(250, 500), Bounds(240, 240)), "up to 500", "240",
         "240 is far below what “up to 500” usually means"),
        (Reason(ReasonKind.OVERLAP, ALMOST, Bounds(7500, None)), "almost 8,000", "over 7,500",
         "“almost 8,000” and “over 7,500” can both be true"),
        (Reason(ReasonKind.OVERLAP, Bounds(10, None), Bounds(12, 12)), "at least 10", "12", "12 fits “at least 10”"),
        (Reason(ReasonKind.OVERLAP, Bounds(5790, 5834), PLAIN), "5,812", "5,800",
         "5,812 and 5,800 are the same, rounded"),
        (Reason(ReasonKind.OVERLAP, ALMOST, Bounds(7500, None)), "", "", "both can mean 7,500 to 8,000"),
        (Reason(ReasonKind.SAME, PLAIN, PLAIN), "5,800", "5,800", "both say 5,800"),
        (Reason(ReasonKind.CONVERTED, Bounds(10, 10), Bounds(9.66, 9.66)), "10 km", "six miles",
         "10 km and six miles are the same in different units, within rounding"),
        (Reason(ReasonKind.OUTSIDE, Bounds(1, 2), Bounds(10, 30)), "", "", "1 to 2 is far below 10 to 30"),
        (
            Reason(ReasonKind.OUTSIDE, ALMOST, Bounds(5220, 6380)),
            "almost 8,000", "some 5,800",
            "“some 5,800” is far below “almost 8,000”",
        ),
        (
            Reason(ReasonKind.USUALLY_APART, Bounds(24, 36, low_open=True), Bounds(164, 246)),
            "over two dozen", "at least 164",
            "“over two dozen” usually means far less than “at least 164”",
        ),
        (
            Reason(ReasonKind.USUALLY_APART, PLAIN, Bounds(164, 164)), "5,800", "164",
            "5,800 and 164 can both hold to the letter, but usually do not mean the same",
        ),
    ],
)  # fmt: skip
def test_why(reason: Reason, left: str, right: str, said: str) -> None:
    assert wording.why(reason, left, right) == said


@pytest.mark.parametrize(
    ("dimension", "low", "high", "left", "right", "said"),
    [
        ("year", 1987, 1989, "1987", "1989", "1987 is earlier than 1989"),
        ("age", 34, 58, "34-year-old", "aged 58", "34-year-old is younger than aged 58"),
        ("duration", 3, 9, "three days", "nine days", "three days is far shorter than nine days"),
        ("duration", 3, 4, "three days", "four days", "three days is shorter than four days"),
        ("date", 314, 402, "14 March", "2 April", "14 March is not 2 April"),
        ("rank", 3, 4, "third", "fourth", "third is not fourth"),
    ],
)
def test_why_in_the_words_of_what_is_measured(
    dimension: str, low: int, high: int, left: str, right: str, said: str
) -> None:
    reason = Reason(ReasonKind.OUTSIDE, Bounds(low, low), Bounds(high, high))
    assert wording.why(reason, left, right, dimension=dimension) == said


def test_pairs_of_numbers_are_not_ordered() -> None:
    for one, other in ((Bounds(48, 52), Bounds(49, 51)), (Bounds(0, 1), Bounds(20, 30))):
        assert wording.why(Reason(ReasonKind.OUTSIDE, one, other), "52-48", "51-49", dimension="tally") == (
            "52-48 is not 51-49"
        )


def test_shares_never_round_to_nothing_or_to_all() -> None:
    assert [wording.share(s) for s in (0, 0.001, 0.5, 0.999, 1)] == ["0%", "under 1%", "50%", "99%", "100%"]


def test_coverage_names_only_what_there_is() -> None:
    assert wording.coverage(Coverage("a", 0.5)) == "50% of its text is found elsewhere"
    said = wording.coverage(Coverage("a", 0.5, (Span(0, 3),), (1, 2)))
    assert (
        said
        == "50% of its text is found elsewhere; 1 sentence only in this account; lacks 2 passages that most others have"
    )


def test_a_row_says_that_a_reader_regrouped_it_and_when_nothing_stands_against_its_figures() -> None:
    row = LedgerRow("people killed", Verdict.CONSISTENT, (), (), regrouped=True)
    assert wording.counted(row) == "people killed (regrouped by the reader)"
    assert wording.counted(replace(row, regrouped=False)) == "people killed"
    assert wording.standing(row) == "not compared"


def test_what_the_reader_dismissed_is_left_out_of_the_counts_and_said() -> None:
    rows = (Verdict.CONFLICT, Verdict.CONFLICT, Verdict.TENSION, Verdict.AGREE)
    found = Comparison((), ledger=tuple(LedgerRow("people", one, (), ()) for one in rows))
    gone = [Finding(SubjectKind.FIGURES, at) for at in range(4)]
    assert wording.clashes(found) == "2 conflicts, 1 may conflict"
    assert wording.clashes(found, gone[:1]) == "1 conflict, 1 may conflict, 1 dismissed"
    assert wording.clashes(found, gone[3:]) == "2 conflicts, 1 may conflict"
    assert wording.clashes(found, gone) == "No conflicts left: 3 dismissed."
    assert wording.clashes(Comparison(())) == "No conflicts found."
    assert "Of 2 rows of figures: 1 may conflict: people (may conflict)." in wording.finding(found, gone[:2])
    assert "The reader dismissed 2 more." in wording.finding(found, gone[:2])


def of_verdicts(*verdicts: Verdict) -> Comparison:
    return Comparison((), ledger=tuple(LedgerRow(f"boats {one}", one, (), ()) for one in verdicts))


def test_what_is_worth_a_look_is_counted_apart_and_is_no_conflict() -> None:
    mixed = of_verdicts(Verdict.CONFLICT, Verdict.TENSION, Verdict.LOOK, Verdict.LOOK, Verdict.AGREE)
    assert wording.clashes(mixed) == "1 conflict, 1 may conflict, 2 worth a look"
    gone = [Finding(SubjectKind.FIGURES, at) for at in range(3)]
    assert wording.clashes(mixed, gone[:1]) == "1 may conflict, 2 worth a look, 1 dismissed"
    assert wording.clashes(mixed, gone) == "No conflicts left: 2 dismissed; 1 worth a look, 1 dismissed."
    only = of_verdicts(Verdict.LOOK, Verdict.AGREE)
    assert wording.clashes(only) == "No conflicts found; 1 worth a look."
    assert "No conflicts found; 1 worth a look: boats look (worth a look)." in wording.finding(only)


def test_an_articles_own_words_stand_in_quotation_marks_within_a_sentence() -> None:
    found = Comparison((), ledger=(LedgerRow(" put the cost at …", Verdict.CONFLICT, (), ()),))
    assert "1 conflict: “put the cost at …” (conflict)." in wording.finding(found)
    assert wording.counted(found.ledger[0]) == "put the cost at …"


REASON = Reason(ReasonKind.OUTSIDE, Bounds(9, 9), Bounds(10, 10))


@pytest.mark.parametrize(
    ("verdict", "confidence", "doubts", "said"),
    [
        (Verdict.CONFLICT, 0.95, (Doubt.OTHER_WORDS,), ""),
        (Verdict.CONFLICT, 0.7, (), "fairly sure that both count the same"),
        (Verdict.TENSION, 0.55, (Doubt.PLACE_ON_ONE_SIDE,), "not sure that both count the same: only one says where"),
        (Verdict.LOOK, 0.3, (Doubt.PLACE_ON_ONE_SIDE, Doubt.TIME_ON_ONE_SIDE),
         "not sure that both count the same: only one says where, only one says when"),
        (Verdict.LOOK, 0.9, (), "it looks as if both count the same"),
        (Verdict.AGREE, 1.0, (), ""),
    ],
)  # fmt: skip
def test_how_sure_it_is_is_said_where_it_is_not_or_only_worth_a_look(
    verdict: Verdict, confidence: float, doubts: tuple[Doubt, ...], said: str
) -> None:
    judged = Judgement(0, 1, verdict, REASON, confidence=confidence, doubts=doubts)
    assert wording.sureness(judged) == said
    row = row_of(mention(ONE, "9 km", 9), mention(OTHER, "six miles", 6), verdict)
    assert wording.judgement(BOTH, row, replace(judged, update=True)) == "; ".join(
        filter(None, ("9 km is below six miles", said, "may be an update: the later article has the higher count"))
    )


def mention(article: Article, words: str, value: float, **more: object) -> Figure:
    start = article.text.index(words)
    exact = Bounds(value, value)
    quantity = Quantity((value, value), exact, exact, **{k: v for k, v in more.items() if k not in VOICES})
    voices = {k: Span(article.text.index(v), article.text.index(v) + len(v)) for k, v in more.items() if k in VOICES}
    return Figure(Excerpt(article.id, Span(start, start + len(words))), Span(0, 1), quantity, Scope("boats"), **voices)


VOICES = ("said_by", "as_of")
ONE = Article("one", "The mayor said on Friday that the first barge left at 07:37 GMT, 9 km upstream.")
OTHER = Article("two", "The first barge left at 3:37 a.m. EDT, or at 2:37 p.m. local time, six miles upstream.")
BOTH = Comparison((ONE, OTHER))


def row_of(left: Figure, right: Figure, verdict: Verdict) -> LedgerRow:
    judged = Judgement(0, 1, verdict, Reason(ReasonKind.OUTSIDE, left.quantity.strict, right.quantity.strict))
    return LedgerRow("boats", verdict, (left, right), (judged,))


def test_who_says_a_figure_and_as_of_when_in_the_articles_words() -> None:
    both = mention(ONE, "9 km", 9, said_by="The mayor", as_of="on Friday")
    assert wording.source(ONE, both) == "The mayor, on Friday"
    assert wording.source(ONE, replace(both, as_of=None)) == wording.said_by(ONE, both) == "The mayor"
    assert wording.as_of(ONE, replace(both, as_of=None)) == ""
    assert wording.source(OTHER, mention(OTHER, "six miles", 6)) == ""


def test_times_of_different_zones_are_not_ordered_by_their_numbers() -> None:
    first = mention(ONE, "07:37 GMT", 457, dimension="clock", zone="gmt")
    for words, verdict, said in (
        ("3:37 a.m. EDT", Verdict.CONSISTENT, "07:37 GMT and 3:37 a.m. EDT are one time in different zones"),
        ("2:37 p.m. local", Verdict.CONFLICT, "07:37 GMT and 2:37 p.m. local are different times"),
    ):
        row = row_of(first, mention(OTHER, words, 217, dimension="clock", zone="other"), verdict)
        assert wording.judgement(BOTH, row, row.judgements[0]) == said


def test_what_is_in_another_unit_is_told_in_the_first_ones() -> None:
    left = mention(ONE, "9 km", 9, unit="km", dimension="length")
    right = mention(OTHER, "six miles", 6, unit="mile", dimension="length")
    turned = replace(right, quantity=replace(right.quantity, strict=Bounds(9.66, 9.66)))
    row = replace(row_of(left, turned, Verdict.CONFLICT), mentions=(left, right))
    assert wording.judgement(BOTH, row, row.judgements[0]) == "9 km is below six miles (9.66 km)"


def test_the_surest_of_the_worst_pairs_speaks_for_a_row() -> None:
    left, right = mention(ONE, "9 km", 9), mention(OTHER, "six miles", 6)
    row = row_of(left, right, Verdict.CONFLICT)
    weak, strong = (replace(row.judgements[0], confidence=sure) for sure in (0.6, 0.9))
    assert wording.worst(replace(row, judgements=(weak, strong))) is strong


def test_a_date_and_a_time_of_day_are_written_as_such() -> None:
    """To the engine a date is one number, and a time the minutes since midnight."""
    assert wording.bounds(Bounds(2031_05_03, 2031_05_03), "", "date") == "3 May 2031"
    assert wording.number(503, "date") == wording.number(503, "day") == "3 May"
    assert wording.number(440, "day") == "04-40"
    assert wording.bounds(Bounds(225, 255), "", "clock") == "03:45 to 04:15"
