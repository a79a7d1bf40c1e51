"""Comparisons and searches: those saved under a name, and those made last."""

import json
import sqlite3
from collections.abc import Iterable, Mapping

from reader.errors import LibraryError
from reader.i18n import _
from reader.library import moves, notes
from reader.library.base import LibraryBase
from reader.library.columns import clean
from reader.library.history import Columns, NoteRecord, Step
from reader.library.values import RecentComparison, RecentSearch, SavedComparison, SavedSearch

_KEPT = 200  # of what was done last


class SavedItemsStore(LibraryBase):
    """The part of the library that keeps comparisons and searches."""

    def save_comparison(
        self, name: str, ids: Iterable[str], options: Mapping[str, object] | None = None, note: str = ""
    ) -> int:
        """Keep a comparison under a name, in place of one of that name; its number."""
        articles = json.dumps(list(dict.fromkeys(ids)))
        values = (_checked(name), articles, json.dumps(dict(options or {})), clean(note), moves.now())
        with self._connections.write() as writing:
            row = writing.execute("SELECT id FROM comparison WHERE name = ?", values[:1]).fetchone()
            number = int(row[0]) if row else _next_number(writing)
            words = _("saving the comparison “{name}”").format(name=values[0])
            step = Step(words, noted=notes.plan(writing, "comparison", (number,), values))
            moves.take(writing, step)
        self._history.record(step)
        return number

    def rename_comparison(self, number: int, name: str) -> None:
        """Another name for a saved comparison."""
        self._change(number, _("renaming a comparison"), name=_checked(name))

    def note_comparison(self, number: int, note: str) -> None:
        """Another note on a saved comparison."""
        self._change(number, _("a note on a comparison"), note=clean(note))

    def remove_comparison(self, number: int) -> None:
        """Forget a saved comparison; its articles stay."""

        def plan(connection: sqlite3.Connection) -> Step:
            return Step(_("removing a saved comparison"), noted=notes.plan(connection, "comparison", (number,), None))

        self._do(plan)

    def comparisons(self) -> list[SavedComparison]:
        """The saved comparisons, by name."""
        sql = """SELECT id, name, articles, options, note,
            coalesce((SELECT opened FROM opened WHERE opened.articles = comparison.articles), saved)
            FROM comparison ORDER BY name COLLATE NOCASE, id"""
        with self._connections.read() as reading:
            found = reading.execute(sql).fetchall()
        return [SavedComparison(i, n, tuple(json.loads(a)), json.loads(o), *rest) for i, n, a, o, *rest in found]

    def opened_comparison(self, ids: Iterable[str]) -> None:
        """Remember that these articles were compared now, in this order."""
        articles = json.dumps(list(dict.fromkeys(ids)))
        with self._connections.write() as writing:
            writing.execute("INSERT INTO opened (articles, opened) VALUES (?, ?)", (articles, moves.now()))
            writing.execute(
                "DELETE FROM opened WHERE number NOT IN (SELECT number FROM opened ORDER BY number DESC LIMIT ?)",
                (_KEPT,),
            )

    def recent_comparisons(self, limit: int = 20) -> list[RecentComparison]:
        """What was compared last, the latest first, as far as all its articles are still there."""
        sql = """SELECT articles, opened FROM opened WHERE NOT EXISTS (
            SELECT 1 FROM json_each(articles)
            WHERE NOT EXISTS (SELECT 1 FROM article WHERE article.id = value AND binned IS NULL)
        ) ORDER BY number DESC LIMIT ?"""
        with self._connections.read() as reading:
            found = reading.execute(sql, (limit,)).fetchall()
        return [RecentComparison(tuple(json.loads(articles)), opened) for articles, opened in found]

    def save_search(self, name: str, query: str, filters: Mapping[str, object] | None = None) -> None:
        """Keep a search under a name, in place of one of that name."""
        after = (clean(query), json.dumps(dict(filters or {})), moves.now())
        self._search(_("saving the search “{name}”"), _checked(name), after)

    def remove_search(self, name: str) -> None:
        """Forget a saved search."""
        self._search(_("removing the search “{name}”"), _checked(name), None)

    def rename_search(self, name: str, other: str) -> None:
        """Another name for a saved search, which no other one may have."""
        old, new = _checked(name), _checked(other)

        def plan(connection: sqlite3.Connection) -> Step:
            row = connection.execute("SELECT name, query, filters, saved FROM search WHERE name = ?", (old,)).fetchone()
            if row is None:
                raise LibraryError(_("This search is no longer in the library."))
            held = tuple(row[1:])
            if row[0] == new:
                return Step("")
            same = connection.execute("SELECT ?1 = ?2 COLLATE NOCASE", (old, new)).fetchone()[0]
            if not same and notes.now_in(connection, "search", (new,)) is not None:
                raise LibraryError(_("There is a search “{name}” already.").format(name=new), _("Take another name."))
            noted = NoteRecord("search", (row[0],), held, None), NoteRecord("search", (new,), None, held)
            return Step(_("renaming the search “{name}”").format(name=row[0]), noted=noted)

        self._do(plan)

    def saved_searches(self) -> list[SavedSearch]:
        """The saved searches, by name."""
        with self._connections.read() as reading:
            found = reading.execute("SELECT name, query, filters FROM search ORDER BY name").fetchall()
        return [SavedSearch(name, query, json.loads(filters)) for name, query, filters in found]

    def searched(self, query: str, filters: Mapping[str, object] | None = None) -> None:
        """Remember that this was sought now; of the same words the filters of the last time are kept."""
        wanted = " ".join(clean(query).split())
        if not wanted:
            return
        with self._connections.write() as writing:
            kept = json.dumps(dict(filters or {}))
            writing.execute("INSERT INTO searched (query, filters) VALUES (?, ?)", (wanted, kept))
            writing.execute(
                "DELETE FROM searched WHERE number NOT IN (SELECT number FROM searched ORDER BY number DESC LIMIT ?)",
                (_KEPT,),
            )

    def search_history(self, beginning: str = "", limit: int = 20) -> list[RecentSearch]:
        """What was sought and begins so, the latest first."""
        sql = """SELECT query, filters FROM searched
            WHERE substr(lower(query), 1, length(?1)) = ?1 ORDER BY number DESC LIMIT ?2"""
        with self._connections.read() as reading:
            found = reading.execute(sql, (clean(beginning).lower(), limit)).fetchall()
        return [RecentSearch(query, json.loads(filters)) for query, filters in found]

    def forget_searches(self, *queries: str) -> None:
        """Forget that these were sought, or where none is named all; saved searches stay."""
        with self._connections.write() as writing:
            if queries:
                writing.executemany("DELETE FROM searched WHERE query = ?", [(query,) for query in queries])
            else:
                writing.execute("DELETE FROM searched")

    def _search(self, words: str, name: str, after: Columns | None) -> None:
        def plan(connection: sqlite3.Connection) -> Step:
            row = connection.execute("SELECT name FROM search WHERE name = ?", (name,)).fetchone()
            written = str(row[0]) if row else name  # in the letters of the first time
            return Step(words.format(name=written), noted=notes.plan(connection, "search", (written,), after))

        self._do(plan)

    def _change(self, number: int, words: str, name: str | None = None, note: str | None = None) -> None:
        def plan(connection: sqlite3.Connection) -> Step:
            before = notes.now_in(connection, "comparison", (number,))
            if before is None:
                raise LibraryError(_("This comparison is no longer in the library."))
            was, articles, options, noted, saved = before
            after = (was if name is None else name, articles, options, noted if note is None else note, saved)
            return Step(words, noted=(NoteRecord("comparison", (number,), before, after),) if after != before else ())

        self._do(plan)


def _checked(name: str) -> str:
    found = " ".join(clean(name).split())[:200].strip()
    if not found:
        raise LibraryError(_("Give it a name."))
    return found


def _next_number(connection: sqlite3.Connection) -> int:
    """A number that no comparison ever had."""
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'comparison'").fetchone()
    return (int(row[0]) if row else 0) + 1
