"""The verdict on two figures of one scope, by the bounds table."""

from collections.abc import Callable
from dataclasses import replace

from reader.compare.comparison import Bounds, Modifier, Quantity, Reason, ReasonKind, Verdict
from reader.compare.figures.quantities.bounds import PAIRED, SPANS
from reader.compare.figures.quantities.clocks import clock_in_utc
from reader.compare.figures.quantities.units import UNITS, in_base


def verdict(left: Quantity, right: Quantity) -> tuple[Verdict, Reason]:
    """What two quantities of one dimension are to one another, and why, in the left one's unit."""
    a, b, other_units = _in_common(left, right)
    strict, usual = (a.strict, b.strict), (a.usual, b.usual)
    same_value = all(abs(x - y) <= 1e-9 * max(1.0, abs(x)) for x, y in zip(a.value, b.value, strict=True))
    if same_value and left.modifier is right.modifier:
        return Verdict.AGREE, Reason(ReasonKind.SAME, *strict)
    if left.dimension in PAIRED or (_is_span_of_time(left) and _is_span_of_time(right)):
        # the votes for and against are no range in which others may lie, nor are the years from 1997 to 2009
        return Verdict.CONFLICT, Reason(ReasonKind.OUTSIDE, *strict)
    if _apart(*strict) and not (other_units and not _apart(_loose(a), _loose(b))):
        return Verdict.CONFLICT, Reason(ReasonKind.OUTSIDE, *strict)
    if other_units and a.modifier is b.modifier is Modifier.NONE:
        return Verdict.CONSISTENT, Reason(ReasonKind.CONVERTED, *strict)
    if _apart(*usual) or _other_limits(a, b):
        return Verdict.TENSION, Reason(ReasonKind.USUALLY_APART, *usual)
    return Verdict.CONSISTENT, Reason(ReasonKind.OVERLAP, *strict)


