"""The scroll map: which height of one article goes with which height of another. No Qt, only numbers."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ScrollMode(StrEnum):
    """How the other panes follow the one that a person scrolls."""

    MATCHED = "matched"
    """What is shared stands side by side."""
    PROPORTIONAL = "proportional"
    """The same share of each article is above."""
    FREE = "free"
    """All move by the same distance; the offset between them, made by moving one alone, is kept."""


@dataclass(frozen=True, slots=True)
class Link:
    """A stretch of the left article and the one of the right that belongs to it (half-open), and how heavily."""

    left: tuple[int, int]
    right: tuple[int, int]
    weight: float


def chain(links: Iterable[Link]) -> list[Link]:
    """The heaviest of the links that follow one another, without overlap, in both articles; in n log n.

    Passages cross where articles tell things in another order: those outside the chain are reached by a jump.
    """
    ordered = sorted(links, key=lambda link: (link.left, link.right))
    ends = sorted({link.right[1] for link in ordered})
    best = _Best(len(ends))
    closing = sorted(range(len(ordered)), key=lambda i: ordered[i].left[1])
    weights = [0.0] * len(ordered)
    before = [-1] * len(ordered)
    closed = 0
    for i, link in enumerate(ordered):
        while closed < len(closing) and ordered[closing[closed]].left[1] <= link.left[0]:
            j = closing[closed]
            best.put(bisect_left(ends, ordered[j].right[1]), weights[j], j)
            closed += 1
        weight, before[i] = best.up_to(bisect_right(ends, link.right[0]))
        weights[i] = weight + link.weight
    at = max(range(len(ordered)), key=weights.__getitem__, default=-1)
    found = []
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]


class _Best:
    """A Fenwick tree of the greatest weight, and whose it is, at or below each place."""

    def __init__(self, size: int) -> None:
        self._held: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, place: int, weight: float, whose: int) -> None:
        place += 1
        while place < len(self._held):
            self._held[place] = max(self._held[place], (weight, whose))
            place += place & -place

    def up_to(self, count: int) -> tuple[float, int]:
        """The best among the first `count` places."""
        found = (0.0, -1)
        while count > 0:
            found = max(found, self._held[count])
            count -= count & -count
        return found


class Heights:
    """A piecewise linear map between the heights of two articles, each from 0 to its own whole height."""

    def __init__(self, anchors: Sequence[tuple[float, float]], left: float, right: float) -> None:
        """`anchors` are paired heights in order; what would fold back or stand still is left out."""
        xs, ys = [0.0], [0.0]
        for x, y in anchors:
            if xs[-1] + 1 <= x <= left - 1 and ys[-1] + 1 <= y <= right - 1:
                xs.append(x)
                ys.append(y)
        self._xs = [*xs, max(left, xs[-1] + 1)]
        self._ys = [*ys, max(right, ys[-1] + 1)]

    def across(self, x: float) -> float:
        """The height of the right article that goes with a height of the left one."""
        return _between(self._xs, self._ys, x)

    def back(self, y: float) -> float:
        """The height of the left article that goes with a height of the right one."""
        return _between(self._ys, self._xs, y)


def _between(xs: list[float], ys: list[float], x: float) -> float:
    i = min(max(bisect_right(xs, x), 1), len(xs) - 1)
    return ys[i - 1] + (x - xs[i - 1]) * (ys[i] - ys[i - 1]) / (xs[i] - xs[i - 1])


@dataclass(frozen=True, slots=True)
class Extent:
    """What a pane can show: the height of its article and of the page seen at once, in pixels."""

    whole: float
    page: float

    @property
    def end(self) -> float:
        """The furthest that it scrolls."""
        return max(0.0, self.whole - self.page)

    def clamped(self, value: float) -> float:
        """The nearest value that it can scroll to."""
        return min(max(value, 0.0), self.end)

    def held(self, value: float) -> float:
        """The share of the page at which heights are held equal.

        Its middle, sliding to the top edge within half a page of the start and to the bottom edge within half a page of
        the end, so that both ends are reached (Meld's sync point). An article hardly longer than its page slides all
        the way.
        """
        half = min(self.page, self.end) / 2
        if half <= 0:
            return 0.0
        first, last = min(1.0, value / half), min(1.0, (self.end - value) / half)
        return 0.5 * max(first, 0.0) + 0.5 * (1 - max(last, 0.0))


def follow(value: float, driver: Extent, other: Extent, heights: Heights) -> float:
    """Where the other pane stands when the driver, the left of `heights`, stands at `value`."""
    held = driver.held(value)
    return other.clamped(heights.across(value + held * driver.page) - held * other.page)


def standing(height: float, pane: Extent) -> float:
    """The value at which a height of the article stands where heights are held: `follow`'s question turned round."""
    low, high = 0.0, pane.end
    for _step in range(48):
        middle = (low + high) / 2
        if middle + pane.held(middle) * pane.page < height:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def proportion(value: float, driver: Extent, other: Extent) -> float:
    """Where the other pane stands for the same share of each above."""
    return other.end * value / driver.end if driver.end else 0.0


def decayed(offset: float, moved: float, driver: Extent, value: float) -> float:
    """What is left of a pane's offset from its matched place after the driver moved on.

    A jump may set panes side by side that the map would not; they find back smoothly, and are back at either end.
    """
    left = max(0.0, abs(offset) - abs(moved) / 2)
    room = max(0.0, min(value, driver.end - value))
    return min(left, room) * (1 if offset > 0 else -1)
