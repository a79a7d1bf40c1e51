"""The saved searches: run, rename, delete; what was deleted comes back by Undo."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _
from reader.ui.library.search_request import describe_search, names
from reader.ui.widgets.plain_text import PlainLabel, tip

if TYPE_CHECKING:
    from reader.library import Story
    from reader.library.values import SavedSearch

NAME, WHAT = range(2)


class SavedSearchesDialog(QDialog):
    """A line for each search: its name, which can be edited, and what it seeks."""

    runWanted = Signal(object)
    """A SavedSearch."""
    renameWanted = Signal(str, str)
    removeWanted = Signal(str)
    undoWanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Saved searches"))
        self._searches: tuple[SavedSearch, ...] = ()
        self.said = PlainLabel(self)
        self.said.setWordWrap(True)
        self.table = self._make_table()
        self.search = QPushButton(_("Search"), self)
        self.rename = QPushButton(_("Rename"), self)
        self.remove = QPushButton(_("Delete"), self)
        self.undo = QPushButton(_("Undo"), self)
        self._arrange()
        self.search.clicked.connect(self._run)
        self.rename.clicked.connect(lambda: self.table.edit(self.table.model().index(self.table.currentRow(), NAME)))
        self.remove.clicked.connect(self._remove)
        self.undo.clicked.connect(self._undo)
        self.table.itemDoubleClicked.connect(lambda _item: self._run())
        self.table.itemChanged.connect(self._renamed)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.installEventFilter(self)
        self.search.setDefault(True)
        self.resize(620, 360)
        self._enable()

    def show_searches(self, searches: "Iterable[SavedSearch]", stories: "list[Story]") -> None:
        """Show these; `stories` are those by whose number a search may be narrowed."""
        self._searches = tuple(searches)
        named = names(stories)
        row = max(0, self.table.currentRow())
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._searches))
        for at, one in enumerate(self._searches):
            name, what = QTableWidgetItem(one.name), QTableWidgetItem(describe_search(one, named))
            what.setFlags(what.flags() & ~Qt.ItemFlag.ItemIsEditable)
            what.setToolTip(tip(what.text()))
            self.table.setItem(at, NAME, name)
            self.table.setItem(at, WHAT, what)
        self.table.blockSignals(False)
        if self._searches:
            self.table.setCurrentCell(min(row, len(self._searches) - 1), NAME)
        elif not self.said.text():
            self.said.setText(_("No search is saved. Search for something, then choose “Save This Search”."))
        self._enable()

    def complain(self, words: str) -> None:
        """Say what went wrong."""
        self.said.setText(words)
        self.undo.hide()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """In the table Enter searches and Delete deletes."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run()
                return True
            if event.key() == Qt.Key.Key_Delete:
                self._remove()
                return True
        return False

    def _current(self) -> "SavedSearch | None":
        row = self.table.currentRow()
        return self._searches[row] if 0 <= row < len(self._searches) else None

    def _run(self) -> None:
        one = self._current()
        if one is not None:
            self.accept()
            self.runWanted.emit(one)

    def _remove(self) -> None:
        one = self._current()
        if one is not None:
            self.said.setText(_("“{name}” was deleted.").format(name=one.name))
            self.undo.show()
            self.removeWanted.emit(one.name)

    def _undo(self) -> None:
        self.said.clear()
        self.undo.hide()
        self.table.setFocus()
        self.undoWanted.emit()

    def _renamed(self, item: QTableWidgetItem) -> None:
        before = self._searches[item.row()].name
        if item.column() == NAME and item.text() != before:
            self.said.clear()
            self.undo.hide()
            self.renameWanted.emit(before, item.text())

    def _enable(self) -> None:
        for button in (self.search, self.rename, self.remove):
            button.setEnabled(self._current() is not None)

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 2, self)
        table.setHorizontalHeaderLabels([_("Name"), _("Searches for")])
        table.setObjectName("searches")
        table.setAccessibleName(_("Saved searches"))
        table.verticalHeader().hide()
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.setEditTriggers(QTableWidget.EditTrigger.EditKeyPressed)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.horizontalHeader().setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(NAME, 220)
        return table

    def _arrange(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        below = QHBoxLayout()
        below.addWidget(self.said, 1)
        below.addWidget(self.undo)
        self.undo.hide()
        buttons = QHBoxLayout()
        for button in (self.search, self.rename, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        column.addLayout(buttons)
