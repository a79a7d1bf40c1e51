"""Ledger rows: the pairs that both roads bring, judged, and put together where nothing inside a row is turned away."""

from collections.abc import Iterable, Mapping, Sequence

from reader.compare.comparison import CLASH, Doubt, Judgement, LedgerRow, Origin, Reason, Verdict
from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.pairs import alignment, confidence, keys, translation, vetoes
from reader.compare.figures.pairs.evidence import Evidence
from reader.compare.figures.pairs.given import Given
from reader.compare.figures.pairs.judge import Pair, PairVerdict, judge_pair, judge_translation
from reader.compare.figures.pairs.profile import Profile
from reader.compare.figures.rows import labels, row_verdict
from reader.compare.meaning import EmbeddingScorer

Ends = tuple[int, int]


def rows(
    profiles: Sequence[Profile], origins: Sequence[Origin], meaning: EmbeddingScorer | None = None
) -> tuple[LedgerRow, ...]:
    """The rows with figures of two or more articles, worst first."""
    profiles = sorted(profiles, key=lambda p: p.claim.figure.excerpt)
    evidence = Evidence(meaning)
    judged = judgements(profiles, evidence)
    origin_of = row_verdict.shared_origins(origins)
    found: list[tuple[LedgerRow, list[FigureClaim]]] = []
    for members in _together(profiles, judged, evidence):
        inside = {ends: ruling for ends, ruling in judged.items() if ends[0] in members and ends[1] in members}
        claims = [profiles[m].claim for m in sorted(members)]
        found.append((_row(claims, sorted(members), inside, origin_of), claims))
    return row_verdict.worst_first(labels.told_apart(found))


def judgements(profiles: Sequence[Profile], evidence: Evidence) -> dict[Ends, PairVerdict]:
    """What the judge says of every pair that a road brings; those without a verdict left out."""
    return {ends: ruling for ends, ruling in rulings(profiles, evidence).items() if ruling.held is not None}


def rulings(profiles: Sequence[Profile], evidence: Evidence) -> dict[Ends, PairVerdict]:
    """What the judge says of every pair that a road brings, and why where it says nothing."""
    given = Given(one.claim.figure for one in profiles)
    found: dict[Ends, PairVerdict] = {}
    place = {id(one): n for n, one in enumerate(profiles)}
    aligned = {
        (place[id(c.a)], place[id(c.b)]): Pair(c.a, c.b, c.features, c.likeness, c.margin)
        for c in alignment.candidates(profiles, evidence, given)
    }
    for ends, pair, against in _keyed(profiles, aligned, evidence):
        ruling = judge_pair(pair, given)
        if against and ruling.held is not None and ruling.held[0] in _CLAIMS:
            ruling = PairVerdict(None, ruling.confidence, (*against, *ruling.doubts))
            found[ends] = found.get(ends, ruling)
        else:
            found[ends] = ruling
    for ends, pair in aligned.items():
        keyed = found.get(ends)
        overruled = keyed is not None and keyed.held is None and Doubt.FAR_APART not in keyed.doubts
        copied = pair.features["verbatim"] or (overruled and vetoes.is_copy(pair.features))
        if keyed is None or copied:
            found[ends] = judge_pair(pair, given)
    for both in translation.translated(profiles, evidence):
        left, right = sorted((place[id(both.a)], place[id(both.b)]))
        figures = profiles[left].claim.figure, profiles[right].claim.figure
        found[left, right] = judge_translation(*figures, both.nearness, given)
    return found


def _keyed(
    profiles: Sequence[Profile], aligned: Mapping[Ends, Pair], evidence: Evidence
) -> Iterable[tuple[Ends, Pair, tuple[Doubt, ...]]]:
    """The pairs under one key, with what is known of them from alignment."""
    for group in keys.groups(enumerate(one.claim for one in profiles)):
        for i, j, against in keys.pairs(group):
            ends = min(i, j), max(i, j)
            known = aligned.get(ends)
            a, b = profiles[ends[0]], profiles[ends[1]]
            told = known.features if known is not None else evidence.features(a, b)
            likeness = known.likeness if known is not None else confidence.likeness(told)
            yield ends, Pair(a, b, told, likeness, known.margin if known is not None else 0.0, keyed=True), against


