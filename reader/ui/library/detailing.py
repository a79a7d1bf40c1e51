"""What is known about one article: shown, edited, taken back; and the other captures of its address."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.desk import Desk
from reader.ui.jobs import EACH
from reader.ui.library.side import Side
from reader.ui.reading import Reading

if TYPE_CHECKING:
    from reader.library import Row
    from reader.library.values import ArticleDetails
    from reader.ui.dialogs.opening import Dialogs
    from reader.workspace import Workspace


class Detailing(QObject):
    """Opens the details of the chosen article, and keeps what lies open in step with them."""

    def __init__(self, desk: Desk, side: Side, reading: Reading, dialogs: "Dialogs") -> None:
        super().__init__(side)
        self._desk, self._side, self._reading, self._dialogs = desk, side, reading, dialogs
        desk.libraryChanged.connect(self._look_open)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("details", self.ask)
        actions.register("versions", self.compare_versions)

    def ask(self) -> None:
        """Show what is known about the chosen article."""
        for article_id in self._side.chosen()[:1]:
            self.ask_about(article_id)

    def ask_about(self, article_id: str) -> None:
        """Show what is known about an article."""
        self._desk.work("details", lambda ws, _progress: _known(ws, article_id), self._show)

    def compare_versions(self) -> None:
        """Lay all captures of the chosen article's address side by side, the oldest first."""
        ids = self._side.chosen()
        if ids:
            self._desk.work("versions", lambda ws, _progress: ws.library.versions(ids[0]), self._compare)

    def _compare(self, rows: "list[Row]") -> None:
        ids = tuple(row.id for row in rows)
        if len(ids) > 1:
            self._desk.ticks.replace(ids)
            self._reading.compare(ids)

    def _show(self, known: "ArticleDetails") -> None:
        article_id = known.article.id
        self._dialogs.details(known, lambda values, back: self._edit(article_id, values, back))

    def _edit(self, article_id: str, values: Mapping[str, str], back: Sequence[str]) -> None:
        def edit(workspace: "Workspace") -> None:
            with workspace.library.together(lambda _count: _("editing what is known about an article")):
                if values:
                    workspace.library.edit(article_id, **values)
                if back:
                    workspace.library.take_back_edits(article_id, *back)

        if values or back:
            self._desk.work(EACH, lambda ws, _progress: edit(ws), lambda _none: self._desk.libraryChanged.emit())

    def _look_open(self) -> None:
        """What lies open is laid out anew where the library knows other things about it now."""
        found = self._reading.comparison
        if found is None:
            return
        shown = {article.id: article for article in found.articles}

        def other(workspace: "Workspace") -> bool:
            return any(article != shown[article.id] for article in workspace.library.texts(shown))

        self._desk.work("open articles", lambda ws, _progress: other(ws), self._renew)

    def _renew(self, other: bool) -> None:
        if other and len(self._reading.ids) == 1:
            self._reading.read(self._reading.ids[0], quiet=True)
        elif other:
            self._reading.renew()


def _known(workspace: "Workspace", article_id: str) -> "ArticleDetails":
    from reader.library.values import ArticleDetails  # comes with the workspace

    library = workspace.library
    article = library.get(article_id)
    (row,) = library.rows_of([article_id])
    return ArticleDetails(
        article,
        library.received(article_id),
        library.provenance_received(article_id),
        row,
        max(1, len(library.versions(article_id))),
    )