def commensurate(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Two figures as they can be held against one another: both as shares, by what both tell of the calendar, bare
    degrees on the scale of the other; as they stand where nothing of that is so."""
    if left.dimension != right.dimension:
        if is_share(left) and is_share(right):
            return in_percent(left), in_percent(right)
        if {left.dimension, right.dimension} == PAIRED:  # a vote that one of them does not call so
            return left, replace(right, dimension=left.dimension)
        if is_degree(left) and right.dimension == "temperature":
            return _on_scale(left, right), right
        if is_degree(right) and left.dimension == "temperature":
            return left, _on_scale(right, left)
    return in_calendar(left, right)


def is_one_currency(a: Quantity, b: Quantity) -> bool:
    """Whether two sums are of one currency, and reckoned by the same where both say by what: $3 a day."""
    (currency, _, rate), (other, _, other_rate) = a.unit.partition(PER), b.unit.partition(PER)
    return currency == other and (rate == other_rate or not (rate and other_rate))


PER = " per "
"""Stands between a unit and what it is reckoned by."""


def is_degree(quantity: Quantity) -> bool:
    """Whether it is told in degrees, nobody says of what."""
    return quantity.dimension == "angle" and quantity.unit == "degree"


def _on_scale(bare: Quantity, known: Quantity) -> Quantity:
    """Bare degrees on the scale on which they lie nearer to a temperature that names its own."""
    scales = [replace(bare, dimension="temperature", unit=unit, converted=()) for unit in ("C", "F")]
    there = in_base(known.value[1], known.unit)
    return min(scales, key=lambda one: abs(in_base(one.value[1], one.unit) - there))


def is_moment_of_year(quantity: Quantity) -> bool:
    """Whether it is a year, or a month of a year that is told."""
    return quantity.dimension == "year" or (quantity.dimension == "month" and quantity.value[0] >= _WITH_YEAR)


_WITH_YEAR = 10_000
"""From which value on a month tells its year."""


def is_part_of_month(quantity: Quantity) -> bool:
    """Whether it is a month of which only a part is told: late October."""
    return quantity.dimension == "day" and quantity.value[0] % 100 == 0


def _of_part_of_month(quantity: Quantity) -> Quantity:
    return _turned(quantity, lambda day: day // 100, "month") if is_part_of_month(quantity) else quantity


def of_year(quantity: Quantity) -> Quantity:
    """The year of a month; what is none as it stands."""
    return quantity if quantity.dimension != "month" else _turned(quantity, lambda month: month // 100, "year")


def of_month(quantity: Quantity) -> Quantity:
    """The month, whatever its year."""
    return _turned(quantity, lambda month: month % 100, "month")


def _turned(quantity: Quantity, turn: Callable[[float], float], dimension: str) -> Quantity:
    low, high = (turn(value) for value in quantity.value)
    bounds = Bounds(low, high)
    return Quantity((low, high), bounds, bounds, quantity.unit, dimension, quantity.modifier)


def in_calendar(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Two moments by what both tell: March 2019 and 2021 by their years, March 2019 and May by their months."""
    if left.dimension != right.dimension and is_moment_of_year(left) and is_moment_of_year(right):
        return of_year(left), of_year(right)
    if "month" in (left.dimension, right.dimension):
        left, right = _of_part_of_month(left), _of_part_of_month(right)
    if left.dimension == right.dimension == "month" and is_moment_of_year(left) != is_moment_of_year(right):
        return of_month(left), of_month(right)
    return left, right


def _is_span_of_time(quantity: Quantity) -> bool:
    """Whether both ends are told: from 1997 to 2009, 3 to 5 May; not the 1960s, in which other years may lie."""
    low, high = quantity.value
    return quantity.dimension in SPANS and low < high and not (low % 10 == 0 and high - low in _DECADE_OR_CENTURY)


_DECADE_OR_CENTURY = (9, 99)


def _other_limits(a: Quantity, b: Quantity) -> bool:
    """Whether each says how many it is at most, and one says many more: up to 900,000, up to 1.6 million."""
    less, more = sorted((a.value[1], b.value[1]))
    return a.modifier is b.modifier is Modifier.UP_TO and more > less * _LIMITS > 0


_LIMITS = 1.2
"""How many times one limit must be the other for the two to differ."""


def is_share(quantity: Quantity) -> bool:
    """Whether it is a part of a whole: per cents, one in eight, a third."""
    if quantity.dimension == "percent":
        return True
    low, high = quantity.value
    return quantity.dimension in ("ratio", "count") and 0 < low <= high < 1


def in_percent(quantity: Quantity) -> Quantity:
    """A share in per cent, whatever it was told in: a tenth is 10 per cent, give or take what a round part leaves open.

    Parts are round numbers: a third may be 30 or 36 per cent.
    """
    if quantity.dimension == "percent":
        return quantity
    slack = 0.0 if quantity.modifier is not Modifier.NONE else ROUND

    def turned(bounds: Bounds) -> Bounds:
        high = None if bounds.high is None else bounds.high * 100 * (1 + slack)
        return Bounds(bounds.low * 100 * (1 - slack), high, bounds.low_open, bounds.high_open)

    low, high = quantity.value
    return Quantity(
        (low * 100, high * 100), turned(quantity.strict), turned(quantity.usual), "%", "percent", quantity.modifier
    )


ROUND = 0.1
"""How much a part told in words (a third, one in eight) may be off, as a share of it."""


def _apart(a: Bounds, b: Bounds) -> bool:
    return a.disjoint(b)


def _in_common(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity, bool]:
    """Both in one unit, the left one's where there is a choice, and whether one had to be converted."""
    lefts, rights = (left, *left.converted), (right, *right.converted)
    if left.unit == right.unit:
        return left, right, False
    for a in lefts:
        for b in rights:
            if a.unit == b.unit:
                return a, b, True
    return left, in_unit(right, left.unit), True


def in_unit(quantity: Quantity, unit: str) -> Quantity:
    """The quantity in another unit of its dimension."""
    if quantity.unit not in UNITS or unit not in UNITS:
        return quantity
    target = UNITS[unit]

    def turn(value: float) -> float:
        return (in_base(value, quantity.unit) - target.offset) / target.factor

    def turned(bounds: Bounds) -> Bounds:
        return Bounds(
            turn(bounds.low), None if bounds.high is None else turn(bounds.high), bounds.low_open, bounds.high_open
        )

    low, high = quantity.value
    return Quantity(
        (turn(low), turn(high)),
        turned(quantity.strict),
        turned(quantity.usual),
        unit,
        quantity.dimension,
        quantity.modifier,
    )


def _loose(quantity: Quantity) -> Bounds:
    """The bounds widened by what rounding a conversion may cost."""
    bounds = quantity.strict
    reach = max(abs(quantity.value[0]), abs(quantity.value[1])) * CONVERTED
    return Bounds(bounds.low - reach, None if bounds.high is None else bounds.high + reach)


CONVERTED = 0.04
"""What rounding may cost on each side of a conversion, as a share: six miles are 9.66 km, and written for ten."""


def clock_verdict(left: Quantity, right: Quantity) -> Verdict | None:
    """Of two clock times, one of them at least with its zone; None where zones make them incomparable."""
    if left.zone == right.zone or not (left.zone and right.zone):
        return None
    a, b = clock_in_utc(left.value[0], left.zone), clock_in_utc(right.value[0], right.zone)
    if a is not None and b is not None:
        return Verdict.CONSISTENT if a == b else Verdict.CONFLICT
    return Verdict.CONFLICT if left.value[0] % 720 == right.value[0] % 720 else None
