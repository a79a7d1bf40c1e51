"""Keeps comparisons: saves the one on screen under a name, with its cutoffs and a note, and opens those of before."""

from collections.abc import Callable
from dataclasses import asdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.desk import Desk
from reader.ui.dialogs.opening import Dialogs
from reader.ui.jobs import EACH
from reader.ui.messages import Kind
from reader.ui.models.comparisons import Comparisons, comparisons
from reader.ui.preferring import Preferring
from reader.ui.reading import Reading
from reader.ui.recent import Recent

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.ui.dialogs.saved import SavedDialog
    from reader.ui.models.comparisons import Saved
    from reader.workspace import Workspace

LOOK = "comparisons"
"""The job that looks what was kept; the newest wins."""


class Keeping(QObject):
    """Stands between the window's lists of comparisons and the workspace; undo is the library's own."""

    def __init__(self, desk: Desk, dialogs: Dialogs, reading: Reading, settings: Preferring, recent: Recent) -> None:
        super().__init__(recent)
        self._desk, self._dialogs, self._reading = desk, dialogs, reading
        self._settings, self._recent = settings, recent
        self._listing: SavedDialog | None = None
        self.known = Comparisons()
        desk.libraryChanged.connect(self.look)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("save-comparison", self.ask_save)
        actions.register("saved-comparisons", self.ask_open)

    # What is there

    def look(self) -> None:
        """Look again at what was kept."""
        self._desk.work(LOOK, lambda ws, _progress: comparisons(ws), self._show)

    def opened(self, found: "Comparison", fresh: bool) -> None:
        """Remember that these articles were compared now."""
        if not fresh or len(found.articles) < 2:
            return
        ids = self._reading.ids

        def task(workspace: "Workspace", _progress: object) -> Comparisons:
            workspace.opened_comparison(ids)
            return comparisons(workspace)

        self._desk.work(EACH, task, self._show)

    def _show(self, found: Comparisons) -> None:
        self.known = found
        self._recent.show_recent(found.recent)
        if self._listing is not None:
            self._listing.show_saved(found.saved)

    # Saving

    def ask_save(self) -> None:
        """Ask for a name and a note, and save the comparison on screen."""
        found = self._reading.comparison
        if found is None or len(found.articles) < 2:
            return
        ids = frozenset(self._reading.ids)
        before = next((one.value for one in self.known.saved if frozenset(one.value.articles) == ids), None)
        name, note = (before.name, before.note) if before is not None else (self._reading.title, "")
        taken = {one.value.name.casefold() for one in self.known.saved}
        self._dialogs.save_comparison(name, note, taken, self.save)

    def save(self, name: str, note: str) -> None:
        """Save the comparison on screen, with the cutoffs in force, in place of one of that name."""
        ids = self._reading.ids
        self._change(
            lambda ws: ws.save_comparison(name, ids, asdict(ws.settings.compare), note),
            lambda: self._desk.messages.say(
                Kind.SUCCESS,
                _("Saved as “{name}”.").format(name=name),
                buttons=[(_("Show All"), self.ask_open)],
            ),
        )

    # Opening

    def ask_open(self) -> None:
        """List the saved comparisons."""
        dialog = self._dialogs.saved_comparisons(self.known.saved, bool(len(self._reading.ids) > 1))
        dialog.openWanted.connect(self.open)
        dialog.renamed.connect(lambda number, name: self._change(lambda ws: ws.library.rename_comparison(number, name)))
        dialog.noted.connect(lambda number, note: self._change(lambda ws: ws.library.note_comparison(number, note)))
        dialog.removed.connect(lambda number: self._change(lambda ws: ws.library.remove_comparison(number)))
        dialog.undoWanted.connect(lambda: self._change(lambda ws: ws.library.undo()))
        dialog.saveWanted.connect(self.ask_save)
        dialog.finished.connect(self._listed)
        self._listing = dialog

    def open(self, saved: "Saved") -> None:
        """Lay its articles side by side, under its own cutoffs."""
        ids, options = saved.value.articles, dict(saved.value.options)
        self._settings.adopt(options, lambda: self._reading.compare(ids))

    def _listed(self) -> None:
        self._listing = None

    def _change(self, operation: "Callable[[Workspace], object]", after: Callable[[], object] = lambda: None) -> None:
        def done(_result: object) -> None:
            self._desk.libraryChanged.emit()
            after()

        self._desk.work(EACH, lambda ws, _progress: operation(ws), done)
