"""A label that gives way where there is little room: its text ends in an ellipsis, and a hover shows the whole."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from reader.ui.widgets.plain_text import Label, tip

NARROWEST = 60


class ElidedLabel(Label):
    """One line of plain text."""

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Say this; the whole of it is in the tool tip too."""
        super().setText(text)
        self.setToolTip(tip(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as fits."""
        painter = QPainter(self)
        inside = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
