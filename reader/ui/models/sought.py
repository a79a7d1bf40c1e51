"""What a search that was kept seeks, as people read it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.i18n import _
from reader.locales import day
from reader.narrowing import Narrowing
from reader.ui.models.facets import named
from reader.ui.models.words import SEPARATOR

if TYPE_CHECKING:
    from reader.library import Story
    from reader.library.values import RecentSearch, SavedSearch


def describe_search(search: "SavedSearch | RecentSearch", stories: Mapping[str, str]) -> str:
    """What a search seeks, in a line; `stories` are names by numbers."""
    return SEPARATOR.join(part for part in (search.query, limits(search.filters, stories)) if part)


def limits(filters: Mapping[str, object], stories: Mapping[str, str]) -> str:
    """What narrows a search, and its order where that is not the usual one."""
    narrowing = Narrowing.read(filters)
    parts = [named(kind, value, stories.get(value, "")) for kind, value in narrowing.chosen]
    if narrowing.since or narrowing.until:
        first, last = day(narrowing.since) or "…", day(narrowing.until) or "…"
        parts.append(_("{first} to {last}").format(first=first, last=last))
    if filters.get("order") == "date":
        parts.append(_("newest first"))
    return SEPARATOR.join(parts)


def names(stories: "list[Story]") -> dict[str, str]:
    """The names of stories by their numbers, as facets have them."""
    return {str(story.id): story.name for story in stories}
