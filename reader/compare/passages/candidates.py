"""Pairs of sentences worth a closer look: an inverted index over the terms, rare ones first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reader.compare.passages.matcher_input import MatcherInput
from reader.dataclass import dataclass

_MOST = 64
"""Sentences of one article that may share a term before it stops bringing candidates; it still counts in scores."""
_FLOOR = 0.9
"""The least weight that a pair must share: about one word found nowhere else, or two that are rather rare."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """The terms of one article, in their sentences and the other way round."""

    weights: Mapping[str, float]
    postings: Mapping[str, list[int]]
    """The units that have each term, in order."""
    rank: Mapping[str, int]
    """The place of each term when the heaviest come first."""
    least: tuple[float, ...]
    """What each unit must share, at least."""

    @classmethod
    def of(cls, reading: MatcherInput, weights: Mapping[str, float], least: Iterable[float]) -> "Index":
        """The index of one article; terms that stand in too many sentences are left out."""
        found: dict[str, list[int]] = defaultdict(list)
        for n, unit in enumerate(reading.units):
            for term in set(reading.senses[unit.start : unit.end]):
                found[term].append(n)
        found.pop("", None)
        postings = {term: units for term, units in found.items() if len(units) <= _MOST}
        rank = {term: n for n, term in enumerate(sorted(postings, key=lambda t: (-weights[t], t)))}
        return cls(weights, postings, rank, tuple(least))


def candidates(mine: Index, yours: Index) -> Iterator[tuple[int, int]]:
    """The units of two articles that share enough."""
    common: dict[int, list[tuple[float, list[int]]]] = defaultdict(list)  # of each unit, the heaviest first
    for term in sorted(mine.postings.keys() & yours.postings.keys(), key=mine.rank.__getitem__):
        one = (mine.weights[term] + yours.weights[term]) / 2, yours.postings[term]
        for m in mine.postings[term]:
            common[m].append(one)
    lowest = max(_FLOOR, min(yours.least, default=0.0))
    for m, told in sorted(common.items()):
        floor, left = max(lowest, mine.least[m]), sum(weight for weight, _units in told)
        if left < floor:
            continue
        shared: dict[int, float] = {}
        for weight, units in told:
            if left >= floor:
                for n in units:
                    shared[n] = shared.get(n, 0.0) + weight
            else:  # what has not been met yet can no longer share enough
                for n in units:
                    if n in shared:
                        shared[n] += weight
            left -= weight
        yield from ((m, n) for n in sorted(shared) if shared[n] >= floor and shared[n] >= yours.least[n])
