"""How each article's text stands to the others': what is found elsewhere, what only it has, what it lacks."""

from collections import defaultdict
from collections.abc import Sequence

from reader.compare.comparison import Coverage, Passage
from reader.compare.witness import Witness
from reader.text.spans import Span, joined

_FOUND = 0.3
"""The share of a sentence that must be found elsewhere for it not to be only here."""
_LEAST_WORDS = 4
"""Words in a sentence, at least, to be worth showing as found only here."""


def find(witnesses: Sequence[Witness], passages: Sequence[Passage]) -> tuple[Coverage, ...]:
    """One coverage an article, in the order of the witnesses."""
    spans: dict[str, list[Span]] = defaultdict(list)
    for passage in passages:
        for excerpt in passage.excerpts:
            spans[excerpt.article].append(excerpt.span)
    return tuple(_of(w, joined(spans[w.article.id]), len(witnesses), passages) for w in witnesses)


def _of(witness: Witness, shared: tuple[Span, ...], count: int, passages: Sequence[Passage]) -> Coverage:
    held = _held(witness.sentences, shared)
    total = sum(len(s) for s in witness.sentences)
    only = tuple(
        s
        for s, n in zip(witness.sentences, held, strict=True)
        if n < _FOUND * len(s) and len(s.of(witness.article.text).split()) >= _LEAST_WORDS
    )
    missing = tuple(
        n
        for n, p in enumerate(passages)
        if witness.article.id not in (has := {e.article for e in p.excerpts}) and len(has) * 2 > count - 1
    )
    return Coverage(witness.article.id, sum(held) / total if total else 0.0, only, missing)


def _held(sentences: Sequence[Span], shared: Sequence[Span]) -> list[int]:
    """How many characters of each sentence the shared spans hold; both in order."""
    result, first = [], 0
    for sentence in sentences:
        while first < len(shared) and shared[first].end <= sentence.start:
            first += 1
        n, total = first, 0
        while n < len(shared) and shared[n].start < sentence.end:
            total += sentence.overlap(shared[n])
            n += 1
        result.append(total)
    return result
