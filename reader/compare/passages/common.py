"""A passage of several articles in the making: in each the stretch that its links to all the others have in common."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from reader.compare.passages.joining import Run
from reader.compare.passages.reading import Reading
from reader.text.spans import Span

_INSIDE = 0.8
"""The share of the shorter of two excerpts that the longer must hold for them to be trimmed to one."""
_SHORTER = 0.3
"""What the shorter must have of the longer's length."""
_KEPT = 0.6
"""The share of the terms of each link that must be left after trimming."""
_MOST = 12
"""Excerpts of one article looked at beside another: no text tells one thing over and over in earnest."""
Node = tuple[int, Span]
"""An article and a stretch of it."""


def near(nodes: Iterable[Node]) -> dict[Node, list[Node]]:
    """For each excerpt itself and those of its article that could be trimmed to what both have in common."""
    by_article: dict[int, list[Span]] = defaultdict(list)
    for article, span in sorted(nodes):
        by_article[article].append(span)
    found: dict[Node, list[Node]] = {}
    for article, spans in by_article.items():
        for n, span in enumerate(spans):
            beside = [o for o in spans[max(0, n - _MOST) : n + _MOST] if o != span and _fits(span, o)]
            found[article, span] = [(article, o) for o in (span, *beside)]
    return found


def _fits(one: Span, two: Span) -> bool:
    shorter, longer = sorted((len(one), len(two)))
    return one.overlap(two) >= _INSIDE * shorter and shorter >= _SHORTER * longer


@dataclass(frozen=True, slots=True)
class Group:
    """Excerpts of different articles of which every two are linked."""

    nodes: tuple[Node, ...]
    """One of each article, as it was found."""
    spans: Mapping[int, Span]
    """For each article what all its links have in common."""
    edges: Mapping[tuple[Node, Node], Run]

    @classmethod
    def of(cls, u: Node, v: Node, run: Run) -> "Group":
        """The group of one link."""
        return cls((u, v), dict((u, v)), {(u, v): run})

    def joined(
        self,
        new: Node,
        edges: Mapping[Node, Mapping[Node, Run]],
        beside: Mapping[Node, Sequence[Node]],
        done: Set[frozenset[Node]],
        readings: Sequence[Reading],
    ) -> "Group | None":
        """The group with a further article; None where it is not like all in it, or where too little is in common."""
        spans, links = dict(self.spans), dict(self.edges)
        spans[new[0]] = new[1]
        for node in self.nodes:
            options = [
                (-edges[x][y].score, x, y)
                for x in beside[node]
                for y in beside[new]
                if y in edges[x] and frozenset((x, y)) not in done
            ]
            if not options:
                return None
            _, x, y = min(options)
            links[x, y] = edges[x][y]
            for article, span in (x, y):
                spans[article] = _common(spans[article], span)
        grown = Group((*self.nodes, new), spans, links)
        return grown if all(_keeps(run, spans, readings) for run in links.values()) else None


def _common(one: Span, two: Span) -> Span:
    start = max(one.start, two.start)
    return Span(start, max(start, min(one.end, two.end)))


def _keeps(run: Run, spans: Mapping[int, Span], readings: Sequence[Reading]) -> bool:
    """Whether most of what a link rests on is left in both excerpts."""
    terms = {t for x in run.links for t in x.aligned.evidence.terms}
    left = terms & _senses(readings[run.a], spans[run.a]) & _senses(readings[run.b], spans[run.b])
    if not terms:
        return spans[run.a] == readings[run.a].span(*run.left) and spans[run.b] == readings[run.b].span(*run.right)
    return len(left) >= max(1, _KEPT * len(terms))


def _senses(reading: Reading, span: Span) -> set[str]:
    first = bisect_left(reading.words.starts, span.start)
    return set(reading.senses[first : bisect_left(reading.words.starts, span.end, first)])
