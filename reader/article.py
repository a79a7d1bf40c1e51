"""One article as it was received: its untouched text and what is known about it."""

import datetime as dt
import hashlib
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath

from reader.dataclass import dataclass
from reader.notices import Notice
from reader.text.spans import Span, shown

METADATA = ("headline", "standfirst", "byline", "dateline", "outlet", "published", "updated", "language", "url")
"""What is known about an article besides its text."""
LEFT_OUT = "[…]"
"""Stands in words for reading where boilerplate stands in the text."""


class Provenance(StrEnum):
    """Where a piece of metadata comes from."""

    PAGE = "page"
    """What the page or file says of itself to machines."""
    TEXT = "text"
    """Read at the top of the text, as a person would."""
    FILE = "file"
    """Told by the file's name or by its path."""
    GUESS = "guess"
    """Concluded from the words, as a language is."""
    READER = "reader"
    """Written by the person who reads it."""


Provenances = tuple[tuple[str, Provenance], ...]
"""Fields of METADATA, each at most once and in that order, with where their values come from."""


@dataclass(frozen=True, slots=True)
class Article:
    """An article. All spans are half-open offsets, in code points, into `text`, which nobody ever changes.

    `id` names it among others: the file's stem on the command line, the library's own id in the library.
    What is not known is the empty string. `published` and `updated` are ISO 8601 dates or dates and times, with their
    zone where it is known; `language` an ISO 639-1 code. `notices`: what to know of how it was read.
    """

    id: str
    text: str
    headline: str = ""
    standfirst: str = ""
    byline: str = ""
    dateline: str = ""
    outlet: str = ""
    published: str = ""
    language: str = "en"
    url: str = ""
    path: str = ""
    boilerplate: tuple[Span, ...] = ()
    updated: str = ""
    provenance: Provenances = ()
    notices: tuple[Notice, ...] = ()

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the text: two articles with the same words, to the letter, have the same."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def revised(self) -> str:
        """When it was updated, where that is another moment than when it was published; else the empty string."""
        return "" if _moment(self.updated) == _moment(self.published) else self.updated

    def words(self, span: Span) -> str:
        """The words of a span for reading, "[…]" in the place of boilerplate among them; `span.of(text)` is exact."""
        parts = [part.of(self.text) for part in shown(span, self.boilerplate, self.text)]
        first, *rest = parts
        return (
            first if not rest else f" {LEFT_OUT} ".join([first.rstrip(), *map(str.strip, rest[:-1]), rest[-1].lstrip()])
        )

    def provenance_of(self, field: str) -> Provenance | None:
        """Where the value of a field of METADATA comes from; None where it is empty or nobody knows."""
        return dict(self.provenance).get(field)

    @property
    def name(self) -> str:
        """What to call it in a heading: the outlet where it is known, else the file's stem, the headline or the id."""
        return display_name(self.outlet, self.path, self.headline, self.id)

    @property
    def source(self) -> str:
        """Whose it is, as far as anything tells: the outlet, else the file's stem, else nothing."""
        return self.outlet or PurePath(self.path).stem


def display_name(outlet: str, path: str, headline: str, article_id: str) -> str:
    """What to call an article: the outlet where it is known, else the stem of its file, the headline or the id."""
    return outlet or PurePath(path).stem or headline or article_id


def _moment(told: str) -> str | dt.datetime:
    """A date and time with its zone as the moment that it is; anything else as it is written."""
    try:
        when = dt.datetime.fromisoformat(told)
    except ValueError:
        return told
    return when if when.tzinfo else told


def provenances(told: object) -> Provenances:
    """What `told`, a mapping or pairs as JSON holds them, says of where fields come from; what makes no sense is left
    out.
    """
    pairs = list(told.items()) if isinstance(told, Mapping) else told if isinstance(told, list | tuple) else []
    known = {}
    for pair in pairs:
        if isinstance(pair, list | tuple) and len(pair) == 2 and pair[0] in METADATA and pair[1] in list(Provenance):
            known[pair[0]] = Provenance(pair[1])
    return tuple((field, known[field]) for field in METADATA if field in known)
