"""The one analyser: what counts as a word, and the form under which the index and every query know it.

Forms are folded (case, accents, typography), without the stop words of the language, and stemmed by its stemmer.
Chinese, Japanese and Thai, which write no spaces, are known by pairs of characters. `VERSION` goes into the index's
stamp: count it up when a form changes.
"""

import re
import string
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from reader.text import stems
from reader.text.folding import folded
from reader.text.invisible import INVISIBLE, visible

VERSION = 3
LONGEST = 64  # characters of a word that count; a megabyte without a space is still one term
_REMEMBERED = 200_000  # words whose forms are kept at a time

UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Combining signs are no word characters to `re`: accents, Hebrew and Arabic points, the vowel signs of India.
_SIGNS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
_RUN = rf"[^\W_{UNSPACED}]+(?:[{_SIGNS}{INVISIBLE}]+[^\W_{UNSPACED}]*)*"
_DIGITS = rf"\d+(?:[{INVISIBLE}]+\d+)*"
_UNSEEN = f"[{INVISIBLE}]*"
WORD = re.compile(
    rf"{_DIGITS}(?:{_UNSEEN}[.,]{_UNSEEN}{_DIGITS})+|[{UNSPACED}]+|{_RUN}(?:{_UNSEEN}['’ʼ]{_UNSEEN}{_RUN})*"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_UNSPACED_START = re.compile(f"[{UNSPACED}]")


Known = tuple[tuple[str, ...], tuple[str, ...]]
"""Of a word or what stands between white space: its forms, and how the vocabulary writes it, if it does."""


class Analyser:
    """The forms of the words of one language; safe to use from several threads."""

    def __init__(self, language: str) -> None:
        """Load the stop words of an ISO 639-1 language; one without them is only folded."""
        self._language, self._stops = language, _stop_words(language)
        self._elides = language != "en"  # l'accord is two words, O'Brien and Kazakhstan's are one
        self._known: dict[str, Known] = {}
        self._forms = _Memory(lambda piece: self._met(piece)[0])
        self._written = _Memory(lambda piece: self._met(piece)[1])

    def forms(self, text: str) -> list[str]:
        """The forms of a text's words, in order; the place in this list is the position the index keeps."""
        return self._all(text.split())

    def read(self, text: str) -> tuple[list[str], set[str]]:
        """The forms of a text, and its words folded but not stemmed: no stop words, no numbers."""
        pieces = text.split()
        return self._all(pieces), set(chain.from_iterable(map(self._written.__getitem__, set(pieces))))

    def joined(self, text: str) -> tuple[str, set[str]]:
        """As `read`, the forms between spaces."""
        forms, words = self.read(text)
        return " ".join(forms), words

    def _all(self, pieces: list[str]) -> list[str]:
        # No word goes across white space, and to split there takes a fifth of the time that looking for words takes.
        return list(chain.from_iterable(map(self._forms.__getitem__, pieces)))

    def located(self, text: str, start: int = 0) -> Iterator[tuple[str, int, int]]:
        """The forms of `text` from `start` on, each with where its word begins and ends."""
        for found in WORD.finditer(text, start):
            word, begin = found[0], found.start()
            forms = self.of(word)
            if len(forms) > 1 and _UNSPACED_START.match(word):
                for at, form in enumerate(forms):
                    yield form, begin + at, begin + at + 2
            else:
                for form in forms:
                    yield form, begin, found.end()

    def of(self, word: str) -> tuple[str, ...]:
        """The forms of one word as `WORD` finds it: none for a stop word, several for an elision or unspaced text."""
        return self._read(word)[0]

    def _met(self, piece: str) -> Known:
        """What stands between white space, a word and its punctuation mostly; remembered, as it will come again."""
        bare = piece.strip(string.punctuation)
        words = [bare] if bare.isascii() and bare.isalpha() else WORD.findall(piece)
        if len(words) == 1:
            forms, written = self._read(words[0])
        else:
            read = [self._read(word) for word in words]
            forms = tuple(form for one in read for form in one[0])
            written = tuple(word for one in read for word in one[1])
        if len(piece) <= LONGEST:
            if len(self._forms) >= _REMEMBERED:
                self._forms.clear()
                self._written.clear()
            self._forms[piece], self._written[piece] = forms, written
        return forms, written

    def _read(self, word: str) -> Known:
        known = self._known.get(word)
        if known is None:
            forms = tuple(self._work_out(word))
            known = forms, _written(word) if len(forms) == 1 else ()
            if _UNSPACED_START.match(word) and len(word) > 4:
                return known  # a sentence, not a word: it will not come again
            if len(self._known) >= _REMEMBERED:
                self._known = {}
            self._known[word] = known
        return known

    def _work_out(self, word: str) -> list[str]:
        word = visible(word)
        if _UNSPACED_START.match(word):
            return [word[at : at + 2] for at in range(max(1, len(word) - 1))]
        if word[0].isdigit():
            return [_number(word)]
        bare = folded(word[:LONGEST])
        parts = bare.split("'") if self._elides else [bare.removesuffix("'s").replace("'", "")]
        return [self._stemmed(part) for part in parts if part and part not in self._stops]

    def _stemmed(self, word: str) -> str:
        return stems.stem(word, self._language) if len(word) >= 4 and word.isalpha() else word


class _Memory(dict[str, tuple[str, ...]]):
    """Remembers what was worked out; to look something up that is there, no Python runs."""

    def __init__(self, work_out: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._work_out = work_out

    def __missing__(self, piece: str) -> tuple[str, ...]:
        return self._work_out(piece)


@lru_cache(maxsize=64)
def analyser(language: str) -> Analyser:
    """The analyser for a language as an article names it ("en", "pt-BR")."""
    return Analyser(code(language))


def code(language: str) -> str:
    """The two or three letters that stand first in a language tag; English where there are none."""
    return re.split(r"[-_]", language.strip().lower(), maxsplit=1)[0][:3] or "en"


def plain(word: str) -> str:
    """A word folded but not stemmed: what suggestions show and prefixes are compared with."""
    return folded(word[:LONGEST]).replace("'", "")


def _written(word: str) -> tuple[str, ...]:
    """How the vocabulary writes a word; numbers, very short and very long ones it leaves out."""
    word = visible(word)
    if 2 < len(word) < LONGEST and not word[0].isdigit():
        return (plain(word.removesuffix("'s").removesuffix("’s")),)
    return ()


def _number(word: str) -> str:
    digits = word[:LONGEST]
    if not digits.isascii():
        digits = "".join(str(unicodedata.digit(c, c)) for c in digits)
    if _GROUPED.fullmatch(digits):
        return digits.replace(",", "").replace(".", "")
    return folded(digits.replace(",", "."))


def _stop_words(language: str) -> frozenset[str]:
    from reader.search import gate  # late: see there

    words = gate.stopwords.stoplists.get(language, ())
    return frozenset(folded(word).replace("'", "") for word in words)
