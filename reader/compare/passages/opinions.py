"""An optional second opinion on links, by what sentences mean: none by default, an encoder's where one is asked for."""

from collections.abc import Callable, Mapping, Sequence
from itertools import chain
from math import log
from typing import Protocol

from reader.compare.passages.alignment import Aligned, Side, whole
from reader.compare.passages.context import Place
from reader.compare.passages.encoding import Encoder, Vectors

Sides = Sequence[Sequence[Side]]
Opened = tuple[Sequence[int], Vectors]
"""The numbers of the sentences that were read, and their vectors."""

# How much nearer two sentences are than each is to its runners-up, as log-odds. Set on labelled stories; each gains
# nearly as much when only the others set it.
_WEIGHT = 12.0
_EXPECTED = 0.04
_LENGTH, _SHORT = 0.05, 1_000
"""How much nearer by chance in longer texts; pairs of sentences up to which chance counts no more."""
_OTHER_WORDS = 6.0
"""What the words would have brought, had both articles been in one language."""
_NEIGHBOURS = 3
_LONG = 400
"""Sentences of an article up to which all are read, and kept; of a longer one only those that share words."""
_KEPT = 40


class Opinion(Protocol):
    """What is held of links beside the words that they share."""

    def strangers(self, sides: Sides, pause: Callable[[], None]) -> Mapping[Place, Aligned]:
        """The places worth a closer look that share no words, since their articles are in different languages."""

    def gains(self, sides: Sides, found: Mapping[Place, Aligned], pause: Callable[[], None]) -> Mapping[Place, float]:
        """The log-odds by which to think more of places, or less."""


class NoOpinion:
    """The opinion that changes nothing and costs nothing."""

    def strangers(self, sides: Sides, pause: Callable[[], None]) -> Mapping[Place, Aligned]:
        """None."""
        return {}

    def gains(self, sides: Sides, found: Mapping[Place, Aligned], pause: Callable[[], None]) -> Mapping[Place, float]:
        """None."""
        return {}


NO_OPINION = NoOpinion()


class Meaning:
    """The opinion of an encoder; it keeps the vectors of the last articles."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._kept: dict[tuple[str, tuple[int, ...]], Opened] = {}

    def strangers(self, sides: Sides, pause: Callable[[], None]) -> Mapping[Place, Aligned]:
        """The nearest sentences of every two articles in different languages."""
        found = {}
        for a, b in _pairs(sides):
            if self._reads(a, b, sides) and _language(sides[a]) != _language(sides[b]):
                (_, mine), (_, yours) = (self._vectors(sides[n], range(len(sides[n])), pause) for n in (a, b))
                near = {*mine.nearest(yours, _NEIGHBOURS)} & {(m, n) for n, m in yours.nearest(mine, _NEIGHBOURS)}
                found.update({(a, m, b, n): whole(sides[a][m], sides[b][n]) for m, n in sorted(near)})
        return found

    def gains(self, sides: Sides, found: Mapping[Place, Aligned], pause: Callable[[], None]) -> Mapping[Place, float]:
        """More for two sentences that are nearer to each other than to any beside, less for two that are not."""
        places: dict[tuple[int, int], list[Place]] = {}
        for place in found:
            if self._reads(place[0], place[2], sides):
                places.setdefault((place[0], place[2]), []).append(place)
        linked: dict[int, set[int]] = {}
        for a, m, b, n in chain.from_iterable(places.values()):
            linked.setdefault(a, set()).add(m)
            linked.setdefault(b, set()).add(n)
        opened = {n: self._vectors(sides[n], sorted(linked[n]), pause) for n in sorted(linked)}
        gains: dict[Place, float] = {}
        for (a, b), here in places.items():
            pause()
            chance = _LENGTH * max(0.0, log(len(sides[a]) * len(sides[b]) / _SHORT))
            for place, margin in zip(here, _margins(opened[a], opened[b], here), strict=True):
                bonus = _OTHER_WORDS if found[place].foreign else 0.0
                gains[place] = _WEIGHT * (margin - _EXPECTED - chance) + bonus
        return gains

    def _reads(self, a: int, b: int, sides: Sides) -> bool:
        return {_language(sides[a]), _language(sides[b])} <= set(self._encoder.languages)

    def _vectors(self, sides: Sequence[Side], wanted: Sequence[int], pause: Callable[[], None]) -> Opened:
        """The sentences that are read, and their vectors: all of an article, or those wanted of a long one."""
        if len(sides) > _LONG:
            return wanted, self._encoder.encode([_words(sides[n]) for n in wanted], pause)
        key = sides[0].reading.witness.article.fingerprint, tuple(s.unit.start for s in sides)
        kept = self._kept.get(key)
        if kept is None:
            kept = range(len(sides)), self._encoder.encode([_words(s) for s in sides], pause)
            self._kept[key] = kept
            if len(self._kept) > _KEPT:
                self._kept.pop(next(iter(self._kept)), None)
        return kept


def _margins(one: Opened, two: Opened, places: Sequence[Place]) -> list[float]:
    row, column = ({u: k for k, u in enumerate(units)} for units, _ in (one, two))
    pairs = [(row[m], column[n]) for _, m, _, n in places]
    left, right = one[1].runners_up(two[1]), two[1].runners_up(one[1])
    near = one[1].cosines(two[1], pairs)
    return [x - (left[m] + right[n]) / 2 for x, (m, n) in zip(near, pairs, strict=True)]


def _pairs(sides: Sides) -> list[tuple[int, int]]:
    some = [n for n, side in enumerate(sides) if side]
    return [(a, b) for a in some for b in some if a < b]


def _language(sides: Sequence[Side]) -> str:
    return sides[0].reading.witness.article.language[:2]


def _words(side: Side) -> str:
    span = side.reading.span(side.unit.start, side.unit.end)
    return span.of(side.reading.text)
