"""Ages that a verb joins to their person."""

import pytest

from tests.compare.figures.reading_of import read


@pytest.mark.parametrize(
    "text", ["Dunne, who is 59 and has run a bakery, lost.", "He was 59.", "She is 59, her coach said."]
)
def test_who_is_so_old(text: str) -> None:
    (figure,) = read(text)
    assert (figure.quantity.dimension, figure.quantity.value) == ("age", (59, 59))


def test_what_one_counts_is_no_age() -> None:
    assert all(figure.quantity.dimension != "age" for figure in read("She was 12 points behind, and he was 4 for 5."))
