"""Which clauses of two sentences say the same, and the evidence for it."""

import itertools
from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from reader.compare.passages.reading import Reading, Unit
from reader.compare.passages.terms import NUMBER

_UNSHARED = 0.3
"""What a word that the other side lacks costs, as a share of its weight, when an excerpt is cut."""


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence about to be aligned: where it stands and what its words weigh."""

    reading: Reading
    unit: Unit
    weights: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What two excerpts share. Weights are in words found nowhere else."""

    shared: float
    """Weight of the terms in common."""
    narrow: float
    """Their share of the lighter excerpt, 0 to 1."""
    wide: float
    """Their share of the heavier excerpt."""
    order: float
    """Likeness of the words in order, stop words and all, 0 to 1."""
    figures: float
    """Weight of the numbers in common."""
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two runs of tokens that share what `evidence` says."""

    left: tuple[int, int]
    right: tuple[int, int]
    evidence: Evidence


def align(left: Side, right: Side) -> Aligned | None:
    """The clauses that two sentences share, or None where no run of clauses shares more than it lacks."""
    a, b = (left.unit.start, left.unit.end), (right.unit.start, right.unit.end)
    for _ in range(2):
        a_new = _cut(left, _terms(right, b))
        if a_new is None:
            return None
        b_new = _cut(right, _terms(left, a_new))
        if b_new is None:
            return None
        if (a, b) == (a_new, b_new):
            break
        a, b = a_new, b_new
    return Aligned(a, b, _evidence(left, a, right, b))


def _terms(side: Side, run: tuple[int, int]) -> set[str]:
    return set(side.reading.terms[run[0] : run[1]])


def _cut(side: Side, other: set[str]) -> tuple[int, int] | None:
    """The run of clauses with the most in common with `other`, after what it lacks is set off against it."""
    terms, cuts = side.reading.terms, side.unit.cuts
    best, found = 0.0, None
    total, first = 0.0, cuts[0]
    seen: set[str] = set()
    for start, end in itertools.pairwise(cuts):
        gain = 0.0
        for term in terms[start:end]:
            if term:
                if term not in other:
                    gain -= _UNSHARED * side.weights[term]
                elif term not in seen:
                    seen.add(term)
                    gain += side.weights[term]
        if total <= 0:
            total, first = 0.0, start
        total += gain
        if total > best:
            best, found = total, (first, end)
    return found


def _evidence(left: Side, a: tuple[int, int], right: Side, b: tuple[int, int]) -> Evidence:
    mine, yours = _terms(left, a) - {""}, _terms(right, b) - {""}
    weight = {t: (left.weights[t] + right.weights[t]) / 2 for t in mine & yours}
    shared = sum(weight.values())
    sizes = sorted((sum(left.weights[t] for t in mine), sum(right.weights[t] for t in yours)))
    return Evidence(
        shared=shared,
        narrow=min(1.0, shared / sizes[0]) if sizes[0] else 0.0,
        wide=min(1.0, shared / sizes[1]) if sizes[1] else 0.0,
        order=LCSseq.normalized_similarity(
            left.reading.words.forms[a[0] : a[1]], right.reading.words.forms[b[0] : b[1]]
        ),
        figures=sum(w for t, w in weight.items() if t.startswith(NUMBER)),
        terms=tuple(sorted(weight, key=lambda t: (-weight[t], t))),
    )
