"""What the neighbourhood says of a link: a chain along both texts is no chance, a lone one in long texts may be."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp, log

from reader.compare.passages.reading import MatcherInput

_SHORT = 1_000
"""Pairs of sentences up to which a lone resemblance is as telling as ever: two articles of thirty sentences."""
_LONGEST = 2.5
"""The most that length counts against a lone link, before weighing: a copied sentence is one in any book."""
_EDGE = 0.7
"""What the edge of both texts counts, as if a link stood beyond it."""
_NEAR = tuple((i, j) for i in (1, 2) for j in (1, 2))
Place = tuple[int, int, int, int]
"""Article, unit, other article, other unit."""
Features = dict[str, float]


def neighbourhoods(evidence: Mapping[Place, float], readings: Sequence[MatcherInput]) -> dict[Place, Features]:
    """What stands around each place, from the log-odds that its two excerpts alone give it.

    chained: how surely links go on before and after in both texts; alone: how surely none does, in long texts; taken:
    how surely both sentences have their counterparts elsewhere, in chains; rival: the surest other link of either;
    third: how surely a third article links the two. All but alone from 0 to 1.
    """
    sure = {place: probability(x) for place, x in evidence.items()}
    sizes = [len(r.units) for r in readings]
    chained: dict[Place, float] = {}
    alone: dict[Place, float] = {}
    for place in evidence:
        chained[place], alone[place] = _neighbours(place, sure, sizes)
    taken = _taken({place: sure[place] * chained[place] for place in evidence})
    rivals, thirds = _rivals(sure), _thirds(sure, len(readings))
    return {
        place: {
            "evidence": x,
            "chained": chained[place],
            "alone": alone[place] * min(_LONGEST, max(0.0, log(sizes[place[0]] * sizes[place[2]] / _SHORT))),
            "taken": taken[place],
            "rival": rivals[place],
            "third": thirds.get(place, 0.0),
        }
        for place, x in evidence.items()
    }


def _neighbours(place: Place, sure: Mapping[Place, float], sizes: Sequence[int]) -> tuple[float, float]:
    """How surely links go on before and after this one in both texts, and how surely it stands alone; 0 to 1."""
    a, m, b, n = place
    before = [sure.get((a, m - i, b, n - j), 0.0) for i, j in _NEAR]
    after = [sure.get((a, m + i, b, n + j), 0.0) for i, j in _NEAR]
    crossing = [sure.get((a, m + i, b, n - j), 0.0) for i, j in _NEAR]
    crossing += [sure.get((a, m - i, b, n + j), 0.0) for i, j in _NEAR]
    first = max(*before, _EDGE if m == n == 0 else 0.0)
    last = max(*after, _EDGE if (m, n) == (sizes[a] - 1, sizes[b] - 1) else 0.0)
    near = sorted((*before, *after, *crossing))
    return first * last, 1 - min(1.0, near[-1] + near[-2])


def _taken(chains: Mapping[Place, float]) -> dict[Place, float]:
    best = _best(chains)
    return {
        place: max(0.0, _other(best[a, m, b], place) * _other(best[b, n, a], place) - chain)
        for place, chain in chains.items()
        for a, m, b, n in [place]
    }


def _rivals(sure: Mapping[Place, float]) -> dict[Place, float]:
    best = _best(sure)
    return {
        place: max(_other(best[a, m, b], place), _other(best[b, n, a], place))
        for place in sure
        for a, m, b, n in [place]
    }


def _best(values: Mapping[Place, float]) -> dict[tuple[int, int, int], list[tuple[float, Place]]]:
    """The two surest links of every sentence with each other article."""
    best: dict[tuple[int, int, int], list[tuple[float, Place]]] = defaultdict(list)
    for place, value in values.items():
        a, m, b, n = place
        for key in ((a, m, b), (b, n, a)):
            best[key] = sorted((*best[key], (value, place)), reverse=True)[:2]
    return best


def _other(best: Sequence[tuple[float, Place]], place: Place) -> float:
    return next((value for value, other in best if other != place), 0.0)


_LIKELY = 0.3
"""How sure a link must be, at least, to lead to a third article."""


def _thirds(sure: Mapping[Place, float], count: int) -> dict[Place, float]:
    """How surely two sentences are linked by way of one of a third article."""
    if count < 3:
        return {}
    linked: dict[tuple[int, int], list[tuple[int, int, float]]] = defaultdict(list)
    for (a, m, b, n), value in sure.items():
        if value >= _LIKELY:
            linked[a, m].append((b, n, value))
            linked[b, n].append((a, m, value))
    found: dict[Place, float] = {}
    for others in linked.values():
        for a, m, one in others:
            for b, n, two in others:
                if a < b:
                    found[a, m, b, n] = max(found.get((a, m, b, n), 0.0), min(one, two))
    return found


def probability(x: float) -> float:
    """The probability, 0 to 1, that log-odds stand for."""
    return 1 / (1 + exp(-max(-50.0, min(50.0, x))))
