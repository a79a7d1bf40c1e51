"""What an encoder of sentences is to the matcher: sentences in, unit vectors out, compared by what they mean."""

from collections.abc import Callable, Collection, Sequence
from typing import Protocol, Self


class Vectors(Protocol):
    """A unit vector for each of some sentences; how they are kept is the encoder's own business."""

    def __len__(self) -> int: ...

    def cosines(self, other: Self, pairs: Sequence[tuple[int, int]]) -> list[float]:
        """How near each pair is, a sentence of these and one of the others: 1 means the same."""

    def runners_up(self, other: Self) -> list[float]:
        """For each sentence the mean cosine of the second and third nearest of the others: what chance brings near."""

    def nearest(self, other: Self, count: int) -> list[tuple[int, int]]:
        """Each sentence with so many of the others at most, the nearest."""


class Encoder(Protocol):
    """Turns sentences into unit vectors, near one another where the sentences mean alike, whatever their words."""

    @property
    def languages(self) -> Collection[str]:
        """The languages that it knows, by their ISO 639-1 codes."""

    def encode(self, sentences: Sequence[str], pause: Callable[[], None]) -> Vectors:
        """The vectors; `pause` is called between batches and may raise `Cancelled`."""
