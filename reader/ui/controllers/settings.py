"""Changes the settings: kept in their file, and what lies open follows at once."""

import threading
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from reader.compare.options import PassageOptions
    from reader.progress import Progress
    from reader.settings import Settings
    from reader.ui.dialogs.folders import LibraryPlaceOptions
    from reader.workspace import Workspace


KEY = "settings"
"""The cause of what is said where settings cannot be kept."""

Change = Callable[["Settings"], "Settings"]
Changed = Callable[["Settings", "Settings"], None]
"""Hears of a change that was made: the settings before and after it."""


class SettingsController(QObject):
    """Asks for settings and applies them."""

    cutoffsChanged = Signal(object, float)
    """The cutoffs that are in force: PassageOptions, and how far figures are rounded."""

    lettersChanged = Signal()
    """Articles are to be set in other letters."""
    engineChanged = Signal()
    """Another search engine was chosen: the index is to be made anew."""

    def __init__(self, service: WorkspaceService, dialogs: DialogService, comparisons: ComparisonController) -> None:
        super().__init__(comparisons)
        self._service, self._dialogs, self._comparisons = service, dialogs, comparisons
        self._warned = False
        self._changes: deque[tuple[Change, Changed]] = deque()  # not yet made, by whichever thread is free
        self._changing = threading.Lock()
        self.theme: Callable[[], str] = lambda: "system"
        self.set_theme: Callable[[str], None] = lambda _theme: None
        self.place: Callable[[], LibraryPlaceOptions] | None = None
        """What the form shows besides the settings: the theme of the session, and where the library lies."""

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("preferences", self.ask)

    def ask(self) -> None:
        """Show the form of the preferences; what is changed there takes effect when it is accepted."""
        self._service.run(KEY, lambda ws, _progress: ws.settings, self._show)

    def _show(self, settings: "Settings") -> None:
        place = self.place() if self.place is not None else None
        self._dialogs.preferences(settings, self.apply, theme=self.theme(), set_theme=self.set_theme, place=place)

    def set_letters(self, settings: "Settings") -> None:
        """Set articles in the letters that these say."""
        from reader.ui import typography  # after the first frame: the core comes along

        if typography.use(settings.interface):
            self.lettersChanged.emit()

    def look(self) -> None:
        """Tell of the cutoffs that are in force."""
        self._service.run(NO_KEY, lambda ws, _progress: ws.settings, self._tell)

    def set_cutoffs(self, cutoffs: "PassageOptions") -> None:
        """Show the passages that these let through."""
        self.change(lambda before: replace(before, compare=replace(before.compare, passages=cutoffs)))

    def set_tolerance(self, tolerance: float) -> None:
        """Hold figures for one that are rounded within this share of them."""
        self.change(
            lambda before: replace(
                before, compare=replace(before.compare, figures=replace(before.compare.figures, tolerance=tolerance))
            )
        )

    def apply(self, settings: "Settings") -> None:
        """Keep these settings and compare anew."""
        self.change(lambda _before: settings)

    def change(self, change: Change) -> None:
        """Change the settings that are in force now, after whatever was asked before."""
        self._make(change, self._changed)

    def adopt(self, stored: "Mapping[str, object]", then: Callable[[], None]) -> None:
        """Put cutoffs in force that were kept with a comparison, and go on; what is not among them stays."""

        def change(settings: "Settings") -> "Settings":
            from reader.settings import options_from

            return replace(settings, compare=options_from(stored, settings.compare))

        def changed(_before: "Settings", settings: "Settings") -> None:
            self._tell(settings)
            then()

        self._make(change, changed)

    def _make(self, change: Change, changed: Changed) -> None:
        """Make a change on another thread and tell of it on this one.

        None takes another's place, as searches do: what a person changed is kept however soon they change the next.
        """
        self._changes.append((change, changed))
        self._service.run(NO_KEY, self._make_all, self._made, failed=lambda error: self._service.fail(error, KEY))

    def _make_all(self, workspace: "Workspace", _progress: "Progress") -> "list[tuple[Changed, Settings, Settings]]":
        """Make the changes that wait, those too whose own job was ended as another library was opened."""
        from reader.settings import write_settings

        made = []
        with self._changing:
            while self._changes:
                change, changed = self._changes.popleft()
                before, workspace.settings = workspace.settings, change(workspace.settings)
                made.append((changed, before, workspace.settings))
            if made:
                write_settings(workspace.settings, workspace.paths.settings)
        return made

    def _made(self, outcome: "list[tuple[Changed, Settings, Settings]]") -> None:
        for changed, before, after in outcome:
            self._service.messages.settle(KEY)
            changed(before, after)

    def _changed(self, before: "Settings", settings: "Settings") -> None:
        self._tell(settings)
        self.set_letters(settings)
        if settings.interface.language != before.interface.language:
            self._service.say(_("The other language is spoken from the next start on."))
        if settings.compare != before.compare:
            self._comparisons.renew()
        if settings.search != before.search:
            self.engineChanged.emit()

    def _tell(self, settings: "Settings") -> None:
        self.cutoffsChanged.emit(settings.compare.passages, settings.compare.figures.tolerance)
        if settings.compare.meaning and not self._warned:
            self._service.run(NO_KEY, _missing, self._warn)

    def _warn(self, missing: str) -> None:
        """Say once what is lacking to compare by meaning, and how it comes."""
        if missing and not self._warned:
            self._warned = True
            self._service.messages.say(MessageKind.WARNING, missing, buttons=[(_("Preferences…"), self.ask)])


def _missing(_workspace: "Workspace", _progress: "Progress") -> str:
    from reader.workspace import meaning_missing

    return meaning_missing()