def _together(profiles: Sequence[Profile], judged: Mapping[Ends, PairVerdict], evidence: Evidence) -> list[set[int]]:
    """The mentions of each row: first what judged pairs join under one key, then what alignment adds, the surest first.

    A row takes nothing that would be turned away beside one of its mentions: such a pair is a row of its own, so that
    no verdict is lost. What is only worth a look stands apart, and adds nothing to a row that claims something. A
    nought that speaks of two things stands in the rows of both.
    """
    rows: list[set[int]] = []
    under_key: set[Ends] = set()
    for group in keys.groups(enumerate(one.claim for one in profiles)):
        numbers = {number for number, _claim in group}
        inside = [ends for ends in judged if ends[0] in numbers and ends[1] in numbers]
        under_key.update(inside)
        rows += _connected(inside)
    aligned = [item for item in judged.items() if item[0] not in under_key]
    looks: list[set[int]] = []
    for ends, ruling in sorted(aligned, key=lambda item: (-item[1].confidence, item[0])):
        is_look = ruling.held is not None and ruling.held[0] is Verdict.LOOK
        if not is_look:
            _add(profiles, rows, ends, judged, evidence)
        elif not any(row.issuperset(ends) for row in rows):
            _add(profiles, looks, ends, judged, evidence)
    return rows + [row for row in looks if not any(other >= row for other in rows)]


def _connected(pairs: Sequence[Ends]) -> list[set[int]]:
    """The mentions that pairs join, directly or through others."""
    rows: list[set[int]] = []
    for ends in pairs:
        touched = [row for row in rows if row & set(ends)]
        rows = [row for row in rows if row not in touched] + [set(ends).union(*touched)]
    return rows


def _add(
    profiles: Sequence[Profile],
    rows: list[set[int]],
    ends: Ends,
    judged: Mapping[Ends, PairVerdict],
    evidence: Evidence,
) -> None:
    """Put a pair into the rows that hold its ends, joined if they fit, else into a row of its own."""
    left, right = (next((row for row in rows if end in row), {end}) for end in ends)
    if left is right:
        return
    if _fit(profiles, left, right, judged, evidence):
        rows[:] = [row for row in rows if row is not left and row is not right]
        rows.append(left | right)
    else:
        rows.append(set(ends))


_LARGE = 60
"""Rows of more pairs across are joined without looking at each: what is said so often is no chance."""


def _fit(
    profiles: Sequence[Profile], left: set[int], right: set[int], judged: Mapping[Ends, PairVerdict], evidence: Evidence
) -> bool:
    """Whether no pair across two rows to be is turned away."""
    across = [(min(i, j), max(i, j)) for i in left for j in right]
    if len(across) > _LARGE:
        return True
    return not any(
        profiles[i].claim.article != profiles[j].claim.article
        and vetoes.refusals(profiles[i], profiles[j], evidence.features(profiles[i], profiles[j]))
        for i, j in across
        if (i, j) not in judged
    )


def _row(
    claims: Sequence[FigureClaim], members: Sequence[int], inside: Mapping[Ends, PairVerdict], origin_of: dict[str, int]
) -> LedgerRow:
    place = {old: new for new, old in enumerate(members)}
    own = tuple(
        _judgement(claims, (place[i], place[j]), ruling.held, ruling, origin_of)
        for (i, j), ruling in sorted(inside.items())
        if ruling.held is not None
    )
    return LedgerRow(labels.label(claims), row_verdict.worst(own), tuple(c.figure for c in claims), own)


def _judgement(
    claims: Sequence[FigureClaim],
    ends: Ends,
    held: tuple[Verdict, Reason],
    ruling: PairVerdict,
    origin_of: dict[str, int],
) -> Judgement:
    a, b = (claims[end] for end in ends)
    update = row_verdict.update(a.figure, b.figure, (a.published, b.published))
    one_origin = row_verdict.one_origin(origin_of, a.figure, b.figure)
    return Judgement(*ends, *held, update, one_origin, ruling.confidence, ruling.doubts)


_CLAIMS = (*CLASH, Verdict.LOOK)
"""What is not said of two figures under one key where something speaks against it."""
