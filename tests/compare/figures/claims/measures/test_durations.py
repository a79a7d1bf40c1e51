"""How long things took: told by the event, in whatever form."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows, verdicts

CLASH = (Verdict.CONFLICT, Verdict.TENSION)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("The rescue took nine hours.", "The rescue lasted more than 14 hours.", "length of the rescue"),
        ("It passed after a debate of 16 hours.", "After 14 hours of debate it passed.", "length of the debate"),
        (
            "The campaign will last ten days.",
            "The campaign, which is to take two weeks, began.",
            "length of the campaign",
        ),
        ("Jurors deliberated for four hours.", "The jury was out for two days.", "length of the deliberations"),
        (
            "It took firemen five hours to put out the blaze.",
            "The fire raged for two days.",
            "how long the fire burned",
        ),
    ],
)
def test_how_long_it_took(one: str, other: str, label: str) -> None:
    assert verdicts(one, other) == {label: Verdict.CONFLICT}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The rescue took nine hours.", "He clung to a rope for six hours."),
        ("The rescue took nine hours.", "The search took three days."),
        ("The campaign will last ten days.", "The campaign began two weeks ago."),
        ("Jurors deliberated for four hours.", "The trial took three weeks."),
    ],
)
def test_other_times_are_not_held_against_them(one: str, other: str) -> None:
    assert [row for row in rows(one, other) if row.verdict in CLASH] == []
