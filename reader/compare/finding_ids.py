"""Names for findings that stay the same while the texts do, and the claims that decisions on them are about.

A finding is known by where its words stand, in articles known by their text; neither cutoffs nor the order of the
panes nor a better wording of what is counted changes that.
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

from reader.claims import Claim, Mentions
from reader.compare.comparison import Comparison, Excerpt, LedgerRow, Passage, Quotation
from reader.compare.quotation_marks import quoted
from reader.dataclass import dataclass
from reader.text.spans import Span

_LONGEST = 2_500  # characters that a quotation may reach beyond one of its sentences
T = TypeVar("T")


class SubjectKind(StrEnum):
    """What a reader may decide on."""

    FIGURES = "figures"
    PASSAGE = "passage"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a comparison by its place: in the ledger, among the passages or among the quotations."""

    kind: SubjectKind
    index: int


def of(comparison: Comparison, finding: Finding) -> str:
    """The name of a finding."""
    return claim(comparison, finding).subject


def claim(comparison: Comparison, finding: Finding) -> Claim:
    """What a decision on a finding is about."""
    return _claim(Mentions(comparison.article), finding.kind, _excerpts(comparison, finding))


def claims(comparison: Comparison) -> dict[Finding, Claim]:
    """The same of every finding."""
    mentions = Mentions(comparison.article)
    return {one: _claim(mentions, one.kind, _excerpts(comparison, one)) for one in every(comparison)}


def every(comparison: Comparison) -> list[Finding]:
    """All that a reader may decide on."""
    return [
        *(Finding(SubjectKind.FIGURES, i) for i in range(len(comparison.ledger))),
        *(Finding(SubjectKind.PASSAGE, i) for i in range(len(comparison.passages))),
        *(Finding(SubjectKind.QUOTATION, i) for i in range(len(comparison.quotations))),
    ]


def placed(comparison: Comparison, held: Mapping[str, T]) -> dict[Finding, T]:
    """What is held under the names of findings, by their place in this comparison; what it lacks is left out."""
    if not held:
        return {}
    known = known_again(comparison, held)
    named = ((finding, one.subject) for finding, one in claims(comparison).items())
    return {finding: known[name] for finding, name in named if name in known}


def known_again(comparison: Comparison, held: Mapping[str, T]) -> Mapping[str, T]:
    """What is held under the names of findings, and under those that quotations have now.

    Until 0.1.0 a quotation was two utterances with their marks; what was decided on these counts for the group that
    holds them.
    """
    if not any(name.startswith(f"{SubjectKind.QUOTATION.value}:") for name in held):
        return held
    found = {}
    for quotation in comparison.quotations:
        now = of_quotation(comparison, quotation)
        before = next((one.subject for one in former_claims(comparison, quotation) if one.subject in held), None)
        if now not in held and before is not None:
            found[now] = held[before]
    return {**held, **found}


def former_claims(comparison: Comparison, quotation: Quotation) -> Iterator[Claim]:
    """Every two of a quotation's utterances, and all of them, each with its marks: what a decision was about before."""
    mentions = Mentions(comparison.article)
    marked = list(dict.fromkeys(_with_marks(comparison, credit.excerpt) for credit in quotation.credits))
    for pair in combinations(marked, 2):
        yield _claim(mentions, SubjectKind.QUOTATION, pair)
    yield _claim(mentions, SubjectKind.QUOTATION, marked)


def _with_marks(comparison: Comparison, excerpt: Excerpt) -> Excerpt:
    """The whole of what stands in quotation marks where an excerpt begins, up to where it ends, marks included."""
    text = comparison.article(excerpt.article).text
    start = text.rfind("\n\n", 0, excerpt.span.start) + 1  # never in the middle of a quotation
    around = Span(start, min(len(text), excerpt.span.end + _LONGEST))
    held = [stretch.span for stretch in quoted(text, [around]) if stretch.span.overlap(excerpt.span)]
    return Excerpt(excerpt.article, Span(held[0].start, held[-1].end)) if held else excerpt


def own_mark_of(comparison: Comparison, finding: Finding) -> str:
    """The name of the mark by which a reader made a finding; "" where the engine found it."""
    match finding.kind:
        case SubjectKind.FIGURES:
            return comparison.ledger[finding.index].own
        case SubjectKind.PASSAGE:
            return comparison.passages[finding.index].own
        case SubjectKind.QUOTATION:
            return ""


def of_row(comparison: Comparison, row: LedgerRow) -> str:
    """The name of a row of the ledger."""
    return _subject(SubjectKind.FIGURES, comparison, (figure.excerpt for figure in row.mentions))


def of_passage(comparison: Comparison, passage: Passage) -> str:
    """The name of a passage."""
    return _subject(SubjectKind.PASSAGE, comparison, passage.excerpts)


def of_quotation(comparison: Comparison, quotation: Quotation) -> str:
    """The name of a quotation."""
    return _subject(SubjectKind.QUOTATION, comparison, (credit.excerpt for credit in quotation.credits))


def _excerpts(comparison: Comparison, finding: Finding) -> Iterable[Excerpt]:
    match finding.kind:
        case SubjectKind.FIGURES:
            return (figure.excerpt for figure in comparison.ledger[finding.index].mentions)
        case SubjectKind.PASSAGE:
            return comparison.passages[finding.index].excerpts
        case SubjectKind.QUOTATION:
            return (credit.excerpt for credit in comparison.quotations[finding.index].credits)


def _subject(kind: SubjectKind, comparison: Comparison, excerpts: Iterable[Excerpt]) -> str:
    return _claim(Mentions(comparison.article), kind, excerpts).subject


def _claim(mentions: Mentions, kind: SubjectKind, excerpts: Iterable[Excerpt]) -> Claim:
    return Claim(kind.value, tuple(sorted(mentions.of(one.article, one.span) for one in excerpts)))
