"""The step of version 6: decisions and rows that belonged to a set of articles come to belong to their words.

Frozen with that version: it reads tables as they stood then and writes them as they stood after.
"""

import json
import sqlite3
from collections.abc import Iterator

from reader.article import Article
from reader.claims import Claim, Mention, Source
from reader.library.columns import string
from reader.text.spans import Span


def decisions(connection: sqlite3.Connection) -> None:
    """Take decisions over. What each was about its name does not tell: it keeps the articles that were compared.

    Of two on one finding, made in two comparisons, the later holds; what was written on the other is added to it.
    """
    sql = "SELECT comparison, subject, kind, reason, note, decided FROM decided_before ORDER BY decided"
    for comparison, subject, kind, reason, note, decided in connection.execute(sql).fetchall():
        before = connection.execute("SELECT reason, note FROM decision WHERE subject = ?", (subject,)).fetchone()
        earlier = [part for part in before or () if part and part not in (reason, note)]
        connection.execute(
            "INSERT OR REPLACE INTO decision VALUES (?, ?, ?, ?, ?, '', ?)",
            (subject, kind, reason, "\n".join(filter(None, (note, *earlier))), decided, comparison),
        )


def groupings(connection: sqlite3.Connection) -> None:
    """Take rows over; figures of an article that was deleted since go with it."""
    sql = "SELECT comparison, mentions, made FROM grouped_before ORDER BY made, mentions"
    for comparison, kept, made in connection.execute(sql).fetchall():
        articles = dict(_articles(connection, json.loads(comparison)))
        mentions = sorted(
            Mention.of(articles[article], Span(start, end))
            for article, start, end in json.loads(kept)
            if article in articles and 0 <= start < end <= len(articles[article].text)
        )
        if mentions:
            compared = sorted(Source.of(article) for article in articles.values())
            connection.execute(
                "INSERT OR REPLACE INTO grouping VALUES (?, ?, ?, ?)",
                (
                    Claim("row", tuple(mentions)).subject,
                    json.dumps([one.kept() for one in mentions]),
                    json.dumps([[one.fingerprint, one.url, one.outlet, one.headline] for one in compared]),
                    made,
                ),
            )


def _articles(connection: sqlite3.Connection, ids: list[str]) -> Iterator[tuple[str, Article]]:
    sql = "SELECT text, headline, outlet, url FROM article JOIN body USING (number) WHERE id = ?"
    for article_id in ids:
        row = connection.execute(sql, (article_id,)).fetchone()
        if row is not None:
            text, headline, outlet, url = map(string, row)
            yield article_id, Article(article_id, text, headline=headline, outlet=outlet, url=url)
