"""How far the library had come, noted beside it: a library that has lost its latest changes is told by that.

SQLite passes over the end of a damaged log without a word, and a file cut at a page's end is a whole file of before.
"""

import contextlib
import json
import os
import sqlite3
from pathlib import Path

from reader.i18n import _, ngettext

Mark = tuple[int, str]
"""The number of the latest commit, and a random word that belongs to it."""


def raised(connection: sqlite3.Connection) -> Mark:
    """Count one more commit, inside its transaction."""
    number, word = _held(connection)[0] + 1, os.urandom(8).hex()
    connection.execute("INSERT OR REPLACE INTO about VALUES ('commit', ?)", (json.dumps([number, word]),))
    return number, word


def write(library: Path, mark: Mark) -> None:
    """Note it beside the library; that is no part of what a person asked for, so it never fails."""
    place = _place(library)
    half = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        handle = os.open(half, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as file:
            json.dump(mark, file)
        half.replace(place)


def forget(library: Path) -> None:
    """Another file comes in the library's place, as a person wished."""
    with contextlib.suppress(OSError):
        _place(library).unlink(missing_ok=True)


def lost(library: Path, connection: sqlite3.Connection) -> list[str]:
    """What to tell where the library is behind what was noted; the note follows, so that it is told once."""
    noted, held = _noted(library), _held(connection)
    if noted is None or noted[0] <= held[0]:
        return []
    write(library, held)
    count = noted[0] - held[0]
    words = ngettext(
        "The library has lost its last change: the file was damaged, or an older copy was put in its place.",
        "The library has lost its last {n} changes: the file was damaged, or an older copy was put in its place.",
        count,
    )
    remedy = _("“Restore the Library” and parallax restore take a backup.")
    return [f"{words.format(n=count)} {remedy}"]


def _noted(library: Path) -> Mark | None:
    try:
        number, word = json.loads(_place(library).read_text(encoding="ascii"))
    except (OSError, ValueError, TypeError):
        return None
    return (number, word) if isinstance(number, int) and isinstance(word, str) else None


def _held(connection: sqlite3.Connection) -> Mark:
    row = connection.execute("SELECT value FROM about WHERE key = 'commit'").fetchone()
    try:
        number, word = json.loads(row[0]) if row else (0, "")
    except (ValueError, TypeError):
        return 0, ""
    return int(number), str(word)


def _place(library: Path) -> Path:
    return library.with_name(f"{library.name}-mark")
