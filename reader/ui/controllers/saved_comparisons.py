"""Saved comparisons: the one on screen kept under a name, those of before opened, and the menu of the last few."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.controllers.settings import SettingsController
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.saved_comparisons import Comparisons, comparisons
from reader.ui.widgets.message_bar import MessageKind
from reader.ui.widgets.plain_text import add_named

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.ui.dialogs.saved_comparisons import SavedDialog
    from reader.ui.state.saved_comparisons import ListedComparison
    from reader.workspace import Workspace

LOOK = "comparisons"
"""The job that looks what was kept; the newest wins."""


class RecentComparisonsMenu(QMenu):
    """Opens a comparison again."""

    def __init__(self, compare: Callable[[tuple[str, ...]], None], parent: QWidget) -> None:
        super().__init__(_("Re&cent Comparisons"), parent)
        self._compare = compare
        self.show_recent(())

    def show_recent(self, recent: Sequence[tuple[str, tuple[str, ...]]]) -> None:
        """List these, each as what to call it and its articles."""
        self.clear()
        for name, ids in recent:
            add_named(self, name, partial(self._compare, ids))
        if self.isEmpty():
            nothing = self.addAction(_("None yet"))
            nothing.setEnabled(False)


class SavedComparisonsController(QObject):
    """Stands between the window's lists of comparisons and the workspace; undo is the library's own."""

    def __init__(
        self,
        service: WorkspaceService,
        dialogs: DialogService,
        comparisons: ComparisonController,
        settings: SettingsController,
        recent: RecentComparisonsMenu,
    ) -> None:
        super().__init__(recent)
        self._service, self._dialogs, self._comparisons = service, dialogs, comparisons
        self._settings, self._recent = settings, recent
        self._listing: SavedDialog | None = None
        self.known = Comparisons()
        service.libraryChanged.connect(self.look)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("save-comparison", self.ask_save)
        actions.register("saved-comparisons", self.ask_open)

    # What is there

    def look(self) -> None:
        """Look again at what was kept."""
        self._service.run(LOOK, lambda ws, _progress: comparisons(ws), self._show)

    def opened(self, found: "Comparison", fresh: bool) -> None:
        """Remember that these articles were compared now."""
        if not fresh or len(found.articles) < 2:
            return
        ids = self._comparisons.ids

        def task(workspace: "Workspace", _progress: object) -> Comparisons:
            workspace.opened_comparison(ids)
            return comparisons(workspace)

        self._service.run(NO_KEY, task, self._show)

    def _show(self, found: Comparisons) -> None:
        self.known = found
        self._recent.show_recent(found.recent)
        if self._listing is not None:
            self._listing.show_saved(found.saved)

    # Saving

    def ask_save(self) -> None:
        """Ask for a name and a note, and save the comparison on screen."""
        found = self._comparisons.comparison
        if found is None or len(found.articles) < 2:
            return
        ids = frozenset(self._comparisons.ids)
        before = next((one.value for one in self.known.saved if frozenset(one.value.articles) == ids), None)
        name, note = (before.name, before.note) if before is not None else (self._comparisons.title, "")
        taken = {one.value.name.casefold() for one in self.known.saved}
        self._dialogs.save_comparison(name, note, taken, self.save)

    def save(self, name: str, note: str) -> None:
        """Save the comparison on screen, with the cutoffs in force, in place of one of that name."""
        ids = self._comparisons.ids
        self._change(
            lambda ws: ws.save_comparison(name, ids, asdict(ws.settings.compare), note),
            lambda: self._service.messages.say(
                MessageKind.SUCCESS,
                _("Saved as “{name}”.").format(name=name),
                buttons=[(_("Show All"), self.ask_open)],
            ),
        )

    # Opening

    def ask_open(self) -> None:
        """List the saved comparisons."""
        dialog = self._dialogs.saved_comparisons(self.known.saved, bool(len(self._comparisons.ids) > 1))
        dialog.openWanted.connect(self.open)
        dialog.renamed.connect(
            lambda number, name: self._change(lambda ws: ws.library.comparisons.rename(number, name))
        )
        dialog.noted.connect(lambda number, note: self._change(lambda ws: ws.library.comparisons.note(number, note)))
        dialog.removed.connect(lambda number: self._change(lambda ws: ws.library.comparisons.remove(number)))
        dialog.undoWanted.connect(lambda: self._change(lambda ws: ws.library.undo()))
        dialog.saveWanted.connect(self.ask_save)
        dialog.finished.connect(self._listed)
        self._listing = dialog

    def open(self, saved: "ListedComparison") -> None:
        """Lay its articles side by side, under its own cutoffs."""
        ids, options = saved.value.articles, dict(saved.value.options)
        self._settings.adopt(options, lambda: self._comparisons.compare(ids))

    def _listed(self) -> None:
        self._listing = None

    def _change(self, operation: "Callable[[Workspace], object]", after: Callable[[], object] = lambda: None) -> None:
        def done(_result: object) -> None:
            self._service.libraryChanged.emit()
            after()

        self._service.run(NO_KEY, lambda ws, _progress: operation(ws), done)
