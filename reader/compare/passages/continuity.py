"""A run holds no sentence that nothing in the other article answers: it is parted there, but for a few words."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

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

Numbered = Callable[[Link], int]


def parts(
    links: Sequence[Link], firm: float, others: Sequence[Link], readings: Sequence[MatcherInput]
) -> Iterator[list[Link]]:
    """The links of a run, parted where sentences between them are linked to nothing; `firm` is what a part must score.

    `others` are the links of the two articles' other runs: where the one tells much beside the run, and little of that
    is linked, it is a stretch taken over, and what stands within belongs to it.
    """
    if _is_island(links, others, readings):
        yield from _parted(list(links), firm, readings, _WIDEST)
    else:
        yield from _parted([x for x in links if x.score >= _ANSWERED], firm, readings)


def _parted(links: list[Link], firm: float, readings: Sequence[MatcherInput], widest: int = 0) -> Iterator[list[Link]]:
    if not any(x.score >= firm for x in links):
        return
    for number, reading in _sides(links, readings):
        for before, after in pairwise(sorted(set(map(number, links)))):
            if after - before - 1 > widest and not _is_brief(reading, before, after):
                yield from _parted([x for x in links if number(x) <= before], firm, readings, widest)
                yield from _parted([x for x in links if number(x) >= after], firm, readings, widest)
                return
    yield links


def _sides(links: Sequence[Link], readings: Sequence[MatcherInput]) -> tuple[tuple[Numbered, MatcherInput], ...]:
    """Of either article, how its sentences are numbered in the links."""
    return (lambda x: x.m, readings[links[0].a]), (lambda x: x.n, readings[links[0].b])


def _is_brief(reading: MatcherInput, before: int, after: int) -> bool:
    """Whether one sentence of a few words stands between two."""
    between = reading.units[before + 1 : after]
    return len(between) == 1 and between[0].end - between[0].start <= _WORDS


def _is_island(links: Sequence[Link], others: Sequence[Link], readings: Sequence[MatcherInput]) -> bool:
    """Whether one article tells much beside the run, and little of what either does is linked."""
    beside = []
    for number, reading in _sides(links, readings):
        numbers = [number(x) for x in links]
        first, last = min(numbers), max(numbers)
        beside.append(len(reading.units) - (last - first + 1))
        linked = {n for n in map(number, others) if not first <= n <= last}
        if len(linked) > _UNRELATED * beside[-1]:
            return False
    return max(beside) >= _BESIDE
