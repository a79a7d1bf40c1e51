"""Where the vectors of an article's sentences come from: nowhere, an encoder, or what was kept."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # NumPy comes with the first vector
    from reader.vectors.values import Vectors

Pause = Callable[[], None]
"""Called now and then; it may raise `Cancelled`."""


class VectorSource(Protocol):
    """Gives the vectors of sentences."""

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> "Vectors | None":
        """A vector for each sentence that has one; None where the language is not known, or there is no encoder."""


class Nowhere:
    """The source of those who compare by words alone."""

    def vectors(self, sentences: Sequence[str], language: str, pause: Pause) -> "Vectors | None":
        """None for any sentence: meaning is not looked at."""
        return None


NOWHERE = Nowhere()
