"""What of the library is on view, kept up to date page by page; the bin; and taking changes back."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox

from reader import locales
from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.library.paged_rows import ArticleSelection
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.library_snapshot import LibraryFilter, LibraryQuery, LibrarySnapshot, Place, contents, read_pages
from reader.ui.widgets.message_bar import MessageKind
from reader.ui.widgets.plain_text import PlainMessageBox

if TYPE_CHECKING:
    from reader.library import Library
    from reader.workspace import Workspace

ORDERS = ("added", "published", "headline", "outlet")
"""What commands sort by."""


class LibraryController(QObject):
    """Keeps the library panel up to date."""

    refreshed = Signal(object)
    """The library as it is now: Contents."""

    failed = Signal()
    """The library could not be read; the person was told why."""

    def __init__(self, service: WorkspaceService, sidebar: LibrarySidebar) -> None:
        super().__init__(sidebar)
        self._service, self._sidebar = service, sidebar
        self.view = LibraryQuery()
        self.contents: LibrarySnapshot | None = None
        """The library when it was last looked at."""
        self.stories: tuple[tuple[int, str], ...] = ()
        """The stories there are, by id and name."""
        self.tags: tuple[str, ...] = ()
        self.remembered: Callable[[], Iterable[str]] = lambda: ()
        """The articles of which somebody wants to know whether they are still there, besides those ticked."""
        self._reveal: tuple[str, ...] = ()
        panel = sidebar.library
        panel.viewChanged.connect(self.show)
        panel.pagesWanted.connect(self._read)
        panel.restoreWanted.connect(self.restore)
        panel.purgeWanted.connect(self.ask_purge)
        service.libraryChanged.connect(self.refresh)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("undo", self.undo)
        actions.register("redo", self.redo)
        actions.register("restore", self.restore)
        actions.register("purge", self.ask_purge)
        actions.register("remove", self.remove)
        for shown in set(LibraryFilter) - {LibraryFilter.TAG}:
            actions.register(f"library-{shown.value}", partial(self.show_only, shown.value))
        for order in ORDERS:
            actions.register(f"sort-{order}", partial(self.sort, order))

    @property
    def shown(self) -> LibraryFilter:
        """What is on view."""
        return self.view.shown

    @property
    def binned(self) -> bool:
        """Whether the bin is on view."""
        return self.shown is LibraryFilter.BIN

    def show(self, view: LibraryQuery) -> None:
        """Show these articles, in this order."""
        self.view = view
        self.refresh()

    def show_only(self, shown: str) -> None:
        """Show the stories, all articles, the unread, the starred, the newest or the bin."""
        self._sidebar.show_results(False)
        self.show(LibraryQuery(LibraryFilter(shown), self.view.order))

    def sort(self, order: Any) -> None:
        """Show the same articles in another order."""
        self.show(replace(self.view, order=order))

    def follow_tag(self, names: Iterable[tuple[str, str]]) -> None:
        """Where a tag is on view that gets another name, each beside the one before: that is on view next."""
        for before, after in names:
            if self.shown is LibraryFilter.TAG and self.view.tag == before:
                self.view = replace(self.view, tag=after)

    def show_articles(self, ids: tuple[str, ...]) -> None:
        """Look again at what is there, and choose these: they have just been imported."""
        self._reveal = ids
        if self.shown not in (LibraryFilter.STORIES, LibraryFilter.ALL, LibraryFilter.RECENT):
            self.view = LibraryQuery(LibraryFilter.STORIES, self.view.order)
        self._service.libraryChanged.emit()

    def refresh(self) -> None:
        """Look again at what is there."""
        view, reveal = self.view, self._reveal
        asked = (*self._service.ticks.ids, *self.remembered())
        panel = self._sidebar.library
        wanted = panel.places_on_screen() if panel.model.view == view else set()
        self._service.run(
            "library", lambda ws, _progress: contents(ws, view, asked, wanted, reveal), self._show, failed=self._fail
        )

    # The bin

    def remove(self) -> None:
        """Move the chosen articles to the bin."""
        picked = self._sidebar.picked()
        if not picked.count or self.binned:
            return
        count = picked.count
        self._service.ticks.set(picked.ids, False)
        words = ngettext("{n} article moved to the bin.", "{n} articles moved to the bin.", count).format(
            n=locales.count(count)
        )
        self.change(picked, lambda library, ids: library.remove(ids), words)

    def restore(self) -> None:
        """Put the chosen articles, or all where none is chosen, back from the bin."""
        self.change(self._chosen_or_all(), lambda library, ids: library.restore(ids))

    def ask_purge(self) -> None:
        """Delete from the bin for good, once the person says so."""
        picked = self._chosen_or_all()
        box = PlainMessageBox(self._sidebar.window())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(_("Delete for good"))
        words = ngettext("Delete {n} article for good?", "Delete {n} articles for good?", picked.count)
        box.setText(words.format(n=locales.count(picked.count)))
        box.setInformativeText(_("This cannot be undone."))
        box.addButton(QMessageBox.StandardButton.Cancel)
        delete = box.addButton(_("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        delete.clicked.connect(lambda: self.change(picked, lambda library, ids: library.purge(ids)))
        box.finished.connect(box.deleteLater)
        box.open()

    # Changing and changing back

    def undo(self) -> None:
        """Take the last change back."""
        self._step(lambda ws: ws.library.undo(), _("Undone: {what}."))

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._step(lambda ws: ws.library.redo(), _("Done again: {what}."))

    def change(
        self,
        picked: ArticleSelection,
        operation: "Callable[[Library, tuple[str, ...]], object]",
        said: str = "",
        reveal: tuple[str, ...] = (),
    ) -> None:
        """One change to articles, and a look at the library after it; what is `said` offers to undo it."""
        self.apply(lambda ws: operation(ws.library, picked.resolve(ws.library)), said, reveal)

    def apply(self, operation: "Callable[[Workspace], object]", said: str = "", reveal: tuple[str, ...] = ()) -> None:
        """One change, and a look at the library after it; what is `said` offers to undo it."""

        def done(_result: object) -> None:
            self._reveal = reveal
            if said:
                self._service.messages.say(MessageKind.INFO, said, buttons=[(_("Undo"), self.undo)], cause="change")
            self._service.libraryChanged.emit()

        self._service.run(NO_KEY, lambda ws, _progress: operation(ws), done)

    def _step(self, operation: "Callable[[Workspace], str | None]", words: str) -> None:
        def done(what: str | None) -> None:
            if what:
                self._service.messages.say(MessageKind.INFO, words.format(what=what), cause="change")
            self._service.libraryChanged.emit()

        self._service.run(NO_KEY, lambda ws, _progress: operation(ws), done)

    # Reading what is there

    def _read(self, layout: set[Place]) -> None:
        panel = self._sidebar.library
        serial, view, shelves = panel.model.serial, panel.model.view, panel.model.shelves
        self._service.run(
            "library-pages",
            lambda ws, _progress: read_pages(ws, view, shelves, layout),
            lambda pages: panel.take_pages(serial, pages),
        )

    def _show(self, now: LibrarySnapshot) -> None:
        self._service.ticks.set(now.gone, False)
        self.contents = now
        self.view, self.stories, self.tags = now.view, now.stories, now.tags
        self._sidebar.library.show_contents(now)
        if now.reveal == self._reveal:
            self._reveal = ()
        self.refreshed.emit(now)

    def _fail(self, error: BaseException) -> None:
        self._service.fail(error, "library")
        self.failed.emit()

    def _chosen_or_all(self) -> ArticleSelection:
        panel = self._sidebar.library
        picked = panel.picked()
        return picked if picked.count else panel.model.picked([(0, panel.model.rowCount() - 1)])
