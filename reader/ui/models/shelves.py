"""What the library panel shows, gathered in one go on a worker's thread: shelves, lost files, what can be undone."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.i18n import _

if TYPE_CHECKING:
    from reader.library import Row, Story
    from reader.workspace import Workspace


class Shown(StrEnum):
    """What of the library is on view."""

    STORIES = "stories"
    NEWEST = "newest"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles that stand together. `story` is None for those in no story."""

    name: str
    rows: "tuple[Row, ...]"
    story: int | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The library at one moment. `total` counts what is not in the bin, whatever is on view."""

    shown: Shown
    shelves: tuple[Shelf, ...]
    known: frozenset[str]
    binned: int
    missing: frozenset[str]
    stories: tuple[tuple[int, str], ...]
    undo: bool
    redo: bool

    @property
    def total(self) -> int:
        """How many articles there are outside the bin."""
        return len(self.known)

    @property
    def empty(self) -> bool:
        """Whether nothing is on view."""
        return not any(shelf.rows or shelf.story is not None for shelf in self.shelves)


def contents(workspace: "Workspace", shown: Shown) -> Contents:
    """The library as it is now."""
    library = workspace.library
    rows = library.rows(order="added")
    binned = library.rows(binned=True)
    view = binned if shown is Shown.BIN else rows
    stories = library.stories()
    shelves = _by_story(stories, view) if shown is Shown.STORIES else (Shelf("", tuple(view)),)
    return Contents(
        shown=shown,
        shelves=shelves,
        known=frozenset(row.id for row in rows),
        binned=len(binned),
        missing=frozenset(row.id for row in view if row.path and not Path(row.path).exists()),
        stories=tuple((story.id, story.name) for story in stories),
        undo=bool(library.can_undo),
        redo=bool(library.can_redo),
    )


def _by_story(stories: "Iterable[Story]", rows: "Iterable[Row]") -> tuple[Shelf, ...]:
    """A shelf for each story, newest first, and one for the articles in none."""
    by_story: dict[int | None, list[Row]] = {}
    for row in rows:
        by_story.setdefault(row.story, []).append(row)
    shelves = [Shelf(s.name, tuple(by_story.get(s.id, ())), s.id) for s in stories]
    loose = by_story.get(None)
    if loose:
        shelves.append(Shelf(_("In no story") if shelves else _("All articles"), tuple(loose)))
    return tuple(shelves)
