"""Searches kept under a name, and those made before: saved, run, renamed, deleted and forgotten."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from reader.errors import ReaderError
from reader.i18n import _
from reader.text.shorten import on_one_line
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.search import SearchController
from reader.ui.library.results_panel import LONGEST
from reader.ui.library.search_request import SearchRequest, describe_search, names
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.message_bar import MessageKind
from reader.ui.widgets.plain_text import add_named

if TYPE_CHECKING:
    from reader.library import Library
    from reader.library.values import RecentSearch, SavedSearch
    from reader.ui.dialogs.dialog_service import DialogService
    from reader.ui.dialogs.saved_searches import SavedSearchesDialog

SAVED, BEFORE = 12, 10
"""How many of each the menu shows."""


class SavedSearchController(QObject):
    """The commands about saved searches, and the menu of the search field."""

    def __init__(
        self,
        service: WorkspaceService,
        search: SearchController,
        dialogs: "DialogService",
        commands: Mapping[str, QAction],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._service, self._search, self._dialogs = service, search, dialogs
        self._commands, self._window = commands, window
        self._dialog: SavedSearchesDialog | None = None
        search.savedWanted.connect(self.run)
        service.libraryChanged.connect(self._refresh)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("search-menu", self.show_menu)
        actions.register("save-search", self.ask_save)
        actions.register("saved-searches", self.manage)
        actions.register("forget-searches", self.forget)

    def ask_save(self) -> None:
        """Ask for a name, and keep what is sought now under it."""
        question = self._search.question
        if not question or question.like:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(_("Save this search"))
        dialog.setLabelText(_("Name of the search; one of that name is replaced:"))
        dialog.setTextValue(question.text[:80])
        dialog.textValueSelected.connect(lambda name: self.save(name, question))
        dialog.open()

    def save(self, name: str, question: SearchRequest) -> None:
        """Keep a search with what narrows it."""

        def done(_none: object) -> None:
            words = _("Search saved as “{name}”.").format(name=" ".join(name.split()))
            self._service.messages.say(MessageKind.SUCCESS, words)
            self._service.libraryChanged.emit()

        kept = question.kept()
        self._service.run(NO_KEY, lambda ws, _progress: ws.library.searches.save(name, question.text, kept), done)

    def run(self, name: str) -> None:
        """Run the saved search of this name."""
        self._service.run(
            "saved", lambda ws, _progress: {one.name: one for one in ws.library.searches.all()}.get(name), self._run
        )

    def rename(self, name: str, other: str) -> None:
        """Another name for a saved search."""
        self._change(lambda library: library.searches.rename(name, other))

    def remove(self, name: str) -> None:
        """Delete a saved search; Undo brings it back."""
        self._change(lambda library: library.searches.remove(name))

    def undo(self) -> None:
        """Take the last change back."""
        self._change(lambda library: library.undo())

    def forget(self) -> None:
        """Forget what was sought before."""
        done = _("The searches made before are forgotten; saved ones are still there.")
        self._service.run(
            NO_KEY, lambda ws, _progress: ws.library.searches.forget(), lambda _none: self._service.say(done)
        )

    def manage(self) -> None:
        """All saved searches in a dialog."""
        dialog = self._dialogs.searches()
        dialog.runWanted.connect(self._run)
        dialog.renameWanted.connect(self.rename)
        dialog.removeWanted.connect(self.remove)
        dialog.undoWanted.connect(self.undo)
        dialog.finished.connect(self._closed)
        self._dialog = dialog
        self._refresh()

    def show_menu(self) -> None:
        """Saved searches, searches made before and what can be done about them, under the search field."""
        self._search.fieldWanted.emit()
        field = self._search.field
        self._service.run(
            "saved",
            lambda ws, _progress: (
                ws.library.searches.all()[:SAVED],
                ws.library.searches.recent(limit=BEFORE),
                names(ws.library.stories.all()),
            ),
            lambda found: self.menu(*found).popup(field.mapToGlobal(QPoint(0, field.height()))),
        )

    def menu(
        self, saved: "Sequence[SavedSearch]", before: "Sequence[RecentSearch]", stories: Mapping[str, str]
    ) -> QMenu:
        """What that menu holds; `stories` are names by numbers."""
        menu = QMenu(self._window)
        for one in saved:
            add_named(menu, _shown(one.name), partial(self._run, one))
        menu.addSeparator()
        for past in before:
            add_named(menu, _shown(describe_search(past, stories)), partial(self._search.run, SearchRequest.of(past)))
        menu.addSeparator()
        for name in ("save-search", "saved-searches", "forget-searches", "search-help"):
            menu.addAction(self._commands[name])
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _run(self, saved: "SavedSearch | None") -> None:
        if saved is not None:
            self._search.run(SearchRequest.of(saved))

    def _change(self, operation: "Callable[[Library], object]") -> None:
        self._service.run(
            NO_KEY, lambda ws, _progress: operation(ws.library), lambda _result: self._service.libraryChanged.emit(),
            failed=self._failed,
        )  # fmt: skip

    def _failed(self, error: BaseException) -> None:
        if self._dialog is not None and isinstance(error, ReaderError):
            self._dialog.complain(f"{error.message} {error.remedy}".strip())
            self._refresh()
        else:
            self._service.fail(error)

    def _closed(self) -> None:
        self._dialog = None

    def _refresh(self) -> None:
        if self._dialog is not None:
            dialog = self._dialog
            self._service.run(
                "saved-list",
                lambda ws, _progress: (ws.library.searches.all(), ws.library.stories.all()),
                lambda found: dialog.show_searches(*found),
            )


def _shown(words: str) -> str:
    return on_one_line(words, LONGEST)
