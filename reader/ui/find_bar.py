"""The bars under the panes: one finds words in the articles on screen, one walks through the hits of the search."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from reader import locales
from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.comparison_page import ComparisonPage
from reader.ui.widgets.icon_button import CROSS, IconButton
from reader.ui.widgets.plain_text import Label


class FindBar(QWidget):
    """A field, forwards and back; Escape closes it and gives the keyboard back to the panes."""

    opened = Signal()

    def __init__(self, page: ComparisonPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = page
        self.field = QLineEdit(self)
        self.field.setAccessibleName(_("Find in the panes"))
        self.field.setPlaceholderText(_("Find in the panes"))
        self.field.setMaximumWidth(360)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(Label(_("Find:"), self))
        row.addWidget(self.field, 1)
        for words, call in ((_("Previous"), self.previous), (_("Next"), self.next)):
            button = QPushButton(words, self)
            button.clicked.connect(call)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._closer())
        self.hide()

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("find", self.open)
        actions.register("find-next", self.next)
        actions.register("find-previous", self.previous)

    def open(self) -> None:
        """Show the bar and take the keyboard."""
        self.show()
        self.opened.emit()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.field.text():
            self._find(self.field.text())

    def close_bar(self) -> None:
        """Hide the bar, take its marks away, and give the keyboard back."""
        self.hide()
        self._page.view.find("")
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def next(self) -> None:
        """Go to the next place found, or hit of the search; ask what to find where neither is there."""
        self._go(1)

    def previous(self) -> None:
        """Go to the place found before."""
        self._go(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self.previous if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else self.next)()
        else:
            super().keyPressEvent(event)

    def _go(self, by: int) -> None:
        hits = self.isHidden() and self._page.view.sought
        if not hits and (self.isHidden() or not self.field.text()):
            self.open()
        elif by > 0:
            self._page.view.find_next()
        else:
            self._page.view.find_previous()

    def _find(self, text: str) -> None:
        self._page.view.find(text)

    def _closer(self) -> QToolButton:
        closer = QToolButton(self)
        closer.setText("×")
        closer.setAutoRaise(True)
        closer.setToolTip(_("Close (Esc)"))
        closer.setAccessibleName(_("Close the find bar"))
        closer.clicked.connect(self.close_bar)
        return closer


class HitsBar(QWidget):
    """Which hit of how many, forwards and back; its cross takes the marks away."""

    def __init__(self, page: ComparisonPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = page
        self.count = 0
        self.label = Label(self)
        self.label.setMinimumWidth(self.label.fontMetrics().horizontalAdvance(_said(888, 888)))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.label)
        self.buttons = []
        steps = (_("Previous Hit"), _("Shift+F3"), self.previous), (_("Next Hit"), _("F3"), self.next)
        for words, keys, call in steps:
            button = QPushButton(words, self)
            button.setObjectName("small")
            button.setToolTip(f"{words} ({keys})")
            button.clicked.connect(call)
            row.addWidget(button)
            self.buttons.append(button)
        row.addStretch(1)
        self.closer = IconButton(CROSS, _("Take the marks away"), self)
        self.closer.setAutoRaise(True)
        self.closer.clicked.connect(self.clear)
        row.addWidget(self.closer)
        self.hide()

    def show_hits(self, number: int, count: int) -> None:
        """Say at which of how many hits a person is."""
        self.count = count
        self.label.setText(_said(number, count))
        self.setVisible(count > 0)

    def next(self) -> None:
        """Go to the next hit."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def clear(self) -> None:
        """Take the marks away, and give the keyboard to the panes."""
        self._page.view.show_hits("")
        self._page.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the marks away."""
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if by > 0:
            self._page.view.find_next()
        else:
            self._page.view.find_previous()


def _said(number: int, count: int) -> str:
    if number:
        return _("Hit {number} of {count}").format(number=locales.count(number), count=locales.count(count))
    return ngettext("{n} hit", "{n} hits", count).format(n=locales.count(count))
