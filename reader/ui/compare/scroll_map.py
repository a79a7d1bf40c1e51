"""The scroll map: where one pane stands for where another stands. No Qt, only numbers."""

from bisect import bisect_right
from collections.abc import Iterable
from enum import StrEnum
from operator import itemgetter

from reader.dataclass import dataclass

LINE = 1 / 3
"""How far down the page, as a share of it, the reading line is: what stands there is level in all panes."""


class ScrollMode(StrEnum):
    """How the other panes follow the one that a person scrolls."""

    MATCHED = "matched"
    """What is shared stands side by side."""
    PROPORTIONAL = "proportional"
    """The same share of each article is above."""
    FREE = "free"
    """All move by the same distance; the offset between them, made by moving one alone, is kept."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What a pane can show: the height of its article and of the page seen at once, in pixels."""

    whole: float
    page: float

    @property
    def end(self) -> float:
        """The furthest that it scrolls."""
        return max(0.0, self.whole - self.page)

    @property
    def line(self) -> float:
        """How far below the top of the page the reading line is."""
        return self.page * LINE

    def clamped(self, value: float) -> float:
        """The nearest value that it can scroll to."""
        return min(max(value, 0.0), self.end)

    def standing(self, height: float) -> float:
        """The value at which a height of the article stands on the reading line, or as near as it comes."""
        return self.clamped(height - self.line)


class ScrollMap:
    """Where another pane stands for where the leading one stands: piecewise linear, and never falling.

    What stands on the reading line of the leading pane stands on that of the other, wherever both can scroll so far;
    both show their beginnings together, and their ends.
    """

    def __init__(self, anchors: Iterable[tuple[float, float]], leading: Extent, other: Extent) -> None:
        """`anchors` are paired heights in order; what would fold back or stand still is left out."""
        self._knots = [(0.0, 0.0)]
        height = 0.0
        for x, y in anchors:
            value = x - leading.line
            if self._knots[-1][0] + 1 <= value <= leading.end - 1 and y >= height + 1:
                self._knots.append((value, other.standing(y)))
                height = y
        self._knots.append((max(leading.end, self._knots[-1][0] + 1), other.end))

    def __call__(self, value: float) -> float:
        """Where the other pane stands."""
        at = min(max(bisect_right(self._knots, value, key=itemgetter(0)), 1), len(self._knots) - 1)
        (x, y), (right, above) = self._knots[at - 1], self._knots[at]
        return y + (value - x) * (above - y) / (right - x)

    def through(self, value: float, other: float) -> "Detour":
        """The way from where the two stand now, wherever that is, back to the map: without a step back."""
        before = max((knot for knot in self._knots if knot[0] < value and knot[1] <= other), default=(value, other))
        after = min((knot for knot in self._knots if knot[0] > value and knot[1] >= other), default=(value, other))
        return Detour(self, before, (value, other), after)


@dataclass(frozen=True, slots=True)
class Detour:
    """Leads from a place off the map to the next knots of it on either side.

    Panes are off the map where a jump set a passage beside its like that the map passes over, where a pane was moved
    by itself, and where another pane took the lead: every two have a map of their own.
    """

    home: ScrollMap
    before: tuple[float, float]
    here: tuple[float, float]
    after: tuple[float, float]

    def over(self, value: float) -> bool:
        """Whether the map leads from here on."""
        return not self.before[0] < value < self.after[0] and value != self.here[0]

    def __call__(self, value: float) -> float:
        """Where the other pane stands."""
        if value == self.here[0]:
            return self.here[1]
        if self.over(value):
            return self.home(value)
        (x, y), (right, above) = (self.before, self.here) if value < self.here[0] else (self.here, self.after)
        return y + (value - x) * (above - y) / (right - x)
