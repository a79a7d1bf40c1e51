"""Ends the program in good order when the system or a terminal asks it to: the window is closed, not killed."""

import signal
import socket
import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier

ASKED = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


class SignalHandler(QObject):
    """Hears of signals while Qt's loop runs: Python writes to a socket at once, and Qt wakes up for it."""

    def __init__(self, close: Callable[[], object]) -> None:
        super().__init__()
        self._close = close
        self._here, self._there = socket.socketpair()
        self._here.setblocking(False)
        self._there.setblocking(False)
        self._notifier = QSocketNotifier(self._here.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._before: dict[int, object] = {}
        self._wakeup = -1

    def install(self) -> None:
        """Take over from Python, on the main thread only: no other may."""
        if threading.current_thread() is threading.main_thread():
            self._wakeup = signal.set_wakeup_fd(self._there.fileno(), warn_on_full_buffer=False)
            self._before = {asked: signal.signal(asked, lambda _number, _frame: None) for asked in ASKED}

    def remove(self) -> None:
        """Give back to Python what `install` took."""
        if self._before:
            signal.set_wakeup_fd(self._wakeup)
            for asked, handler in self._before.items():
                signal.signal(asked, handler)  # type: ignore[arg-type] # what signal.signal gave, it takes
            self._before = {}
        self._notifier.setEnabled(False)
        self._here.close()
        self._there.close()

    def _woken(self) -> None:
        self._here.recv(64)
        self._close()
