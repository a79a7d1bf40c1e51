"""Between two neighbours: bands that join what they share, and stubs of what goes on to a pane further away."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.i18n import _
from reader.ui import theme
from reader.ui.compare.bands import Band, Stub, bands, stubs
from reader.ui.compare.called import called
from reader.ui.compare.labels import show_tip
from reader.ui.compare.marks import Mark
from reader.ui.compare.pane import Pane

WIDTH = 44
STUB = 13.0


class Gutter(QWidget):
    """Paints the links of the pane at its left with the one at its right."""

    def __init__(self, left: Pane, right: Pane) -> None:
        super().__init__()
        self._left = left
        self._right = right
        self._chosen: int | None = None
        self._beyond: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
        self.setFixedWidth(WIDTH)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(
            _("Links from {left} to {right}").format(left=called(left.article), right=called(right.article))
        )

    def sizeHint(self) -> QSize:
        """Wide enough for a band to bend."""
        return QSize(WIDTH, 60)

    def set_beyond(self, left: frozenset[int], right: frozenset[int]) -> None:
        """The passages of the panes to the left of the left one, and to the right of the right one."""
        self._beyond = left, right
        self.update()

    def choose(self, passage: int | None) -> None:
        """Show one passage as the chosen one."""
        self._chosen = passage
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """All bands in sight, the chosen one last and strongest."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now["window"])
        if self._left.waiting or self._right.waiting:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = bands(self._left, self._right, self.height())
        for stub in stubs(self._left, self._right, self._beyond, self.height()):
            self._stub(painter, stub)
        for band in sorted(seen, key=lambda band: band.passage == self._chosen):
            self._band(painter, band)

    def _band(self, painter: QPainter, band: Band) -> None:
        now, chosen, width = theme.current(), band.passage == self._chosen, float(self.width())
        (a, b), (c, d) = band.left, band.right
        path = QPainterPath(QPointF(0, a))
        path.cubicTo(QPointF(width / 2, a), QPointF(width / 2, c), QPointF(width, c))
        path.lineTo(QPointF(width, d))
        path.cubicTo(QPointF(width / 2, d), QPointF(width / 2, b), QPointF(0, b))
        path.closeSubpath()
        faded = self._chosen is not None and not chosen
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(now.mixed(f"{band.hue}_selected", "window", 0.95 if chosen else 0.35 if faded else 0.6))
        painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(
            now.mixed(f"{band.hue}_edge", "window", 1.0 if chosen else 0.4 if faded else 0.75), 2.0 if chosen else 1.0
        )
        painter.setPen(pen)
        for first, last in ((a, c), (b, d)):
            edge = QPainterPath(QPointF(0, first))
            edge.cubicTo(QPointF(width / 2, first), QPointF(width / 2, last), QPointF(width, last))
            painter.drawPath(edge)

    def _stub(self, painter: QPainter, stub: Stub) -> None:
        """A tapering mark that points past the neighbour."""
        now, chosen = theme.current(), stub.passage == self._chosen
        edge, tip = (0.0, STUB) if stub.leftmost else (float(self.width()), self.width() - STUB)
        middle = (stub.top + stub.bottom) / 2
        path = QPainterPath(QPointF(edge, stub.top))
        path.quadTo(QPointF((edge + tip) / 2, middle - 3), QPointF(tip, middle))
        path.quadTo(QPointF((edge + tip) / 2, middle + 3), QPointF(edge, stub.bottom))
        path.closeSubpath()
        painter.setBrush(now.mixed(f"{stub.hue}_selected", "window", 0.95 if chosen else 0.5))
        painter.setPen(QPen(now.mixed(f"{stub.hue}_edge", "window", 1.0 if chosen else 0.6), 2.0 if chosen else 1.0))
        painter.drawPath(path)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As over the pane at the left."""
        self._left.wheelEvent(event)

    def _under(self, place: QPointF) -> Mark | None:
        """The passage, as the left pane has it, whose band is at a place; the slimmest of several."""
        at = [
            band
            for band in bands(self._left, self._right, self.height())
            if band.holds(place.x() / self.width(), place.y())
        ]
        slimmest = min(at, key=lambda band: band.left[1] - band.left[0], default=None)
        return self._left.passages.of(slimmest.passage)[0].mark if slimmest is not None else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a band chooses its passage."""
        mark = self._under(event.position())
        if mark is not None:
            self._left.marked.emit(mark)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        live = self._under(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        """Hovering says what a band joins."""
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
