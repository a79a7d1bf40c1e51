"""What the use cases hand out: what became of an import, what a search found."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import TYPE_CHECKING

from reader.dataclass import dataclass
from reader.i18n import ngettext
from reader.text.spans import Span

if TYPE_CHECKING:  # brings Whoosh along
    from reader.search.limits import Limit, PlainPart


class Status(StrEnum):
    """What became of one file of an import."""

    ADDED = "added"
    KNOWN = "known"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One line of an import report: `message` says why a file failed and what to do.

    `parts`: of how many parts of the file it tells. `partly`: something of the article is not there, which the message
    names. `file`: the file or address that was named or found. `healed`: the article was damaged and is whole again.
    `headline`: the article's, by which those of one file are told apart.
    """

    path: str
    status: Status
    article_id: str = ""
    message: str = ""
    parts: int = 1
    partly: bool = False
    file: str = ""
    healed: bool = False
    headline: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of each file of an import, in the order given.

    `repeated`: what could be folded in articles that were there before, now that more of their outlet is known.
    `stopped`: somebody interrupted it; what is told was done.
    """

    entries: tuple[ImportEntry, ...]
    repeated: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    stopped: bool = False

    def ids(self) -> tuple[str, ...]:
        """The library's ids of the articles that are there now, each once."""
        return tuple(dict.fromkeys(e.article_id for e in self.entries if e.article_id))

    def count(self, status: Status) -> int:
        """How many files, or parts of files, had this fate."""
        return sum(e.parts for e in self.entries if e.status is status)


def adding(count: int) -> str:
    """What an import is called where it can be undone."""
    return ngettext("adding {count} article", "adding {count} articles", count).format(count=count)


@dataclass(frozen=True, slots=True)
class FoundArticle:
    """A hit as people see it. `marks` are spans of the words found, in `snippet`."""

    id: str
    headline: str
    outlet: str
    published: str
    snippet: str
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """How many of all that was found have one value of a kind: "outlet", "language", "month" or "story".

    `value` is what a filter takes (a story's number), `name` what people read.
    """

    kind: str
    value: str
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Suggestion:
    """How what is typed may go on: the name of a "saved" search, or the whole query with one of the "history", an
    "outlet", a "story" or one more "word".

    `filters` are those with which one of the "history" was sought, as JSON holds them.
    """

    kind: str
    text: str
    filters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from an empty answer: a query, how many articles it finds, and whether what narrowed it still does."""

    query: str
    total: int
    narrowed: bool


@dataclass(frozen=True, slots=True)
class SpellingVariant:
    """A name of the query as other articles spell it: the query with that spelling, and how many articles it finds."""

    form: str
    query: str
    total: int


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a query: some hits, how many there are, and what to say besides.

    `words` is the query whose words are to be marked. `partial`: time ran out, there may be more. `behind`: articles
    that the index does not know yet. `limits`: the parts of the query that limit it; `plain`: those that look as if
    they did and are looked for as words.
    """

    hits: tuple[FoundArticle, ...]
    total: int
    notice: str = ""
    corrected: str = ""
    facets: tuple[Facet, ...] = ()
    words: str = ""
    partial: bool = False
    behind: int = 0
    limits: "tuple[Limit, ...]" = ()
    plain: "tuple[PlainPart, ...]" = ()
    ways: tuple[Way, ...] = ()
    spellings: tuple[SpellingVariant, ...] = ()
