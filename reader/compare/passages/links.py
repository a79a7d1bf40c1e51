"""Every two excerpts of two articles that may say the same, scored once: what the cutoffs then choose from."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from math import log
from typing import TYPE_CHECKING

from reader.compare.passages import rarity
from reader.compare.passages.alignment import AlignedRuns, align, whole
from reader.compare.passages.candidates import Index
from reader.compare.passages.context import Place, neighbourhoods, probability
from reader.compare.passages.link_confidence import is_copy, logit, told, weights
from reader.compare.passages.link_evidence import LinkEvidence
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.passages.nearness import ByVectors, Nearness, Units
from reader.compare.passages.sides import Side
from reader.compare.passages.strangeness import kinship, strangeness
from reader.compare.quotations import Quote
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.progress import Pause, Progress, silent
from reader.text.spans import Span

if TYPE_CHECKING:  # NumPy comes with the first vector
    from reader.vectors.values import Vectors

_COPY = 3.0
"""Log-odds of words copied to the letter, at least: no meaning votes them down."""
_WORTH_KEEPING = 5.0
_FAINTEST = log(_WORTH_KEEPING / (100 - _WORTH_KEEPING))
"""The same as log-odds."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two excerpts held to say the same: unit `m` of article `a` and unit `n` of article `b`, a before b."""

    a: int
    m: int
    b: int
    n: int
    aligned: AlignedRuns
    score: float
    shares: tuple[float, float]
    """How much of its two sentences the excerpts hold, by words."""


@dataclass(frozen=True, slots=True)
class ScoredLinks:
    """The witnesses as read and all links between them, whatever the cutoff."""

    readings: tuple[MatcherInput, ...]
    links: tuple[Link, ...]
    copies: tuple[Link, ...]
    """For every two articles of the same words throughout, one link over all of both, and no other."""
    quoted: tuple[tuple[Span, ...], ...]
    """For each witness what stands between quotation marks."""
    likely: tuple[tuple[Place, float], ...] = ()
    """Where excerpts say the same, and how surely, 0 to 100, if all articles tell of one event: what figures ask, as
    accounts of one event that give other numbers throughout look like accounts of two."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The witnesses as read, and the evidence for every two sentences that are worth a closer look."""

    readings: tuple[MatcherInput, ...]
    aligned: Mapping[Place, AlignedRuns]
    kin: Mapping[tuple[int, int], float]
    """The weight of the names that each two articles have in common."""
    copies: tuple[Link, ...]
    quoted: tuple[tuple[Span, ...], ...]

    def around(self, evidence: Mapping[Place, float]) -> dict[Place, dict[str, float]]:
        """What stands around each place, from the log-odds that its two excerpts alone give it."""
        found = neighbourhoods(evidence, self.readings)
        strange = strangeness(evidence, self.aligned, self.kin)
        return {place: {**told, "strange": strange.get((place[0], place[2]), 0.0)} for place, told in found.items()}


def read(
    witnesses: Sequence[Witness],
    canon: Mapping[str, str],
    quotes: Sequence[Quote],
    vectors: Sequence["Vectors | None"],
    progress: Progress = silent,
) -> Candidates:
    """What may be shared, before it is scored; `vectors` are those of the witnesses' statements, where known."""
    quoted = tuple(tuple(s for q in quotes if q.article == w.article.id for s in q.parts) for w in witnesses)
    codes: dict[str, str] = {}
    readings = tuple(MatcherInput.of(w, canon, spans, codes) for w, spans in zip(witnesses, quoted, strict=True))
    copies = _copies(readings)
    names = rarity.names(readings)
    weights = rarity.weights(readings, names)
    persons = rarity.persons(readings)
    known = frozenset(names)
    sides = [[Side.of(r, unit, w, known, persons) for unit in r.units] for r, w in zip(readings, weights, strict=True)]
    index = Index.of(readings, weights, [[side.least for side in own] for own in sides])

    aligned = _aligned(sides, index, vectors, {(x.a, x.b) for x in copies}, partial(progress, 3, 6))
    return Candidates(readings, aligned, kinship(weights, names), copies, quoted)


