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

    terms: Mapping[str, tuple[float, list[int]]]
    """Each term's weight and the units that have it, in order; the heaviest terms come first."""
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
        told = [(weights[term], term) for term, units in found.items() if len(units) <= _MOST]
        told.sort(key=lambda one: (-one[0], one[1]))
        return cls({term: (weight, found[term]) for weight, term in told}, tuple(least))


def candidates(mine: Index, yours: Index) -> Iterator[tuple[int, int]]:
    """The units of two articles that share enough."""
    common: dict[int, list[tuple[float, list[int]]]] = defaultdict(list)  # of each unit, the heaviest first
    other, least = yours.terms.get, yours.least
    for term, (weight, units) in mine.terms.items():
        if (theirs := other(term)) is not None:
            one = (weight + theirs[0]) / 2, theirs[1]
            for m in units:
                common[m].append(one)
    lowest = max(_FLOOR, min(least, default=0.0))
    for m, told in sorted(common.items()):
        floor, left = max(lowest, mine.least[m]), 0.0
        for weight, _units in told:
            left += weight
        if left < floor:
            continue
        shared: dict[int, float] = {}
        for weight, units in told:
            if left >= floor:
                for n in units:
                    if n in shared:
                        shared[n] += weight
                    else:
                        shared[n] = weight
            else:  # what has not been met yet can no longer share enough
                for n in units:
                    if n in shared:
                        shared[n] += weight
            left -= weight
        enough = [n for n, weight in shared.items() if weight >= floor and weight >= least[n]]
        yield from ((m, n) for n in sorted(enough))
