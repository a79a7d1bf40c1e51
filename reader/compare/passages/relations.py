"""How the excerpts of a passage stand to one another."""

from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from reader.compare.comparison import Relation
from reader.compare.passages.matcher_input import MatcherInput
from reader.text.spans import Span

_QUOTED = 0.5
"""The share of every excerpt that must stand between quotation marks for a passage to be a quotation."""
VERBATIM = 0.9
"""The likeness of the words in order from which on copying is the only explanation."""


def relation(excerpts: Sequence[tuple[MatcherInput, Span, tuple[Span, ...]]]) -> Relation:
    """The relation of excerpts, each given with its article and what of that stands between quotation marks."""
    if all(sum(span.overlap(q) for q in quoted) >= _QUOTED * len(span) for _, span, quoted in excerpts):
        return Relation.QUOTATION
    words = [_codes(reading, span) for reading, span, _ in excerpts]
    alike = all(LCSseq.normalized_similarity(words[0], other) >= VERBATIM for other in words[1:])
    return Relation.VERBATIM if alike else Relation.REWORDED


def _codes(reading: MatcherInput, span: Span) -> str:
    """The words of an excerpt, a character for each."""
    starts = reading.words.starts
    return reading.codes[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
