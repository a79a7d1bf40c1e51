"""The search field: results as one types, stale answers dropped, and the keyboard handed to and fro."""

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from reader.i18n import _
from reader.ui.desk import Desk
from reader.ui.library.side import Side

if TYPE_CHECKING:
    from reader.search import Order
    from reader.workspace import SearchResults

WAIT = 120
"""Milliseconds without a key before the library is asked."""
WIDTH = 340


class SearchField(QLineEdit):
    """Escape clears it, or leaves it when it is empty; Down goes on to the results."""

    downPressed = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(_("Search the library"))
        self.setAccessibleName(_("Search the library"))
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(160)
        self.setMaximumWidth(WIDTH)
        self.setAcceptDrops(False)  # what is dropped here is for the window

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(WIDTH, super().sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Escape is this field's own while it is in use."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the class."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.downPressed.emit()
        else:
            super().keyPressEvent(event)


class Search(QObject):
    """Asks the library and shows its answers."""

    def __init__(self, desk: Desk, side: Side, field: SearchField) -> None:
        super().__init__(field)
        self._desk, self._side, self.field = desk, side, field
        self.order: Order = "relevance"
        self._timer = QTimer(self, interval=WAIT, singleShot=True)
        self._timer.timeout.connect(self.ask)
        field.textChanged.connect(self._typed)
        field.returnPressed.connect(self._entered)
        field.downPressed.connect(self._go_down)
        field.escaped.connect(self.leave)
        results = side.results
        results.list.left.connect(self.leave)
        results.clearWanted.connect(self.leave)
        results.orderChanged.connect(self._ordered)
        results.correctionWanted.connect(field.setText)
        desk.libraryChanged.connect(self._again)

    @property
    def query(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    @property
    def words(self) -> list[str]:
        """The words of the query, to be marked in an article that is opened from the results."""
        return re.findall(r"\w+", self.query) if self._side.searching else []

    def focus(self) -> None:
        """Take the keyboard."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def leave(self) -> None:
        """End the search and go back to the library."""
        self.field.clear()
        self._side.take_focus()

    def ask(self) -> None:
        """Ask the library now."""
        self._timer.stop()
        query, order = self.query, self.order
        if query:
            self._desk.work("search", lambda ws, _progress: ws.search(query, order), lambda r: self._show(query, r))

    def update_index(self) -> None:
        """Write into the index what changed, in the background."""
        self._desk.work("index", lambda ws, progress: ws.update_index(progress), lambda _none: None)

    def rebuild(self) -> None:
        """Write the index anew."""
        self._desk.work(
            "index",
            lambda ws, progress: ws.rebuild_index(progress),
            lambda _none: self._desk.say(_("The search index was rebuilt.")),
            title=_("Rebuilding the search index"),
        )

    def _typed(self) -> None:
        if self.query:
            self._timer.start()
            return
        self._timer.stop()
        self._desk.jobs.cancel("search")
        self._side.show_results(False)

    def _entered(self) -> None:
        """Enter before the answer has come asks at once; afterwards it opens the first hit."""
        if self._timer.isActive() or not self._side.searching:
            self.ask()
        else:
            self._side.results.list.open_current()

    def _go_down(self) -> None:
        self._side.take_focus()

    def _ordered(self, order: "Order") -> None:
        self.order = order
        self.ask()

    def _again(self) -> None:
        self.update_index()
        if self.query:
            self.ask()

    def _show(self, query: str, results: "SearchResults") -> None:
        if query == self.query:
            self._side.results.show_results(query, results)
            self._side.show_results(True)
