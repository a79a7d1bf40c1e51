"""Whether two articles tell of two events in one pattern: their sentences meet, their names and numbers do not."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from reader.compare.passages.alignment import AlignedRuns
from reader.compare.passages.context import Place, probability
from reader.compare.passages.link_evidence import LinkEvidence

_SURE = 0.5
"""How sure a link must be by itself, at least, for its sentences to meet."""
_USUAL = 0.5
"""What two articles are thought to have in common before anything is known of them."""
_LEAST, _MOST = 0.5, 0.65
"""The share of names and numbers that stand in place of one another up to which two articles may tell of one event; and
from which on they do not."""

Pair = tuple[int, int]
"""An article, another one."""


def kinship(weights: Sequence[Mapping[str, float]], names: Mapping[str, float]) -> dict[Pair, float]:
    """The weight of the names that each two articles have in common, wherever they stand."""
    own = [{t: w for t, w in of_one.items() if t in names} for of_one in weights]
    return {
        (a, b): sum((own[a][t] + own[b][t]) / 2 for t in sorted(own[a].keys() & own[b].keys()))
        for a, b in combinations(range(len(own)), 2)
    }


def strangeness(
    evidence: Mapping[Place, float], aligned: Mapping[Place, AlignedRuns], kin: Mapping[Pair, float]
) -> dict[Pair, float]:
    """How surely each two articles tell of two events, 0 to 1, from the log-odds of their links by themselves.

    Each sentence counts once, beside the one that is most surely its counterpart. Between languages nothing is known.
    """
    sums: dict[Pair, tuple[float, float]] = {}
    met: set[tuple[int, int, int]] = set()
    for value, place in sorted((-value, place) for place, value in evidence.items()):
        if probability(-value) < _SURE:
            break
        a, m, b, n = place
        if not aligned[place].foreign and (a, m, b) not in met and (b, n, a) not in met:
            met |= {(a, m, b), (b, n, a)}
            common, apart = _particulars(aligned[place].evidence)
            before = sums.get((a, b), (_USUAL + kin[a, b], 0.0))
            sums[a, b] = before[0] + common, before[1] + apart
    return {pair: _graded(apart / (common + apart)) for pair, (common, apart) in sums.items()}


def _particulars(e: LinkEvidence) -> tuple[float, float]:
    """The weights of the names and numbers that two sentences have in common, and in place of one another."""
    return e.particulars, e.names_around + e.figures_apart


def _graded(share: float) -> float:
    return min(1.0, max(0.0, (share - _LEAST) / (_MOST - _LEAST)))
