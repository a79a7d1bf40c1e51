"""Ledger rows: figures of several articles under one key, and the verdict on each pair."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from reader.compare.comparison import Judgement, LedgerRow, Origin, Verdict
from reader.compare.figures.claims.claim import Claim
from reader.compare.figures.claims.reach import Reach
from reader.compare.figures.pairs import tempering as pairs
from reader.compare.figures.pairs import verdicts
from reader.compare.figures.pairs.echoes import echoes
from reader.compare.figures.pairs.tempering import CLASH

Key = tuple[str, str, str, tuple[str, ...], tuple[tuple[str, ...], ...], str]


def rows(entries: Iterable[Claim], origins: Sequence[Origin], main: frozenset[str]) -> tuple[LedgerRow, ...]:
    """The rows with figures of two or more articles, worst first; `main` are the names of the whole story."""
    entries = list(entries)
    groups: dict[Key, list[Claim]] = {}
    for entry in entries:
        if entry.reach.clear:
            for key in keys(entry.reach):
                groups.setdefault(key, []).append(entry)
    origin_of = pairs.shared_origins(origins)
    found = [row for group in groups.values() for row in _rows_of(group, origin_of)]
    placed = {mention for row in found for mention in row.mentions}
    left = [entry for entry in entries if entry.figure not in placed]
    found.extend(row for group in echoes(left, main) for row in _rows_of(group, origin_of) if row.verdict not in CLASH)
    return pairs.worst_first(found)


def keys(reach: Reach) -> list[Key]:
    """The keys under which a figure is compared; one, but for a nought that speaks of several things."""
    said = reach.also or (reach.said,)
    return [(reach.kind, reach.thing, one, tuple(sorted(reach.which)), reach.places, reach.time) for one in said]


def _rows_of(group: list[Claim], origin_of: dict[str, int]) -> list[LedgerRow]:
    group = _capped(sorted(group, key=lambda e: e.figure.excerpt))
    known = pairs.known(e.figure for e in group)
    at_odds = _at_odds(group)
    judged = []
    for i, j in combinations(range(len(group)), 2):
        judgement = _judged(group, i, j, origin_of, known, at_odds)
        if judgement is not None:
            judged.append(judgement)
    result = []
    for members in _connected(len(group), judged):
        place = {old: new for new, old in enumerate(members)}
        own = tuple(
            Judgement(place[p.left], place[p.right], p.verdict, p.reason, p.update, p.one_origin)
            for p in judged
            if p.left in place
        )
        mentions = tuple(group[m].figure for m in members)
        label = next((r.label for r in (group[m].reach for m in members) if r.label and not r.also), "")
        result.append(LedgerRow(label or _plain_label(group[members[0]]), pairs.worst(own), mentions, own))
    return result


MOST = 12
"""The most mentions that one article has in a row: what says the same thing more often is a table."""


def _capped(group: Sequence[Claim]) -> list[Claim]:
    """The entries without those that an article has beyond `MOST`."""
    seen: dict[str, int] = {}
    kept = []
    for entry in group:
        article = entry.figure.excerpt.article
        seen[article] = seen.get(article, 0) + 1
        if seen[article] <= MOST:
            kept.append(entry)
    return kept


def _at_odds(group: Sequence[Claim]) -> frozenset[str]:
    """The articles whose own figures under the key contradict one another: it does not tell apart what they mean.

    Tolls are left out: of them an article may well report two accounts.
    """
    mine: dict[str, list[Claim]] = {}
    for entry in group:
        if not entry.reach.running:
            mine.setdefault(entry.figure.excerpt.article, []).append(entry)
    return frozenset(
        article for article, own in mine.items() if any(_contradict(a, b) for a, b in combinations(own, 2))
    )


def _contradict(a: Claim, b: Claim) -> bool:
    return (
        _share_a_name(a.reach, b.reach)
        and verdicts.verdict(a.figure.quantity, b.figure.quantity)[0] is Verdict.CONFLICT
    )


def _plain_label(entry: Claim) -> str:
    """What a row is called whose figures name nothing: by its first figure."""
    return entry.reach.label or entry.figure.quantity.dimension


def _connected(count: int, judged: Sequence[Judgement]) -> list[list[int]]:
    """The mentions that a judgement joins, directly or through others."""
    root = list(range(count))

    def top(n: int) -> int:
        while root[n] != n:
            root[n] = root[root[n]]
            n = root[n]
        return n

    for pair in judged:
        root[top(pair.left)] = top(pair.right)
    joined: dict[int, list[int]] = {}
    for n in range(count):
        joined.setdefault(top(n), []).append(n)
    return [members for members in joined.values() if len(members) > 1]


def _judged(
    group: list[Claim], i: int, j: int, origin_of: dict[str, int], known: pairs.Known, at_odds: frozenset[str]
) -> Judgement | None:
    a, b = group[i], group[j]
    left, right = a.figure.excerpt.article, b.figure.excerpt.article
    if left == right or not _share_a_name(a.reach, b.reach):
        return None
    if a.figure.quantity.dimension == "money" and a.figure.quantity.unit != b.figure.quantity.unit:
        return None
    found, reason = verdicts.verdict(a.figure.quantity, b.figure.quantity)
    if a.reach.kind == "clock" and not {a.reach.zone, b.reach.zone} <= _UNZONED and a.reach.zone != b.reach.zone:
        zoned = verdicts.clock_verdict(a.figure.quantity, b.figure.quantity, a.reach.zone, b.reach.zone)
        if zoned is None:
            return None
        found = zoned
    if found in CLASH and (_unlike(a, b) or _of_other_days(a, b) or _vaguely_past(a) or {left, right} & at_odds):
        return None
    if (
        found in CLASH
        and a.reach.kind != "clock"
        and (pairs.knows(known, left, b.figure) or pairs.knows(known, right, a.figure))
    ):
        return None
    update = pairs.update(a.figure, b.figure, (a.published, b.published))
    return Judgement(i, j, found, reason, update, pairs.one_origin(origin_of, a.figure, b.figure))


_UNZONED = {"", "local"}
_UNLIKE = 100.0


def _unlike(a: Claim, b: Claim) -> bool:
    """Whether two counts are so far apart that they must be of different things."""
    low, high = sorted((a.figure.quantity.value[1], b.figure.quantity.value[1]))
    return a.reach.kind == "count" and low > 0 and high >= 1000 and high / low >= _UNLIKE


def _of_other_days(a: Claim, b: Claim) -> bool:
    """Whether the two were so on two weekdays, or one on a day and the other up to the writing."""
    return bool(a.reach.day and b.reach.day) and a.reach.day != b.reach.day


def _vaguely_past(a: Claim) -> bool:
    """Whether the time is another than the story's and not known to be the same in both."""
    return bool(a.reach.time) and not a.reach.time.isdecimal()


def _share_a_name(a: Reach, b: Reach) -> bool:
    needed = a.one_of_several or b.one_of_several
    return bool(set(a.names) & set(b.names)) or (not needed and not (a.names and b.names))
