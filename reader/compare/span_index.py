"""Where excerpts stand, and what overlaps one of them, found without a look at all."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from reader.compare.comparison import Excerpt
from reader.text.spans import Span

_NEAREST = 64
"""Overlapping places that are looked at: excerpts nest, though hardly so deep."""


class SpanIndex:
    """Numbers by where they stand in articles; what overlaps an excerpt is found without a look at all of them."""

    def __init__(self, placed: Iterable[tuple[str, Span, int]]) -> None:
        self._held: dict[str, list[tuple[Span, int]]] = defaultdict(list)
        for article, span, number in placed:
            self._held[article].append((span, number))
        for held in self._held.values():
            held.sort()

    def at(self, excerpt: Excerpt) -> list[int]:
        """The numbers of what overlaps an excerpt, in order; of many that are nested, those that begin nearest."""
        held = self._held.get(excerpt.article, [])
        last = bisect_left(held, excerpt.span.end, key=lambda one: one[0].start)
        near = held[max(0, last - _NEAREST) : last]
        return [number for span, number in near if span.end > excerpt.span.start]
