"""Searches: those saved under a name, and those made last."""

import json
import sqlite3
from collections.abc import Mapping

from reader.errors import LibraryError
from reader.i18n import _
from reader.library import user_tables, writes
from reader.library.columns import checked_name, clean
from reader.library.history import Columns, RecordChange, Step
from reader.library.part import LibraryPart
from reader.library.values import RecentSearch, SavedSearch

_KEPT = 200  # of what was sought last


class SearchStore(LibraryPart):
    """`library.searches`: the words of each, and what it was narrowed to."""

    def save(self, name: str, query: str, filters: Mapping[str, object] | None = None) -> None:
        """Keep a search under a name, in place of one of that name."""
        after = (clean(query), json.dumps(dict(filters or {})), writes.now())
        self._search(_("saving the search “{name}”"), checked_name(name), after)

    def remove(self, name: str) -> None:
        """Forget a saved search."""
        self._search(_("removing the search “{name}”"), checked_name(name), None)

    def rename(self, name: str, other: str) -> None:
        """Another name for a saved search, which no other one may have."""
        old, new = checked_name(name), checked_name(other)

        def plan(connection: sqlite3.Connection) -> Step:
            row = connection.execute("SELECT name, query, filters, saved FROM search WHERE name = ?", (old,)).fetchone()
            if row is None:
                raise LibraryError(_("This search is no longer in the library."))
            held = tuple(row[1:])
            if row[0] == new:
                return Step("")
            same = connection.execute("SELECT ?1 = ?2 COLLATE NOCASE", (old, new)).fetchone()[0]
            if not same and user_tables.now_in(connection, "search", (new,)) is not None:
                raise LibraryError(_("There is a search “{name}” already.").format(name=new), _("Take another name."))
            noted = RecordChange("search", (row[0],), held, None), RecordChange("search", (new,), None, held)
            return Step(_("renaming the search “{name}”").format(name=row[0]), noted=noted)

        self._do(plan)

    def all(self) -> list[SavedSearch]:
        """The saved searches, by name."""
        with self._connections.read() as reading:
            found = reading.execute("SELECT name, query, filters FROM search ORDER BY name").fetchall()
        return [SavedSearch(name, query, json.loads(filters)) for name, query, filters in found]

    def remember(self, query: str, filters: Mapping[str, object] | None = None) -> None:
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

    def recent(self, beginning: str = "", limit: int = 20) -> list[RecentSearch]:
        """What was sought and begins so, the latest first."""
        sql = """SELECT query, filters FROM searched
            WHERE substr(lower(query), 1, length(?1)) = ?1 ORDER BY number DESC LIMIT ?2"""
        with self._connections.read() as reading:
            found = reading.execute(sql, (clean(beginning).lower(), limit)).fetchall()
        return [RecentSearch(query, json.loads(filters)) for query, filters in found]

    def forget(self, *queries: str) -> None:
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
            return Step(words.format(name=written), noted=user_tables.plan(connection, "search", (written,), after))

        self._do(plan)
