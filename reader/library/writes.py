"""Writing to the library, all inside a transaction: new articles, the bin, every step done, undone or done again."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from reader.article import Article
from reader.library import row_sums, user_tables
from reader.library.columns import METADATA, as_bytes, spans_as_json, stored, string
from reader.library.history import MoveRecord, Place, RenameRecord, Step
from reader.library.values import Kind
from reader.notices import as_json

_SHORTEST_ID = 12
_MARKS = 10_000  # changes of which it is remembered that they were this library's own


def now() -> str:
    """This moment in UTC, so that it sorts as text."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def places(connection: sqlite3.Connection, ids: Iterable[str]) -> dict[str, Place]:
    """Where each of `ids` is; those that are not there are left out."""
    found = {}
    for article_id in dict.fromkeys(ids):
        row = connection.execute("SELECT story, binned FROM article WHERE id = ?", (article_id,)).fetchone()
        if row:
            found[article_id] = Place(*row)
    return found


def known(connection: sqlite3.Connection, fingerprint: str) -> tuple[str, Place] | None:
    """The id and place of the article that has this text already."""
    row = connection.execute("SELECT id, story, binned FROM article WHERE fingerprint = ?", (fingerprint,)).fetchone()
    return (row[0], Place(row[1], row[2])) if row else None


def heal(connection: sqlite3.Connection, article: Article, fingerprint: str, words: int) -> bool:
    """Put the text of an article right where what is kept of it is no longer the text that came; whether it was so."""
    sql = "SELECT number, id, fingerprint, text FROM article JOIN body USING (number) WHERE fingerprint = ? OR id = ?"
    for number, article_id, kept, text in connection.execute(sql, (fingerprint, fingerprint[:_SHORTEST_ID])).fetchall():
        whole = as_bytes(string(text)) == as_bytes(article.text)
        if (kept == fingerprint) is whole and not (whole and _is_altered(connection, number)):
            continue  # sound, or another text altogether
        _write_again(connection, number, article)
        connection.execute(
            "UPDATE article SET fingerprint = ?, words = ? WHERE number = ?", (fingerprint, words, number)
        )
        connection.execute(
            "UPDATE body SET text = ?, boilerplate = ? WHERE number = ?",
            (as_bytes(article.text), spans_as_json(article.boilerplate), number),
        )
        _tell_of_edit(connection, article_id)
        return True
    return False


def _is_altered(connection: sqlite3.Connection, number: int) -> bool:
    return not all(row_sums.is_as_written(connection, table, number) for table in ("article", "body"))


def _write_again(connection: sqlite3.Connection, number: int, article: Article) -> None:
    """What is known of an article as it comes now, but for what a person wrote there."""
    edited = "SELECT field FROM edit JOIN article ON edit.article = article.id WHERE number = ?"
    kept = {field for (field,) in connection.execute(edited, (number,))}
    values = {name: stored(getattr(article, name)) for name in METADATA if name not in kept}
    values["provenance"] = json.dumps(dict(article.provenance))
    values["notices"] = json.dumps(as_json(article.notices))
    columns = ", ".join(f"{name} = ?" for name in values)
    connection.execute(f"UPDATE article SET {columns} WHERE number = ?", (*values.values(), number))  # noqa: S608


def insert(connection: sqlite3.Connection, article: Article, fingerprint: str, words: int, story: int | None) -> str:
    """A new article and its first change; the id it got."""
    article_id = _free_id(connection, fingerprint)
    metadata = [stored(getattr(article, name)) for name in METADATA]
    columns = ("id", "fingerprint", *METADATA, "provenance", "notices", "added", "words", "story")
    told, noticed = json.dumps(dict(article.provenance)), json.dumps(as_json(article.notices))
    cursor = connection.execute(
        f"INSERT INTO article ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})",  # noqa: S608
        (article_id, fingerprint, *metadata, told, noticed, now(), words, story),
    )
    connection.execute(
        "INSERT INTO body VALUES (?, ?, ?)",
        (cursor.lastrowid, as_bytes(article.text), spans_as_json(article.boilerplate)),
    )
    tell(connection, article_id, "add")
    return article_id


