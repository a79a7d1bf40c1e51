"""Which clauses of two sentences say the same, and the evidence for it."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from reader.compare.passages.nearness import Near
from reader.compare.passages.reading import Reading, Unit
from reader.compare.passages.terms import NUMBER

_YEAR = re.compile(rf"{NUMBER}(?:1[5-9]|20)\d\d")
_UNSHARED = 0.2
"""What a word that the other side lacks costs, as a share of its weight, when an excerpt is cut."""
_SYNONYM = 0.9
"""What a word of the same sense but another stem counts, as a share of its weight."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a run of tokens has to offer the other side."""

    stems: frozenset[str]
    senses: frozenset[str]


Clause = tuple[int, int, tuple[tuple[str, str, float], ...]]
"""Where a clause starts and ends, and its telling words: sense, stem and the stem's weight."""


@dataclass(frozen=True, slots=True)
class Side:
    """A sentence about to be aligned: where it stands and what its words weigh."""

    reading: Reading
    unit: Unit
    weights: Mapping[str, float]
    names: Container[str]
    """The stems that are names."""
    persons: Container[str]
    """The senses of words that only say who speaks: offices and the verbs that credit."""
    whole: "Content"
    """What the whole sentence offers."""
    clauses: "tuple[Clause, ...]"
    """Its clauses, laid out once for all the cuts."""

    @classmethod
    def of(
        cls,
        reading: Reading,
        unit: Unit,
        weights: Mapping[str, float],
        names: Container[str],
        persons: Container[str] = frozenset(),
    ) -> "Side":
        """The sentence, read once for all the others that it is held against."""
        clauses = tuple(_clause(reading, weights, start, end) for start, end in pairwise(unit.cuts))
        return cls(reading, unit, weights, names, persons, _content(reading, (unit.start, unit.end)), clauses)


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
    quoted: float
    """Weight of the terms in common that stand between quotation marks on both sides."""
    plain: float
    """Weight of the terms in common that are neither names nor years."""
    telling: float
    """Weight of those of them that do not only say who speaks."""
    shorter: int
    """Words in the shorter excerpt."""
    longer: int
    """Words in the longer excerpt."""
    terms: tuple[str, ...]
    """The terms in common, heaviest first."""

    @classmethod
    def of_copy(cls, length: int) -> "Evidence":
        """Of two texts of the same words, so many, throughout."""
        size = float(length)
        return cls(size, 1.0, 1.0, 1.0, 0.0, 0.0, size, size, length, length, ())


@dataclass(frozen=True, slots=True)
class Aligned:
    """Two runs of tokens that share what `evidence` says."""

    left: tuple[int, int]
    right: tuple[int, int]
    evidence: Evidence
    foreign: bool = False
    """Whether the two are in different languages, so that words cannot tell."""
    near: Near | None = None
    """What their sentences mean beside each other, where that is known."""


def align(left: Side, right: Side) -> Aligned | None:
    """The clauses that two sentences share, or None where no run of clauses shares more than it lacks."""
    a = _cut(left, right.whole)
    b = _cut(right, _content(left.reading, a)) if a else None
    if a is None or b is None:
        return None
    if b != (right.unit.start, right.unit.end):
        a = _cut(left, _content(right.reading, b)) or a
        b = _cut(right, _content(left.reading, a)) or b
    return Aligned(a, b, _evidence(left, a, right, b))


def whole(left: Side, right: Side, *, foreign: bool) -> Aligned:
    """Two sentences, complete, whose clauses cannot be told apart by the words that they share."""
    a, b = (left.unit.start, left.unit.end), (right.unit.start, right.unit.end)
    return Aligned(a, b, _evidence(left, a, right, b), foreign)


def _content(reading: Reading, run: tuple[int, int]) -> Content:
    return Content(frozenset(reading.stems[run[0] : run[1]]), frozenset(reading.senses[run[0] : run[1]]))


def _clause(reading: Reading, weights: Mapping[str, float], start: int, end: int) -> Clause:
    told = ((reading.senses[n], reading.stems[n]) for n in range(start, end))
    return start, end, tuple((sense, stem, weights[stem]) for sense, stem in told if sense)


def _cut(side: Side, other: Content) -> tuple[int, int] | None:
    """The run of clauses with the most in common with `other`, after what it lacks is set off against it."""
    senses, stems = other.senses, other.stems
    best, found = 0.0, None
    total, first = 0.0, side.unit.cuts[0]
    seen: set[str] = set()
    for start, end, terms in side.clauses:
        gain = 0.0
        for sense, stem, weight in terms:
            if sense not in senses:
                gain -= _UNSHARED * weight
            elif sense not in seen:
                seen.add(sense)
                gain += weight if stem in stems else _SYNONYM * side.weights[sense]
        if total <= 0:
            total, first = 0.0, start
        total += gain
        if total > best:
            best, found = total, (first, end)
    return found


def _evidence(left: Side, a: tuple[int, int], right: Side, b: tuple[int, int]) -> Evidence:
    mine, yours = _weighed(left, a), _weighed(right, b)
    weight = {}
    for sense in mine.keys() & yours.keys():
        one, two = mine[sense], yours[sense]
        same = one[0] & two[0]
        weight[sense] = (
            (left.weights[s] + right.weights[s]) / 2
            if (s := min(same, default=""))
            else _SYNONYM * (left.weights[sense] + right.weights[sense]) / 2
        )
    ordered = sorted(weight)
    shared = sum(weight[t] for t in ordered)
    plain = [t for t in ordered if t not in left.names and not _YEAR.fullmatch(t)]
    sizes = sorted((_size(mine), _size(yours)))
    return Evidence(
        shared=shared,
        narrow=min(1.0, shared / sizes[0]) if sizes[0] else 0.0,
        wide=min(1.0, shared / sizes[1]) if sizes[1] else 0.0,
        order=LCSseq.normalized_similarity(
            left.reading.words.forms[a[0] : a[1]], right.reading.words.forms[b[0] : b[1]]
        ),
        figures=sum(weight[t] for t in ordered if t.startswith(NUMBER)),
        quoted=sum(weight[t] for t in sorted(weight.keys() & _quoted(left, a) & _quoted(right, b))),
        plain=sum(weight[t] for t in plain),
        telling=sum(weight[t] for t in plain if t not in left.persons),
        shorter=min(a[1] - a[0], b[1] - b[0]),
        longer=max(a[1] - a[0], b[1] - b[0]),
        terms=tuple(sorted(weight, key=lambda t: (-weight[t], t))),
    )


def _quoted(side: Side, run: tuple[int, int]) -> set[str]:
    return {side.reading.senses[n] for n in range(*run) if side.reading.quoted[n]}


def _weighed(side: Side, run: tuple[int, int]) -> dict[str, tuple[set[str], float]]:
    """Each sense of a run with its stems and the weight of the heaviest of them."""
    found: dict[str, tuple[set[str], float]] = {}
    for n in range(*run):
        if sense := side.reading.senses[n]:
            stem = side.reading.stems[n]
            stems, weight = found.get(sense, (set(), 0.0))
            stems.add(stem)
            found[sense] = stems, max(weight, side.weights[stem])
    return found


def _size(weighed: dict[str, tuple[set[str], float]]) -> float:
    return sum(weight for _, weight in weighed.values())
