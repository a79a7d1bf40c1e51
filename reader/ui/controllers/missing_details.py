"""Asks for what no masthead told: outlet, date and headline of articles, after an import or when a person wants to."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.i18n import _, ngettext
from reader.ui.actions.action_manager import ActionManager
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from reader.library import Row
    from reader.ui.dialogs.dialog_service import DialogService
    from reader.ui.dialogs.missing_details import Values
    from reader.workspace import Workspace

CAUSE = "missing details"
MOST = 500
"""So many articles are listed at once: nobody fills in more."""

Found = tuple["list[Row]", list[str]]
"""Rows of articles, and the outlets that the library knows."""


class MissingDetailsController(QObject):
    """Offers the list and keeps what was filled in, as one step to undo."""

    def __init__(self, service: WorkspaceService, sidebar: LibrarySidebar, dialogs: "DialogService") -> None:
        super().__init__(sidebar)
        self._service, self._sidebar, self._dialogs = service, sidebar, dialogs

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("fill-in", self.ask)

    def ask(self) -> None:
        """List the chosen articles, whatever is known of them."""
        picked = self._sidebar.picked()
        if picked.count:
            self._service.run(CAUSE, lambda ws, _progress: _looked_up(ws, picked.resolve(ws.library)), self._show)

    def offer(self, ids: Iterable[str]) -> None:
        """After an import: say how many of these lack something, and offer to fill it in."""
        wanted = tuple(ids)
        self._service.run(CAUSE, lambda ws, _progress: _lacking(ws, wanted), self._offer)

    def _offer(self, found: "Sequence[Row]") -> None:
        if not found:
            return
        ids = tuple(row.id for row in found)
        self._service.messages.say(
            MessageKind.INFO,
            told(found),
            buttons=[(_("Fill In…"), partial(self.ask_about, ids))],
            cause=CAUSE,
        )

    def ask_about(self, ids: Sequence[str]) -> None:
        """List these articles."""
        self._service.run(CAUSE, lambda ws, _progress: _looked_up(ws, ids), self._show)

    def _show(self, found: Found) -> None:
        rows, outlets = found
        if rows:
            self._dialogs.missing_details(rows, outlets, self._keep)

    def _keep(self, values: "Values") -> None:
        def edit(workspace: "Workspace") -> None:
            with workspace.library.together(lambda _count: _("filling in what is known about articles")):
                for article_id, fields in values.items():
                    workspace.library.edit(article_id, **fields)

        def done(_none: object) -> None:
            self._service.messages.settle(CAUSE)
            self._service.libraryChanged.emit()

        self._service.run(NO_KEY, lambda ws, _progress: edit(ws), done)


def told(rows: "Sequence[Row]") -> str:
    """What articles lack, in a sentence for each kind."""
    outlets = sum(not row.outlet for row in rows)
    dates = sum(not row.published for row in rows)
    headlines = sum(not row.headline for row in rows)
    parts = (
        (outlets, ngettext("{n} article has no outlet.", "{n} articles have no outlet.", outlets)),
        (dates, ngettext("{n} article has no date.", "{n} articles have no date.", dates)),
        (headlines, ngettext("{n} article has no headline.", "{n} articles have no headline.", headlines)),
    )
    return " ".join(words.format(n=count) for count, words in parts if count)


def _lacking(workspace: "Workspace", ids: Sequence[str]) -> "list[Row]":
    return [row for row in workspace.library.rows_of(ids) if not (row.outlet and row.published and row.headline)]


def _looked_up(workspace: "Workspace", ids: Sequence[str]) -> Found:
    outlets = sorted((name for name, _count in workspace.library.counts("outlet") if name), key=str.casefold)
    return workspace.library.rows_of(ids[:MOST]), outlets
