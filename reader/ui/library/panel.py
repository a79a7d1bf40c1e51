"""The library: stories and articles with ticks, newest first, or the bin."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelection, QItemSelectionRange, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _, ngettext
from reader.ui import theme
from reader.ui.empty import EmptyState
from reader.ui.library.delegates import EDGE, ItemDelegate
from reader.ui.models.library import Index, LibraryModel
from reader.ui.models.shelves import Contents, Shown
from reader.ui.models.ticks import Ticks


class LibraryTree(QTreeView):
    """A tree in which Space ticks and Enter opens."""

    opened = Signal(str)

    def __init__(self, model: LibraryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = model
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(self))
        self.setAccessibleName(_("Library: stories and articles"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setExpandsOnDoubleClick(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.doubleClicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens what is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The ground beside a row is the row's own."""
        if self.selectionModel().isSelected(index):
            painter.fillRect(rect, theme.current()["passage"])
            painter.fillRect(QRect(rect.topLeft(), QSize(EDGE, rect.height())), theme.current()["focus"])
        super().drawBranches(painter, rect, index)

    def _open(self, index: QModelIndex) -> None:
        row = self.library.row(index)
        if row is not None:
            self.opened.emit(row.id)
        elif index.isValid():
            self.setExpanded(index, not self.isExpanded(index))


