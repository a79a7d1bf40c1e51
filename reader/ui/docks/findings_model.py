"""Entries as a Qt model: headings with the lines under them."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader.compare.comparison import Comparison
from reader.compare.subjects import Finding
from reader.ui.compare import decision_style as decided
from reader.ui.compare.decision_style import Decisions
from reader.ui.docks.finding_item import FindingItem
from reader.ui.widgets.plain_text import tip

Index = QModelIndex | QPersistentModelIndex

ENTRY = Qt.ItemDataRole.UserRole
"""The `FindingItem` of a line."""

NOWHERE = -1


class FindingsModel(QAbstractItemModel):
    """A thin model over entries, one level deep; each index knows its entry by the number in which it is listed."""

    ticked = Signal(str, bool)
    """An article's heading was ticked: bring back what was folded away in it; or the tick was taken away."""

    def __init__(
        self, entries: Sequence[FindingItem] = (), parent: QObject | None = None, comparison: Comparison | None = None
    ) -> None:
        super().__init__(parent)
        self.comparison = comparison
        """Whose findings the entries are."""
        self._entries = tuple(entries)
        self._listed: list[tuple[FindingItem, int, int]] = []
        self._roots: list[int] = []
        self._unfolded: set[str] = set()
        self._decisions: Decisions = {}
        for row, entry in enumerate(entries):
            root = len(self._listed)
            self._roots.append(root)
            self._listed.append((entry, NOWHERE, row))
            self._listed += [(child, root, i) for i, child in enumerate(entry.children)]

    def show_unfolded(self, articles: Iterable[str]) -> None:
        """Tick these articles and no other."""
        before, self._unfolded = self._unfolded, set(articles)
        if self._roots and self._unfolded != before:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._roots) - 1, 0))

    def renew(self, comparison: Comparison, entries: Sequence[FindingItem]) -> bool:
        """Be of another comparison from here on, where that has the very same entries; else say that it has not."""
        if not entries or tuple(entries) != self._entries:
            return False
        self.comparison = comparison
        return True

    @property
    def decisions(self) -> Decisions:
        """What is said to have been decided."""
        return self._decisions

    def show_decisions(self, decisions: Decisions) -> None:
        """Say beside findings what was decided on them."""
        if decisions != self._decisions:
            self._decisions = decisions
            self.layoutChanged.emit()  # a line may be as high as two now

    def entry(self, index: Index) -> FindingItem:
        """What stands at an index; a heading says what was decided on it."""
        entry, above, _row = self._listed[index.internalId()]
        held = self._decisions.get(entry.finding) if entry.finding is not None else None
        if held is None or (above != NOWHERE and self._listed[above][0].finding == entry.finding):
            return entry
        note = " · ".join(filter(None, (entry.note, decided.words(held))))
        return replace(entry, note=note, sign=held.kind.value)

    # What Qt asks

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        """A heading, or a line under one."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        number = self._roots[row] if not parent.isValid() else parent.internalId() + 1 + row
        return self.createIndex(row, 0, number)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """The heading over a line."""
        above = self._listed[index.internalId()][1] if index.isValid() else NOWHERE
        return QModelIndex() if above == NOWHERE else self.createIndex(self._listed[above][2], 0, above)

    def index_of(self, finding: Finding) -> QModelIndex:
        """The first line that a finding stands on; not valid where it is not listed."""
        number = next((n for n, (entry, _above, _row) in enumerate(self._listed) if entry.finding == finding), NOWHERE)
        if number == NOWHERE:
            return QModelIndex()
        return self.createIndex(self._listed[number][2], 0, number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Headings, or the lines under one."""
        return len(self.entry(parent).children) if parent.isValid() else len(self._roots)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All of a line is in one column: a delegate lays it out."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What leads somewhere can be chosen, what folds can be ticked."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        held = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return held | Qt.ItemFlag.ItemIsUserCheckable if self.entry(index).folds else held

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, and its words in the ways Qt asks for them."""
        if not index.isValid():
            return None
        entry = self.entry(index)
        if role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return accessible_text(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(accessible_text(entry))
        if role == Qt.ItemDataRole.CheckStateRole and entry.folds:
            return Qt.CheckState.Checked if entry.folds in self._unfolded else Qt.CheckState.Unchecked
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Pass a tick on; it shows once the pane has done as it asks."""
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or not self.entry(index).folds:
            return False
        self.ticked.emit(self.entry(index).folds, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True


def accessible_text(entry: FindingItem) -> str:
    """A line as it is read out: who, what, and what is said of it."""
    head = f"{entry.label}: {entry.text}" if entry.label else entry.text
    return f"{head} ({entry.note})" if entry.note else head
