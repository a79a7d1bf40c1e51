"""Words from articles on the face of the window: shown as they stand, whatever looks like markup in them.

Qt takes text for rich text where it looks so, in labels, boxes and tool tips. Labels of this program come from here,
and tool tips of what is not our own wording from `tip` and `set_tip`.
"""

import html
from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QSizePolicy, QToolTip, QWidget

from reader.ui import theme


class PlainLabel(QLabel):
    """A label of plain text; made as a QLabel is: `PlainLabel(text, parent)`, `PlainLabel(parent)`, `PlainLabel()`."""

    def __init__(self, text: str | QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(text if isinstance(text, QWidget) else parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if isinstance(text, str):
            self.setText(text)


class PlainMessageBox(QMessageBox):
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


def set_tip(widget: QWidget, text: str) -> None:
    """Give a widget a tool tip of plain text; a screen reader is told the text, where Qt would tell it the markup."""
    widget.setToolTip(tip(text))
    widget.setAccessibleDescription(text)


NARROWEST = 60


class ElidedLabel(PlainLabel):
    """One line of plain text."""

    def minimumSizeHint(self) -> QSize:
        """Room for a word."""
        return QSize(NARROWEST, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Say this; the whole of it is in the tool tip too."""
        super().setText(text)
        set_tip(self, text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much as fits."""
        painter = QPainter(self)
        inside = self.contentsRect()
        words = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, inside.width())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def show_tip(event: QHelpEvent, words: str, widget: QWidget) -> None:
    """Show rich text where the mouse rests; nothing said hides what was."""
    if words:
        QToolTip.showText(event.globalPos(), words, widget)
    else:
        QToolTip.hideText()


class ThemedLine(QWidget):
    """A line of text in one colour of the theme; all of it is its tooltip and accessible name."""

    def __init__(self, text: str, colour: str = "text", bold: bool = False) -> None:
        super().__init__()
        self._text = ""
        self._colour = colour
        self._bold = bold
        self.set_text(text)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_text(self, text: str) -> None:
        """Show another text."""
        self._text = " ".join(text.split())
        set_tip(self, self._text)
        self.setAccessibleName(self._text)
        self.update()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setWeight(QFont.Weight.DemiBold if self._bold else QFont.Weight.Normal)
        return font

    def sizeHint(self) -> QSize:
        """A line high."""
        margins = self.contentsMargins()
        tall = QFontMetrics(self._font()).lineSpacing() + 1
        return QSize(60, tall + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        """As high as its letters, and hardly wide: what does not fit is cut off with an ellipsis."""
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        """Another font, another height."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As much of it as there is room for."""
        painter, font = QPainter(self), self._font()
        painter.setFont(font)
        painter.setPen(theme.current()[self._colour])
        inside = self.contentsRect()
        elided = QFontMetrics(font).elidedText(self._text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, elided)
