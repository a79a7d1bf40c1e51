"""Words and numbers of a text, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.text.folding import folded
from reader.text.invisible import INVISIBLE
from reader.text.spans import Span

# Numbers keep their separators (5,800; 1.5), words their inner apostrophes, both what nobody sees inside them; each
# piece begins with another class of characters than the one before, so that nothing here backtracks far.
_UNSEEN = rf"[{INVISIBLE}]"
_DIGITS = rf"\d+(?:{_UNSEEN}+\d+)*"
_LETTERS = r"[^\W\d_⁰¹²³⁴-⁹]+"
TOKEN = re.compile(
    rf"{_DIGITS}(?:{_UNSEEN}*[.,]{_UNSEEN}*{_DIGITS})*|{_LETTERS}(?:(?:{_UNSEEN}*['’]{_UNSEEN}*|{_UNSEEN}+){_LETTERS})*"
)


class Token(NamedTuple):
    """A word or a number: where it stands and its folded form."""

    span: Span
    form: str


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The words and numbers of `text` between two offsets, in order; punctuation is left out."""
    for found in TOKEN.finditer(text, start, len(text) if end is None else end):
        yield Token(Span(found.start(), found.end()), folded(found[0]))
