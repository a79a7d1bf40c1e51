"""Marks and tints with their heights on the laid-out paper: a bisection finds those in sight."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import QRectF

from reader.text.spans import Span
from reader.ui.compare.highlights import Highlight
from reader.ui.compare.text_geometry import TextGeometry


class Stretch(Protocol):
    """Anything that lies on a span of the article."""

    @property
    def span(self) -> Span:
        """The characters of the article that are marked."""


S = TypeVar("S", bound=Stretch)


@dataclass(slots=True)
class Laid(Generic[S]):
    """A stretch and where it stands; the rectangles are asked for when it first comes into sight."""

    mark: S
    top: float
    bottom: float
    first: float
    """The middle of its first line."""
    last: float
    """The middle of its last line."""
    _rectangles: list[QRectF] | None = field(default=None, repr=False)
    _strips: list[QRectF] | None = field(default=None, repr=False)

    def strips(self, lines: TextGeometry, top: float, bottom: float) -> list[QRectF]:
        """One a line, as high as the line, of those that lie between two heights."""
        if self._strips is None:
            self._strips = lines.strips(self.mark.span)
        return _between(self._strips, top, bottom)

    def rectangles(self, lines: TextGeometry) -> list[QRectF]:
        """The rectangles of its words, one for each line that they stand on."""
        if self._rectangles is None:
            self._rectangles = lines.rectangles(self.mark.span)
        return self._rectangles

    def in_sight(self, lines: TextGeometry, top: float, bottom: float) -> list[QRectF]:
        """Those of its rectangles that lie between two heights."""
        return _between(self.rectangles(lines), top, bottom)


def _between(every: list[QRectF], top: float, bottom: float) -> list[QRectF]:
    first = bisect_left(every, top, key=QRectF.bottom)
    return every[first : bisect_left(every, bottom, lo=first, key=QRectF.top)]


class Layer(Generic[S]):
    """What lies on one article, of one kind."""

    def __init__(self, marks: Sequence[S], lines: TextGeometry) -> None:
        self.all = [_place(mark, lines) for mark in marks]
        self.all.sort(key=lambda placed: placed.top)
        self._tops = [placed.top for placed in self.all]
        self._reach = _running_max(placed.bottom for placed in self.all)
        self._at = {(placed.mark.span.start, placed.mark.span.end): placed for placed in self.all}

    def between(self, top: float, bottom: float) -> Iterator[Laid[S]]:
        """Those in sight between two heights."""
        first = bisect_left(self._reach, top)
        for placed in self.all[first : bisect_left(self._tops, bottom)]:
            if placed.bottom >= top:
                yield placed

    def standing(self, stretch: tuple[int, int]) -> Laid[S]:
        """The one of these characters."""
        return self._at[stretch]


PlacedHighlight = Laid[Highlight]
"""A mark and where it stands."""


class HighlightIndex(Layer[Highlight]):
    """The placed marks of one kind in one article."""

    def __init__(self, marks: Sequence[Highlight], lines: TextGeometry) -> None:
        super().__init__(marks, lines)
        self._of: dict[int, list[PlacedHighlight]] = {}
        for placed in self.all:
            self._of.setdefault(placed.mark.index, []).append(placed)

    def of(self, index: int) -> list[PlacedHighlight]:
        """Those of one passage, quotation or ledger row."""
        return self._of.get(index, [])


def _place(mark: S, lines: TextGeometry) -> Laid[S]:
    top, below = lines.line(mark.span.start)
    above, bottom = lines.line(max(mark.span.start, mark.span.end - 1))
    return Laid(mark, top, bottom, (top + below) / 2, (above + bottom) / 2)


def _running_max(values: Iterable[float]) -> list[float]:
    found: list[float] = []
    for value in values:
        found.append(max(value, found[-1]) if found else value)
    return found
