"""Where in a text words may stand that have a given form: told by how such words begin.

To look at the few words that begin right takes a tenth of the time that looking at each does. A text is looked at as
bytes, one for each sign; what the encoding lacks may be anything. So the answer may be yes too often and never no too
often: whoever asks looks closer.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import groupby

from reader.search.analysis import UNSPACED, code
from reader.text.folding import folded

_KEPT = frozenset(
    ("ca", "da", "de", "el", "en", "es", "et", "fi", "fr", "hu", "it", "lt", "nb", "no", "pt", "ro", "ru", "sv", "tr")
)
"""Languages whose stemmers take nothing away from the front of a word, as that of Arabic does with articles."""
_TOLD = 3  # letters that are looked for
_MANY = 8  # beginnings of which one letter less is looked for: to prepare for them takes longer than to look closer
_ENCODINGS = ("cp1252", "cp1251", "iso8859_7")  # of the Latin, Cyrillic and Greek scripts
_ANY = ord("?")  # what the encoding lacks
_LETTER = re.compile(f"[^\\W_{UNSPACED}]")

Sought = frozenset[str]
"""The first letters of forms."""


class Beginnings:
    """Where words begin as some do that are sought."""

    def __init__(self, patterns: Sequence[tuple[str, "re.Pattern[bytes]"]]) -> None:
        """A pattern for each encoding that has the letters."""
        self._patterns = patterns

    def places(self, text: str) -> Iterable[int]:
        """In order, where such a word may begin; where it has no letter, the word behind is meant."""
        found = [
            [one.start() for one in pattern.finditer(text.encode(encoding, "replace"))]
            for encoding, pattern in self._patterns
        ]
        return found[0] if len(found) == 1 else sorted({place for places in found for place in places})


def beginnings(forms: Iterable[str], starts: Iterable[str], language: str) -> Beginnings | None:
    """How words begin that have one of the forms, or begin with one of `starts`; None where that cannot be said."""
    several = [form for form in forms if form]
    most = _TOLD if len({form[:_TOLD] for form in several}) <= _MANY else _TOLD - 1
    sought = {form[: min(most, _sure(form))] for form in several}
    sought |= {start[:_TOLD] for start in starts if start}
    return _beginnings(frozenset(sought)) if code(language) in _KEPT else None


def heads(forms: Iterable[str], starts: Iterable[str]) -> tuple[str, ...]:
    """How words of small Latin letters begin, folded, that have one of the forms or begin with one of `starts`."""
    return tuple({form[: _sure(form)] for form in forms if form} | {start for start in starts if start})


def _sure(form: str) -> int:
    """How many letters of a form stand in its word, too; `die` is the stem of dying, and endings are put right."""
    return min(_TOLD, max(1, len(form) // 2))


@lru_cache(maxsize=128)
def _beginnings(sought: Sought) -> Beginnings | None:
    by_encoding: dict[str, list[str]] = {}
    for begun in sorted(sought):
        encoding = next((one for one in _ENCODINGS if begun[0] in _letters(one)), None)
        if encoding is None:
            return None
        by_encoding.setdefault(encoding, []).append(begun)
    return Beginnings([(encoding, _pattern(encoding, some)) for encoding, some in by_encoding.items()])


def _pattern(encoding: str, sought: Iterable[str]) -> "re.Pattern[bytes]":
    """A first letter, none before it, the right ones behind; a pattern that begins with a set is looked for fast."""
    letters, begun, ways = _letters(encoding), {_ANY}, [b"(?<=\\?)"]
    for first, group in groupby(sought, key=lambda one: one[0]):
        single, double = letters[first]
        begun |= single | double
        rest = sorted({one[1:] for one in group})
        if "" in rest:
            ways.append(b"(?<=" + _class(single) + b")")
        else:
            ways.append(b"(?<=" + _class(single) + b")(?:" + b"|".join(_behind(letters, one) for one in rest) + b")")
        if double:  # of signs that stand for two letters, as æ does, nothing is said of the sign behind
            ways.append(b"(?<=" + _class(double) + b")")
    before = _class(_all_letters(encoding))
    return re.compile(_class(begun) + b"(?<!" + before + b".)(?:" + b"|".join(ways) + b")", re.DOTALL)


def _behind(letters: dict[str, tuple[set[int], set[int]]], rest: str) -> bytes:
    """Letters that follow the first one; behind any sign that is no letter, or two, nothing is said."""
    single, double = letters.get(rest[0], (set(), set()))
    open_end = _class(double | letters[""][0] | {_ANY})
    if len(rest) == 1:
        return _class(single | double | letters[""][0] | {_ANY})
    return b"(?:" + _class(single) + _behind(letters, rest[1:]) + b"|" + open_end + b")" if single else open_end


@cache
def _letters(encoding: str) -> dict[str, tuple[set[int], set[int]]]:
    """For each letter the signs that are folded into it, and those into it and more; for nothing, what is no letter."""
    found: dict[str, tuple[set[int], set[int]]] = {"": (set(), set())}
    for sign in range(256):
        into = folded(_sign(encoding, sign)) if _is_letter(encoding, sign) else ""
        found.setdefault(into[:1], (set(), set()))[len(into) > 1].add(sign)
    return found


@cache
def _all_letters(encoding: str) -> frozenset[int]:
    return frozenset(sign for sign in range(256) if _is_letter(encoding, sign))


def _is_letter(encoding: str, sign: int) -> bool:
    return bool(_LETTER.match(_sign(encoding, sign)))


def _sign(encoding: str, sign: int) -> str:
    return bytes([sign]).decode(encoding, "replace")


def _class(signs: Iterable[int]) -> bytes:
    """A set of bytes as ranges, which are soon read."""
    parts, left = [], sorted(signs)
    while left:
        run = next((at for at in range(1, len(left)) if left[at] != left[0] + at), len(left))
        parts.append(b"\\x%02x-\\x%02x" % (left[0], left[run - 1]))
        left = left[run:]
    return b"[" + b"".join(parts) + b"]"
