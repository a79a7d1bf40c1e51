"""A number with its unit or currency, as an amount: 10k euros a day, 6ft 2in, half a mile, 1.2 deaths per 100,000."""

from dataclasses import replace

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.number import number
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.quantities import modifiers, units
from reader.compare.figures.quantities.magnitudes import of_magnitude
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_USE = sets(load("figures")["composition"])
_COMPOUND, _TIMES = _USE["compound"], _USE["times"]
_CALIBRES = frozenset(load("numbers")["designators"]["after"])
_INCH_SIGNS = frozenset('"”″')
_TALLEST = 12.0
"""Feet; more is told in words."""


def amount(sentence: Sentence, n: Number) -> ParsedQuantity:
    """The number with what it is told in: a calibre, a currency, a unit or two, or nothing."""
    return _calibre(sentence, n) or _compound(sentence, plain_amount(sentence, n))


def plain_amount(sentence: Sentence, n: Number) -> ParsedQuantity:
    """The number with its currency or unit."""
    one = ParsedQuantity(n.first, n.end, n.first, n.end, n.low, n.high, n.step)
    if n.kind == "ratio":
        return replace(one, dimension="ratio")
    money = units.money_before(sentence, n.first)
    if money is not None:
        unit, first = money
        end = n.end
        if sentence.form(end) in ("us", "u.s.") and sentence.at(end).text.isupper():
            end += 1
        named = units.unit_after(sentence, end)
        if named is not None and named[0].dimension == "money":
            end = named[1]
        rate, end = units.rate_after(sentence, end)
        return replace(one, first=first, end=end, unit=unit.name, dimension="money", rate=rate)
    named = units.unit_after(sentence, n.end)
    if named is None and n.kind == "vague" and sentence.form(n.end) == "of":
        named = units.unit_after(sentence, n.end + 1)
    if named is None and n.kind == "fraction":
        named = _unit_of_part(sentence, n.end)
    if named is None:
        return _per_heads(sentence, of_magnitude(sentence, _multiple(sentence, one)))
    unit, end = named
    if unit.dimension == "money" and unit.factor == 1 and (hundredths := _hundredths(sentence, end)) is not None:
        one, end = replace(one, low=one.low + hundredths[0], high=one.high + hundredths[0], step=0.01), hundredths[1]
    rate, end = units.rate_after(sentence, end) if unit.dimension not in ("percent", "points") else ("", end)
    return replace(one, end=end, unit=unit.name, dimension=unit.dimension, rate=rate)


def _calibre(sentence: Sentence, n: Number) -> ParsedQuantity | None:
    """.38-calibre, .357 Magnum, 12-gauge."""
    k = n.end + (sentence.form(n.end) == "-")
    if n.kind != "cardinal" or sentence.form(k) not in _CALIBRES:
        return None
    return ParsedQuantity(n.first, k + 1, n.first, n.end, n.low, n.high, n.step, sentence.form(k), "calibre")


def _hundredths(sentence: Sentence, i: int) -> tuple[float, int] | None:
    """Three dollars 50 cents, thirteen dollars and forty-five cents: the cents as a share, and the word after."""
    k = i + (sentence.form(i) == "and")
    small = number(sentence, k)
    if small is None or small.kind != "cardinal" or not 0 < small.low < 100:
        return None
    named = units.unit_after(sentence, small.end)
    return (
        (small.low / 100, named[1])
        if named is not None and named[0].dimension == "money" and named[0].factor == 0.01
        else None
    )


