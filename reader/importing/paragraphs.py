"""The lines of a text, or its paragraphs where those are wrapped: what boilerplate and masthead are made of."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from reader.dataclass import dataclass
from reader.importing.patterns import words
from reader.text.spans import Span, trimmed

_SENTENCE_ENDS = frozenset(".!?…:;,")
_CLOSERS = "\"'”’»)]"


# Pages set bars and units off with spaces that do not break; here a space is a space, and every offset stays.
_SPACES = re.compile("[\u00a0\u2007\u2009\u200a\u202f\u3000]")


@dataclass(frozen=True)
class RawParagraph:
    """A line or a wrapped paragraph: its span has no white space at its ends; its text has plain spaces only."""

    span: Span
    text: str
    gap: bool
    """Whether an empty line stands before it."""
    continues: bool = False
    """Whether the line before breaks off and this one goes on in mid-sentence."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Its folded words and the signs that patterns know, of at most the first 600 characters."""
        return words(self.text[:600])

    @property
    def short(self) -> bool:
        """Whether it may be a heading, a button, a credit: few words."""
        return len(self.text) <= 300  # a line of furniture is shorter, and most prose is longer

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip(_CLOSERS)[-1:] in _SENTENCE_ENDS - {":", ";", ","} or self.text.endswith(("”", '."'))

    @cached_property
    def prose(self) -> bool:
        """Whether it reads like a paragraph of an article."""
        return self.ends and len(self.text.split(maxsplit=16)) > 15


def paragraphs(text: str) -> list[RawParagraph]:
    """The lines that hold anything, in order; joined to paragraphs where the text is wrapped at a column."""
    lines = list(_lines(text))
    return _unwrapped(text, lines) if _is_wrapped(lines) else lines


def _lines(text: str) -> Iterator[RawParagraph]:
    at, gap = 0, True
    before: RawParagraph | None = None
    for line in text.split("\n"):
        span = trimmed(Span(at, at + len(line)), text)
        at += len(line) + 1
        if len(span):
            broken = (
                before is not None
                and not gap
                and len(before.text) > 40
                and not before.ends
                and text[span.start].islower()
            )
            before = RawParagraph(span, _SPACES.sub(" ", span.of(text)), gap, broken)
            yield before
        gap = not len(span)


def _is_wrapped(lines: Sequence[RawParagraph]) -> bool:
    """Whether most lines break off in mid-sentence near one column."""
    width = _width(lines)
    inner = [one for one, next_ in pairwise(lines) if not next_.gap]
    full = sum(len(one.text) > 0.75 * width and not one.ends for one in inner)
    return len(inner) >= 4 and 40 <= width <= 120 and full > 0.5 * len(inner)  # columns people wrap at


def _width(lines: Sequence[RawParagraph]) -> int:
    return max((len(line.text) for line in lines), default=0)


def _unwrapped(text: str, lines: Sequence[RawParagraph]) -> list[RawParagraph]:
    """Lines joined up to the next empty line, or to a line that ends well before the column."""
    width = _width(lines)
    joined: list[tuple[RawParagraph, RawParagraph]] = []  # the first and the last line of each
    open_ = False
    for line in lines:
        if open_ and not line.gap:
            joined[-1] = (joined[-1][0], line)
        else:
            joined.append((line, line))
        open_ = len(line.text) > 0.7 * width  # a short last line ends its paragraph
    spans = [(Span(first.span.start, last.span.end), first.gap) for first, last in joined]
    return [RawParagraph(span, _SPACES.sub(" ", span.of(text)), gap) for span, gap in spans]
