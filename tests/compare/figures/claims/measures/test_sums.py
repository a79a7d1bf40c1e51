"""What sums of money are for: damage, damages, losses, the cost of what has a name; and of whom."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows, verdicts

CLASH = (Verdict.CONFLICT, Verdict.TENSION)


@pytest.mark.parametrize(
    ("one", "other", "label"),
    [
        ("The council put the bill at £12 million.", "The storm will cost £19m.", "cost of the damage"),
        (
            "Fighting the fire has cost $3 million.",
            "The cost of fighting the fire is $5 million.",
            "cost of fighting it",
        ),
        (
            "The campaign is to cost $4 million.",
            "The campaign, which will cost $7 million, starts.",
            "cost of the campaign",
        ),
        ("A jury ordered the firm to pay $12 million.", "Jurors awarded them $15 million.", "sum awarded"),
        (
            "The jury gave $3 million in punitive damages.",
            "The verdict: $5 million in punitive damages.",
            "punitive damages",
        ),
        ("The mill made a loss of £12 million last year.", "It made a loss of £19 million last year.", "loss"),
        ("The plan foresees spending of 94 billion crowns.", "It foresees spending of 98 billion crowns.", "spending"),
    ],
)
def test_sums_without_a_name(one: str, other: str, label: str) -> None:
    assert verdicts(one, other) == {label: Verdict.CONFLICT}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm will cost £19m.", "Fighting the storm surge cost £3m."),
        ("The campaign is to cost $4 million.", "The bridge is to cost $7 million."),
        ("The mill made a loss of £12 million last year.", "It made a loss of £3 million in the third quarter."),
        ("The mill made a loss of £12 million last year.", "A year earlier it made a loss of £3 million."),
        ("The mill made a loss of £12 million last year.", "Its rival Hanu made a loss of £3 million last year."),
        ("Defence spending of 9 billion crowns is planned.", "The plan foresees spending of 98 billion crowns."),
        ("A jury awarded them $15 million.", "A judge fined the firm $2 million."),
        ("A jury awarded them $15 million.", "The jury gave $3 million in punitive damages."),
        ("A jury awarded them $15 million.", "Ministers awarded a contract of $3 million to the firm."),
    ],
)
def test_other_sums_are_not_held_against_them(one: str, other: str) -> None:
    assert [row for row in rows(one, other) if row.verdict in CLASH] == []
