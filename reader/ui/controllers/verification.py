"""Whether a PDF that Parallax wrote is what it was: asked of the command line, in a process of its own."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reader import processes
from reader.errors import ExportError
from reader.i18n import _
from reader.progress import Progress
from reader.ui.actions.action_manager import ActionManager
from reader.ui.controllers.export import existing
from reader.ui.dialogs.dialog_service import DialogService
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.widgets.controls import FileDialog

if TYPE_CHECKING:
    import subprocess

    from reader.workspace import Workspace

VERIFY = "verify"
"""The job that verifies; the newest wins."""
PAUSE = 0.2
"""Seconds between two looks whether anybody still waits."""

Answer = dict[str, Any]
"""What `parallax verify --format json` prints."""


class VerificationController(QObject):
    """Has a PDF verified as `parallax verify` does, and shows what came out."""

    def __init__(
        self, service: WorkspaceService, dialogs: DialogService, window: QWidget, exported: Callable[[], str]
    ) -> None:
        """`exported` gives the folder where the last document went, "" for none: what was just written is near."""
        super().__init__(window)
        self._exported = exported
        self._service, self._dialogs, self._window = service, dialogs, window
        self.folder = ""
        """Where the last PDF was."""

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("verify", self.ask)

    def ask(self) -> None:
        """Let the person choose the PDF."""
        dialog = FileDialog(self._window, _("Verify a PDF"), str(existing(self.folder or self._exported())))
        dialog.setFileMode(FileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["PDF (*.pdf)", _("All files") + " (*)"])
        dialog.fileSelected.connect(lambda name: self.verify(Path(name)))
        dialog.open()

    def verify(self, path: Path) -> None:
        """Verify a PDF off the window's thread, and show what was found of it."""
        self.folder = str(path.parent)

        def task(_workspace: "Workspace", progress: Progress) -> Answer:
            return answer(path, progress)

        self._service.run(VERIFY, task, lambda told: self._dialogs.verification(path, told), title=_("Verifying"))


def answer(path: Path, progress: Progress) -> Answer:
    """What a child process finds; raises ExportError with its complaint, and what `progress` raises."""
    import json  # seldom wanted, never at the start
    import tempfile

    with tempfile.TemporaryFile() as complaints:
        with processes.start("verify", str(path), "--format", "json", stdout=True, stderr=complaints) as process:
            try:
                printed = _printed(process, progress)
            except BaseException:  # nobody waits any more
                process.kill()
                raise
        complaints.seek(0)
        complained = complaints.read().decode("utf-8", "replace").strip()
    with contextlib.suppress(ValueError):
        told: Answer = json.loads(printed)
        return told
    last = complained.rpartition("\n")[2].removeprefix("parallax: ")
    raise ExportError(last or _("{path} could not be verified.").format(path=path))


def _printed(process: "subprocess.Popen[bytes]", progress: Progress) -> bytes:
    import subprocess

    while True:
        progress(0, 0, _("Verifying"))
        with contextlib.suppress(subprocess.TimeoutExpired):
            return process.communicate(timeout=PAUSE)[0]
