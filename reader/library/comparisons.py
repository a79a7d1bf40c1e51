"""Comparisons: those saved under a name, and those made last."""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from reader.errors import LibraryError
from reader.i18n import _
from reader.library import user_tables, writes
from reader.library.columns import checked_name, clean
from reader.library.history import RecordChange, Step
from reader.library.part import LibraryPart
from reader.library.values import RecentComparison, SavedComparison

_KEPT = 200  # of what was compared last


class ComparisonStore(LibraryPart):
    """`library.comparisons`: the articles of each, in order, and under which options they were compared."""

    def save(self, name: str, ids: Iterable[str], options: Mapping[str, object] | None = None, note: str = "") -> int:
        """Keep a comparison under a name, in place of one of that name; its number."""
        articles = json.dumps(list(dict.fromkeys(ids)))
        values = (checked_name(name), articles, json.dumps(dict(options or {})), clean(note), writes.now())
        with self._connections.write() as writing:
            row = writing.execute("SELECT id FROM comparison WHERE name = ?", values[:1]).fetchone()
            number = int(row[0]) if row else _next_number(writing)
            words = _("saving the comparison “{name}”").format(name=values[0])
            step = Step(words, noted=user_tables.plan(writing, "comparison", (number,), values))
            writes.take(writing, step)
        self._history.record(step)
        return number

    def rename(self, number: int, name: str) -> None:
        """Another name for a saved comparison."""
        self._change(number, _("renaming a comparison"), name=checked_name(name))

    def note(self, number: int, note: str) -> None:
        """Another note on a saved comparison."""
        self._change(number, _("a note on a comparison"), note=clean(note))

    def remove(self, number: int) -> None:
        """Forget a saved comparison; its articles stay."""
        self._remove("comparison", [(number,)], _("removing a saved comparison"))

    def all(self) -> list[SavedComparison]:
        """The saved comparisons, by name."""
        sql = """SELECT id, name, articles, options, note,
            coalesce((SELECT opened FROM opened WHERE opened.articles = comparison.articles), saved)
            FROM comparison ORDER BY name COLLATE NOCASE, id"""
        with self._connections.read() as reading:
            found = reading.execute(sql).fetchall()
        return [SavedComparison(i, n, tuple(json.loads(a)), json.loads(o), *rest) for i, n, a, o, *rest in found]

    def remember(self, ids: Iterable[str]) -> None:
        """Remember that these articles were compared now, in this order."""
        articles = json.dumps(list(dict.fromkeys(ids)))
        with self._connections.write() as writing:
            writing.execute("INSERT INTO opened (articles, opened) VALUES (?, ?)", (articles, writes.now()))
            writing.execute(
                "DELETE FROM opened WHERE number NOT IN (SELECT number FROM opened ORDER BY number DESC LIMIT ?)",
                (_KEPT,),
            )

    def recent(self, limit: int = 20) -> list[RecentComparison]:
        """What was compared last, the latest first, as far as all its articles are still there."""
        sql = """SELECT articles, opened FROM opened WHERE NOT EXISTS (
            SELECT 1 FROM json_each(articles)
            WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.id = value AND binned IS NULL)
        ) ORDER BY number DESC LIMIT ?"""
        with self._connections.read() as reading:
            found = reading.execute(sql, (limit,)).fetchall()
        return [RecentComparison(tuple(json.loads(articles)), opened) for articles, opened in found]

    def _change(self, number: int, words: str, name: str | None = None, note: str | None = None) -> None:
        def plan(connection: sqlite3.Connection) -> Step:
            before = user_tables.now_in(connection, "comparison", (number,))
            if before is None:
                raise LibraryError(_("This comparison is no longer in the library."))
            was, articles, options, noted, saved = before
            after = (was if name is None else name, articles, options, noted if note is None else note, saved)
            return Step(words, noted=(RecordChange("comparison", (number,), before, after),) if after != before else ())

        self._do(plan)


def _next_number(connection: sqlite3.Connection) -> int:
    """A number that no comparison ever had."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'comparison'").fetchone()
    return (int(row[0]) if row else 0) + 1
