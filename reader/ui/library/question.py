"""What the library is asked: words with what narrows them, or an article or a passage that others are to be like."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.narrowing import NOTHING, Narrowing

if TYPE_CHECKING:
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
    narrowing: Narrowing = NOTHING
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
        return cls(text, Narrowing.read(kept), _order(kept))

    def unlike(self) -> "SearchRequest":
        """The words alone."""
        return replace(self, like="", passage="", about="", unfinished=False)


def _order(kept: Mapping[str, object]) -> "Order":
    return "date" if kept.get("order") == "date" else "relevance"
