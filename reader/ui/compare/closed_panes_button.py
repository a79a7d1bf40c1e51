"""The rail at the end of the row: it brings back the articles that were closed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from reader.i18n import ngettext
from reader.ui.widgets.plain_text import tip

WIDTH = 32


class ClosedPanesButton(QWidget):
    """Says how many are closed; hidden where none is."""

    reopened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self._button = QToolButton()
        self._button.setAutoRaise(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._button.clicked.connect(self.reopened)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 2, 0)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def show_closed(self, names: Sequence[str]) -> None:
        """Offer to bring these back."""
        count = len(names)
        words = ngettext("Show {n} closed article again", "Show {n} closed articles again", count).format(n=count)
        self._button.setText(f"+{count}")
        self._button.setToolTip(tip(f"{words}: {', '.join(names)}"))
        self._button.setAccessibleName(words)
        self.setVisible(count > 0)
