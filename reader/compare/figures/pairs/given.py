"""What each article gives anywhere: one that gives the other's figure too does not contradict it."""

from collections import Counter
from collections.abc import Iterable

from reader.compare.comparison import Figure
from reader.compare.figures.pairs.evidence import UNMEASURED
from reader.compare.figures.quantities.units import in_base

VALUED = frozenset(["money", "percent"])
"""Dimensions of which every value tells."""
_TELLING_COUNT = 20
"""A count this high is hardly given twice for two things by chance."""


class Given:
    """Which article gives which values, of which measure, anywhere."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._given: set[tuple[str, str, str, float]] = set()
        self._said: set[tuple[object, ...]] = set()
        self._count: Counter[tuple[str, str, str]] = Counter()
        for figure in figures:
            self._given.add(self._key(figure.excerpt.article, figure))
            self._said.add(self._scoped(figure.excerpt.article, figure))
            self._count[self._key(figure.excerpt.article, figure)[:3]] += 1

    def is_sole(self, figure: Figure) -> bool:
        """Whether it is the only figure of its measure in its article."""
        return self._count[self._key(figure.excerpt.article, figure)[:3]] == 1

    def says(self, article: str, other: Figure) -> bool:
        """Whether the article says the same of the same with the other's value: then it does not contradict it."""
        return bool(other.scope.said or other.scope.counted) and self._scoped(article, other) in self._said

    def gives(self, article: str, other: Figure) -> bool:
        """Whether the article gives the other's value for its measure, whatever of."""
        return self._key(article, other) in self._given

    def knows(self, article: str, other: Figure) -> bool:
        """Whether it gives a value that is hardly given twice for two things by chance."""
        quantity = other.quantity
        telling = quantity.dimension in VALUED or (quantity.dimension not in UNMEASURED and _is_high(other))
        return telling and self.gives(article, other)

    def _scoped(self, article: str, figure: Figure) -> tuple[object, ...]:
        return (*self._key(article, figure), figure.scope.said, figure.scope.counted)

    @staticmethod
    def _key(article: str, figure: Figure) -> tuple[str, str, str, float]:
        quantity = figure.quantity
        unit = quantity.unit if quantity.dimension == "money" else ""
        return article, quantity.dimension, unit, float(f"{in_base(quantity.value[1], quantity.unit):.6g}")


def _is_high(figure: Figure) -> bool:
    return figure.quantity.dimension != "count" or figure.quantity.value[1] >= _TELLING_COUNT
