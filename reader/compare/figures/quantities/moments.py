"""Dates, decades and clock times, as they stand in a sentence."""

from reader.compare.figures.quantities.clocks import clock_in_digits, clock_in_letters
from reader.compare.figures.quantities.dates import date_in_digits, date_in_letters
from reader.compare.figures.quantities.moment import Moment
from reader.compare.figures.quantities.years import DECADES, decade
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load

BEGINNINGS = frozenset(
    [*load("times")["months"], *load("times")["weekdays"], *DECADES, *load("figures")["dates"]["begin"]]
)
"""The words that a moment in letters begins with."""


def moment(sentence: Sentence, i: int) -> Moment | None:
    """The date, decade or clock time that begins at word `i`, or None."""
    kind = sentence.at(i).kind
    if kind == DIGITS:
        return date_in_digits(sentence, i) or decade(sentence, i) or clock_in_digits(sentence, i)
    if kind != LETTERS:
        return None
    return date_in_letters(sentence, i) or clock_in_letters(sentence, i) or decade(sentence, i)
