"""What the library hands out: rows of a list, stories, what was added, what changed."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from enum import StrEnum
from typing import Literal, Self

from reader.article import Article, Provenances
from reader.claims import Claim, Mention, Source
from reader.dataclass import dataclass

Kind = Literal["add", "update", "remove"]
Order = Literal["added", "published", "headline", "outlet", "words"]


@dataclass(frozen=True, slots=True)
class Row:
    """One article as a list shows it, without its text.

    `added` is ISO 8601 in UTC; `gone` says that it lies in the bin.
    """

    id: str
    headline: str
    outlet: str
    byline: str
    published: str
    added: str
    story: int | None
    words: int
    path: str
    gone: bool
    url: str = ""
    language: str = ""
    starred: bool = False
    seen: bool = False
    """Whether it has been read; "read" is what one does with a row."""
    tags: tuple[str, ...] = ()
    versions: int = 1
    """How many articles outside the bin come from its address, itself among them; 1 where it has none."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which articles a list shows: those for which all that is set holds.

    `loose`: in no story. `tags`: has every one of them. `outlets`, `languages`, `stories`: any of them, as written in
    the row; `months`: any of them, as 2031-03. `ids`: those alone; `without`: all but those.
    `since` and `until`: ISO 8601 dates, both included; an article without a date is in no such stretch. `words`: each
    stands, in headline, outlet or byline, whatever its case and accents.
    `added_since`: a moment as in `Row.added`; what came at it or later.
    """

    story: int | None = None
    loose: bool = False
    binned: bool = False
    tags: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    starred: bool | None = None
    seen: bool | None = None
    words: str = ""
    stories: tuple[int, ...] = ()
    months: tuple[str, ...] = ()
    ids: frozenset[str] | None = None
    without: frozenset[str] = frozenset()
    added_since: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event; `count` leaves out those in the bin."""

    id: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Addition:
    """Where an article went; `new` is false when its text was in the library (and not in the bin) before, `healed`
    true when that text was damaged and is whole again."""

    id: str
    new: bool
    healed: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """The latest that happened to an article, for the search index, under a number that only grows."""

    seq: int
    article_id: str
    kind: Kind
    token: str = ""
    """What stands at this number in this library's history and in no other."""


class DecisionKind(StrEnum):
    """What a reader decided."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    NOTED = "noted"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reader decided on a claim.

    `mentions`: the words that it is about. `compared`: of a decision made before these were kept, the articles that
    were compared then. `came` and `left`: where it stands on a finding, the names of the articles of which something
    came in since it was made, and of those that no longer belong to it.
    """

    subject: str
    kind: DecisionKind
    reason: str
    note: str
    decided: str
    mentions: tuple[Mention, ...] = ()
    compared: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()

    @property
    def is_changed(self) -> bool:
        """Whether what it was made about has gained or lost an account since."""
        return bool(self.came or self.left)


class GroupingKind(StrEnum):
    """What a reader did to rows of the ledger."""

    SPLIT = "split"
    JOINED = "joined"
    AS_FOUND = "as found"


@dataclass(frozen=True, slots=True)
class RowGrouping:
    """Figures that a reader put into one row, and the articles that were compared then; `subject` names them.

    `name`: what the reader calls the row, "" where it goes by what its figures were found to count.
    """

    subject: str
    mentions: tuple[Mention, ...]
    compared: tuple[Source, ...] = ()
    name: str = ""

    @classmethod
    def of(cls, mentions: Iterable[Mention], compared: Iterable[Source] = (), name: str = "") -> Self:
        """The group of these mentions."""
        claim = Claim("row", tuple(sorted(mentions)))
        return cls(claim.subject, claim.mentions, tuple(sorted(compared)), name)


class AnnotationKind(StrEnum):
    """How a reader marked words: by themselves, or tied to those of other articles."""

    HIGHLIGHT = "highlight"
    PASSAGE = "passage"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class Annotation:
    """Words that a reader marked: of one article, or as a tie of several; `made` when, ISO 8601 in UTC."""

    subject: str
    kind: AnnotationKind
    note: str
    made: str
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class SavedComparison:
    """A comparison under a name. `options` is what JSON can hold; `opened` when it was opened last, ISO 8601 in UTC."""

    id: int
    name: str
    articles: tuple[str, ...]
    options: Mapping[str, object] = field(default_factory=dict)
    note: str = ""
    opened: str = ""


@dataclass(frozen=True, slots=True)
class RecentComparison:
    """Articles that were compared, in the order of their panes, and when last."""

    articles: tuple[str, ...]
    opened: str


@dataclass(frozen=True, slots=True)
class RecentSearch:
    """What was sought, with its filters as JSON holds them."""

    query: str
    filters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name, with its filters as JSON holds them."""

    name: str
    query: str
    filters: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """An article, what stood in its edited fields when it came and where all came from, and its row in the library."""

    article: Article
    received: Mapping[str, str]
    came: Provenances
    row: Row
    versions: int
    """How many captures of its address the library has; 1 where it is the only one."""
