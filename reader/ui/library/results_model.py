"""What a search found, as a list for Qt; ticks are shared with the library."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.i18n import _
from reader.ui.compare.article_document import Utf16Map
from reader.ui.library.library_model import DETAIL, ID
from reader.ui.state.checked_articles import CheckedArticles
from reader.wording.lines import credit

if TYPE_CHECKING:
    from reader.workspace import FoundArticle

Index = QModelIndex | QPersistentModelIndex
SNIPPET = Qt.ItemDataRole.UserRole + 10
MARKS = Qt.ItemDataRole.UserRole + 11
NO_PARENT = QModelIndex()


class ResultsModel(QAbstractListModel):
    """Hits, best first; those further down are asked for once somebody comes near them."""

    moreWanted = Signal()

    def __init__(self, ticks: CheckedArticles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self._hits: tuple[FoundArticle, ...] = ()
        self._more = False
        ticks.changed.connect(self._repaint)

    @property
    def hits(self) -> "tuple[FoundArticle, ...]":
        """The hits that are listed so far, best first."""
        return self._hits

    def show(self, hits: "tuple[FoundArticle, ...]", total: int = 0, *, more: bool = True) -> None:
        """Show these instead, out of so many; with `more` the others can be had."""
        self.beginResetModel()
        self._hits, self._more = hits, more and len(hits) < total
        self.endResetModel()

    def add(self, hits: "tuple[FoundArticle, ...]", more: bool) -> None:
        """These come next; whether there are more after them."""
        there = {hit.id for hit in self._hits}
        fresh = tuple(hit for hit in hits if hit.id not in there)
        self._more = more
        if fresh:
            first = len(self._hits)
            self.beginInsertRows(NO_PARENT, first, first + len(fresh) - 1)
            self._hits += fresh
            self.endInsertRows()

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are hits that have not been asked for."""
        return self._more and not parent.isValid()

    def fetchMore(self, _parent: Index) -> None:
        """Ask for them, once."""
        if self._more:
            self._more = False
            self.moreWanted.emit()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many hits are listed so far."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown of a hit. MARKS are starts and lengths in UTF-16 units of SNIPPET, as Qt counts."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        name = hit.headline or _("Without a headline")
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == ID:
            return hit.id
        if role == DETAIL:
            return credit(hit.outlet, hit.published)
        if role == SNIPPET:
            return _one_line(hit.snippet)
        if role == MARKS:
            at = Utf16Map(hit.snippet).units
            return [(at(m.start), at(m.end) - at(m.start)) for m in hit.marks]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{name}, {credit(hit.outlet, hit.published)}. {_one_line(hit.snippet)}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if hit.id in self._ticks else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick the article of a hit; nothing else of it can be set."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._ticks.set([self._hits[index.row()].id], Qt.CheckState(value) != Qt.CheckState.Unchecked)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Hits can be ticked."""
        if not index.isValid():
            return super().flags(index)
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren

    def _repaint(self) -> None:
        if self._hits:
            self.dataChanged.emit(self.index(0), self.index(len(self._hits) - 1), [Qt.ItemDataRole.CheckStateRole])


def _one_line(text: str) -> str:
    """The text with each line end as a space: no offset moves."""
    return text.translate({ord(c): " " for c in "\n\r\t\u2028\u2029\v\f"})
