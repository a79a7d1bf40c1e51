"""Notices what other programs do to the library, as an import in a terminal, and has the window show it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService

if TYPE_CHECKING:
    from reader.progress import Progress
    from reader.workspace import Workspace

INTERVAL = 1_000
"""Milliseconds between two looks at the library's files."""
_State = tuple[tuple[int, int], ...]


class LibraryWatch(QObject):
    """Looks at size and time of the library's files, and only where these changed asks the library itself."""

    changed = Signal()
    """Another program changed the library; the window is about to show it."""

    def __init__(self, service: WorkspaceService, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._service = service
        self._files = (library, library.with_name(library.name + "-wal"))
        self._state: _State = ()
        self._seen = 0
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Look at the files every second from here on."""
        self._state = self._now()
        self._timer.start()

    def seen(self, change: int) -> None:
        """The window shows the library as it was after this change."""
        self._seen = change

    def look(self) -> None:
        """Ask the library for its newest change where its files are others than at the last look.

        While the window itself works on the library it waits: what that work did is shown at its end.
        """
        if any(job.title for job in self._service.tasks.running):
            return
        state = self._now()
        if state != self._state:
            self._state = state
            self._service.run(NO_KEY, _last_change, self._compare, failed=lambda _error: None)

    def _compare(self, change: int) -> None:
        if change != self._seen:
            self._service.libraryChanged.emit()
            self.changed.emit()

    def _now(self) -> _State:
        return tuple(map(_stamp, self._files))


def _stamp(file: Path) -> tuple[int, int]:
    try:
        status = file.stat()
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _last_change(workspace: "Workspace", _progress: "Progress") -> int:
    return workspace.library.last_change
