"""Runs of two articles -> passages of two or more, in which every two excerpts are held to say the same."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set

from reader.compare.comparison import Alignment, Excerpt, Passage
from reader.compare.passages.common import Group, near
from reader.compare.passages.joining import Run
from reader.compare.passages.reading import Reading
from reader.compare.passages.relations import relation
from reader.text.spans import Span

_SAME = 0.8
"""The share of either excerpt that both must hold to count as one."""
Node = tuple[int, Span]
Edges = dict[Node, dict[Node, Run]]


def passages(
    found: Iterable[Run], readings: Sequence[Reading], quoted: Sequence[tuple[Span, ...]]
) -> tuple[Passage, ...]:
    """The passages, in the order of the text; every two of a group are linked: A like B and B like C is not enough."""
    made = [_passage(group, readings, quoted) for group in _groups(_edges(list(found), readings), readings)]
    return tuple(sorted(made, key=lambda p: (p.excerpts[0].span, [(e.article, e.span) for e in p.excerpts])))


def _edges(found: list[Run], readings: Sequence[Reading]) -> Edges:
    spans: dict[int, set[Span]] = defaultdict(set)
    for run in found:
        spans[run.a].add(readings[run.a].span(*run.left))
        spans[run.b].add(readings[run.b].span(*run.right))
    one_form = {(a, span): (a, whole) for a, group in spans.items() for span, whole in _merged(group).items()}
    edges: Edges = defaultdict(dict)
    for run in sorted(found, key=lambda r: (-r.score, r.a, r.b, r.left, r.right)):
        u = one_form[run.a, readings[run.a].span(*run.left)]
        v = one_form[run.b, readings[run.b].span(*run.right)]
        if v not in edges[u]:
            edges[u][v] = edges[v][u] = run
    return edges


def _merged(spans: Iterable[Span]) -> dict[Span, Span]:
    """Each span with the one that stands for all that are nearly the same as it: the longest."""
    kept: list[Span] = []
    result: dict[Span, Span] = {}
    for span in sorted(spans, key=lambda s: (s.start, -len(s))):
        match = next((k for k in reversed(kept[-8:]) if span.overlap(k) >= _SAME * max(len(span), len(k))), None)
        if match is None:
            kept.append(span)
            match = span
        result[span] = match
    return result


def _groups(edges: Edges, readings: Sequence[Reading]) -> list[Group]:
    """Every edge in one group, begun at the surest and grown by the articles that are like all in it."""
    order = sorted(((u, v) for u in edges for v in edges[u] if u < v), key=lambda e: (-edges[e[0]][e[1]].score, e))
    beside = near(edges)
    done: set[frozenset[Node]] = set()
    result = []
    for u, v in order:
        if frozenset((u, v)) in done:
            continue
        group = Group.of(u, v, edges[u][v])
        done.add(frozenset((u, v)))
        while best := _next(group, edges, beside, done, readings):
            group = best
            done |= {frozenset(pair) for pair in group.edges}
        result.append(group)
    return result


def _next(
    group: Group,
    edges: Edges,
    beside: Mapping[Node, Sequence[Node]],
    done: Set[frozenset[Node]],
    readings: Sequence[Reading],
) -> Group | None:
    """The group with one more article, the one that is surest like all in it; None where none is."""
    found = []
    for first in beside[group.nodes[0]]:
        for new in edges[first]:
            if all(new[0] != node[0] for node in group.nodes):
                grown = group.joined(new, edges, beside, done, readings)
                if grown is not None:
                    found.append((-min(run.score for run in grown.edges.values()), new, first, grown))
    return min(found, key=lambda x: x[:3])[3] if found else None


def _passage(group: Group, readings: Sequence[Reading], quoted: Sequence[tuple[Span, ...]]) -> Passage:
    spans = sorted(group.spans.items())
    places = {article: n for n, (article, _) in enumerate(spans)}
    alignments = tuple(
        Alignment(places[run.a], places[run.b], round(run.score, 1), _shared(run))
        for run in sorted(group.edges.values(), key=lambda r: (r.a, r.b))
    )
    return Passage(
        relation([(readings[a], span, quoted[a]) for a, span in spans]),
        min(x.score for x in alignments),
        tuple(Excerpt(readings[a].witness.article.id, span) for a, span in spans),
        alignments,
    )


def _shared(run: Run) -> tuple[str, ...]:
    seen = dict.fromkeys(t for x in run.links for t in x.aligned.evidence.terms)
    return tuple(seen)[:12]
