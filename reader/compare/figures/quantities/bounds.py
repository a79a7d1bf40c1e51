"""The bounds table: what a number may be, by the letter and as a reader takes it (CONTRIBUTING has it in words)."""

from reader.compare.comparison import Bounds, Modifier
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.lexicon import load

ABOUT = 0.1
"""How far "about N" and "almost N" reach, as a share of N."""
EXACT_BELOW = 20
"""Counts under this are exact."""
EXACT_DIMENSIONS = frozenset(load("figures")["bounds"]["exact"])
PAIRED = frozenset(load("figures")["bounds"]["paired"])
"""Dimensions whose two values are no range but a pair: the votes for and against, the goals of both sides."""
SPANS = frozenset(load("figures")["bounds"]["spans"])
"""Dimensions in which a range from one moment to another is told as exactly as its ends."""

CLOCK_ROUND, CLOCK_ABOUT = 15.0, 30.0
"""Minutes that a clock time of whole hours ("3 p.m.") may be off, and one with "about"."""


def bounds(reading: ParsedQuantity, tolerance: float) -> tuple[Bounds, Bounds]:
    """Strict and usual bounds of a figure, in its own unit."""
    low, high, step, modifier = reading.low, reading.high, reading.step, reading.modifier
    if reading.dimension in PAIRED:
        return _both(Bounds(min(low, high), max(low, high)))
    if modifier is Modifier.VAGUE:
        return Bounds(low, None if reading.open else high), Bounds(low, high)
    if modifier is Modifier.RANGE or low != high:
        return _both(Bounds(low, high))
    if reading.dimension == "clock":
        return _both(_clock(low, modifier))
    n, reach = low, abs(low) * ABOUT
    match modifier:
        case Modifier.ABOUT:
            return _both(Bounds(n - reach, n + reach))
        case Modifier.ALMOST:
            return _both(Bounds(n - reach, n, high_open=True))
        case Modifier.MORE_THAN:
            return Bounds(n, None, low_open=True), Bounds(n, n + step, low_open=True)
        case Modifier.AT_LEAST:
            return Bounds(n, None), Bounds(n, n + abs(n) / 2)
        case Modifier.UP_TO:
            return Bounds(min(0.0, n), n), Bounds(n / 2, n)
        case Modifier.LESS_THAN:
            return Bounds(min(0.0, n), n, high_open=True), Bounds(n - step, n, high_open=True)
        case _:
            return _both(_plain(n, step, reading.dimension, tolerance))


def _clock(n: float, modifier: Modifier) -> Bounds:
    """A clock time in minutes: whole hours are mostly rounded ones."""
    reach = CLOCK_ABOUT if modifier is not Modifier.NONE else CLOCK_ROUND if n % 60 == 0 else 0.0
    return Bounds(n - reach, n + reach)


def _both(one: Bounds) -> tuple[Bounds, Bounds]:
    return one, one


def _plain(n: float, step: float, dimension: str, tolerance: float) -> Bounds:
    """N, give or take less than half a step, at most the tolerance; what is counted exactly stays itself."""
    if dimension in EXACT_DIMENSIONS or (dimension == "count" and abs(n) < EXACT_BELOW and n == int(n)):
        return Bounds(n, n)
    slack = min(step / 2, abs(n) * tolerance)
    if slack <= 0:
        return Bounds(n, n)
    less_than = slack == step / 2
    return Bounds(n - slack, n + slack, low_open=less_than, high_open=less_than)
