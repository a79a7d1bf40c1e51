"""Work of the window's own thread put off to later turns of the event loop, so that nobody is kept waiting."""

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

SLICE_SECONDS = 0.012
"""Seconds after which a turn ends; what is left waits for the next, and the window paints and listens in between."""

Piece = Callable[[], object]


class IdleQueue(QObject):
    """Does one piece after another, as many in a turn as fit."""

    def __init__(self, parent: QObject, *, apart: bool = False) -> None:
        """`apart` gives every piece a turn of its own: the window has more to do after each than the piece itself."""
        super().__init__(parent)
        self._apart = apart
        self._waiting: deque[Piece] = deque()
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._turn)

    @property
    def done(self) -> bool:
        """Whether no piece of work waits for its turn."""
        return not self._waiting

    def take(self, pieces: Iterable[Piece]) -> None:
        """Do these from the next turn on; what still waits of others is dropped."""
        self._waiting = deque(pieces)
        self._timer.start()

    def add(self, piece: Piece) -> None:
        """Do this after what waits."""
        self._waiting.append(piece)
        self._timer.start()

    def finish(self) -> None:
        """Do now what waits: a person asks for it."""
        while self._waiting:
            self._waiting.popleft()()

    def drop(self) -> None:
        """Do none of it."""
        self._waiting.clear()

    def _turn(self) -> None:
        end = time.perf_counter() + SLICE_SECONDS
        try:
            while self._waiting:
                self._waiting.popleft()()
                if self._apart or time.perf_counter() >= end:
                    return
        finally:
            if self._waiting:  # though a piece failed
                self._timer.start()


class Debouncer(QObject):
    """Calls once for all that was asked for at short intervals: so long after the last time."""

    def __init__(self, call: Callable[[], object], parent: QObject, milliseconds: int = 0) -> None:
        """0: in the next turn of the event loop, however often it is asked for in this one."""
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=milliseconds)
        self._timer.timeout.connect(call)

    @property
    def is_waiting(self) -> bool:
        """Whether it is about to call."""
        return self._timer.isActive()

    def trigger(self) -> None:
        """Ask for the call; the wait begins anew."""
        self._timer.start()

    def cancel(self) -> None:
        """Do not call: it was done at once, or nobody wants it any more."""
        self._timer.stop()
