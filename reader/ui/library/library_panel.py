"""The library: its tree, the heading that says what of it is shown, and what stands where it is empty."""

from collections.abc import Mapping, Sequence
from itertools import islice

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader import locales
from reader.i18n import N_, _, ngettext
from reader.ui.library.library_model import LibraryModel
from reader.ui.library.library_tree import LibraryTree
from reader.ui.library.paged_rows import ArticleSelection
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.state.library_snapshot import LibraryFilter, LibraryQuery, LibrarySnapshot, Place, SnapshotPage
from reader.ui.widgets.controls import ComboBox, IconButton
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.plain_text import PlainLabel

REMEMBERED = 2000
"""Of so many chosen articles it is remembered, while the list is read anew, that they were chosen."""


class LibraryPanel(QWidget):
    """What of the library is shown, the list, and what to do with the bin."""

    viewChanged = Signal(object)
    """The person asked for another View."""
    pagesWanted = Signal(object)
    """Rows have come on screen that have not been read: their places."""
    chosenChanged = Signal()
    menuWanted = Signal(QPoint)
    restoreWanted = Signal()
    purgeWanted = Signal()
    importWanted = Signal()

    def __init__(self, ticks: CheckedArticles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = LibraryModel(ticks, self)
        self.heading = Heading(self)  # before the list, as Tab goes
        self.tree = LibraryTree(self.model, self)
        self.empty = EmptyState(self)
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.tree)
        self._pages.addWidget(self.empty)
        self._bin = self._bin_bar()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._pages, 1)
        column.addWidget(self._bin)
        self.heading.viewChanged.connect(self.viewChanged)
        self.tree.selectionModel().selectionChanged.connect(self.chosenChanged)
        self.tree.customContextMenuRequested.connect(
            lambda at: self.menuWanted.emit(self.tree.viewport().mapToGlobal(at))
        )
        self.tree.looked.connect(self._look)
        self._reading = False

    @property
    def count(self) -> PlainLabel:
        """How many articles are on view."""
        return self.heading.count

    def show_contents(self, now: LibrarySnapshot) -> None:
        """Show the library as it is; what was chosen stays so, as far as it is there."""
        same = now.view == self.model.view
        chosen, current = self.picked(), self.tree.currentIndex()
        kept, row = self._id(current), current.row()
        stories = {self.model.story_of(self.model.index(at)) for top, end in self.tree.ranges() for at in {top, end}}
        height = self.tree.verticalScrollBar().value()
        self.heading.show_view(now.view, now.tags, now.on_view)
        self._reading = False
        self.model.show(now.view, now.shelves, now.pages)
        ids = chosen.ids if len(chosen.ids) <= REMEMBERED else ()
        self._choose(ids if not stories - {None} else (), kept)
        self._choose_stories(stories - {None})
        if same:
            self.tree.verticalScrollBar().setValue(height)
            if ids and not self.tree.ranges() and self.model.rowCount():  # what was chosen is gone: on to what follows
                self.tree.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1)))
        self._bin.setVisible(now.shown is LibraryFilter.BIN and now.on_view > 0)
        self._offer(now)
        self.reveal(now.reveal)
        self.chosenChanged.emit()

    def take_pages(self, serial: int, pages: Mapping[Place, SnapshotPage]) -> None:
        """Show rows that were asked for; those that have come on screen meanwhile are asked for next."""
        self._reading = False
        self.model.fill(serial, pages, self.model.on_screen(*self.tree.rows_on_screen()))
        if pages:
            self._look()

    def places_on_screen(self) -> set[Place]:
        """The pages that are seen, to be read anew when the library has changed."""
        return self.model.on_screen(*self.tree.rows_on_screen())

    def picked(self) -> ArticleSelection:
        """The articles selected in the list, read or not; a story stands for its articles."""
        return self.model.picked(self.tree.ranges())

    def chosen(self) -> tuple[str, ...]:
        """Those of the selected articles that have been read."""
        return self.picked().ids

    def chosen_few(self) -> tuple[str, ...]:
        """The first two of the selected articles; none where a story is selected, for that stands for many."""
        rows = [row for top, bottom in self.tree.ranges()[:2] for row in range(top, min(bottom, top + 1) + 1)]
        indexes = [self.model.index(row) for row in rows]
        return tuple(i for index in indexes if self.model.shelf(index) is None for i in self.model.ids(index))[:2]

    def versions_of(self, article_id: str) -> int:
        """How many articles come from the same address as this one, as far as it is known here; else 1."""
        row = self.model.row(self.model.index_of(article_id))
        return row.versions if row is not None else 1

    def chosen_stories(self) -> tuple[int, ...]:
        """The stories that are selected, the current one first."""
        found = dict.fromkeys(self.model.stories(self.tree.ranges()))
        first = self.model.story_of(self.tree.currentIndex())
        return tuple(dict.fromkeys((first, *found))) if first is not None and first in found else tuple(found)

    def has_several_stories(self) -> bool:
        """Whether more stories than one are selected."""
        return len(set(islice(self.model.stories(self.tree.ranges()), 2))) > 1

    def chosen_story(self) -> int | None:
        """The story that is current, if one is."""
        return self.model.story_of(self.tree.currentIndex())

    def story_name(self, story: int) -> str:
        """What a story on view is called."""
        return next((shelf.name for shelf in self.model.shelves if shelf.story == story), "")

    def reveal(self, ids: tuple[str, ...]) -> None:
        """Choose these articles, as far as they have been read, and scroll to the first."""
        for article_id in ids:
            self.model.open_for(article_id)
        there = [index for index in map(self.model.index_of, ids) if index.isValid()]
        if there:
            first = min(there, key=lambda index: index.row())
            self._choose(ids, self._id(first))
            self.tree.scrollTo(first)

    def rename(self) -> None:
        """Let the person type another name for the current story."""
        self.tree.edit(self.tree.currentIndex())

    def _look(self) -> None:
        """Ask for what is on screen and has not been read, one question at a time."""
        wanted = self.model.lacking(*self.tree.rows_on_screen())
        if wanted and not self._reading:
            self._reading = True
            self.pagesWanted.emit(wanted)

    def _id(self, index: QModelIndex) -> str:
        row = self.model.row(index)
        return row.id if row is not None else ""

    def _choose(self, ids: tuple[str, ...], current: str) -> None:
        selection = self.tree.selectionModel()
        at = self.model.index_of(current)
        if at.isValid():
            selection.setCurrentIndex(at, selection.SelectionFlag.NoUpdate)
        self.tree.select_rows(index.row() for index in map(self.model.index_of, ids) if index.isValid())

    def _choose_stories(self, stories: "set[int | None]") -> None:
        """Stories that were chosen are chosen again."""
        headings = self.model.headings(stories)
        if headings:
            self.tree.select_rows(headings)
            self.tree.selectionModel().setCurrentIndex(
                self.model.index(headings[0]), self.tree.selectionModel().SelectionFlag.NoUpdate
            )

    def _offer(self, now: LibrarySnapshot) -> None:
        self._pages.setCurrentWidget(self.empty if now.empty else self.tree)
        back = _("Show All Stories")
        if now.shown is LibraryFilter.BIN:
            text = _("Articles you remove wait here until you put them back or delete them for good.")
            self.empty.offer(_("The bin is empty"), text, _("Back to the Library"), self._show_stories)
        elif now.shown is LibraryFilter.STARRED and now.total:
            text = _("Give an article a star, by a click at the end of its row, and it is found here.")
            self.empty.offer(_("No article has a star"), text, back, self._show_stories)
        elif now.shown is LibraryFilter.UNREAD and now.total:
            self.empty.offer(_("Everything has been read"), "", back, self._show_stories)
        elif now.shown in (LibraryFilter.RECENT, LibraryFilter.TAG) and now.total:
            words = (
                _("Nothing was added this week") if now.shown is LibraryFilter.RECENT else _("No article has this tag")
            )
            self.empty.offer(words, "", back, self._show_stories)
        elif now.binned:
            words = ngettext("{n} article lies in the bin.", "{n} articles lie in the bin.", now.binned)
            self.empty.offer("", words.format(n=now.binned), _("Show the Bin"), lambda: self._show(LibraryFilter.BIN))
        else:
            text = _("The accounts you want to compare are kept here.")
            self.empty.offer(_("No articles yet"), text, _("Import Files…"), self.importWanted.emit)

    def _show_stories(self) -> None:
        self._show(LibraryFilter.STORIES)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, shown: LibraryFilter) -> None:
        self.viewChanged.emit(LibraryQuery(shown, self.model.view.order))

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


