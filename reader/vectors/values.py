"""Unit vectors of the sentences of one article, in a byte a number, and how near they lie to those of another."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self

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
        return Likeness(np.round(self.rows @ other.rows.T, _PLACES), self.rows.any(axis=1), other.rows.any(axis=1))


def _packed(rows: Any) -> bytes:
    most = np.abs(rows).max(axis=1, keepdims=True) if len(rows) else rows
    steps = np.divide(rows * _STEPS, most, out=np.zeros_like(rows), where=most > 0) if len(rows) else rows
    return bytes(np.rint(steps).astype(np.int8).tobytes())


@dataclass(frozen=True, eq=False)
class Likeness:
    """The cosine of each sentence of one article with each of another."""

    table: Any
    left: Any
    right: Any

    def cosine(self, m: int, n: int) -> float | None:
        """As `Vectors.cosine`."""
        return float(self.table[m, n]) if self.left[m] and self.right[n] else None

    def runners_up(self, *, left: bool) -> list[float]:
        """For each sentence of a side the mean of its second and third nearest: what chance brings near."""
        table = self.table if left else self.table.T
        best = np.sort(table, axis=1)[:, ::-1][:, :3] if table.shape[1] else table
        best = np.pad(best, ((0, 0), (0, 3 - best.shape[1])), constant_values=_USUAL)
        return [float(x) for x in best[:, 1:].mean(axis=1)]

    def lead(self, m: int, n: int) -> float:
        """How much nearer two sentences are than either is to any other."""
        row, column = self.best
        rivals = [one[1] if one[0] == self.table[m, n] else one[0] for one in (row[m], column[n])]
        return float(self.table[m, n] - max(rivals))

    @cached_property
    def best(self) -> tuple[Any, Any]:
        """The two highest cosines of each sentence of either side."""
        return _two_highest(self.table), _two_highest(self.table.T)

    def neighbours(self, count: int, least: float) -> list[tuple[int, int]]:
        """The pairs of which each is among so many nearest of the other, and no further than `least`, in order."""
        mine, yours = _nearest(self.table, count), _nearest(self.table.T, count)
        near = mine & yours.T & (self.table >= least) & self.left[:, None] & self.right[None, :]
        return [(int(m), int(n)) for m, n in np.argwhere(near)]


def _two_highest(table: Any) -> Any:
    best = np.sort(table, axis=1)[:, ::-1][:, :2]
    return np.pad(best, ((0, 0), (0, 2 - best.shape[1])), constant_values=_USUAL)


def _nearest(table: Any, count: int) -> Any:
    """Where the `count` highest of each row stand; the first where two are equal."""
    found = np.zeros(table.shape, dtype=bool)
    best = np.argsort(-table, axis=1, kind="stable")[:, :count]
    np.put_along_axis(found, best, values=True, axis=1)
    return found


def joined(parts: Sequence[Any]) -> Any:
    """Rows below one another."""
    return np.concatenate([np.zeros((0, WIDTH), dtype=np.float32), *parts])
