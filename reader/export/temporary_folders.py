"""Folders in which documents are made, for their owner alone; those of a process that was killed are removed later."""

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

_NAME = re.compile(r"parallax-(\d+)-")


def folder() -> "tempfile.TemporaryDirectory[str]":
    """A new one, which says whose it is."""
    clear()
    return tempfile.TemporaryDirectory(prefix=f"parallax-{os.getpid()}-")


def clear() -> int:
    """Remove those that no living process of ours works in: they hold texts of articles. How many there were."""
    count = 0
    try:
        places = list(Path(tempfile.gettempdir()).iterdir())
    except OSError:
        return 0
    for place in places:
        whose = _NAME.match(place.name)
        if whose and _is_ours(place) and not _lives(int(whose[1])):
            shutil.rmtree(place, ignore_errors=True)
            count += 1
    return count


def _is_ours(place: Path) -> bool:
    try:
        status = place.lstat()
    except OSError:
        return False
    return place.is_dir() and not place.is_symlink() and (sys.platform == "win32" or status.st_uid == os.getuid())


def _lives(process: int) -> bool:
    if sys.platform == "win32":
        return process == os.getpid()  # a folder in which a file is open cannot be removed there
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
