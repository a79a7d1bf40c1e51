"""Where the program writes down what went wrong: one file that never grows beyond a few hundred kilobytes."""

import logging
from pathlib import Path

from reader.paths import make_owners, make_private

MOST_BYTES = 256 * 1024
KEPT = 2
FORM = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start(path: Path, level: int = logging.INFO) -> logging.Handler | None:
    """Log to `path` from now on; None where the file cannot be written: a log is never worth a failure."""
    from logging.handlers import RotatingFileHandler  # which loads what opens sockets

    try:
        make_private(path.parent)
        make_owners(path)
        handler = RotatingFileHandler(path, maxBytes=MOST_BYTES, backupCount=KEPT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter(FORM))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def stop(handler: logging.Handler | None) -> None:
    """Close what `start` opened."""
    if handler is not None:
        logging.getLogger().removeHandler(handler)
        handler.close()
