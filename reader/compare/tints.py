"""How strongly what is shared is marked: by how many of the accounts have it, and how sure and close the likeness."""

from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from reader.article import Article
from reader.compare.comparison import Comparison, Passage, Relation
from reader.dataclass import dataclass
from reader.text.spans import Span, joined

WEAK, CLOSE = 65.0, 95.0
"""Scores below which a passage is marked in the margin only, and from which its words are nearly the same."""
DEEPEST = 3
CLOSE_COUNTS = 2
"""Nearly the same words in one other account weigh like two accounts that reword them."""


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
class TintScale:
    """From how many other accounts on a stretch is tinted more deeply: from `second`, and from `third`."""

    second: int
    third: int

    @classmethod
    def of(cls, articles: int) -> "TintScale":
        """For so many articles: more than a third of the others, and more than two thirds, but never fewer than two
        and three. Among twenty accounts nearly all is told by three: a fixed scale would tint all of it alike.
        """
        others = articles - 1
        return cls(max(2, others // 3 + 1), max(3, others * 2 // 3 + 1))

    def counts(self, others: int) -> tuple[tuple[int, int], ...]:
        """How many of so many other accounts make each depth, the fewest and the most; depths that none can reach
        are left out.
        """
        edges = (1, self.second, self.third, others + 1)
        return tuple((first, min(after - 1, others)) for first, after in pairwise(edges) if first <= others)

    def depth(self, others: int) -> int:
        """1 to 3, for what so many others have."""
        return 1 + (others >= self.second) + (others >= self.third)


@dataclass(frozen=True, slots=True)
class Tint:
    """A stretch of one article that others have too: in how many of them, and how deep it is tinted, 1 to 3."""

    span: Span
    others: int
    depth: int


@dataclass(frozen=True, slots=True)
class _SharedExcerpt:
    """An excerpt of a passage, and the other articles that have the passage."""

    span: Span
    others: frozenset[str]
    close: bool


def tints(comparison: Comparison, without: Collection[int] = ()) -> dict[str, tuple[Tint, ...]]:
    """The tinted stretches of every article, by its id, in order and apart; `without`: passages that do not count."""
    return {article.id: tints_of(comparison, article, without) for article in comparison.articles}


def tints_of(comparison: Comparison, article: Article, without: Collection[int] = ()) -> tuple[Tint, ...]:
    """Those of one article."""
    shared: list[_SharedExcerpt] = []
    for index, passage in enumerate(comparison.passages):
        spans = [excerpt.span for excerpt in passage.excerpts if excerpt.article == article.id]
        if spans and index not in without and not is_weak(passage):
            others = frozenset(excerpt.article for excerpt in passage.excerpts) - {article.id}
            shared.extend(_SharedExcerpt(span, others, is_close(passage)) for span in spans)
    scale = TintScale.of(len(comparison.articles))
    return tuple(_closed(_swept(shared, scale), article.text))


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


def _swept(shared: list[_SharedExcerpt], scale: TintScale) -> Iterator[Tint]:
    """Every stretch between two edges of excerpts that any of them holds."""
    edges = sorted({edge for one in shared for edge in (one.span.start, one.span.end)})
    waiting = sorted(shared, key=lambda one: (one.span.start, one.span.end), reverse=True)  # spans compare slowly
    over: list[_SharedExcerpt] = []
    for start, end in pairwise(edges):
        over = [one for one in over if one.span.end > start]
        while waiting and waiting[-1].span.start == start:
            over.append(waiting.pop())
        if over:
            others = len(frozenset[str]().union(*(one.others for one in over)))
            weight = max(others, CLOSE_COUNTS if any(one.close for one in over) else 1)
            yield Tint(Span(start, end), others, scale.depth(weight))


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
