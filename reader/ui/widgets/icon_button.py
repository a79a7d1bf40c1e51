"""A small button whose sign stays legible in every theme."""

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolButton, QWidget

from reader.ui import theme
from reader.ui.direction import is_leftwards

SIDE = 10.0
CROSS = (((0.1, 0.1), (0.9, 0.9)), ((0.9, 0.1), (0.1, 0.9)))
SHEETS = (
    ((0.3, 0.3), (0.3, 0.0), (1.0, 0.0), (1.0, 0.7), (0.7, 0.7)),
    ((0.0, 0.3), (0.7, 0.3), (0.7, 1.0), (0.0, 1.0), (0.0, 0.3)),
)
PIN = (
    ((0.3, 0.0), (0.7, 0.0), (0.66, 0.4), (0.9, 0.62), (0.1, 0.62), (0.34, 0.4), (0.3, 0.0)),
    ((0.5, 0.62), (0.5, 1.0)),
)
UP = (((0.1, 0.65), (0.5, 0.3), (0.9, 0.65)),)
LEFT = (((0.65, 0.1), (0.3, 0.5), (0.65, 0.9)),)
DOWN = (((0.1, 0.35), (0.5, 0.7), (0.9, 0.35)),)
"""Signs as lines, in shares of the side: no font has to have them."""

Lines = tuple[tuple[tuple[float, float], ...], ...]


class IconButton(QToolButton):
    """A small button with a sign of lines."""

    def __init__(self, lines: Lines, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def show_sign(self, lines: Lines, tip: str) -> None:
        """Show another sign, for something else that it does."""
        self._lines = lines
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.update()

    def sizeHint(self) -> QSize:
        """The sign and room to hit it."""
        return QSize(24, 22)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground by the style sheet, the sign in the colour of the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current()["text"], 1.2))
        box = QRectF(0, 0, SIDE, SIDE)
        box.moveCenter(QRectF(self.rect()).center())
        for line in self._lines:
            points = ((1 - x if is_leftwards(self) else x, y) for x, y in line)
            painter.drawPolyline(QPolygonF([QPointF(box.left() + x * SIDE, box.top() + y * SIDE) for x, y in points]))
