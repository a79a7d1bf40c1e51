"""An article as the units that a side-by-side row holds: sentences, bound together where a passage runs across them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.article import Article
from reader.compare.comparison import Comparison
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.text.spans import Span, joined

_BOUND = 700
"""How many characters of a passage are kept together; a longer one is aligned by its first sentence and runs on."""


@dataclass(frozen=True, slots=True)
class SentenceGroup:
    """Sentences that stay together, with the indices of the passages they hold; those in `folds` are boilerplate."""

    spans: tuple[Span, ...]
    passages: frozenset[int] = frozenset()
    folds: frozenset[Span] = frozenset()

    @property
    def span(self) -> Span:
        """From the first sentence's start to the last one's end."""
        return Span(self.spans[0].start, self.spans[-1].end)


def units(comparison: Comparison) -> dict[str, list[SentenceGroup]]:
    """Every sentence and every fold of every article, each exactly once, in the article's order."""
    excerpts: dict[str, list[tuple[Span, int]]] = {article.id: [] for article in comparison.articles}
    for number, passage in enumerate(comparison.passages):
        for excerpt in passage.excerpts:
            excerpts[excerpt.article].append((excerpt.span, number))
    return {a.id: _woven(_prose(a, excerpts[a.id]), _folds(a)) for a in comparison.articles}


def _woven(prose: list[SentenceGroup], folds: list[Span]) -> list[SentenceGroup]:
    """Prose with the folds where they stand: between two units, or inside one whose sentences they part."""
    result: list[SentenceGroup] = []
    waiting = folds[::-1]
    for unit in prose:
        while waiting and waiting[-1].start < unit.span.start:
            result.append(_fold(waiting.pop()))
        inside = []
        while waiting and waiting[-1].start < unit.span.end:
            inside.append(waiting.pop())
        result.append(replace(unit, spans=tuple(sorted((*unit.spans, *inside))), folds=frozenset(inside)))
    return result + [_fold(span) for span in reversed(waiting)]


def _fold(span: Span) -> SentenceGroup:
    return SentenceGroup((span,), folds=frozenset({span}))


def _prose(article: Article, excerpts: list[tuple[Span, int]]) -> list[SentenceGroup]:
    sentences = Witness.of(article).sentences
    starts, ends = [s.start for s in sentences], [s.end for s in sentences]
    reach = [(bisect_right(ends, span.start), bisect_left(starts, span.end), number) for span, number in excerpts]
    held: dict[int, set[int]] = {}
    for first, _last, number in reach:
        held.setdefault(first, set()).add(number)
    groups = _bound(((first, last) for first, last, _number in reach), sentences)
    result = []
    at = 0
    while at < len(sentences):
        end = groups.get(at, at + 1)
        passages = frozenset(n for i in range(at, end) for n in held.get(i, ()))
        result.append(SentenceGroup(sentences[at:end], passages))
        at = end
    return result


def _bound(reach: Iterable[tuple[int, int]], sentences: Sequence[Span]) -> dict[int, int]:
    """From which sentence up to which those reach that no row may part: passages that overlap, up to a length."""
    groups: dict[int, int] = {}
    start = end = 0
    for first, last in sorted(reach):
        if first >= end:
            start = end = first
        if last > end and sentences[last - 1].end - sentences[start].start <= _BOUND:
            end = last
        if end > start + 1:
            groups[start] = end
    return groups


def _folds(article: Article) -> list[Span]:
    """Stretches of boilerplate; those with nothing but white space between them are one."""
    folds: list[Span] = []
    for span in joined(article.boilerplate):
        if folds and not article.text[folds[-1].end : span.start].strip():
            folds[-1] = Span(folds[-1].start, span.end)
        elif span.of(article.text).strip():
            folds.append(span)
    return folds
