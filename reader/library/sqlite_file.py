"""The library's file as SQLite has it: how it is opened to be read, and what SQLite's errors mean to a person."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import DamagedLibrary, LibraryError
from reader.i18n import _
from reader.library.backup_folder import offered


def reading_uri(path: Path) -> str:
    """How SQLite is asked to read a file and write nothing; beside one where nothing can be, it looks for no log."""
    alone = not os.access(path.parent, os.W_OK) and not path.with_name(f"{path.name}-wal").exists()
    return f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if alone else ''}"


@contextmanager
def one_state(reading: sqlite3.Connection) -> Iterator[None]:
    """All statements of the block see the library as it was at the first of them: a row and its sum belong together."""
    is_within = reading.in_transaction  # another such block
    if not is_within:
        reading.execute("BEGIN")
    try:
        yield
    finally:
        if not is_within and reading.in_transaction:  # of a damaged file SQLite ends it by itself
            reading.execute("ROLLBACK")  # as good as COMMIT where nothing was written, and it reads no page


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Whatever goes wrong with the file becomes a `LibraryError` that says what to do."""
    try:
        yield
    except sqlite3.Error as error:
        raise _worded(error, path) from error
    except UnicodeDecodeError as error:  # what SQLite says of a damaged file names what it found there
        raise damaged(path) from error
    except OSError as error:
        raise LibraryError(
            _("The library cannot be used: {reason}.").format(reason=error.strerror or error),
            _("Check the folder {folder}.").format(folder=path.parent),
        ) from error


def is_error(error: sqlite3.Error, *codes: int) -> bool:
    """Whether it is one of SQLite's error codes, whatever kind of it."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in codes


def _worded(error: sqlite3.Error, path: Path) -> LibraryError:
    if is_error(error, sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryError(_("Another window is busy with the library."), _("Try again in a moment."))
    if is_error(error, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return damaged(path)
    if is_error(error, sqlite3.SQLITE_FULL):
        return LibraryError(_("The disk is full; nothing was changed."), _("Make room and try again."))
    if is_error(error, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return LibraryError(
            _("The library cannot be opened or written: {path}.").format(path=path),
            _("Check that the file and its folder may be written."),
        )
    if is_error(error, sqlite3.SQLITE_TOOBIG) or isinstance(error, sqlite3.DataError):
        return LibraryError(_("This article is too large for the library."), _("Split it and add the parts."))
    if is_error(error, sqlite3.SQLITE_IOERR):
        return LibraryError(_("The library cannot be read or written: {path}.").format(path=path), _("Check the disk."))
    if isinstance(error, sqlite3.ProgrammingError):
        return LibraryError(_("The library is closed."), _("Open it again."))
    return LibraryError(_("The library failed: {reason}.").format(reason=error), _("Start Parallax again."))


def damaged(path: Path) -> LibraryError:
    """The error of a damaged library, with the backup there is of it."""
    return DamagedLibrary(
        _("The library file is damaged: {path}.").format(path=path),
        offered(path) or _("Move it aside or put a copy in its place; it was left as it is."),
    )
