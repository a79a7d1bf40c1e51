"""What is asked of the library: words, filters and order, and how a search is told in words."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.dataclass import dataclass
from reader.filters import NOTHING, SearchFilters
from reader.i18n import _
from reader.locales import day
from reader.ui.library.facet_popup import named
from reader.wording.lines import SEPARATOR

if TYPE_CHECKING:
    from reader.library import Story
    from reader.library.values import RecentSearch, SavedSearch
    from reader.search import Order
    from reader.workspace import SearchResults, Workspace

PAGE = 50
"""Hits fetched at a time."""
BEGUN = re.compile(r"(?:^|\s)-?\w{2,}$")
ALIKE = 30
"""Articles shown as like one, at most: further down they are like anything."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """`like` is the id of an article; with `passage` its words are what counts. `about` is what people read of it."""

    text: str = ""
    narrowing: SearchFilters = NOTHING
    order: "Order" = "relevance"
    like: str = ""
    passage: str = ""
    about: str = ""
    unfinished: bool = False
    """Whether the last word is still being typed: where it is none, those that begin so are sought."""

    def __bool__(self) -> bool:
        return bool(self.text or self.narrowing or self.like)

    def ask(self, workspace: "Workspace", limit: int, offset: int = 0) -> "SearchResults":
        """The answer; facets only with its beginning."""
        if self.passage:
            return workspace.like_passage(self.like, self.passage, ALIKE)
        if self.like:
            return workspace.like(self.like, ALIKE)
        found = self._search(workspace, self.text, limit, offset)
        if self.unfinished and not (found.total or found.behind) and BEGUN.search(self.text):
            begun = self._search(workspace, self.text + "*", limit, offset)
            found = begun if begun.total else found
        return found

    def _search(self, workspace: "Workspace", text: str, limit: int, offset: int) -> "SearchResults":
        return workspace.search(text, self.order, limit, self.narrowing, facets=not offset, offset=offset)

    def kept(self) -> dict[str, object]:
        """All but the words, as JSON holds it."""
        return self.narrowing.kept() | ({"order": self.order} if self.order != "relevance" else {})

    @classmethod
    def of(cls, saved: "SavedSearch | RecentSearch") -> "SearchRequest":
        """A saved search, or one that was made before."""
        return cls.read(saved.query, saved.filters)

    @classmethod
    def read(cls, text: str, kept: Mapping[str, object]) -> "SearchRequest":
        """These words with what was `kept` besides."""
        return cls(text, SearchFilters.read(kept), _order(kept))

    def unlike(self) -> "SearchRequest":
        """The words alone."""
        return replace(self, like="", passage="", about="", unfinished=False)


def _order(kept: Mapping[str, object]) -> "Order":
    return "date" if kept.get("order") == "date" else "relevance"


def describe_search(search: "SavedSearch | RecentSearch", stories: Mapping[str, str]) -> str:
    """What a search seeks, in a line; `stories` are names by numbers."""
    return SEPARATOR.join(part for part in (search.query, limits(search.filters, stories)) if part)


def limits(filters: Mapping[str, object], stories: Mapping[str, str]) -> str:
    """What narrows a search, and its order where that is not the usual one."""
    narrowing = SearchFilters.read(filters)
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
