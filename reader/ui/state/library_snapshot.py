"""What the library panel shows, gathered on a worker's thread: shelves, their first rows, lost files."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from reader.dataclass import dataclass
from reader.i18n import _

if TYPE_CHECKING:
    from reader.library import Filter, Order, Row, Story
    from reader.workspace import Workspace

PAGE = 100
"""Rows that are read in one go."""
AT_FIRST = 600
"""Rows that come along with the shelves; a small library comes whole."""
RECENT = timedelta(days=7)
REVEALED = 50
"""Of the articles that are to be shown, so many are looked for."""

Place = tuple[int, int]
"""A shelf's number and a page's number on it."""


class LibraryFilter(StrEnum):
    """What of the library is on view."""

    STORIES = "stories"
    ALL = "all"
    RECENT = "recent"
    UNREAD = "unread"
    STARRED = "starred"
    TAG = "tag"
    BIN = "bin"


@dataclass(frozen=True, slots=True)
class LibraryQuery:
    """What is shown, and in which order; `tag` where those with a tag are."""

    shown: LibraryFilter = LibraryFilter.STORIES
    order: "Order" = "added"
    tag: str = ""

    @property
    def grouped(self) -> bool:
        """Whether stories stand as headings."""
        return self.shown is LibraryFilter.STORIES

    def where(self) -> "Filter":
        """The articles it shows."""
        from reader.library import Filter

        since = (datetime.now(UTC) - RECENT).isoformat(timespec="milliseconds")
        return {
            LibraryFilter.RECENT: Filter(added_since=since),
            LibraryFilter.UNREAD: Filter(seen=False),
            LibraryFilter.STARRED: Filter(starred=True),
            LibraryFilter.TAG: Filter(tags=(self.tag,)),
            LibraryFilter.BIN: Filter(binned=True),
        }.get(self.shown, Filter())


@dataclass(frozen=True, slots=True)
class Shelf:
    """Articles that stand together. `story` is None for those in no story; `rows` are the first that came along."""

    name: str
    count: int
    where: "Filter"
    story: int | None = None
    rows: "tuple[Row, ...]" = ()


@dataclass(frozen=True, slots=True)
class SnapshotPage:
    """Some rows of a shelf, and which of them have lost their file."""

    rows: "tuple[Row, ...]"
    missing: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LibrarySnapshot:
    """The library at one moment. `total` counts what is not in the bin, whatever is on view.

    `known` and `gone`: of the articles that were asked after, those outside the bin, and all others.
    """

    view: LibraryQuery
    shelves: tuple[Shelf, ...]
    pages: Mapping[Place, SnapshotPage]
    known: frozenset[str]
    gone: frozenset[str]
    total: int
    binned: int
    stories: tuple[tuple[int, str], ...] = ()
    tags: tuple[str, ...] = ()
    undo: bool = False
    redo: bool = False
    last_change: int = 0
    """The number of the newest change of the library when this was gathered."""
    reveal: tuple[str, ...] = field(default=())
    """Articles that are to be chosen and brought into sight."""

    @property
    def shown(self) -> LibraryFilter:
        """What is on view."""
        return self.view.shown

    @property
    def on_view(self) -> int:
        """How many articles are on view."""
        return sum(shelf.count for shelf in self.shelves)

    @property
    def empty(self) -> bool:
        """Whether nothing is on view."""
        return not any(shelf.count or shelf.story is not None for shelf in self.shelves)


def contents(
    workspace: "Workspace",
    view: LibraryQuery,
    asked: Iterable[str] = (),
    wanted: Collection[Place] = (),
    reveal: tuple[str, ...] = (),
) -> LibrarySnapshot:
    """The library as it is now, with the pages that are `wanted`, the first ones, and those to be revealed."""
    library = workspace.library
    last_change = library.outbox.last_change  # before all else: what changes meanwhile is looked at again
    stories = library.stories.all()
    sought = frozenset(asked)
    known = frozenset(row.id for row in library.rows_of(sought) if not row.gone)
    shelves = _by_story(workspace, stories) if view.grouped else _one(workspace, view)
    places = {place for place in wanted if place[0] < len(shelves)} | _first(shelves)
    places |= {place for place in (_place(workspace, view, shelves, i) for i in reveal[:REVEALED]) if place}
    pages = read_pages(workspace, view, shelves, places)
    return LibrarySnapshot(
        view=view,
        shelves=tuple(
            Shelf(s.name, s.count, s.where, s.story, pages[n, 0].rows if (n, 0) in pages else ())
            for n, s in enumerate(shelves)
        ),
        pages=pages,
        known=known,
        gone=sought - known,
        total=library.count(),
        binned=library.count(_binned()),
        stories=tuple((story.id, story.name) for story in stories),
        tags=tuple(name for name, _count in library.labels.tags()),
        undo=bool(library.can_undo),
        redo=bool(library.can_redo),
        last_change=last_change,
        reveal=reveal,
    )


def read_pages(
    workspace: "Workspace", view: LibraryQuery, shelves: "Iterable[Shelf]", places: Iterable[Place]
) -> dict[Place, SnapshotPage]:
    """The rows of some pages; a file that is no longer where it was is noted."""
    known, found = list(shelves), {}
    for number, page in sorted(places):
        if number < len(known):
            rows = workspace.library.rows_page(page * PAGE, PAGE, view.order, known[number].where)
            found[number, page] = SnapshotPage(tuple(rows), frozenset(row.id for row in rows if lost(row.path)))
    return found


def lost(path: str) -> bool:
    """Whether the file is gone; one inside an archive or a mailbox is there as long as that is."""
    place = Path(path)
    if not path or not place.is_absolute() or place.exists():
        return False
    return not any(above.is_file() for above in place.parents)


def _one(workspace: "Workspace", view: LibraryQuery) -> list[Shelf]:
    where = view.where()
    return [Shelf("", workspace.library.count(where), where)]


def _by_story(workspace: "Workspace", stories: "Iterable[Story]") -> list[Shelf]:
    """A shelf for each story, by name, and one for the articles in none."""
    from reader.library import Filter

    shelves = [Shelf(story.name, story.count, Filter(story=story.id), story.id) for story in stories]
    loose = Filter(loose=True)
    count = workspace.library.count(loose)
    if count:
        shelves.append(Shelf(_("In no story") if shelves else _("All articles"), count, loose))
    return shelves


def _first(shelves: Iterable[Shelf]) -> set[Place]:
    places: set[Place] = set()
    left = AT_FIRST
    for number, shelf in enumerate(shelves):
        for page in range(-(-min(shelf.count, left) // PAGE)):
            places.add((number, page))
        left -= shelf.count
        if left <= 0:
            break
    return places


def _place(workspace: "Workspace", view: LibraryQuery, shelves: "Iterable[Shelf]", article_id: str) -> Place | None:
    """The page on which an article stands; None where it is on none."""
    rows = workspace.library.rows_of([article_id])
    for number, shelf in enumerate(shelves if rows else ()):
        if not view.grouped or shelf.story == rows[0].story:
            at = workspace.library.place(article_id, view.order, shelf.where)
            return (number, at // PAGE) if at is not None else None
    return None


def _binned() -> "Filter":
    from reader.library import Filter

    return Filter(binned=True)
