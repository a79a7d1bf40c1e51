"""The bounds table, word for word."""

import pytest

from reader.compare.comparison import Bounds
from tests.compare.figures.reading_of import read


def bounds(text: str) -> tuple[Bounds, Bounds]:
    (figure,) = read(text)
    return figure.quantity.strict, figure.quantity.usual


@pytest.mark.parametrize(
    ("words", "strict", "usual"),
    [
        ("about 8,000", (7200, 8800), (7200, 8800)),
        ("almost 8,000", (7200, 8000), (7200, 8000)),
        ("more than 5,000", (5000, None), (5000, 6000)),
        ("at least 164", (164, None), (164, 246)),
        ("up to 75", (0, 75), (37.5, 75)),
        ("fewer than 30", (0, 30), (20, 30)),
        ("between 5 and 10", (5, 10), (5, 10)),
        ("dozens of", (24, None), (24, 99)),
        ("tens of thousands of", (20_000, None), (20_000, 99_999)),
        ("several", (3, 9), (3, 9)),
        ("12", (12, 12), (12, 12)),
        ("5,800", (5750, 5850), (5750, 5850)),
        ("164", (163.5, 164.5), (163.5, 164.5)),
        ("more than two dozen", (24, None), (24, 36)),
    ],
)
def test_the_table(words: str, strict: tuple[float, float | None], usual: tuple[float, float | None]) -> None:
    first, second = bounds(f"{words.capitalize()} people were hurt.")
    assert (first.low, first.high) == pytest.approx(strict)
    assert (second.low, second.high) == pytest.approx(usual)


def test_open_ends() -> None:
    assert bounds("More than 12 people were hurt.")[0].low_open
    assert bounds("Fewer than 12 people were hurt.")[0].high_open
    assert bounds("Almost 12 people were hurt.")[0].high_open
    assert not bounds("At least 12 people were hurt.")[0].low_open
