"""Articles that a person chose, of which not all need have been read: what is meant is found where work is done."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import LibraryError
from reader.i18n import _

if TYPE_CHECKING:
    from reader.library import Filter, Library, Order

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
