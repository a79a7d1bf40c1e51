"""The channel at a pane's right edge: what is chosen is joined with the neighbour, the rest has a short tick."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.compare.comparison import CLASH, Verdict
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare.bands import Band, bands
from reader.ui.compare.called import called
from reader.ui.compare.labels import show_tip
from reader.ui.compare.marks import Mark
from reader.ui.compare.pane import Pane

WIDTH = 11
TICK = 6.0
FAINT = {"passage": "passage_2", "quotation": "quotation"}
"""Grounds of the ribbons that the mouse is over, by the hue of what they join."""
RING = 3.5
"""Half the width of the ring at what the neighbour lacks."""


class LinkChannel(QWidget):
    """Paints the links of a pane with the one at its right; beside the last pane it is but room."""

    def __init__(self, left: Pane) -> None:
        super().__init__()
        self._left = left
        self._right: Pane | None = None
        self._chosen: int | None = None
        self._row: int | None = None
        self._colour = ""
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def link(self, right: Pane | None) -> None:
        """Join with this pane from here on."""
        if right is self._right:
            return
        self._right = right
        left = called(self._left.article)
        said = _("Links from {left} to {right}").format(left=left, right=called(right.article)) if right else ""
        self.setAccessibleName(said)
        self.update()

    @property
    def linked(self) -> bool:
        """Whether there is a neighbour to join with."""
        return self._right is not None

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(WIDTH, 60)

    def choose(self, passage: int | None) -> None:
        """Join this passage."""
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

    def _join(self, painter: QPainter, row: int, right: Pane) -> None:
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
    def _height(pane: Pane, row: int) -> float | None:
        """How far down the view a pane has the first figure of a row: below its line."""
        placed = pane.figures.of(row)
        if not placed:
            return None
        return pane.lines.line(placed[0].mark.span.start)[1] - pane.verticalScrollBar().value() - 0.5

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As over the pane."""
        self._left.wheelEvent(event)

    def _under(self, place: QPointF) -> Mark | None:
        """The passage, as the pane has it, whose link is at a place; the slimmest of several."""
        if self._right is None:
            return None
        at = [
            band
            for band in bands(self._left, self._right, self.height())
            if band.holds(place.x() / self.width(), place.y())
        ]
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
        """Other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
