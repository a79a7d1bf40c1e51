"""What a figure counts: the thing, what is said of it, where and when, whole or part."""

import pytest

from reader.compare.comparison import Scope
from tests.compare.figures.reading_of import read


def scope(text: str, n: int = 0) -> Scope:
    return read(text)[n].scope


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("At least 12 people were killed.", "people killed"),
        ("The blast killed 12.", "people killed"),
        ("The death toll has risen to 12.", "people killed"),
        ("There were 12 deaths.", "people killed"),
        ("The storm left 12 dead.", "people killed"),
        ("Twelve people, including two guards, have died.", "people killed"),
        ("The quake injured more than 200.", "people injured"),
        ("Five guards were wounded.", "guards injured"),
        ("Police arrested 417 people.", "people detained"),
        ("Two children are missing.", "children missing"),
        ("Some 2,300 homes were damaged.", "homes damaged"),
        ("The fire destroyed 84 houses.", "homes destroyed"),
        ("The alliance sent 2,500 soldiers.", "troops deployed"),
        ("The deployment of 150 troops was approved.", "troops deployed"),
        ("About 30,000 residents were forced from their homes.", "people displaced"),
        ("Gunmen took 30 people hostage.", "people abducted"),
        ("Officers fired 11 shots.", "rounds fired by police"),
        ("The gunman fired 11 shots.", "rounds fired"),
        ("Police seized six AK-47 rifles.", "rifles seized"),
        ("Thirty people are seriously injured.", "people seriously injured"),
        ("It employs 11,500 people.", "people employed"),
        ("The camp is home to 20,000 refugees.", "people living there"),
        ("The quake struck at a depth of 10 km.", "depth"),
        ("A magnitude 6.4 quake struck.", "magnitude of the quake"),
        ("Ann Lee, 34, was hurt.", "age of Lee"),
        ("The Alliance was founded in 1949.", "year of the founding"),
    ],
)
def test_labels(text: str, label: str) -> None:
    assert scope(text).label == label
    assert scope(text).compared


def test_counts_in_a_list_share_what_is_said() -> None:
    found = read("Six rifles, 12 magazines and about 300 rounds of ammunition were found and confiscated.")
    assert [f.scope.said for f in found] == ["seized"] * 3
    found = read("The navy confiscated 14 rifles, 31 magazines and 923 rounds.")
    assert [f.scope.said for f in found] == ["seized"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "Nine of the dead were pilgrims.",
        "Twenty people died, including five children.",
        "Another four people died in hospital.",
        "The toll could rise, and 12 people might be killed.",
        "How can 12 people be killed?",
    ],
)
def test_parts_and_doubts_are_not_compared(text: str) -> None:
    assert not read(text)[-1].scope.compared


def test_places_and_times_are_told_apart() -> None:
    assert scope("In Takura district, 12 people were killed.").place == ("takura",)
    assert scope("In 2009 a quake killed 300 people.", 1).time == "2009"
    assert scope("A quake killed 300 people in a region hit by the tsunami of 2004.").time == ""
    assert scope("The firm, founded in 1967, employs 500 people.", 1).time == ""


def test_a_sentence_after_a_look_back_is_unsure() -> None:
    assert not read("In 2009 a ferry sank there. It killed 300 people.")[-1].scope.compared


def test_cumulative_counts_stand_apart() -> None:
    assert "in all" in scope("So far the navy has confiscated 14 rifles.").qualifiers
    assert "in all" not in scope("The navy confiscated six rifles.").qualifiers
