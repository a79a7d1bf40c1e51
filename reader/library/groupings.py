"""Which figures a reader put together in rows of the ledger."""

import json
import sqlite3
from collections.abc import Iterable

from reader.claims import Source
from reader.i18n import _
from reader.library import user_tables, writes
from reader.library.columns import clean
from reader.library.decisions import mentions_as_json, mentions_of
from reader.library.history import Step
from reader.library.part import LibraryPart
from reader.library.values import GroupingKind, RowGrouping


class GroupingStore(LibraryPart):
    """`library.groupings`: each belongs to its figures, whatever is compared with them."""

    def change(self, gone: Iterable[str], made: Iterable[RowGrouping], why: GroupingKind) -> None:
        """Keep some groups and no longer those of these subjects, in one step; `why` names what is undone then."""
        wanted = {group.subject: group for group in made if group.mentions}
        away = [subject for subject in dict.fromkeys(gone) if subject not in wanted]

        def plan(connection: sqlite3.Connection) -> Step:
            noted = [n for one in away for n in user_tables.plan(connection, "grouping", (one,), None)]
            for subject, group in wanted.items():
                if user_tables.now_in(connection, "grouping", (subject,)) is None:
                    about = (mentions_as_json(group.mentions), sources_as_json(group.compared))
                    after = (*about, writes.now(), clean(group.name))
                    noted += user_tables.plan(connection, "grouping", (subject,), after)
            return Step(_words(why), noted=tuple(noted))

        self._do(plan)

    def all(self) -> tuple[RowGrouping, ...]:
        """All groups, in the order in which they were made."""
        sql = "SELECT subject, mentions, compared, name FROM grouping ORDER BY made, subject"
        with self._connections.read() as reading:
            found = reading.execute(sql).fetchall()
        return tuple(
            RowGrouping(subject, mentions_of(m), _sources(compared), name) for subject, m, compared, name in found
        )


def sources_as_json(sources: Iterable[Source]) -> str:
    """Articles as a column keeps them."""
    kept = [[one.fingerprint, one.url, one.outlet, one.headline] for one in sources]
    return json.dumps(kept, separators=(",", ":"))


def _sources(kept: str) -> tuple[Source, ...]:
    return tuple(Source(*one) for one in json.loads(kept))


def _words(why: GroupingKind) -> str:
    return {
        GroupingKind.SPLIT: _("splitting a row of figures"),
        GroupingKind.JOINED: _("joining rows of figures"),
        GroupingKind.AS_FOUND: _("putting rows of figures back as they were found"),
    }[why]
