"""Counts of nought, and pronouns that count nobody."""

import pytest

from tests.compare.figures.reading_of import values


@pytest.mark.parametrize(
    "text", ["Nobody knows why.", "No one has claimed it.", "One must eat.", "No one but he came."]
)
def test_pronouns_count_nobody(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize("text", ["Nobody was hurt.", "No one was killed.", "None was injured.", "Nobody died."])
def test_nobody_counts_where_it_is_said_what_befell_them(text: str) -> None:
    assert values(text) == [(0, 0)]
