"""Rows of the ledger as a reader put them together or took them apart, their verdicts concluded anew.

What a reader did is kept as groups: the mentions that stand in one row of their own. A mention that is in a group
stands there and nowhere else; every other one stays where the engine put it.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from itertools import combinations, product

from reader.compare.comparison import Comparison, Doubt, Excerpt, Figure, Judgement, LedgerRow
from reader.compare.figures.pairs.given import Given
from reader.compare.figures.pairs.judge import of_values
from reader.compare.figures.rows import row_verdict

Group = frozenset[Excerpt]
Groups = tuple[Group, ...]


def regrouped(comparison: Comparison, groups: Iterable[Collection[Excerpt]]) -> Comparison:
    """The comparison, with a row for every group; mentions that it lacks are passed over. Of two groups that claim
    one mention the later has it."""
    place = {excerpt: number for number, group in enumerate(groups) for excerpt in group}
    taken: dict[int, dict[Excerpt, Figure]] = {}
    rows, donors = [], []
    for row in comparison.ledger:
        rest = [mention for mention in row.mentions if mention.excerpt not in place]
        if len(rest) == len(row.mentions):
            rows.append(row)
            continue
        donors.append(row)
        for mention in row.mentions:
            if mention.excerpt in place:
                taken.setdefault(place[mention.excerpt], {})[mention.excerpt] = mention
        if rest:
            rows.append(_row(comparison, rest, [row]))
    rows += [_row(comparison, list(mentions.values()), donors) for mentions in taken.values()]
    return replace(comparison, ledger=row_verdict.worst_first(rows)) if donors else comparison


def mentions_of(row: LedgerRow) -> Group:
    """What stands in a row."""
    return frozenset(mention.excerpt for mention in row.mentions)


def split(groups: Iterable[Group], row: LedgerRow, chosen: Collection[Excerpt]) -> Groups:
    """The groups once the chosen mentions of a row stand in a row of their own; the same where none is left behind."""
    away = mentions_of(row) & frozenset(chosen)
    if not away or away == mentions_of(row):
        return tuple(groups)
    return (*filter(None, (group - away for group in groups)), away)


def join(groups: Iterable[Group], rows: Sequence[LedgerRow]) -> Groups:
    """The groups once all mentions of several rows stand in one."""
    whole = frozenset[Excerpt]().union(*map(mentions_of, rows))
    if len(rows) < 2:
        return tuple(groups)
    return (*filter(None, (group - whole for group in groups)), whole)


def as_found(ledger: Iterable[LedgerRow], groups: Iterable[Group], row: LedgerRow) -> Groups:
    """The groups without those that have to do with a row: `ledger` is as the engine found it."""
    kept, found, whole = list(groups), list(map(mentions_of, ledger)), mentions_of(row)
    grown = True
    while grown:
        touched = [group for group in (*kept, *found) if group & whole and not group <= whole]
        grown, whole = bool(touched), whole.union(*touched)
    return tuple(group for group in kept if not group & whole)


def tied(comparison: Comparison, mentions: Sequence[Figure], own: str) -> LedgerRow:
    """A row of figures that a reader holds to count one thing, under the name of what was kept of that."""
    ordered = sorted(mentions, key=lambda mention: mention.excerpt)
    judged = _judged(comparison, ordered, ())
    labels = dict.fromkeys(mention.scope.label for mention in ordered if mention.scope.label)
    return LedgerRow(" / ".join(labels), row_verdict.worst(judged), tuple(ordered), judged, own=own)


def obstacle(groups: Sequence[Sequence[Figure]]) -> tuple[Figure, Figure, Doubt] | None:
    """Two figures of different groups whose values cannot be held against one another, and why; None where all can."""
    for one, other in combinations(groups, 2):
        for left, right in product(one, other):
            ruling = of_values(left, right)
            if ruling.held is None:
                return left, right, ruling.doubts[0]
    return None


def _row(comparison: Comparison, mentions: list[Figure], donors: Sequence[LedgerRow]) -> LedgerRow:
    """A row of these mentions, which stood in the donors; one of the donors itself where it has the same."""
    mentions.sort(key=lambda mention: mention.excerpt)
    for donor in donors:
        if mentions_of(donor) == {mention.excerpt for mention in mentions}:
            return donor
    judged = _judged(comparison, mentions, donors)
    scope = _scope(mentions, donors)
    return LedgerRow(scope, row_verdict.worst(judged), tuple(mentions), judged, regrouped=True)


def _scope(mentions: Sequence[Figure], donors: Sequence[LedgerRow]) -> str:
    """What the rows were called that the mentions come from, the one that most come from first."""
    inside = {mention.excerpt for mention in mentions}
    shares = [(len(inside & mentions_of(donor)), donor.scope) for donor in donors]
    ranked = sorted((share for share in shares if share[0]), key=lambda share: (-share[0], share[1]))
    return " / ".join(dict.fromkeys(scope for _count, scope in ranked))


def _judged(comparison: Comparison, mentions: Sequence[Figure], donors: Sequence[LedgerRow]) -> tuple[Judgement, ...]:
    """The verdict on each pair: the engine's own where it put the two into one row, else one concluded now."""
    before = [_by_pair(donor) for donor in donors]
    given, origin_of = Given(mentions), row_verdict.shared_origins(comparison.origins)
    found = []
    for i, j in combinations(range(len(mentions)), 2):
        pair = frozenset((mentions[i].excerpt, mentions[j].excerpt))
        held = [own for own, donor in zip(before, donors, strict=True) if pair <= mentions_of(donor)]
        if held:
            found += [replace(own[pair], left=i, right=j) for own in held[:1] if pair in own]
        elif (judgement := _concluded(comparison, mentions, (i, j), given, origin_of)) is not None:
            found.append(judgement)
    return tuple(found)


def _by_pair(row: LedgerRow) -> dict[frozenset[Excerpt], Judgement]:
    return {frozenset(row.mentions[end].excerpt for end in (j.left, j.right)): j for j in row.judgements}


def _concluded(
    comparison: Comparison,
    mentions: Sequence[Figure],
    ends: tuple[int, int],
    given: Given,
    origin_of: dict[str, int],
) -> Judgement | None:
    """The judge's verdict on two figures that a reader holds to count one thing; None where they cannot be compared."""
    left, right = (mentions[end] for end in ends)
    articles = left.excerpt.article, right.excerpt.article
    if articles[0] == articles[1] or (ruling := of_values(left, right)).held is None:
        return None
    if ruling.is_clash and (given.gives(articles[0], right) or given.gives(articles[1], left)):
        return None
    first, second = (comparison.article(article).published for article in articles)
    update = row_verdict.update(left, right, (first, second))
    return Judgement(*ends, *ruling.held, update, row_verdict.one_origin(origin_of, left, right))
