"""How each article's text stands to the others': what is found elsewhere, what only it has, what it lacks."""

from collections import defaultdict
from collections.abc import Sequence

from reader.compare.comparison import Coverage, LedgerRow, Passage, Quotation
from reader.compare.witness import Witness
from reader.text.spans import Span, joined
from reader.vectors.texts import size

_FOUND = 0.3
"""The share of a sentence that must be found elsewhere for it not to be only here."""
_LEAST_WORDS = 4
"""Words in a sentence, at least, to be worth showing as found only here."""


def find(
    witnesses: Sequence[Witness],
    passages: Sequence[Passage],
    ledger: Sequence[LedgerRow] = (),
    quotations: Sequence[Quotation] = (),
) -> tuple[Coverage, ...]:
    """One coverage an article, in the order of the witnesses.

    A sentence whose figure is held against one of another article, or whose quotation another has, is not only here.
    """
    spans: dict[str, list[Span]] = defaultdict(list)
    for passage in passages:
        for excerpt in passage.excerpts:
            spans[excerpt.article].append(excerpt.span)
    matched = _matched(ledger, quotations)
    return tuple(
        _of(w, joined(spans[w.article.id]), matched[w.article.id], len(witnesses), passages) for w in witnesses
    )


def _matched(ledger: Sequence[LedgerRow], quotations: Sequence[Quotation]) -> dict[str, list[Span]]:
    """Figures and quotations that another article has too."""
    found: dict[str, list[Span]] = defaultdict(list)
    for row in ledger:
        for judgement in row.judgements:
            one, other = (row.mentions[n].excerpt for n in (judgement.left, judgement.right))
            if one.article != other.article:
                found[one.article].append(one.span)
                found[other.article].append(other.span)
    for quotation in quotations:
        if len({credit.excerpt.article for credit in quotation.credits}) > 1:
            for credit in quotation.credits:
                found[credit.excerpt.article].append(credit.excerpt.span)
    return found


def _of(
    witness: Witness, shared: tuple[Span, ...], matched: Sequence[Span], count: int, passages: Sequence[Passage]
) -> Coverage:
    found = held(witness.sentences, shared)
    total = sum(len(s) for s in witness.sentences)
    only = tuple(
        s
        for s, n in zip(witness.sentences, found, strict=True)
        if n < _FOUND * len(s) and size(s.of(witness.article.text)) >= _LEAST_WORDS
        if not any(s.overlap(m) for m in matched)
    )
    missing = tuple(
        n
        for n, p in enumerate(passages)
        if witness.article.id not in (has := {e.article for e in p.excerpts}) and len(has) * 2 > count - 1
    )
    return Coverage(witness.article.id, sum(found) / total if total else 0.0, only, missing)


def held(sentences: Sequence[Span], shared: Sequence[Span]) -> list[int]:
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
