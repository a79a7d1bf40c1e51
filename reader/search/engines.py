"""What an engine has to do to keep an index: make a state from the one before, open it, find articles in it.

All else - the words' forms, what a query means, the vocabulary, stamps, checks, rebuilding - is the same for both.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

from reader.dataclass import dataclass
from reader.search.facts import FactsCache
from reader.search.query import Query
from reader.search.values import EVERYTHING, FacetCount, Filters, Hit, Order, Put
from reader.search.vocabulary import Counts, Vocabulary


@dataclass(frozen=True, slots=True)
class Commit:
    """A state that was just written: its files, how many articles it has, how many of the new ones have each word.

    `worn`: so much of it is of articles that are gone that it should be made anew.
    """

    generation: int
    files: tuple[str, ...]
    articles: int
    counts: Counts
    worn: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """Articles, best first, out of how many, and whether the clock stopped the search."""

    hits: tuple[Hit, ...]
    total: int
    partial: bool
    facets: tuple[FacetCount, ...] = ()
    ids: tuple[str, ...] = ()


class SearchTimeout(Exception):
    """The time that a search may take is over; what was found until then is what there is."""


class QueryCompiler(Protocol):
    """Makes of a parsed query what one engine looks for."""

    def compile(self, query: Query, filtered: bool = False) -> Any | None:
        """None where nothing is left to look for; where nothing is asked, everything if the answer is `filtered`."""

    def any_of(self, forms: Iterable[str]) -> Any:
        """What has any of some forms in its text."""

    def words(self, piece: Any) -> list[list[str]]:
        """As `Lookup.words`."""


class IndexReader(Protocol):
    """One committed state, open for reading; one thread at a time asks."""

    @property
    def articles(self) -> int:
        """How many articles there are."""

    def close(self) -> None:
        """Let go of the files."""

    def compiler(self, languages: Sequence[str], vocabulary: Vocabulary) -> QueryCompiler:
        """What makes queries for it."""

    def holds(self, form: str) -> bool:
        """Whether some article has a word of this form."""

    def frequency(self, form: str) -> int:
        """In how many articles a word of this form stands."""

    def find(
        self,
        wanted: Any,
        query: Query,
        limit: int,
        order: Order,
        until: float,
        filters: Filters = EVERYTHING,
        facets: bool = False,
    ) -> Found:
        """The best `limit` articles of those that match, counted to the last unless the clock passes `until` before."""


class Engine(Protocol):
    """A module with these functions."""

    def create(self, folder: Path) -> int:
        """A state without articles in an empty folder; its generation."""

    def commit(
        self, folder: Path, stamped: "StateStamp", puts: Iterable[Put], gone: Iterable[str], merge: bool = True
    ) -> Commit:
        """Add articles, after deleting those called `gone` (older forms of them too). No file that is there changes.

        Articles are drawn as they are written.
        """

    def opened(self, folder: Path, stamped: "StateStamp", remembered: FactsCache | None = None) -> IndexReader:
        """Open a state; `remembered` has what was read of its parts when they were parts of another."""


class StateStamp(Protocol):
    """What a stamp says of a state's own files."""

    @property
    def generation(self) -> int:
        """Its number among the states of its folder."""

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files."""
