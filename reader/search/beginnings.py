"""Where in a text words may stand that have a given form: told by how such words begin.

To look at the few words that begin right takes a tenth of the time that looking at each does. A text is looked at as
bytes, one for each sign, small letters without accents; what is no such letter may be anything. So the answer may be
yes too often and never no too often: whoever asks looks closer.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from reader.search.analysis import code
from reader.text.folding import folded
from reader.text.invisible import INVISIBLE

_KEPT = frozenset(
    ("ca", "da", "de", "el", "en", "es", "et", "fi", "fr", "hu", "it", "lt", "nb", "no", "pt", "ro", "ru", "sv", "tr")
)
"""Languages whose stemmers take nothing away from the front of a word, as that of Arabic does with articles."""
_TOLD = 5  # letters that are looked for, at most
_WRITTEN_OUT = frozenset("aou")  # letters behind which the German stemmer drops an e: ae is another way to write ä
_ENCODINGS = ("cp1252", "cp1251", "iso8859_7")  # of the Latin, Cyrillic and Greek scripts
_ANY = ord("?")  # what the encoding lacks, what is several letters, what nobody sees
_BETWEEN = ord("'")  # what stands between the letters of a word, or the digits of a number, and else belongs to none
_OPEN = b"?'0123456789"
"""What may stand before a word, belonging to it or not: 5,800km are two."""
_UNSURE = -1
_REMEMBERED = 100_000  # words of texts kept for one query
_UNSEEN = re.compile(f"[{INVISIBLE}]")

Sought = frozenset[str]
"""The first letters of forms."""
_Tree = dict[int, "_Tree"]


class Beginnings:
    """How words begin that may be sought."""

    def __init__(self, patterns: Sequence[tuple[str, "re.Pattern[bytes]"]]) -> None:
        """A pattern for each encoding that has the letters."""
        self.patterns = patterns


class WordFinder:
    """Finds in texts the words that are sought, of those that begin right; what it was told of a word it remembers."""

    def __init__(self, begun: Beginnings, is_sought: Callable[[str], bool]) -> None:
        """`is_sought` says so of a folded word."""
        self._is_sought = is_sought
        self._patterns = [(encoding, pattern, dict[bytes, int]()) for encoding, pattern in begun.patterns]

    def places(self, text: str) -> Sequence[tuple[int, int, bool]]:
        """In order, where a word that is sought begins and ends, and whether that is sure.

        Where it is not, any word may be sought that begins within, or is under way at the beginning.
        """
        found = [self._places(text, *pattern) for pattern in self._patterns]
        return found[0] if len(found) == 1 else sorted(place for places in found for place in places)

    def _places(
        self, text: str, encoding: str, pattern: "re.Pattern[bytes]", lengths: dict[bytes, int]
    ) -> list[tuple[int, int, bool]]:
        """`lengths` says of what was met before how much of it is sought for sure, `_UNSURE`, or 0 where nothing is."""
        content = text.encode(encoding, "replace").translate(_alphabet(encoding).table)
        places = []
        for found in pattern.finditer(content):
            word = found[0]
            length = lengths.get(word)
            if length is None:
                length = self._length(word, encoding)
                if len(lengths) < _REMEMBERED:
                    lengths[word] = length
            if length:
                at = found.start()
                if length > 0 and (not at or content[at - 1] not in _OPEN):
                    places.append((at, at + length, True))
                else:
                    places.append((at, at + len(word), False))
        return places

    def _length(self, word: bytes, encoding: str) -> int:
        bare = word.rstrip(b"'")
        if not _has_sure_bounds(bare):
            return _UNSURE
        return len(bare) if self._is_sought(bare.decode(encoding)) else 0


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


def _has_sure_bounds(word: bytes) -> bool:
    return not (_ANY in word or _BETWEEN in word or word[:1].isdigit())


@lru_cache(maxsize=128)
def _beginnings(sought: Sought) -> Beginnings | None:
    by_encoding: dict[str, list[bytes]] = {}
    for begun in sorted(sought):
        encoding = next((one for one in _ENCODINGS if _coded(begun[0], one) in _alphabet(one).inner - {b"?"}), None)
        if encoding is None:
            return None
        by_encoding.setdefault(encoding, []).append(b"".join(_coded(letter, encoding) for letter in begun))
    return Beginnings([(encoding, _pattern(encoding, some)) for encoding, some in by_encoding.items()])


def _coded(letter: str, encoding: str) -> bytes:
    return letter.encode(encoding, "replace")


def _pattern(encoding: str, sought: Iterable[bytes]) -> "re.Pattern[bytes]":
    """A first letter, none before it, the right ones behind; a pattern that begins with a set is looked for fast."""
    alphabet = _alphabet(encoding)
    inner, joined = (re.escape(b"".join(sorted(signs))) for signs in (alphabet.inner, alphabet.joined))
    tree = _tree(sought)
    begun = re.escape(bytes({*tree, _ANY}))
    ways = [b"(?<=" + re.escape(bytes([first])) + b")" + _behind(behind) for first, behind in tree.items()]
    found = b"[%b](?<![%b].)(?:%b)[%b]*" % (begun, joined, b"|".join([rb"(?<=\?)", *ways]), inner)
    return re.compile(found, re.DOTALL)


def _tree(sought: Iterable[bytes]) -> _Tree:
    """The letters that may come first, each with those that may come behind it: nothing where any may."""
    tree: _Tree = {}
    for begun in sorted(sought, key=len, reverse=True):
        node = tree
        for letter in begun[:-1]:
            node = node.setdefault(letter, {})
        node[begun[-1]] = {}  # what was longer is begun so, too
    return tree


def _behind(tree: _Tree) -> bytes:
    """Letters that follow; behind what may be anything nothing is said."""
    if not tree:
        return b""
    ways = [re.escape(bytes([letter])) + _behind(behind) for letter, behind in tree.items() if letter != _ANY]
    return b"(?:" + b"|".join([*ways, b"[?']"]) + b")"


class _Alphabet(NamedTuple):
    """Of an encoding what each byte is looked at as; which of these are letters, and may go on a word."""

    table: bytes
    joined: frozenset[bytes]
    inner: frozenset[bytes]


@cache
def _alphabet(encoding: str) -> _Alphabet:
    signs = [bytes([byte]).decode(encoding, "replace") for byte in range(256)]
    into = {byte: folded(sign) for byte, sign in enumerate(signs) if sign.isalnum()}
    one = {byte: _coded(letter, encoding)[0] for byte, letter in into.items() if len(letter) == 1 and letter.isalnum()}
    others = {byte: _ANY for byte, sign in enumerate(signs) if byte in into or _UNSEEN.match(sign)} | {_ANY: _ANY}
    others |= {byte: _BETWEEN for byte, sign in enumerate(signs) if sign in ".,'’"}
    table = bytes(one.get(byte, others.get(byte, ord(" "))) for byte in range(256))
    letters = frozenset(bytes([letter]) for letter in one.values() if letter != _ANY)
    others_inside = frozenset(bytes([sign]) for sign in _OPEN)
    return _Alphabet(table, letters - others_inside, letters | others_inside)
