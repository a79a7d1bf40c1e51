"""Parts and wholes: what is said of "12 of the 30" is said of the 12."""

import pytest

from reader.compare.comparison import Verdict
from tests.compare.figures.reading_of import read, verdicts


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Twelve of the 30 passengers died.", "passengers killed", "passengers"),
        ("Five out of 12 hostages were freed.", "hostages released", "hostages"),
        ("Of the 30 passengers, 12 died.", "passengers killed", "passengers"),
        ("None of the 30 passengers died.", "passengers killed", "passengers"),
    ],
)
def test_the_part_carries_what_is_said(text: str, part: str, whole: str) -> None:
    assert {figure.scope.label for figure in read(text)} == {part, whole}


def test_a_part_agrees_with_the_same_count_told_alone() -> None:
    assert (
        verdicts("Five of the 12 hostages were freed.", "Five hostages were freed.")["hostages released"]
        is Verdict.AGREE
    )
    assert Verdict.CONFLICT not in verdicts("None of the 30 passengers died.", "No passengers died.").values()
