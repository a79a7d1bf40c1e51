"""What lies in a folder that could be imported: files of known formats, none hidden, none half downloaded."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from reader.importing import is_part_of_saved_page
from reader.importing.formats import is_readable
from reader.workspace.watching.record import Sign

_MOST = 100_000
"""Files of one folder that are looked at: whoever names a whole disk is not made to wait for it."""


def is_folder(path: Path) -> bool:
    """Whether there is such a folder, and it may be looked into."""
    try:
        return path.is_dir() and os.access(path, os.R_OK | os.X_OK)
    except OSError:
        return False


def signatures(folder: Path, ended: Callable[[], bool] = bool) -> dict[str, Sign]:
    """The importable files below a folder, each with its sign, as far as nobody has `ended` it.

    Links to folders are not followed, for they may loop.
    """
    found: dict[str, Sign] = {}
    for number, path in enumerate(_files(folder)):
        if number == _MOST or ended():
            break
        sign = signature(path)
        if sign is not None:
            found[str(path.relative_to(folder))] = sign
    return found


def signature(path: Path) -> Sign | None:
    """Size and time of change; None where there is no file, or nothing in it yet."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return (status.st_size, status.st_mtime_ns) if path.is_file() and status.st_size else None


def _files(folder: Path) -> Iterator[Path]:
    for place, inner, names in os.walk(folder):
        inner[:] = sorted(name for name in inner if not _is_hidden(name))
        for name in sorted(names):
            path = Path(place, name)
            below = PurePath(place, name).relative_to(folder)
            if is_readable(name) and not _is_hidden(name) and not is_part_of_saved_page(below):
                yield path


def _is_hidden(name: str) -> bool:
    """What systems and programs hide, and what Office and others keep beside an open document."""
    return name.startswith((".", "~", "$"))
