"""Quotation marks of every style: where what is said begins and ends."""

import re
from collections.abc import Iterator, Sequence

from reader.dataclass import dataclass
from reader.text.spans import Span, trimmed

_PAIRS = {
    "“": '”"', "„": '“”"', ",": '“”"', "”": "”", "「": "」", "『": "』", "«": "»", "»": "«", "‹": "›", "‘": "’'",
    "'": "'’", '"': '"”', "`": "'",
}  # fmt: skip
"""What closes each mark; a straight one closes a curved one and the reverse, as pages mix them."""
_SINGLE = "‘’‹›'"
_CURVED = "“„«»”"
_OPENING = "„«‹「『"
"""Marks that open wherever they stand."""
_LONGEST = 2_500
"""Characters in a stretch, at most: beyond, a closing mark was forgotten."""
_LONGEST_SINGLE = 400
_TELLING = re.compile("[\n“”„‟«»‹›‘’「」『』\"']")
_OPENERS = re.compile("[“„«‹”»‘'\"「『]|``|,,(?=[^\\W\\d_])")
_DASHED = re.compile(r"(?:^|(?<=\n))[ \t]*[—–][ \u00a0]?(?=[\w¿¡])([^\n]+)")
_ASIDE = re.compile(r"[ \u00a0][—–](?=\w)[^—–\n]{3,120}(?:[—–][.,;:]?|$|(?=\n))")
"""What a Spanish dialogue tells between dashes: "—dijo Ana Ruiz—."."""
_ELIDED = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu)$", re.IGNORECASE)
_CLOSED = re.compile(r"[^\n‘“”\"]*?[.,!?…]['’](?!\w)")


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
            first = 2 if text[at] in "`," else 1
            last = 2 if text[end - 2 : end] == "''" else 1
            inner = trimmed(Span(at + first, end - last if closed else end), text)
            if any(c.isalnum() for c in inner.of(text)):
                yield QuotedSpan(Span(at, end), inner, closed)
            at = end


def dialogue(text: str, prose: Sequence[Span]) -> Iterator[QuotedSpan]:
    """Stretches of the paragraphs that begin with a dash, as French and Spanish print what is said.

    `—Vamos —dijo Ana Ruiz—. Ya.` gives two, `— Allons, dit Ana Ruiz.` one, with the credit in it. Lists begin so too:
    what is said is only what somebody is credited with.
    """
    for part in prose:
        for found in _DASHED.finditer(text, part.start, part.end):
            if len(found[0]) > _LONGEST or _TELLING.search(found[1]):
                continue
            at = found.start(1)
            for aside in _ASIDE.finditer(text, at, found.end()):
                yield from _stretch(text, at, aside.start())
                at = aside.end()
            yield from _stretch(text, at, found.end())


def _stretch(text: str, start: int, end: int) -> Iterator[QuotedSpan]:
    inner = trimmed(Span(start, end), text)
    if any(c.isalpha() for c in inner.of(text)):
        yield QuotedSpan(inner, inner, closed=True)


def _opening(text: str, at: int, end: int) -> int:
    """Where the next mark that opens a stretch stands; `end` where none does."""
    for found in _OPENERS.finditer(text, at, end):
        if found[0][0] in _OPENING or _opens(text, found.start(), end):
            return found.start()
    return end


def _opens(text: str, at: int, end: int) -> bool:
    """Whether a mark that looks the same at both ends, or is an apostrophe too, opens a stretch here."""
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < end else " "
    if text[at] == '"':
        return not after.isspace() and after not in ",.;:!?)" and not _is_elision(text, at)
    if text[at] == "“":
        return not (before.isalnum() and after.isspace())
    if text[at] == "`":
        return True
    if text[at] == ",":
        return before.isspace()
    if text[at] == "»" and before == "\n" and text[at + 1 : at + 2].isspace():  # a paragraph that goes on
        return text[at + 2 : at + 3].isalnum()
    if text[at] in "”»":
        return before.isspace() and after.isalnum()
    return not before.isalnum() and after.isalpha()


def _is_elision(text: str, at: int) -> bool:
    """Whether a straight mark stands for an apostrophe, as files that were converted badly have it: l"heure."""
    return text[at + 1 : at + 2].isalpha() and bool(_ELIDED.search(text, max(0, at - 3), at))


def _closing(text: str, at: int, end: int) -> tuple[int, bool | None]:
    """The end of the stretch that opens at `at`, and whether a mark closes it.

    None where the mark opens no stretch: the end is then how far there is none.
    """
    opening = _OpenQuotation(text, at, end)
    depth = 0
    for found in _TELLING.finditer(text, at + 1, opening.limit):
        n = found.start()
        if found[0] == "\n":
            if opening.is_single:
                return at + 1, None
            if _ends_paragraph(text, n, end) or opening.is_taken_up(n):
                return opening.cut_off(n)
        elif opening.is_nested(n):
            depth += 1
        elif opening.is_closed_by_two(n):
            return n + 2, True
        elif opening.is_closed_by(n):
            if opening.mark == '"' == found[0] and _reopens(text, n, end):
                return _unclosed(text, at, n)
            if depth == 0 or opening.is_last(n):
                return n + 1, True
            depth -= 1
    if opening.is_single:
        return at + 1, None
    return opening.cut_off(end) if opening.limit == end else (opening.limit, None)


