"""How near the sentences of two articles lie by meaning: who may say the same, and what chance would bring as near."""

from collections.abc import Collection, Mapping, Sequence
from itertools import product
from typing import TYPE_CHECKING, Protocol, Self

from reader.compare.passages.matcher_input import MatcherInput
from reader.dataclass import dataclass

if TYPE_CHECKING:  # NumPy comes with the first vector
    from reader.vectors.values import Vectors

_NEIGHBOURS = 2
"""How many nearest of the other article a sentence proposes, at most."""
_LEAST = 0.35
"""Cosine, at least, for a sentence to be proposed by meaning alone."""
Units = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Near:
    """What the vectors say of two sentences."""

    cosine: float
    margin: float
    """How much nearer they are than each is to its runners-up in the other article."""
    lead: float
    """How much nearer than either is to any other sentence of the other article; below 0 where one is nearer."""


class Nearness(Protocol):
    """What is known of how near the sentences of two articles lie."""

    def proposed(self) -> Sequence[Units]:
        """Sentences of which each is among the nearest of the other; never headlines."""

    def near(self, places: Collection[Units]) -> Mapping[Units, Near]:
        """What the vectors say of each place that both have one for."""


class Unknown:
    """Of articles without vectors."""

    def proposed(self) -> Sequence[Units]:
        """None: without an encoder no sentence is near another."""
        return ()

    def near(self, places: Collection[Units]) -> Mapping[Units, Near]:
        """Nothing is near."""
        return {}


class ByVectors:
    """Of two articles whose sentences have vectors."""

    def __init__(self, one: MatcherInput, mine: "Vectors", two: MatcherInput, yours: "Vectors") -> None:
        self._one, self._two = one, two
        self._likeness = mine.likeness(yours)
        self._chance = self._likeness.left.runners_up(), self._likeness.right.runners_up()

    @classmethod
    def of(
        cls, one: MatcherInput, mine: "Vectors | None", two: MatcherInput, yours: "Vectors | None"
    ) -> "Self | Unknown":
        """What is known of two articles."""
        return cls(one, mine, two, yours) if mine is not None and yours is not None else Unknown()

    def proposed(self) -> Sequence[Units]:
        """As `Nearness.proposed`."""
        found = self._likeness.neighbours(_NEIGHBOURS, _LEAST)
        places = (p for m, n in found for p in product(self._one.parts[m], self._two.parts[n]))
        return [(m, n) for m, n in places if not (self._one.units[m].headline or self._two.units[n].headline)]

    def near(self, places: Collection[Units]) -> Mapping[Units, Near]:
        """As `Nearness.near`."""
        found = {}
        for m, n in places:
            one, two = self._one.units[m].statement, self._two.units[n].statement
            if (cosine := self._likeness.cosine(one, two)) is not None:
                chance = (self._chance[0][one] + self._chance[1][two]) / 2
                found[m, n] = Near(cosine, cosine - chance, self._likeness.lead(one, two, cosine))
        return found
