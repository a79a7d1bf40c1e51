"""Work off the window's thread: a function and a callback; the newest under a key wins, late results are dropped."""

import gc
import itertools
import sys
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from reader.dataclass import dataclass
from reader.progress import Cancelled, Progress

_FEW = 20
"""Modules that are not worth the trouble."""


_SELDOM = 100
"""Smaller rounds between two whole ones, 10 without us: so that none falls among the modules while they are loaded."""


class GcFreezer:
    """Takes what there is out of the collector's rounds whenever many modules were loaded."""

    def __init__(self) -> None:
        self._known = 0

    def spare(self) -> bool:
        """Whether there was anything to do; it takes no time. What is freed by its last reference still is."""
        there = len(sys.modules)
        if there - self._known < _FEW:
            return False
        self._known = there
        gc.set_threshold(*gc.get_threshold()[:2], _SELDOM)
        gc.freeze()
        return True


LASTING = GcFreezer()
"""One for the process, as the collector is: what has been closed in the meantime is not spared with every window."""


T = TypeVar("T")
THREADS = 4
NO_KEY = ""
"""The key of jobs that never drop one another."""

BETWEEN = 0.05
"""Seconds between two reports of one job's progress: a person reads no more, and the window has other things to do."""


@dataclass(eq=False, slots=True)
class Task:
    """One piece of work under way. `title` is what a person reads beside its progress; untitled work shows none."""

    key: str
    title: str
    done: Callable[[Any], None]
    failed: Callable[[BaseException], None]
    stopped: Callable[[], None]
    cancelled: threading.Event = field(default_factory=threading.Event)
    at: int = 0
    total: int = 0
    what: str = ""
    reported: float = 0.0


class TaskRunner(QObject):
    """Runs jobs on a few threads and brings their results back to the thread it lives in."""

    changed = Signal()
    """A job began, went on or ended."""
    _arrived = Signal(object, object)

    def __init__(self, failed: Callable[[BaseException], None], parent: QObject | None = None) -> None:
        """`failed` hears of every exception that a job's own callback does not take."""
        super().__init__(parent)
        self._failed = failed
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="job")
        self._running: dict[str, Task] = {}
        self._arrived.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._numbers = itertools.count()
        self._closed = False

    @property
    def running(self) -> tuple[Task, ...]:
        """The jobs whose results somebody still waits for."""
        return tuple(self._running.values())

    def run(
        self,
        key: str,
        work: Callable[[Progress], T],
        done: Callable[[T], None],
        *,
        title: str = "",
        failed: Callable[[BaseException], None] | None = None,
        stopped: Callable[[], None] = lambda: None,
    ) -> None:
        """Call `work` on another thread and `done` with its result on this one; an older job of this key is cancelled.

        `stopped` is called in place of both when a cancelled job has come to its end, however it ended.
        """
        if self._closed:
            return
        key = key or f"each-{next(self._numbers)}"
        self.cancel(key)
        job = Task(key, title, done, failed or self._failed, stopped)
        self._running[key] = job
        future = self._pool.submit(_begin, job, work, self._progress(job))
        future.add_done_callback(lambda future: self._arrived.emit(job, future))
        self.changed.emit()

    def cancel(self, key: str) -> None:
        """Nobody waits for the job of this key any more."""
        job = self._running.pop(key, None)
        if job is not None:
            job.cancelled.set()
            self.changed.emit()

    def close(self) -> None:
        """Cancel everything and wait until no thread works any more."""
        self._closed = True
        for key in list(self._running):
            self.cancel(key)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _progress(self, job: Task) -> Progress:
        def report(done: int, total: int, what: str = "") -> None:
            if job.cancelled.is_set():
                raise Cancelled
            now = time.monotonic()
            if now - job.reported >= BETWEEN or what != job.what:
                job.at, job.total, job.what, job.reported = done, total, what, now
                self._arrived.emit(job, None)

        return report

    @Slot(object, object)
    def _settle(self, job: Task, future: "Future[Any] | None") -> None:
        if future is not None:
            LASTING.spare()  # stages are loaded by the first job that needs them
        if self._running.get(job.key) is not job:
            if future is not None and not self._closed:
                job.stopped()
            return
        if future is None:
            self.changed.emit()
            return
        del self._running[job.key]
        self.changed.emit()
        error = future.exception()
        if error is None:
            job.done(future.result())
        else:  # also a Cancelled: nobody cancelled this job
            job.failed(error)


def _begin(job: Task, work: Callable[[Progress], T], progress: Progress) -> T:
    """The work, unless nobody waits for it by the time a thread is free."""
    if job.cancelled.is_set():
        raise Cancelled
    return work(progress)
