"""How strongly what is shared is marked: by how many other accounts have it, and how sure and close the likeness is."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from reader.article import Article
from reader.compare.comparison import Comparison, Passage, Relation
from reader.text.spans import Span, joined

WEAK, CLOSE = 65.0, 95.0
"""Scores below which a passage is marked in the margin only, and from which its words are nearly the same."""
DEEPEST = 3


def strength(score: float) -> int:
    """A likeness as a person is told it: 1 weak, 2 fair, 3 close."""
    return 1 if score < WEAK else 2 if score < CLOSE else 3


def is_weak(passage: Passage) -> bool:
    """Whether to look before one trusts it: it has no tint, and nothing is levelled by it."""
    return passage.score < WEAK and passage.relation is not Relation.VERBATIM


def is_close(passage: Passage) -> bool:
    """Whether its wordings are the same or nearly so."""
    return passage.relation is Relation.VERBATIM or passage.score >= CLOSE


@dataclass(frozen=True, slots=True)
class Tint:
    """A stretch of one article that others have too: in how many of them, and how deep it is tinted, 1 to 3."""

    span: Span
    others: int
    depth: int


@dataclass(frozen=True, slots=True)
class _Shared:
    """An excerpt of a passage, and the other articles that have the passage."""

    span: Span
    others: frozenset[str]
    close: bool


def tints(comparison: Comparison, without: Collection[int] = ()) -> dict[str, tuple[Tint, ...]]:
    """The tinted stretches of every article, by its id, in order and apart; `without`: passages that do not count."""
    return {article.id: tints_of(comparison, article, without) for article in comparison.articles}


def tints_of(comparison: Comparison, article: Article, without: Collection[int] = ()) -> tuple[Tint, ...]:
    """Those of one article."""
    shared: list[_Shared] = []
    for index, passage in enumerate(comparison.passages):
        spans = [excerpt.span for excerpt in passage.excerpts if excerpt.article == article.id]
        if spans and index not in without and not is_weak(passage):
            others = frozenset(excerpt.article for excerpt in passage.excerpts) - {article.id}
            shared.extend(_Shared(span, others, is_close(passage)) for span in spans)
    return tuple(_closed(_swept(shared), article.text))


def only_here(article: Article, passages: Iterable[Span]) -> tuple[Span, ...]:
    """The stretches of an article that no passage holds, boilerplate and bare white space aside."""
    text, at, found = article.text, 0, []
    for span in (*joined((*passages, *article.boilerplate)), Span(len(text), len(text))):
        inside = text[at : span.start]
        if any(map(str.isalnum, inside)):
            start = at + len(inside) - len(inside.lstrip())
            found.append(Span(start, at + len(inside.rstrip())))
        at = max(at, span.end)
    return tuple(found)


def _swept(shared: list[_Shared]) -> Iterator[Tint]:
    """Every stretch between two edges of excerpts that any of them holds."""
    edges = sorted({edge for one in shared for edge in (one.span.start, one.span.end)})
    waiting = sorted(shared, key=lambda one: one.span, reverse=True)
    over: list[_Shared] = []
    for start, end in pairwise(edges):
        over = [one for one in over if one.span.end > start]
        while waiting and waiting[-1].span.start == start:
            over.append(waiting.pop())
        if over:
            others = len(frozenset[str]().union(*(one.others for one in over)))
            depth = max(min(others, DEEPEST), 2 if any(one.close for one in over) else 1)
            yield Tint(Span(start, end), others, depth)


def _closed(found: Iterable[Tint], text: str) -> Iterator[Tint]:
    """The same with neighbours of one kind as one, and the space between two of them part of the first."""
    held: Tint | None = None
    for tint in found:
        if held is not None:
            between = text[held.span.end : tint.span.start]
            near = not between or (between.isspace() and "\n" not in between)
            end = tint.span.start if near else held.span.end
            if near and (held.others, held.depth) == (tint.others, tint.depth):
                held = Tint(Span(held.span.start, tint.span.end), held.others, held.depth)
                continue
            yield Tint(Span(held.span.start, end), held.others, held.depth)
        held = tint
    if held is not None:
        yield held
