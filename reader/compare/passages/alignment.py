"""Which clauses of two sentences say the same, and the evidence for it."""

from reader.compare.passages.link_evidence import SYNONYM, LinkEvidence, evidence
from reader.compare.passages.nearness import Near
from reader.compare.passages.sides import UNSHARED, Clause, Run, Side, Terms
from reader.dataclass import dataclass

_MUCH = 0.4
"""The share of a sentence from which on it is shown whole."""


@dataclass(frozen=True, slots=True)
class AlignedRuns:
    """Two runs of tokens that share what `evidence` says."""

    left: Run
    right: Run
    evidence: LinkEvidence
    foreign: bool = False
    """Whether the two are in different languages, so that words cannot tell."""
    near: Near | None = None
    """What their sentences mean beside each other, where that is known."""


def align(left: Side, right: Side) -> AlignedRuns | None:
    """The clauses that two sentences share, or None where no run of clauses shares more than it lacks."""
    a = _cut(left, right.terms(right.whole))
    b = _cut(right, left.terms(a)) if a else None
    if a is None or b is None:
        return None
    if b != right.whole:
        a = _cut(left, right.terms(b)) or a
        b = _cut(right, left.terms(a)) or b
    return AlignedRuns(_shown(left, a), _shown(right, b), evidence(left, a, right, b))


def _shown(side: Side, run: Run) -> Run:
    """What to show of a sentence of which a run is shared: all, where that is much of it. Who did it matters."""
    return side.whole if side.share(run) >= _MUCH else run


def whole(left: Side, right: Side, *, foreign: bool) -> AlignedRuns:
    """Two sentences, complete, whose clauses cannot be told apart by the words that they share."""
    return AlignedRuns(left.whole, right.whole, evidence(left, left.whole, right, right.whole), foreign)


def _cut(side: Side, other: Terms) -> Run | None:
    """The run of clauses with the most in common with `other`, after what it lacks is set off against it."""
    senses, stems = other
    best, found = 0.0, None
    total, first = 0.0, side.unit.cuts[0]
    seen: set[str] = set()
    for clause in side.clauses:
        copied = side.copied(clause) if clause.senses <= senses and seen.isdisjoint(clause.senses) else None
        if copied is not None and copied[0] <= stems:
            _stems, gain, missing = copied
            seen |= clause.senses
        else:
            gain, missing = _shared(side, clause, other, seen)
        if total <= 0:
            total, first = 0.0, clause.start
        total += gain - UNSHARED * missing
        if total > best:
            best, found = total, (first, clause.end)
    return found


def _shared(side: Side, clause: Clause, other: Terms, seen: set[str]) -> tuple[float, float]:
    """What a clause adds to the senses `seen` before that `other` has as well, and the weight of what that lacks."""
    senses, stems = other
    gain, missing = 0.0, clause.weight
    for sense in sorted(clause.senses & senses):  # in order: sums of floats must come out the same every time
        occurring, stem, weight = clause.terms[sense]
        missing -= occurring
        if sense not in seen:
            seen.add(sense)
            gain += weight if stem in stems else SYNONYM * side.weights[sense]
    return gain, missing
