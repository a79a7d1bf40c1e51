"""Text as a page can show it: nothing that no font draws, and places to break what is too long for a column."""

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable

from reader.export.glyphs import Ranges

_KEPT = frozenset("\u200c\u200d\u200e\u200f\u00ad")
"""Invisible characters that shape or direct the text around them."""
_MISSING = "□"
_LONGEST = 26
_LONG = re.compile(rf"[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]{{{_LONGEST},}}")
"""Too long for a column and no place in it to break; Chinese, Japanese and Korean lines break between any two signs."""
_PIECE = 12
_ADDRESS = re.compile(r"https?://")
_UNBROKEN = re.compile(r"[^\W_]{26,}")
"""What typst does not break by itself in an address, which stays whole for whoever searches for it otherwise."""
_BREAK = "\u200b"


class Drawable:
    """The characters that some font draws, as sorted ranges."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        joined: Ranges = []
        for first, last in sorted(ranges):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        self._firsts = [first for first, _last in joined]
        self._lasts = [last for _first, last in joined]

    def __contains__(self, code: int) -> bool:
        place = bisect_right(self._firsts, code) - 1
        return place >= 0 and code <= self._lasts[place]


def shown(character: str) -> str:
    """The character itself, a space for a line end or a tab, and nothing for what is not text at all."""
    if character in "\t\n\r\v\f\u2028\u2029":
        return " "
    if character in _KEPT:
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn") else character


def clean(text: str) -> str:
    """Text without what no page may hold: control characters and code points that stand for nothing."""
    return text if text.isascii() and text.isprintable() else "".join(map(shown, text))


def substitute(character: str) -> str:
    """What stands for a character that no font draws: a picture's name, or an empty box."""
    if unicodedata.category(character) in ("Mn", "Me", "Sk"):
        return ""
    if unicodedata.category(character) == "So":
        return f"[{unicodedata.name(character, _MISSING).lower()}]"
    return _MISSING


def invisible(character: str) -> bool:
    """Whether it takes no glyph at all."""
    return character in _KEPT or character in " \u00a0\u200b"


class Printable:
    """Makes text printable, and counts the characters that it had to put something else for."""

    def __init__(self, drawable: Drawable) -> None:
        self._drawable = drawable
        self._table: dict[int, str] = {}
        self.missing: Counter[str] = Counter()

    def __call__(self, text: str) -> str:
        if text.isascii() and text.isprintable():  # which every font draws
            return _LONG.sub(_in_pieces, text) if len(text) >= _LONGEST else text
        for character in set(text):
            if ord(character) not in self._table:
                self._table[ord(character)] = self._one(character)
        for character in text if self._lost(text) else "":
            if self._is_lost(character):
                self.missing[character] += 1
        return _LONG.sub(_in_pieces, text.translate(self._table))

    def _one(self, character: str) -> str:
        cleaned = shown(character)
        return substitute(cleaned) if cleaned and self._is_lost(cleaned) else cleaned

    def _is_lost(self, character: str) -> bool:
        return bool(shown(character)) and not invisible(character) and ord(shown(character)) not in self._drawable

    def _lost(self, text: str) -> bool:
        return any(self._is_lost(character) for character in set(text))


def _in_pieces(found: re.Match[str]) -> str:
    return _UNBROKEN.sub(_broken, found[0]) if _ADDRESS.search(found[0]) else _broken(found)


def _broken(found: re.Match[str]) -> str:
    """A long token with a place to break after every few characters, never before a mark that belongs to the last."""
    token, pieces = found[0], []
    start = 0
    while start < len(token):
        end = start + _PIECE
        while end < len(token) and unicodedata.combining(token[end]):
            end += 1
        pieces.append(token[start:end])
        start = end
    return _BREAK.join(pieces)