def take(connection: sqlite3.Connection, step: Step) -> bool:
    """Do a step; whether it had any effect. What someone else changed since it was planned is left as it is."""
    changed = [_name(connection, named) for named in step.named if named.after is not None]
    changed += [_move(connection, moved) for moved in step.moved]
    changed += [user_tables.take(connection, noted) for noted in step.noted]
    for article_id in dict.fromkeys(_edited(connection, step)):
        _tell_of_edit(connection, article_id)
    changed += [_drop(connection, named) for named in step.named if named.after is None]
    return any(changed)


def _edited(connection: sqlite3.Connection, step: Step) -> Iterator[str]:
    """The articles of which the index has to hear."""
    for noted in step.noted:
        if noted.table in METADATA:
            yield str(noted.key[0])
        elif noted.table == "boilerplate":
            row = connection.execute("SELECT id FROM article WHERE number = ?", noted.key).fetchone()
            yield from row or ()


def purge(connection: sqlite3.Connection, ids: Sequence[str]) -> int:
    """Delete for good those of `ids` that lie in the bin; how many did."""
    count = 0
    for article_id in ids:
        count += connection.execute("DELETE FROM article WHERE id = ? AND binned IS NOT NULL", (article_id,)).rowcount
    return count


def tell(connection: sqlite3.Connection, article_id: str, kind: Kind) -> None:
    """Put a change into the outbox, in place of the article's earlier one."""
    seq = connection.execute("INSERT INTO outbox (article_id, kind) VALUES (?, ?)", (article_id, kind)).lastrowid or 0
    connection.execute("INSERT OR REPLACE INTO mark VALUES (?, hex(randomblob(8)))", (seq,))
    if seq % _MARKS == 0:
        connection.execute("DELETE FROM mark WHERE seq < ?", (seq - _MARKS,))


def _tell_of_edit(connection: sqlite3.Connection, article_id: str) -> None:
    """The index has to know what is said of an article now; of one in the bin it knows nothing."""
    if connection.execute("SELECT 1 FROM article WHERE id = ? AND binned IS NULL", (article_id,)).fetchone():
        tell(connection, article_id, "update")


def _free_id(connection: sqlite3.Connection, fingerprint: str) -> str:
    for length in range(_SHORTEST_ID, len(fingerprint)):
        candidate = fingerprint[:length]
        if not connection.execute("SELECT 1 FROM article WHERE id = ?", (candidate,)).fetchone():
            return candidate
    return fingerprint


def _move(connection: sqlite3.Connection, moved: MoveRecord) -> bool:
    before, after = moved.before, moved.after
    # One in the bin has lost its story when making that story was undone: the same moment says that it is meant.
    changed = connection.execute(
        """UPDATE article SET story = (SELECT id FROM story WHERE id = ?), binned = ?
        WHERE id = ? AND (story IS ? OR story IS NULL AND binned IS NOT NULL) AND binned IS ?""",
        (after.story, after.binned, moved.article_id, before.story, before.binned),
    ).rowcount
    if changed and (before.binned is None) != (after.binned is None):
        tell(connection, moved.article_id, "add" if after.binned is None else "remove")
    return bool(changed)


def _name(connection: sqlite3.Connection, named: RenameRecord) -> bool:
    if named.before is None:
        sql = "INSERT INTO story (id, name) VALUES (?, ?) ON CONFLICT DO NOTHING"
        return bool(connection.execute(sql, (named.story, named.after)).rowcount)
    sql = "UPDATE story SET name = ? WHERE id = ? AND name = ?"
    return bool(connection.execute(sql, (named.after, named.story, named.before)).rowcount)


def _drop(connection: sqlite3.Connection, named: RenameRecord) -> bool:
    return bool(connection.execute("DELETE FROM story WHERE id = ?", (named.story,)).rowcount)
