"""Unit vectors of the sentences of one article, in a byte a number, and how near they lie to those of another."""

import os
from collections.abc import Sequence
from typing import Any, Self

from reader.dataclass import dataclass

# One thread: those of OpenBLAS wait in loops, which on a busy machine takes many times as long as one alone.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

WIDTH = 512
"""Numbers in a vector."""
_PLACES = 4
"""Decimal places of a cosine: beyond, the same sentence alone and among others differs."""
_STEPS = 127
_USUAL = 0.4
"""What stands for a runner-up where there is none: the cosine of two sentences on one event that differ."""


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """A row for each sentence; all zeros where a sentence is too short to mean anything by itself."""

    rows: Any

    @classmethod
    def of(cls, rows: Any) -> Self:
        """Of rows of numbers, rounded to what is kept: a comparison is the same from the file and from the encoder."""
        return cls.unpacked(_packed(np.asarray(rows, dtype=np.float32)))

    @classmethod
    def unpacked(cls, data: bytes) -> Self:
        """What `packed` gave; ValueError where it is anything else."""
        steps = np.frombuffer(data, dtype=np.int8)
        if len(steps) % WIDTH:
            raise ValueError(len(steps))
        rows = steps.reshape(-1, WIDTH).astype(np.float32)
        length = np.linalg.norm(rows, axis=1, keepdims=True)
        return cls(np.divide(rows, length, out=np.zeros_like(rows), where=length > 0))

    def packed(self) -> bytes:
        """The rows in a byte a number."""
        return _packed(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def has(self, n: int) -> bool:
        """Whether a sentence has a vector."""
        return bool(self.rows[n].any())

    def cosine(self, m: int, other: "Vectors", n: int) -> float | None:
        """How near a sentence is to one of another article, 1 for the same; None where either has no vector."""
        if not (self.has(m) and other.has(n)):
            return None
        return round(float(self.rows[m] @ other.rows[n]), _PLACES)

    def likeness(self, other: "Vectors") -> "Likeness":
        """How near all of these are to all of the others."""
        return Likeness.of(self.rows, other.rows)


def _packed(rows: Any) -> bytes:
    most = np.abs(rows).max(axis=1, keepdims=True) if len(rows) else rows
    steps = np.divide(rows * _STEPS, most, out=np.zeros_like(rows), where=most > 0) if len(rows) else rows
    return bytes(np.rint(steps).astype(np.int8).tobytes())


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """Of each sentence of one article the nearest of another: their cosines, falling, and their numbers."""

    cosines: Any
    numbers: Any

    def runners_up(self) -> list[float]:
        """For each sentence the mean of its second and third nearest: what chance brings near."""
        return [float(x) for x in self.cosines[:, 1:].mean(axis=1)]

    def rival(self, m: int, n: int) -> float:
        """The highest cosine of a sentence with any but one."""
        return float(self.cosines[m, 1] if self.numbers[m, 0] == n else self.cosines[m, 0])


@dataclass(frozen=True, slots=True, eq=False)
class Likeness:
    """How near each sentence of one article is to each of another; only the nearest are kept."""

    mine: Any
    yours: Any
    left: Nearest
    right: Nearest
    """Of each sentence of the other article the nearest of the one."""

    @classmethod
    def of(cls, mine: Any, yours: Any) -> Self:
        """Of the rows of two articles; of long ones the cosines are never all there at once."""
        left, right = [_none(0)], _none(len(yours))
        for first in range(0, len(mine), _BLOCK):
            table = np.round(mine[first : first + _BLOCK] @ yours.T, _PLACES)
            found = _highest(table.T.copy(), first)
            left.append(_highest(table, 0))
            cosines = np.hstack([right.cosines, found.cosines])
            order = np.argsort(-cosines, axis=1, kind="stable")[:, :_KEPT]
            numbers = np.hstack([right.numbers, found.numbers])
            right = Nearest(np.take_along_axis(cosines, order, 1), np.take_along_axis(numbers, order, 1))
        all_left = Nearest(np.vstack([x.cosines for x in left]), np.vstack([x.numbers for x in left]))
        return cls(mine, yours, _filled(all_left), _filled(right))

    def cosine(self, m: int, n: int) -> float | None:
        """As `Vectors.cosine`."""
        found = round(float(self.mine[m] @ self.yours[n]), _PLACES)
        return found if found or (self.mine[m].any() and self.yours[n].any()) else None

    def lead(self, m: int, n: int, cosine: float) -> float:
        """How much nearer two sentences, of such a cosine, are than either is to any other."""
        return cosine - max(self.left.rival(m, n), self.right.rival(n, m))

    def neighbours(self, count: int, least: float) -> list[tuple[int, int]]:
        """The pairs of which each is among so many nearest of the other, and no further than `least`, in order."""
        near = {(n, m) for m, n in _pairs(self.right, count, least)} & set(_pairs(self.left, count, least))
        return sorted((m, n) for m, n in near if self.mine[m].any() and self.yours[n].any())


_BLOCK = 1024
"""Sentences of one article whose cosines with all of another are there at once."""
_KEPT = 3
"""Nearest that are kept of each sentence."""
_BELOW_ALL = -2.0


def _none(rows: int) -> Nearest:
    """Where no nearest is known yet."""
    return Nearest(np.full((rows, _KEPT), _BELOW_ALL, dtype=np.float32), np.full((rows, _KEPT), -1))


def _filled(nearest: Nearest) -> Nearest:
    """With what stands for those that there are none of."""
    return Nearest(np.where(nearest.numbers < 0, np.float32(_USUAL), nearest.cosines), nearest.numbers)


def _highest(table: Any, first: int) -> Nearest:
    """The highest of each row, the first where two are equal; columns count from `first`. The table is used up."""
    found = _none(len(table))
    rows = np.arange(len(table))
    for k in range(min(_KEPT, table.shape[1])):
        best = table.argmax(axis=1)
        found.cosines[:, k], found.numbers[:, k] = table[rows, best], best + first
        table[rows, best] = _BELOW_ALL
    return found


def _pairs(nearest: Nearest, count: int, least: float) -> list[tuple[int, int]]:
    near = (nearest.cosines[:, :count] >= least) & (nearest.numbers[:, :count] >= 0)
    return [(int(m), int(nearest.numbers[m, k])) for m, k in np.argwhere(near)]


def joined(parts: Sequence[Any]) -> Any:
    """Rows below one another."""
    return np.concatenate([np.zeros((0, WIDTH), dtype=np.float32), *parts])
