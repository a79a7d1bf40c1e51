"""Candidate pairs across languages: figures of one measure in sentences that are translations of one another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.compare.figures.pairs.alignment import measure
from reader.compare.figures.pairs.evidence import Evidence
from reader.compare.figures.pairs.profile import Profile
from reader.dataclass import dataclass

LIKE = 0.55
"""From which likeness by meaning on two sentences of two languages may say the same; strangers lie far below."""
_MOST = 4_000
"""Pairs of sentences that are looked at for two articles, at most: tables of numbers are no prose."""


@dataclass(frozen=True, slots=True, eq=False)
class TranslatedPair:
    """Two claims in two languages, and how near their sentences lie by meaning, 0 to 1."""

    a: Profile
    b: Profile
    nearness: float


def translated(profiles: Sequence[Profile], evidence: Evidence) -> Iterator[TranslatedPair]:
    """The pairs whose sentences are each other's nearest; of several figures of a measure the first meets the first."""
    by_article: dict[str, dict[int, list[Profile]]] = defaultdict(lambda: defaultdict(list))
    for one in profiles:
        by_article[one.claim.article][one.claim.place].append(one)
    articles = sorted(by_article)
    for n, left in enumerate(articles):
        for right in articles[n + 1 :]:
            ours, theirs = by_article[left], by_article[right]
            if _language(ours) != _language(theirs) and len(ours) * len(theirs) <= _MOST:
                yield from _between(ours, theirs, evidence)


def _language(sentences: dict[int, list[Profile]]) -> str:
    return next(iter(sentences.values()))[0].claim.clause.language


def _between(
    ours: dict[int, list[Profile]], theirs: dict[int, list[Profile]], evidence: Evidence
) -> Iterator[TranslatedPair]:
    near = {
        (m, n): nearness
        for m, left in ours.items()
        for n, right in theirs.items()
        if (nearness := evidence.near(left[0], right[0]) or 0.0) >= LIKE
    }
    best_left: dict[int, float] = defaultdict(float)
    best_right: dict[int, float] = defaultdict(float)
    for (m, n), nearness in near.items():
        best_left[m], best_right[n] = max(best_left[m], nearness), max(best_right[n], nearness)
    for (m, n), nearness in near.items():
        if nearness == best_left[m] == best_right[n]:
            for a, b in _in_order(ours[m], theirs[n]):
                yield TranslatedPair(a, b, nearness)


def _in_order(left: Sequence[Profile], right: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """The figures of two sentences measure by measure, where both have as many of it."""
    sides: list[dict[tuple[str, str], list[Profile]]] = [defaultdict(list), defaultdict(list)]
    for side, several in zip(sides, (left, right), strict=True):
        for one in several:
            side[measure(one)[:2]].append(one)
    for kind, mine in sides[0].items():
        yours = sides[1].get(kind, [])
        if len(mine) == len(yours):
            yield from zip(mine, yours, strict=True)
