"""Pairs of sentences worth a closer look: one inverted index over the terms of all articles, rare ones first."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Mapping, Sequence
from itertools import accumulate

from reader.compare.passages.matcher_input import MatcherInput
from reader.dataclass import dataclass
from reader.progress import Pause

_MOST = 64
"""Sentences of one article that may share a term before it stops bringing candidates; it still counts in scores."""
_FLOOR = 0.9
"""The least weight that a pair must share: about one word found nowhere else, or two that are rather rare."""

Posting = tuple[int, float, list[int]]
"""An article that has a term, half of what the term weighs in it, and its units that have the term, by their numbers.
What it counts that two articles share a term is the sum of their halves."""
Common = tuple[float, float, Sequence[Posting]]
"""A term of one article that later ones have: the most that sharing it counts, the article's half of it, and these."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The terms of all articles, the other way round. Units are numbered through all of them."""

    terms: tuple[dict[str, int], ...]
    """Of each article its terms, the heaviest first: for each where the article stands among those that have it."""
    postings: Mapping[str, list[Posting]]
    """The articles that have a term, in order."""
    most: Mapping[str, float]
    """The most that any half of a term weighs."""
    firsts: tuple[int, ...]
    """The number of each article's first unit and, last, of all units."""
    least: tuple[float, ...]
    """What each unit must share, at least."""

    @classmethod
    def of(
        cls, readings: Sequence[MatcherInput], weights: Sequence[Mapping[str, float]], least: Sequence[Sequence[float]]
    ) -> "Index":
        """The index of articles; terms that stand in too many sentences of one are left out of it there."""
        firsts = tuple(accumulate((len(reading.units) for reading in readings), initial=0))
        terms: list[dict[str, int]] = []
        postings: dict[str, list[Posting]] = defaultdict(list)
        for article, (reading, weight) in enumerate(zip(readings, weights, strict=True)):
            own = _terms(reading, weight, firsts[article])
            terms.append({term: len(postings[term]) for term in own})
            for term, units in own.items():
                postings[term].append((article, weight[term] / 2, units))
        most = {term: max(half for _article, half, _units in told) for term, told in postings.items()}
        return cls(tuple(terms), postings, most, firsts, tuple(one for own in least for one in own))

    def candidates(self, article: int, others: Container[int], pause: Pause) -> dict[int, list[tuple[int, int]]]:
        """For each later article among `others` the units of this one and of that one that share enough, in order."""
        found: dict[int, list[tuple[int, int]]] = defaultdict(list)
        first = self.firsts[article]
        for unit, common in sorted(self._common(article, others).items()):
            pause()
            for other in self._sharing(unit, common):
                there = bisect_right(self.firsts, other) - 1
                found[there].append((unit - first, other - self.firsts[there]))
        return found

    def _common(self, article: int, others: Container[int]) -> dict[int, list[Common]]:
        """For each unit of an article what it has in common with later ones, the heaviest terms first."""
        found: dict[int, list[Common]] = defaultdict(list)
        every = all(other in others for other in range(article + 1, len(self.terms)))
        for term, at in self.terms[article].items():
            (_article, half, units), *later = self.postings[term][at:]
            if not every:
                later = [posting for posting in later if posting[0] in others]
            if later:
                one = half + self.most[term], half, later
                for unit in units:
                    found[unit].append(one)
        return found

    def _sharing(self, unit: int, common: Sequence[Common]) -> list[int]:
        """The units of later articles that share enough with one."""
        floor = max(_FLOOR, self.least[unit])
        left = 0.0
        for most, _half, _postings in common:
            left += most
        shared: dict[int, float] = {}
        get = shared.get
        for most, half, postings in common:
            if left >= floor:
                for _other, its_half, units in postings:
                    weight = half + its_half
                    for n in units:
                        shared[n] = get(n, 0.0) + weight
            else:  # what has not been met yet can no longer share enough
                for _other, its_half, units in postings:
                    weight = half + its_half
                    for n in units:
                        if n in shared:
                            shared[n] += weight
            left -= most
        least = self.least
        return sorted(n for n, weight in shared.items() if weight >= floor and weight >= least[n])


def _terms(reading: MatcherInput, weights: Mapping[str, float], first: int) -> dict[str, list[int]]:
    """The units that have each term, numbered from `first`; the heaviest terms first."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, unit in enumerate(reading.units, first):
        for term in set(reading.senses[unit.start : unit.end]):
            found[term].append(n)
    found.pop("", None)
    told = sorted((-weights[term], term) for term, units in found.items() if len(units) <= _MOST)
    return {term: found[term] for _weight, term in told}
