"""The library as a tree for Qt: stories with their articles, or one flat list; ticks are shared with the search."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.i18n import _, ngettext
from reader.ui.models.shelves import Shelf
from reader.ui.models.ticks import Ticks
from reader.ui.models.words import detail

if TYPE_CHECKING:
    from reader.library import Row

Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
DETAIL = Qt.ItemDataRole.UserRole + 1
GONE = Qt.ItemDataRole.UserRole + 2
IDS = "application/x-parallax-articles"
NO_PARENT = QModelIndex()


class LibraryModel(QAbstractItemModel):
    """Shelves and their rows; without shelves' names where `flat`. Ticking a shelf ticks its articles."""

    renamed = Signal(int, str)
    """A story was given another name."""
    moved = Signal(object, object)
    """Articles (ids) were dropped on a story (its id or None)."""

    def __init__(self, ticks: Ticks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self._shelves: tuple[Shelf, ...] = ()
        self._places: dict[str, tuple[int, int]] = {}
        self._flat = False
        self._tickable = True
        self._missing: frozenset[str] = frozenset()
        ticks.changed.connect(self._repaint)

    def show(
        self,
        shelves: Sequence[Shelf],
        *,
        flat: bool = False,
        tickable: bool = True,
        missing: frozenset[str] = frozenset(),
    ) -> None:
        """Show these instead; `missing` articles' files are no longer where they were."""
        self.beginResetModel()
        self._missing = missing
        self._shelves, self._flat, self._tickable = tuple(shelves), flat, tickable
        self._places = {
            row.id: (below, 0 if flat else at + 1)
            for at, shelf in enumerate(self._shelves)
            for below, row in enumerate(shelf.rows)
        }
        self.endResetModel()

    # What stands where

    def shelf(self, index: Index) -> Shelf | None:
        """The shelf that an index names, if it names one."""
        if not index.isValid() or self._flat or index.internalId():
            return None
        return self._shelves[index.row()]

    def row(self, index: Index) -> "Row | None":
        """The article that an index names, if it names one."""
        if not index.isValid():
            return None
        if self._flat:
            return self._shelves[0].rows[index.row()]
        return self._shelves[index.internalId() - 1].rows[index.row()] if index.internalId() else None

    def ids(self, index: Index) -> tuple[str, ...]:
        """The articles an index stands for: one, or all of a shelf."""
        shelf, row = self.shelf(index), self.row(index)
        if shelf is not None:
            return tuple(r.id for r in shelf.rows)
        return (row.id,) if row is not None else ()

    def index_of(self, article_id: str) -> QModelIndex:
        """Where an article stands; invalid where it does not."""
        place = self._places.get(article_id)
        return self.createIndex(place[0], 0, place[1]) if place else QModelIndex()

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        """The index of a row."""
        if column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def hasChildren(self, parent: Index = NO_PARENT) -> bool:
        """Whether anything stands on a shelf; asked of every row, so answered without counting."""
        if parent.isValid() and (self._flat or parent.internalId()):
            return False
        return self.rowCount(parent) > 0

    def parent(self, index: Index = NO_PARENT) -> QModelIndex:  # type: ignore[override] # Qt overloads it
        """The shelf an article stands on."""
        above = index.internalId() if index.isValid() else 0
        return self.createIndex(above - 1, 0, 0) if above else QModelIndex()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many shelves, or articles on one."""
        if not parent.isValid():
            if self._flat:
                return len(self._shelves[0].rows) if self._shelves else 0
            return len(self._shelves)
        shelf = self.shelf(parent)
        return len(shelf.rows) if shelf is not None else 0

    def columnCount(self, _parent: Index = NO_PARENT) -> int:
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown of a shelf or an article."""
        shelf, row = self.shelf(index), self.row(index)
        if shelf is not None:
            return self._shelf_data(shelf, role)
        return self._row_data(row, role) if row is not None else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick; rename a story."""
        if role == Qt.ItemDataRole.CheckStateRole:
            self._ticks.set(self.ids(index), Qt.CheckState(value) != Qt.CheckState.Unchecked)
            return True
        shelf = self.shelf(index)
        if role == Qt.ItemDataRole.EditRole and shelf is not None and shelf.story is not None and str(value).strip():
            self.renamed.emit(shelf.story, str(value).strip())
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Articles can be ticked and dragged, stories renamed and dropped upon."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        if self._tickable:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        shelf = self.shelf(index)
        if shelf is None:
            return flags | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemNeverHasChildren
        if shelf.story is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    # Dragging articles from story to story

    def mimeTypes(self) -> list[str]:
        """Articles only: files dropped here go to the window."""
        return [IDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The ids of the articles dragged."""
        data = QMimeData()
        data.setData(IDS, "\n".join(i for index in indexes for i in self.ids(index)).encode())
        return data

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        """Articles were dropped on a story; the library moves them, so nothing is moved here."""
        shelf = self.shelf(parent)
        if shelf is not None and data.hasFormat(IDS):
            self.moved.emit(tuple(bytes(data.data(IDS).data()).decode().split("\n")), shelf.story)
        return False

    # Details

    def _shelf_data(self, shelf: Shelf, role: int) -> Any:
        count = ngettext("{n} article", "{n} articles", len(shelf.rows)).format(n=len(shelf.rows))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return shelf.name
        if role == DETAIL:
            return count
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{shelf.name}, {count}"
        if role == Qt.ItemDataRole.CheckStateRole and self._tickable:
            ticked = sum(row.id in self._ticks for row in shelf.rows)
            if not ticked:
                return Qt.CheckState.Unchecked
            return Qt.CheckState.Checked if ticked == len(shelf.rows) else Qt.CheckState.PartiallyChecked
        return None

    def _row_data(self, row: "Row", role: int) -> Any:
        name = row.headline or _("Without a headline")
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == ID:
            return row.id
        gone = row.id in self._missing
        if role == DETAIL:
            return detail(row, gone)
        if role == GONE:
            return gone
        if role == Qt.ItemDataRole.ToolTipRole:
            lines = (name, row.byline, row.path, _("The file is gone; its text is still here.") if gone else "")
            return "\n".join(line for line in lines if line)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {detail(row, gone)}"
        if role == Qt.ItemDataRole.CheckStateRole and self._tickable:
            return Qt.CheckState.Checked if row.id in self._ticks else Qt.CheckState.Unchecked
        return None

    def _repaint(self) -> None:
        """Tell views that ticks changed, level by level."""
        role = [Qt.ItemDataRole.CheckStateRole]
        count = self.rowCount()
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, 0), role)
        for at in range(0 if self._flat else count):
            above = self.index(at, 0)
            below = self.rowCount(above)
            if below:
                self.dataChanged.emit(self.index(0, 0, above), self.index(below - 1, 0, above), role)
