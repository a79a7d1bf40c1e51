"""A figure on its way to the ledger."""

from dataclasses import dataclass

from reader.compare.comparison import Figure
from reader.compare.figures.claims.reach import Reach


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure, what it is about, when its article was published, and the telling words around it."""

    figure: Figure
    reach: Reach
    published: str
    company: frozenset[str] = frozenset()
