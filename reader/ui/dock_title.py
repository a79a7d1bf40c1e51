"""The title of a dock: its name, and two buttons that stay legible in every theme."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from reader.i18n import _
from reader.ui import theme

SIDE = 10.0
CROSS = (((0.1, 0.1), (0.9, 0.9)), ((0.9, 0.1), (0.1, 0.9)))
SHEETS = (
    ((0.3, 0.3), (0.3, 0.0), (1.0, 0.0), (1.0, 0.7), (0.7, 0.7)),
    ((0.0, 0.3), (0.7, 0.3), (0.7, 1.0), (0.0, 1.0), (0.0, 0.3)),
)
"""Signs as lines, in shares of the side: no font has to have them."""

Lines = tuple[tuple[tuple[float, float], ...], ...]


class SignButton(QToolButton):
    """A small button with a sign of lines."""

    def __init__(self, lines: Lines, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setToolTip(tip)
        self.setAccessibleName(tip)

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
            painter.drawPolyline(QPolygonF([QPointF(box.left() + x * SIDE, box.top() + y * SIDE) for x, y in line]))


class DockTitle(QWidget):
    """Name, float, close; it is dragged and double-clicked like Qt's own."""

    def __init__(self, dock: QDockWidget) -> None:
        super().__init__(dock)
        self.setObjectName("dockTitle")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = QLabel(dock.windowTitle(), self)
        name.setObjectName("dockName")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 6, 3)
        row.setSpacing(2)
        row.addWidget(name, 1)
        floated = SignButton(SHEETS, _("Let “{name}” float, or put it back").format(name=dock.windowTitle()), self)
        floated.clicked.connect(lambda: dock.setFloating(not dock.isFloating()))
        closed = SignButton(CROSS, _("Close “{name}”").format(name=dock.windowTitle()), self)
        closed.clicked.connect(dock.close)
        row.addWidget(floated)
        row.addWidget(closed)
