"""Passages that tell one thing: most hold two accounts, and what twenty tell would be listed a hundred times.

A group is a star: the stretch of one account that most others share, and what they share it by. That two accounts
share something with a third does not make them share it with one another, so a chain of passages is no group.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterator, Sequence

from reader.compare.comparison import Comparison, Excerpt, Passage
from reader.dataclass import dataclass
from reader.text.spans import Span

_SAME = 0.5
"""The share of what two stretches of an article cover together that both must cover, to tell one thing."""


@dataclass(frozen=True, slots=True)
class PassageGroup:
    """One thing told. `head` is the wording that most share, `articles` those that do, its own first, and `passages`
    the indexes of what joins them: those of the head first, the most alike before the others.
    """

    head: Excerpt
    articles: tuple[str, ...]
    passages: tuple[int, ...]


def grouped(comparison: Comparison) -> tuple[PassageGroup, ...]:
    """Every passage in one group; the group that most accounts tell first, of as many the most alike."""
    passages, alike = comparison.passages, _alike(comparison.passages)
    left = set(range(len(passages)))
    waiting = [(_rank(passages, head, star), head) for head in alike if (star := _star(alike, head, left))]
    heapq.heapify(waiting)
    found: list[PassageGroup] = []
    while waiting:
        known, head = heapq.heappop(waiting)
        star = _star(alike, head, left)
        if not star:
            continue
        rank = _rank(passages, head, star)
        if rank > known:  # another group took some of it meanwhile
            heapq.heappush(waiting, (rank, head))
            continue
        group = _group(passages, head, star, _within(passages, alike, head, star, left))
        found.append(group)
        left.difference_update(group.passages)
    return tuple(found)


Alike = dict[Excerpt, dict[Excerpt, tuple[int, ...]]]
"""For each stretch, the stretches of its article that cover mostly the same, each with the passages that hold it."""
Rank = tuple[int, float]


def _alike(passages: Sequence[Passage]) -> Alike:
    held: dict[Excerpt, list[int]] = defaultdict(list)
    for index, passage in enumerate(passages):
        for excerpt in passage.excerpts:
            held[excerpt].append(index)
    ordered = sorted(held, key=lambda excerpt: (excerpt.article, excerpt.span))
    alike: Alike = {excerpt: {excerpt: tuple(held[excerpt])} for excerpt in ordered}
    for at, one in enumerate(ordered):
        for two in ordered[at + 1 :]:
            if two.article != one.article or two.span.start >= one.span.end:
                break
            if _covers(one.span, two.span):
                alike[one][two] = tuple(held[two])
                alike[two][one] = tuple(held[one])
    return alike


def _covers(one: Span, two: Span) -> bool:
    both = min(one.end, two.end) - max(one.start, two.start)
    return both >= _SAME * (max(one.end, two.end) - min(one.start, two.start))


def _star(alike: Alike, head: Excerpt, left: set[int]) -> set[int]:
    """What of the passages that are left holds the head, or mostly what it covers."""
    return {index for indexes in alike[head].values() for index in indexes if index in left}


def _rank(passages: Sequence[Passage], head: Excerpt, star: set[int]) -> Rank:
    """Less for what comes first: more accounts, then a greater likeness."""
    accounts = {head.article, *(excerpt.article for index in star for excerpt in passages[index].excerpts)}
    return -len(accounts), -sum(passages[index].score for index in star) / len(star)


def _within(passages: Sequence[Passage], alike: Alike, head: Excerpt, star: set[int], left: set[int]) -> Iterator[int]:
    """The passages by which the other accounts share among themselves what each shares with the head."""
    told = {head, *(excerpt for index in star for excerpt in passages[index].excerpts)}
    covered = {other for one in told for other in alike[one]}
    near = {index for one in told for indexes in alike[one].values() for index in indexes}
    for index in sorted((near & left) - star):
        if covered.issuperset(passages[index].excerpts):
            yield index


def _group(passages: Sequence[Passage], head: Excerpt, star: set[int], within: Iterator[int]) -> PassageGroup:
    def likest(index: int) -> tuple[float, int]:
        return -passages[index].score, index

    ordered = (*sorted(star, key=likest), *sorted(within, key=likest))
    articles = dict.fromkeys(excerpt.article for index in ordered for excerpt in passages[index].excerpts)
    return PassageGroup(head, (head.article, *(one for one in articles if one != head.article)), ordered)
