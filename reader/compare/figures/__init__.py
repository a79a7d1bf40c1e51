"""Figures: the numbers of each article with what they count, and the rows in which they agree or clash.

text -> tokens -> numbers -> quantities (decoys left out) -> claims -> pairs (by key, by alignment; one judge) -> rows
"""

from collections.abc import Sequence

from reader.compare.comparison import Figure, LedgerRow, Origin
from reader.compare.figures.claims import context
from reader.compare.figures.claims.article import OPENING, claims_of, sentences_of
from reader.compare.figures.pairs.profile import Profile, profile, rarity
from reader.compare.figures.rows import grouping
from reader.compare.options import FigureOptions
from reader.compare.witness import Witness


def read(witness: Witness, options: FigureOptions | None = None) -> tuple[Figure, ...]:
    """Every figure of one article, in order, with its own scope."""
    options = options or FigureOptions()
    claims, _clauses = claims_of(witness, sentences_of(witness), frozenset(), options)
    return tuple(claim.figure for claim in claims)


def find(
    witnesses: Sequence[Witness], origins: Sequence[Origin], options: FigureOptions | None = None
) -> tuple[LedgerRow, ...]:
    """The ledger: a row for every scope of which two articles give a figure, worst first; whatever their order."""
    return grouping.rows(profiles(witnesses, options or FigureOptions()), origins)


def profiles(witnesses: Sequence[Witness], options: FigureOptions) -> list[Profile]:
    """The claims of all articles, each with what stands around it, weighed."""
    cut = [sentences_of(witness) for witness in witnesses]
    main = context.main_names([sentences[:OPENING] for sentences in cut])
    found = []
    for witness, sentences in zip(witnesses, cut, strict=True):
        claims, clauses = claims_of(witness, sentences, main, options)
        rare = rarity(clauses)
        found += [profile(claim, rare) for claim in claims]
    return found
