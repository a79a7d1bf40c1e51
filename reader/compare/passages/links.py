"""Every two excerpts of two articles that may say the same, scored once: what the cutoffs then choose from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from reader.compare.passages import rarity
from reader.compare.passages.alignment import Aligned, Evidence, Side, align
from reader.compare.passages.candidates import candidates
from reader.compare.passages.context import Place, probability, rescored
from reader.compare.passages.opinions import NO_OPINION, Opinion
from reader.compare.passages.reading import Reading
from reader.compare.passages.scoring import odds
from reader.compare.quotations import Quote
from reader.compare.witness import Witness
from reader.progress import Progress, silent
from reader.text.spans import Span

_WORTH_KEEPING = 5.0


@dataclass(frozen=True, slots=True)
class Link:
    """Two excerpts held to say the same: unit `m` of article `a` and unit `n` of article `b`, a before b."""

    a: int
    m: int
    b: int
    n: int
    aligned: Aligned
    score: float
    shares: tuple[float, float]
    """How much of its two sentences the excerpts hold, by words."""


@dataclass(frozen=True, slots=True)
class Scored:
    """The witnesses as read and all links between them, whatever the cutoff."""

    readings: tuple[Reading, ...]
    links: tuple[Link, ...]
    copies: tuple[Link, ...]
    """For every two articles of the same words throughout, one link over all of both, and no other."""
    quoted: tuple[tuple[Span, ...], ...]
    """For each witness what stands between quotation marks."""


def link(
    witnesses: Sequence[Witness],
    canon: Mapping[str, str],
    quotes: Sequence[Quote],
    progress: Progress = silent,
    opinion: Opinion = NO_OPINION,
) -> Scored:
    """Read the witnesses and score what may be shared."""
    quoted = tuple(tuple(s for q in quotes if q.article == w.article.id for s in q.parts) for w in witnesses)
    readings = tuple(Reading.of(w, canon, spans) for w, spans in zip(witnesses, quoted, strict=True))
    names = rarity.names(readings)
    weights = rarity.weights(readings, names)
    persons = rarity.persons(readings)
    sides = [[Side.of(r, unit, w, names, persons) for unit in r.units] for r, w in zip(readings, weights, strict=True)]
    aligned = {}
    copies = _copies(readings)
    same = {(x.a, x.b) for x in copies}
    for a, m, b, n in candidates(readings, weights):
        if (a, b) not in same and (found := align(sides[a][m], sides[b][n])):
            aligned[a, m, b, n] = found
    pause = partial(progress, 3, 6)
    aligned |= {place: found for place, found in opinion.strangers(sides, pause).items() if place[::2] not in same}
    gains = opinion.gains(sides, aligned, pause)
    scores = rescored({p: odds(found.evidence) + gains.get(p, 0.0) for p, found in aligned.items()}, readings)
    links = tuple(
        Link(*place, found, points, _shares(place, found, readings))
        for place, found in aligned.items()
        if (points := 100 * probability(scores[place])) >= _WORTH_KEEPING
    )
    return Scored(readings, links, copies, quoted)


def _shares(place: Place, found: Aligned, readings: Sequence[Reading]) -> tuple[float, float]:
    a, m, b, n = place
    left, right = readings[a].units[m], readings[b].units[n]
    return (
        (found.left[1] - found.left[0]) / (left.end - left.start),
        (found.right[1] - found.right[0]) / (right.end - right.start),
    )


def _copies(readings: Sequence[Reading]) -> tuple[Link, ...]:
    spoken = [tuple(r.words.forms[n] for u in r.units for n in range(u.start, u.end)) for r in readings]
    return tuple(
        Link(a, 0, b, 0, Aligned(_all(readings[a]), _all(readings[b]), Evidence.of_copy(len(spoken[a]))), 100.0, (1, 1))
        for a, b in combinations(range(len(readings)), 2)
        if spoken[a] and spoken[a] == spoken[b]
    )


def _all(reading: Reading) -> tuple[int, int]:
    return reading.units[0].start, reading.units[-1].end
