"""Names for findings that stay the same while the texts do: what a reader decided is found again by them.

A finding is known by where its words stand, in articles known by their text; neither cutoffs nor the order of the
panes nor a better wording of what is counted changes that.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from reader.compare.comparison import Comparison, Excerpt, LedgerRow, Passage, Quotation

_LENGTH = 24  # of the digest: enough that no two findings share one
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
    named = ((finding, of(comparison, finding)) for finding in every(comparison))
    return {finding: held[name] for finding, name in named if name in held}


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