class LibraryPanel(QWidget):
    """What of the library is shown, the tree, and what to do with the bin."""

    shownChanged = Signal(object)
    """The person asked for the stories, the newest or the bin."""
    chosenChanged = Signal()
    menuWanted = Signal(QPoint)
    restoreWanted = Signal()
    purgeWanted = Signal()
    importWanted = Signal()

    def __init__(self, ticks: Ticks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LibraryModel(ticks, self)
        self.tree = LibraryTree(self.model, self)
        self.empty = EmptyState(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.empty)
        self.count = QLabel(self)
        self.count.setObjectName("quiet")
        self.shown = self._chooser()
        self._bin = self._bin_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header())
        column.addWidget(self._pages, 1)
        column.addWidget(self._bin)
        self.tree.selectionModel().selectionChanged.connect(self.chosenChanged)
        self.tree.customContextMenuRequested.connect(
            lambda at: self.menuWanted.emit(self.tree.viewport().mapToGlobal(at))
        )
        self._contents: Contents | None = None
        self._closed: set[int | None] = set()
        self.tree.collapsed.connect(lambda index: self._fold(index, True))
        self.tree.expanded.connect(lambda index: self._fold(index, False))

    def show_contents(self, contents: Contents) -> None:
        """Show the library as it is; what was chosen and folded stays so."""
        chosen, current = self.chosen(), self._id(self.tree.currentIndex())
        self._contents = contents
        binned = contents.shown is Shown.BIN
        flat = contents.shown is not Shown.STORIES
        self.shown.setCurrentIndex(self.shown.findData(contents.shown))
        self.model.show(contents.shelves, flat=flat, tickable=not binned, missing=contents.missing)
        self._unfold()
        self._choose(chosen, current)
        on_view = sum(len(shelf.rows) for shelf in contents.shelves)
        self.count.setText(ngettext("{n} article", "{n} articles", on_view).format(n=on_view) if on_view else "")
        self._bin.setVisible(binned and on_view > 0)
        self._offer(contents)
        self.chosenChanged.emit()

    def chosen(self) -> tuple[str, ...]:
        """The articles selected in the tree; a story stands for its articles."""
        indexes = self.tree.selectionModel().selectedIndexes()
        return tuple(dict.fromkeys(i for index in indexes for i in self.model.ids(index)))

    def chosen_story(self) -> int | None:
        """The story that is current, if one is."""
        shelf = self.model.shelf(self.tree.currentIndex())
        return shelf.story if shelf is not None else None

    def reveal(self, ids: tuple[str, ...]) -> None:
        """Choose these articles and scroll to the first."""
        there = [index for index in map(self.model.index_of, ids) if index.isValid()]
        if there:
            first = min(there, key=lambda index: (index.parent().row(), index.row()))
            self._choose(ids, self._id(first))
            self.tree.scrollTo(first)

    def rename(self) -> None:
        """Let the person type another name for the current story."""
        self.tree.edit(self.tree.currentIndex())

    def _id(self, index: QModelIndex) -> str:
        row = self.model.row(index)
        return row.id if row is not None else ""

    def _choose(self, ids: tuple[str, ...], current: str) -> None:
        selection = self.tree.selectionModel()
        at = self.model.index_of(current) if current else QModelIndex()
        if at.isValid():
            selection.setCurrentIndex(at, selection.SelectionFlag.NoUpdate)
        selection.select(_together(map(self.model.index_of, ids)), selection.SelectionFlag.ClearAndSelect)

    def _fold(self, index: QModelIndex, closed: bool) -> None:
        shelf = self.model.shelf(index)
        if shelf is not None:
            (self._closed.add if closed else self._closed.discard)(shelf.story)

    def _unfold(self) -> None:
        folded = set(self._closed)
        for at in range(self.model.rowCount()):
            index = self.model.index(at, 0)
            shelf = self.model.shelf(index)
            if shelf is not None:
                self.tree.setExpanded(index, shelf.story not in folded)
        self._closed = folded

    def _offer(self, contents: Contents) -> None:
        self._pages.setCurrentWidget(self.empty if contents.empty else self.tree)
        if contents.shown is Shown.BIN:
            self.empty.offer(
                _("The bin is empty"),
                _("Articles you remove wait here until you put them back or delete them for good."),
                _("Back to the Library"),
                lambda: self.shownChanged.emit(Shown.STORIES),
            )
        elif contents.binned:
            words = ngettext("{n} article lies in the bin.", "{n} articles lie in the bin.", contents.binned)
            show_bin = _("Show the Bin")
            self.empty.offer("", words.format(n=contents.binned), show_bin, lambda: self.shownChanged.emit(Shown.BIN))
        else:
            self.empty.offer(
                _("No articles yet"),
                _("The accounts you want to compare are kept here."),
                _("Import Files…"),
                self.importWanted.emit,
            )

    def _header(self) -> QWidget:
        header = QWidget(self)
        header.setObjectName("sideHeader")
        row = QHBoxLayout(header)
        row.setContentsMargins(8, 6, 10, 6)
        row.addWidget(self.shown)
        row.addStretch(1)
        row.addWidget(self.count)
        return header

    def _chooser(self) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(_("What of the library is shown"))
        for shown, words in ((Shown.STORIES, _("Stories")), (Shown.NEWEST, _("Newest first")), (Shown.BIN, _("Bin"))):
            box.addItem(words, shown)
        box.activated.connect(lambda at: self.shownChanged.emit(Shown(box.itemData(at))))
        return box

    def _bin_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("sideFooter")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 6, 8, 6)
        for words, signal in ((_("Put Back"), self.restoreWanted), (_("Delete for Good…"), self.purgeWanted)):
            button = QPushButton(words, bar)
            button.clicked.connect(signal)
            row.addWidget(button)
        row.addStretch(1)
        bar.hide()
        return bar


def _together(indexes: Iterable[QModelIndex]) -> QItemSelection:
    """A selection in as few ranges as can be: Qt walks through all of them for every row it paints."""
    rows: dict[int, list[QModelIndex]] = {}
    for index in indexes:
        if index.isValid():
            rows.setdefault(index.internalId(), []).append(index)
    selection = QItemSelection()
    for shelf in rows.values():
        shelf.sort(key=QModelIndex.row)
        first = last = shelf[0]
        for index in shelf[1:]:
            if index.row() > last.row() + 1:
                selection.append(QItemSelectionRange(first, last))
                first = index
            last = index
        selection.append(QItemSelectionRange(first, last))
    return selection
