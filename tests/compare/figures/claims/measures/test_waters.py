"""River levels, rain and what a fire has burned."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows, verdicts

CLASH = (Verdict.CONFLICT, Verdict.TENSION)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("The river rose to 5.8 metres.", "The Tarne peaked at 6.1 metres.", "level of the water"),
        ("Some 90mm of rain fell in 12 hours.", "It burst after 120 mm of rain in twelve hours.", "rain that fell"),
        ("The fire has scorched 500 acres.", "On Friday the fire stood at 900 acres.", "area burned"),
    ],
)
def test_how_far_it_went(one: str, other: str, label: str) -> None:
    assert verdicts(one, other)[label] is Verdict.CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Ems rose to 5.8 metres and the Lahn is high.", "In Brock the Tarne peaked at 6.1 metres."),
        ("The river rose to 5.8 metres.", "The river rose to 2 metres above the warning mark."),
        ("The river rose to 5.8 metres.", "In 1968 the river rose to 6.9 metres."),
        ("Some 90mm of rain fell in 12 hours.", "Some 200mm of rain fell in three days."),
        ("Some 90mm of rain fell.", "Another 30 mm of rain is expected."),
        ("The fire has scorched 500 acres.", "The park covers 9,000 acres."),
    ],
)
def test_other_waters_are_not_held_against_them(one: str, other: str) -> None:
    assert [row for row in rows(one, other) if row.verdict in CLASH] == []
