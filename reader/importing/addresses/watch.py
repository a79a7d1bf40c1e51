"""How long fetching may take, and whether anybody still waits: looked at several times a second, whatever hangs."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

from reader.importing.addresses import refusals
from reader.progress import Progress, silent

T = TypeVar("T")
SLICE = 0.2
"""Seconds between two looks."""


class FetchWatch:
    """One fetching's time and the person who waits for it."""

    def __init__(self, host: str, seconds: float, progress: Progress = silent) -> None:
        self.host, self._progress = host, progress
        self._ends = time.monotonic() + seconds
        self._done = self._total = 0

    def look(self) -> None:
        """Raise where the time is over, or nobody waits any more."""
        self._progress(self._done, self._total, self.host)
        if time.monotonic() >= self._ends:
            raise refusals.too_slow(self.host)

    def received(self, done: int, total: int) -> None:
        """So many bytes of so many (0: not known) are there."""
        self._done, self._total = done, max(total, done) if total else 0

    def wait_for(self, task: Callable[[], T], unwanted: Callable[[T], None] = lambda _result: None) -> T:
        """The result of something that cannot be interrupted; what comes after nobody waits is handed to `unwanted`."""
        future: Future[T] = Future()
        threading.Thread(target=_fulfil, args=(future, task), daemon=True).start()
        try:
            while True:
                self.look()
                try:
                    return future.result(SLICE)
                except TimeoutError:
                    if future.done():  # the task's own
                        raise
        except BaseException:
            future.add_done_callback(lambda late: unwanted(late.result()) if late.exception() is None else None)
            raise


def _fulfil(future: "Future[T]", task: Callable[[], T]) -> None:
    try:
        future.set_result(task())
    except BaseException as error:  # handed to whoever waits
        future.set_exception(error)
