"""One article as it was received: its untouched text and what is known about it."""

import hashlib
from dataclasses import dataclass
from pathlib import PurePath

from reader.text.spans import Span


@dataclass(frozen=True, slots=True)
class Article:
    """An article. All spans are half-open offsets, in code points, into `text`, which nobody ever changes.

    `id` names it among others: the file's stem on the command line, the library's own id in the library.
    What is not known is the empty string. `published` is an ISO 8601 date or date and time; `language` an ISO 639-1
    code.
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

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the text: two articles with the same words, to the letter, have the same."""
        return hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    @property
    def name(self) -> str:
        """What to call it in a heading: the outlet where it is known, else the file's stem, the headline or the id."""
        return self.outlet or PurePath(self.path).stem or self.headline or self.id
