"""Scales of a picture: round steps for numbers, and room between things that would lie on one another."""

import math
from collections.abc import Sequence

_MOST_STEPS = 5
_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_WIDE = 300.0
"""From the smallest to the largest by so many times, steps are of equal factors: else all but the largest is one."""


class Scale:
    """Turns numbers into heights: `bottom` for the lowest and `top` for the highest."""

    def __init__(self, numbers: Sequence[float], bottom: float, top: float) -> None:
        low, high = min(numbers), max(numbers)
        self.is_logarithmic = low > 0 and high / low > _WIDE
        self._bottom, self._top = bottom, top
        if self.is_logarithmic:
            self.steps = [10.0**n for n in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]
        else:
            self.steps = steps(low, high)
        self.low, self.high = self.steps[0], self.steps[-1]

    def __call__(self, number: float) -> float:
        number = min(max(number, self.low), self.high)
        low, high = self.low, self.high
        if self.is_logarithmic:
            number, low, high = (math.log10(one) for one in (number, low, high))
        return self._bottom + (self._top - self._bottom) * (number - low) / (high - low)


def steps(low: float, high: float) -> list[float]:
    """Round numbers at equal distances, from below the lowest to above the highest; whole ones between whole ones."""
    whole = float(low).is_integer() and float(high).is_integer()
    if low == high:
        reach = abs(low) * 0.1 or 1.0
        low, high = low - reach, high + reach
    least = max((high - low) / (_MOST_STEPS - 1), 1.0 if whole else 0.0)
    power = 10.0 ** math.floor(math.log10(least))
    known = (s * power for s in _STEPS if s * power >= least * (1 - 1e-9))
    step = next(one for one in known if not whole or one.is_integer())
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [n * step for n in range(first, last + 1)]


def apart(places: Sequence[float], widths: Sequence[float], low: float, high: float) -> list[float]:
    """Centres as near to `places` (ascending) as may be, none within another's width, in `low` to `high` if they fit.

    What does not fit reaches beyond `high`.
    """
    found: list[float] = []
    edge = low
    for place, width in zip(places, widths, strict=True):
        found.append(max(place, edge + width / 2))
        edge = found[-1] + width / 2
    edge = max(high, low + sum(widths))
    for n in range(len(found) - 1, -1, -1):
        found[n] = min(found[n], edge - widths[n] / 2)
        edge = found[n] - widths[n] / 2
    return found
