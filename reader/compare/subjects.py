"""Names for findings that stay the same while the texts do: what a reader decided is found again by them.

A finding is known by where its words stand, in articles known by their text; neither cutoffs nor the order of the
panes nor a better wording of what is counted changes that.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import combinations
from typing import TypeVar

from reader.compare.comparison import Comparison, Excerpt, LedgerRow, Passage, Quotation
from reader.compare.marks import quoted
from reader.text.spans import Span

_LENGTH = 24  # of the digest: enough that no two findings share one
_LONGEST = 2_500  # characters that a quotation may reach beyond one of its sentences
T = TypeVar("T")


class Kind(StrEnum):
    """What a reader may decide on."""

    FIGURES = "figures"
    PASSAGE = "passage"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a comparison by its place: in the ledger, among the passages or among the quotations."""

    kind: Kind
    index: int


def of(comparison: Comparison, finding: Finding) -> str:
    """The name of a finding."""
    match finding.kind:
        case Kind.FIGURES:
            return of_row(comparison, comparison.ledger[finding.index])
        case Kind.PASSAGE:
            return of_passage(comparison, comparison.passages[finding.index])
        case Kind.QUOTATION:
            return of_quotation(comparison, comparison.quotations[finding.index])


def every(comparison: Comparison) -> list[Finding]:
    """All that a reader may decide on."""
    return [
        *(Finding(Kind.FIGURES, i) for i in range(len(comparison.ledger))),
        *(Finding(Kind.PASSAGE, i) for i in range(len(comparison.passages))),
        *(Finding(Kind.QUOTATION, i) for i in range(len(comparison.quotations))),
    ]


def placed(comparison: Comparison, held: Mapping[str, T]) -> dict[Finding, T]:
    """What is held under the names of findings, by their place in this comparison; what it lacks is left out."""
    if not held:
        return {}
    known = known_again(comparison, held)
    named = ((finding, of(comparison, finding)) for finding in every(comparison))
    return {finding: known[name] for finding, name in named if name in known}


def known_again(comparison: Comparison, held: Mapping[str, T]) -> Mapping[str, T]:
    """What is held under the names of findings, and under those that quotations have now.

    Until 0.1.0 a quotation was two utterances with their marks; what was decided on these counts for the group that
    holds them.
    """
    if not any(name.startswith(f"{Kind.QUOTATION.value}:") for name in held):
        return held
    found = {}
    for quotation in comparison.quotations:
        now = of_quotation(comparison, quotation)
        before = next((name for name in _former_names(comparison, quotation) if name in held), None)
        if now not in held and before is not None:
            found[now] = held[before]
    return {**held, **found}


def _former_names(comparison: Comparison, quotation: Quotation) -> Iterator[str]:
    """The names of every two of a quotation's utterances, and of all of them, each with its marks."""
    marked = [_with_marks(comparison, credit.excerpt) for credit in quotation.credits]
    for pair in combinations(dict.fromkeys(marked), 2):
        yield _subject("quotation", comparison, pair)
    yield _subject("quotation", comparison, dict.fromkeys(marked))


def _with_marks(comparison: Comparison, excerpt: Excerpt) -> Excerpt:
    """The whole of what stands in quotation marks where an excerpt begins, up to where it ends, marks included."""
    text = comparison.article(excerpt.article).text
    start = text.rfind("\n\n", 0, excerpt.span.start) + 1  # never in the middle of a quotation
    around = Span(start, min(len(text), excerpt.span.end + _LONGEST))
    held = [stretch.span for stretch in quoted(text, [around]) if stretch.span.overlap(excerpt.span)]
    return Excerpt(excerpt.article, Span(held[0].start, held[-1].end)) if held else excerpt


def of_row(comparison: Comparison, row: LedgerRow) -> str:
    """The name of a row of the ledger."""
    return _subject("figures", comparison, (figure.excerpt for figure in row.mentions))


def of_passage(comparison: Comparison, passage: Passage) -> str:
    """The name of a passage."""
    return _subject("passage", comparison, passage.excerpts)


def of_quotation(comparison: Comparison, quotation: Quotation) -> str:
    """The name of a quotation."""
    return _subject("quotation", comparison, (credit.excerpt for credit in quotation.credits))


def _subject(kind: str, comparison: Comparison, excerpts: Iterable[Excerpt]) -> str:
    places = sorted(
        f"{_fingerprint(comparison.article(one.article).text)} {one.span.start} {one.span.end}" for one in excerpts
    )
    return f"{kind}:{hashlib.sha256(chr(10).join(places).encode()).hexdigest()[:_LENGTH]}"


@lru_cache(maxsize=64)
def _fingerprint(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
