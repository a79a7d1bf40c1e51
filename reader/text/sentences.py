"""Sentences of a text, as spans without the white space around them; a full stop may belong to an abbreviation."""

import itertools
import re
from collections.abc import Iterator
from functools import cache

import sentencex

from reader.lexicon import load
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


_LAST = re.compile(r"(?:^|[\s(«„“\"'’.-])((?:[^\W\d_]\.\s?){0,3}[^\W_]+(?:[.-][^\W\d_]+)*)\.$")
_INITIAL = re.compile(r"(?:^|[\s.(-])[^\W\d_]\.$")
_SPEECH = re.compile(r"[^，。！？\s]{0,8}(?:说|說|表示|称|稱|指出|道|问|問|告诉|告訴|强调|強調)|(?:と|って)[^。]")


def goes_on(before: str, after: str, language: str) -> bool:
    """Whether a sentence goes on after the full stop that ends `before`, in a language other than English."""
    if not before or not after:
        return False
    if language in ("zh", "ja"):
        return before[-1] in "”」』’" and bool(_SPEECH.match(after))
    if before[-1] != ".":
        return False
    first = next((c for c in after if c.isalnum()), "")
    if first.islower() or after[0] in ",;:)-–":
        return True
    if _INITIAL.search(before) and first.isupper():
        return True
    found = _LAST.search(before[-30:])
    word = found[1].lower() if found else ""
    if word in _words("titles", language) or word in _words("inside", language):
        return True
    return (first.isdigit() and word in _words("numbers", language)) or _is_rank(before, word, language)


def _is_rank(before: str, word: str, language: str) -> bool:
    """Whether the full stop makes a number a rank."""
    if not word.isdigit() or len(word) > 2:
        return False
    earlier = before[: -len(word) - 1].split()
    return bool(earlier) and earlier[-1].lower().strip('„("“') in _words("ranks", language)


@cache
def _words(kind: str, language: str) -> frozenset[str]:
    return frozenset(load("abbreviations")[kind].get(language, ()))
