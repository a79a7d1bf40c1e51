"""Where the words of a query stand in a text: each word for itself, those of a phrase only where the phrase is."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from reader.search.analysis import LONGEST, WORD, analyser, plain
from reader.search.beginnings import WordFinder, beginnings, heads
from reader.search.query import QueryKind, QueryPiece, parse
from reader.search.values import Spellings
from reader.search.vocabulary import distance_allowed
from reader.text.spans import Span

_ENOUGH = 200  # occurrences after which the rest of a text is not looked at any more
_FAR = 1_000  # places between two words when nobody counts those between them; no phrase reaches that far
_REMEMBERED = 100_000  # words of texts kept for one query
_LOOSE = (QueryKind.PREFIX, QueryKind.FUZZY)

Place = tuple[int, int, int]
"""Where something begins and ends, and its number."""
Begun = Sequence[tuple[int, int, bool]]


def occurrences(
    text: str, query: str, language: str = "en", most: int = _ENOUGH, spellings: Spellings | None = None
) -> list[tuple[Span, int]]:
    """What of the query stands where in `text`, in order and apart, each with its number; about the first `most`.

    A phrase is one occurrence, and one whose words may lie apart reaches from the first of them to the last. Where
    `spellings` are given, as an index has them, a word that is spelt uncertainly stands for those and no others.
    """
    return [(Span(start, end), number) for start, end, number in places(text, query, language, most, spellings)]


def places(
    text: str, query: str, language: str = "en", most: int = _ENOUGH, spellings: Spellings | None = None
) -> list[Place]:
    """The same without a span for each, of which a snippet needs only a few."""
    wanted = _wanted(query, language, spellings)
    if not wanted.sought:
        return []
    if wanted.phrases:
        return _apart(_with_phrases(text, wanted, most))
    begun = wanted.begun(text)
    if (alone := wanted.alone(begun)) is not None:
        return alone[:most]
    found: list[Place] = []
    is_apart = True
    for start, stop in wanted.words(text, begun):
        parts = wanted[text[start:stop]][1]
        is_apart = is_apart and len(parts) < 2
        found += [(start + part.start, start + part.end, part.alone) for part in parts]
        if len(found) >= most:
            break
    return found if is_apart else _apart(found)


def _with_phrases(text: str, wanted: "_WordRoles", most: int) -> list[Place]:
    found: list[Place] = []
    chases = [_Chase(phrase) for phrase in wanted.phrases]
    position = end = 0
    for start, stop in wanted.words(text, wanted.begun(text)):
        length, parts = wanted[text[start:stop]]
        position += wanted.places(text[end:start]) if _are_under_way(chases, position) else _FAR
        position += length
        end = stop
        for part in parts:
            first, last = start + part.start, start + part.end
            if part.alone >= 0:
                found.append((first, last, part.alone))
            found += _completed(chases, part.form, position - length + part.offset, first, last)
        if len(found) >= most:
            break
    return found


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


class _WordRoles(dict[str, _Word]):
    """What each word of a text is to a query.

    Each word is worked out when it first comes up; the articles of an answer share most of theirs.
    """

    def __init__(self, query: str, language: str, spellings: Spellings | None = None) -> None:
        super().__init__()
        self._analyser = analyser(language)
        self._spellings = None if spellings is None else dict(spellings)
        self._alone: dict[str, int] = {}
        self._loose: list[_Loose] = []
        self.phrases: list[_Phrase] = []
        for number, piece in enumerate(piece for group in parse(query).required for piece in group):
            if piece.field in ("body", "title"):
                self._add(piece, number)
        self._in_phrases = {form for phrase in self.phrases for form in phrase.forms}
        self._fuzzy = [one for one in self._loose if one.is_fuzzy]
        self._numbers = {*self._alone.values(), *(one.number for one in self._loose)}
        self._is_soon_told = not (self._alone or self.phrases)
        """Whether the letters alone say that a word is not sought: its stem is nothing to the query, nor its place."""
        self._finder: WordFinder | None = None
        self._heads: tuple[str, ...] = ()
        """With which letters a word begins that may be sought, where its place is nothing to the query."""
        starts = tuple(one.sought for one in self._loose)
        begun = None if self._fuzzy else beginnings([*self._alone, *self._in_phrases], starts, language)
        if begun is not None:  # what is spelt uncertainly begins in any way
            self._finder = WordFinder(begun, self._asker(starts))
            self._heads = () if self.phrases else heads(self._alone, starts, language)

    def _asker(self, starts: tuple[str, ...]) -> Callable[[str], bool]:
        """Says of a folded word whether it is sought; what for takes longer to work out."""
        forms_of, sought = self._analyser.of, {*self._alone, *self._in_phrases}

        def is_sought(word: str) -> bool:
            forms = forms_of(word)
            return bool(forms) and (word.startswith(starts) or not sought.isdisjoint(forms))

        return is_sought

    def _add(self, piece: QueryPiece, number: int) -> None:
        forms = tuple(self._analyser.forms(piece.text))
        if piece.kind is QueryKind.FUZZY and self._spellings is not None:
            others = self._spellings.get(piece.text, ())
            forms += tuple(form for word in others for form in self._analyser.of(word))
        elif piece.kind in _LOOSE:
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

    def begun(self, text: str) -> Begun | None:
        """Where words begin right, as `WordFinder.places` has it; None where that cannot be said."""
        return None if self._finder is None else self._finder.places(text)

    def alone(self, begun: Begun | None) -> list[Place] | None:
        """All that is sought, where it is one word of the query and its places are sure; None where they are not."""
        if begun is None or len(self._numbers) != 1:
            return None
        (number,) = self._numbers
        sure = [(start, stop, number) for start, stop, is_sure in begun if is_sure]
        return sure if len(sure) == len(begun) else None

    def words(self, text: str, begun: Begun | None) -> Iterator[tuple[int, int]]:
        """Where words begin and end that may be sought, in order: all where it cannot be said which begin right."""
        if begun is None:
            if self._fuzzy and not self._may_be_in(text):
                return
            yield from (found.span() for found in WORD.finditer(text))
            return
        end = 0
        for start, stop, is_sure in begun:
            if is_sure:
                if start >= end:  # else it is in a word that was looked at
                    end = stop
                    yield start, end
                continue
            start = max(start, end)
            while start > end and not text[start - 1].isspace():
                start -= 1  # no word goes across white space
            for word in WORD.finditer(text, start):
                if word.start() >= stop:
                    break
                end = word.end()
                yield word.span()

    def places(self, text: str) -> int:
        """How many places the words of a text take in the index."""
        return len(self._analyser.forms(text))

    def _may_be_in(self, text: str) -> bool:
        """Whether words stand there that are spelt about as one sought is, or others are sought as well."""
        words = set(WORD.findall(text))
        for one in self._fuzzy:
            one.learn(words)
        return bool(self._alone or self.phrases or len(self._loose) > len(self._fuzzy)) or any(
            one.fits(word) for one in self._fuzzy for word in words
        )

    def __missing__(self, word: str) -> _Word:
        if word.isascii() and word.isalpha() and len(word) <= LONGEST:
            if self._is_soon_told:
                self[word] = found = (1, self._soon(word))
                return found
            if self._heads and not word.lower().startswith(self._heads):
                self[word] = found = (1, ())
                return found
        forms = self._analyser.of(word)
        parts: tuple[_Part, ...] = ()
        if any(form in self._alone or form in self._in_phrases for form in forms) or self._is_like(word, forms):
            parts = tuple(self._parts(word))
        if len(self) < _REMEMBERED and len(word) <= LONGEST:
            self[word] = len(forms), parts
        return len(forms), parts

    def _soon(self, word: str) -> tuple[_Part, ...]:
        """What is sought of a word of Latin letters where its form is nothing to the query."""
        number = next((one.number for one in self._loose if one.fits(word)), -1)
        return () if number < 0 or self._analyser.is_stop(word) else (_Part(word, 0, 0, len(word), number),)

    def _is_like(self, word: str, forms: tuple[str, ...]) -> bool:
        return bool(self._loose) and (len(forms) > 1 or any(one.fits(word) for one in self._loose))

    def _parts(self, word: str) -> Iterator[_Part]:
        for offset, (form, start, end) in enumerate(self._analyser.located(word)):
            alone = self._number(form, word[start:end])
            if alone >= 0 or form in self._in_phrases:
                yield _Part(form, offset, start, end, alone)

    def _number(self, form: str, word: str) -> int:
        exact = self._alone.get(form, -1)
        return exact if exact >= 0 else next((one.number for one in self._loose if one.fits(word)), -1)


@lru_cache(maxsize=16)
def _wanted(query: str, language: str, spellings: Spellings | None) -> _WordRoles:
    return _WordRoles(query, language, spellings)


class _Loose:
    """A word of the query that stands for several of the text."""

    def __init__(self, piece: QueryPiece, number: int) -> None:
        self.number = number
        self.sought = plain(piece.text)
        self.is_fuzzy = piece.kind is QueryKind.FUZZY
        self._far = distance_allowed(self.sought) if self.is_fuzzy else 0
        self._known: dict[str, bool] = {}

    def learn(self, words: Iterable[str]) -> None:
        """Look at words all at once, which is quicker than at one after the other."""
        from rapidfuzz import process  # late: most queries have no such word
        from rapidfuzz.distance import OSA

        bare = {word: plain(word) for word in words if word not in self._known}
        near = process.extract(self.sought, bare, scorer=OSA.distance, score_cutoff=self._far, limit=None)
        self._known |= dict.fromkeys(bare, False) | {word: True for _bare, _distance, word in near}

    def fits(self, word: str) -> bool:
        """Whether it stands for a word of the text."""
        if not self.is_fuzzy:
            return plain(word).startswith(self.sought)
        if word not in self._known:
            self.learn([word])
        return self._known[word]


class _Chase:
    """A phrase on its way through a text: how much of it was met, and where."""

    def __init__(self, phrase: _Phrase) -> None:
        self.number = phrase.number
        self._phrase = phrase
        # For each of its words the place where the phrase came so far last, and where it began: later is always better.
        self._met: list[tuple[int, int] | None] = [None] * len(phrase.forms)

    def reaches(self, position: int) -> bool:
        """Whether a word at this place, or behind it, may still go on with what was met."""
        return any(met is not None and met[0] + self._phrase.slop >= position for met in self._met[:-1])

    def step(self, form: str, position: int, start: int) -> int | None:
        """Where the phrase began if this form at this place, which begins at `start`, completes it."""
        forms, slop, _number = self._phrase
        for at in reversed(range(len(forms))):  # so that no word is taken for two
            if forms[at] != form:
                continue
            before = self._met[at - 1] if at else (position - 1, start)
            if before is None or not 0 < position - before[0] <= slop:
                continue
            if at == len(forms) - 1:
                self._met = [None] * len(forms)
                return before[1]
            self._met[at] = position, before[1]
        return None


def _are_under_way(chases: Iterable[_Chase], position: int) -> bool:
    return any(chase.reaches(position) for chase in chases)


def _completed(chases: Iterable[_Chase], form: str, position: int, start: int, end: int) -> Iterator[Place]:
    for chase in chases:
        if (begun := chase.step(form, position, start)) is not None:
            yield begun, end, chase.number


def _apart(found: list[Place]) -> list[Place]:
    """In order; what overlaps, as a word does that is sought alone too, is one."""
    apart: list[Place] = []
    for start, end, number in sorted(found, key=lambda one: (one[0], -one[1])):
        if apart and start < apart[-1][1]:
            begun, last, first = apart[-1]
            apart[-1] = begun, max(last, end), first
        else:
            apart.append((start, end, number))
    return apart
