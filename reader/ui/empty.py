"""An empty view: what it is for, and the one thing to do about it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.ui.plain import Label

WIDEST = 420


class EmptyState(QWidget):
    """A title, a sentence, a button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title, self.text = line("", "emptyTitle"), line("", "emptyText")
        self.button = QPushButton(self)
        self.button.setAutoDefault(True)  # Return presses it
        self._call: Callable[[], None] | None = None
        self.button.clicked.connect(lambda: self._call() if self._call else None)
        column = narrow(self, WIDEST)
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addSpacing(6)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def offer(self, title: str, text: str, button: str = "", call: Callable[[], None] | None = None) -> None:
        """Say this, and offer that."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.text.setText(text)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self._call = call


def line(words: str, name: str) -> Label:
    """Words in the middle of such a column; the style sheet knows them by `name`."""
    label = Label(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return label


def narrow(widget: QWidget, widest: int) -> QVBoxLayout:
    """A column in the middle of `widget`, never wider than that; labels in it wrap and keep the height they need."""
    middle = QWidget(widget)
    middle.setMaximumWidth(widest)
    row = QHBoxLayout(widget)
    row.setContentsMargins(20, 20, 20, 20)
    row.addStretch(1)
    row.addWidget(middle, 1000)
    row.addStretch(1)
    column = QVBoxLayout(middle)
    column.setContentsMargins(0, 0, 0, 0)
    return column
