"""Our side of the process that writes the index: started when first needed, started anew when it died."""

import contextlib
import json
import queue
import threading
from collections.abc import Callable, Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from reader.errors import SearchError
from reader.processes import READY, Helper, IdleTimer
from reader.search import wire
from reader.search.values import WHOOSH, Entry

_TICK = 0.05  # seconds between two looks at whether anybody still waits
_AHEAD = 64  # changes made ready while the helper is at work
IDLE = 60.0
"""Seconds without a job after which the process is ended; a later job starts another."""
_PATIENCE = 3.0  # seconds that the helper may take to end by itself

Tick = Callable[[], None]


class HelperUnable(Exception):
    """No helper process can be started here; whoever asked has to write the index themselves."""


class HelperLost(Exception):
    """The helper process ended in the middle of its work; what it committed is there."""


class IndexHelper:
    """Writes one library's index in a process of its own, one job at a time.

    While it works, `tick` is called every now and then; when that or the changes raise, the process is killed.
    """

    def __init__(self, folder: Path, library_id: str, idle: float = IDLE) -> None:
        """Nothing is started yet; an index that is made anew will be of the engine `engine`."""
        self._job = {"folder": str(folder), "library": library_id}
        self.engine = WHOOSH
        self._process: Helper | None = None
        self._greeted = False
        self._lock = threading.Lock()
        self._ending = IdleTimer(idle, self._end, self._lock)

    def apply(self, changes: Iterable[Entry], after: int, tick: Tick) -> bool:
        """As `SearchIndex.apply`; `after` is the number of the last change that the index knew."""
        return self._run({**self._job, "do": "apply", "after": after}, changes, tick)

    def fill(self, changes: Iterable[Entry], below: int, tick: Tick) -> bool:
        """As `SearchIndex.fill`."""
        return self._run({**self._job, "do": "fill", "below": below}, changes, tick)

    def rebuild(self, changes: Iterable[Entry], tick: Tick) -> bool:
        """As `SearchIndex.rebuild`."""
        return self._run({**self._job, "do": "rebuild"}, changes, tick)

    @property
    def pid(self) -> int | None:
        """The number by which the system knows the process; None while there is none."""
        process = self._process
        return None if process is None else process.pid

    def close(self) -> None:
        """End the process; a later job starts another."""
        with self._lock:
            self._ending.cancel()
            self._end()

    def _run(self, job: dict[str, Any], changes: Iterable[Entry], tick: Tick) -> bool:
        first = json.dumps({**job, "engine": self.engine}).encode("ascii") + b"\n"
        lines = chain([first], map(wire.line, changes), [wire.END])
        with self._lock:
            self._ending.cancel()
            talk = _Talk(self._started(), greeted=self._greeted)
            talk.start()
            try:
                reply = talk.feed(lines, tick)
            except BaseException:
                self._end(at_once=True)
                talk.stop()
                raise
            self._greeted = True
            if reply.get("done"):
                self._ending.restart()
            else:
                self._end()
        if "error" in reply:
            raise SearchError(reply["error"], reply["remedy"])
        return bool(reply["done"])

    def _started(self) -> Helper:
        if self._process is not None and self._process.is_alive:
            return self._process
        self._end()
        try:
            self._process = Helper("--index")
        except OSError as error:
            raise HelperUnable from error
        self._greeted = False
        return self._process

    def _end(self, at_once: bool = False) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.end(0 if at_once else _PATIENCE)


class _Talk(threading.Thread):
    """One job's talk with the child: pipes block, and the caller has to look up now and then."""

    def __init__(self, process: Helper, *, greeted: bool) -> None:
        super().__init__(name="index helper", daemon=True)
        self._process, self._greeted = process, greeted
        self._lines: queue.Queue[bytes] = queue.Queue(_AHEAD)
        self._reply: dict[str, Any] | None = None

    def run(self) -> None:
        """Send what is fed, then read the one line that comes back."""
        if not self._greeted:
            self._greeted = self._read() == READY
            if not self._greeted:
                return
        with contextlib.suppress(OSError, ValueError):  # it ended; perhaps it said why
            while (line := self._lines.get()) != wire.END:
                self._process.send(line, flush=False)
            self._process.send(wire.END)
        with contextlib.suppress(ValueError):
            self._reply = json.loads(self._read())

    def feed(self, lines: Iterable[bytes], tick: Tick) -> dict[str, Any]:
        """Have the lines sent as they are drawn; the child's reply."""
        for line in lines:
            if not self._put(line, tick):
                break
        while self.is_alive():
            self.join(_TICK)
            tick()
        if not self._greeted:
            raise HelperUnable
        if self._reply is None:
            raise HelperLost
        return self._reply

    def stop(self) -> None:
        """End; the child has been killed."""
        while self.is_alive():
            with contextlib.suppress(queue.Full):
                self._lines.put(wire.END, timeout=_TICK)
            self.join(_TICK)

    def _put(self, line: bytes, tick: Tick) -> bool:
        while self.is_alive():
            try:
                self._lines.put(line, timeout=_TICK)
            except queue.Full:
                tick()
            else:
                return True
        return False

    def _read(self) -> bytes:
        try:
            return self._process.receive()
        except (OSError, ValueError):
            return b""
