"""Pairs of sentences worth a closer look: an inverted index over the terms, rare ones first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.compare.passages.reading import Reading

_MOST = 64
"""Sentences of one article that may share a term before it stops bringing candidates; it still counts in scores."""
_FLOOR = 0.9
"""The least weight that a pair must share: about one word found nowhere else, or two that are rather rare."""


Postings = Mapping[str, list[int]]
"""The units that have each term, in order."""


def candidates(
    reading: Reading,
    weights: Mapping[str, float],
    index: Postings,
    other_weights: Mapping[str, float],
    other_index: Postings,
    least: tuple[Sequence[float], Sequence[float]],
) -> Iterator[tuple[int, int]]:
    """The units of two articles that share enough; `least` is what each of either must share, at least."""
    mine, yours = least
    common = {
        term: ((weights[term] + other_weights[term]) / 2, other_index[term])
        for term in index.keys() & other_index.keys()
        if len(index[term]) <= _MOST and len(other_index[term]) <= _MOST
    }
    for m, unit in enumerate(reading.units):
        shared: dict[int, float] = defaultdict(float)
        for term in set(reading.senses[unit.start : unit.end]):
            if term in common:
                weight, places = common[term]
                for n in places:
                    shared[n] += weight
        floor = max(_FLOOR, mine[m])
        yield from ((m, n) for n in sorted(n for n, weight in shared.items() if weight >= floor and weight >= yours[n]))


def postings(reading: Reading) -> dict[str, list[int]]:
    """The index of one article."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, unit in enumerate(reading.units):
        for term in set(reading.senses[unit.start : unit.end]):
            found[term].append(n)
    found.pop("", None)
    return found
