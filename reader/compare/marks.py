"""Quotation marks of every style: where an utterance begins and ends."""

import re
from collections.abc import Iterator, Sequence

from reader.text.spans import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", "‹": "›", "‘": "’", "»": "«", '"': '"', "'": "'"}
_DOUBLE = '“”„‟«»"'
_SINGLE = "‘’‹›'"
_LONGEST = 2_500
"""Characters in an utterance, at most: beyond, a closing mark was forgotten."""
_LONGEST_SINGLE = 400
_TELLING = re.compile("[\n“”„‟«»‹›‘’\"']")


def quoted(text: str, prose: Sequence[Span]) -> Iterator[Span]:
    """The outermost utterances of the prose, marks included, in order.

    An utterance that is never closed ends with its paragraph; the next paragraph may go on with it, after a mark.
    """
    for part in prose:
        at = part.start
        while (at := _opening(text, at, part.end)) < part.end:
            end, closed = _closing(text, at, part.end)
            if not closed:
                at = max(end, at + 1)
                continue
            if any(c.isalnum() for c in text[at:end]):
                yield Span(at, end)
            at = end


def _opening(text: str, at: int, end: int) -> int:
    """Where the next mark that opens an utterance stands; `end` where none does."""
    while at < end:
        c = text[at]
        if c in "“„«‹" or (c in "‘'\"" and _opens(text, at, end)):
            return at
        at += 1
    return end


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a mark that looks the same at both ends, or is an apostrophe too, opens an utterance here."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] == '"':
        return not after.isspace()
    return not before.isalnum() and after.isalpha()


def _closing(text: str, at: int, end: int) -> tuple[int, bool]:
    """The end of the utterance that opens at `at`; where the mark opens none, how far there is none, and False."""
    mark = text[at]
    single = mark in _SINGLE
    limit = min(end, at + (_LONGEST_SINGLE if single else _LONGEST))
    depth = 0
    for found in _TELLING.finditer(text, at + 1, limit):
        n, c = found.start(), found[0]
        if c == "\n":
            if single:
                return at + 1, False
            if _ends_paragraph(text, n, end):
                return _unclosed(text, at, n)
        elif mark == c == "“":
            depth += text[n - 1] != "\n"
        elif c in _PAIRS[mark] and (not single or _closes(text, n, end)):
            if mark == '"' and _reopens(text, n, end):
                return _unclosed(text, at, n)
            if depth == 0:
                return n + 1, True
            depth -= 1
    if single:
        return at + 1, False
    return (limit, False) if limit < end else _unclosed(text, at, limit)


def _ends_paragraph(text: str, n: int, end: int) -> bool:
    """Whether a blank line follows."""
    n += 1
    while n < end and text[n] in " \t\r\u00a0":
        n += 1
    return n >= end or text[n] == "\n"


def _unclosed(text: str, at: int, n: int) -> tuple[int, bool]:
    while n > at + 1 and text[n - 1].isspace():
        n -= 1
    return n, n > at + 2


def _closes(text: str, n: int, end: int) -> bool:
    """Whether a single mark closes and is no apostrophe."""
    after = text[n + 1] if n + 1 < end else " "
    return not after.isalnum() and not text[n - 1].isspace()


def _reopens(text: str, n: int, end: int) -> bool:
    """Whether a straight mark can only open: at the start of a line, before a capital."""
    return text[n - 1] == "\n" and n + 1 < end and text[n + 1].isupper()
