"""Figures: the numbers of each article with what they count, and the rows in which they agree or clash.

text -> tokens -> numbers -> quantities (decoys left out) -> claims -> pairs (by key, by alignment; one judge) -> rows
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from reader.compare.comparison import Doubt, Explanation, Figure, FigureOmission, LedgerRow, Origin
from reader.compare.figures import foreign, tables
from reader.compare.figures.claims import context
from reader.compare.figures.claims.article import OPENING, claims_of, sentences_of
from reader.compare.figures.pairs.evidence import Evidence
from reader.compare.figures.pairs.judge import PairVerdict
from reader.compare.figures.pairs.profile import Profile, profile, rarity
from reader.compare.figures.pairs.verdicts import commensurate
from reader.compare.figures.rows import grouping, labels
from reader.compare.meaning import EmbeddingScorer
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness
from reader.progress import Pause, unpaused


def read(witness: Witness, options: FigureOptions | None = None) -> tuple[Figure, ...]:
    """Every figure of one article, in order, with its own scope."""
    options = options or FigureOptions()
    claims, _clauses = claims_of(witness, sentences_of(witness), frozenset(), options)
    return tuple(labels.named(claim) for claim in claims)


def find(
    witnesses: Sequence[Witness],
    origins: Sequence[Origin],
    options: FigureOptions | None = None,
    meaning: EmbeddingScorer | None = None,
    pause: Pause = unpaused,
) -> tuple[LedgerRow, ...]:
    """The ledger: a row for every scope of which two articles give a figure, worst first; whatever their order.

    `meaning` helps to tell which figures are of one thing, and is never needed. `pause` is called now and then.
    """
    return grouping.rows(profiles(witnesses, options or FigureOptions(), pause), origins, meaning)


MOST_EXPLAINED = 20_000
"""Pairs that are explained at most: tables of numbers would make more than anybody reads."""


def explain(
    witnesses: Sequence[Witness], options: FigureOptions | None = None, meaning: EmbeddingScorer | None = None
) -> tuple[Explanation, ...]:
    """For any two figures of one dimension in different articles why they were compared or not, in text order."""
    found = sorted(profiles(witnesses, options or FigureOptions()), key=lambda p: p.claim.figure.excerpt)
    judged = grouping.rulings(found, Evidence(meaning))
    result = []
    for i, j in islice(_pairs(found), MOST_EXPLAINED):
        ruling = judged.get((i, j), _UNLIKE)
        verdict = ruling.held[0] if ruling.held is not None else None
        left, right = found[i].claim.figure, found[j].claim.figure
        result.append(Explanation(left, right, verdict, ruling.confidence, ruling.doubts))
    return tuple(result)


_UNLIKE = PairVerdict(None, 0.0, (Doubt.OTHER_WORDS, Doubt.RIVAL))
"""Of pairs that no road brings: they share too little, or each fits another better."""


def _pairs(found: Sequence[Profile]) -> Iterator[tuple[int, int]]:
    for (i, a), (j, b) in combinations(enumerate(found), 2):
        if a.claim.article != b.claim.article and _is_of_one_measure(a, b):
            yield i, j


def _is_of_one_measure(a: Profile, b: Profile) -> bool:
    left, right = commensurate(a.claim.figure.quantity, b.claim.figure.quantity)
    return left.dimension == right.dimension


def unread(witnesses: Sequence[Witness]) -> tuple[str, ...]:
    """The ids of the articles whose figures are not read, for want of a table of their language."""
    return foreign.unread(witness.article for witness in witnesses)


def omissions(witness: Witness) -> tuple[FigureOmission, ...]:
    """What of an article is not read for figures though its language is: tables, and what is beyond measure."""
    return () if foreign.unread([witness.article]) else tables.omissions(witness)


def profiles(witnesses: Sequence[Witness], options: FigureOptions, pause: Pause = unpaused) -> list[Profile]:
    """The claims of all articles, each with what stands around it, weighed."""
    cut = [sentences_of(witness) for witness in witnesses]
    main = context.main_names([sentences[:OPENING] for sentences in cut])
    found = []
    for witness, sentences in zip(witnesses, cut, strict=True):
        claims, clauses = claims_of(witness, sentences, main, options, pause)
        rare = rarity(clauses, (claim.clause for claim in claims)) if claims else {}
        for claim in claims:
            pause()
            found.append(profile(claim, rare))
    return found
