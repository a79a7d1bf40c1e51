"""The channel at a pane's far edge: what is chosen is joined with the neighbour, the rest has a short tick.

It is written as from left to right; where the window is read from right to left, it is mirrored as a whole.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.compare.comparison import CLASH, Verdict
from reader.dataclass import dataclass
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.highlights import Highlight, PlacedHighlight
from reader.ui.direction import is_leftwards
from reader.ui.widgets.plain_text import show_tip
from reader.wording.lines import short_name

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


def bands(left: ArticleView, right: ArticleView, height: float) -> list[Band]:
    """The bands of which at least one end is in sight."""
    near = {placed.mark.index for pane in (left, right) for placed in _near(pane, height)}
    return [
        band
        for passage in sorted(near)
        for a in left.passages.of(passage)
        for b in right.passages.of(passage)
        if (band := _band(passage, left, a, right, b, height)) is not None
    ]


def _band(
    passage: int, left: ArticleView, a: PlacedHighlight, right: ArticleView, b: PlacedHighlight, height: float
) -> Band | None:
    at_left, at_right = _seen(left, a), _seen(right, b)
    if not (_in_sight(at_left, height) or _in_sight(at_right, height)):
        return None
    first = a.first - left.verticalScrollBar().value()
    return Band(passage, a.mark.hue, _clipped(at_left, height), _clipped(at_right, height), first)


def _near(pane: ArticleView, height: float) -> Iterable[PlacedHighlight]:
    """What of a pane's passages is in sight, but for those that were dismissed: they join nothing."""
    at = pane.verticalScrollBar().value()
    return (placed for placed in pane.passages.between(at, at + height) if not placed.mark.dismissed)


def _seen(pane: ArticleView, placed: PlacedHighlight) -> tuple[float, float]:
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


WIDTH = 11
TICK = 6.0
FAINT = {"passage": "passage_2", "quotation": "quotation"}
"""Grounds of the ribbons that the mouse is over, by the hue of what they join."""
RING = 3.5
"""Half the width of the ring at what the neighbour lacks."""


