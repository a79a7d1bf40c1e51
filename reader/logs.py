"""Where the program writes down what went wrong: one file that never grows beyond a few hundred kilobytes."""

import logging
from pathlib import Path

from reader.paths import make_owners, make_private

MOST_BYTES = 256 * 1024
KEPT = 2
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start(path: Path, level: int = logging.INFO) -> logging.Handler | None:
    """Log to `path` from now on; None where the file cannot be written: a log is never worth a failure."""
    try:
        make_private(path.parent)
        make_owners(path)
        path.open("ab").close()
    except OSError:
        return None
    handler = _LogFile(path)
    handler.setFormatter(logging.Formatter(FORM))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


class _LogFile(logging.Handler):
    """The file, opened with the first line: what turns its pages loads much, and mostly there is nothing to write."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line; whoever logs holds the lock of this handler."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            try:
                self._file = RotatingFileHandler(self._path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")
            except OSError:  # there was a place when the program began, and a log is never worth a failure
                return
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Close the log file; what is logged later goes nowhere."""
        if self._file is not None:
            self._file.close()
            self._file = None
        super().close()


def stop(handler: logging.Handler | None) -> None:
    """Close what `start` opened."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
