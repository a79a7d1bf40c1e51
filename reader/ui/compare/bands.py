"""Which links of two neighbouring panes are in sight, and between which heights of the screen they run."""

from collections.abc import Iterable
from dataclasses import dataclass

from reader.ui.compare.pane import Pane
from reader.ui.compare.placed import Placed

OUTSIDE = 12.0
"""How far beyond the edge a band may end: one that goes on for thousands of pixels would be but a vertical line."""


@dataclass(frozen=True, slots=True)
class Band:
    """A passage that both neighbours have: top and bottom at the left and at the right."""

    passage: int
    hue: str
    left: tuple[float, float]
    right: tuple[float, float]
    first: float
    """The middle of its first line at the left."""

    def holds(self, x: float, y: float) -> bool:
        """Whether a point, `x` from 0 at the left to 1 at the right, lies in the band."""
        bend = x * x * (3 - 2 * x)
        top = self.left[0] + (self.right[0] - self.left[0]) * bend
        bottom = self.left[1] + (self.right[1] - self.left[1]) * bend
        return top <= y <= bottom


def bands(left: Pane, right: Pane, height: float) -> list[Band]:
    """The bands of which at least one end is in sight."""
    near = {placed.mark.index for pane in (left, right) for placed in _near(pane, height)}
    return [
        band
        for passage in sorted(near)
        for a in left.passages.of(passage)
        for b in right.passages.of(passage)
        if (band := _band(passage, left, a, right, b, height)) is not None
    ]


def _band(passage: int, left: Pane, a: Placed, right: Pane, b: Placed, height: float) -> Band | None:
    at_left, at_right = _seen(left, a), _seen(right, b)
    if not (_in_sight(at_left, height) or _in_sight(at_right, height)):
        return None
    first = a.first - left.verticalScrollBar().value()
    return Band(passage, a.mark.hue, _clipped(at_left, height), _clipped(at_right, height), first)


def _near(pane: Pane, height: float) -> Iterable[Placed]:
    """What of a pane's passages is in sight, but for those that were dismissed: they join nothing."""
    at = pane.verticalScrollBar().value()
    return (placed for placed in pane.passages.between(at, at + height) if not placed.mark.dismissed)


def _seen(pane: Pane, placed: Placed) -> tuple[float, float]:
    at = pane.verticalScrollBar().value()
    return placed.top - at, placed.bottom - at


def _in_sight(ends: tuple[float, float], height: float) -> bool:
    return ends[1] > 0 and ends[0] < height


def _clipped(ends: tuple[float, float], height: float) -> tuple[float, float]:
    top, bottom = ends
    if bottom <= -OUTSIDE:
        return -OUTSIDE - 4, -OUTSIDE
    if top >= height + OUTSIDE:
        return height + OUTSIDE, height + OUTSIDE + 4
    return top, bottom
