"""What the library hands out: rows of a list, stories, what was added, what changed."""

from dataclasses import dataclass
from typing import Literal

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


@dataclass(frozen=True, slots=True)
class Story:
    """Articles on one event; `count` leaves out those in the bin."""

    id: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Added:
    """Where an article went; `new` is false when its text was in the library (and not in the bin) before."""

    id: str
    new: bool


@dataclass(frozen=True, slots=True)
class Change:
    """The latest that happened to an article, for the search index, under a number that only grows."""

    seq: int
    article_id: str
    kind: Kind
