"""A few lines of an article around the words that were sought, from the article's own text, never from the index."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from reader.search.analysis import LONGEST, WORD, analyser, plain
from reader.search.query import Kind, Piece, parse
from reader.search.vocabulary import distance_allowed
from reader.text.spans import Span

WIDTH = 240  # characters
_ENOUGH = 200  # occurrences after which the rest of a text is not looked at any more

_REMEMBERED = 100_000  # words of texts kept for one query


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of an article, white space made plain spaces.

    `marks` lie in `text`; `at` is where it begins in the article, so a mark begins there at `at + mark.start`. A face
    that shows it puts an ellipsis before it where `at` is above 0, and after it where the article goes on.
    """

    text: str
    marks: tuple[Span, ...]
    at: int


def snippet(text: str, query: str, width: int = WIDTH, language: str = "en") -> Snippet:
    """The stretch of about `width` characters with most of the query's words; the beginning where there are none."""
    found = list(occurrences(text, query, language))
    start, end = _bounds(text, found, width)
    marks = tuple(
        Span(span.start - start, span.end - start) for span, _ in found if start <= span.start and span.end <= end
    )
    return Snippet(re.sub(r"\s", " ", text[start:end]), marks, start)


def occurrences(text: str, query: str, language: str = "en", most: int = _ENOUGH) -> Iterator[tuple[Span, int]]:
    """Where words of the query stand in `text`, each with the number of the word; the first `most` of them."""
    wanted = _wanted(query, language)
    if not wanted.sought:
        return
    left = most
    for found in WORD.finditer(text):
        if which := wanted[found[0]]:
            for number, start, end in which:
                yield Span(found.start() + start, found.start() + end), number
            left -= 1
            if not left:
                return


class _Wanted(dict[str, tuple[tuple[int, int, int], ...]]):
    """For a word as a text has it: the query's words that it is, each as number, start and end in the word.

    Each word is worked out when it first comes up; the articles of an answer share most of theirs.
    """

    def __init__(self, query: str, language: str) -> None:
        super().__init__()
        self._analyser = analyser(language)
        pieces = [piece for group in parse(query).required for piece in group if piece.field in ("body", "title")]
        self._forms: dict[str, int] = {}
        for piece in pieces:
            for form in self._analyser.forms(piece.text):
                self._forms.setdefault(form, len(self._forms))
        loose = (piece for piece in pieces if piece.kind in _LOOSE)
        self._loose = [_Loose(piece, len(self._forms) + number) for number, piece in enumerate(loose)]

    @property
    def sought(self) -> bool:
        """Whether there is any word to look for."""
        return bool(self._forms or self._loose)

    def __missing__(self, word: str) -> tuple[tuple[int, int, int], ...]:
        which: tuple[tuple[int, int, int], ...] = ()
        if self._loose or any(form in self._forms for form in self._analyser.of(word)):  # hardly ever
            which = self._worked_out(word)
        if len(self) < _REMEMBERED and len(word) <= LONGEST:
            self[word] = which
        return which

    def _worked_out(self, word: str) -> tuple[tuple[int, int, int], ...]:
        return tuple(
            (number, start, end)
            for form, start, end in self._analyser.located(word)
            if (number := self._number(form, word[start:end])) >= 0
        )

    def _number(self, form: str, word: str) -> int:
        exact = self._forms.get(form, -1)
        return exact if exact >= 0 else next((one.number for one in self._loose if one.fits(word)), -1)


@lru_cache(maxsize=16)
def _wanted(query: str, language: str) -> _Wanted:
    return _Wanted(query, language)


_LOOSE = (Kind.PREFIX, Kind.FUZZY)


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


def _bounds(text: str, found: list[tuple[Span, int]], width: int) -> tuple[int, int]:
    """Where the best stretch lies: most different words, then most words, then the first such; no word is cut."""
    best, first, last = (0, 0), 0, 0
    for number, (span, _which) in enumerate(found):
        beyond = number
        while beyond < len(found) and found[beyond][0].end <= span.start + width:
            beyond += 1
        rank = (len({which for _span, which in found[number:beyond]}), beyond - number)
        if rank > best:
            best, first, last = rank, span.start, found[beyond - 1][0].end
    if best == (0, 0):
        first = last = len(text) - len(text.lstrip())
        return first, _back_to_space(text, first, min(len(text), first + width))
    spare = max(0, width - (last - first))
    start = max(0, first - spare // 3)
    end = min(len(text), start + width)
    return _on_to_word(text, start, first), _back_to_space(text, last, end)


def _on_to_word(text: str, start: int, limit: int) -> int:
    """The first beginning of a word from `start` on, at most `limit`."""
    if start == 0 or text[start - 1].isspace():
        return start
    space = re.compile(r"\s+").search(text, start, limit)
    return space.end() if space else start


def _back_to_space(text: str, limit: int, end: int) -> int:
    """The last end of a word up to `end`, at least `limit`."""
    if end >= len(text) or text[end].isspace():
        return end
    at = max(text.rfind(" ", limit, end), text.rfind("\n", limit, end))
    return at if at > limit else end
