"""Numbers in digits and words, and what they are worth."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.compare.figures.numbers.number import number
from reader.compare.figures.tokens import words
from reader.lexicon import load
from reader.text.spans import Span

_UNITS = [form for form in load("numbers")["units"] if form not in ("nought", "naught")]
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def worth(text: str) -> float | None:
    """What the whole of `text` is worth as one number; None where it is none, or only partly one."""
    sentence = words(text, Span(0, len(text)))
    found = number(sentence, 0)
    return found.low if found is not None and found.end == len(sentence.words) else None


def spelled(n: int, joiner: str = " and ") -> str:
    """A whole number below a thousand million in words."""
    if n < 20:
        return _UNITS[n]
    if n < 100:
        return _TENS[n // 10] + (f"-{_UNITS[n % 10]}" if n % 10 else "")
    for size, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if n >= size:
            rest = n % size
            link = joiner if rest < 100 else " "
            return f"{spelled(n // size, joiner)} {name}" + (f"{link}{spelled(rest, joiner)}" if rest else "")
    raise AssertionError


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5,800", 5800),
        ("2 500", 2500),
        ("1 234 567", 1_234_567),
        ("12,34,567", 1_234_567),
        ("1,2", 1.2),
        ("3.75", 3.75),
        (".5", 0.5),
        ("1.2 million", 1_200_000),
        ("35m people"[:3], None),
        ("10k", 10_000),
        ("2bn", 2e9),
        ("13 lakh", 1_300_000),
        ("two dozen", 24),
        ("half a million", 500_000),
        ("a quarter of a million", 250_000),
        ("a hundred and sixty-four", 164),
        ("three hundred thousand", 300_000),
        ("twenty-eight thousand six hundred forty-two", 28_642),
        ("a million and a half", 1_500_000),
        ("two and a half", 2.5),
        ("two thirds", 2 / 3),
        ("three-quarters", 0.75),
        ("3/4", 0.75),
        ("2 1/4", 2.25),
        ("½", 0.5),
        ("one in five", 0.2),
        ("two out of three", 2 / 3),
        ("22nd", 22),
        ("twenty-first", 21),
        ("seventh", 7),
        ("minus five", -5),
        ("a couple", 2),
        ("a dozen", 12),
        ("4 thousand 3 hundred and 21", 4321),
        ("seven point two five", 7.25),
        ("1.3e6", 1_300_000),
        ("two and a half million", 2_500_000),
        ("two and half million", 2_500_000),
        ("two-and-a-half thousand", 2_500),
        ("one and a half thousand", 1_500),
        ("two and a half dozen", 30),
        ("a dozen and a half", 18),
        ("three and a quarter million", 3_250_000),
        ("2½ million", 2_500_000),
        ("2 1/2 million", 2_500_000),
        ("seven point five million", 7_500_000),
        ("½ million", 500_000),
        ("half-a-million", 500_000),
        ("one-in-three", 1 / 3),
        ("1 in 100,000", 1e-5),
        ("two in every five", 0.4),
        ("one one-hundredth", 0.01),
        ("1.234.567", 1_234_567),
        ("1.234.567,5", 1_234_567.5),
        ("1’234’567", 1_234_567),
        ("192.168.100.200", None),
        ("–5", -5),
        ("− 10", -10),
        ("40.000", 40),
    ],
)
def test_worth(text: str, value: float | None) -> None:
    found = worth(text)
    assert found == (None if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("40.000 people", 40_000),
        ("12.500 votes", 12_500),
        ("1.250 houses", 1_250),
        ("3.142 metres", 3.142),
        ("1.609 kilometres", 1.609),
        ("9.125 points", 9.125),
        ("2.500 million", 2_500_000),
    ],
)
def test_a_point_parts_thousands_only_of_what_comes_whole(text: str, value: float) -> None:
    found = number(words(text, Span(0, len(text))), 0)
    assert found is not None
    assert found.low == value


@pytest.mark.parametrize("text", ["3 in 20 minutes", "2 in 2014", "3 in 10 games", "5 out of 12 hostages", "9/12"])
def test_no_ratios(text: str) -> None:
    found = number(words(text, Span(0, len(text))), 0)
    assert found is not None
    assert found.low == int(found.low)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("dozens", 24, 99),
        ("hundreds of thousands", 200_000, 999_999),
        ("tens of thousands", 20_000, 99_999),
        ("several hundred", 300, 900),
    ],
)
def test_vague(text: str, low: float, high: float) -> None:
    sentence = words(text, Span(0, len(text)))
    found = number(sentence, 0)
    assert found is not None
    assert (found.low, found.high, found.kind) == (low, high, "vague")


@given(st.integers(0, 999_999_999), st.sampled_from([" and ", " "]))
def test_words_give_back_the_number(n: int, joiner: str) -> None:
    assert worth(spelled(n, joiner)) == n


@given(st.integers(0, 10**15 - 1))
def test_separated_digits_give_back_the_number(n: int) -> None:
    assert worth(f"{n:,}") == n
    assert worth(str(n)) == n


@given(st.integers(1000, 999_999_999))
def test_blanks_between_thousands_give_back_the_number(n: int) -> None:
    assert worth(f"{n:,}".replace(",", " ")) == n


@given(st.integers(1, 9999), st.sampled_from([("thousand", 10**3), ("million", 10**6), ("billion", 10**9)]))
def test_scales_give_back_the_number(tenths: int, scale: tuple[str, int]) -> None:
    name, factor = scale
    assert worth(f"{tenths / 10:.1f} {name}") == pytest.approx(tenths / 10 * factor)
