"""Sentences of a text, as spans without the white space around them."""

import itertools
import re
from collections.abc import Iterator

import sentencex

from reader.text.abbreviations import goes_on
from reader.text.spans import Span, trimmed

_HOURS = re.compile(r"\b[ap]\.?m\.$")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:on|in|local|E[SD]T|GMT|[A-Z]{3})\b")
_BEFORE = 40  # characters in which an abbreviation stands
_LONGEST = 10_000  # characters; a paragraph of five pages
_WRAP = 100  # no terminal or mail program wraps plain text wider than this
_HALF = re.compile("[\ud800-\udfff]")  # half a character, which no encoding takes
_WORD = re.compile(r"\w")


def sentences(text: str, language: str = "en") -> Iterator[Span]:
    """The sentences of `text`, in order; their words are all there, the white space between is not.

    None crosses a line end, except in text that a program has wrapped. The splitting is that of the `sentencex`
    library (Wikimedia), whose pieces joined are the text again.
    """
    at = 0
    for line in unwrapped(text).splitlines(keepends=True):
        for part in _parts(line):
            yield from _of_line(part, at, text, language)
            at += len(part)


def _parts(line: str) -> Iterator[str]:
    """A line in parts short enough for the library, whose time grows with the square of the marks in a line."""
    at = 0
    while len(line) - at > _LONGEST:
        cut = line.rfind(" ", at, at + _LONGEST) + 1 or at + _LONGEST
        yield line[at:cut]
        at = cut
    yield line[at:] if at else line


def _of_line(line: str, at: int, text: str, language: str) -> Iterator[Span]:
    held: Span | None = None
    for piece in sentencex.segment(language or "en", _HALF.sub("\ufffd", line)):
        span = trimmed(Span(at, at + len(piece)), text)
        at += len(piece)
        if not len(span):
            continue
        if held is None:
            held = span
        elif _belongs(text[max(held.start, held.end - _BEFORE) : held.end], span.of(text), language):
            held = Span(held.start, span.end)
        else:
            yield held
            held = span
    if held is not None:
        yield held


def _belongs(before: str, piece: str, language: str) -> bool:
    """Whether a piece only goes on with the sentence before: a closing mark, a day after "5 p.m.", a name."""
    if not _WORD.search(piece) or (_HOURS.search(before) and _DAY.match(piece)):
        return True
    code = language.partition("-")[0]
    return code not in ("", "en") and goes_on(before, piece[:20], code)


def unwrapped(text: str) -> str:
    """The text, as long as before, with a space for each line end that only wraps a line."""
    lines = text.split("\n")
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if a.strip() and b.strip()]
    running = sum(1 for a, b in pairs if _runs_on(a, b))
    if not running:
        return text
    wrapped = running >= 3 and running * 4 >= len(pairs)
    parts = []
    for before, after in zip(lines, [*lines[1:], ""], strict=True):
        soft = bool(before.strip() and after.strip()) and (
            _runs_on(before, after) or (wrapped and len(before) <= _WRAP and not _ends(before))
        )
        parts += [before, " " if soft else "\n"]
    return "".join(parts[:-1])


def _runs_on(before: str, after: str) -> bool:
    return after.lstrip()[0].islower() and not _ends(before)


def _ends(line: str) -> bool:
    return line.rstrip()[-1] in '.!?:;…”"’»'
