"""Pairs of sentences worth a closer look: an inverted index over the terms, rare ones first."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reader.compare.passages.reading import Reading

_MOST = 64
"""Sentences of one article that may share a term before it stops bringing candidates; it still counts in scores."""
_FLOOR = 0.9
"""The least weight that a pair must share: about one word found nowhere else, or two that are rather rare."""


def candidates(
    readings: Sequence[Reading], weights: Sequence[Mapping[str, float]]
) -> Iterator[tuple[int, int, int, int]]:
    """Article, unit, other article, other unit (articles in order) of the pairs that share enough."""
    index = [_postings(reading) for reading in readings]
    for a, left in enumerate(readings):
        for b in range(a + 1, len(readings)):
            yield from ((a, m, b, n) for m, n in _between(left, weights[a], index[a], weights[b], index[b]))


def _postings(reading: Reading) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for n, unit in enumerate(reading.units):
        for term in set(reading.senses[unit.start : unit.end]):
            found[term].append(n)
    found.pop("", None)
    return found


def _between(
    left: Reading,
    left_weights: Mapping[str, float],
    left_index: Mapping[str, list[int]],
    right_weights: Mapping[str, float],
    right_index: Mapping[str, list[int]],
) -> Iterator[tuple[int, int]]:
    common = {
        term: ((left_weights[term] + right_weights[term]) / 2, right_index[term])
        for term in left_index.keys() & right_index.keys()
        if len(left_index[term]) <= _MOST and len(right_index[term]) <= _MOST
    }
    for m, unit in enumerate(left.units):
        shared: dict[int, float] = defaultdict(float)
        for term in set(left.senses[unit.start : unit.end]):
            if term in common:
                weight, places = common[term]
                for n in places:
                    shared[n] += weight
        yield from ((m, n) for n in sorted(shared) if shared[n] >= _FLOOR)
