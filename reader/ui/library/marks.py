"""Stars, tags and what has been read, for the chosen articles."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.desk import Desk
from reader.ui.jobs import EACH
from reader.ui.library.shelving import Shelving
from reader.ui.library.side import Side
from reader.ui.models.picked import Picked

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.library import Library, Row
    from reader.ui.dialogs.opening import Dialogs
    from reader.workspace import Workspace


class Marks(QObject):
    """Marks articles, each time as one step to undo."""

    def __init__(self, desk: Desk, side: Side, shelving: Shelving, dialogs: "Dialogs") -> None:
        super().__init__(side)
        self._desk, self._side, self._shelving, self._dialogs = desk, side, shelving, dialogs
        side.library.model.starred.connect(self.star_one)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("star", self.star)
        actions.register("seen", self.seen)
        actions.register("tags", self.ask_tags)

    def star(self) -> None:
        """Give the chosen articles a star; where all have one, take it away."""
        self._change_by_rows(lambda library, rows: library.star(_ids(rows), not all(row.starred for row in rows)))

    def star_one(self, article_id: str, starred: bool) -> None:
        """Give one article a star, or take it away."""
        self._side.library.model.patch((article_id,), starred=starred)
        self._shelving.apply(lambda ws: ws.library.star([article_id], starred))

    def seen(self) -> None:
        """Mark the chosen articles as read; where all are, as unread."""
        self._change_by_rows(lambda library, rows: library.mark_seen(_ids(rows), not all(row.seen for row in rows)))

    def opened(self, found: "Comparison") -> None:
        """Articles that lie open have been read; the list shows it without being read anew."""
        ids = tuple(article.id for article in found.articles)

        def mark(workspace: "Workspace") -> bool:
            fresh = [row.id for row in workspace.library.rows_of(ids) if not row.seen]
            if fresh:
                workspace.library.set_seen(fresh)
            return bool(fresh)

        def done(fresh: bool) -> None:
            if fresh:
                self._side.library.model.patch(ids, seen=True)

        self._desk.work(EACH, lambda ws, _progress: mark(ws), done)

    def ask_tags(self) -> None:
        """Let the person give and take tags of the chosen articles."""
        picked = self._side.picked()
        if not picked.count:
            return

        def ask(found: tuple[tuple[str, ...], dict[str, int], list[str]]) -> None:
            ids, counts, known = found
            self._dialogs.tags(known, counts, len(ids), lambda changes: self._tag(ids, changes))

        self._desk.work("tags", lambda ws, _progress: _tags_of(ws.library, picked), ask)

    def _tag(self, ids: tuple[str, ...], changes: Mapping[str, bool]) -> None:
        def apply(workspace: "Workspace") -> None:
            library = workspace.library
            given = [tag for tag, wanted in changes.items() if wanted]
            taken = [tag for tag, wanted in changes.items() if not wanted]
            with library.together(lambda _count: _("changing tags")):
                if given:
                    library.tag(ids, *given)
                if taken:
                    library.untag(ids, *taken)

        if changes:
            self._shelving.apply(apply)

    def _change_by_rows(self, operation: "Callable[[Library, list[Row]], object]") -> None:
        picked = self._side.picked()
        if picked.count:
            self._shelving.change(picked, lambda library, ids: operation(library, library.rows_of(ids)))


def _ids(rows: "Iterable[Row]") -> list[str]:
    return [row.id for row in rows]


def _tags_of(library: "Library", picked: Picked) -> tuple[tuple[str, ...], dict[str, int], list[str]]:
    """The articles, how many of them have which tag, and every tag there is."""
    ids = picked.resolve(library)
    counts: dict[str, int] = {}
    for row in library.rows_of(ids):
        for tag in row.tags:
            counts[tag] = counts.get(tag, 0) + 1
    return ids, counts, [tag for tag, _count in library.tags()]
