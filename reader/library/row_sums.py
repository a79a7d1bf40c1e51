"""A sum of every row beside it, kept by SQLite whatever changes a row: one that the disk changed is told by it.

SQLite itself notices a broken page, not a letter that became another one in an outlet's name, a note or a decision.
Texts have fingerprints of their own besides, which go wherever the text goes; these sums never leave the library.
"""

import hashlib
import sqlite3
from collections.abc import Iterator

from reader.dataclass import dataclass

KEYS: dict[str, tuple[str, ...]] = {
    "story": ("id",),
    "article": ("number",),
    "body": ("number",),
    "outbox": ("seq",),
    "mark": ("seq",),
    "tag": ("article", "tag"),
    "edit": ("article", "field"),
    "decision": ("subject",),
    "grouping": ("subject",),
    "annotation": ("subject",),
    "comparison": ("id",),
    "opened": ("number",),
    "searched": ("number",),
    "search": ("name",),
}
"""The tables whose rows have a sum, and what a row is found by."""


@dataclass(frozen=True, slots=True)
class AlteredRow:
    """A row that is not as it was written, or is gone, or was never written; `key` as SQL quotes it."""

    table: str
    key: str


def provide(connection: sqlite3.Connection) -> None:
    """Let the SQL of this connection reckon sums."""
    connection.create_function("row_sum_of", -1, _sum, deterministic=True)


def keep(connection: sqlite3.Connection) -> None:
    """Have the sums follow whatever is written through this connection, in the same transaction."""
    provide(connection)
    connection.execute("PRAGMA recursive_triggers = ON")  # a row that is replaced counts as deleted
    for table in KEYS:
        forget = f"DELETE FROM row_sum WHERE name = '{table}' AND key = {_key(table, 'OLD')}"  # noqa: S608
        # Not REPLACE: a trigger's own way of meeting a conflict gives way to that of the statement that set it off.
        again = f"DELETE FROM row_sum WHERE name = '{table}' AND key = {_key(table, 'NEW')}"  # noqa: S608
        note = f"INSERT INTO row_sum VALUES ('{table}', {_key(table, 'NEW')}, {_reckoned(connection, table, 'NEW')})"  # noqa: S608
        for event, steps in (("INSERT", (again, note)), ("UPDATE", (forget, again, note)), ("DELETE", (forget,))):
            body = "; ".join(steps)
            connection.execute(
                f"CREATE TEMP TRIGGER row_sum_{table}_{event} AFTER {event} ON main.{table} BEGIN {body}; END"
            )


def fill(connection: sqlite3.Connection) -> None:
    """Reckon every sum anew, inside a transaction: all rows are taken for good as they are."""
    provide(connection)
    connection.execute("DELETE FROM row_sum")
    for table in KEYS:
        sums = f"SELECT '{table}', {_key(table, table)}, {_reckoned(connection, table, table)} FROM {table}"  # noqa: S608
        connection.execute(f"INSERT INTO row_sum {sums}")


def altered(connection: sqlite3.Connection, table: str = "") -> Iterator[AlteredRow]:
    """The rows of one table, or of all, that are not as they were written; of a damaged page those before it."""
    provide(connection)
    for name in (table,) if table else KEYS:
        kept = dict(connection.execute("SELECT key, total FROM row_sum WHERE name = ?", (name,)))
        sums = f"SELECT {_key(name, name)}, {_reckoned(connection, name, name)} FROM {name}"  # noqa: S608
        for key, total in connection.execute(sums):
            if kept.pop(key, None) != total:
                yield AlteredRow(name, key)
        yield from (AlteredRow(name, key) for key in kept)


def is_as_written(connection: sqlite3.Connection, table: str, number: int) -> bool:
    """Whether one row of a table with numbers is as it was written."""
    provide(connection)
    key = KEYS[table][0]
    sums = f"SELECT {_reckoned(connection, table, table)} FROM {table} WHERE {key} = ?"  # noqa: S608
    there = connection.execute(sums, (number,)).fetchone()
    kept = connection.execute("SELECT total FROM row_sum WHERE name = ? AND key = ?", (table, str(number))).fetchone()
    return there is not None and there == kept


def _key(table: str, row: str) -> str:
    return " || ',' || ".join(f"quote({row}.{column})" for column in KEYS[table])


def _reckoned(connection: sqlite3.Connection, table: str, row: str) -> str:
    """The call that reckons the sum of a row: of the kinds of its values, and of their bytes, readable or not."""
    columns = [str(one[1]) for one in connection.execute(f"PRAGMA main.table_info({table})")]
    kinds = " || ' ' || ".join(f"typeof({row}.{column})" for column in columns)
    return f"row_sum_of({kinds}, {', '.join(f'CAST({row}.{column} AS BLOB)' for column in columns)})"


def _sum(kinds: str, *values: bytes | None) -> int:
    digest = hashlib.blake2b(kinds.encode(), digest_size=8)
    for value in values:
        digest.update(b"-" if value is None else b"%d:" % len(value))
        digest.update(value or b"")
    return int.from_bytes(digest.digest(), "big", signed=True)
