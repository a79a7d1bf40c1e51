"""Which helper reads the next file: one that is idle, else a new one; nobody's after a while, and none at the end."""

import atexit
import os
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing.options import ImportOptions
from reader.processes import IdleTimer

if TYPE_CHECKING:  # comes with the first file that asks for one
    from reader.importing.apart.helper import ReadingHelper

IDLE = 20.0
"""Seconds that a helper waits for another file: a batch has one helper, an afternoon has none."""

_KEPT = max(2, os.cpu_count() or 1)  # one for each thread that reads


class Pool:
    """The idle helpers of this process; usable from any thread."""

    def __init__(self) -> None:
        self._idle: list[ReadingHelper] = []
        self._lent: set[ReadingHelper] = set()
        self._lock = threading.Lock()
        self._timer = IdleTimer(IDLE, self._end_idle, self._lock)

    def borrow(self) -> "ReadingHelper":
        """A helper for one file."""
        with self._lock:
            while self._idle:
                helper = self._idle.pop()
                if helper.is_alive:
                    self._lent.add(helper)
                    return helper
                helper.end()
            from reader.importing.apart.helper import ReadingHelper

            helper = ReadingHelper()
            self._lent.add(helper)
            return helper

    def give_back(self, helper: "ReadingHelper") -> None:
        """Keep it for the next file, for a while."""
        with self._lock:
            self._lent.discard(helper)
            if helper.is_alive and len(self._idle) < _KEPT:
                self._idle.append(helper)
                self._timer.restart()
                return
        helper.end()

    def end(self) -> None:
        """End the helpers that nobody uses."""
        with self._lock:
            self._timer.cancel()
            self._end_idle()

    def close(self) -> None:
        """End every helper, whatever it is doing: the program ends."""
        self.end()
        with self._lock:
            for helper in self._lent:
                helper.kill()

    def _end_idle(self) -> None:
        while self._idle:
            self._idle.pop().end()


POOL = Pool()  # one process has one batch under way
atexit.register(POOL.close)


def read_apart(data: bytes, name: str, file: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The articles in the bytes of a file and why others are not, read in a helper process."""
    helper = POOL.borrow()
    try:
        yield from helper.read(data, name, file, options)
    finally:
        POOL.give_back(helper)
