"""What goes into a search index and what comes out of it."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from reader.article import Article
from reader.dataclass import dataclass

if TYPE_CHECKING:
    from reader.search.words import WordReader

Order = Literal["relevance", "date"]
WHOOSH, FTS5 = "whoosh", "fts5"
"""The names of the engines: for libraries as people have them, and for large ones."""


@dataclass(frozen=True, slots=True)
class Put:
    """An article that was added or altered; `seq` is the number of the change in the library's outbox."""

    seq: int
    id: str
    article: Article
    token: str = ""
    """What the library's history has at this number and no other history has."""
    reader: "WordReader | None" = field(default=None, compare=False, repr=False)
    """Gives the article's words where another process reads them."""


@dataclass(frozen=True, slots=True)
class Drop:
    """An article that was removed."""

    seq: int
    id: str
    token: str = ""


Entry = Put | Drop

Spellings = tuple[tuple[str, tuple[str, ...]], ...]
"""Words that are spelt uncertainly, each with the words that it stands for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that was found; a higher score is better, and only compares within one answer."""

    id: str
    score: float
    headline: str
    outlet: str
    published: str


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles may be found: those for which all that is set holds.

    `outlets` as they are written, `months` as 2031-03 (a year where no more is known, nothing where no date is),
    `languages` by their code, `since` and `until` ISO 8601 dates, both included (an article without a date is in no
    such stretch), `ids` those alone, `without` all but those.
    """

    outlets: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    ids: frozenset[str] | None = None
    without: frozenset[str] = frozenset()


EVERYTHING = Filters()


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many of all that was found have one value: an outlet, a language, a month."""

    kind: str
    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The best hits, and how many there are in all.

    `partial`: time ran out, there may be more. `corrected`: the query with its unknown words replaced by known ones.
    `facets` and `found`, the ids of all that was found, are given where they are asked for.
    """

    hits: tuple[Hit, ...] = ()
    total: int = 0
    partial: bool = False
    corrected: str | None = None
    facets: tuple[FacetCount, ...] = ()
    found: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stats:
    """How large an index is and how far it has come."""

    articles: int
    words: int
    bytes: int
    applied: int