class LinkChannel(QWidget):
    """Paints the links of a pane with the one at its right; beside the last pane it is but room."""

    def __init__(self, left: ArticleView) -> None:
        super().__init__()
        self._left = left
        self._right: ArticleView | None = None
        self._chosen: int | None = None
        self._row: int | None = None
        self._colour = ""
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def link(self, right: ArticleView | None) -> None:
        """Join with this pane from here on."""
        if right is self._right:
            return
        self._right = right
        left = short_name(self._left.article)
        said = _("Links from {left} to {right}").format(left=left, right=short_name(right.article)) if right else ""
        self.setAccessibleName(said)
        self.update()

    @property
    def linked(self) -> bool:
        """Whether there is a neighbour to join with."""
        return self._right is not None

    def sizeHint(self) -> QSize:
        """As wide as a join needs to bend."""
        return QSize(WIDTH, 60)

    def choose(self, passage: int | None) -> None:
        """Draw the join of this passage stronger than the others; None draws all alike."""
        self._chosen = passage
        self.update()

    def join_figures(self, row: int | None, verdict: Verdict | None) -> None:
        """Join the figures of a row of the ledger, in the colour of its verdict; None joins none."""
        clash = verdict in CLASH
        self._row = row
        self._colour = f"{verdict.value}_edge" if verdict is not None and clash else "passage_edge_selected"
        self.update()

    def point(self, passage: int | None) -> None:
        """Join this passage too: the mouse is over it."""
        if passage != self._pointed:
            self._pointed = passage
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ticks, then what is joined, the chosen one last and strongest."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now["base"])
        if is_leftwards(self):
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        right = self._right
        if right is None or self._left.waiting or right.waiting:
            return
        painter.fillRect(self.width() - 1, 0, 1, self.height(), now["hair"])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = bands(self._left, right, self.height())
        for band in seen:
            self._tick(painter, band)
        for band in sorted(seen, key=lambda band: band.passage == self._chosen):
            if band.passage in (self._chosen, self._pointed):
                self._ribbon(painter, band)
        if self._chosen is not None and not right.passages.of(self._chosen):
            self._ring(painter, self._chosen)
        if self._row is not None:
            self._join(painter, self._row, right)

    def _tick(self, painter: QPainter, band: Band) -> None:
        """At the first line of what the neighbour has too."""
        painter.setPen(QPen(theme.current()[f"{band.hue}_edge"], 1))
        y = round(band.first) + 0.5
        painter.drawLine(QPointF(1, y), QPointF(TICK, y))

    def _ribbon(self, painter: QPainter, band: Band) -> None:
        now, chosen, width = theme.current(), band.passage == self._chosen, float(self.width())
        (a, b), (c, d) = band.left, band.right
        path = QPainterPath(QPointF(0, a))
        path.cubicTo(QPointF(width / 2, a), QPointF(width / 2, c), QPointF(width, c))
        path.lineTo(QPointF(width, d))
        path.cubicTo(QPointF(width / 2, d), QPointF(width / 2, b), QPointF(0, b))
        path.closeSubpath()
        painter.setBrush(now[f"{band.hue}_selected" if chosen else FAINT[band.hue]])
        painter.setPen(QPen(now[f"{band.hue}_edge"], 1.0))
        painter.drawPath(path)

    def _ring(self, painter: QPainter, passage: int) -> None:
        """Where the neighbour lacks what is chosen, the link ends."""
        at = self._left.verticalScrollBar().value()
        for placed in self._left.passages.of(passage):
            colour, y = theme.current()[f"{placed.mark.hue}_edge"], placed.first - at
            painter.setPen(QPen(colour, 1.5))
            painter.setBrush(theme.current()["base"])
            painter.drawLine(QPointF(0, y), QPointF(self.width() - 2 * RING - 1, y))
            painter.drawEllipse(QRectF(self.width() - 2 * RING - 1, y - RING, 2 * RING, 2 * RING))

    def _join(self, painter: QPainter, row: int, right: ArticleView) -> None:
        """A line from the figure here to the one there; it ends in a ring at whichever pane lacks one."""
        here, there = self._height(self._left, row), self._height(right, row)
        painter.setPen(QPen(theme.current()[self._colour], 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width, ring = float(self.width()), 2 * RING
        if here is not None and there is not None:
            path = QPainterPath(QPointF(0, here))
            path.cubicTo(QPointF(width / 2, here), QPointF(width / 2, there), QPointF(width, there))
            painter.drawPath(path)
            return
        painter.setBrush(theme.current()["base"])
        if here is not None:
            painter.drawLine(QPointF(0, here), QPointF(width - ring - 1, here))
            painter.drawEllipse(QRectF(width - ring - 1, here - RING, ring, ring))
        elif there is not None:
            painter.drawLine(QPointF(ring + 1, there), QPointF(width, there))
            painter.drawEllipse(QRectF(1, there - RING, ring, ring))

    @staticmethod
    def _height(pane: ArticleView, row: int) -> float | None:
        """How far down the view a pane has the first figure of a row: below its line."""
        placed = pane.figures.of(row)
        if not placed:
            return None
        return pane.lines.line(placed[0].mark.span.start)[1] - pane.verticalScrollBar().value() - 0.5

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As over the pane."""
        self._left.wheelEvent(event)

    def _under(self, place: QPointF) -> Highlight | None:
        """The passage, as the pane has it, whose link is at a place; the slimmest of several."""
        if self._right is None:
            return None
        x = place.x() / self.width()
        x = 1 - x if is_leftwards(self) else x
        at = [band for band in bands(self._left, self._right, self.height()) if band.holds(x, place.y())]
        slimmest = min(at, key=lambda band: band.left[1] - band.left[0], default=None)
        return self._left.passages.of(slimmest.passage)[0].mark if slimmest is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a link chooses its passage."""
        mark = self._under(event.position())
        if mark is not None:
            self._left.marked.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The link under the mouse is drawn, and a hand says that it can be clicked."""
        mark = self._under(event.position())
        self.setCursor(Qt.CursorShape.PointingHandCursor if mark is not None else Qt.CursorShape.ArrowCursor)
        self._left.point_at(mark)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse is over nothing any more."""
        super().leaveEvent(event)
        self._left.point_at(None)

    def event(self, event: QEvent) -> bool:
        """Hovering says what a link joins."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._under(QPointF(event.pos()))
            show_tip(event, self._left.why(mark) if mark is not None else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        """Joins carry colours: they are drawn anew in those of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
