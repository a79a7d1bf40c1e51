"""Trees that mend a logistic model where what counts depends on what else there is: learnt step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reader.compare.passages.link_confidence import Branch, Tree

TREES, RATE = 60, 0.1
"""How many trees are learnt, and how much of what it would mend each may."""
LEAST = 15
"""Links on either side of a question, at least."""
RIDGE = 5.0
"""How strongly a leaf is held back: few links must not make a large one."""
BINS = 24
"""Values of a feature that a question may part it at."""


@dataclass
class Binned:
    """What is told of links as small numbers: in which bin of its feature each value lies."""

    names: list[str]
    bounds: list[np.ndarray]
    """Of each feature the greatest value of each bin but the last."""
    codes: np.ndarray

    @classmethod
    def of(cls, told: Sequence[Mapping[str, float]], names: Sequence[str]) -> "Binned":
        """Links by the features named."""
        rows = np.array([[one[name] for name in names] for one in told])
        parts = np.linspace(0, 1, BINS + 1)[1:-1]
        bounds = [_between(column, np.unique(np.quantile(column, parts, method="lower"))) for column in rows.T]
        codes = [np.searchsorted(at, column, side="left") for at, column in zip(bounds, rows.T, strict=True)]
        return cls(list(names), bounds, np.array(codes).T)


def _between(column: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Halfway from each value to the next that there is, as four digits tell it: what is written is what was learnt."""
    known = np.unique(column)
    after = np.minimum(np.searchsorted(known, values, side="right"), len(known) - 1)
    return np.unique(np.round((values + known[after]) / 2, 4))


def boosted(
    told: Sequence[Mapping[str, float]], truth: Sequence[int], offset: Sequence[float], names: Sequence[str]
) -> list[Tree]:
    """Trees of two questions each; `offset` is what the links' log-odds are without them."""
    binned, y, logits = Binned.of(told, names), np.array(truth, dtype=float), np.array(offset, dtype=float)
    trees = []
    for _round in range(TREES):
        p = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
        slope, bend = y - p, p * (1 - p)
        everything = np.ones(len(y), dtype=bool)
        if (first := _question(binned, slope, bend, everything)) is None:
            break
        below = binned.codes[:, first[0]] <= first[1]
        branches = [_branch(binned, slope, bend, side) for side in (below, ~below)]
        trees.append((binned.names[first[0]], float(binned.bounds[first[0]][first[1]]), *(b for b, _added in branches)))
        logits += np.where(below, branches[0][1], branches[1][1])
    return trees


def _question(binned: Binned, slope: np.ndarray, bend: np.ndarray, among: np.ndarray) -> tuple[int, int] | None:
    """The feature and the bin up to which some links differ most from the others, of enough on either side."""
    features, codes = len(binned.names), binned.codes[among]
    flat = (codes + np.arange(features) * BINS).ravel()

    def up_to(values: np.ndarray) -> np.ndarray:
        sums = np.bincount(flat, np.repeat(values, features), features * BINS)
        return sums.reshape(features, BINS).cumsum(axis=1)

    count, g, h = (up_to(v) for v in (np.ones(len(codes)), slope[among], bend[among]))
    whole_g, whole_h = g[:, -1:], h[:, -1:]
    gain = g**2 / (h + RIDGE) + (whole_g - g) ** 2 / (whole_h - h + RIDGE) - whole_g**2 / (whole_h + RIDGE)
    allowed = (count >= LEAST) & (len(codes) - count >= LEAST)
    allowed &= np.arange(BINS) < np.array([len(at) for at in binned.bounds])[:, None]
    gain = np.where(allowed, gain, 0.0)
    best = int(gain.argmax())
    return (best // BINS, best % BINS) if gain.flat[best] > 1e-6 else None


def _branch(binned: Binned, slope: np.ndarray, bend: np.ndarray, among: np.ndarray) -> tuple[Branch, np.ndarray]:
    """What the links among those that answer a first question alike are asked next; and what that adds to each."""
    found = _question(binned, slope, bend, among) or (0, 0)
    below = binned.codes[:, found[0]] <= found[1]
    low, high = (_leaf(slope[among & side], bend[among & side]) for side in (below, ~below))
    name, at = binned.names[found[0]], float(binned.bounds[found[0]][found[1]])
    return (name, at, low, high), np.where(below, low, high)


def _leaf(slope: np.ndarray, bend: np.ndarray) -> float:
    return round(RATE * float(slope.sum() / (bend.sum() + RIDGE)), 4)
