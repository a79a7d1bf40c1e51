"""Shows a picture: painted in the theme's colours, gone through with the arrow keys."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reader.export.charts.drawing import Chart, ChartBox, ChartLine, ChartPlace, ChartText, Shape
from reader.ui import theme
from reader.ui.widgets.plain_text import tip

PAD = 12
"""Around the picture, in pixels."""
STEPS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
SLANT = 3.0
"""How much farther than it is a place seems that lies beside the way of an arrow key."""


class Canvas(QWidget):
    """A picture with places in it."""

    wanted = Signal(tuple)
    """The key of the place that was clicked or entered."""
    moved = Signal(QRectF)
    """Where the keyboard is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._chart: Chart | None = None
        self._at = -1

    def show_chart(self, chart: Chart) -> None:
        """Show another picture, or the same laid out anew: the keyboard then stays where it was."""
        key = self.place.key if self.place is not None else None
        same = self._chart is not None and self._chart.title == chart.title
        self._chart = chart
        keys = [place.key for place in chart.drawing.places]
        self._at = keys.index(key) if same and key in keys else -1
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(self.place.label if self.place is not None else chart.summary)
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    @property
    def places(self) -> tuple[ChartPlace, ...]:
        """All places of the picture."""
        return self._chart.drawing.places if self._chart is not None else ()

    @property
    def place(self) -> ChartPlace | None:
        """Where the keyboard is."""
        return self.places[self._at] if 0 <= self._at < len(self.places) else None

    def sizeHint(self) -> QSize:
        """The picture with some air around it."""
        drawing = self._chart.drawing if self._chart is not None else None
        return QSize(round(drawing.width) + 2 * PAD, round(drawing.height) + 2 * PAD) if drawing else QSize(0, 0)

    def box(self, place: ChartPlace) -> QRectF:
        """Where a place is, in the widget."""
        return QRectF(place.x + PAD, place.y + PAD, place.width, place.height)

    # Going through it

    def _go(self, at: int) -> None:
        if not 0 <= at < len(self.places):
            return
        self._at = at
        self.moved.emit(self.box(self.places[at]))
        self.update()
        words = self.places[at].label
        self.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _step(self, across: int, down: int) -> None:
        """To the nearest place in that direction."""
        if self.place is None:
            self._go(0)
            return
        here = self.box(self.place).center()
        best, chosen = float("inf"), -1
        for n, place in enumerate(self.places):
            by = self.box(place).center() - here
            ahead, aside = (by.x() * across, by.y()) if across else (by.y() * down, by.x())
            far = ahead + SLANT * abs(aside) if ahead > 1 else float("inf")
            if n != self._at and far < best:
                best, chosen = far, n
        self._go(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End go through it; Enter goes to what the place is about."""
        key = Qt.Key(event.key())
        if key in STEPS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._step(*STEPS[key])
        elif key == Qt.Key.Key_Home:
            self._go(0)
        elif key == Qt.Key.Key_End:
            self._go(len(self.places) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.place is not None:
            self.wanted.emit(self.place.key)
        else:
            super().keyPressEvent(event)

    def _under(self, point: QPointF) -> int:
        found = (n for n, place in enumerate(self.places) if self.box(place).contains(point))
        return next(found, -1)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be gone to."""
        if self._under(event.position()) >= 0:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click goes to what the place is about."""
        at = self._under(event.position())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go(at)
            self.wanted.emit(self.places[at].key)

    def event(self, event: QEvent) -> bool:
        """What a place says stands in a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self.places[at].label) if at >= 0 else "", self)
            return True
        return super().event(event)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shapes, and a ring around the place where the keyboard is."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now["base"])
        if self._chart is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(PAD, PAD)
        for shape in self._chart.drawing.shapes:
            _paint(painter, shape, self.font())
        painter.translate(-PAD, -PAD)
        if self.hasFocus():
            painter.setPen(QPen(now["focus"], 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = QRectF(self.rect()).adjusted(1, 1, -1, -1) if self.place is None else self.box(self.place)
            painter.drawRoundedRect(around, 2, 2)


def _pen(colour: str, width: float, dash: tuple[float, ...] = ()) -> QPen | Qt.PenStyle:
    if not colour:
        return Qt.PenStyle.NoPen
    pen = QPen(theme.current()[colour], width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pen.setDashPattern([length / width for length in dash])
    return pen


def _brush(colour: str) -> QColor | Qt.BrushStyle:
    return theme.current()[colour] if colour else Qt.BrushStyle.NoBrush


def _paint(painter: QPainter, one: ChartLine | ChartBox | Shape | ChartText, font: QFont) -> None:
    if isinstance(one, ChartLine):
        painter.setPen(_pen(one.colour, one.width, one.dash))
        painter.drawLine(QPointF(one.x1, one.y1), QPointF(one.x2, one.y2))
    elif isinstance(one, ChartBox):
        painter.setPen(_pen(one.edge, one.thickness, one.dash))
        painter.setBrush(_brush(one.fill))
        painter.drawRoundedRect(QRectF(one.x, one.y, one.width, one.height), one.radius, one.radius)
    elif isinstance(one, Shape):
        painter.setPen(_pen(one.edge, one.thickness))
        painter.setBrush(_brush(one.fill))
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in one.points]))
    else:
        _write(painter, one, font)


def _write(painter: QPainter, one: ChartText, font: QFont) -> None:
    face = QFont(font)
    face.setPixelSize(max(1, round(one.size)))
    face.setBold(one.bold)
    wide = QFontMetricsF(face).horizontalAdvance(one.text)
    left = {"start": one.x, "middle": one.x - wide / 2, "end": one.x - wide}[one.align]
    painter.setFont(face)
    painter.setPen(theme.current()[one.colour])
    painter.drawText(QPointF(left, one.y), one.text)
