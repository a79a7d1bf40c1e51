"""Pairs that look like clashes and are none: parts, others of the kind, other days and places."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The storm will cost £70m.", "The storm cost farmers £12m in lost crops."),
        ("The firm has 6,000 employees.", "The mill has 400 workers."),
        ("The company employs 6,000 people.", "Its supplier, Dunmore Castings, has 300 employees."),
        ("Shares in Halden fell 4 per cent on Monday.", "Halden shares fell 6 per cent on Tuesday."),
        ("The jury awarded $38 million to them.", "The jury awarded $5 million to a second family."),
        ("A judge awarded her $2 million.", "Her lawyers asked the jury for $9 million in damages."),
        ("The company made a loss of £210 million.", "The division made a loss of £30 million."),
        ("About 90 mm of rain fell overnight.", "About 20 mm of rain fell at the airport overnight."),
        ("The river rose to 5.8 metres.", "The lake stood at 12 metres."),
        ("MPs passed it by 158 votes to 131.", "MPs rejected an amendment by 140 votes to 149."),
        ("Only 61 per cent of children were vaccinated.", "In the capital 85 per cent of children were vaccinated."),
        ("The campaign will cost $4 million.", "The campaign has cost $1 million so far."),
        ("Some 3,500 residents were told to leave.", "Evacuation orders for 900 people were lifted."),
    ],
)
def test_no_alarm(one: str, other: str) -> None:
    assert [r for r in rows(one, other) if r.verdict in (Verdict.CONFLICT, Verdict.TENSION)] == []
