"""Links that stand side by side in both articles become one run, as far as dense evidence carries the gaps."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.compare.passages.links import Link
from reader.compare.passages.reading import Reading

_BRIDGE = 0.5
"""The widest gap between two runs, as a share of the tokens of the lighter one, on either side."""


@dataclass(frozen=True, slots=True)
class Run:
    """Two stretches of tokens of the articles `a` and `b` and the links that carry them."""

    a: int
    left: tuple[int, int]
    b: int
    right: tuple[int, int]
    links: tuple[Link, ...]

    @property
    def score(self) -> float:
        """The mean of the links' scores, each counted by the tokens it covers."""
        sizes = [x.aligned.left[1] - x.aligned.left[0] + x.aligned.right[1] - x.aligned.right[0] for x in self.links]
        return sum(s * x.score for s, x in zip(sizes, self.links, strict=True)) / sum(sizes)


def runs(links: Iterable[Link], readings: Sequence[Reading]) -> list[Run]:
    """The links of every two articles joined where they touch in both, then across small gaps."""
    pairs: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for x in links:
        pairs[x.a, x.b].append(x)
    return [run for _, found in sorted(pairs.items()) for run in _bridged(_touching(found))]


def _touching(links: list[Link]) -> list[Run]:
    """Links whose sentences are neighbours in both articles, as one run each."""
    at: dict[tuple[int, int], list[int]] = defaultdict(list)
    for k, x in enumerate(links):
        at[x.m, x.n].append(k)
    parent = list(range(len(links)))

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for k, x in enumerate(links):
        for dm, dn in ((1, 1), (1, -1), (0, 1), (1, 0)):
            for other in at.get((x.m + dm, x.n + dn), ()):
                parent[root(k)] = root(other)
    groups: dict[int, list[Link]] = defaultdict(list)
    for k, x in enumerate(links):
        groups[root(k)].append(x)
    return [_run(group) for group in groups.values()]


def _run(links: Iterable[Link]) -> Run:
    links = tuple(sorted(links, key=lambda x: (x.m, x.n)))
    return Run(
        links[0].a,
        (min(x.aligned.left[0] for x in links), max(x.aligned.left[1] for x in links)),
        links[0].b,
        (min(x.aligned.right[0] for x in links), max(x.aligned.right[1] for x in links)),
        links,
    )


def _bridged(found: list[Run]) -> list[Run]:
    """Runs joined across gaps that are small beside them, until none is left to join."""
    found = sorted(found, key=lambda r: (r.left, r.right))
    n = 0
    while n < len(found):
        for k in range(n + 1, min(n + 6, len(found))):
            if _near(found[n], found[k]):
                found[n] = _run((*found[n].links, *found.pop(k).links))
                n = max(-1, n - 6)
                break
        n += 1
    return found


def _near(one: Run, two: Run) -> bool:
    if len(one.links) < 2 or len(two.links) < 2:
        return False
    left = max(0, two.left[0] - one.left[1], one.left[0] - two.left[1])
    right = max(0, two.right[0] - one.right[1], one.right[0] - two.right[1])
    return left <= _BRIDGE * _least(one.left, two.left) and right <= _BRIDGE * _least(one.right, two.right)


def _least(one: tuple[int, int], two: tuple[int, int]) -> int:
    return min(one[1] - one[0], two[1] - two[0])
