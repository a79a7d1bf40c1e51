"""Connections to the library's file: one that writes and one that reads, for every thread."""

import errno
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from reader.errors import LibraryError
from reader.i18n import _
from reader.library import backups, row_sums, schema, watermark
from reader.library.backup_folder import offered
from reader.library.columns import clean, string
from reader.library.sqlite_file import clear_errors, damaged, is_error, one_state, reading_uri
from reader.paths import make_owners, make_private
from reader.text.folding import folded

_MAGIC = b"SQLite format 3\0"


class Connections:
    """One connection that writes and one that reads, each behind its own lock, for every thread of the process.

    Reading never waits for writing (the file is in WAL mode): while a worker waits for another process to finish, lists
    still load. A write holds its lock from BEGIN to COMMIT; a read holds its own for as long as its block lasts.
    """

    def __init__(self, path: Path, patience: float) -> None:
        """Open or create the file at `path`, waiting up to `patience` seconds for other processes.

        Where it may not be written it is opened for reading alone (`read_only`).
        """
        self._path = path
        self._patience = patience
        self._writing = threading.RLock()
        self._reading = threading.RLock()
        self.read_only = False
        self.notices: list[str] = []
        """What was found amiss at opening, to be told."""
        with clear_errors(path):
            self._look_before_touching()
            try:
                self._open()
            except (sqlite3.OperationalError, OSError) as error:
                if not path.exists() or not _may_not_write(error):
                    raise
                self._open_to_read()
            self._reader.execute("PRAGMA query_only = ON")

    def _open(self) -> None:
        there = self._path.exists()
        if not there:
            watermark.forget(self._path)  # of one that is gone
        make_private(self._path.parent)
        make_owners(self._path)
        self._writer = self._connect()
        try:
            self._prepare()
            self._reader = self._connect()
        except BaseException:
            self._writer.close()
            if not there and self._path.exists() and not self._path.stat().st_size:
                self._path.unlink()
            raise
        self.notices += watermark.lost(self._path, self._reader)
        if not there and (offer := offered(self._path)):
            begun = _("The library was gone, and a new one was begun.")
            self.notices.append(f"{begun} {offer}")

    def _open_to_read(self) -> None:
        """As it is on a medium that cannot be written: nothing is made beside it, and nothing brought up to date."""
        uri = reading_uri(self._path)
        self._writer, self._reader = self._connect(uri), self._connect(uri)
        if schema.check(self._reader) < schema.VERSION:
            self.close()
            raise LibraryError(
                _("This library was made by an older Parallax and lies where nothing can be written: {path}.").format(
                    path=self._path
                ),
                _("Copy it to a place where it can be brought up to date."),
            )
        self.read_only = True

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """The reading connection; all of the block sees one state, whatever is written meanwhile."""
        with self._reading, clear_errors(self._path), one_state(self._reader):
            yield self._reader

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block is committed, or nothing; within another one, a part of that."""
        if self.read_only:
            raise LibraryError(
                _("The library lies where nothing can be written: {path}.").format(path=self._path),
                _("It can be searched, compared and exported; to change it, copy it elsewhere."),
            )
        with self._writing, clear_errors(self._path):
            inner = self._writer.in_transaction  # of this thread: others wait for the lock
            begin, end = ("SAVEPOINT part", "RELEASE part") if inner else ("BEGIN IMMEDIATE", "COMMIT")
            self._writer.execute(begin)
            try:
                yield self._writer
                mark = None if inner else watermark.raised(self._writer)
                self._writer.execute(end)
            except BaseException:
                if self._writer.in_transaction:  # a full disk rolls back by itself
                    self._writer.execute("ROLLBACK TO part" if inner else "ROLLBACK")
                    if inner:
                        self._writer.execute("RELEASE part")
                raise
            if mark is not None:
                watermark.write(self._path, mark)

    def close(self) -> None:
        """Close both; the last process to do so leaves one file behind, without its log."""
        with self._writing, self._reading, clear_errors(self._path):
            self._reader.close()
            self._writer.close()

    def _connect(self, uri: str = "") -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri or self._path, timeout=self._patience, isolation_level=None, check_same_thread=False, uri=bool(uri)
        )
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.text_factory = partial(
            str, encoding="utf-8", errors="replace"
        )  # of a damaged file, what can be read
        connection.create_function("folded", 1, _folded, deterministic=True)
        return connection

    def _look_before_touching(self) -> None:
        """Refuse a stranger's, a newer or a damaged file before anything is written to it or beside it."""
        if not self._path.exists():
            return
        if not self._path.is_file():
            raise LibraryError(_("The library is no file: {path}.").format(path=self._path), _("Choose another place."))
        with self._path.open("rb") as file:
            head = file.read(len(_MAGIC))
        if not head:
            return
        if head == _MAGIC and self._is_cut_short():
            raise damaged(self._path)
        if head != _MAGIC:  # SQLite itself takes a file of a few bytes for an empty one and writes over it
            raise damaged(self._path)
        # A log beside it holds the latest pages. Without one, "immutable" keeps SQLite from making one; nobody has the
        # file open then, and if somebody opened it meanwhile, there is a log now.
        log = self._path.with_name(self._path.name + "-wal")
        try:
            self._look("mode=ro" if log.exists() else "mode=ro&immutable=1")
        except (sqlite3.Error, UnicodeDecodeError, LibraryError):
            if not log.exists():
                raise
            self._look("mode=ro")

    def _is_cut_short(self) -> bool:
        """Whether the file is shorter than its own head says; with a log beside it, that may hold the rest."""
        with self._path.open("rb") as file:
            head = file.read(100)
        size = int.from_bytes(head[16:18], "big")
        pages, same = int.from_bytes(head[28:32], "big"), head[24:28] == head[92:96]
        log = self._path.with_name(self._path.name + "-wal")
        whole = (65536 if size == 1 else size) * pages
        return same and not (log.exists() and log.stat().st_size) and self._path.stat().st_size < whole

    def _look(self, how: str) -> None:
        uri = f"{self._path.absolute().as_uri()}?{how}"
        with closing(sqlite3.connect(uri, uri=True, timeout=self._patience, isolation_level=None)) as looking:
            schema.check(looking)

    def _prepare(self) -> None:
        until = time.monotonic() + self._patience
        while True:
            try:
                self._writer.execute("PRAGMA journal_mode = WAL")
                break
            except sqlite3.OperationalError as error:
                # SQLite does not wait by itself for the lock that changes the journal mode.
                if not is_error(error, sqlite3.SQLITE_BUSY) or time.monotonic() > until:
                    raise
                time.sleep(0.02)
        # FULL: a commit survives the loss of power, not only of the process. The library is the one copy there is.
        self._writer.execute("PRAGMA synchronous = FULL")
        if 0 < schema.check(self._writer) < schema.VERSION:
            backups.before_migration(self._path, schema.check(self._writer))
        schema.migrate(self._writer)
        row_sums.keep(self._writer)


def _folded(text: bytes) -> str:
    return folded(clean(string(text)))


def _may_not_write(error: Exception) -> bool:
    if isinstance(error, OSError):
        return error.errno in (errno.EROFS, errno.EACCES, errno.EPERM)
    return isinstance(error, sqlite3.Error) and is_error(error, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
