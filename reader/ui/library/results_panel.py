"""What a search found: hits with marked snippets, their order, and a way on where there are none."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader import locales, wording
from reader.i18n import _, ngettext
from reader.text.shorten import shorten
from reader.ui.library.delegates import HitDelegate
from reader.ui.library.filter_bar import FilterBar
from reader.ui.library.library_model import ID
from reader.ui.library.results_model import ResultsModel
from reader.ui.library.search_request import SearchRequest
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.widgets.controls import ComboBox
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.plain_text import ElidedLabel, PlainLabel

if TYPE_CHECKING:
    from reader.workspace import SearchResults, Way

LONGEST, SHORTEST = 60, 26
MOST_TOLD = 3
"""Of what was not understood: as much as leaves room for what was found."""


class EmptyResultsWidget(QWidget):
    """The nearest way on as a button, others as links under it."""

    wayWanted = Signal(str, bool)
    """A query to be asked instead, and whether what narrowed this one shall still do so."""
    clearWanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.state = EmptyState(self)
        self.links: list[QPushButton] = []
        self._below = QVBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(2)
        column.addWidget(self.state)
        column.addLayout(self._below)
        column.addStretch(3)

    def offer(self, question: "SearchRequest", results: "SearchResults") -> None:
        """Say that nothing was found, and what would."""
        ways = list(self._ways(question, results))
        ways.append((_("Show the Whole Library"), self.clearWanted.emit))
        words, call = ways[0]
        text = self._text(question, results)
        self.state.offer(_("Nothing found"), text if len(ways) > 1 else text + " " + _("Try fewer words."), words, call)
        self._show_links(ways[1:])

    def _ways(self, question: "SearchRequest", results: "SearchResults") -> "list[tuple[str, Callable[[], None]]]":
        found: list[tuple[str, Callable[[], None]]] = []
        if results.corrected and not question.like:
            corrected = results.corrected
            words = _("Search for “{words}”").format(words=shorten(corrected, SHORTEST))
            found.append((words, partial(self.wayWanted.emit, corrected, True)))
        return [*found, *((_way(way), partial(self.wayWanted.emit, way.query, way.narrowed)) for way in results.ways)]

    def _text(self, question: "SearchRequest", results: "SearchResults") -> str:
        if question.like:
            return _("No other article shares enough of its telling words.")
        if results.behind:
            return _("Not all articles are in the index yet.")
        if not question.text:
            return _("No article has all that you chose.")
        words = shorten(question.text, LONGEST)
        if question.narrowing:
            return _("No article has “{words}” with these filters.").format(words=words)
        return _("No article has “{words}”.").format(words=words)

    def _show_links(self, ways: "list[tuple[str, Callable[[], None]]]") -> None:
        for old in self.links:
            self._below.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.links = []
        for words, call in ways:
            link = QPushButton(words, self)
            link.setObjectName("link")
            link.setFlat(True)
            link.setAutoDefault(True)  # Return presses it
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.clicked.connect(lambda _checked, call=call: call())
            self._below.addWidget(link, 0, Qt.AlignmentFlag.AlignHCenter)
            self.links.append(link)


def _way(way: "Way") -> str:
    results = ngettext("{n} result", "{n} results", way.total).format(n=locales.count(way.total))
    if not way.narrowed:
        return _("Without the filters: {results}").format(results=results)
    return _("“{words}”: {results}").format(words=shorten(way.query, SHORTEST), results=results)


class ResultsList(QListView):
    """A list in which Space ticks, Enter opens and Escape leaves."""

    opened = Signal(str)
    left = Signal()

    def __init__(self, model: ResultsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(HitDelegate(self))
        self.setAccessibleName(_("Search results"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.data(ID)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the hit, Escape ends the search."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.open_current()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def open_current(self) -> None:
        """Open the current hit, or else the first."""
        index = self.currentIndex() if self.currentIndex().isValid() else self.model().index(0, 0)
        if index.isValid():
            self.opened.emit(index.data(ID))


class ResultsPanel(QWidget):
    """How many hits, in which order, narrowed to what, and the hits."""

    orderChanged = Signal(str)
    correctionWanted = Signal(str)
    clearWanted = Signal()
    menuWanted = Signal(QPoint)
    chosenChanged = Signal()

    def __init__(self, ticks: CheckedArticles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultsModel(ticks, self)
        self.summary = ElidedLabel(self)
        self.order = self._make_order()
        self.filters = FilterBar(self)
        self.notice = PlainLabel(self)
        self.notice.setObjectName("quiet")
        self.notice.setWordWrap(True)
        self.correction = QPushButton(self)
        self.correction.setObjectName("link")
        self.correction.setFlat(True)
        self.correction.setCursor(Qt.CursorShape.PointingHandCursor)
        self._corrected = ""
        self._links = QVBoxLayout()
        self._links.setSpacing(2)
        self.correction.clicked.connect(lambda: self.correctionWanted.emit(self._corrected))
        self.spellings: list[QPushButton] = []
        """A link a spelling in which other articles have a name of the query."""
        self.list = ResultsList(self.model, self)  # after what stands over it, as Tab goes
        self.nothing = EmptyResultsWidget(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.nothing)
        self._arrange()
        self.nothing.clearWanted.connect(self.clearWanted)
        self.list.selectionModel().selectionChanged.connect(self.chosenChanged)
        self.list.customContextMenuRequested.connect(
            lambda at: self.menuWanted.emit(self.list.viewport().mapToGlobal(at))
        )

    def show_results(self, question: SearchRequest, results: "SearchResults", *, again: bool = False) -> None:
        """Show the answer to a question; asked `again`, the person stays where they are in it."""
        current, chosen, height = self.current().data(ID), self.chosen(), self.list.verticalScrollBar().value()
        self.model.show(results.hits, results.total, more=not question.like)
        if again:
            self._return_to(current, chosen, height)
        else:
            self.list.scrollToTop()
        self.summary.setText(_count(question, results))
        self.order.setVisible(bool(results.hits) and bool(question.text) and not question.like)
        self.order.setCurrentIndex(self.order.findData(question.order))
        notices = [*map(wording.plain_part, results.plain[:MOST_TOLD]), *filter(None, [results.notice])]
        self.notice.setText("\n".join(notices))
        self.notice.setVisible(bool(notices))
        self._corrected = results.corrected
        self.correction.setText(_("Did you mean “{words}”?").format(words=shorten(results.corrected, SHORTEST)))
        self.correction.setVisible(bool(results.corrected) and bool(results.hits))
        self._show_spellings(results)
        self._pages.setCurrentWidget(self.list if results.hits else self.nothing)
        if not results.hits:
            self.nothing.offer(question, results)
        if question.like:
            self.filters.show_only(question.about, self.clearWanted.emit)
        else:
            self.filters.show_facets(results.facets, question.narrowing, results.limits)
        self.chosenChanged.emit()

    def chosen(self) -> tuple[str, ...]:
        """The articles selected in the list."""
        return tuple(index.data(ID) for index in self.list.selectionModel().selectedIndexes())

    def enter(self) -> None:
        """Take the keyboard, at the first hit; where there are none, at the way on."""
        if not self.model.rowCount():
            self.nothing.state.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.model.index(0))

    def current(self) -> QModelIndex:
        """The current hit."""
        return self.list.currentIndex()

    def _show_spellings(self, results: "SearchResults") -> None:
        for old in self.spellings:
            self._links.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.spellings = []
        for one in results.spellings:
            link = QPushButton(shorten(wording.other_spelling(one.form, one.total), LONGEST), self)
            link.setObjectName("link")
            link.setFlat(True)
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.setToolTip(_("Search for “{words}”").format(words=shorten(one.query, LONGEST)))
            link.clicked.connect(partial(self.correctionWanted.emit, one.query))
            self._links.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self.spellings.append(link)

    def _return_to(self, current: str | None, chosen: tuple[str, ...], height: int) -> None:
        selection = self.list.selectionModel()
        for at in range(self.model.rowCount()):
            index = self.model.index(at)
            if index.data(ID) in chosen:
                selection.select(index, selection.SelectionFlag.Select)
            if index.data(ID) == current:
                selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)
        self.list.verticalScrollBar().setValue(height)

    def _make_order(self) -> QComboBox:
        box = ComboBox(_("Order of the results"), self)
        for words, order in ((_("Best first"), "relevance"), (_("Newest first"), "date")):
            box.addItem(words, order)
        box.activated.connect(lambda at: self.orderChanged.emit(box.itemData(at)))
        return box

    def _arrange(self) -> None:
        header = QWidget(self)
        header.setObjectName("sideHeader")
        lines = QVBoxLayout(header)
        lines.setContentsMargins(8, 6, 8, 6)
        lines.setSpacing(5)
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        row.addWidget(self.order)
        lines.addLayout(row)
        lines.addWidget(self.filters)
        lines.addWidget(self.correction, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addLayout(self._links)
        lines.addWidget(self.notice)
        self.correction.hide()
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._pages, 1)


def _count(question: SearchRequest, results: "SearchResults") -> str:
    n = locales.count(results.total)
    if question.passage:
        words = "{n} article nearest to the passage", "{n} articles nearest to the passage"
        return ngettext(*words, results.total).format(n=n)
    if question.like:
        return ngettext("{n} article most like it", "{n} articles most like it", results.total).format(n=n)
    if results.partial:
        return ngettext("At least {n} result", "At least {n} results", results.total).format(n=n)
    return ngettext("{n} result", "{n} results", results.total).format(n=n)
