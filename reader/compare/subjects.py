"""Names for findings that stay the same while the texts do: what a reader decided is found again by them.

A finding is known by where its words stand, in articles known by their text; neither cutoffs nor the order of the
panes nor a better wording of what is counted changes that.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache

from reader.compare.comparison import Comparison, Excerpt, LedgerRow, Passage, Quotation

_LENGTH = 24  # of the digest: enough that no two findings share one


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
