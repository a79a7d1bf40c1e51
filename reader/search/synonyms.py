"""Words that a beginning or an uncertain spelling stands for, weighed as if they were one word.

Weighed each by itself, the rarest would come first: a slip of the keys in one article before the word that was meant.
"""

import heapq
import math
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from reader.dataclass import dataclass

B, K1 = 0.6, 1.2
"""How much the length of an article counts, and how soon a word said again stops counting; usual values for news."""
_SOME = 16  # times as many as are wanted show what is the least to be worth
_RECENT = 2  # words, or beginnings of words
_ROUNDING = 1 - 1e-9  # so that what is worth exactly as much is not lost by how a computer divides


@dataclass(frozen=True, slots=True)
class Synonyms:
    """Forms that are sought in one field: those of the very word that was typed, and the others.

    What an article is worth that has only the others is `less` times as much.
    """

    field: str
    exact: tuple[str, ...]
    others: tuple[str, ...]
    less: float = 1.0

    @property
    def forms(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.exact, *self.others)


@dataclass(frozen=True, slots=True)
class ArticleNorms:
    """How often each article has to say a word until it counts half of what it can; `least` is the lowest of all."""

    of: Sequence[float]
    least: float


def norms(lengths: Iterable[float], average: float) -> ArticleNorms:
    """Those of articles of these lengths."""
    by_length = _NormByLength(average)
    of = [by_length[length] for length in lengths]
    return ArticleNorms(of, min(of, default=1.0))


class _NormByLength(dict[float, float]):
    def __init__(self, average: float) -> None:
        super().__init__()
        self._average = average or 1

    def __missing__(self, length: float) -> float:
        norm = self[length] = K1 * (1 - B + B * max(1, length) / self._average)
        return norm


@dataclass(frozen=True, slots=True)
class WordCounts:
    """How often the articles of a part of an index have any of some words, by their numbers, and what that is worth.

    `exact` are those that have the very word that was typed, of the others each is worth `less` times as much; the
    norms begin with that of number `first`.
    """

    counts: Mapping[int, float]
    norms: ArticleNorms
    exact: Collection[int] = ()
    less: float = 1.0
    first: int = 0

    def among(self, is_among: Callable[[int], object]) -> "WordCounts":
        """The same of some articles alone."""
        return replace(self, counts={number: count for number, count in self.counts.items() if is_among(number)})

    def scores(self) -> dict[int, float]:
        """What all articles are worth, by their numbers."""
        return dict(self._weighed(self.counts.items()))

    def best(self, limit: int, least: float = -math.inf) -> list[tuple[int, float]]:
        """The articles that may be among the best `limit` and are worth at least so much, with what they are worth.

        To weigh one takes longer than all else: some show how much the last of the best is worth at least, and those
        that have the words too seldom for that are not weighed.
        """
        if limit <= 0:
            return []
        if least == -math.inf:
            least = lowest(self._weighed(islice(self.counts.items(), _SOME * limit)), limit, least)
        enough = self._enough(least)
        found = self._weighed([pair for pair in self.counts.items() if pair[1] >= enough])
        least = lowest(found, limit, least)
        return [pair for pair in found if pair[1] >= least]

    def _weighed(self, counts: Iterable[tuple[int, float]]) -> list[tuple[int, float]]:
        top, norms, first = K1 + 1, self.norms.of, self.first
        if self.less == 1:
            return [(number, top * count / (count + norms[number - first])) for number, count in counts]
        exact, less = self.exact, self.less
        return [
            (number, top * count / (count + norms[number - first]) * (1.0 if number in exact else less))
            for number, count in counts
        ]

    def _enough(self, least: float) -> float:
        """How often even the shortest article has to have the words to be worth so much."""
        top = K1 + 1
        if least <= 0:
            return 0
        return math.inf if least >= top else least * self.norms.least / (top - least) * _ROUNDING


class RecentCounts:
    """Of the last words that were sought, how often the articles of each part of an index have them.

    A state never changes, and of one answer several things are asked: its next hits, and as many of its facets as there
    are filters.
    """

    def __init__(self) -> None:
        """Nothing was sought yet."""
        self._of: dict[Synonyms, dict[int, WordCounts]] = {}

    def of(self, words: Synonyms, part: int, count: Callable[[], WordCounts]) -> WordCounts:
        """Those of a part, which `count` counts where that was not done of late."""
        parts = self._of.pop(words, {})
        self._of[words] = parts  # behind all others
        while len(self._of) > _RECENT:
            del self._of[next(iter(self._of))]
        if part not in parts:
            parts[part] = count()
        return parts[part]


def lowest(found: Sequence[tuple[int, float]], limit: int, least: float) -> float:
    """What the last of the best `limit` is worth; at least `least`."""
    if len(found) < limit:
        return least
    return max(least, heapq.nlargest(limit, [score for _number, score in found])[-1])
