"""Rows of the ledger put together or taken apart by a reader: what the library keeps of it, as excerpts."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from reader.compare.comparison import Comparison, Excerpt
from reader.library import Grouping, Library, Regrouped
from reader.text.spans import Span

if TYPE_CHECKING:  # comes with the engine, on the first comparison
    from reader.compare.figures.rows.regroup import Groups


def held(library: Library, ids: Sequence[str]) -> "Groups":
    """The groups of a comparison of these articles."""
    return tuple(
        frozenset(Excerpt(article, Span(start, end)) for article, start, end in group)
        for group in library.groupings(ids)
    )


def keep(library: Library, ids: Sequence[str], groups: "Groups", why: Regrouped) -> None:
    """Keep these groups and no other."""
    library.set_groupings(ids, map(_kept, groups), why)


def applied(library: Library, comparison: Comparison) -> Comparison:
    """A comparison with its rows as the reader wants them."""
    groups = held(library, [article.id for article in comparison.articles])
    if not groups:
        return comparison
    from reader.compare.figures.rows.regroup import regrouped

    return regrouped(comparison, groups)


def _kept(group: Iterable[Excerpt]) -> Grouping:
    return frozenset((one.article, one.span.start, one.span.end) for one in group)
