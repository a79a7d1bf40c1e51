"""Magnitudes of earthquakes: 6.1-magnitude, magnitude 6.1, measuring 7.2 on the Richter scale."""

from dataclasses import replace

from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_USE = sets(load("figures")["composition"])
_BEFORE_MAGNITUDE, _AFTER_MAGNITUDE = _USE["before_magnitude"], _USE["after_magnitude"]
_MEASURED, _QUAKES = numerals.GRAMMAR["quake_measured"], numerals.GRAMMAR["quakes"]


def of_magnitude(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity:
    """6.1-magnitude, magnitude 6.1, measuring 7.2 on the Richter scale, a 6.1 quake."""
    if not 0 < one.low < 10.5 or one.low != one.high:
        return one
    k = one.end + (sentence.form(one.end) == "-")
    if sentence.form(k) == "magnitude":
        return replace(one, end=k + 1, unit="magnitude", dimension="magnitude")
    back = one.first - 1
    while sentence.form(back) in _BEFORE_MAGNITUDE:
        back -= 1
    if one.low != int(one.low) and sentence.form(back) in _MEASURED and _of_a_quake(sentence, one):
        return replace(one, unit="magnitude", dimension="magnitude")
    if sentence.form(back) == "magnitude":
        return replace(one, first=back, unit="magnitude", dimension="magnitude")
    if sentence.form(one.end) in ("on", "-") and "richter" in (sentence.form(one.end + 1), sentence.form(one.end + 2)):
        return replace(one, unit="magnitude", dimension="magnitude")
    if one.low != int(one.low) and sentence.form(one.end) in _QUAKES:
        return replace(one, unit="magnitude", dimension="magnitude")
    return one


def _of_a_quake(sentence: Sentence, one: ParsedQuantity) -> bool:
    """The earthquake measured 6.5: no noun follows the number."""
    follows = sentence.at(one.end)
    bare = follows.kind != LETTERS or follows.form in _AFTER_MAGNITUDE
    return bare and any(sentence.form(k) in _QUAKES for k in range(max(0, one.first - 14), one.first))
