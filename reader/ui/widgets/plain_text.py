"""Words from articles on the face of the window: shown as they stand, whatever looks like markup in them.

Qt takes text for rich text where it looks so, in labels, boxes and tool tips. Labels of this program come from here,
and tool tips of what is not our own wording from `tip`.
"""

import html
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QWidget


class Label(QLabel):
    """A label of plain text; made as a QLabel is: `Label(text, parent)`, `Label(parent)`, `Label()`."""

    def __init__(self, text: str | QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text if isinstance(text, QWidget) else parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(text, str):
            self.setText(text)


class Box(QMessageBox):
    """A question or a warning in plain text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)


def add_named(menu: QMenu, name: str, does: Callable[[], object]) -> QAction:
    """An entry of a menu that goes by a name which is not ours."""
    action = menu.addAction(name.replace("&", "&&"), does)
    action.setToolTip(tip(name))  # else it is the name, which Qt would take for markup where it looks so
    return action


def tip(text: str) -> str:
    """Plain text as a tool tip that wraps; what looks like markup in it is shown, not obeyed."""
    return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>" if text else ""
