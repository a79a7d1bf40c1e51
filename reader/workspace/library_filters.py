"""What a search is narrowed to, as the index understands it and as the library does."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.filters import SearchFilters
from reader.library import Filter, Library
from reader.text.folding import folded

if TYPE_CHECKING:  # see search.py
    from reader.search import Filters
    from reader.search.query import Query, QueryLabel


def filters(library: Library, narrowing: SearchFilters, labels: "Iterable[QueryLabel]") -> "Filters":
    """For the index, which knows nothing of stories and tags: the articles that have them stand in their place."""
    from reader.search import Filters

    ids, without = _labelled(library, labels)
    if stories := _numbers(narrowing):
        held = frozenset(library.ids(Filter(stories=stories)))
        ids = held if ids is None else ids & held
    return Filters(
        frozenset(narrowing.of("outlet")),
        frozenset(narrowing.of("month")),
        frozenset(narrowing.of("language")),
        narrowing.since,
        narrowing.until,
        ids,
        without,
    )


def shelf(library: Library, narrowing: SearchFilters, query: "Query") -> Filter:
    """For the library, where a query has no words."""
    from reader.search.broader_queries import day
    from reader.search.query import EVER, FIRST, between

    ids, without = _labelled(library, query.labels)
    first, last = between(narrowing.since, narrowing.until) if narrowing.since or narrowing.until else (0, EVER)
    since, until = max(first, query.since), min(last, query.until)
    return Filter(
        outlets=narrowing.of("outlet"),
        months=narrowing.of("month"),
        languages=narrowing.of("language"),
        stories=_numbers(narrowing),
        since=day(since, "-00") if since > FIRST else "",
        until=day(until, "-99") if until < EVER else "",
        ids=ids,
        without=without,
    )


def without_kind(where: Filter, kind: str) -> Filter:
    """As wide as it is where nothing of this kind of facet was chosen."""
    return {
        "outlet": replace(where, outlets=()),
        "month": replace(where, months=()),
        "language": replace(where, languages=()),
        "story": replace(where, stories=()),
    }[kind]


def _numbers(narrowing: SearchFilters) -> tuple[int, ...]:
    return tuple(int(value) if value.isdecimal() else -1 for value in narrowing.of("story"))


def _labelled(library: Library, labels: "Iterable[QueryLabel]") -> tuple[frozenset[str] | None, frozenset[str]]:
    """The articles that alone may be found, None for any, and those that may not."""
    ids: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    for label in labels:
        found = frozenset(_with_label(library, label))
        if label.negative:
            without |= found
        else:
            ids = found if ids is None else ids & found
    return ids, without


def _with_label(library: Library, label: "QueryLabel") -> Iterable[str]:
    """The ids of the articles with a tag, or in a story whose name has all of these words."""
    if label.field == "tag":
        return library.ids(Filter(tags=(label.text,)))
    words = folded(label.text).split()
    stories = tuple(s.id for s in library.stories.all() if all(word in folded(s.name) for word in words))
    return library.ids(Filter(stories=stories)) if stories else ()