class _OpenQuotation:
    """A stretch whose opening mark stands at `at` of a text, and what its later marks are to it."""

    __slots__ = ("_at", "_closers", "_end", "_text", "is_single", "limit", "mark")

    def __init__(self, text: str, at: int, end: int) -> None:
        self._text, self._at, self._end = text, at, end
        self.mark = text[at]
        self.is_single = self.mark in _SINGLE
        self.limit = min(end, at + (_LONGEST_SINGLE if self.is_single else _LONGEST))
        resumes = self.mark == "»" and text[at + 1 : at + 2].isspace()  # a paragraph that goes on
        self._closers = "»" if resumes else _PAIRS[self.mark]

    def is_taken_up(self, line_end: int) -> bool:
        """Whether the next paragraph opens with the mark that was not closed before its end, as in long quotations."""
        opens = self._text[line_end + 1 : line_end + 2]
        return (self.mark in _CURVED and opens == self.mark) or (self.mark == '"' and opens == "“")

    def is_nested(self, n: int) -> bool:
        """Whether a quotation within this one opens, by the same mark."""
        if self._text[n] != self.mark:
            return False
        return self.mark in "«「『" or (self.mark == "“" and not _shuts(self._text, n, self._end))

    def is_closed_by_two(self, n: int) -> bool:
        """Whether two apostrophes stand for a closing mark, as typewriters had it."""
        return self.mark in '`“"' and self._text.startswith("''", n)

    def is_closed_by(self, n: int) -> bool:
        """Whether a mark closes this stretch, or one within it."""
        text, mark, c = self._text, self.mark, self._text[n]
        if mark == "`" or not (c in self._closers or mark == c == "“"):
            return False
        if self.is_single and not _closes(text, n, self._end):
            return False
        return c != '"' or ((mark == '"' or _shuts(text, n, self._end)) and not _is_elision(text, n))

    def is_last(self, n: int) -> bool:
        """Whether no further mark closes in this paragraph: the one inside was never closed."""
        end = self._text.find("\n\n", n, self.limit)
        rest = self._text[n + 1 : end if end >= 0 else self.limit]
        closing = [at for c in _PAIRS[self.mark] if (at := rest.find(c)) >= 0]
        opening = rest.find(self.mark)
        return not closing or 0 <= opening < min(closing)

    def cut_off(self, n: int) -> tuple[int, bool | None]:
        """The end of the stretch where nothing closes it before `n`, save a single mark by mistake."""
        return _singly_closed(self._text, self._at, n) or _unclosed(self._text, self._at, n)


def _ends_paragraph(text: str, n: int, end: int) -> bool:
    """Whether a blank line follows."""
    n += 1
    while n < end and text[n] in " \t\r\u00a0":
        n += 1
    return n >= end or text[n] == "\n"


def _singly_closed(text: str, at: int, n: int) -> tuple[int, bool] | None:
    """The end of a stretch that a double mark opens and a single one closes by mistake; None where none does."""
    if "‘" in text[at + 1 : n]:
        return None
    for k in range(at + 1, n):
        if text[k] in "'’" and _shuts(text, k, n) and text[k - 1] not in "sS":
            return k + 1, True
    return None


def _unclosed(text: str, at: int, n: int) -> tuple[int, bool | None]:
    while n > at + 1 and text[n - 1].isspace():
        n -= 1
    return n, (False if n > at + 2 else None)


def _shuts(text: str, n: int, end: int) -> bool:
    """Whether a mark stands as one that closes does: after a word or its stop, before none."""
    after = text[n + 1] if n + 1 < end else " "
    return not after.isalnum() and not text[n - 1].isspace()


def _closes(text: str, n: int, end: int) -> bool:
    """Whether a single mark closes and is no apostrophe: not "the boys’ boat" where another closes behind a stop."""
    if not _shuts(text, n, end):
        return False
    owner = text[n - 1] in "sS" and text[n + 1 : n + 2] == " " and text[n + 2 : n + 3].islower()
    return not (owner and _CLOSED.match(text, n + 1, min(end, n + _LONGEST_SINGLE)))


def _reopens(text: str, n: int, end: int) -> bool:
    """Whether a straight mark can only open: at the start of a line, before a capital."""
    return text[n - 1] == "\n" and n + 1 < end and text[n + 1].isupper()
