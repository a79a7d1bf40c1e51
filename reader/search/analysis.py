"""The one analyser: what counts as a word, and the form under which the index and every query know it.

Forms are folded (case, accents, typography), without the stop words of the language, and stemmed by its stemmer.
Chinese, Japanese and Thai, which write no spaces, are known by pairs of characters. `VERSION` goes into the index's
stamp: count it up when a form changes.
"""

import re
import string
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import filterfalse, islice
from sys import intern

from reader.text import stems
from reader.text.folding import folded, folded_text
from reader.text.invisible import INVISIBLE, visible

VERSION = 3
LONGEST = 64  # characters of a word that count; a megabyte without a space is still one term
_REMEMBERED = 300_000  # words whose forms are kept at a time

UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# Combining signs are no word characters to `re`: accents, Hebrew and Arabic points, the vowel signs of India.
_SIGNS = "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0971-\u0dff"
_LETTER, _SIGN = rf"[^\W_{UNSPACED}]", f"[{_SIGNS}{INVISIBLE}]"
_DIGITS = rf"\d+(?:[{INVISIBLE}]+\d+)*"
_UNSEEN = f"[{INVISIBLE}]*"
WORD = re.compile(
    rf"{_DIGITS}(?:{_UNSEEN}[.,]{_UNSEEN}{_DIGITS})+|[{UNSPACED}]+"
    rf"|{_LETTER}+(?:(?:{_SIGN}*['’ʼ]{_UNSEEN}|{_SIGN}+){_LETTER}+)*{_SIGN}*"
)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_AROUND = string.punctuation + "“”„‟‘’‚‛«»‹›…–—"
_PARTING = (", ", ". ", ".\n", *'"-:;()?!', *"“”„–—«»…")
_PART = "\0"  # between two texts; it stands in no word and in hardly any text
_BREAK = f" {_PART} "
_STEMMED = 4  # letters of a word that has a stem, at least


_Known = tuple[tuple[str, ...], tuple[str, ...]]
"""Of a word or what stands between white space: its forms, and how the vocabulary writes it, if it does."""


class Analyser:
    """The forms of the words of one language; safe to use from several threads.

    What stands between white space, a word and its punctuation mostly, comes again and again: it is worked out once and
    then looked up, without any Python being run for it.
    """

    def __init__(self, language: str) -> None:
        """Load the stop words of an ISO 639-1 language; one without them is only folded."""
        self._language, self._stops = language, _stop_words(language)
        self._elides = language != "en"  # l'accord is two words, O'Brien and Kazakhstan's are one
        self._memory = _Memory(self._learn)
        self._known: dict[str, _Known] = {}
        self._forms: dict[str, tuple[str, ...]] = {}

    def forms(self, text: str) -> list[str]:
        """The forms of a text's words, in order; the place in this list is the position the index keeps."""
        return self.read([text], Counter())[0].split()

    def read(self, texts: Sequence[str], counts: Counter[str]) -> list[str]:
        """Of each text the forms, between spaces. In `counts` each piece of the last counts one more.

        Several are read at once, as it takes a while to begin with one.
        """
        whole = _BREAK.join(texts)
        if whole.count(_PART) >= len(texts):
            whole = _BREAK.join(text.replace(_PART, " ") for text in texts)
        pieces = _pieces(whole)
        begin = 0
        for _text in texts[1:]:
            begin = pieces.index(_PART, begin) + 1
        known = len(counts)
        counts.update(set(pieces[begin:]))
        memory = self._known_of(islice(reversed(counts), len(counts) - known))  # those that it did not have yet
        return " ".join(map(memory.__getitem__, pieces)).split(_PART)

    def words(self, counts: Mapping[str, int]) -> dict[str, int]:
        """In how many articles each word stands, folded but not stemmed, where `counts` says so of each piece.

        No stop words, no numbers. An article that has a word twice, in pieces that differ, may count twice.
        """
        found = dict(counts)
        written = self._known_of(counts).written
        odd = [(found.pop(piece), written[piece]) for piece in counts.keys() & written.keys()]  # one in ten
        for count, words in odd:
            for word in words:
                found[word] = found.get(word, 0) + count
        return found

    def _known_of(self, pieces: Iterable[str]) -> "_Memory":
        """What is known, of these pieces at least; begun anew where it is too much."""
        memory = self._memory
        if len(memory) >= _REMEMBERED:
            memory = self._memory = _Memory(self._learn)  # another thread may go on with the old one
        if unknown := list(filterfalse(memory.__contains__, pieces)):
            self._learn(unknown, memory)
        return memory

    def _learn(self, pieces: Iterable[str], memory: "_Memory") -> None:
        """Work out many at once: most are a single word, and those are folded and stemmed together."""
        words: dict[str, str] = {}
        long: set[str] = set()
        for piece in pieces:
            bare = piece if piece.isalpha() else piece.strip(_AROUND)
            if bare.isalpha() and len(bare) < LONGEST:
                word = bare if bare.isascii() else _single(bare)
                if word:
                    words[piece] = word
                    if len(bare) > 2 and len(word) > 2:
                        long.add(word)
                    continue
            elif piece.isdecimal() and piece.isascii() and len(piece) < LONGEST:
                memory.put(piece, piece, ())
                continue
            forms, written = self._met(piece)  # an odd number, an elision, a sentence without spaces
            memory.put(piece, " ".join(forms), written)
        stops = self._stops
        several = [word for word in set(words.values()) if len(word) >= _STEMMED and word not in stops]
        stemmed = dict(zip(several, stems.stem_all(several, self._language), strict=True))
        for piece, word in words.items():
            if word in stops:
                memory.put(piece, "", ())
            else:
                memory.put(piece, stemmed.get(word, word), (word,) if word in long else ())

    def located(self, text: str) -> Iterator[tuple[str, int, int]]:
        """The forms of `text`, each with where its word begins and ends."""
        for found in WORD.finditer(text):
            word, begin = found[0], found.start()
            forms = self.of(word)
            if len(forms) > 1 and _is_unspaced(word):
                for at, form in enumerate(forms):
                    yield form, begin + at, begin + at + 2
            else:
                for form in forms:
                    yield form, begin, found.end()

    def of(self, word: str) -> tuple[str, ...]:
        """The forms of one word as `WORD` finds it: none for a stop word, several for an elision or unspaced text."""
        known = self._forms.get(word)
        if known is None:
            known = tuple(self._work_out(word))
            if len(word) > 4 and _is_unspaced(word):
                return known  # a sentence, not a word: it will not come again
            if len(self._forms) >= _REMEMBERED:
                self._forms = {}
            self._forms[word] = known
        return known

    def is_stop(self, word: str) -> bool:
        """Whether a word says nothing by itself, so that it has no form."""
        return word.lower() in self._stops

    def _met(self, piece: str) -> _Known:
        """What stands between white space, whatever it is."""
        read = [self._read(word) for word in WORD.findall(piece)]
        if len(read) == 1:
            return read[0]
        return tuple(form for one in read for form in one[0]), tuple(word for one in read for word in one[1])

    def _read(self, word: str) -> _Known:
        known = self._known.get(word)
        if known is None:
            forms = self.of(word)
            known = forms, _written(word) if len(forms) == 1 else ()
            if len(word) > 4 and _is_unspaced(word):
                return known  # a sentence, not a word: it will not come again
            if len(self._known) >= _REMEMBERED:
                self._known = {}
            self._known[word] = known
        return known

    def _work_out(self, word: str) -> list[str]:
        if word.isascii() and word.isalpha() and len(word) <= LONGEST:  # nearly always
            word = word.lower()
            return [] if word in self._stops else [self._stemmed(word)]
        word = visible(word)
        if _is_unspaced(word):
            return [word[at : at + 2] for at in range(max(1, len(word) - 1))]
        if word[0].isdigit():
            return [_number(word)]
        bare = folded(word[:LONGEST])
        parts = bare.split("'") if self._elides else [bare.removesuffix("'s").replace("'", "")]
        return [self._stemmed(part) for part in parts if part and part not in self._stops]

    def _stemmed(self, word: str) -> str:
        return stems.stem(word, self._language) if len(word) >= _STEMMED and word.isalpha() else word


