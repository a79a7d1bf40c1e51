"""What every part of the window works with: the workspace, opened off the window's thread, jobs, messages, ticks."""

import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from reader.errors import DamagedArticle, DamagedLibrary, MissingLibrary, ReaderError
from reader.i18n import _
from reader.progress import Progress
from reader.ui.services.task_runner import NO_KEY, TaskRunner
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.widgets.message_bar import MessageBar, MessageKind

if TYPE_CHECKING:  # the workspace brings the whole core along: the window is up before it is loaded
    from reader.article import Article
    from reader.settings import Settings
    from reader.workspace import Workspace

T = TypeVar("T")


class WorkspaceService(QObject):
    """Hands work to the workspace and its failures to the message bar."""

    libraryChanged = Signal()
    """Articles were added, removed or brought back."""

    noticed = Signal(str)
    """Something that was found when the library was opened, to be told."""

    def __init__(
        self, open_workspace: "Callable[[], Workspace]", messages: MessageBar, crashed: Callable[..., None]
    ) -> None:
        """`crashed(kind, error, traceback)` hears of failures nobody expected."""
        super().__init__()
        self.messages = messages
        self.tasks = TaskRunner(self.fail, self)
        self.ticks = CheckedArticles(self)
        self._open = open_workspace
        self._opening = threading.Lock()
        self._workspace: Workspace | None = None
        self._crashed = crashed
        self.placing: Callable[[], None] | None = None
        """Asks where the library is that was not found."""
        self.restoring: Callable[[], None] | None = None
        """Asks which backup to put in the place of the library."""
        self.noticed.connect(lambda words: self.say(words, MessageKind.WARNING))

    def run(
        self,
        key: str,
        task: "Callable[[Workspace, Progress], T]",
        done: Callable[[T], None],
        *,
        title: str = "",
        failed: Callable[[BaseException], None] | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> None:
        """Run `task` on another thread and `done` with its result on this one; the newest under `key` wins."""

        def settled(result: T) -> None:
            self.messages.settle(key)  # what failed under this key does not fail any more
            done(result)

        self.tasks.run(
            key,
            lambda progress: task(self._opened(), progress),
            settled,
            title=title,
            failed=failed or (lambda error: self.fail(error, key)),
            stopped=stopped,
        )

    def replace_library(self, task: Callable[[], T], done: Callable[[T], None], *, title: str = "") -> None:
        """Let go of the library, run `task`, and open it anew when it is next needed.

        Whatever else is under way is ended first: it was meant for the library as it was.
        """
        for job in self.tasks.running:
            self.tasks.cancel(job.key)

        def swapped(_progress: Progress) -> T:
            with self._opening:
                if self._workspace is not None:
                    self._workspace.close()
                    self._workspace = None
                return task()

        self.tasks.run(NO_KEY, swapped, done, title=title)

    def close(self) -> None:
        """End every job, then let go of the library."""
        self.tasks.close()
        with self._opening:
            if self._workspace is not None:
                self._workspace.close()
                self._workspace = None

    @property
    def settings(self) -> "Settings | None":
        """The settings that are in force; None while the library is not open."""
        return self._workspace.settings if self._workspace is not None else None

    def articles(self, ids: Sequence[str]) -> "Sequence[Article]":
        """The articles of these ids, at once: for a drag, which cannot wait; none while the library is not open."""
        workspace = self._workspace
        try:
            return [] if workspace is None else list(workspace.library.texts(ids))
        except ReaderError:
            return []

    def _opened(self) -> "Workspace":
        with self._opening:
            if self._workspace is None:
                self._workspace = self._open()
                for words in self._workspace.notices:
                    self.noticed.emit(words)
            return self._workspace

    def fail(self, error: BaseException, cause: str = "") -> None:
        """Say what went wrong: in a message what was to be expected, else as a crash."""
        if isinstance(error, DamagedArticle) and error.path and Path(error.path).is_file():
            path = Path(error.path)
            self.messages.show_error(error, [(_("Import Again"), lambda: self._import_again(path))], cause)
        elif isinstance(error, DamagedLibrary) and self.restoring is not None:
            self.messages.show_error(error, [(_("Restore…"), self.restoring)], cause)
        elif isinstance(error, MissingLibrary) and self.placing is not None:
            self.messages.show_error(error, [(_("Choose the Folder…"), self.placing)], cause)
        elif isinstance(error, ReaderError):
            self.messages.show_error(error, cause=cause)
        else:
            self._crashed(type(error), error, error.__traceback__)

    def _import_again(self, path: Path) -> None:
        """Take the text of a damaged article from its file."""

        def done(healed: bool) -> None:
            if healed:
                self.say(_("The article is whole again."), MessageKind.SUCCESS)
            else:
                self.say(
                    _("{path} holds another text now; it was imported as an article of its own.").format(path=path)
                )
            self.libraryChanged.emit()

        self.run(NO_KEY, lambda ws, progress: ws.make_whole(path, progress), done, title=_("Importing"))

    def say(self, text: str, kind: MessageKind = MessageKind.INFO) -> None:
        """Tell the person something that asks for no answer."""
        self.messages.say(kind, text)


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
    return workspace.library.outbox.last_change


TURN = 0.0005
"""Seconds after which a thread that works lets the window have Python. Python's own 5 ms add up: every line of the
library that is painted asks anew."""


def lower_switch_interval() -> None:
    """Let the window's thread wait less for others; what these do takes some hundredths longer."""
    sys.setswitchinterval(TURN)


def warm_up(service: WorkspaceService, then: Callable[[], None] = lambda: None) -> None:
    """Load on another thread, while nobody waits, what the first comparison needs; `then` is called here after it."""
    service.run("warm", _load, lambda _none: then(), failed=lambda _error: None)  # the comparison itself will say it


def _load(workspace: "Workspace", _progress: object) -> None:
    workspace.warm_up()
