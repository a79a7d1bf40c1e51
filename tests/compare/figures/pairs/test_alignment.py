"""Which figures are each other's match: by the words around them, and by what is left when others have theirs."""

import pytest

from reader.article import Article
from reader.compare import figures
from reader.compare.comparison import Doubt, LedgerRow, ReasonKind, Verdict
from reader.compare.witness import Witness


def rows(*texts: str) -> tuple[LedgerRow, ...]:
    return figures.find([Witness.of(Article(str(n), text)) for n, text in enumerate(texts)], ())


def told(row: LedgerRow, texts: tuple[str, ...]) -> set[str]:
    return {m.excerpt.span.of(texts[int(m.excerpt.article)]) for m in row.mentions}


def clashes(*texts: str) -> list[set[str]]:
    found = [row for row in rows(*texts) if row.verdict in (Verdict.CONFLICT, Verdict.TENSION)]
    return [told(row, texts) for row in found]


LAW = "The law of 1993 was amended twice. Lawyers call the 1993 text a botch. Nobody reads the {year} preamble today."


def test_one_changed_sentence_counts_whatever_else_an_article_gives() -> None:
    """Both articles say 1993 elsewhere: the one sentence that was changed differs all the same."""
    assert clashes(LAW.format(year=1993), LAW.format(year=1998)) == [{"1993", "1998"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [("about 60,000", "about 70,000"), ("at least 6", "at least 7"), ("40 to 60", "50 to 60")],
)
def test_one_sentence_with_two_numbers_is_in_tension_though_both_may_be_true(one: str, other: str) -> None:
    text = "The harbour authority has paid {} crowns for the new buoys so far."
    (row,) = rows(text.format(one), text.format(other))
    assert row.verdict is Verdict.TENSION
    assert {judgement.reason.kind for judgement in row.judgements} == {ReasonKind.REWORDED}


def test_about_the_same_is_no_tension_in_other_words() -> None:
    one = "The harbour authority has paid about 60,000 crowns for the new buoys."
    other = "New buoys have cost the harbour authority about 65,000 crowns."
    assert clashes(one, other) == []


def test_a_telling_value_that_both_give_is_of_one_thing() -> None:
    one = "The orchard cooperative shipped 38,700 crates of pears in autumn."
    other = "Pear growers are content. They sent 38,700 boxes to market, more than they had hoped for."
    assert [told(row, (one, other)) for row in rows(one, other)] == [{"38,700"}]


def test_what_the_other_gives_elsewhere_is_no_rival() -> None:
    """Two sums each: the one that both give is settled, and the others are left for one another."""
    one = "The mill spent 41.5 million marks on looms. Its profit came to 12.6 million marks."
    other = "The mill's profit was 14.2 million marks. On looms it spent 41.5 million marks."
    assert clashes(one, other) == [{"12.6 million marks", "14.2 million marks"}]


def test_a_second_of_several_is_no_other_event() -> None:
    one = "The court fined the bakery 12,000 crowns over the short loaves."
    other = "The fine of 15,000 crowns over the short loaves is the second largest that the court gave a bakery."
    assert clashes(one, other) == [{"12,000 crowns", "15,000 crowns"}]


def test_a_second_fire_is_another_event() -> None:
    one = "The fire at the sawmill destroyed 340 cubic metres of oak."
    other = "A second fire at the sawmill destroyed 510 cubic metres of oak."
    assert clashes(one, other) == []


def test_a_year_beside_a_figure_only_dates_it() -> None:
    one = "In Tarn, 61 percent of the pupils passed the riding test in 2018."
    other = "Pupils in Tarn ride well: 58 percent passed the test in 2017."
    assert not any("2018" in found for found in clashes(one, other))


def test_years_from_and_to_are_no_single_year() -> None:
    one = "The lighthouse was kept by the Orlen family from 1931 to 1958, the museum says."
    other = "The lighthouse was kept by the Orlen family since 1922, the museum says."
    explained = figures.explain([Witness.of(Article(str(n), text)) for n, text in enumerate((one, other))])
    assert explained
    assert all(e.verdict is None and Doubt.OTHER_KIND in e.doubts for e in explained)


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        (
            "The ferry line to Tarn reopened in January 2022 after long works.",
            "The ferry line to Tarn reopened in March 2022 after long works.",
            {"January 2022", "March 2022"},
        ),
        (
            "The ferry line to Tarn reopened in January 2022 after long works.",
            "The ferry line to Tarn reopened in 2021 after long works.",
            {"January 2022", "2021"},
        ),
        (
            "The vat had warmed to 82 degrees Celsius when the brewer came.",
            "The vat had warmed to 92 degrees when the brewer came.",
            {"82 degrees Celsius", "92 degrees"},
        ),
        (
            "The parish council voted nine to two for the new bell on Monday.",
            "The parish council voted eight to three for the new bell.",
            {"nine to two", "eight to three"},
        ),
        (
            "Each day of the lock's repair costs the bargemen 11 million marks, their guild said.",
            "Each day of the lock's repair costs the bargemen 14 million marks a day, their guild said.",
            {"11 million marks", "14 million marks a day"},
        ),
        (
            "The ferry line to Tarn opens a year late.",
            "The ferry line to Tarn opens three years late.",
            {"a year", "three years"},
        ),
    ],
)
def test_what_is_told_in_two_ways_is_of_one_thing(one: str, other: str, values: set[str]) -> None:
    assert clashes(one, other) == [values]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The vat had warmed to 82 degrees Celsius.", "The vat had warmed to 180 degrees."),
        ("The line opens in October, the guild said.", "The line opens in October 2031, the guild said."),
        ("Thirty-one seats are needed for a majority on the council.", "The Millers hold 29 seats on the council."),
        (
            "The flood drowned 12 sheep at Tarn, the guild said.",
            "Early reports had spoken of four sheep that drowned at Tarn.",
        ),
        ("The cook earns 900 marks a week at the inn.", "The cook earns 46,800 marks a year at the inn."),
    ],
)
def test_what_only_looks_like_another_value_is_left_alone(one: str, other: str) -> None:
    assert clashes(one, other) == []


def test_the_last_season_and_the_second_largest_are_no_turns() -> None:
    one = "The keeper of the Tarn goal stopped 19 penalties last season."
    other = (
        "With 16 penalties that he stopped last season the keeper of the Tarn goal was the second-best of the league."
    )
    assert [row.verdict for row in rows(one, other) if told(row, (one, other)) == {"19", "16"}]


def test_may_is_a_month_and_makes_nothing_uncertain() -> None:
    one = "A clerk had found the false weights in May 2019."
    other = "A clerk had found the false weights in March 2019."
    assert clashes(one, other) == [{"May 2019", "March 2019"}]


def test_a_vote_of_nought_is_told_like_any_other() -> None:
    one = "Tarn lost the first match of the regatta 3-1 at Orlen Bay."
    other = "Tarn lost the first match of the regatta 3-0 at Orlen Bay."
    assert clashes(one, other) == [{"3-1", "3-0"}]
