"""The centre of the window: messages, what lies open or what to do about nothing lying open, and the find bar."""

from collections.abc import Callable, Sized
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reader.compare.options import MAX_ARTICLES, MIN_ARTICLES
from reader.i18n import _
from reader.ui.comparison_page import ComparisonPage
from reader.ui.find_bar import FindBar, HitsBar
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.state.library_snapshot import LibraryFilter, LibrarySnapshot
from reader.ui.widgets.empty_state import EmptyState, Welcome
from reader.ui.widgets.message_bar import MessageBar

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
        if contents.total < MIN_ARTICLES:
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
