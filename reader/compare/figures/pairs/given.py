"""What each article gives anywhere: one that gives the other's figure too does not contradict it."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from reader.compare.comparison import Figure
from reader.compare.figures.pairs.profile import UNMEASURED
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
        self._times: Counter[tuple[str, str, str, float]] = Counter()
        self._values: dict[tuple[str, str, str], set[float]] = defaultdict(set)
        for figure in figures:
            key = self._key(figure.excerpt.article, figure)
            self._given.add(key)
            self._times[key] += 1
            self._values[key[:3]].add(key[3])
            self._said.add(self._scoped(figure.excerpt.article, figure))
            self._count[self._key(figure.excerpt.article, figure)[:3]] += 1

    def is_echo(self, a: Figure, b: Figure) -> bool:
        """Whether two articles give one telling value for one measure, in headline and text at most: of one thing."""
        x, y = (self._key(one.excerpt.article, one) for one in (a, b))
        same = x[1:] == y[1:] and a.quantity.value[0] == b.quantity.value[0]
        return same and self._times[x] <= _TOLD >= self._times[y] and _is_distinct(a)

    def is_settled(self, figure: Figure, article: str) -> bool:
        """Whether the other article gives this telling value too: what else it gives is no match for the figure."""
        there, here = self._times[self._key(article, figure)], self._times[self._key(figure.excerpt.article, figure)]
        return 0 < there <= _TOLD >= here and _is_distinct(figure)

    def is_left_alone(self, figure: Figure, article: str) -> bool:
        """Whether it is the only figure of its measure in its article whose value the other article does not give."""
        measure = self._key(figure.excerpt.article, figure)[:3]
        left = [value for value in self._values[measure] if (article, *measure[1:], value) not in self._given]
        return len(left) == 1 and self.is_once(figure)

    def is_once(self, figure: Figure) -> bool:
        """Whether its article gives its value only once for its measure."""
        return self._times[self._key(figure.excerpt.article, figure)] == 1

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


def _is_distinct(figure: Figure) -> bool:
    """Whether its value is hardly given for two things: of a measure with a scale, and no round one: 68,400, 12 %."""
    quantity = figure.quantity
    low, high = quantity.value
    digits = f"{high:.6g}".split("e")[0].replace(".", "").strip("0-")
    measured = quantity.dimension not in UNMEASURED and quantity.dimension not in _OFTEN
    return measured and low == high and len(digits) >= _DIGITS and (_is_high(figure))


_TOLD = 2
"""How often an article gives a value of one thing at most: in its headline, and in its text."""
_OFTEN = frozenset(["age", "duration"])
"""Dimensions of which the same few values are met again and again."""
_DIGITS = 2


def _is_high(figure: Figure) -> bool:
    return figure.quantity.dimension != "count" or figure.quantity.value[1] >= _TELLING_COUNT
