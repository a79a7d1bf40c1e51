"""What a search can be narrowed to, of one kind, as a list for Qt: each value with a tick and a count."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader import locales
from reader.i18n import N_, _, ngettext

if TYPE_CHECKING:
    from reader.workspace import Facet

Index = QModelIndex | QPersistentModelIndex
COUNT = Qt.ItemDataRole.UserRole + 20
VALUE = Qt.ItemDataRole.UserRole + 21
NO_PARENT = QModelIndex()
KIND_WORDS = {"outlet": N_("Outlet"), "month": N_("Date"), "story": N_("Story"), "language": N_("Language")}


def named(kind: str, value: str, name: str = "") -> str:
    """What people call a value of a facet."""
    if kind == "month":
        return _month(value)
    if kind == "language":
        return _language(value)
    nothing = {"outlet": _("No outlet"), "story": _("A story that is gone")}
    return name or (value if kind == "outlet" else "") or nothing[kind]


def _month(value: str) -> str:
    if not value:
        return _("No date")
    return locales.month(value)


def _language(value: str) -> str:
    return locales.language_name(value) if value else _("Unknown language")


class FacetModel(QAbstractListModel):
    """The values of one kind; months the newest first, all others by how many articles have them."""

    toggled = Signal(str)
    """The value that a person ticked or unticked."""

    def __init__(self, kind: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._rows: list[Facet] = []
        self._chosen: frozenset[str] = frozenset()

    def show(self, facets: "Iterable[Facet]", chosen: Iterable[str]) -> None:
        """Show these; where the values are the same, counts and ticks change and nothing moves."""
        rows = [one for one in facets if one.kind == self.kind]
        if self.kind == "month":
            rows.sort(key=lambda one: one.value, reverse=True)
        self._chosen = frozenset(chosen)
        if [one.value for one in rows] == [one.value for one in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many values."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A value's name, tick and count."""
        if not index.isValid():
            return None
        one = self._rows[index.row()]
        name = named(one.kind, one.value, one.name)
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == COUNT:
            return one.count
        if role == VALUE:
            return one.value
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, " + ngettext("{n} article", "{n} articles", one.count).format(n=one.count)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if one.value in self._chosen else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, _value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for a tick, or that it goes; it shows once the answer is there."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self.toggled.emit(self._rows[index.row()].value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every value can be ticked."""
        return super().flags(index) | (Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags)
