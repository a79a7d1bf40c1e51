"""The roads to a pair and the one judge: copies with one figure changed, look-alikes, and what is only worth a look."""

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.comparison import CLASH, Doubt, Verdict
from reader.compare.witness import Witness
from tests.compare.figures.reading_of import rows

COPIES = [
    ("The orchestra rehearsed the {} for months before its tour.", "27-page score", "72-page score"),
    ("Bakers in Morven sold {} loaves at the fair.", "3,400", "4,300"),
    ("The choir's trip to Lund cost {}, its treasurer wrote.", "$18,200", "$12,800"),
    ("Some {} of pupils in Harwick learn Latin, a survey found.", "14 per cent", "41 per cent"),
    ("The lighthouse at Cape Orm was lit for the first time in {}.", "1872", "1827"),
    ("The chess player Ida Renn, {}, drew her last game.", "19", "21"),
    ("The council adopted the plan by {} after a long debate.", "31-14", "31-17"),
    ("The museum of clocks in Selm opens at {} on Sundays.", "9.30 a.m.", "10.30 a.m."),
    ("The walk from Orrel to the abbey takes {}, guides say.", "three hours", "five hours"),
    ("Her novel came {} on the list of the year's best books.", "third", "fifth"),
]


def judged(one: str, other: str) -> list[tuple[Verdict, float]]:
    return [(j.verdict, j.confidence) for row in rows(one, other) for j in row.judgements]


@pytest.mark.parametrize(("frame", "one", "other"), COPIES)
def test_a_copy_with_one_figure_changed_is_found_whatever_it_is_about(frame: str, one: str, other: str) -> None:
    rest = "The weather was mild all week. Nobody complained."
    found = judged(f"{frame.format(one)} {rest}", f"{frame.format(other)} {rest}")
    assert [verdict for verdict, _sure in found if verdict in CLASH]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bakers in Morven sold 3,400 loaves last year.", "Bakers in Morven sold 4,300 loaves this year."),
        ("Some 61 per cent of women in Selm cycle to work.", "Some 48 per cent of men in Selm cycle to work."),
        ("Snow fell on 12 days in northern Orrelia.", "Snow fell on 31 days in southern Orrelia."),
        ("The new ferry carries 3,000 cars a day.", "The old ferry carries 4,500 cars a day."),
        ("The club plans to plant 900 trees.", "The club planted 350 trees."),
        ("Tickets for the first concert cost $20.", "Tickets for the last concert cost $35."),
        ("Turnout was 61 per cent on Monday.", "Turnout was 48 per cent on Tuesday."),
    ],
)
def test_what_differs_in_kind_or_time_is_not_claimed(one: str, other: str) -> None:
    assert not [verdict for verdict, _sure in judged(one, other) if verdict in CLASH]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Some 4,200 people were registered to vote in Selm.", "About 2,900 people voted in Selm on Sunday."),
        ("It was like Norland, where close to 900,000 people died.", "Some 200,000 people died in the war."),
        ("The jobless rate in Selm rose to 6.2%.", "The jobless rate among people under 25 in Selm rose to 19.4%."),
        ("He shot at the guards but none were hit.", "She shot several guards in the yard."),
        ("The war of 1983-2005 cost many lives in Selm.", "The war in Selm has cost many lives since 1955."),
    ],
)
def test_what_may_be_of_others_is_not_claimed(one: str, other: str) -> None:
    assert not [verdict for verdict, _sure in judged(one, other) if verdict in CLASH]


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        ("Fines for litter in Selm are up to $900.", "Fines for litter in Selm are up to $300.", Verdict.TENSION),
        ("A permit in Selm goes up to $900 in June.", "A permit in Selm goes up to $700 in June.", Verdict.CONFLICT),
        (
            "The ministry will hire 6,700 teachers before September.",
            "The ministry is to hire 2,700 teachers before September.",
            Verdict.CONFLICT,
        ),
        (
            "Sprinter Ida Renn won the 200m in 22.41 seconds on a wet track.",
            "Sprinter Ida Renn won the 200m in a personal best 21.93 seconds on a wet track.",
            Verdict.CONFLICT,
        ),
    ],
)
def test_limits_times_to_come_and_races_are_held_against_one_another(one: str, other: str, verdict: Verdict) -> None:
    assert verdict in [found for found, _sure in judged(one, other)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The cellar in Orm holds 31 percent of its capacity.", "The cellar in Orm was filled to 13 percent."),
        ("In Orm 3,100 sheep are left.", "In Orm 1,300 sheep arrived."),
        (
            "The silo in Orm sank to 31 percent of what it can hold.",
            "The silo in Orm was emptied to 13 percent.",
        ),
        (
            "Keepers in Selm saw a second moon on Sunday, when at 4.10 a.m. the balloon rose.",
            "On Sunday the balloon rose from Selm at 5.10 a.m.",
        ),
        ("Foxes in Orm took 1,128 geese last year.", "Foxes in Orm took 1,282 geese in the past year."),
    ],
)
def test_what_tells_of_something_else_parts_no_figures(one: str, other: str) -> None:
    witnesses = [Witness.of(Article("one", one)), Witness.of(Article("other", other))]
    doubts = {doubt for explained in figures.explain(witnesses) for doubt in explained.doubts}
    assert not doubts & {Doubt.OTHER_TIME, Doubt.OTHER_EVENT, Doubt.OTHER_KIND, Doubt.PLANNED_AND_DONE}


def test_a_share_in_words_lies_near_one_in_per_cent() -> None:
    found = judged(
        "A tenth of the olives of Selm have withered.", "Some 40 per cent of the olives of Selm have withered."
    )
    assert [verdict for verdict, _sure in found] == [Verdict.CONFLICT]


def test_a_place_on_one_side_is_worth_a_look() -> None:
    (found,) = rows("The storm injured 450 people in Havara.", "The storm injured 310 people.")
    assert found.verdict is Verdict.LOOK
    assert Doubt.PLACE_ON_ONE_SIDE in found.doubts
    assert 0 < found.confidence < 0.6


def test_an_account_that_gives_the_other_value_does_not_contradict_it() -> None:
    one = "The choir's trip to Lund cost $18,200, its treasurer wrote."
    other = "The trip to Lund cost the choir $12,800, its treasurer wrote. Tickets and hotels made it $18,200 in all."
    assert not [verdict for verdict, _sure in judged(one, other) if verdict in CLASH]


def test_every_pair_of_one_dimension_is_explained() -> None:
    one = (
        "The storm that came from the sea on Sunday night injured 450 people in the port of Havara. It cost $3 million."
    )
    texts = {"a": one, "b": "The storm injured 310 people."}
    found = figures.explain([Witness.of(Article(name, text)) for name, text in texts.items()])
    assert [(one.verdict, one.doubts[:1]) for one in found] == [(Verdict.LOOK, (Doubt.PLACE_ON_ONE_SIDE,))]
    assert all(one.left.quantity.dimension == one.right.quantity.dimension for one in found)


def test_ten_thousand_figures_take_bounded_time_and_no_row_each() -> None:
    table = "Results: " + " ".join(f"{n % 97} {n % 89}." for n in range(5000))
    assert len(rows(table, table.replace("13", "14"))) < 200
