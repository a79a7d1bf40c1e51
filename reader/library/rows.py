"""Reading the library: lists, stories, whole articles, the outbox. Nothing here changes anything."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from reader.article import Article
from reader.library import row_sums
from reader.library.columns import METADATA, article_of, clean, string
from reader.library.values import Change, Filter, Order, Row, Story
from reader.text.folding import folded

_MOST_WORDS = 20  # of a filter
MONTH = """CASE WHEN published GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]*' THEN substr(published, 1, 7)
    WHEN published GLOB '[0-9][0-9][0-9][0-9]*' THEN substr(published, 1, 4) ELSE '' END"""
_ORDERS: dict[Order, str] = {
    "added": "added DESC, number DESC",
    "published": "published DESC, number DESC",
    "headline": "headline COLLATE NOCASE, number",
    "outlet": "outlet COLLATE NOCASE, published DESC, number",
    "words": "words DESC, number",
}
_ROW = """SELECT id, headline, outlet, byline, published, added, story, words, path, binned,
    url, language, starred, seen, (SELECT json_group_array(tag) FROM tag WHERE tag.article = article.id),
    (SELECT count(*) FROM article AS other WHERE other.url <> '' AND other.url = article.url AND other.binned IS NULL)
    FROM article"""
_ARTICLE = f"""SELECT id, {", ".join(METADATA)}, provenance, notices, text, boilerplate,
    (SELECT json_group_array(field) FROM edit WHERE edit.article = article.id) AS edited
    FROM article JOIN body USING (number)"""  # noqa: S608


def rows(connection: sqlite3.Connection, wanted: Filter, order: Order) -> list[Row]:
    """All articles that a list shows; no text is read."""
    where, values = _where(wanted)
    return [_row(columns) for columns in connection.execute(f"{_ROW} WHERE {where} ORDER BY {_ORDERS[order]}", values)]


def page(connection: sqlite3.Connection, wanted: Filter, order: Order, offset: int, limit: int) -> list[Row]:
    """Some of the articles that a list shows; what stands before them is passed by without being read."""
    where, values = _where(wanted)
    inside = f"SELECT number FROM article WHERE {where} ORDER BY {_ORDERS[order]} LIMIT :limit OFFSET :offset"  # noqa: S608
    values |= {"limit": limit, "offset": offset}
    found = connection.execute(f"{_ROW} WHERE number IN ({inside}) ORDER BY {_ORDERS[order]}", values)
    return [_row(columns) for columns in found]


def count(connection: sqlite3.Connection, wanted: Filter) -> int:
    """How many articles a list shows."""
    where, values = _where(wanted)
    return int(connection.execute(f"SELECT count(*) FROM article WHERE {where}", values).fetchone()[0])  # noqa: S608


def ids(connection: sqlite3.Connection, wanted: Filter) -> list[str]:
    """The ids alone of the articles that a list would show, in no order."""
    where, values = _where(wanted)
    return [row[0] for row in connection.execute(f"SELECT id FROM article WHERE {where}", values)]  # noqa: S608


def place(connection: sqlite3.Connection, article_id: str, wanted: Filter, order: Order) -> int | None:
    """The number that an article has in a list, from 0; None where it is not in it."""
    where, values = _where(wanted)
    numbered = f"SELECT id, row_number() OVER (ORDER BY {_ORDERS[order]}) - 1 AS at FROM article WHERE {where}"  # noqa: S608
    row = connection.execute(f"SELECT at FROM ({numbered}) WHERE id = :id", values | {"id": article_id}).fetchone()  # noqa: S608
    return int(row[0]) if row else None


def by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> list[Row]:
    """The rows of some articles, in this order, in the bin or not; those that are not there are left out."""
    wanted = list(dict.fromkeys(ids))
    sql = f"{_ROW} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608
    found = connection.execute(sql, (json.dumps(wanted),))
    rows = {row.id: row for row in map(_row, found)}
    return [rows[article_id] for article_id in wanted if article_id in rows]


def versions(connection: sqlite3.Connection, article_id: str) -> list[Row]:
    """The articles outside the bin that were taken from the same address, the oldest first."""
    same = "url <> '' AND url = (SELECT url FROM article WHERE id = ?)"
    sql = f"{_ROW} WHERE {same} AND binned IS NULL ORDER BY added, number"
    return [_row(columns) for columns in connection.execute(sql, (article_id,))]


_COUNTED = {"outlet": "outlet", "month": MONTH, "story": "story", "language": "language"}


def counts(connection: sqlite3.Connection, wanted: Filter, kind: str) -> list[tuple[str, int]]:
    """How many articles that a list shows have each outlet, month, story (by number) or language; most first."""
    where, values = _where(wanted)
    sql = f"SELECT {_COUNTED[kind]} AS value, count(*) FROM article WHERE {where} GROUP BY value ORDER BY 2 DESC, 1"  # noqa: S608
    found = connection.execute(sql, values)
    return [(string(value) if isinstance(value, bytes) else str(value), n) for value, n in found if value is not None]


def _as_list(wanted: Iterable[Any]) -> str:
    return json.dumps(list(wanted))


_AMONG = "(SELECT value FROM json_each(?))"
_CONDITIONS: tuple[tuple[str, str, Callable[[Any], object]], ...] = (
    ("story", "story = ?", int),
    ("outlets", f"outlet IN {_AMONG}", _as_list),
    ("languages", f"language IN {_AMONG}", _as_list),
    ("stories", f"story IN {_AMONG}", _as_list),
    ("months", f"{MONTH} IN {_AMONG}", _as_list),
    ("ids", f"id IN {_AMONG}", _as_list),
    ("without", f"id NOT IN {_AMONG}", _as_list),
    ("since", "published >= ?", clean),
    ("until", "published <> '' AND substr(published, 1, length(?)) <= ?", clean),
    ("starred", "starred = ?", int),
    ("seen", "seen = ?", int),
    ("added_since", "added >= ?", clean),
)
"""Fields of a filter, each with what it asks of an article and how its value is written; what is empty asks nothing."""
_EVEN_EMPTY = frozenset(["story", "starred", "seen", "ids"])
"""Fields that are set unless they are None."""


def _where(wanted: Filter) -> tuple[str, dict[str, Any]]:
    """The conditions of a filter; whatever a person gave stands in the values."""
    conditions = [f"binned IS {'NOT ' if wanted.binned else ''}NULL"]
    values: dict[str, Any] = {}

    def add(condition: str, value: object) -> None:
        name = f"value{len(values)}"
        conditions.append(condition.replace("?", f":{name}"))
        values[name] = value

    if wanted.loose:
        conditions.append("story IS NULL")
    for field, condition, written in _CONDITIONS:
        value = getattr(wanted, field)
        if value or (value is not None and field in _EVEN_EMPTY):
            add(condition, written(value))
    for tag in wanted.tags:
        add("id IN (SELECT article FROM tag WHERE tag = ?)", clean(tag))
    for word in clean(wanted.words).split()[:_MOST_WORDS]:
        add("instr(folded(CAST(headline || ' ' || outlet || ' ' || byline AS BLOB)), ?) > 0", folded(word))
    return " AND ".join(conditions), values


def _row(columns: tuple[Any, ...]) -> Row:
    article_id, headline, outlet, byline, published, added, story, words, path, gone, *more = columns
    url, language, starred, seen, tags, versions = more
    return Row(
        id=article_id,
        headline=string(headline),
        outlet=string(outlet),
        byline=string(byline),
        published=string(published),
        added=added,
        story=story,
        words=words,
        path=string(path),
        gone=gone is not None,
        url=string(url),
        language=string(language),
        starred=bool(starred),
        seen=bool(seen),
        tags=() if tags == "[]" else tuple(json.loads(tags)),
        versions=max(1, versions),
    )


def stories(connection: sqlite3.Connection) -> list[Story]:
    """Every story by name, with how many articles it holds outside the bin."""
    found = connection.execute(
        """SELECT story.id, story.name, count(article.number) FROM story
        LEFT JOIN article ON article.story = story.id AND article.binned IS NULL
        GROUP BY story.id ORDER BY story.name COLLATE NOCASE, story.id"""
    )
    return [Story(*columns) for columns in found]


def articles(connection: sqlite3.Connection, ids: Sequence[str]) -> dict[str, Article]:
    """Those of `ids` that are there (in the bin too), whole; at most some hundred at once."""
    cursor = connection.cursor()
    cursor.row_factory = sqlite3.Row
    cursor.execute(f"{_ARTICLE} WHERE id IN ({', '.join('?' * len(ids))})", tuple(ids))
    return {row["id"]: article_of(row) for row in cursor}


def is_as_written(connection: sqlite3.Connection, article_id: str) -> bool:
    """Whether all that is known of an article, its text among it, is what was written."""
    row = connection.execute("SELECT number FROM article WHERE id = ?", (article_id,)).fetchone()
    return row is not None and all(row_sums.is_as_written(connection, t, row[0]) for t in ("article", "body"))


def whole(connection: sqlite3.Connection, article_id: str) -> tuple[Article, str] | None:
    """An article, and the fingerprint of its text when it came."""
    row = connection.execute("SELECT fingerprint FROM article WHERE id = ?", (article_id,)).fetchone()
    found = articles(connection, [article_id]) if row else {}
    return (found[article_id], str(row[0])) if article_id in found else None


_CHANGE = "SELECT seq, article_id, kind, coalesce(token, '') FROM outbox LEFT JOIN mark USING (seq)"


def outbox(connection: sqlite3.Connection, after: int, limit: int) -> list[Change]:
    """The first `limit` changes above number `after`, oldest first."""
    found = connection.execute(f"{_CHANGE} WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit))
    return [Change(*columns) for columns in found]


def outbox_before(connection: sqlite3.Connection, before: int | None, limit: int) -> list[Change]:
    """The first `limit` changes below number `before`, newest first."""
    found = connection.execute(
        f"{_CHANGE} WHERE ?1 IS NULL OR seq < ?1 ORDER BY seq DESC LIMIT ?2",
        (before, limit),
    )
    return [Change(*columns) for columns in found]
