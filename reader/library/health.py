"""Whether a library is whole, its file and every text as it was when it came; what can be saved of a damaged one."""

import hashlib
import sqlite3
from collections.abc import Iterator, Set
from contextlib import closing
from pathlib import Path
from typing import Any

from reader.dataclass import dataclass
from reader.i18n import _
from reader.library import row_sums, schema
from reader.library.columns import as_bytes, string
from reader.library.sqlite_file import one_state, reading_uri
from reader.progress import Progress, silent

FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What reading a damaged file may raise: SQLite's own words may hold what it found there."""
_SAID = 20  # lines of SQLite's own complaints that are told
_AT_ONCE = 200
_TABLES = (
    "about", "story", "article", "body", "outbox", "mark", "tag", "edit", "decision", "grouping", "annotation",
    "comparison", "opened", "searched", "search",
)  # fmt: skip
"""In an order in which what refers to something comes after it."""


@dataclass(frozen=True, slots=True)
class DamagedText:
    """An article whose text is not the one that came; `path`: the file it came from."""

    id: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: `articles` looked at, `faults` of the file in SQLite's words, texts that are damaged.

    `altered`: what else is not as it was written, in words: what is known of an article, a note, a decision.
    """

    articles: int
    faults: tuple[str, ...] = ()
    damaged: tuple[DamagedText, ...] = ()
    altered: tuple[str, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether nothing is amiss."""
        return not (self.faults or self.damaged or self.altered)


def check(library: Path, progress: Progress = silent) -> Health:
    """Look at every page and every text of a library, whoever works with it meanwhile; it is only read."""
    with closing(_opened(library)) as reading:
        faults = _faults(reading)
        try:
            total = int(reading.execute("SELECT count(*) FROM article").fetchone()[0])
        except FAULTS as error:
            return Health(0, (*faults, str(error)))
        damaged = []
        for done, row in enumerate(_texts(reading), 1):
            if done % _AT_ONCE == 0:
                progress(done, total, _("Checking the library"))
            if row is None:
                continue
            article_id, fingerprint, headline, path, text = row
            if hashlib.sha256(as_bytes(string(text))).hexdigest() != fingerprint:
                damaged.append(DamagedText(article_id, string(headline) or article_id, string(path)))
        progress(total, total)
        return Health(total, tuple(faults), tuple(damaged), _altered(reading, {one.id for one in damaged}))


def _altered(reading: sqlite3.Connection, told: Set[str]) -> tuple[str, ...]:
    """What is not as it was written, a line each; of an article whose text is damaged that is told already."""
    found: dict[str, None] = {}
    try:
        with one_state(reading):
            if reading.execute("PRAGMA user_version").fetchone()[0] < schema.VERSION:  # made before there were any sums
                return ()
            for row in row_sums.altered(reading):
                article = _article_of(reading, row)
                if article is None:
                    found[_named(row.table)] = None
                elif article[0] not in told:
                    name = string(article[1]) or article[0]
                    found[_("what is known of “{name}” (headline, outlet, dates and the like)").format(name=name)] = (
                        None
                    )
    except FAULTS as error:
        found[str(error)] = None
    return tuple(found)


def _article_of(reading: sqlite3.Connection, row: row_sums.AlteredRow) -> tuple[str, str] | None:
    if row.table not in ("article", "body"):
        return None
    found: tuple[str, str] | None = reading.execute(
        "SELECT id, headline FROM article WHERE number = ?", (int(row.key),)
    ).fetchone()
    return found


def _named(table: str) -> str:
    return {
        "story": _("the name of a story"),
        "article": _("what is known of an article"),
        "body": _("the text of an article"),
        "tag": _("a tag"),
        "edit": _("what was edited of an article"),
        "decision": _("a decision or a note"),
        "grouping": _("a row of figures put together by hand"),
        "comparison": _("a saved comparison"),
        "search": _("a saved search"),
        "opened": _("what was compared of late"),
        "searched": _("what was searched for of late"),
    }.get(table, _("what the search index is told by"))


def _faults(reading: sqlite3.Connection) -> list[str]:
    try:
        found = [str(row[0]) for row in reading.execute(f"PRAGMA integrity_check({_SAID})")]
        found += [f"{row[0]}: {row[2]} is missing" for row in reading.execute("PRAGMA foreign_key_check")]
    except FAULTS as error:
        return [str(error)]
    return [one for one in found if one != "ok"]


def _texts(reading: sqlite3.Connection) -> Iterator[tuple[Any, ...] | None]:
    """Each article's text with its fingerprint; None where a row cannot be read."""
    sql = "SELECT id, fingerprint, headline, path, text FROM article JOIN body USING (number) WHERE number = ?"
    for number in _numbers(reading):
        try:
            row = reading.execute(sql, (number,)).fetchone()
        except FAULTS:
            row = None
        yield row


