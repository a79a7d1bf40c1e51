"""Tolls told by what the dead were there for, by number, and in nominal forms."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows, verdicts

CLASH = (Verdict.CONFLICT, Verdict.TENSION)


@pytest.mark.parametrize(
    "toll",
    [
        "Four skiers died in the avalanche.",
        "A slab of snow killed four holidaymakers.",
        "The disaster cost four people their lives.",
        "A mast fell, bringing to four the number of people killed.",
        "The number of dead rose to four.",
    ],
)
def test_four_dead_however_told(toll: str) -> None:
    assert verdicts(toll, "Nine people were killed.") == {"people killed": Verdict.CONFLICT}
    assert verdicts(toll, "Four people died.") == {"people killed": Verdict.AGREE}


@pytest.mark.parametrize(
    "toll",
    [
        "Among the dead were two pensioners, a lorry driver and a nurse.",
        "Nine people died. Two pensioners, a lorry driver and a nurse died on the bridge.",
        "A dog and two horses died.",
        "Nine people died, including a nurse and two firemen.",
        "Two guards were killed.",
        "Three people have died in avalanches this winter.",
        "A nurse and two firemen were killed and a policeman was hurt in 2009.",
    ],
)
def test_parts_and_others_are_no_tolls(toll: str) -> None:
    assert [row for row in rows(toll, "Nine people were killed.") if row.verdict in CLASH] == []


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Injuries to 14 firefighters were reported.", "Eleven firefighters were hurt.", "firefighters injured"),
        (
            "Some 1,250 firefighters from six states were at work.",
            "Nearly 900 firefighters are battling it.",
            "firefighters deployed",
        ),
        ("The number of houses lost climbed to 131.", "It destroyed 62 houses north of Brock.", "homes destroyed"),
        ("The number of demonstrators was put at 8,000.", "Some 20,000 people protested.", "people attending"),
        ("Some 400 homes were under water.", "Around 650 houses were flooded.", "homes flooded"),
        ("The boat was allowed to carry 85 passengers.", "Its licence was for 60.", "people it may carry"),
        ("The loss of 1,200 posts was announced.", "Some 1,500 workers face the axe.", "workers laid off"),
        ("It now has 6,000 employees.", "The mill employs 4,500 people.", "people employed"),
        ("Evacuation orders cover 5,200 people.", "Around 3,500 residents were told to leave.", "people evacuated"),
    ],
)
def test_counts_in_other_words(one: str, other: str, label: str) -> None:
    assert verdicts(one, other) == {label: Verdict.CONFLICT}
