"""Keeps the watched folders under watch while the window is open, and tells what came of what appeared in them."""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from reader.errors import ReaderError
from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.imports import ImportController, offer
from reader.ui.controllers.settings import SettingsController
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.message_bar import Button, MessageKind

if TYPE_CHECKING:
    from reader.progress import Progress
    from reader.ui.services.notifications import DesktopNotifier
    from reader.workspace import ImportReport, Workspace
    from reader.workspace.watching import FolderWatcher


class FolderWatchController(QObject):
    """Off until a person names a folder; what appears there is imported in the background."""

    windowWanted = Signal()
    """Somebody clicked on what was said on the desktop."""
    _arrived = Signal(object)
    _troubled = Signal(object)

    def __init__(
        self,
        service: WorkspaceService,
        dialogs: DialogService,
        imports: ImportController,
        settings: SettingsController,
        show_report: "Callable[[ImportReport], None]",
    ) -> None:
        super().__init__(imports)
        self._service, self._dialogs, self._imports, self._settings = service, dialogs, imports, settings
        self._show_report = show_report
        self.watch: FolderWatcher | None = None
        self._folders: tuple[str, ...] = ()
        self._changing, self._closed = threading.Lock(), False
        self._arrived.connect(self._import, Qt.ConnectionType.QueuedConnection)
        self._troubled.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def is_watching(self) -> bool:
        """Whether any folder is under watch."""
        return self.watch is not None

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("watched-folders", self.ask)

    def ask(self) -> None:
        """Show the list of folders."""
        self._service.run(
            "watched-folders",
            lambda ws, _progress: ws.settings.watching,
            lambda now: self._dialogs.watched_folders(now.folders, self.set_folders, notify=now.notify),
        )

    @cached_property
    def _notifier(self) -> "DesktopNotifier":
        from reader.ui.services.notifications import DesktopNotifier  # late: Qt's part for D-Bus is wanted seldom

        notifier = DesktopNotifier(self)
        notifier.activated.connect(self.windowWanted)
        return notifier

    def set_folders(self, folders: tuple[str, ...], at_once: tuple[str, ...] = (), notify: bool = True) -> None:
        """Watch these from now on; import what lies in `at_once` already. `notify`: say on the desktop what came."""
        self._settings.change(
            lambda before: replace(before, watching=replace(before.watching, folders=folders, notify=notify))
        )
        self.begin(folders)
        if at_once:
            self._imports.take(Path(folder) for folder in at_once)

    def begin(self, folders: tuple[str, ...] | None = None) -> None:
        """Watch these folders, or those of the settings, in place of any others."""

        def task(workspace: "Workspace", _progress: "Progress") -> None:
            self._begin(folders if folders is not None else workspace.settings.watching.folders, workspace)

        self._service.run("watching", task, lambda _none: None)

    def close(self) -> None:
        """Stop watching, for good."""
        with self._changing:
            self._closed = True
            self._end()

    def _begin(self, folders: tuple[str, ...], workspace: "Workspace") -> None:
        """On a worker's thread: ending a watch waits for its own."""
        with self._changing:
            if self._closed or folders == self._folders:
                return
            self._end()
            self._folders = folders
            if folders:
                from reader.workspace.watching import FolderWatcher

                record = workspace.paths.state / "watched.json"
                self.watch = FolderWatcher(
                    [Path(one) for one in folders], record, self._arrived.emit, self._troubled.emit
                )

    def _end(self) -> None:
        if self.watch is not None:
            self.watch.close()
            self.watch = None

    def _import(self, paths: list[Path]) -> None:
        if not self._closed:
            self._service.run(
                NO_KEY,
                lambda ws, progress: (ws.import_files(paths, progress=progress), ws.settings.watching.notify),
                lambda came: self._imported(paths, *came),
                title=_("Importing from watched folders"),
                stopped=lambda: self._stopped(paths),
            )

    def _stopped(self, paths: list[Path]) -> None:
        """Whoever cancels has seen them."""
        self._done(paths)
        self._service.libraryChanged.emit()

    def _done(self, paths: list[Path]) -> None:
        watch = self.watch
        if watch is not None:
            watch.done(paths)

    def _imported(self, paths: list[Path], report: "ImportReport", notify: bool) -> None:
        """Say what came; nothing is chosen or ticked, for the person is doing something else."""
        self._done(paths)
        from reader.ui.dialogs.import_dialogs import import_summary  # late: with the first thing to say

        kind, words = import_summary(report)
        if notify and QApplication.activeWindow() is None and any(entry.article_id for entry in report.entries):
            self._notifier.notify(_("Watched folders"), words)
        details: list[Button] = [(_("Details"), lambda: self._show_report(report))]
        self._service.messages.say(kind, _("Watched folders: {summary}").format(summary=words), buttons=details)
        offer(self._service, report)
        self._service.libraryChanged.emit()

    def _tell(self, error: ReaderError) -> None:
        if not self._closed:
            self._service.messages.say(MessageKind.WARNING, error.message, error.remedy)
