"""The bounds table: what a number may be, by the letter and as a reader takes it (CONTRIBUTING has the table in words)."""

from reader.compare.comparison import Bounds, Modifier

ABOUT = 0.1
"""How far "about N" and "almost N" reach, as a share of N."""
EXACT_BELOW = 20
"""Counts under this are exact."""
EXACT_DIMENSIONS = frozenset(["year", "date", "clock", "age", "ordinal", "reference"])


def bounds(
    low: float, high: float, step: float, modifier: Modifier, dimension: str, tolerance: float, open_end: bool = False
) -> tuple[Bounds, Bounds]:
    """Strict and usual bounds of a value (`low` = `high` unless a range or vague), `step` one unit of its last digit that counts."""
    if modifier is Modifier.VAGUE:
        return Bounds(low, None if open_end else high), Bounds(low, high)
    if modifier is Modifier.RANGE or low != high:
        return _both(Bounds(low, high))
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
            return _both(_plain(n, step, dimension, tolerance))


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
