"""What ends the window unasked: an error that nobody expected, with its log and dialog, and signals of the system."""

import logging
import signal
import socket
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import PySide6
from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from reader import __version__
from reader.i18n import _
from reader.ui import theme
from reader.ui.widgets.plain_text import PlainLabel

log = logging.getLogger(__name__)
Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


class CrashDialog(QDialog):
    """Says that something went wrong, what, and where it is written down."""

    def __init__(self, details: str, log_path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Something went wrong"))
        if parent is None:  # before there is a window that it could take its dress from
            theme.dress(self)
        self.details = details
        words = PlainLabel(
            _("Parallax met a fault of its own. Your library is safe; you can go on, or copy the details for a report.")
        )
        words.setWordWrap(True)
        place = PlainLabel(_("Written down in {path}").format(path=log_path))
        place.setObjectName("quiet")
        place.setWordWrap(True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        text = QPlainTextEdit(details)
        text.setReadOnly(True)
        text.setAccessibleName(_("Details of the fault"))
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        buttons = QDialogButtonBox(self)
        self.copy = buttons.addButton(_("Copy Details"), QDialogButtonBox.ButtonRole.ActionRole)
        go_on = buttons.addButton(_("Go On"), QDialogButtonBox.ButtonRole.AcceptRole)
        go_on.setDefault(True)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.details))
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for widget in (words, text, place, buttons):
            column.addWidget(widget)
        self.resize(640, 380)


class CrashReporter(QObject):
    """Takes every exception that nothing caught, on whatever thread; shows one dialog at a time."""

    _met = Signal(str)

    def __init__(self, log_path: Path, window: Callable[[], QWidget | None] = lambda: None) -> None:
        super().__init__()
        self._log_path, self._window = log_path, window
        self.dialog: CrashDialog | None = None
        self._before: tuple[Hook, Callable[[threading.ExceptHookArgs], object]] | None = None
        self._met.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def remove(self) -> None:
        """Give back to Python what `install` took."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write it down and show it."""
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.quit()
            return
        log.critical("unexpected", exc_info=(kind, error, trace))
        self._met.emit("".join(traceback.format_exception(kind, error, trace)))

    def _report_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.report(args.exc_type, args.exc_value, args.exc_traceback)

    def _show(self, trace: str) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            return
        self.dialog = CrashDialog(f"{versions()}\n\n{trace}", self._log_path, self._window())
        self.dialog.open()


def versions() -> str:
    """What a report has to begin with."""
    import platform  # late: it takes a while to load, and mostly nothing is wrong

    ours = f"Parallax {__version__}, Python {platform.python_version()}, PySide {PySide6.__version__}"
    return f"{ours}, {platform.platform()}"


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