def _multiple(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity:
    """Three times as many, a 1.5-fold rise; three times alone are occasions."""
    k = one.end + (sentence.form(one.end) == "-")
    fold = sentence.form(k) == "fold"
    if not fold and not (sentence.form(k) == "times" and sentence.form(k + 1) in _TIMES):
        return one
    return replace(one, end=k + 1, unit="times", dimension="ratio")


def _unit_of_part(sentence: Sentence, i: int) -> tuple[units.Unit, int] | None:
    """The unit of which a part is told: half A MILE, a third of a per cent."""
    k = i + (sentence.form(i) == "of")
    k += sentence.form(k) == "-"
    if sentence.form(k) not in ("a", "an"):
        return None
    k += 1 + (sentence.form(k + 1) == "-")
    return units.unit_after(sentence, k)


def _per_heads(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity:
    """A count of so many heads is a rate: 1.2 deaths per 100,000."""
    if one.dimension != "count":
        return one
    heads, end = units.heads_after(sentence, one.end)
    return replace(one, end=end, unit=f"per {heads}", dimension="rate") if heads else one


# ---- told in two units


def _compound(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity:
    """Told in two units: 6ft 2in, six-foot-two, 6'2", two years and six months."""
    if one.unit == "" and (feet := _strokes(sentence, one)) is not None:
        return feet
    if one.dimension not in _COMPOUND or one.rate or one.low != one.high or one.low != int(one.low):
        return one
    if (inches := _bare_inches(sentence, one)) is not None:
        return inches
    return with_more(sentence, one)


def with_more(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity:
    """With what smaller units add behind it: 2 hours 4 minutes and 11 seconds, an hour and a half."""
    if one.unit not in units.UNITS or one.dimension not in _COMPOUND:
        return one
    if (half := _half_more(sentence, one)) is not None:
        return half
    least, found = units.UNITS[one.unit], one
    for _ in range(_MOST_UNITS):
        k = found.end + (sentence.form(found.end) == "and")
        small = number(sentence, k)
        named = units.unit_after(sentence, small.end) if small is not None and small.kind == "cardinal" else None
        if small is None or named is None or named[0].dimension != one.dimension or small.low != small.high:
            break
        fits = 0 < small.low * named[0].factor < least.factor
        if not fits or modifiers.before(sentence, small.first)[1] != small.first:
            break
        if units.rate_after(sentence, named[1])[0]:
            break
        share = small.low * named[0].factor / units.UNITS[one.unit].factor
        least, found = named[0], _extended(found, share, small.end, named[1])
    return found


_MOST_UNITS = 3


def _half_more(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity | None:
    """An hour and a half, a mile and a quarter: a part without a unit of its own."""
    k = one.end
    if sentence.form(k) != "and" or sentence.form(k + 1) != "a" or one.low != 1:
        return None
    bottom = numerals.PARTS.get(sentence.form(k + 2))
    if bottom is None or sentence.form(k + 3) in numerals.MULTIPLIERS or units.unit_after(sentence, k + 3) is not None:
        return None
    return _extended(one, 1 / bottom, k + 3, k + 3)


def _strokes(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity | None:
    """6'2", 5’10”."""
    k = one.end
    inches = sentence.at(k + 1)
    if sentence.form(k) != "'" or not (sentence.glued(k) and inches.glued and inches.text.isdecimal()):
        return None
    closed = sentence.at(k + 2).glued and sentence.at(k + 2).text in _INCH_SIGNS
    if len(inches.text) > 2 or int(inches.text) > 11 or not (closed and 0 < one.low < _TALLEST):
        return None
    return _extended(replace(one, unit="foot", dimension="length"), int(inches.text) / 12, k + 2, k + 3)


def _bare_inches(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity | None:
    """Six-foot-two, 6 foot 2, the word "inches" left out."""
    if one.unit != "foot" or not 0 < one.low < _TALLEST:
        return None
    k = one.end + (sentence.form(one.end) == "-" and sentence.glued(one.end))
    inches = number(sentence, k)
    if inches is None or inches.kind != "cardinal" or not 0 < inches.low < 12 or inches.end != k + 1:
        return None
    if k == one.end and (sentence.at(inches.end).kind == LETTERS or sentence.at(k).glued):
        return None
    end = (
        inches.end + 2
        if sentence.form(inches.end) == "-" and units.unit_after(sentence, inches.end + 1)
        else inches.end
    )
    return _extended(one, inches.low / 12, inches.end, end)


def _extended(one: ParsedQuantity, share: float, core_end: int, end: int) -> ParsedQuantity:
    value = one.low + share
    return replace(one, end=end, core_end=core_end, low=value, high=value, step=min(one.step, share))
