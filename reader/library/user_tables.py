"""The small tables in which a person's notes are kept - stars, tags, decisions, saved things - written in one way.

Each row is found by its key and has a few values. What was planned on another state of the row is left undone.
"""

import sqlite3

from reader.article import METADATA
from reader.dataclass import dataclass
from reader.library.history import Columns, RecordChange


@dataclass(frozen=True, slots=True)
class _Table:
    name: str
    key: tuple[str, ...]
    values: tuple[str, ...]


_TABLES = {
    "star": _Table("article", ("id",), ("starred",)),
    "tag": _Table("tag", ("article", "tag"), ()),
    "decision": _Table("decision", ("subject",), ("kind", "reason", "note", "decided", "mentions", "compared")),
    "grouping": _Table("grouping", ("subject",), ("mentions", "compared", "made", "name")),
    "annotation": _Table("annotation", ("subject",), ("kind", "note", "made", "mentions")),
    "comparison": _Table("comparison", ("id",), ("name", "articles", "options", "note", "saved")),
    "search": _Table("search", ("name",), ("query", "filters", "saved")),
    "seen": _Table("article", ("id",), ("seen",)),
    "boilerplate": _Table("body", ("number",), ("boilerplate",)),
    "edit": _Table("edit", ("article", "field"), ("received",)),
    **{field: _Table("article", ("id",), (field,)) for field in METADATA},
}


def now_in(connection: sqlite3.Connection, table: str, key: Columns) -> Columns | None:
    """What a row holds at present; None where it is not there."""
    about = _TABLES[table]
    columns = ", ".join(about.values) or "1"
    row = connection.execute(f"SELECT {columns} FROM {about.name} WHERE {_found_by(about)}", key).fetchone()  # noqa: S608
    if row is None:
        return None
    return tuple(row) if about.values else ()


def plan(connection: sqlite3.Connection, table: str, key: Columns, after: Columns | None) -> tuple[RecordChange, ...]:
    """The change that makes a row hold `after`; none where it does already."""
    before = now_in(connection, table, key)
    return (RecordChange(table, key, before, after),) if before != after else ()


def take(connection: sqlite3.Connection, noted: RecordChange) -> bool:
    """Make a change; whether the row was as it was when the change was planned."""
    if now_in(connection, noted.table, noted.key) != noted.before:
        return False
    about = _TABLES[noted.table]
    if noted.after is None:
        connection.execute(f"DELETE FROM {about.name} WHERE {_found_by(about)}", noted.key)  # noqa: S608
    elif noted.before is None:
        columns = (*about.key, *about.values)
        marks = ", ".join("?" * len(columns))
        sql = f"INSERT OR IGNORE INTO {about.name} ({', '.join(columns)}) VALUES ({marks})"  # noqa: S608
        try:
            return bool(connection.execute(sql, (*noted.key, *noted.after)).rowcount)
        except sqlite3.IntegrityError:  # a tag of an article that has been purged
            return False
    else:
        values = ", ".join(f"{name} = ?" for name in about.values)
        sql = f"UPDATE {about.name} SET {values} WHERE {_found_by(about)}"  # noqa: S608
        connection.execute(sql, (*noted.after, *noted.key))
    return True


def _found_by(table: _Table) -> str:
    return " AND ".join(f"{name} = ?" for name in table.key)
