"""What the neighbourhood says of a link: a chain along both texts is no chance, a lone one in long texts may be."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from math import exp, log

from reader.compare.passages.matcher_input import MatcherInput

_SHORT = 1_000
"""Pairs of sentences up to which a lone resemblance is as telling as ever: two articles of thirty sentences."""
_LONGEST = 2.5
"""The most that length counts against a lone link, before weighing: a copied sentence is one in any book."""
_PAGES = 1_200
"""Pairs of sentences from which on some are alike by chance: two articles of thirty-five sentences."""
_FARTHEST = 2.0
"""The most that length makes of a stray link, before weighing."""
_SURE = 0.5
"""How sure a link must be, at least, to be company for others."""
_COMPANY = 0.2
"""Places for each sentence of the shorter article where it is sure of something, from which on both tell one event."""
_BESIDE = 2
"""Sentences this side and that of a link that are no company but its neighbours."""
_EDGE = 0.7
"""What the edge of both texts counts, as if a link stood beyond it."""
Place = tuple[int, int, int, int]
"""Article, unit, other article, other unit."""
Features = dict[str, float]
Neighbours = tuple[float, float, float]
"""How surely links go on before and after a place in both texts, how surely it stands alone, and how sure the surest
link is before or after it; 0 to 1."""


def neighbourhoods(evidence: Mapping[Place, float], readings: Sequence[MatcherInput]) -> dict[Place, Features]:
    """What stands around each place, from the log-odds that its two excerpts alone give it.

    chained: how surely links go on before and after in both texts; alone: how surely none does, in long texts; taken:
    how surely both sentences have their counterparts elsewhere, in chains; rival: the surest other link of either;
    third: how surely a third article links the two; long: whether the texts are so long that chance brings likenesses;
    stray: how far, in such texts, it stands from any other, where little else says that both tell one event. All but
    alone and stray from 0 to 1.
    """
    sure = {place: probability(x) for place, x in evidence.items()}
    sizes = [len(r.units) for r in readings]
    near = _neighbours(sure, sizes)
    taken = _taken({place: sure[place] * near[place][0] for place in evidence})
    rivals, thirds = _rivals(sure), _thirds(sure, len(readings))
    strays = _strays(sure, sizes, near)
    pairs = {(a, b): (a, 0, b, 0) for a, _m, b, _n in evidence}
    lone = {pair: _lone(place, sizes) for pair, place in pairs.items()}
    long = {pair: min(1.0, _length(place, sizes)) for pair, place in pairs.items()}
    return {
        place: {
            "evidence": x,
            "chained": near[place][0],
            "alone": near[place][1] * lone[place[0], place[2]],
            "taken": taken[place],
            "rival": rivals[place],
            "third": thirds.get(place, 0.0),
            "long": long[place[0], place[2]],
            "stray": strays.get(place, 0.0),
        }
        for place, x in evidence.items()
    }


def _lone(place: Place, sizes: Sequence[int]) -> float:
    """What the length of two texts makes of a link that stands alone."""
    return min(_LONGEST, max(0.0, log(sizes[place[0]] * sizes[place[2]] / _SHORT)))


def _length(place: Place, sizes: Sequence[int]) -> float:
    """How far two texts are longer than articles are that hold little but what they are about; 0 where they are not."""
    pairs = sizes[place[0]] * sizes[place[2]]
    return min(_FARTHEST, log(pairs / _PAGES)) if pairs > _PAGES else 0.0


def _strays(sure: Mapping[Place, float], sizes: Sequence[int], near: Mapping[Place, Neighbours]) -> dict[Place, float]:
    """How far from any other link each stands in long texts, and how little company it has elsewhere in them.

    Two accounts of one event meet in many places; two long texts that do not are alike in one here and there.
    """
    long = [place for place in sure if _length(place, sizes)]
    met: dict[tuple[int, int], tuple[set[int], set[int]]] = defaultdict(lambda: (set(), set()))
    for a, m, b, n in long:
        if sure[a, m, b, n] >= _SURE:
            met[a, b][0].add(m)
            met[a, b][1].add(n)
    runs = {pair: (_runs(sides[0]), _runs(sides[1])) for pair, sides in met.items()}
    found = {}
    for place in long:
        a, m, b, n = place
        mine, yours = runs.get((a, b), (_NO_RUNS, _NO_RUNS))
        company = min(_apart(mine, m), _apart(yours, n)) / (_COMPANY * min(sizes[a], sizes[b]))
        found[place] = _length(place, sizes) * (1 - near[place][2]) * (1 - min(1.0, company))
    return found


_NO_RUNS: tuple[list[int], list[int]] = ([], [])


def _runs(numbers: Collection[int]) -> tuple[list[int], list[int]]:
    """The first numbers, and the last, of the runs of numbers that follow one another."""
    firsts = sorted(n for n in numbers if n - 1 not in numbers)
    return firsts, sorted(n for n in numbers if n + 1 not in numbers)


def _apart(runs: tuple[list[int], list[int]], at: int) -> int:
    """How many of the runs do not reach to a sentence or its neighbours."""
    firsts, lasts = runs
    return bisect_left(lasts, at - _BESIDE) + len(firsts) - bisect_right(firsts, at + _BESIDE)


def _neighbours(sure: Mapping[Place, float], sizes: Sequence[int]) -> dict[Place, Neighbours]:
    """What stands beside each place, in both texts; as most have nothing there, sentences without links are passed."""
    linked: dict[tuple[int, int], dict[int, dict[int, float]]] = defaultdict(lambda: defaultdict(dict))
    for (a, m, b, n), value in sure.items():
        linked[a, b][m][n] = value
    found = {}
    for a, m, b, n in sure:
        own = linked[a, b]
        above = [own[k] for k in (m - 1, m - 2) if k in own]
        below = [own[k] for k in (m + 1, m + 2) if k in own]
        before = [0.0, *(row.get(n - j, 0.0) for row in above for j in (1, 2))] if above else _NONE
        after = [0.0, *(row.get(n + j, 0.0) for row in below for j in (1, 2))] if below else _NONE
        crossing = [row.get(n + j, 0.0) for row in above for j in (1, 2)]
        crossing += [row.get(n - j, 0.0) for row in below for j in (1, 2)]
        first = max(*before, _EDGE if m == n == 0 else 0.0)
        last = max(*after, _EDGE if (m, n) == (sizes[a] - 1, sizes[b] - 1) else 0.0)
        near = sorted((*before, *after, *crossing))
        found[a, m, b, n] = first * last, 1 - min(1.0, near[-1] + near[-2]), max(*before, *after)
    return found


_NONE = [0.0]


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


Best = tuple[float, Place, float]
"""The value of the surest link of a sentence, where it is, and the value of the next."""


def _best(values: Mapping[Place, float]) -> dict[tuple[int, int, int], Best]:
    """The two surest links of every sentence with each other article."""
    best: dict[tuple[int, int, int], Best] = {}
    for place, value in values.items():
        a, m, b, n = place
        for key in ((a, m, b), (b, n, a)):
            known = best.get(key)
            if known is None:
                best[key] = value, place, 0.0
            elif value > known[0]:
                best[key] = value, place, known[0]
            elif value > known[2]:
                best[key] = known[0], known[1], value
    return best


def _other(best: Best, place: Place) -> float:
    return best[2] if best[1] == place else best[0]


_LIKELY = 0.3
"""How sure a link must be, at least, to lead to a third article."""


def _thirds(sure: Mapping[Place, float], count: int) -> dict[Place, float]:
    """How surely two sentences are linked by way of one of a third article."""
    if count < 3:
        return {}
    linked: dict[tuple[int, int], dict[tuple[int, int], float]] = defaultdict(dict)
    for (a, m, b, n), value in sorted(sure.items(), key=lambda one: -one[1]):
        if value < _LIKELY:
            break
        linked[a, m][b, n] = linked[b, n][a, m] = value
    found: dict[Place, float] = {}
    for a, m, b, n in sure:
        mine, yours = linked.get((a, m)), linked.get((b, n))
        if mine and yours:
            found[a, m, b, n] = _surest_way(mine, yours)
    return found


def _surest_way(mine: Mapping[tuple[int, int], float], yours: Mapping[tuple[int, int], float]) -> float:
    """How sure the lesser of two links is that lead to one third sentence: the surest such; the surest links first."""
    best = 0.0
    for third, value in mine.items():
        if value <= best:
            break  # no later one is surer
        best = max(best, min(value, yours.get(third, 0.0)))
    return best


def probability(x: float) -> float:
    """The probability, 0 to 1, that log-odds stand for."""
    return 1 / (1 + exp(-max(-50.0, min(50.0, x))))
