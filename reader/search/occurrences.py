"""Where the words of a query stand in a text: each word for itself, those of a phrase only where the phrase is."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from reader.search.analysis import LONGEST, WORD, analyser, plain
from reader.search.query import Kind, Piece, parse
from reader.search.vocabulary import distance_allowed
from reader.text.spans import Span

_ENOUGH = 200  # occurrences after which the rest of a text is not looked at any more
_REMEMBERED = 100_000  # words of texts kept for one query
_LOOSE = (Kind.PREFIX, Kind.FUZZY)


def occurrences(text: str, query: str, language: str = "en", most: int = _ENOUGH) -> list[tuple[Span, int]]:
    """What of the query stands where in `text`, in order and apart, each with its number; about the first `most`.

    A phrase is one occurrence, and one whose words may lie apart reaches from the first of them to the last.
    """
    wanted = _wanted(query, language)
    if not wanted.sought:
        return []
    found: list[tuple[Span, int]] = []
    chases = [_Chase(phrase) for phrase in wanted.phrases]
    position = 0
    for word in WORD.finditer(text):
        length, parts = wanted[word[0]]
        position += length
        if not parts:
            continue
        for part in parts:
            span = Span(word.start() + part.start, word.start() + part.end)
            if part.alone >= 0:
                found.append((span, part.alone))
            found += _completed(chases, part.form, position - length + part.offset, span)
        if len(found) >= most:
            break
    return _apart(found)


class _Phrase(NamedTuple):
    """Forms that have to follow one another, each at most `slop` places after the one before it."""

    forms: tuple[str, ...]
    slop: int
    number: int


class _Part(NamedTuple):
    """What a word of a text is to a query: a form it has, and the number under which that is sought alone, or -1."""

    form: str
    offset: int  # among the word's forms
    start: int
    end: int
    alone: int


_Word = tuple[int, tuple[_Part, ...]]
"""How many places a word takes in the index, and what of it is sought."""


class _Wanted(dict[str, _Word]):
    """What each word of a text is to a query.

    Each word is worked out when it first comes up; the articles of an answer share most of theirs.
    """

    def __init__(self, query: str, language: str) -> None:
        super().__init__()
        self._analyser = analyser(language)
        self._alone: dict[str, int] = {}
        self._loose: list[_Loose] = []
        self.phrases: list[_Phrase] = []
        for number, piece in enumerate(piece for group in parse(query).required for piece in group):
            if piece.field in ("body", "title"):
                self._add(piece, number)
        self._in_phrases = {form for phrase in self.phrases for form in phrase.forms}

    def _add(self, piece: Piece, number: int) -> None:
        forms = tuple(self._analyser.forms(piece.text))
        if piece.kind in _LOOSE:
            self._loose.append(_Loose(piece, number))
        elif len(forms) > 1:  # so it is looked for in the index too, be it in quotation marks or not
            self.phrases.append(_Phrase(forms, piece.slop, number))
            return
        for form in forms:
            self._alone.setdefault(form, number)

    @property
    def sought(self) -> bool:
        """Whether there is any word to look for."""
        return bool(self._alone or self._loose or self.phrases)

    def __missing__(self, word: str) -> _Word:
        forms = self._analyser.of(word)
        parts: tuple[_Part, ...] = ()
        if self._loose or any(form in self._alone or form in self._in_phrases for form in forms):  # hardly ever
            parts = tuple(self._parts(word))
        if len(self) < _REMEMBERED and len(word) <= LONGEST:
            self[word] = len(forms), parts
        return len(forms), parts

    def _parts(self, word: str) -> Iterator[_Part]:
        for offset, (form, start, end) in enumerate(self._analyser.located(word)):
            alone = self._number(form, word[start:end])
            if alone >= 0 or form in self._in_phrases:
                yield _Part(form, offset, start, end, alone)

    def _number(self, form: str, word: str) -> int:
        exact = self._alone.get(form, -1)
        return exact if exact >= 0 else next((one.number for one in self._loose if one.fits(word)), -1)


@lru_cache(maxsize=16)
def _wanted(query: str, language: str) -> _Wanted:
    return _Wanted(query, language)


class _Loose:
    """A word of the query that stands for several of the text."""

    def __init__(self, piece: Piece, number: int) -> None:
        self.number = number
        self._sought = plain(piece.text)
        self._far = distance_allowed(self._sought) if piece.kind is Kind.FUZZY else None

    def fits(self, word: str) -> bool:
        bare = plain(word)
        if self._far is None:
            return bare.startswith(self._sought)
        return OSA.distance(bare, self._sought, score_cutoff=self._far) <= self._far


class _Chase:
    """A phrase on its way through a text: how much of it was met, and where."""

    def __init__(self, phrase: _Phrase) -> None:
        self.number = phrase.number
        self._phrase = phrase
        # For each of its words the place where the phrase came so far last, and where it began: later is always better.
        self._met: list[tuple[int, int] | None] = [None] * len(phrase.forms)

    def step(self, form: str, position: int, span: Span) -> Span | None:
        """Where the phrase stands if this form at this place completes it."""
        forms, slop, _number = self._phrase
        for at in reversed(range(len(forms))):  # so that no word is taken for two
            if forms[at] != form:
                continue
            before = self._met[at - 1] if at else (position - 1, span.start)
            if before is None or not 0 < position - before[0] <= slop:
                continue
            if at == len(forms) - 1:
                self._met = [None] * len(forms)
                return Span(before[1], span.end)
            self._met[at] = position, before[1]
        return None


def _completed(chases: Iterable[_Chase], form: str, position: int, span: Span) -> Iterator[tuple[Span, int]]:
    for chase in chases:
        if whole := chase.step(form, position, span):
            yield whole, chase.number


def _apart(found: list[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """In order; what overlaps, as a word does that is sought alone too, is one."""
    apart: list[tuple[Span, int]] = []
    for span, number in sorted(found, key=lambda one: (one[0].start, -one[0].end)):
        if apart and span.start < apart[-1][0].end:
            last, first = apart[-1]
            apart[-1] = Span(last.start, max(last.end, span.end)), first
        else:
            apart.append((span, number))
    return apart
