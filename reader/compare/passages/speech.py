"""What is said between quotation marks on both sides is a passage of its own, not the tail of the one before it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from reader.compare.passages.links import Link
from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.passages.runs import Run, run

_QUOTED = 0.5
"""The share of either excerpt that must stand between quotation marks for a link to be one of utterances."""
_MOST = 6
"""Links from which on a run is one retelling, whoever speaks in it."""
_COPIED = 0.8
"""Likeness in order of what is told around utterances from which on they and it are one copied stretch."""
_FOLLOWED = 0.5
"""The same in texts of some length, where to stand side by side in both says something too."""
_SHORT, _LONG = 1_000, 1_500
"""Pairs of sentences up to which it says little; beyond the second it is no chance."""


def apart(found: Iterable[Run], readings: Sequence[MatcherInput], telling: Callable[[Link], bool]) -> Iterator[Run]:
    """The runs, with what both sides quote apart from what both tell; what no telling link carries is left out."""
    for whole in found:
        spoken = [_spoken(x, readings) for x in whole.links]
        if len(set(spoken)) == 1 or len(whole.links) >= _MOST or _one_stretch(whole, spoken, readings):
            if any(map(telling, whole.links)):
                yield whole
            continue
        runs = groupby(zip(spoken, whole.links, strict=True), key=lambda x: x[0])
        parts = [_trimmed([x for _, x in part], telling) for _, part in runs]
        yield from (run(part) for part in parts if any(map(telling, part)))


def _trimmed(links: list[Link], telling: Callable[[Link], bool]) -> list[Link]:
    """The links from the first to the last that tells something."""
    places = [n for n, x in enumerate(links) if telling(x)]
    return links[places[0] : places[-1] + 1] if places else []


def _spoken(x: Link, readings: Sequence[MatcherInput]) -> bool:
    return all(
        sum(readings[article].quoted[first:last]) >= _QUOTED * (last - first)
        for article, (first, last) in ((x.a, x.aligned.left), (x.b, x.aligned.right))
    )


def _one_stretch(whole: Run, spoken: Sequence[bool], readings: Sequence[MatcherInput]) -> bool:
    """Whether what is told around the utterances is itself the same word after word, or the texts are long."""
    told = [x.aligned.evidence.order for x, quoted in zip(whole.links, spoken, strict=True) if not quoted]
    pairs = len(readings[whole.a].units) * len(readings[whole.b].units)
    return pairs > _LONG or sum(told) >= (_COPIED if pairs <= _SHORT else _FOLLOWED) * len(told)
