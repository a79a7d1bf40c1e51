"""Reading the library: lists, stories, whole articles, the outbox. Nothing here changes anything."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from reader.article import Article
from reader.library.columns import METADATA, article_of, string
from reader.library.values import Change, Order, Row, Story

_ORDERS: dict[Order, str] = {
    "added": "added DESC, number DESC",
    "published": "published DESC, number DESC",
    "headline": "headline COLLATE NOCASE, number",
    "outlet": "outlet COLLATE NOCASE, published DESC, number",
    "words": "words DESC, number",
}
_ROW = "SELECT id, headline, outlet, byline, published, added, story, words, path, binned FROM article"
_ARTICLE = f"SELECT id, {', '.join(METADATA)}, text, boilerplate FROM article JOIN body USING (number)"  # noqa: S608


def rows(connection: sqlite3.Connection, story: int | None, binned: bool, order: Order) -> list[Row]:
    """The articles of a story (or of all), those in the bin or those not in it; no text is read."""
    where = f"binned IS {'NOT ' if binned else ''}NULL" + ("" if story is None else " AND story = :story")
    found = connection.execute(f"{_ROW} WHERE {where} ORDER BY {_ORDERS[order]}", {"story": story})
    return [_row(columns) for columns in found]


def _row(columns: tuple[Any, ...]) -> Row:
    article_id, headline, outlet, byline, published, added, story, words, path, gone = columns
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


def outbox(connection: sqlite3.Connection, after: int, limit: int) -> list[Change]:
    """The first `limit` changes above number `after`, oldest first."""
    found = connection.execute(
        "SELECT seq, article_id, kind FROM outbox WHERE seq > ? ORDER BY seq LIMIT ?", (after, limit)
    )
    return [Change(*columns) for columns in found]
