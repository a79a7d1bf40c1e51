"""Stars, tags and whether an article has been read."""

import json
import sqlite3
from collections.abc import Iterable

from reader.errors import LibraryError
from reader.i18n import _, ngettext
from reader.library import user_tables, writes
from reader.library.columns import clean
from reader.library.history import RecordChange, Step
from reader.library.part import LibraryPart

LONGEST_TAG = 60


class LabelStore(LibraryPart):
    """`library.labels`: what a reader puts on articles."""

    def star(self, ids: Iterable[str], starred: bool = True) -> None:
        """Give articles a star, or take it away."""
        wanted = list(ids)

        def plan(connection: sqlite3.Connection) -> Step:
            there = writes.places(connection, wanted)
            noted = [n for i in there for n in user_tables.plan(connection, "star", (i,), (int(starred),))]
            words = _starring(len(noted)) if starred else _unstarring(len(noted))
            return Step(words, noted=tuple(noted))

        self._do(plan)

    def tag(self, ids: Iterable[str], *tags: str) -> None:
        """Give articles tags; those that they have already stay."""
        self._tag(list(ids), tags, present=True)

    def untag(self, ids: Iterable[str], *tags: str) -> None:
        """Take tags away from articles."""
        self._tag(list(ids), tags, present=False)

    def rename_tag(self, before: str, after: str) -> None:
        """Another name for a tag, on every article; one that is there already takes the articles over."""
        old, new = checked_tag(before), checked_tag(after)

        def plan(connection: sqlite3.Connection) -> Step:
            found = connection.execute("SELECT article, tag FROM tag WHERE tag = ?", (old,)).fetchall()
            noted = [RecordChange("tag", (article, tag), (), None) for article, tag in found]
            same = old.casefold() == new.casefold()
            noted += [n for a, _tag in found for n in _adding(connection, a, new, same)]
            return Step(_("renaming the tag “{name}”").format(name=old), noted=tuple(noted))

        self._do(plan)

    def tags(self) -> list[tuple[str, int]]:
        """Every tag by name, and how many articles outside the bin have it."""
        sql = (
            "SELECT min(tag), count(*) FROM tag JOIN article ON article.id = tag.article AND binned IS NULL "
            "GROUP BY tag ORDER BY tag"
        )
        with self._connections.read() as reading:
            return [(str(tag), int(count)) for tag, count in reading.execute(sql)]

    def set_seen(self, ids: Iterable[str], seen: bool = True) -> None:
        """Remember that articles have been read, or have not. This is no step of its own to undo."""
        with self._connections.write() as writing:
            writing.execute(
                "UPDATE article SET seen = ? WHERE id IN (SELECT value FROM json_each(?))",
                (int(seen), json.dumps(list(ids))),
            )

    def mark_seen(self, ids: Iterable[str], seen: bool = True) -> None:
        """Say that articles have been read, or have not: as `set_seen`, and it can be undone."""
        wanted = list(ids)

        def plan(connection: sqlite3.Connection) -> Step:
            there = writes.places(connection, wanted)
            noted = [n for i in there for n in user_tables.plan(connection, "seen", (i,), (int(seen),))]
            return Step(_reading(len(noted)) if seen else _unreading(len(noted)), noted=tuple(noted))

        self._do(plan)

    def _tag(self, ids: list[str], tags: Iterable[str], present: bool) -> None:
        wanted = [checked_tag(tag) for tag in tags]

        def plan(connection: sqlite3.Connection) -> Step:
            there = list(writes.places(connection, ids))
            after = () if present else None
            noted = [n for i in there for tag in wanted for n in user_tables.plan(connection, "tag", (i, tag), after)]
            count = len({n.key[0] for n in noted})
            return Step(_tagging(count) if present else _untagging(count), noted=tuple(noted))

        self._do(plan)


def checked_tag(tag: str) -> str:
    """A tag on one line; raises where nothing is left."""
    found = " ".join(clean(tag).split())[:LONGEST_TAG].strip()
    if not found:
        raise LibraryError(_("A tag needs a name."))
    return found


def _adding(connection: sqlite3.Connection, article: str, tag: str, same: bool) -> tuple[RecordChange, ...]:
    if same:  # only the case of its letters changes: for SQLite the row that is about to go is this very one
        return (RecordChange("tag", (article, tag), None, ()),)
    return user_tables.plan(connection, "tag", (article, tag), ())


def _starring(count: int) -> str:
    return ngettext("giving {count} article a star", "giving {count} articles a star", count).format(count=count)


def _unstarring(count: int) -> str:
    words = "taking the star from {count} article", "taking the star from {count} articles"
    return ngettext(*words, count).format(count=count)


def _reading(count: int) -> str:
    return ngettext("marking {count} article as read", "marking {count} articles as read", count).format(count=count)


def _unreading(count: int) -> str:
    words = "marking {count} article as unread", "marking {count} articles as unread"
    return ngettext(*words, count).format(count=count)


def _tagging(count: int) -> str:
    return ngettext("tagging {count} article", "tagging {count} articles", count).format(count=count)


def _untagging(count: int) -> str:
    words = "taking a tag from {count} article", "taking a tag from {count} articles"
    return ngettext(*words, count).format(count=count)
