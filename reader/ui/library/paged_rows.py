"""The rows of the library that have been read, page by page, and what of them is selected, read or not."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from reader.dataclass import dataclass
from reader.errors import LibraryError
from reader.i18n import _
from reader.ui.state.library_snapshot import PAGE, LibraryQuery, Place, Shelf, SnapshotPage

if TYPE_CHECKING:
    from reader.library import Filter, Library, Order, Row

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RowRange:
    """`count` rows of a list from number `first` on; `total` is how long the list was when they were chosen."""

    where: "Filter"
    order: "Order"
    first: int
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class ArticleSelection:
    """The chosen articles: some by their ids, others as stretches of lists."""

    ids: tuple[str, ...] = ()
    stretches: tuple[RowRange, ...] = ()

    @property
    def count(self) -> int:
        """How many they are; one that is chosen twice may be counted twice."""
        return len(self.ids) + sum(stretch.count for stretch in self.stretches)

    def resolve(self, library: "Library") -> tuple[str, ...]:
        """The ids of all; raises where a list is no longer as it was when it was chosen from."""
        found = dict.fromkeys(self.ids)
        for stretch in self.stretches:
            if library.count(stretch.where) != stretch.total:
                raise LibraryError(_("The library has changed meanwhile."), _("Choose the articles again."))
            if stretch.count == stretch.total:
                found.update(dict.fromkeys(library.ids(stretch.where)))
            else:
                found.update(dict.fromkeys(_ids(library, stretch)))
        return tuple(found)


def _ids(library: "Library", stretch: RowRange) -> list[str]:
    end = stretch.first + stretch.count
    return [
        row.id
        for at in range(stretch.first, end, _AT_ONCE)
        for row in library.rows_page(at, min(_AT_ONCE, end - at), stretch.order, stretch.where)
    ]


KEPT = 60
"""Pages that are kept in mind besides those on screen."""
OPEN = 400
"""A library of so many articles has its stories open at first; of more, closed."""


class PagedRows:
    """Counts rows from 0: of every shelf its heading, if it has one, and its articles, if it is open."""

    def __init__(self) -> None:
        self.view = LibraryQuery()
        self.shelves: tuple[Shelf, ...] = ()
        self._pages: dict[Place, SnapshotPage] = {}
        self._places: dict[str, tuple[int, int]] = {}
        self._starts = [0]
        self._chosen_open: dict[int | None, bool] = {}
        self._small = True

    def __len__(self) -> int:
        return self._starts[-1]

    def show(self, view: LibraryQuery, shelves: Sequence[Shelf], pages: Mapping[Place, SnapshotPage]) -> None:
        """Hold these instead; which stories a person opened is remembered."""
        self.view, self.shelves = view, tuple(shelves)
        self._small = sum(shelf.count for shelf in self.shelves) <= OPEN
        self._pages, self._places = {}, {}
        self._keep(pages)
        self._starts = self._counted()

    # Pages

    def fill(self, pages: Mapping[Place, SnapshotPage], on_screen: Collection[Place]) -> None:
        """Take in pages that were read; those long unseen are forgotten."""
        self._keep(pages)
        for place in [p for p in self._pages if p not in on_screen and p not in pages][: -KEPT or None]:
            for row in self._pages.pop(place).rows:
                self._places.pop(row.id, None)

    def patch(self, ids: Collection[str], values: Mapping[str, Any]) -> None:
        """These articles have other `values` now."""
        for place, page in self._pages.items():
            if any(row.id in ids for row in page.rows):
                rows = tuple(replace(row, **values) if row.id in ids else row for row in page.rows)
                self._pages[place] = SnapshotPage(rows, page.missing)

    def lacking(self, first: int, last: int) -> set[Place]:
        """The pages that rows from `first` to `last` would need and that have not been read."""
        wanted = set()
        for number, at in self._located(first, last):
            small = self.shelves[number].count <= PAGE  # a heading's tick is that of its articles
            if at >= 0 or (small and self.shelves[number].count):
                wanted.add((number, max(at, 0) // PAGE))
        return {place for place in wanted if place not in self._pages}

    def on_screen(self, first: int, last: int) -> set[Place]:
        """The pages that rows from `first` to `last` stand on."""
        return {(number, max(at, 0) // PAGE) for number, at in self._located(first, last)}

    def _located(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        return map(self.locate, range(max(0, first), min(last, len(self) - 1) + 1))

    def _keep(self, pages: Mapping[Place, SnapshotPage]) -> None:
        for (number, page), found in pages.items():
            self._pages.pop((number, page), None)  # what came last is forgotten last
            self._pages[number, page] = found
            self._places.update({row.id: (number, page * PAGE + at) for at, row in enumerate(found.rows)})

    # What stands where

    def locate(self, row: int) -> tuple[int, int]:
        """The shelf of a row, and the article's number on it; -1 for the heading."""
        number = bisect_right(self._starts, row) - 1
        return number, row - self._starts[number] - self.headed(number)

    def article(self, number: int, at: int) -> "Row | None":
        """An article by its place, if it has been read."""
        page = self._pages.get((number, at // PAGE))
        return page.rows[at % PAGE] if page is not None and at % PAGE < len(page.rows) else None

    def is_gone(self, number: int, at: int) -> bool:
        """Whether the file of an article that has been read is gone."""
        page = self._pages[number, at // PAGE]
        return page.rows[at % PAGE].id in page.missing

    def ids(self, number: int) -> tuple[str, ...]:
        """The articles of a shelf, as far as they have been read."""
        rows = (self.article(number, at) for at in range(min(self.shelves[number].count, KEPT * PAGE)))
        return tuple(row.id for row in rows if row is not None)

    def shelf_of(self, article_id: str) -> int | None:
        """The shelf that an article stands on, if it has been read."""
        place = self._places.get(article_id)
        return place[0] if place is not None else None

    def row_of(self, article_id: str) -> int | None:
        """Where an article stands; None where it does not, has not been read, or its story is closed."""
        place = self._places.get(article_id)
        if place is None or not self.is_open(place[0]):
            return None
        return self._starts[place[0]] + self.headed(place[0]) + place[1]

    def heading(self, number: int) -> int | None:
        """The row of a shelf's heading, if it has one."""
        return self._starts[number] if self.headed(number) else None

    def headed(self, number: int) -> bool:
        """Whether a shelf has a heading."""
        return self.view.grouped and bool(self.shelves[number].name)

    def stories(self, ranges: Iterable[tuple[int, int]]) -> Iterator[int]:
        """The stories whose headings stand in some ranges of rows, first and last, from above."""
        for top, bottom in ranges:
            number, at = self.locate(top)
            for shelf in range(number + 1 if at >= 0 else number, bisect_right(self._starts, bottom)):
                story = self.shelves[shelf].story if shelf < len(self.shelves) and self.headed(shelf) else None
                if story is not None:
                    yield story

    def picked(self, ranges: Iterable[tuple[int, int]]) -> ArticleSelection:
        """The articles that stand in some ranges of rows, first and last; a heading stands for all of its own."""
        ids: dict[str, None] = {}
        stretches = []
        for number, first, last in self._stretches(ranges):
            found = (
                [self.article(number, at) for at in range(first, last + 1)] if last - first < KEPT * PAGE else [None]
            )
            if all(row is not None for row in found):
                ids.update(dict.fromkeys(row.id for row in found if row is not None))
            else:
                shelf = self.shelves[number]
                stretches.append(RowRange(shelf.where, self.view.order, first, last - first + 1, shelf.count))
        return ArticleSelection(tuple(ids), tuple(stretches))

    def _stretches(self, ranges: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """Shelf, first and last article of each piece of the ranges."""
        for top, bottom in ranges:
            row = top
            while row <= bottom:
                number, at = self.locate(row)
                last = self.shelves[number].count - 1
                end = self._starts[number + 1] - 1
                if at < 0 and last >= 0:
                    yield number, 0, last
                elif at >= 0:
                    yield number, at, min(last, at + bottom - row)
                row = end + 1

    # Open and closed stories

    def is_open(self, number: int) -> bool:
        """Whether the articles of a shelf are shown."""
        return not self.headed(number) or self._chosen_open.get(self.shelves[number].story, self._small)

    def set_open(self, number: int, shown: bool) -> None:
        """Show or hide the articles of a shelf."""
        self._chosen_open[self.shelves[number].story] = shown
        self._starts = self._counted()

    def _counted(self) -> list[int]:
        starts = [0]
        for number, shelf in enumerate(self.shelves):
            starts.append(starts[-1] + self.headed(number) + (shelf.count if self.is_open(number) else 0))
        return starts
