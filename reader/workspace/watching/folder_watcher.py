"""Watches folders on a thread of its own: the system says that something happened, then the folders are looked at.

That they are looked at, and not merely the events followed, finds what was moved in as a whole folder, what events
were lost of, what came while the program was closed, and what lies on a network drive that tells of nothing.
"""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from queue import SimpleQueue
from typing import Any

from reader.errors import ImportFailure
from reader.i18n import _
from reader.workspace.watching.record import Record, Sign
from reader.workspace.watching.scan import is_folder, signatures

STEADY = 1.0
"""Seconds that a file must stay as it is before it counts as whole."""

PATIENCE = 30.0
"""Seconds until the folders are looked at though nothing was heard of them."""

_TICK = 0.25
_LONGEST = 2.0  # seconds that closing waits: the system may be slow to listen to a whole disk

Arrived = Callable[[Sequence[Path]], None]
Troubled = Callable[[ImportFailure], None]


class FolderWatcher:
    """Folders under watch. `arrived` and `troubled` are called on the watch's own thread."""

    def __init__(self, folders: Sequence[Path], record: Path, arrived: Arrived, troubled: Troubled) -> None:
        self._folders = tuple(dict.fromkeys(folders))
        self._arrived, self._troubled = arrived, troubled
        self._record = Record(record)
        self._record.keep_only(self._folders)
        self._growing: dict[Path, tuple[Sign, float]] = {}
        self._offered: dict[Path, Sign] = {}
        self._settled: SimpleQueue[Sequence[Path]] = SimpleQueue()
        self._gone: set[Path] = set()
        self._stirred, self._closed = threading.Event(), threading.Event()
        self._listener = _Listener(self._stirred.set)
        self._thread = threading.Thread(target=self._run, name="watch", daemon=True)
        self._thread.start()

    @property
    def is_listening(self) -> bool:
        """Whether the system was asked to tell of any folder: what happens there from now on is noticed."""
        return bool(self._listener.folders)

    @property
    def is_running(self) -> bool:
        """Whether its thread is still there."""
        return self._thread.is_alive()

    def done(self, paths: Sequence[Path]) -> None:
        """What was handed over has been dealt with; what never is will be handed over again another day."""
        self._settled.put(paths)
        self._stirred.set()

    def close(self) -> None:
        """Stop; nothing is handed over any more when this returns."""
        self._closed.set()
        self._stirred.set()
        self._thread.join(_LONGEST)

    def _run(self) -> None:
        try:
            while not self._closed.is_set():
                self._look()
                self._stirred.wait(_TICK if self._growing else PATIENCE)
                self._closed.wait(_TICK)  # what happens, happens in bursts
                self._stirred.clear()
                self._note()
        finally:
            self._note()
            self._listener.close()

    def _look(self) -> None:
        fresh: dict[Path, Sign] = {}
        for folder in self._folders:
            if self._is_there(folder):
                self._listener.listen(folder)
                fresh |= self._fresh(folder)
        self._growing = {path: known for path, known in self._growing.items() if path in fresh}
        whole = {path: sign for path, sign in fresh.items() if self._is_whole(path, sign)}
        if whole and not self._closed.is_set():
            self._offered |= whole
            self._arrived(list(whole))

    def _fresh(self, folder: Path) -> dict[Path, Sign]:
        """What has appeared in a folder. What lies in it when it is first watched has not: it counts as seen."""
        there = signatures(folder, self._closed.is_set)
        if self._closed.is_set():
            return {}
        if not self._record.knows(folder):
            self._record.add(folder, there)
            self._record.write()
        self._record.prune(folder, there)
        seen = self._record.seen(folder)
        new = {folder / name: sign for name, sign in there.items() if seen.get(name) != sign}
        return {path: sign for path, sign in new.items() if self._offered.get(path) != sign}

    def _note(self) -> None:
        """Keep in mind what has been dealt with."""
        noted = False
        while not self._settled.empty():
            for path in self._settled.get():
                sign = self._offered.pop(path, None)
                for folder in self._folders:
                    if sign is not None and path.is_relative_to(folder):
                        self._record.add(folder, {str(path.relative_to(folder)): sign})
                        noted = True
        if noted:
            self._record.write()

    def _is_there(self, folder: Path) -> bool:
        """Whether the folder can be looked at; that it cannot is told once."""
        if is_folder(folder):
            self._gone.discard(folder)
            return True
        if folder not in self._gone:
            self._gone.add(folder)
            self._listener.forget(folder)
            if self._closed.is_set():
                return False
            message = _("The watched folder {name} is not there.").format(name=folder)
            self._troubled(ImportFailure(message, _("Put it back, or take it from the list of watched folders.")))
        return False

    def _is_whole(self, path: Path, sign: Sign) -> bool:
        """Whether a file has stayed as it is for a while."""
        now = time.monotonic()
        before, since = self._growing.get(path, (None, now))
        if before != sign:
            self._growing[path] = (sign, now)
            return False
        if now - since < STEADY:
            return False
        del self._growing[path]
        return True


class _Listener:
    """The system's own news of folders, where it has any; watchdog is loaded when a folder is watched."""

    def __init__(self, stirred: Callable[[], None]) -> None:
        self._stirred = stirred
        self._observer: Any = None
        self.folders: dict[Path, Any] = {}
        """The folders that the system was asked about, each with its answer."""

    def listen(self, folder: Path) -> None:
        """Be told what happens in a folder; where that cannot be, looking now and then has to do."""
        if folder in self.folders:
            return
        from watchdog.events import EVENT_TYPE_CLOSED_NO_WRITE, EVENT_TYPE_OPENED, FileSystemEventHandler
        from watchdog.observers import Observer

        stirred = self._stirred

        class Handler(FileSystemEventHandler):
            def on_any_event(self, event: Any) -> None:
                if event.event_type not in (EVENT_TYPE_OPENED, EVENT_TYPE_CLOSED_NO_WRITE):  # our own looking
                    stirred()

        try:
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            self.folders[folder] = self._observer.schedule(Handler(), str(folder), recursive=True)
        except Exception:  # too many folders for the system, a kind of disk that tells of nothing: OSError and others
            self.folders[folder] = None

    def forget(self, folder: Path) -> None:
        """The folder is gone: it is to be listened to anew when it comes back."""
        heard = self.folders.pop(folder, None)
        if heard is not None:
            try:
                self._observer.unschedule(heard)
            except (KeyError, OSError):
                return

    def close(self) -> None:
        """Stop listening to all folders."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
