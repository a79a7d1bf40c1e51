"""Which figures of a comparison a reader put together in rows of the ledger."""

import json
import sqlite3
from collections.abc import Iterable

from reader.i18n import _
from reader.library import moves, notes
from reader.library.base import Base
from reader.library.deciding import comparison_key
from reader.library.history import Noted, Step
from reader.library.values import Grouping, Regrouped


class Regrouping(Base):
    """The part of the library that keeps such groups; each belongs to the set of articles that were compared."""

    def set_groupings(self, ids: Iterable[str], groups: Iterable[Grouping], why: Regrouped) -> None:
        """Keep these groups, and no other of this comparison; `why` names what is undone then."""
        key, wanted = comparison_key(ids), {as_json(group): None for group in groups if group}

        def plan(connection: sqlite3.Connection) -> Step:
            held = [row[0] for row in connection.execute(_SQL, (key,))]
            noted = [n for one in held if one not in wanted for n in _row(connection, key, one, there=False)]
            noted += [n for one in wanted if one not in held for n in _row(connection, key, one, there=True)]
            return Step(_words(why), noted=tuple(noted))

        self._do(plan)

    def groupings(self, ids: Iterable[str]) -> tuple[Grouping, ...]:
        """The groups of a comparison of these articles, in the order in which they were made."""
        with self._connections.read() as reading:
            return tuple(_read(row[0]) for row in reading.execute(_SQL, (comparison_key(ids),)))

    def groupings_among(self, ids: Iterable[str]) -> list[tuple[tuple[str, ...], Grouping]]:
        """All groups of comparisons of none but these articles, each with the articles that were compared."""
        inside = set(ids)
        with self._connections.read() as reading:
            found = reading.execute("SELECT comparison, mentions FROM grouping ORDER BY made, mentions").fetchall()
        known = [(tuple(json.loads(key)), _read(mentions)) for key, mentions in found]
        return [(compared, group) for compared, group in known if inside.issuperset(compared)]


_SQL = "SELECT mentions FROM grouping WHERE comparison = ? ORDER BY made, mentions"


def as_json(group: Grouping) -> str:
    """A group as it is kept: the same for the same mentions."""
    return json.dumps(sorted(group), separators=(",", ":"))


def _read(mentions: str) -> Grouping:
    return frozenset((article, start, end) for article, start, end in json.loads(mentions))


def _row(connection: sqlite3.Connection, key: str, mentions: str, there: bool) -> tuple[Noted, ...]:
    return notes.plan(connection, "grouping", (key, mentions), (moves.now(),) if there else None)


def _words(why: Regrouped) -> str:
    return {
        Regrouped.SPLIT: _("splitting a row of figures"),
        Regrouped.JOINED: _("joining rows of figures"),
        Regrouped.AS_FOUND: _("putting rows of figures back as they were found"),
    }[why]