SHOWN: tuple[tuple[LibraryFilter, str], ...] = (
    (LibraryFilter.STORIES, N_("Stories")),
    (LibraryFilter.ALL, N_("All articles")),
    (LibraryFilter.RECENT, N_("Added this week")),
    (LibraryFilter.UNREAD, N_("Unread")),
    (LibraryFilter.STARRED, N_("Starred")),
)
ORDERS: tuple[tuple[str, str], ...] = (
    ("added", N_("Added last first")),
    ("published", N_("Published last first")),
    ("headline", N_("By headline")),
    ("outlet", N_("By outlet")),
)
LINES = (((0.0, 0.1), (1.0, 0.1)), ((0.0, 0.5), (0.7, 0.5)), ((0.0, 0.9), (0.4, 0.9)))


class Heading(QWidget):
    """A box to choose what is shown, a button for the order, and a count."""

    viewChanged = Signal(object)
    """The person asked for another View."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sideHeader")
        self.shown = ComboBox(_("What of the library is shown"), self)
        self.shown.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.shown.setMinimumContentsLength(8)
        self.count = PlainLabel(self)
        self.count.setObjectName("quiet")
        self.sort = IconButton(LINES, _("Order of the articles"), self)
        self.sort.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.sort.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.sort.setAutoRaise(True)
        self._orders = self._menu()
        self._view = LibraryQuery()
        self._tags: tuple[str, ...] | None = None
        self.shown.activated.connect(self._chosen)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(8)
        row.addWidget(self.shown, 1)
        row.addWidget(self.count)
        row.addWidget(self.sort)
        self.show_view(LibraryQuery(), (), 0)

    def show_view(self, view: LibraryQuery, tags: Sequence[str], count: int) -> None:
        """Say what is on view."""
        self._view = view
        wanted = tuple(dict.fromkeys((*tags, view.tag))) if view.shown is LibraryFilter.TAG else tuple(tags)
        if wanted != self._tags:
            self._fill(wanted)
        self.shown.setCurrentIndex(self.shown.findData(_key(view.shown, view.tag)))
        self._orders[view.order].setChecked(True)
        self.count.setText(
            ngettext("{n} article", "{n} articles", count).format(n=locales.count(count)) if count else ""
        )

    def _fill(self, tags: tuple[str, ...]) -> None:
        self._tags = tags
        self.shown.clear()
        for shown, words in SHOWN:
            self.shown.addItem(_(words), _key(shown))
        if tags:
            self.shown.insertSeparator(self.shown.count())
        for tag in tags:
            self.shown.addItem(f"#{tag}", _key(LibraryFilter.TAG, tag))
        self.shown.insertSeparator(self.shown.count())
        self.shown.addItem(_("Bin"), _key(LibraryFilter.BIN))

    def _chosen(self, at: int) -> None:
        value, _colon, tag = str(self.shown.itemData(at)).partition(":")
        self.viewChanged.emit(LibraryQuery(LibraryFilter(value), self._view.order, tag))

    def _menu(self) -> dict[str, QAction]:
        menu, group = QMenu(self), QActionGroup(self)
        made = {}
        for order, words in ORDERS:
            made[order] = menu.addAction(_(words))
            made[order].setCheckable(True)
            made[order].setData(order)
            group.addAction(made[order])
        group.triggered.connect(lambda action: self._sorted(action.data()))
        self.sort.setMenu(menu)
        return made

    def _sorted(self, order: str) -> None:
        self.viewChanged.emit(LibraryQuery(self._view.shown, order, self._view.tag))  # type: ignore[arg-type] # one of ORDERS


def _key(shown: LibraryFilter, tag: str = "") -> str:
    return f"{shown.value}:{tag}"
