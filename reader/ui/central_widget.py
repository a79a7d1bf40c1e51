"""The centre of the window: messages, what lies open or what to do about nothing lying open, and the find bar."""

from collections.abc import Callable, Sized
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from reader import locales
from reader.compare.options import MAX_ARTICLES, MIN_ARTICLES
from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.state.library_snapshot import LibraryFilter, LibrarySnapshot
from reader.ui.widgets.controls import CROSS, IconButton
from reader.ui.widgets.empty_state import EmptyState, Welcome
from reader.ui.widgets.message_bar import MessageBar
from reader.ui.widgets.plain_text import PlainLabel

if TYPE_CHECKING:
    from reader.ui.compare.view import ComparisonView


class ComparisonPage(QWidget):
    """Room at first; the comparison view once it is made."""

    def __init__(self, state: ComparisonState, parent: QWidget) -> None:
        super().__init__(parent)
        self._state = state
        self._views: list[ComparisonView] = []
        self.late: Callable[[], object] = lambda: None
        """Has the view made."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def create_view(self) -> "ComparisonView":
        """Make the view, which shows what lies open from here on."""
        from reader.ui.compare.view import ComparisonView

        made = ComparisonView(self._state, self)
        self._column.addWidget(made)
        self._views.append(made)
        return made

    @property
    def is_created(self) -> bool:
        """Whether the view is there."""
        return bool(self._views)

    @property
    def view(self) -> "ComparisonView":
        """The view, made now where it is not there yet: as a rule it comes once the library is on screen."""
        if not self._views:
            self.late()
        return self._views[0]


class FindBar(QWidget):
    """A field, forwards and back; Escape closes it and gives the keyboard back to the panes."""

    opened = Signal()

    def __init__(self, page: ComparisonPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = page
        self.searched: Callable[[], str] = str
        """The words for which the library is being searched now; "" for none."""
        self.field = QLineEdit(self)
        self.field.setAccessibleName(_("Find in the panes"))
        self.field.setPlaceholderText(_("Find in the panes"))
        self.field.setMaximumWidth(360)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._find)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 5, 8, 5)
        row.addWidget(PlainLabel(_("Find:"), self))
        row.addWidget(self.field, 1)
        for words, call in ((_("Previous"), self.previous), (_("Next"), self.next)):
            button = QPushButton(words, self)
            button.clicked.connect(call)
            row.addWidget(button)
        self.count = PlainLabel(self)
        self.count.setObjectName("quiet")
        row.addSpacing(4)
        row.addWidget(self.count)
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
        words = self.searched() if self.isHidden() else ""
        if words and words != self._page.view.sought:
            self._page.view.show_hits(words)  # sought since the articles were opened
        hits = self.isHidden() and self._page.view.sought
        if not hits and (self.isHidden() or not self.field.text()):
            self.open()
        elif by > 0:
            self._page.view.find_next()
        else:
            self._page.view.find_previous()

    def _find(self, text: str) -> None:
        self.count.clear()
        self._page.view.find(text)

    def show_found(self, number: int, count: int) -> None:
        """Say at which of how many places a person is; nowhere is said as well."""
        words = _("{number} of {count}").format(number=locales.count(number), count=locales.count(count))
        self.count.setText(words if count else _("Not in these articles"))

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
        self.label = PlainLabel(self)
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


Compare = Callable[[tuple[str, ...]], None]


class CentralWidget(QWidget):
    """Shows one of: nothing yet, the welcome of a first run, an invitation to tick, the panes."""

    importWanted = Signal()

    def __init__(self, state: ComparisonState, parent: QWidget, *, bare: bool = False) -> None:
        super().__init__(parent)
        self.welcome = Welcome(self)
        self.waiting = EmptyState(self)
        self.page = ComparisonPage(state, self)
        self.hits_bar = HitsBar(self.page, self)
        self.find_bar = FindBar(self.page, self)
        self.find_bar.opened.connect(self.hits_bar.hide)
        self._blank = QWidget(self)
        self._pages = QStackedWidget(self)
        for page in (self._blank, self.welcome, self.waiting, self.page):
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self.welcome if bare else self._blank)
        self.messages = MessageBar(self._pages)
        self.welcome.importWanted.connect(self.importWanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._pages, 1)
        column.addWidget(self.hits_bar)
        column.addWidget(self.find_bar)

    @property
    def dressed(self) -> tuple[QWidget, ...]:
        """What of it wears the theme's sheet."""
        return (self.welcome, self.waiting, self.hits_bar, self.find_bar, self.messages)

    @property
    def bare(self) -> bool:
        """Whether the window is to offer nothing but the welcome."""
        return self._pages.currentWidget() is self.welcome

    def show_page(self) -> None:
        """Show what lies open."""
        self._pages.setCurrentWidget(self.page)

    def show_welcome(self) -> None:
        """Show the first run's welcome."""
        self._pages.setCurrentWidget(self.welcome)

    def invite(self, contents: LibrarySnapshot, ticked: tuple[str, ...], compare: Compare) -> None:
        """Say how a comparison is made, and offer the one that lies nearest."""
        title = _("Nothing is open") if contents.total else _("No articles yet")
        text = _("Tick two or more articles in the library and compare them. A double click opens one by itself.")
        if _comparable(ticked):
            text = _("Ticked articles are compared side by side. A double click in the library opens one by itself.")
        elif contents.total < MIN_ARTICLES:
            text = _("Import the accounts you want to compare.")
        words, call = self._nearest(contents, ticked, compare)
        self.waiting.offer(title, text, words, call)
        self._pages.setCurrentWidget(self.waiting)

    def _nearest(
        self, contents: LibrarySnapshot, ticked: tuple[str, ...], compare: Compare
    ) -> tuple[str, Callable[[], None]]:
        """What is ticked, else the first story that can be compared, else all there is, else more articles."""
        if _comparable(ticked):
            return _("Compare {n} Articles").format(n=len(ticked)), partial(compare, ticked)
        shelves = [] if contents.shown is LibraryFilter.BIN else contents.shelves
        for shelf in shelves:
            if _comparable(range(shelf.count)) and len(shelf.rows) == shelf.count:
                ids = tuple(row.id for row in shelf.rows)
                if shelf.story is not None:
                    return _("Compare “{story}”").format(story=shelf.name), partial(compare, ids)
                return _("Compare {n} Articles").format(n=len(ids)), partial(compare, ids)
        return _("Import Files…"), self.importWanted.emit


def _comparable(articles: Sized) -> bool:
    return MIN_ARTICLES <= len(articles) <= MAX_ARTICLES
