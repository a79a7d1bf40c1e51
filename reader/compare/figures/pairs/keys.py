"""Candidate pairs by key: two figures of which the lexicon knows that they are of one scope."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from reader.compare.comparison import Doubt
from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.context import MONTH
from reader.compare.figures.claims.reach import Reach, share_a_name
from reader.compare.figures.pairs.judge import of_values

Key = tuple[str, str, str, tuple[str, ...], tuple[tuple[str, ...], ...], str]

MOST = 12
"""The most mentions that one article has under a key: what says the same thing more often is a table."""
_UNLIKE = 100.0


def groups(claims: Iterable[tuple[int, FigureClaim]]) -> list[list[tuple[int, FigureClaim]]]:
    """The numbered claims under each key, those of which it is clear what they count."""
    found: dict[Key, list[tuple[int, FigureClaim]]] = {}
    for number, claim in claims:
        if claim.reach.clear:
            for key in keys(claim.reach):
                found.setdefault(key, []).append((number, claim))
    return [_capped(sorted(group, key=lambda e: e[1].figure.excerpt)) for group in found.values() if len(group) > 1]


def keys(reach: Reach) -> list[Key]:
    """The keys under which a figure is compared; one, but for a nought that speaks of several things."""
    said = reach.also or (reach.said,)
    return [(reach.kind, reach.thing, one, tuple(sorted(reach.which)), reach.places, reach.time) for one in said]


def _capped(group: Sequence[tuple[int, FigureClaim]]) -> list[tuple[int, FigureClaim]]:
    """The claims without those that an article has beyond `MOST`."""
    seen: dict[str, int] = {}
    kept = []
    for number, claim in group:
        seen[claim.article] = seen.get(claim.article, 0) + 1
        if seen[claim.article] <= MOST:
            kept.append((number, claim))
    return kept


def pairs(group: Sequence[tuple[int, FigureClaim]]) -> Iterator[tuple[int, int, tuple[Doubt, ...]]]:
    """The pairs of different articles under one key, each with what keeps it from clashing."""
    known = {(c.article, c.figure.quantity.value, c.figure.quantity.unit) for _n, c in group}
    at_odds = _at_odds([claim for _number, claim in group])
    for (i, a), (j, b) in combinations(group, 2):
        if a.article != b.article and share_a_name(a.reach, b.reach):
            yield i, j, _against(a, b, known, at_odds)


def _against(
    a: FigureClaim, b: FigureClaim, known: set[tuple[str, tuple[float, float], str]], at_odds: frozenset[str]
) -> tuple[Doubt, ...]:
    found = []
    if _are_unlike(a, b):
        found.append(Doubt.FAR_APART)
    if (a.reach.day and b.reach.day and a.reach.day != b.reach.day) or _is_some_time(a.reach.time):
        found.append(Doubt.OTHER_TIME)
    if {a.article, b.article} & at_odds:
        found.append(Doubt.AT_ODDS)
    x, y = a.figure.quantity, b.figure.quantity
    if a.reach.kind != "clock" and ((a.article, y.value, y.unit) in known or (b.article, x.value, x.unit) in known):
        found.append(Doubt.KNOWS_THE_OTHER)
    return tuple(found)


def _is_some_time(time: str) -> bool:
    """Whether it is of another time, and nobody knows which; two of one year or one month are of one time."""
    return bool(time) and not time.isdecimal() and not time.startswith(MONTH)


def _at_odds(group: Sequence[FigureClaim]) -> frozenset[str]:
    """The articles whose own figures under the key contradict one another: it does not tell apart what they mean.

    Tolls are left out, and what different people say: of those an article may well report two accounts.
    """
    mine: dict[str, list[FigureClaim]] = {}
    for claim in group:
        if not claim.reach.running:
            mine.setdefault(claim.article, []).append(claim)
    return frozenset(
        article for article, own in mine.items() if any(_contradict(a, b) for a, b in combinations(own, 2))
    )


def _contradict(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether one article, or one whom it quotes, says both and cannot mean the same."""
    if a.voice != b.voice and a.voice and b.voice:
        return False
    return share_a_name(a.reach, b.reach) and of_values(a.figure, b.figure).is_conflict


def _are_unlike(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether two counts are so far apart that they must be of different things."""
    less, more = sorted((a.figure.quantity.value, b.figure.quantity.value))
    return a.reach.kind == "count" and more[0] >= 1000 and more[0] >= less[1] * _UNLIKE
