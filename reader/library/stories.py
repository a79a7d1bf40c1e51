"""Stories: made, named, merged and filled, each as one step that can be undone."""

import sqlite3
from collections.abc import Iterable

from reader.errors import LibraryError
from reader.i18n import _, ngettext
from reader.library import rows, writes
from reader.library.columns import clean
from reader.library.history import MoveRecord, Place, RenameRecord, Step
from reader.library.part import LibraryPart
from reader.library.values import Story

LONGEST_NAME = 200


def checked_name(name: str) -> str:
    """A story's name on one line; raises where nothing is left or SQLite could not keep it."""
    found = " ".join(clean(name).split())[:LONGEST_NAME]
    if not found:
        raise LibraryError(_("A story needs a name."))
    return found


def name_of(connection: sqlite3.Connection, story: int) -> str:
    """The name of a story; raises where there is none of that number."""
    row = connection.execute("SELECT name FROM story WHERE id = ?", (story,)).fetchone()
    if row is None:
        raise LibraryError(_("This story is no longer in the library."))
    return str(row[0])


class StoryStore(LibraryPart):
    """`library.stories`: each a name and the articles that are in it; no article is in two."""

    def all(self) -> list[Story]:
        """Every story, by name."""
        with self._connections.read() as reading:
            return rows.stories(reading)

    def add(self, name: str) -> int:
        """A new story; its number."""
        name = checked_name(name)
        with self._connections.write() as writing:
            story, step = _add(writing, name)
        self._history.record(step)
        return story

    def rename(self, story: int, name: str) -> None:
        """Another name for a story."""
        name = checked_name(name)
        self._do(lambda connection: _rename(connection, story, name))

    def remove(self, story: int) -> None:
        """Take a story away; its articles stay in the library."""
        self._do(lambda connection: _remove(connection, story))

    def merge(self, into: int, others: Iterable[int]) -> None:
        """Put the articles of other stories into one; those others are gone then."""
        self._do(lambda connection: _merge(connection, into, others))

    def assign(self, ids: Iterable[str], story: int | None) -> None:
        """Put articles into a story, or with None take them out of theirs."""
        self._do(lambda connection: _assign(connection, ids, story))

    def of_articles(self) -> dict[str, int]:
        """The story of each article outside the bin that is in one."""
        with self._connections.read() as reading:
            sql = "SELECT id, story FROM article WHERE story IS NOT NULL AND binned IS NULL"
            return dict(reading.execute(sql).fetchall())


def _add(connection: sqlite3.Connection, name: str) -> tuple[int, Step]:
    """A new story, made; its number, and the step that has been taken."""
    story = connection.execute("INSERT INTO story (name) VALUES (?)", (name,)).lastrowid
    if story is None:
        raise LibraryError(_("The story could not be made."))
    return story, Step(_("making the story “{name}”").format(name=name), named=(RenameRecord(story, None, name),))


def _rename(connection: sqlite3.Connection, story: int, name: str) -> Step:
    """Another name for a story."""
    before = name_of(connection, story)
    words = _("renaming the story “{name}”").format(name=before)
    return Step(words, named=(RenameRecord(story, before, name),) if before != name else ())


def _remove(connection: sqlite3.Connection, story: int) -> Step:
    """Take a story away; its articles stay, in no story."""
    name = name_of(connection, story)
    inside = connection.execute("SELECT id, binned FROM article WHERE story = ?", (story,)).fetchall()
    moved = tuple(MoveRecord(article_id, Place(story, binned), Place(None, binned)) for article_id, binned in inside)
    return Step(_("removing the story “{name}”").format(name=name), moved, (RenameRecord(story, name, None),))


def _assign(connection: sqlite3.Connection, ids: Iterable[str], story: int | None) -> Step:
    """Put articles into a story, or with None into no story."""
    if story is not None:
        name_of(connection, story)
    before = writes.places(connection, ids)
    moved = tuple(
        MoveRecord(i, place, Place(story, place.binned)) for i, place in before.items() if place.story != story
    )
    words = ngettext("moving {count} article", "moving {count} articles", len(moved)).format(count=len(moved))
    return Step(words, moved)


def _merge(connection: sqlite3.Connection, into: int, others: Iterable[int]) -> Step:
    """Put the articles of other stories into one and take those stories away."""
    name = name_of(connection, into)
    moved: list[MoveRecord] = []
    named: list[RenameRecord] = []
    for story in dict.fromkeys(others):
        if story != into:
            gone = _remove(connection, story)
            moved += [MoveRecord(m.article_id, m.before, Place(into, m.before.binned)) for m in gone.moved]
            named += gone.named
    return Step(_("merging stories into “{name}”").format(name=name), tuple(moved), tuple(named))
