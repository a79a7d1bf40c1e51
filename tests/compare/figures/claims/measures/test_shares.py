"""What percentages are of: rises and falls, shares of those of whom something is so, rates, deficits; and of whom."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows, verdicts

CLASH = (Verdict.CONFLICT, Verdict.TENSION)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("Its shares lost 6.4 per cent.", "The shares closed 8 per cent lower.", "fall of shares"),
        ("The share price dropped 6 per cent.", "The stock fell by only 4%.", "fall of shares"),
        ("Pensions are cut by 4 percent.", "Pensions will shrink by 6 per cent.", "fall of pensions"),
        (
            "A deficit of 3.1 percent of GDP.",
            "The deficit is 4 per cent of gross domestic product.",
            "deficit as a share of output",
        ),
        ("Unemployment stands at 12 per cent.", "Unemployment was 14 per cent.", "unemployment"),
        (
            "Only 61 per cent of children were vaccinated.",
            "The share of children vaccinated was 52 per cent.",
            "share of children vaccinated",
        ),
    ],
)
def test_percentages_are_told_by_what_they_are_of(one: str, other: str, label: str) -> None:
    assert verdicts(one, other) == {label: Verdict.CONFLICT}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Its shares lost 6.4 per cent.", "Shares in rival Hanu lost 2 per cent."),
        ("Its shares lost 6.4 per cent.", "The shares rose 2 per cent."),
        ("Its shares lost 6.4 per cent.", "The shares have lost 30 per cent this year."),
        ("Its shares lost 6.4 per cent.", "Last year the shares fell 30 per cent."),
        ("Sales fell 22 per cent.", "Sales fell 4 per cent in the third quarter."),
        ("Unemployment stands at 12 per cent.", "In 2009 unemployment was 9 per cent."),
        ("A deficit of 3.1 percent of GDP.", "In Norland the deficit is 6 percent of GDP."),
        ("A deficit of 3.1 percent of GDP.", "The debt is 80 percent of GDP."),
        ("Only 61 per cent of children were vaccinated.", "Some 12 per cent of adults were vaccinated."),
    ],
)
def test_other_percentages_are_not_held_against_them(one: str, other: str) -> None:
    assert [row for row in rows(one, other) if row.verdict in CLASH] == []
