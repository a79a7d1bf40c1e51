"""A number put together with its unit, currency, range, modifiers and conversion."""

from dataclasses import replace

from reader.compare.comparison import Modifier
from reader.compare.figures.claims.measures import ages
from reader.compare.figures.decoys import designations
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.number import number
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.quantities import modifiers, units
from reader.compare.figures.quantities.reading import Reading
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load, sets


def composed(sentence: Sentence, n: Number, least: int) -> Reading | None:
    """The number with its range, unit, currency, modifiers and conversion."""
    one = _calibre(sentence, n) or _compound(sentence, _measured(sentence, n))
    one = _ranged(sentence, one)
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


_USE = sets(load("figures")["composition"])
_CALIBRES = frozenset(load("numbers")["designators"]["after"])
_AGED, _TIMES = _USE["aged"], _USE["times"]
_OLDEST = 120.0
_RISING = _USE["rising"]
_STEP = 3.0
"""How many times a step is smaller than the level that it leads to."""


def _calibre(sentence: Sentence, n: Number) -> Reading | None:
    """.38-calibre, .357 Magnum, 12-gauge."""
    k = n.end + (sentence.form(n.end) == "-")
    if n.kind != "cardinal" or sentence.form(k) not in _CALIBRES:
        return None
    return Reading(n.first, k + 1, n.first, n.end, n.low, n.high, n.step, sentence.form(k), "calibre")


def _measured(sentence: Sentence, n: Number) -> Reading:
    """The number with its currency or unit."""
    one = Reading(n.first, n.end, n.first, n.end, n.low, n.high, n.step)
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
        return _per_heads(sentence, _of_magnitude(sentence, _multiple(sentence, one)))
    unit, end = named
    if unit.dimension == "money" and unit.factor == 1 and (hundredths := _hundredths(sentence, end)) is not None:
        one, end = replace(one, low=one.low + hundredths[0], high=one.high + hundredths[0], step=0.01), hundredths[1]
    rate, end = units.rate_after(sentence, end) if unit.dimension not in ("percent", "points") else ("", end)
    return replace(one, end=end, unit=unit.name, dimension=unit.dimension, rate=rate)


def _multiple(sentence: Sentence, one: Reading) -> Reading:
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


def _per_heads(sentence: Sentence, one: Reading) -> Reading:
    """A count of so many heads is a rate: 1.2 deaths per 100,000."""
    if one.dimension != "count":
        return one
    heads, end = units.heads_after(sentence, one.end)
    return replace(one, end=end, unit=f"per {heads}", dimension="rate") if heads else one


def _compound(sentence: Sentence, one: Reading) -> Reading:
    """Told in two units: 6ft 2in, six-foot-two, 6'2", two years and six months."""
    if one.unit == "" and (feet := _strokes(sentence, one)) is not None:
        return feet
    if one.dimension not in _COMPOUND or one.rate or one.low != one.high or one.low != int(one.low):
        return one
    if (inches := _bare_inches(sentence, one)) is not None:
        return inches
    k = one.end + (sentence.form(one.end) == "and")
    small = number(sentence, k)
    named = units.unit_after(sentence, small.end) if small is not None and small.kind == "cardinal" else None
    if small is None or named is None or named[0].dimension != one.dimension or small.low != small.high:
        return one
    share = small.low * named[0].factor / units.UNITS[one.unit].factor if one.unit in units.UNITS else 1.0
    if not 0 < share < 1 or modifiers.before(sentence, small.first)[1] != small.first:
        return one
    end = units.rate_after(sentence, named[1])
    return one if end[0] else _extended(one, share, small.end, named[1])


def _strokes(sentence: Sentence, one: Reading) -> Reading | None:
    """6'2", 5’10”."""
    k = one.end
    inches = sentence.at(k + 1)
    if sentence.form(k) != "'" or not (sentence.glued(k) and inches.glued and inches.text.isdecimal()):
        return None
    closed = sentence.at(k + 2).glued and sentence.at(k + 2).text in _INCH_SIGNS
    if len(inches.text) > 2 or int(inches.text) > 11 or not (closed and 0 < one.low < _TALLEST):
        return None
    return _extended(replace(one, unit="foot", dimension="length"), int(inches.text) / 12, k + 2, k + 3)


_INCH_SIGNS = frozenset('"”″')
_TALLEST = 12.0
"""Feet; more is told in words."""


def _bare_inches(sentence: Sentence, one: Reading) -> Reading | None:
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


def _extended(one: Reading, share: float, core_end: int, end: int) -> Reading:
    value = one.low + share
    return replace(one, end=end, core_end=core_end, low=value, high=value, step=min(one.step, share))


_COMPOUND = _USE["compound"]


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


def _of_magnitude(sentence: Sentence, one: Reading) -> Reading:
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


_MEASURED = numerals.GRAMMAR["quake_measured"]
_QUAKES = numerals.GRAMMAR["quakes"]


def _of_a_quake(sentence: Sentence, one: Reading) -> bool:
    """The earthquake measured 6.5: no noun follows the number."""
    follows = sentence.at(one.end)
    bare = follows.kind != LETTERS or follows.form in _AFTER_MAGNITUDE
    return bare and any(sentence.form(k) in _QUAKES for k in range(max(0, one.first - 14), one.first))


_BEFORE_MAGNITUDE, _AFTER_MAGNITUDE = _USE["before_magnitude"], _USE["after_magnitude"]
_TO, _OPENERS, _BEHIND_OPENERS = _USE["link"], _USE["openers"], _USE["behind_openers"]


