"""A run holds no sentence that nothing in the other article answers: it is parted there, but for a few words."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from reader.compare.passages.links import Link
from reader.compare.passages.matcher_input import MatcherInput

_WORDS = 7
"""Words in an unanswered sentence, at most, for it to be bridged: "That is over," he said."""
_ANSWERED = 30.0
"""The score of a link, at least, for it to answer anything."""
_BESIDE = 20
"""Sentences beside a stretch, at least, in one of the articles, for that to tell of something else."""
_UNRELATED = 0.4
"""The share of the sentences beside a stretch that may be linked, at most, for that."""
_WIDEST = 4
"""Unanswered sentences in a row, at most, that are bridged then."""

Numbers = tuple[Sequence[int], Sequence[int]]
"""Of two articles the numbers of the sentences that any link has, each once and in order."""


def parts(
    links: Sequence[Link], firm: float, linked: Numbers, readings: Sequence[MatcherInput]
) -> Iterator[list[Link]]:
    """The links of a run, parted where sentences between them are linked to nothing; `firm` is what a part must score.

    `linked` are the sentences that the links of all runs of the two articles have: where one article tells much beside
    this run, and little of that is linked, it is a stretch taken over, and what stands within belongs to it.
    """
    if _is_island(links, linked, readings):
        found, widest = list(links), _WIDEST
    else:
        found, widest = [x for x in links if x.score >= _ANSWERED], 0
    todo = [found]
    while todo:
        part = todo.pop()
        pieces = _cut(part, readings, widest)
        if len(pieces) > 1:
            todo += pieces
        elif any(x.score >= firm for x in part):
            yield part


def _cut(links: list[Link], readings: Sequence[MatcherInput], widest: int) -> list[list[Link]]:
    """The links cut wherever the first article has more between them than is bridged, or else the other."""
    for number, reading in _sides(links, readings):
        pieces: list[list[Link]] = []
        before = 0
        for x in sorted(links, key=number):
            if not pieces or (number(x) - before - 1 > widest and not _is_brief(reading, before, number(x))):
                pieces.append([])
            pieces[-1].append(x)
            before = number(x)
        if len(pieces) > 1:
            return pieces
    return [links]


def _sides(
    links: Sequence[Link], readings: Sequence[MatcherInput]
) -> tuple[tuple[Callable[[Link], int], MatcherInput], ...]:
    """Of either article, how its sentences are numbered in the links."""
    if not links:
        return ()
    return (lambda x: x.m, readings[links[0].a]), (lambda x: x.n, readings[links[0].b])


def _is_brief(reading: MatcherInput, before: int, after: int) -> bool:
    """Whether no sentence stands between two, or one of a few words."""
    between = reading.units[before + 1 : after]
    return not between or (len(between) == 1 and between[0].end - between[0].start <= _WORDS)


def _is_island(links: Sequence[Link], linked: Numbers, readings: Sequence[MatcherInput]) -> bool:
    """Whether one article tells much beside the run, and little of what either does is linked."""
    beside = []
    for (number, reading), known in zip(_sides(links, readings), linked, strict=True):
        numbers = [number(x) for x in links]
        first, last = min(numbers), max(numbers)
        beside.append(len(reading.units) - (last - first + 1))
        outside = bisect_left(known, first) + len(known) - bisect_right(known, last)
        if outside > _UNRELATED * beside[-1]:
            return False
    return max(beside) >= _BESIDE
