"""How a vote went, told in different ways."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows, verdicts

TALLY = "Parliament approved it by 158 votes to 131 early on Friday."


@pytest.mark.parametrize(
    "other",
    [
        "They adopted it with 158 votes in favour and 129 against.",
        "It passed with 158 in favour and 129 against.",
        "It was passed by 158 votes to 129.",
    ],
)
def test_each_side_is_held_against_its_like(other: str) -> None:
    assert verdicts(TALLY, other) == {"votes for": Verdict.AGREE, "votes against": Verdict.CONFLICT}


@pytest.mark.parametrize(
    "other",
    [
        "The Senate passed it by 61 votes to 39.",
        "In 2009 it was rejected by 120 votes to 111.",
        "Some 158 members voted and 12 stayed away.",
        "The score was 3 to 1 when they voted.",
    ],
)
def test_other_votes_are_not(other: str) -> None:
    assert [row for row in rows(TALLY, other) if row.verdict in (Verdict.CONFLICT, Verdict.TENSION)] == []