def _ranged(sentence: Sentence, one: Reading) -> Reading:
    """Between 5 and 10, 10 to 15, 10-15, three or four."""
    k = one.end
    opener = _opener(sentence, one.first)
    link = sentence.form(k)
    if link == "-" and sentence.form(k + 1) == "to":  # a 40- to 50-strong
        k += 1
    if link == "-" and k == one.end and not sentence.glued(k) and sentence.form(k + 1) != "to":
        return one  # a dash between two clauses
    if link == "-" and sentence.form(one.first - 1) == "-" and sentence.glued(one.first):
        return one  # three-nought-four is no range
    if not (link in _TO or (link == "and" and opener == "between") or (link == "up" and opener == "from")):
        return one
    start = k + 1
    if sentence.form(start) == "-" and link == "to":
        start += 1
    if link == "up" and sentence.form(k + 1) == "to":
        start, link = k + 2, "to"
    while sentence.at(start).kind not in (DIGITS, LETTERS) and sentence.at(start).text and start < k + 4:
        start += 1  # past a currency sign
    if sentence.at(start).text.isupper() and units.money_before(sentence, start + 1) is not None:
        start += 1
    if sentence.at(start).text in ("$", "€", "£"):
        start += 1
    other = number(sentence, start)
    if other is None or other.kind not in ("cardinal", "fraction") or designations.past(sentence, start) > start:
        return one
    right = _measured(sentence, other)
    return _joined(sentence, one, right, link, opener)


def _opener(sentence: Sentence, i: int) -> str:
    for back in (i - 1, i - 2, i - 3):
        if sentence.form(back) in _OPENERS:
            return sentence.form(back)
        if sentence.form(back) not in _BEHIND_OPENERS:
            return ""
    return ""


def _joined(sentence: Sentence, left: Reading, right: Reading, link: str, opener: str) -> Reading:
    """Both ends as one reading where they make a range; else the left one."""
    if left.unit and not right.unit and left.dimension != "money":
        return left
    low, high = left.low, right.high
    if left.unit != right.unit and left.unit and right.unit:
        return left
    if (high < 1e15 and low < high and not left.unit) or left.dimension == "money":
        low *= _shared_scale(sentence, left, right)
    if not low < high and not (opener == "from" and link == "to"):
        return left
    if link == "or" and not (low == int(low) and high - low <= max(3.0, low)):
        return left
    if link == "-" and right.dimension == "count" and not left.unit and high > 1000 * max(low, 1.0):
        return left
    if left.unit and right.unit and link == "to" and high > _STEP * low and sentence.form(left.first - 1) in _RISING:
        return left  # rose 1.2p to 45.6p
    carrier = right if right.unit else left
    if carrier.unit and not left.unit and not right.unit:
        return left
    return replace(
        left,
        end=right.end,
        core_end=right.core_end,
        low=min(low, high),
        high=max(low, high),
        step=right.step,
        unit=carrier.unit,
        dimension=carrier.dimension,
        rate=right.rate,
        modifier=Modifier.RANGE,
    )


def _shared_scale(sentence: Sentence, left: Reading, right: Reading) -> float:
    """The scale that the right number says for both: 1 to 2 thousand, $89 to $93 billion."""
    form = sentence.form(right.core_end - 1)
    factor = numerals.MULTIPLIERS.get(form) or (
        numerals.SUFFIXES.get(sentence.at(right.core_end - 1).text, 0.0)
        if sentence.at(right.core_end - 1).kind == LETTERS
        else 0.0
    )
    last_left = sentence.at(left.core_end - 1)
    if (
        not factor
        or last_left.form in numerals.MULTIPLIERS
        or (last_left.kind == LETTERS and last_left.text in numerals.SUFFIXES)
        or left.low >= factor
        or right.core_end - right.core < 2
    ):
        return 1.0
    return factor if left.low < right.high / factor else 1.0


def _modified(sentence: Sentence, one: Reading, least: int) -> Reading:
    """The reading with the modifier that stands before or after it."""
    modifier, first = modifiers.before(sentence, one.first, one)
    if first < least:
        modifier, first = Modifier.NONE, one.first
    late, end = modifiers.after(sentence, one.end)
    if modifier is Modifier.NONE and late is not Modifier.NONE:
        modifier = late
    if late is not Modifier.NONE:
        one = replace(one, end=end)
    if one.modifier is Modifier.RANGE:
        return replace(one, first=min(first, one.first))
    return replace(one, first=first, modifier=modifier)


def _converted(sentence: Sentence, one: Reading) -> Reading:
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
    second = _ranged(sentence, _measured(sentence, other))
    if (
        second.dimension != one.dimension
        or second.unit == one.unit
        or second.rate != one.rate
        or not _same_amount(one, second)
    ):
        return one
    closes = sentence.form(second.end) in (")", "]")
    return replace(one, end=second.end + closes, converted=(second,))


_NOT_CONVERTED, _BEFORE_CONVERTED = _USE["not_converted"], _USE["before_converted"]


def _same_amount(one: Reading, other: Reading) -> bool:
    """Whether the two are one amount, give or take a fifth; temperatures, or how far they rose, by their degrees."""
    a, b = units.in_base(one.high, one.unit), units.in_base(other.high, other.unit)
    if one.dimension == "temperature":
        left, right = units.UNITS[one.unit], units.UNITS[other.unit]
        risen = abs(one.high * left.factor - other.high * right.factor)
        return min(abs(a - b), risen) <= _DEGREES
    return abs(a - b) <= 0.2 * max(abs(a), abs(b))


_DEGREES = 2.5
"""How far two temperatures that are one may lie apart, in kelvin."""
