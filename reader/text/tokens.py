"""Words and numbers of a text, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.text.folding import folded
from reader.text.spans import Span

# Numbers keep their separators (5,800; 1.5), words their inner apostrophes; nothing here can backtrack.
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a number: where it stands and its folded form."""

    span: Span
    form: str


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words and numbers of `text` between two offsets, in order; punctuation is left out."""
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(Span(found.start(), found.end()), folded(found[0]))
