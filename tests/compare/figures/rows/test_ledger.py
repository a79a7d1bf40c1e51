"""Rows and verdicts over several articles."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare import figures
from reader.compare.comparison import Bounds, Modifier, Origin, Quantity, ReasonKind, Verdict
from reader.compare.figures.pairs.verdicts import verdict
from tests.compare.figures.reading_of import rows, verdicts, witness

A = "At least 12 people were killed and 40 injured when a bus fell into a ravine.\nPolice arrested 5,800 people."
B = "A bus crash killed 31 people. About 8,000 people were detained."
C = "More than two dozen people died. Some 40 people were injured. Almost 8,000 people were arrested."


def test_rows_and_verdicts() -> None:
    assert verdicts(A, B, C) == {
        "people killed": Verdict.TENSION,
        "people detained": Verdict.CONFLICT,
        "people injured": Verdict.CONSISTENT,
    }


def test_worst_row_first_and_the_order_of_articles_does_not_matter() -> None:
    told = {"a": A, "b": B, "c": C}
    ledgers = {figures.find([witness(told[name], name) for name in order], ()) for order in permutations("abc")}
    assert len(ledgers) == 1
    (ledger,) = ledgers
    severities = [row.verdict.severity for row in ledger]
    assert severities == sorted(severities, reverse=True)


def test_a_row_takes_figures_of_two_articles() -> None:
    assert rows("Five people were killed. Six people were killed.") == ()
    assert rows(A) == ()


def test_why_states_the_bounds() -> None:
    row = next(
        r
        for r in rows("Police arrested 5,800 people.", "About 8,000 people were detained.")
        if r.scope == "people detained"
    )
    (judgement,) = row.judgements
    assert judgement.reason.kind is ReasonKind.OUTSIDE
    assert {(b.low, b.high) for b in (judgement.reason.left, judgement.reason.right)} == {(5750, 5850), (7200, 8800)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sixteen security guards were killed.", "In all, 164 people were killed."),
        ("In 2004 a tsunami killed 230,000 people.", "A quake killed 24 people."),
        ("In Belmar district, 12 people were killed.", "The quake killed 31 people."),
        ("Six rifles were seized.", "So far 14 rifles have been seized."),
        ("A camp of 40 tents burned.", "A camp of 60 huts burned."),
        ("Karl Lorn, 61, was there.", "Petra Lorn, 58, was there."),
        ("It lies 15 miles north of Orsa, the town of mills.", "It lies 50 miles north of Lind."),
        ("Four people were injured.", "Four people were killed."),
        ("Last year, 300 people were arrested.", "Police arrested 40 people on Monday."),
        ("It was sold for 5 million euros.", "It was sold for 6 million dollars."),
        ("Some 12 people were killed.", "Nearly a million people were killed."),
    ],
)
def test_different_things_are_not_held_against_one_another(one: str, other: str) -> None:
    assert [row for row in rows(one, other) if row.verdict in (Verdict.CONFLICT, Verdict.TENSION)] == []


def test_no_casualties_speak_of_killed_and_injured() -> None:
    found = verdicts("There were no casualties.", "Twelve people were killed and 20 were wounded.")
    assert found == {"people killed": Verdict.CONFLICT, "people injured": Verdict.CONFLICT}
    assert verdicts("There were no immediate reports of casualties.", "Twelve people were killed.") == {}


def test_an_article_that_gives_both_figures_contradicts_neither() -> None:
    assert verdicts(
        "First 12 people were killed, it was said. The blast killed 20 people.", "It killed 20 people."
    ) == {"people killed": Verdict.AGREE}


def test_conversions_agree() -> None:
    assert verdicts("It struck at a depth of 10 km (6.2 miles).", "It struck at a depth of six miles.") == {
        "depth": Verdict.CONSISTENT
    }
    assert verdicts("It struck at a depth of 10 km.", "It struck at a depth of 25 miles.") == {
        "depth": Verdict.CONFLICT
    }


def test_clock_times_with_zones() -> None:
    struck = "It struck at …"
    assert verdicts("It struck at 0737 GMT.", "It struck at 7:37 a.m. local time.") == {struck: Verdict.CONFLICT}
    assert verdicts("It struck at 0737 GMT.", "It struck at 3:37 a.m. EDT.") == {struck: Verdict.CONSISTENT}
    assert verdicts("It struck at 0737 GMT.", "It struck at 2:37 p.m. local time.") == {}


def test_a_later_higher_count_may_be_an_update() -> None:
    (row,) = rows("The blast killed 12 people.", "The blast killed 20 people.", published=("2020-01-01", "2020-01-02"))
    assert [j.update for j in row.judgements] == [True]
    (row,) = rows("The blast killed 12 people.", "The blast killed 20 people.", published=("2020-01-02", "2020-01-01"))
    assert [j.update for j in row.judgements] == [False]
    (row,) = rows("The blast killed 12 people.", "The blast killed 20 people.")
    assert [j.update for j in row.judgements] == [False]


def test_copies_of_one_origin_are_one_voice() -> None:
    witnesses = [witness("The blast killed 12 people.", name) for name in "abc"]
    (row,) = figures.find(witnesses, [Origin(("a", "b")), Origin(("c",))])
    assert {
        (row.mentions[j.left].excerpt.article + row.mentions[j.right].excerpt.article): j.one_origin
        for j in row.judgements
    } == {
        "ab": True,
        "ac": False,
        "bc": False,
    }


def test_pointers_to_other_articles_are_left_out() -> None:
    assert rows("Also read: 164 killed in protests\nRain fell.", "Twelve people were killed.") == ()


def test_equal_figures_in_like_words_agree() -> None:
    one = "The reservoir behind the old wall stood 97 per cent full on Friday evening."
    two = "On Friday evening the reservoir behind the wall was 97 percent full."
    assert [row.verdict for row in rows(one, two)] == [Verdict.AGREE]


_BOUNDS = st.tuples(st.integers(0, 50), st.integers(0, 50), st.booleans(), st.booleans()).map(
    lambda t: Bounds(min(t[0], t[1]), max(t[0], t[1]), t[2], t[3])
)
_QUANTITIES = st.builds(
    Quantity,
    value=st.integers(0, 50).map(lambda n: (float(n), float(n))),
    strict=_BOUNDS,
    usual=_BOUNDS,
    unit=st.sampled_from(["", "km", "mile"]),
    modifier=st.sampled_from(list(Modifier)),
)


@given(_QUANTITIES, _QUANTITIES)
def test_a_verdict_is_the_same_from_either_side(a: Quantity, b: Quantity) -> None:
    if bool(a.unit) == bool(b.unit) and a.unit == b.unit:
        assert verdict(a, b)[0] is verdict(b, a)[0]


@given(_BOUNDS, _BOUNDS)
def test_disjoint_is_symmetric(a: Bounds, b: Bounds) -> None:
    assert a.disjoint(b) == b.disjoint(a)
