"""Runs of two articles -> passages of two or more, in which every two excerpts are held to say the same."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.compare.comparison import Alignment, Excerpt, Passage
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.passages.relations import relation
from reader.compare.passages.runs import Run
from reader.text.spans import Span

_SAME = 0.8
"""The share of either excerpt that both must hold to count as one."""
Node = tuple[int, Span]
Edges = dict[Node, dict[Node, Run]]


def passages(
    found: Iterable[Run], readings: Sequence[MatcherInput], quoted: Sequence[tuple[Span, ...]]
) -> tuple[Passage, ...]:
    """The passages, in the order of the text; cliques, so that A like B and B like C does not make A like C."""
    edges = _edges(list(found), readings)
    made = [_passage(clique, edges, readings, quoted) for clique in _cliques(edges)]
    return tuple(sorted(made, key=lambda p: (p.excerpts[0].span, [(e.article, e.span) for e in p.excerpts])))


def _edges(found: list[Run], readings: Sequence[MatcherInput]) -> Edges:
    nodes: dict[tuple[int, tuple[int, int]], Node] = {}  # a stretch that many accounts share is met as often
    for run in found:
        for article, tokens in ((run.a, run.left), (run.b, run.right)):
            if (article, tokens) not in nodes:
                nodes[article, tokens] = article, readings[article].span(*tokens)
    spans: dict[int, set[Span]] = defaultdict(set)
    for article, span in nodes.values():
        spans[article].add(span)
    one_form = {(a, span): (a, whole) for a, group in spans.items() for span, whole in _merged(group).items()}
    edges: Edges = defaultdict(dict)
    for run in sorted(found, key=lambda r: (-r.score, r.a, r.b, r.left, r.right)):
        u, v = one_form[nodes[run.a, run.left]], one_form[nodes[run.b, run.right]]
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


def _cliques(edges: Edges) -> list[list[Node]]:
    """Every edge in one clique, begun at the surest and grown by the articles that are like all in it."""
    nodes = sorted(edges)  # by their places in this order, which is theirs, as numbers are compared and looked up soon
    place = {node: n for n, node in enumerate(nodes)}
    scores = [{place[v]: run.score for v, run in edges[u].items()} for u in nodes]
    order = sorted((-score, u, v) for u, near in enumerate(scores) for v, score in near.items() if u < v)
    done: set[tuple[int, int]] = set()
    result = []
    for _score, u, v in order:
        if (u, v) not in done:
            clique = [u, v]
            clique += _fitting(u, v, scores, [article for article, _span in nodes], done)
            done |= {(x, y) for x in clique for y in clique}
            result.append([nodes[n] for n in sorted(clique)])
    return result


def _fitting(
    u: int, v: int, scores: Sequence[dict[int, float]], articles: Sequence[int], done: set[tuple[int, int]]
) -> Iterator[int]:
    """The nodes of other articles that are like two and like one another, the surest first; no edge is taken twice."""
    fits = {w: score for w, score in scores[u].items() if articles[w] != articles[u] and (w, u) not in done}
    best = v
    while True:
        near, article = scores[best], articles[best]
        fits = {
            w: min(score, near[w])
            for w, score in fits.items()
            if w in near and articles[w] != article and (w, best) not in done
        }
        if not fits:
            return
        best = min(fits, key=lambda w: (-fits[w], w))
        yield best


def _passage(
    clique: list[Node], edges: Edges, readings: Sequence[MatcherInput], quoted: Sequence[tuple[Span, ...]]
) -> Passage:
    alignments = tuple(
        Alignment(i, j, round(edges[u][v].score, 1), _shared(edges[u][v]))
        for i, u in enumerate(clique)
        for j, v in enumerate(clique)
        if i < j
    )
    return Passage(
        relation([(readings[a], span, quoted[a]) for a, span in clique]),
        min(x.score for x in alignments),
        tuple(Excerpt(readings[a].witness.article.id, span) for a, span in clique),
        alignments,
    )


def _shared(run: Run) -> tuple[str, ...]:
    seen = dict.fromkeys(t for x in run.links for t in x.aligned.evidence.terms)
    return tuple(seen)[:12]
