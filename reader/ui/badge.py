"""A small round sign for a kind of message: shape and sign tell the kinds apart where colours cannot."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reader.ui import theme

SIGNS = {"info": "i", "success": "✓", "warning": "!", "error": "×"}
COLOURS = {"info": "passage_edge", "success": "agree_edge", "warning": "tension_edge", "error": "conflict_edge"}
SIDE = 18


class Badge(QWidget):
    """A sign in a disc, in the theme's colour for the kind."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """As large as a line of text."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc and its sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current()[COLOURS[self._kind]])
        painter.drawEllipse(QRectF(0.5, 0.5, SIDE - 1, SIDE - 1))
        font = QFont(self.font())
        font.setPixelSize(12)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.current()["base"])
        painter.drawText(QRectF(0, 0, SIDE, SIDE), Qt.AlignmentFlag.AlignCenter, SIGNS[self._kind])
