"""Where in a text words may stand that have a given form: told by how such words begin.

To look at the few words that begin right takes a tenth of the time that looking at each does. A text is looked at as
bytes, one for each sign; what the encoding lacks may be anything. So the answer may be yes too often and never no too
often: whoever asks looks closer.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from reader.search.analysis import UNSPACED, code
from reader.text.folding import folded

_KEPT = frozenset(
    ("ca", "da", "de", "el", "en", "es", "et", "fi", "fr", "hu", "it", "lt", "nb", "no", "pt", "ro", "ru", "sv", "tr")
)
"""Languages whose stemmers take nothing away from the front of a word, as that of Arabic does with articles."""
_TOLD = 5  # letters that are looked for, at most
_WRITTEN_OUT = frozenset("aou")  # letters behind which the German stemmer drops an e: ae is another way to write ä
_ENCODINGS = ("cp1252", "cp1251", "iso8859_7")  # of the Latin, Cyrillic and Greek scripts
_ANY = ord("?")  # what the encoding lacks
_LETTER = re.compile(f"[^\\W_{UNSPACED}]")

Sought = frozenset[str]
"""The first letters of forms."""
_Tree = dict[str, "_Tree"]


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
    spoken = code(language)
    sought = {sure(form, spoken) for form in forms if form} | {start[:_TOLD] for start in starts if start}
    return _beginnings(frozenset(sought)) if spoken in _KEPT else None


def heads(forms: Iterable[str], starts: Iterable[str], language: str) -> tuple[str, ...]:
    """How words of small Latin letters begin, folded, that have one of the forms or begin with one of `starts`."""
    spoken = code(language)
    return tuple({sure(form, spoken) for form in forms if form} | {start for start in starts if start})


def sure(form: str, language: str) -> str:
    """The letters of a form that its word begins with, too; `die` is the stem of dying, and endings are put right."""
    told = form[: min(_TOLD, max(1, len(form) // 2))]
    if language != "de":
        return told
    return told[: next((at + 1 for at, letter in enumerate(told) if letter in _WRITTEN_OUT), _TOLD)]


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
    for first, behind in _tree(sought).items():
        single, double = letters[first]
        begun |= single | double
        ways.append(b"(?<=" + _class(single) + b")" + _behind(letters, behind))
        if double:  # of signs that stand for two letters, as æ does, nothing is said of the sign behind
            ways.append(b"(?<=" + _class(double) + b")")
    before = _class(_all_letters(encoding))
    return re.compile(_class(begun) + b"(?<!" + before + b".)(?:" + b"|".join(ways) + b")", re.DOTALL)


def _tree(sought: Iterable[str]) -> _Tree:
    """The letters that may come first, each with those that may come behind it: nothing where any may."""
    tree: _Tree = {}
    for begun in sorted(sought, key=len, reverse=True):
        node = tree
        for letter in begun[:-1]:
            node = node.setdefault(letter, {})
        node[begun[-1]] = {}  # what was longer is begun so, too
    return tree


def _behind(letters: dict[str, tuple[set[int], set[int]]], tree: _Tree) -> bytes:
    """Letters that follow; behind any sign that is no letter, or two, nothing is said."""
    if not tree:
        return b""
    last, ways = letters[""][0] | {_ANY}, []
    for letter, behind in tree.items():
        single, double = letters.get(letter, (set(), set()))
        last |= double
        if not behind:
            last |= single
        elif single:
            ways.append(_class(single) + _behind(letters, behind))
    return b"(?:" + b"|".join([*ways, _class(last)]) + b")" if ways else _class(last)


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
