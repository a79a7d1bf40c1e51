"""What a search found: hits with marked snippets, their order, and a way on where there are none."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _, ngettext
from reader.ui.empty import EmptyState
from reader.ui.library.delegates import HitDelegate
from reader.ui.models.library import ID
from reader.ui.models.results import ResultsModel
from reader.ui.models.ticks import Ticks

if TYPE_CHECKING:
    from reader.workspace import SearchResults


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
    """How many hits, in which order, and the hits."""

    orderChanged = Signal(str)
    correctionWanted = Signal(str)
    clearWanted = Signal()
    menuWanted = Signal(QPoint)
    chosenChanged = Signal()

    def __init__(self, ticks: Ticks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ResultsModel(ticks, self)
        self.list = ResultsList(self.model, self)
        self.empty = EmptyState(self)
        self.summary = QLabel(self)
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.notice = QLabel(self)
        self.notice.setObjectName("quiet")
        self.notice.setWordWrap(True)
        self.correction = QPushButton(self)
        self.correction.setObjectName("link")
        self.correction.setFlat(True)
        self.correction.setCursor(Qt.CursorShape.PointingHandCursor)
        self._corrected = ""
        self.correction.clicked.connect(lambda: self.correctionWanted.emit(self._corrected))
        self.order = QComboBox(self)
        self.order.setAccessibleName(_("Order of the results"))
        for words, order in ((_("Best first"), "relevance"), (_("Newest first"), "date")):
            self.order.addItem(words, order)
        self.order.activated.connect(lambda at: self.orderChanged.emit(self.order.itemData(at)))
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        self._arrange()
        self.list.selectionModel().selectionChanged.connect(self.chosenChanged)
        self.list.customContextMenuRequested.connect(
            lambda at: self.menuWanted.emit(self.list.viewport().mapToGlobal(at))
        )

    def show_results(self, query: str, results: "SearchResults") -> None:
        """Show the answer to a query."""
        self.model.show(results.hits)
        self.summary.setText(ngettext("{n} result", "{n} results", results.total).format(n=results.total))
        self.order.setVisible(bool(results.hits))
        self.notice.setText(results.notice)
        self.notice.setVisible(bool(results.notice))
        self._corrected = results.corrected
        self.correction.setText(_("Did you mean “{words}”?").format(words=results.corrected))
        self.correction.setVisible(bool(results.corrected))
        self._pages.setCurrentWidget(self.list if results.hits else self.empty)
        if not results.hits:
            self._offer(query, results.corrected)
        self.chosenChanged.emit()

    def chosen(self) -> tuple[str, ...]:
        """The articles selected in the list."""
        return tuple(index.data(ID) for index in self.list.selectionModel().selectedIndexes())

    def enter(self) -> None:
        """Take the keyboard, at the first hit."""
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.list.currentIndex().isValid() and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0))

    def current(self) -> QModelIndex:
        """The current hit."""
        return self.list.currentIndex()

    def _offer(self, query: str, corrected: str) -> None:
        title = _("Nothing found")
        text = _("No article has “{words}”.").format(words=query if len(query) <= 60 else query[:60] + "…")
        if corrected:
            self.correction.hide()
            self.empty.offer(
                title, text, _("Search for “{words}”").format(words=corrected),
                lambda: self.correctionWanted.emit(corrected),
            )  # fmt: skip
        else:
            self.empty.offer(
                title, text + " " + _("Try fewer words."), _("Show the Whole Library"), self.clearWanted.emit
            )

    def _arrange(self) -> None:
        header = QWidget(self)
        header.setObjectName("sideHeader")
        lines = QVBoxLayout(header)
        lines.setContentsMargins(8, 6, 8, 6)
        lines.setSpacing(4)
        row = QHBoxLayout()
        row.addWidget(self.summary, 1)
        row.addWidget(self.order)
        lines.addLayout(row)
        lines.addWidget(self.correction, 0, Qt.AlignmentFlag.AlignLeft)
        lines.addWidget(self.notice)
        self.correction.hide()
        self.notice.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(self._pages, 1)
