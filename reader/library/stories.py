"""Planning what happens to stories, as steps that can be undone."""

import sqlite3
from collections.abc import Iterable

from reader.errors import LibraryError
from reader.i18n import _, ngettext
from reader.library import moves
from reader.library.columns import clean
from reader.library.history import MoveRecord, Place, RenameRecord, Step

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


def add(connection: sqlite3.Connection, name: str) -> tuple[int, Step]:
    """A new story, made; its number, and the step that has been taken."""
    story = connection.execute("INSERT INTO story (name) VALUES (?)", (name,)).lastrowid
    if story is None:
        raise LibraryError(_("The story could not be made."))
    return story, Step(_("making the story “{name}”").format(name=name), named=(RenameRecord(story, None, name),))


def rename(connection: sqlite3.Connection, story: int, name: str) -> Step:
    """Another name for a story."""
    before = name_of(connection, story)
    words = _("renaming the story “{name}”").format(name=before)
    return Step(words, named=(RenameRecord(story, before, name),) if before != name else ())


def remove(connection: sqlite3.Connection, story: int) -> Step:
    """Take a story away; its articles stay, in no story."""
    name = name_of(connection, story)
    inside = connection.execute("SELECT id, binned FROM article WHERE story = ?", (story,)).fetchall()
    moved = tuple(MoveRecord(article_id, Place(story, binned), Place(None, binned)) for article_id, binned in inside)
    return Step(_("removing the story “{name}”").format(name=name), moved, (RenameRecord(story, name, None),))


def assign(connection: sqlite3.Connection, ids: Iterable[str], story: int | None) -> Step:
    """Put articles into a story, or with None into no story."""
    if story is not None:
        name_of(connection, story)
    before = moves.places(connection, ids)
    moved = tuple(
        MoveRecord(i, place, Place(story, place.binned)) for i, place in before.items() if place.story != story
    )
    words = ngettext("moving {count} article", "moving {count} articles", len(moved)).format(count=len(moved))
    return Step(words, moved)


def merge(connection: sqlite3.Connection, into: int, others: Iterable[int]) -> Step:
    """Put the articles of other stories into one and take those stories away."""
    name = name_of(connection, into)
    moved: list[MoveRecord] = []
    named: list[RenameRecord] = []
    for story in dict.fromkeys(others):
        if story != into:
            gone = remove(connection, story)
            moved += [MoveRecord(m.article_id, m.before, Place(into, m.before.binned)) for m in gone.moved]
            named += gone.named
    return Step(_("merging stories into “{name}”").format(name=name), tuple(moved), tuple(named))