def link(found: Candidates) -> ScoredLinks:
    """The candidate pairs of sentences, each with its score."""
    readings = found.readings
    scored = [(place, aligned, 100 * probability(x), 100 * probability(y)) for place, aligned, x, y in _scores(found)]
    links = tuple(
        Link(*place, aligned, points, _shares(place, aligned, readings))
        for place, aligned, points, _likely in scored
        if points >= _WORTH_KEEPING
    )
    likely = tuple((place, points) for place, _aligned, _points, points in scored if points >= _WORTH_KEEPING)
    return ScoredLinks(readings, links, found.copies, found.quoted, likely)


def _scores(found: Candidates) -> Iterator[tuple[Place, AlignedRuns, float, float]]:
    """The log-odds of each place, its neighbourhood counted; and the same if both articles tell of one event."""
    described = {place: told(one) for place, one in found.aligned.items()}
    alone = {place: logit(features, weights().alone[kind]) for place, (kind, features) in described.items()}
    around = found.around(alone)
    for place, (kind, features) in described.items():
        aligned, strange = found.aligned[place], around[place]["strange"] > 0
        score = likely = weights().score(kind, {**features, **around[place]}, _FAINTEST)
        if strange:
            likely = weights().score(kind, {**features, **around[place], "strange": 0.0}, _FAINTEST)
        copied = is_copy(aligned.evidence, strange=strange), is_copy(aligned.evidence)
        yield place, aligned, max(score, _COPY) if copied[0] else score, max(likely, _COPY) if copied[1] else likely


def _aligned(
    sides: Sequence[Sequence[Side]],
    index: Index,
    vectors: Sequence["Vectors | None"],
    same: Container[tuple[int, int]],
    pause: Pause,
) -> dict[Place, AlignedRuns]:
    """The evidence for every two sentences of two articles that are worth a closer look."""
    aligned: dict[Place, AlignedRuns] = {}
    for a, mine in enumerate(sides):
        later = [b for b in range(a + 1, len(sides)) if (a, b) not in same and mine and sides[b]]
        foreign = {b for b in later if _language(mine[0]) != _language(sides[b][0])}
        by_words = {b for b in later if b not in foreign or vectors[a] is None or vectors[b] is None}
        words = index.candidates(a, by_words, pause)
        for b in later:
            pause()
            nearness = ByVectors.of(mine[0].reading, vectors[a], sides[b][0].reading, vectors[b])
            found = _between(mine, sides[b], words.get(b, ()), nearness, foreign=b in foreign)
            aligned.update(((a, m, b, n), one) for (m, n), one in found)
    return aligned


def _between(
    mine: Sequence[Side], yours: Sequence[Side], words: Iterable[Units], nearness: Nearness, *, foreign: bool
) -> Iterator[tuple[Units, AlignedRuns]]:
    """What the words, and the meaning, of two articles bring together, in order."""
    found: dict[Units, AlignedRuns] = {}
    for m, n in words:
        if one := align(mine[m], yours[n]):
            found[m, n] = one
    for m, n in nearness.proposed():
        if (m, n) not in found:
            one = None if foreign else align(mine[m], yours[n])
            found[m, n] = one or whole(mine[m], yours[n], foreign=foreign)
    near = nearness.near(found)
    for place, one in sorted(found.items()):
        if place in near:
            one = AlignedRuns(one.left, one.right, one.evidence, one.foreign, near[place])
        yield place, one


def _language(side: Side) -> str:
    return side.reading.witness.article.language[:2]


def _shares(place: Place, found: AlignedRuns, readings: Sequence[MatcherInput]) -> tuple[float, float]:
    a, m, b, n = place
    left, right = readings[a].units[m], readings[b].units[n]
    return (
        (found.left[1] - found.left[0]) / (left.end - left.start),
        (found.right[1] - found.right[0]) / (right.end - right.start),
    )


def _copies(readings: Sequence[MatcherInput]) -> tuple[Link, ...]:
    spoken = [tuple(r.words.forms[n] for u in r.units for n in range(u.start, u.end)) for r in readings]
    return tuple(
        Link(
            a,
            0,
            b,
            0,
            AlignedRuns(_all(readings[a]), _all(readings[b]), LinkEvidence.of_copy(len(spoken[a]))),
            100.0,
            (1, 1),
        )
        for a, b in combinations(range(len(readings)), 2)
        if spoken[a] and spoken[a] == spoken[b]
    )


def _all(reading: MatcherInput) -> tuple[int, int]:
    return reading.units[0].start, reading.units[-1].end
