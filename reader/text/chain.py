"""What keeps the order of two texts: of what they share, the heaviest part that follows one another in both."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A stretch of the left article and the one of the right that belongs to it (half-open), and how heavily."""

    left: tuple[int, int]
    right: tuple[int, int]
    weight: float


def heaviest_chain(links: Iterable[ChainLink]) -> list[ChainLink]:
    """The heaviest of the links that follow one another, without overlap, in both articles; in n log n.

    Passages cross where articles tell things in another order: those outside the chain are reached by a jump.
    """
    ordered = sorted(links, key=lambda link: (link.left, link.right))
    ends = sorted({link.right[1] for link in ordered})
    best = PrefixMaximum(len(ends))
    closing = sorted(range(len(ordered)), key=lambda i: ordered[i].left[1])
    weights = [0.0] * len(ordered)
    before = [-1] * len(ordered)
    closed = 0
    for i, link in enumerate(ordered):
        while closed < len(closing) and ordered[closing[closed]].left[1] <= link.left[0]:
            j = closing[closed]
            best.put(bisect_left(ends, ordered[j].right[1]), weights[j], j)
            closed += 1
        weight, before[i] = best.up_to(bisect_right(ends, link.right[0]))
        weights[i] = weight + link.weight
    at = max(range(len(ordered)), key=weights.__getitem__, default=-1)
    found = []
    while at >= 0:
        found.append(ordered[at])
        at = before[at]
    return found[::-1]


class PrefixMaximum:
    """A Fenwick tree: the greatest weight, and whose it is, at or below each place; both operations in log n."""

    def __init__(self, size: int) -> None:
        self._held: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def put(self, place: int, weight: float, whose: int) -> None:
        """Let a place, 0 and up, have at least this weight."""
        place += 1
        while place < len(self._held):
            self._held[place] = max(self._held[place], (weight, whose))
            place += place & -place

    def up_to(self, count: int) -> tuple[float, int]:
        """The best among the first `count` places."""
        found = (0.0, -1)
        while count > 0:
            found = max(found, self._held[count])
            count -= count & -count
        return found


def heaviest_pairs(pairs: Sequence[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """The same of whole places: of (left, right, weight), those that ascend in both and weigh most together."""
    order = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    rights = sorted({right for _left, right, _weight in order})
    best = PrefixMaximum(len(rights))
    before = [-1] * len(order)
    top = (0.0, -1)
    for index, (_left, right, weight) in enumerate(order):
        place = bisect_left(rights, right)
        total, before[index] = best.up_to(place)
        total += weight
        best.put(place, total, index)
        top = max(top, (total, index))
    found = []
    at = top[1]
    while at >= 0:
        found.append(order[at][:2])
        at = before[at]
    return found[::-1]