def _numbers(reading: sqlite3.Connection) -> list[int]:
    numbers: list[int] = []
    try:
        for row in reading.execute("SELECT number FROM article ORDER BY number"):
            numbers.append(row[0])  # noqa: PERF401 - those before a fault count
    except FAULTS:
        pass
    return numbers


def salvage(library: Path, into: Path, progress: Progress = silent) -> Health:
    """Write all that can still be read of a damaged library into a new one; what it holds, and which texts are not
    those that came (these are left out).
    """
    into.unlink(missing_ok=True)
    with closing(_opened(library)) as reading, closing(sqlite3.connect(into, isolation_level=None)) as writing:
        altered = _altered(reading, frozenset())
        schema.migrate(writing, str)  # which has none yet
        writing.execute("BEGIN")
        faults = [fault for table in _TABLES for fault in _copied(reading, writing, table, progress)]
        damaged = [
            DamagedText(row[0], string(row[2]) or row[0], string(row[3]))
            for row in _texts(writing)
            if row is not None and hashlib.sha256(as_bytes(string(row[4]))).hexdigest() != row[1]
        ]
        writing.executemany("DELETE FROM article WHERE id = ?", [(one.id,) for one in damaged])
        writing.execute("DELETE FROM article WHERE number NOT IN (SELECT number FROM body)")
        writing.execute("UPDATE about SET value = ? WHERE key = 'id' AND value = ''", (schema.new_id(),))
        writing.execute("DELETE FROM body WHERE number NOT IN (SELECT number FROM article)")
        writing.execute("UPDATE article SET story = NULL WHERE story NOT IN (SELECT id FROM story)")
        writing.execute("INSERT OR IGNORE INTO outbox (article_id, kind) SELECT id, 'add' FROM article")
        writing.execute("INSERT OR IGNORE INTO mark SELECT seq, hex(randomblob(8)) FROM outbox")
        count = int(writing.execute("SELECT count(*) FROM article").fetchone()[0])
        row_sums.fill(writing)
        writing.execute("COMMIT")
        writing.execute("PRAGMA journal_mode = DELETE")
    into.chmod(0o600)
    return Health(count, tuple(faults), tuple(damaged), altered)


def _copied(reading: sqlite3.Connection, writing: sqlite3.Connection, table: str, progress: Progress) -> list[str]:
    """Copy the rows of a table, by their numbers where it has some, so that a spoilt page costs its own rows only."""
    columns = [str(row[1]) for row in writing.execute(f"PRAGMA table_info({table})")]
    there = {str(row[1]) for row in _until_fault(reading, f"PRAGMA table_info({table})", (), [])}
    columns = [name for name in columns if name in there or not there]
    names, marks = ", ".join(columns), ", ".join("?" * len(columns))
    insert = f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})"  # noqa: S608 - tables of our own
    faults: list[str] = []
    for rows in _rows(reading, table, names, faults):
        for row in rows:
            try:
                writing.execute(insert, row)
            except FAULTS as error:
                faults.append(f"{table}: {error}")
        progress(0, 0, _("Saving what can be read"))
    return faults


def _rows(reading: sqlite3.Connection, table: str, names: str, faults: list[str]) -> Iterator[list[tuple[Any, ...]]]:
    try:
        last = reading.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0  # noqa: S608
    except FAULTS:
        last = None  # without row numbers, or not to be read by them
    if last is None:
        yield _until_fault(reading, f"SELECT {names} FROM {table}", (), faults)  # noqa: S608
        return
    for first in range(1, last + 1, _AT_ONCE):
        sql = f"SELECT {names} FROM {table} WHERE rowid BETWEEN ? AND ?"  # noqa: S608
        before = len(faults)
        rows = _until_fault(reading, sql, (first, first + _AT_ONCE - 1), faults)
        if len(faults) > before:
            rows = [r for n in range(first, first + _AT_ONCE) for r in _until_fault(reading, sql, (n, n), faults)]
        yield rows


def _until_fault(
    reading: sqlite3.Connection, sql: str, values: tuple[int, ...], faults: list[str]
) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = []
    try:
        for row in reading.execute(sql, values):
            found.append(row)  # noqa: PERF402 - those before a fault count
    except FAULTS as error:
        if len(faults) < _SAID:
            faults.append(str(error))
    return found


def _opened(library: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(reading_uri(library), uri=True, isolation_level=None)
    connection.text_factory = lambda content: content.decode("utf-8", "replace")
    return connection
