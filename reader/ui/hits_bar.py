"""The bar under the panes that says how many words of the search are marked in them, and walks through them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from reader import locales
from reader.i18n import _, ngettext
from reader.ui.comparison_page import ComparisonPage
from reader.ui.plain import Label
from reader.ui.sign_button import CROSS, SignButton


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
        self.closer = SignButton(CROSS, _("Take the marks away"), self)
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
