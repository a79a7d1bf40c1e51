"""The library as a Qt model: stories as headings, the articles under them, and how a row is read out."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from reader import locales
from reader.i18n import _, ngettext
from reader.ui.library.mime_data import IDS, ArticleMimeData, Source
from reader.ui.library.paged_rows import ArticleSelection, PagedRows
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.state.library_snapshot import PAGE, LibraryQuery, Place, Shelf, SnapshotPage
from reader.ui.widgets.plain_text import tip
from reader.wording.lines import detail

if TYPE_CHECKING:
    from reader.library import Row


def row_accessible_text(row_accessible_text: "Row", role: int, detail_role: int, gone: bool) -> Any:
    """The words of a row for a role; None for roles without."""
    name = row_accessible_text.headline or _("Without a headline")
    if role == Qt.ItemDataRole.DisplayRole:
        return name
    if role == detail_role:
        return detail(row_accessible_text, gone)
    if role == Qt.ItemDataRole.ToolTipRole:
        lines = (
            name,
            row_accessible_text.byline,
            detail(row_accessible_text),
            row_accessible_text.path,
            _("The file is gone; its text is still here.") if gone else "",
        )
        return tip("\n".join(line for line in lines if line))
    if role == Qt.ItemDataRole.AccessibleTextRole:
        marks = ("" if row_accessible_text.seen else _("unread"), _("starred") if row_accessible_text.starred else "")
        return ", ".join(part for part in (name, *marks, detail(row_accessible_text, gone)) if part)
    return None


def waiting(role: int, loading_role: int) -> Any:
    """What is said of an article that has not been read yet."""
    if role == loading_role:
        return True
    return _("Loading…") if role == Qt.ItemDataRole.AccessibleTextRole else None


Index = QModelIndex | QPersistentModelIndex
ID = Qt.ItemDataRole.UserRole
DETAIL = Qt.ItemDataRole.UserRole + 1
GONE = Qt.ItemDataRole.UserRole + 2
HEADING = Qt.ItemDataRole.UserRole + 3
"""Whether a heading is open; None where it is no heading."""
STARRED = Qt.ItemDataRole.UserRole + 4
UNREAD = Qt.ItemDataRole.UserRole + 5
LOADING = Qt.ItemDataRole.UserRole + 6
UNDER = Qt.ItemDataRole.UserRole + 7
"""Whether a row stands under a heading."""
NO_PARENT = QModelIndex()


class LibraryModel(QAbstractListModel):
    """Shelves and their rows; one without a name has no heading. Ticking a heading ticks its articles."""

    renamed = Signal(int, str)
    """A story was given another name."""
    moved = Signal(object, object)
    """Articles (ids) were dropped on a story (its id or None)."""
    starred = Signal(str, bool)
    """A person wants an article to have a star, or not."""

    def __init__(self, ticks: CheckedArticles, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ticks, self._kept = ticks, PagedRows()
        self.article_source: Source | None = None
        """Where the texts of articles come from that are dragged to another program."""
        self.serial = 0
        """Grows with every `show`: pages that were asked for before are of another list."""
        ticks.changed.connect(self._ticked)

    @property
    def view(self) -> LibraryQuery:
        """Which articles are shown, in which order."""
        return self._kept.view

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """The shelves from top to bottom."""
        return self._kept.shelves

    def show(self, view: LibraryQuery, shelves: Sequence[Shelf], pages: Mapping[Place, SnapshotPage]) -> None:
        """Show these rows in the place of those before."""
        self.beginResetModel()
        self.serial += 1
        self._kept.show(view, shelves, pages)
        self.endResetModel()

    def fill(self, serial: int, pages: Mapping[Place, SnapshotPage], on_screen: Collection[Place]) -> None:
        """Take in pages that were asked for, unless another list is shown by now; those long unseen are forgotten."""
        if serial != self.serial:
            return
        self._kept.fill(pages, on_screen)
        if pages:
            self._repaint()

    def patch(self, ids: Collection[str], **values: Any) -> None:
        """Show that these articles have other `values` now, without another look at the library."""
        self._kept.patch(ids, values)
        self._repaint()

    def lacking(self, first: int, last: int) -> set[Place]:
        """The pages that rows from `first` to `last` would need and that have not been read."""
        return self._kept.lacking(first, last)

    def on_screen(self, first: int, last: int) -> set[Place]:
        """The pages that rows from `first` to `last` stand on."""
        return self._kept.on_screen(first, last)

    # What stands where

    def shelf(self, index: Index) -> Shelf | None:
        """The shelf of which an index is the heading, if it is one."""
        number, at = self._locate(index.row()) if index.isValid() else (0, 0)
        return self.shelves[number] if at < 0 else None

    def row(self, index: Index) -> "Row | None":
        """The article that an index names, if it names one and it has been read."""
        number, at = self._locate(index.row()) if index.isValid() else (0, -1)
        return self._kept.article(number, at) if at >= 0 else None

    def ids(self, index: Index) -> tuple[str, ...]:
        """The articles an index stands for, as far as they have been read: one, or all of a shelf."""
        if self.shelf(index) is not None:
            return self._kept.ids(self._locate(index.row())[0])
        row = self.row(index)
        return (row.id,) if row is not None else ()

    def index_of(self, article_id: str) -> QModelIndex:
        """Where an article stands; invalid where it does not, has not been read, or its story is closed."""
        row = self._kept.row_of(article_id)
        return self.index(row) if row is not None else QModelIndex()

    def heading_of(self, index: Index) -> QModelIndex:
        """The heading that an article stands under; invalid where there is none."""
        number, at = self._locate(index.row()) if index.isValid() else (0, -1)
        row = self._kept.heading(number) if at >= 0 else None
        return self.index(row) if row is not None else QModelIndex()

    def story_of(self, index: Index) -> int | None:
        """The story of which an index is the heading."""
        shelf = self.shelf(index)
        return shelf.story if shelf is not None else None

    def headings(self, stories: "Collection[int | None]") -> list[int]:
        """The rows of the headings of some stories."""
        found = [number for number, shelf in enumerate(self.shelves) if stories and shelf.story in stories]
        return [row for row in map(self._kept.heading, found) if row is not None]

    def stories(self, ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
        """The stories whose headings stand in some ranges of rows, first and last, from above."""
        return self._kept.stories(ranges)

    def picked(self, ranges: Iterable[tuple[int, int]]) -> ArticleSelection:
        """The articles that stand in some ranges of rows, first and last; a heading stands for all of its own."""
        return self._kept.picked(ranges)

    def tick(self, ids: Iterable[str], ticked: bool) -> None:
        """Tick these articles, or take their ticks away."""
        if self._tickable(0, 0):
            self._ticks.set(ids, ticked)

    # Open and closed stories

    def is_open(self, number: int) -> bool:
        """Whether the articles of a shelf are shown."""
        return self._kept.is_open(number)

    def set_open(self, index: Index, shown: bool) -> None:
        """Show or hide the articles of a heading."""
        number, at = self._locate(index.row()) if index.isValid() else (0, 0)
        if at >= 0 or self.is_open(number) == shown:
            return
        first, count = index.row() + 1, self.shelves[number].count
        if count:
            (self.beginInsertRows if shown else self.beginRemoveRows)(NO_PARENT, first, first + count - 1)
        self._kept.set_open(number, shown)
        if count:
            (self.endInsertRows if shown else self.endRemoveRows)()
        self.dataChanged.emit(index, index)

    def open_for(self, article_id: str) -> None:
        """Open the story that an article stands in."""
        number = self._kept.shelf_of(article_id)
        heading = self._kept.heading(number) if number is not None else None
        if heading is not None:
            self.set_open(self.index(heading), True)

    # What Qt asks

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many headings and articles."""
        return 0 if parent.isValid() else len(self._kept)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is shown of a shelf or an article."""
        if not index.isValid():
            return None
        number, at = self._locate(index.row())
        if at < 0:
            return self._shelf_data(number, role)
        if role == UNDER:
            return self._kept.headed(number)
        row = self._kept.article(number, at)
        if row is None:
            return waiting(role, LOADING)
        return self._row_data(row, role, self._kept.is_gone(number, at))

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick; give or take a star; rename a story."""
        if role == Qt.ItemDataRole.CheckStateRole:
            self._ticks.set(self.ids(index), Qt.CheckState(value) != Qt.CheckState.Unchecked)
            return True
        shelf, row = self.shelf(index), self.row(index)
        if role == STARRED and row is not None:
            self.starred.emit(row.id, bool(value))
            return True
        if role == Qt.ItemDataRole.EditRole and shelf is not None and shelf.story is not None and str(value).strip():
            self.renamed.emit(shelf.story, str(value).strip())
            return True
        return False

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Articles can be ticked and dragged, stories renamed and dropped upon."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemNeverHasChildren
        number, at = self._locate(index.row())
        if self._tickable(number, at):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if self._kept.headed(number):
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        if at >= 0:
            return flags | Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if self.shelves[number].story is not None else flags

    # Dragging articles from story to story

    def mimeTypes(self) -> list[str]:
        """Articles only: files dropped here go to the window."""
        return [IDS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The articles dragged: for this window their ids, for others their texts."""
        return ArticleMimeData([i for index in indexes for i in self.ids(index)], self.article_source)

    def canDropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        """Articles may be dropped where a story is shown."""
        return data.hasFormat(IDS) and parent.isValid() and self._kept.headed(self._locate(parent.row())[0])

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, _row: int, _column: int, parent: Index) -> bool:
        """Articles were dropped on a story or beside one of its articles; the library moves them."""
        if self.canDropMimeData(data, _action, _row, _column, parent):
            ids = tuple(bytes(data.data(IDS).data()).decode().split("\n"))
            self.moved.emit(ids, self.shelves[self._locate(parent.row())[0]].story)
        return False

    # Details

    def _locate(self, row: int) -> tuple[int, int]:
        return self._kept.locate(row)

    def _tickable(self, number: int, at: int) -> bool:
        return self.view.shown.value != "bin" and (at >= 0 or self.shelves[number].count <= PAGE)

    def _shelf_data(self, number: int, role: int) -> Any:
        shelf = self.shelves[number]
        count = ngettext("{n} article", "{n} articles", shelf.count).format(n=locales.count(shelf.count))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = _("open") if self.is_open(number) else _("closed")
            return f"{shelf.name}, {count}, {state}"
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._shelf_tick(number) if self._tickable(number, -1) else None
        answers = {
            Qt.ItemDataRole.DisplayRole: shelf.name,
            Qt.ItemDataRole.EditRole: shelf.name,
            DETAIL: count,
            HEADING: self.is_open(number),
        }
        return answers.get(role)

    def _shelf_tick(self, number: int) -> Qt.CheckState:
        ids = self._kept.ids(number)
        ticked = sum(article_id in self._ticks for article_id in ids)
        if not ticked:
            return Qt.CheckState.Unchecked
        return Qt.CheckState.Checked if ticked == self.shelves[number].count else Qt.CheckState.PartiallyChecked

    def _row_data(self, row: "Row", role: int, gone: bool) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole:
            if not self._tickable(0, 0):
                return None
            return Qt.CheckState.Checked if row.id in self._ticks else Qt.CheckState.Unchecked
        answers = {ID: row.id, GONE: gone, STARRED: row.starred, UNREAD: not row.seen}
        return answers[role] if role in answers else row_accessible_text(row, role, DETAIL, gone)

    def _repaint(self, *roles: Qt.ItemDataRole) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1), list(roles))

    def _ticked(self) -> None:
        self._repaint(Qt.ItemDataRole.CheckStateRole)
