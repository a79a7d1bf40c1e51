"""Figures of accounts in two languages, brought together by the meaning of their sentences."""

from reader.article import Article
from reader.compare.comparison import Doubt, Verdict
from reader.compare.figures import profiles
from reader.compare.figures.pairs.evidence import Evidence
from reader.compare.figures.pairs.profile import Profile
from reader.compare.figures.rows import grouping
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness

ENGLISH = "The ferry carried 410 passengers and 12 cars on Friday. The pier was repaired for 2.4 million euros."
GERMAN = (
    "Die Fähre hatte am Freitag 140 Passagiere und 12 Autos an Bord. Die Mole wurde für 2,4 Millionen Euro repariert."
)


class Near(Evidence):
    """Evidence for which sentences of the same number mean the same, as far as it was told."""

    def __init__(self, nearness: float) -> None:
        super().__init__()
        self._nearness = nearness

    def near(self, a: Profile, b: Profile) -> float | None:
        return self._nearness if a.claim.place == b.claim.place else 0.1


def claims(english: str) -> list[Profile]:
    articles = [Article("a", english), Article("b", GERMAN, language="de")]
    found = profiles([Witness.of(article) for article in articles], FigureOptions())
    return sorted(found, key=lambda one: one.claim.figure.excerpt)


def rows(nearness: float, english: str = ENGLISH) -> dict[Verdict, list[tuple[float, ...]]]:
    """The values that meet, by verdict."""
    found = claims(english)
    told: dict[Verdict, list[tuple[float, ...]]] = {}
    for ends, ruling in grouping.judgements(found, Near(nearness)).items():
        assert ruling.held is not None
        values = tuple(found[end].claim.figure.quantity.value[0] for end in ends)
        told.setdefault(ruling.held[0], []).append(values)
    return told


def test_translations_meet_figure_by_figure() -> None:
    told = rows(0.8)
    assert told[Verdict.CONFLICT] == [(410, 140)]
    assert sorted(told[Verdict.AGREE]) == [(12, 12), (2_400_000, 2_400_000)]


def test_what_is_less_near_is_worth_a_look() -> None:
    assert rows(0.57)[Verdict.LOOK] == [(410, 140)]


def test_strangers_do_not_meet() -> None:
    assert rows(0.4) == {}


def test_sentences_with_other_numbers_of_figures_are_left_alone() -> None:
    assert Verdict.CONFLICT not in rows(
        0.8, english="The ferry carried 410 passengers, 12 cars and three dogs on Friday."
    )


def test_an_account_that_gives_the_other_number_too_does_not_clash() -> None:
    assert Verdict.CONFLICT not in rows(0.8, english=f"{ENGLISH} It may carry 140 passengers.")


def test_the_doubt_is_told() -> None:
    assert {ruling.doubts for ruling in grouping.judgements(claims(ENGLISH), Near(0.8)).values()} == {
        (Doubt.OTHER_LANGUAGE,)
    }
