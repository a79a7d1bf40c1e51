"""Quotation marks of every style: where what is said begins and ends."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.text.spans import Span, trimmed

_PAIRS = {
    "“": '”"', "„": '“”"', "”": "”", "«": "»", "»": "«", "‹": "›", "‘": "’'", "'": "'’", '"': '"”', "`": "'",
}  # fmt: skip
"""What closes each mark; a straight one closes a curved one and the reverse, as pages mix them."""
_SINGLE = "‘’‹›'"
_CURVED = "“„«»”"
"""Marks that tell by their shape that they open what goes on after a line end."""
_LONGEST = 2_500
"""Characters in a stretch, at most: beyond, a closing mark was forgotten."""
_LONGEST_SINGLE = 400
_TELLING = re.compile("[\n“”„‟«»‹›‘’\"']")
_OPENERS = re.compile("[“„«‹”»‘'\"]|``")


@dataclass(frozen=True, slots=True)
class QuotedSpan:
    """A stretch of text in quotation marks: `span` with its marks, `inner` without them or white space inside them.

    `closed` is False where the paragraph ends before a closing mark: the next one may go on with it, after a mark.
    """

    span: Span
    inner: Span
    closed: bool


def quoted(text: str, prose: Sequence[Span]) -> Iterator[QuotedSpan]:
    """The outermost stretches of the prose that stand in quotation marks, in order.

    One that is never closed ends with its paragraph.
    """
    for part in prose:
        at = part.start
        while (at := _opening(text, at, part.end)) < part.end:
            end, closed = _closing(text, at, part.end)
            if closed is None:
                at = max(end, at + 1)
                continue
            width = 2 if text[at] == "`" else 1
            inner = trimmed(Span(at + width, end - width if closed else end), text)
            if any(c.isalnum() for c in inner.of(text)):
                yield QuotedSpan(Span(at, end), inner, closed)
            at = end


def _opening(text: str, at: int, end: int) -> int:
    """Where the next mark that opens a stretch stands; `end` where none does."""
    for found in _OPENERS.finditer(text, at, end):
        if found[0] in "„«‹" or _opens(text, found.start(), end):
            return found.start()
    return end


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a mark that looks the same at both ends, or is an apostrophe too, opens a stretch here."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] == '"':
        return not after.isspace()
    if text[at] == "“":
        return not (before.isalnum() and after.isspace())
    if text[at] == "`":
        return True
    if text[at] in "”»":
        return before.isspace() and after.isalnum()
    return not before.isalnum() and after.isalpha()


def _closing(text: str, at: int, end: int) -> tuple[int, bool | None]:
    """The end of the stretch that opens at `at`, and whether a mark closes it.

    None where the mark opens no stretch: the end is then how far there is none.
    """
    mark = text[at]
    single = mark in _SINGLE
    limit = min(end, at + (_LONGEST_SINGLE if single else _LONGEST))
    depth = 0
    for found in _TELLING.finditer(text, at + 1, limit):
        n, c = found.start(), found[0]
        if c == "\n":
            if single:
                return at + 1, None
            if _ends_paragraph(text, n, end) or (mark in _CURVED and text[n + 1 : n + 2] == mark):
                return _unclosed(text, at, n)
        elif mark == c == "“" and not _shuts(text, n, end):
            depth += 1
        elif mark == "`":
            if text.startswith("''", n):
                return n + 2, True
        elif (c in _PAIRS[mark] or mark == c == "“") and (not single or _closes(text, n, end)):
            if c == '"' and mark != '"' and not _shuts(text, n, end):
                continue
            if mark == '"' == c and _reopens(text, n, end):
                return _unclosed(text, at, n)
            if depth == 0 or _last(text, n, mark, limit):
                return n + 1, True
            depth -= 1
    if single:
        return at + 1, None
    return (limit, None) if limit < end else _unclosed(text, at, limit)


def _last(text: str, n: int, mark: str, limit: int) -> bool:
    """Whether no further mark closes in this paragraph: the one inside was never closed."""
    end = text.find("\n\n", n, limit)
    rest = text[n + 1 : end if end >= 0 else limit]
    closing = [at for c in _PAIRS[mark] if (at := rest.find(c)) >= 0]
    opening = rest.find(mark)
    return not closing or 0 <= opening < min(closing)


def _ends_paragraph(text: str, n: int, end: int) -> bool:
    """Whether a blank line follows."""
    n += 1
    while n < end and text[n] in " \t\r\u00a0":
        n += 1
    return n >= end or text[n] == "\n"


def _unclosed(text: str, at: int, n: int) -> tuple[int, bool | None]:
    while n > at + 1 and text[n - 1].isspace():
        n -= 1
    return n, (False if n > at + 2 else None)


def _shuts(text: str, n: int, end: int) -> bool:
    """Whether a mark stands as one that closes does: after a word or its stop, before none."""
    after = text[n + 1] if n + 1 < end else " "
    return not after.isalnum() and not text[n - 1].isspace()


def _closes(text: str, n: int, end: int) -> bool:
    """Whether a single mark closes and is no apostrophe."""
    return _shuts(text, n, end)


def _reopens(text: str, n: int, end: int) -> bool:
    """Whether a straight mark can only open: at the start of a line, before a capital."""
    return text[n - 1] == "\n" and n + 1 < end and text[n + 1].isupper()
