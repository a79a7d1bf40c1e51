"""The library as one file to put away, and back from it."""

import contextlib
import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import LibraryError
from reader.i18n import _
from reader.library import schema, watermark
from reader.library.sqlite_file import clear_errors, reading_uri
from reader.paths import make_private
from reader.progress import Progress, silent

_HEAD = b"SQLite format 3\x00"
_PAGES = 256  # copied between two looks at whether anybody still waits: a megabyte


def copy(source: Path, target: Path, progress: Progress = silent) -> None:
    """A copy of a library as it is at this moment, whoever works with it meanwhile; a file at `target` is replaced."""
    with clear_errors(target):
        if target.is_dir():
            raise LibraryError(_("{path} is a folder.").format(path=target), _("Choose the name of a file."))
        if target.exists() and target.samefile(source):
            raise LibraryError(_("The library cannot be its own copy."), _("Choose another file."))
        half = target.with_name(f".{target.name}.{os.getpid()}.half")
        try:
            _copy(source, half, progress)
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)


def restore(backup: Path, library: Path) -> Path | None:
    """Put the copy `backup` in the place of a library that nobody has open; where the one before is now kept.

    It gets an id of its own, so that an index of what was there before is never taken for its own.
    """
    half = library.with_name(f".{library.name}.{os.getpid()}.half")
    with clear_errors(backup):
        _check(backup)
    with clear_errors(library):
        make_private(library.parent)
        try:
            _copy(backup, half, silent)
            with closing(sqlite3.connect(half)) as connection, connection:
                connection.execute("UPDATE about SET value = ? WHERE key = 'id'", (schema.new_id(),))
            return put_in_place(half, library)
        finally:
            half.unlink(missing_ok=True)


def move(source: Path, folder: Path, progress: Progress = silent) -> tuple[Path, Path]:
    """Let a library that nobody has open lie in another folder: where it is then, and where the file of before is kept.

    All of it is in the new place, and looked at, before anything is done to the old one.
    """
    target = folder / source.name
    with clear_errors(target):
        if target.exists():
            words = _("There is a library in {folder} already.").format(folder=folder)
            raise LibraryError(words, _("Use that one, or choose another folder."))
        make_private(folder)
    with clear_errors(source):
        _end_log(source)
    before = _state(source)
    copy(source, target, progress)
    with clear_errors(target):
        _check(target)
        _sync(target)
    with clear_errors(source):
        if _state(source) != before:
            target.unlink()
            raise LibraryError(_("The library is open in another window."), _("Close Parallax and try again."))
        kept = _put_aside(source, "moved")
        source.unlink()
    watermark.forget(source)
    return target, kept


def check_library(file: Path) -> None:
    """Raise where a file is no library, is newer than we are or is damaged."""
    with clear_errors(file):
        _check(file)


def _state(library: Path) -> tuple[int, int]:
    status = library.stat()
    return status.st_mtime_ns, status.st_size


def put_in_place(half: Path, library: Path) -> Path | None:
    """Put a whole file in the place of a library that nobody has open; where the one before is now kept.

    That is done at once: whoever is killed before it leaves the library of before.
    """
    before = _put_aside(library) if library.exists() else None
    _sync(half)
    half.replace(library)
    watermark.forget(library)
    return before


def _copy(source: Path, target: Path, progress: Progress) -> None:
    target.unlink(missing_ok=True)

    def told(_status: int, left: int, total: int) -> None:
        progress(total - left, total, _("Copying"))

    with closing(_opened(source)) as reading, closing(sqlite3.connect(target)) as writing:
        reading.execute("BEGIN")
        reading.execute("SELECT count(*) FROM about").fetchone()  # from here on it stays as it is for this connection
        reading.backup(writing, pages=_PAGES, progress=told)
        writing.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it
    target.chmod(0o600)


def _opened(source: Path) -> sqlite3.Connection:
    return sqlite3.connect(reading_uri(source), uri=True, isolation_level=None)


def _check(backup: Path) -> None:
    """Raise where it is no library, is newer than we are or is damaged anywhere."""
    if not backup.is_file():
        raise LibraryError(_("There is no file {path}.").format(path=backup), _("Name a file made by backup."))
    with backup.open("rb") as file:
        begins = file.read(len(_HEAD))
    if begins and not begins.startswith(_HEAD):
        raise LibraryError(_("{path} is not a Parallax library.").format(path=backup), _("Name a file made by backup."))
    with closing(_opened(backup)) as looking:
        if not schema.check(looking):
            raise LibraryError(_("This file is not a Parallax library."), _("Name a file made by backup."))
        if looking.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise LibraryError(_("This copy is damaged: {path}.").format(path=backup), _("Use another one."))


def _put_aside(library: Path, why: str = "before") -> Path:
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    kept = library.with_name(f"{library.stem}-{why}-{stamp}{library.suffix}")
    _end_log(library)
    _link(library, kept)
    for ending in ("-wal", "-shm"):  # those of a damaged file that could not be opened: they belong to no other
        log = library.with_name(library.name + ending)
        if log.exists():
            _link(log, kept.with_name(kept.name + ending))
            log.unlink()
    return kept


def _end_log(library: Path) -> None:
    """See that all of a library stands in its one file; raises where another program has it open."""
    with contextlib.suppress(sqlite3.DatabaseError), closing(sqlite3.connect(library, timeout=0)) as last:
        try:
            last.execute("PRAGMA journal_mode = DELETE")  # which only the last that has it open may do
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise LibraryError(
                    _("The library is open in another window."), _("Close Parallax and try again.")
                ) from error
            raise


def _link(file: Path, name: Path) -> None:
    """The same file under another name too, or a copy of it where there are no links."""
    try:
        os.link(file, name)
    except OSError:
        shutil.copy2(file, name)


def _sync(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())
