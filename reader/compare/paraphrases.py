"""Paraphrases: what an article that does not quote an utterance says in its place."""

from collections.abc import Iterator, Sequence

from reader.compare.comparison import Credit, Excerpt, Passage
from reader.compare.quotations import Quote
from reader.compare.span_index import SpanIndex

_LEAST_TOLD = 0.5
"""The share of an utterance that a passage holds, at least, for the passage's other excerpts to tell it."""
_QUOTED = 0.25
"""The share of an excerpt that stands in quotation marks, from which on it quotes and does not tell."""


class Paraphrases:
    """What articles that do not quote an utterance say in its place, in the passages that hold it."""

    def __init__(self, passages: Sequence[Passage], quotes: Sequence[Quote]) -> None:
        self._passages = passages
        self._places = SpanIndex((e.article, e.span, n) for n, passage in enumerate(passages) for e in passage.excerpts)
        self._parts = [(q.article, part) for q in quotes for part in q.parts]
        self._quoted = SpanIndex((article, part, n) for n, (article, part) in enumerate(self._parts))

    def of(self, given: Sequence[Credit]) -> Iterator[Excerpt]:
        """One excerpt an article."""
        seen = {credit.excerpt.article for credit in given}
        for n in sorted({n for credit in given for n in self._places.at(credit.excerpt)}):
            excerpts = self._passages[n].excerpts
            if not any(_holds(excerpt, credit) for excerpt in excerpts for credit in given):
                continue
            for excerpt in excerpts:
                if excerpt.article not in seen and not self._is_quoted(excerpt):
                    seen.add(excerpt.article)
                    yield excerpt

    def _is_quoted(self, excerpt: Excerpt) -> bool:
        held = sum(self._parts[n][1].overlap(excerpt.span) for n in self._quoted.at(excerpt))
        return held >= _QUOTED * len(excerpt.span)


def _holds(excerpt: Excerpt, credit: Credit) -> bool:
    """Whether an excerpt is this wording rather than what stands around it."""
    if excerpt.article != credit.excerpt.article:
        return False
    overlap = sum(span.overlap(excerpt.span) for span in credit.spans)
    return overlap >= _LEAST_TOLD * max(sum(map(len, credit.spans)), len(excerpt.span))
