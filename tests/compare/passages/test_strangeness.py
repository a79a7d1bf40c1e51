"""Two events told in one pattern share no passage, nor do two headlines that say the opposite of one another."""

import tomllib
from pathlib import Path

import pytest

from reader.article import Article
from reader.compare import engine
from reader.compare.passages.links import ScoredLinks
from tests.compare.passages.test_structure import ENCODER, compared, pairs

UNRELATED = tomllib.loads((Path(__file__).parents[2] / "quality" / "unrelated.toml").read_text(encoding="utf-8"))[
    "pair"
]


@pytest.mark.parametrize("told", UNRELATED, ids=lambda told: str(told["a"].split("\n")[1]))
def test_two_events_told_in_one_pattern_share_no_passage(told: dict[str, str]) -> None:
    assert pairs(compared(told["a"], told["b"])) == []


def test_another_figure_or_name_of_one_event_is_no_other_event() -> None:
    first = UNRELATED[0]["a"]
    second = (
        first.replace("Four people", "Six people").replace("Imre Sandor, 51", "Tibor Sandor, 53").replace("38 ", "36 ")
    )
    found = compared(first, second)
    assert any("Six people" in text for pair in pairs(found) for text in pair)
    assert any("Tibor" in text for pair in pairs(found) for text in pair)


def scored(one: str, other: str) -> ScoredLinks:
    return engine.weigh([Article("a", one), Article("b", other)], source=ENCODER).scored


def test_of_two_events_in_one_pattern_it_is_told_what_would_be_alike_if_they_were_one() -> None:
    """Figures ask for that: accounts of one event that give other numbers throughout look like accounts of two."""
    found = scored(UNRELATED[0]["a"], UNRELATED[0]["b"])
    points = {(x.a, x.m, x.b, x.n): x.score for x in found.links}
    assert max(points.values(), default=0.0) < 50
    assert sum(likely >= 50 for _place, likely in found.likely) >= 4
    assert all(likely >= points.get(place, 0.0) for place, likely in found.likely)


def test_of_one_event_what_is_likely_is_what_is_sure() -> None:
    first = UNRELATED[0]["a"]
    found = scored(first, first.replace("bus", "coach").replace("Four people", "Six people"))
    assert dict(found.likely) == {(x.a, x.m, x.b, x.n): x.score for x in found.links} != {}


OPENING = "Farmers went back to their fields on Monday for the first time in a year. A school took in forty children."
CLOSING = "Shells fell on the suburbs of Odra within an hour of the signing. The hospital counted sixteen wounded."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ceasefire holds in Karsan valley", "Ceasefire in Karsan valley failed"),
        ("Council approves new stadium in Velmara", "Council rejects new stadium in Velmara"),
        ("Minister admits he knew of the leak", "Minister denies he knew of the leak"),
    ],
)
def test_headlines_that_say_the_opposite_are_no_passage(one: str, other: str) -> None:
    assert pairs(compared(f"{one}\n\n{OPENING}", f"{other}\n\n{CLOSING}")) == []
    assert len(pairs(compared(f"{one}\n\n{OPENING}", f"{one}\n\n{CLOSING}"))) == 1
