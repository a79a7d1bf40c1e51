"""What stands in place of results where nothing was found: that it is so, and what would find something."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reader import locales
from reader.i18n import _, ngettext
from reader.text.shorten import shorten
from reader.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from reader.ui.library.search_request import SearchRequest
    from reader.workspace import SearchResults, Way

LONGEST, SHORTEST = 60, 26


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
