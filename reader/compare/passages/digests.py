"""A few sentences in a row that sum up what another article spreads over pages: one passage, not a scatter of links."""

from collections.abc import Sequence
from math import exp, lgamma, log

from reader.compare.passages.links import Link

_MOST = 0.75
"""The share of all links between the two articles that must meet in the block."""
_CHANCE = 0.03
"""How likely chance may be to bring so many of them so close together, at most."""
_LINKS = 4
"""Sentences of the block that must have a counterpart, at least."""
_PAGES = 40
"""Sentences of the longer article, at least: of one of ordinary news nothing is a digest."""
_WIDER = 2
"""How many times as far the counterparts must reach as the block."""
_APART = 0.2
"""The share of its own article that a block may be: a news story that tells what another tells is no digest of it."""


def digest(links: Sequence[Link], sizes: tuple[int, int]) -> list[Link]:
    """The links of a block of sentences, of either article, that condenses the other; empty where there is none."""
    if max(sizes) < _PAGES:
        return []
    here = _block([(x.m, x.n) for x in links], sizes[0])
    if here:
        return [x for x in links if here[0] <= x.m <= here[1]]
    here = _block([(x.n, x.m) for x in links], sizes[1])
    return [x for x in links if here[0] <= x.n <= here[1]] if here else []


def _block(places: Sequence[tuple[int, int]], size: int) -> tuple[int, int] | None:
    """The first and last sentence of the shortest block with most links, if that is no chance."""
    places = sorted(places)
    need = max(_LINKS, -int(-_MOST * len(places) // 1))
    windows = [(places[k + need - 1][0] - places[k][0], k) for k in range(len(places) - need + 1)]
    if not windows:
        return None
    _, k = min(windows)
    first, last = places[k][0], places[k + need - 1][0]
    first, last = _grown(first, last, {m for m, _ in places})
    inside = [(m, n) for m, n in places if first <= m <= last]
    own, length = len({m for m, _ in inside}), last - first + 1
    reach = max(n for _, n in inside) - min(n for _, n in inside) + 1
    chance = _chance(size, len(places), len(inside), length)
    apart = length <= _APART * size
    telling = own >= _LINKS and own * 2 > length and apart and reach >= _WIDER * length and chance <= _CHANCE
    return (first, last) if telling else None


def _chance(size: int, count: int, inside: int, length: int) -> float:
    """How likely it is that of so many links so many stand within such a length of an article; in logarithms, since
    the ways to choose them are more than a float holds.
    """
    ways = lgamma(count + 1) - lgamma(inside + 1) - lgamma(count - inside + 1)
    return exp(min(0.0, log(size) + ways + inside * log(length / size)))


def _grown(first: int, last: int, linked: set[int]) -> tuple[int, int]:
    """The block with the linked sentences that stand beside it, one between left out at most."""
    while near := {first - 1, first - 2} & linked:
        first = max(near)
    while near := {last + 1, last + 2} & linked:
        last = min(near)
    return first, last