class _Memory(dict[str, str]):
    """Of what stands between white space the forms, between spaces.

    It is looked into without any Python being run, unless something is not there yet.
    """

    def __init__(self, learn: "Callable[[Iterable[str], _Memory], None]") -> None:
        """`learn` puts into it what it is asked for and has not."""
        super().__init__({_PART: _PART})
        self._learn = learn
        self.written: dict[str, tuple[str, ...]] = {}
        """How the vocabulary writes one, if at all, where it is not just as it stands."""

    def __missing__(self, piece: str) -> str:
        self._learn((piece,), self)
        return self[piece]

    def put(self, piece: str, forms: str, written: tuple[str, ...]) -> None:
        """Remember one. What is the same is kept once: the less there is, the sooner it is found."""
        if written != (piece,):
            self.written[piece] = written
        self[piece] = piece if forms == piece else intern(forms)


def _is_unspaced(word: str) -> bool:
    """Whether a word as `WORD` finds it is of a script that writes no spaces."""
    return not word.isascii() and _unspaced().match(word) is not None


@cache
def _unspaced() -> "re.Pattern[str]":
    """Compiled when first wanted: a set of so many letters takes a millisecond."""
    return re.compile(f"[{UNSPACED}]")


def _single(word: str) -> str:
    """A word of letters folded; nothing where it may be several: an elision, a sentence without spaces."""
    if _unspaced().search(word):
        return ""
    bare = folded_text(word)
    return "" if "'" in bare else bare


def _pieces(text: str) -> list[str]:
    """A text in small letters, cut at white space and at signs that stand in no word.

    No word goes across these. To cut takes a fifth of the time that looking for words takes, and the cleaner the pieces
    the fewer there are.
    """
    text = text.lower()
    for sign in _PARTING:
        if sign in text:
            text = text.replace(sign, " " * len(sign))  # of one length: to shorten takes twice as long
    return text.split()


@lru_cache(maxsize=64)
def analyser(language: str) -> Analyser:
    """The analyser for a language as an article names it ("en", "pt-BR")."""
    return Analyser(code(language))


def words_of(counts: Mapping[str, Mapping[str, int]]) -> dict[str, dict[str, int]]:
    """As `Analyser.words`, for each language."""
    return {language: analyser(language).words(pieces) for language, pieces in counts.items()}


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
