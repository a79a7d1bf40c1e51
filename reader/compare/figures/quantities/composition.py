"""A number put together with its unit, currency, range, modifiers and conversion."""

from dataclasses import replace

from reader.compare.comparison import Modifier
from reader.compare.figures.claims.measures import ages
from reader.compare.figures.numbers.number import number
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.quantities import modifiers, units
from reader.compare.figures.quantities.amounts import amount, plain_amount
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.ranges import ranged
from reader.compare.figures.tokens import Sentence
from reader.lexicon import load, sets

_USE = sets(load("figures")["composition"])
_AGED, _NOT_CONVERTED, _BEFORE_CONVERTED = _USE["aged"], _USE["not_converted"], _USE["before_converted"]
_OLDEST = 120.0
_DEGREES = 2.5
"""How far two temperatures that are one may lie apart, in kelvin."""


def composed(sentence: Sentence, n: Number, least: int) -> ParsedQuantity | None:
    """The number with its range, unit, currency, modifiers and conversion."""
    one = ranged(sentence, amount(sentence, n))
    if one.dimension == "count" and one.core_end == n.end and (age := ages.age(sentence, n.first, n.end)) is not None:
        one = replace(one, end=age[1], unit=age[0], dimension="age")
    elif one.dimension == "count" and one.low < one.high <= _OLDEST and sentence.form(one.first - 1) in _AGED:
        one = replace(one, unit="year", dimension="age")  # aged 18 to 64
    elif one.dimension == "duration" and (old := ages.old(sentence, one.end)) > one.end:
        one = replace(one, end=old, dimension="age")
    one = _modified(sentence, one, least)
    if (n.kind == "vague" and one.modifier is Modifier.NONE and one.low != one.high) or n.open:
        one = replace(one, modifier=Modifier.VAGUE, open=n.open)
    return _converted(sentence, one)


def _modified(sentence: Sentence, one: ParsedQuantity, least: int) -> ParsedQuantity:
    """The reading with the modifier that stands before or after it."""
    modifier, first = modifiers.before(sentence, one.first, one)
    if first < least:
        modifier, first = Modifier.NONE, one.first
    late, end = modifiers.after(sentence, one.end)
    if modifier is Modifier.NONE and late is not Modifier.NONE:
        modifier = late
    if late is not Modifier.NONE:
        one = replace(one, end=end)
        behind = units.unit_after(sentence, end) if one.dimension == "count" and not one.unit else None
        if behind is not None:  # 40-odd years
            one = replace(one, end=behind[1], unit=behind[0].name, dimension=behind[0].dimension)
    if one.modifier is Modifier.RANGE:
        return replace(one, first=min(first, one.first))
    return replace(one, first=first, modifier=modifier)


def _converted(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity:
    """Taken together with the same in another unit behind it in brackets, or after "or": 10 km (6 miles)."""
    if one.dimension in _NOT_CONVERTED:
        return one
    opened = sentence.form(one.end) in ("(", "[", ",", "or") or sentence.form(one.end) == "/"
    if not opened:
        return one
    start = one.end + 1
    while sentence.form(start) in _BEFORE_CONVERTED:
        start += 1
    other = number(sentence, start)
    if other is None or other.kind not in ("cardinal", "fraction"):
        return one
    second = ranged(sentence, plain_amount(sentence, other))
    if (
        second.dimension != one.dimension
        or second.unit == one.unit
        or second.rate != one.rate
        or not _same_amount(one, second)
    ):
        return one
    closes = sentence.form(second.end) in (")", "]")
    return replace(one, end=second.end + closes, converted=(second,))


def _same_amount(one: ParsedQuantity, other: ParsedQuantity) -> bool:
    """Whether the two are one amount, give or take a fifth; temperatures, or how far they rose, by their degrees."""
    a, b = units.in_base(one.high, one.unit), units.in_base(other.high, other.unit)
    if one.dimension == "temperature":
        left, right = units.UNITS[one.unit], units.UNITS[other.unit]
        risen = abs(one.high * left.factor - other.high * right.factor)
        return min(abs(a - b), risen) <= _DEGREES
    return abs(a - b) <= 0.2 * max(abs(a), abs(b))
