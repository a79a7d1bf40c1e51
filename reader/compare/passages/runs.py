"""Links that stand close in both articles become one run, where standing so close cannot be chance."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from reader.compare.passages import continuity
from reader.compare.passages.digests import digest
from reader.compare.passages.links import Link
from reader.compare.passages.matcher_input import MatcherInput
from reader.dataclass import dataclass

_CHANCE = 0.16
"""How many links may be expected by chance within a gap for it to be bridged, for each link of the lighter run."""
_LIKELY = 0.8
"""The same where the links cover most of what they reach over."""
_WIDEST = 8
"""The widest gap that is ever bridged, in sentences."""
_WIDE, _NEWS = 2, 1_200
"""The same in articles of a newspaper's length, which tell other things between; the pairs of sentences up to which."""
_DENSITY = 0.6
"""The share of the sentences of a run that its links must cover, in both articles, to be bridged then."""
_ASIDE = 2
"""Sentences that only one article has between two links, from which on an article of such a length tells of more."""
_WORDS = 0.5
"""The share of what they tell that links share, on average, from which on they are of a copied stretch."""
_THIN = 0.2
"""The share that they must cover however unlikely chance is."""
_COPIED = 0.8
"""Likeness in order from which on two links that follow each other in both articles are one copied stretch anyway."""
_NEAR = 2
"""Sentences this side and that of a link from which on another, of lesser ones, is no part of the same stretch."""
_HEAVY = 8.0
"""Weight that a run shares from which on it explains away lesser links of its sentences to others."""
_SURE, _NOTHING_IS = 90.0, 101.0
"""The score from which on nothing explains a link away, in articles of ordinary length; in longer ones nothing is."""


@dataclass(frozen=True, slots=True)
class Run:
    """Two stretches of tokens of the articles `a` and `b` and the links that carry them."""

    a: int
    left: tuple[int, int]
    b: int
    right: tuple[int, int]
    links: tuple[Link, ...]
    score: float
    """The mean of the links' scores, each counted by the tokens it covers."""


def runs(strong: Iterable[Link], weak: Iterable[Link], readings: Sequence[MatcherInput], cutoff: float) -> list[Run]:
    """The links of every two articles joined to runs: the strong, of `cutoff` and more; weak ones only carry further.

    Links between languages stand alone: they are of whole sentences, and most sentences of one account have one.
    """
    pairs: dict[tuple[int, int], tuple[list[Link], list[Link]]] = defaultdict(lambda: ([], []))
    alone: list[Run] = []
    for n, group in enumerate((strong, weak)):
        for x in group:
            if not x.aligned.foreign:
                pairs[x.a, x.b][n].append(x)
            elif group is strong:
                alone.append(run([x]))
    return alone + [
        run(links)
        for _pair, (firm, faint) in sorted(pairs.items())
        if firm
        for links in _stretches(firm, faint, readings, cutoff)
    ]


@dataclass(slots=True, eq=False)
class _Box:
    """Links and the sentences that they reach over: m0 to m1 and n0 to n1, both within.

    What is asked of all its links is kept as sums: a box may grow to thousands of them, one by one.
    """

    m0: int
    m1: int
    n0: int
    n1: int
    links: list[Link]
    firm: bool
    mine: dict[int, float]
    """Of each sentence how much of it is linked, 0 to 1."""
    yours: dict[int, float]
    weight: float
    """What its links share, in words found nowhere else."""
    copied: float
    """How much of what their sentences tell its links share, for all of them together."""

    def gap(self, other: "_Box") -> tuple[int, int]:
        """How many sentences lie between, in either article; -1 where the boxes overlap."""
        return (
            max(self.m0 - other.m1, other.m0 - self.m1, 0) - 1,
            max(self.n0 - other.n1, other.n0 - self.n1, 0) - 1,
        )

    def take(self, other: "_Box") -> None:
        """Grow by another box."""
        self.m0, self.m1 = min(self.m0, other.m0), max(self.m1, other.m1)
        self.n0, self.n1 = min(self.n0, other.n0), max(self.n1, other.n1)
        self.links += other.links
        self.firm = self.firm or other.firm
        self.mine, self.yours = _union(self.mine, other.mine), _union(self.yours, other.yours)
        self.weight += other.weight
        self.copied += other.copied


def _union(one: dict[int, float], other: dict[int, float]) -> dict[int, float]:
    """Both together; the larger is used up, which no longer counts."""
    if len(one) < len(other):
        one, other = other, one
    for number, share in other.items():
        one[number] = max(one.get(number, 0.0), share)
    return one


def _stretches(
    firm: list[Link], faint: list[Link], readings: Sequence[MatcherInput], cutoff: float
) -> Iterator[list[Link]]:
    """The links of two articles in groups that stand close together."""
    sizes = len(readings[firm[0].a].units), len(readings[firm[0].b].units)
    block = digest(firm, sizes)
    if block:
        yield block
        firm, faint = [x for x in firm if x not in block], []
    boxes = _joined(firm, faint, sizes[0] * sizes[1])
    kept = [*block, *(x for box in boxes for x in box.links)]
    linked = sorted({x.m for x in kept}), sorted({x.n for x in kept})
    for box in boxes:
        yield from continuity.parts(box.links, cutoff, linked, readings)


def _joined(firm: list[Link], faint: list[Link], size: int) -> list[_Box]:
    """Boxes of the firm links; those of either kind that are each other's best carry them, the others only fill."""
    best = _best([*firm, *faint])
    boxes = _gathered([_box(x) for x in firm if _mutual(x, best)], size, len(firm))
    edging = [x for x in faint if _mutual(x, best)]
    if edging and any(len(b.links) > 1 for b in boxes):
        boxes = _gathered(boxes + [_box(x, firm=False) for x in edging], size, len(firm) + len(edging))
        boxes = [b for b in boxes if b.firm]
    sure = _SURE if size <= _NEWS else _NOTHING_IS
    return boxes + _beside([x for x in firm if not _mutual(x, best)], boxes, sure)


def _beside(links: list[Link], boxes: list[_Box], sure: float) -> list[_Box]:
    """Firm links with a better counterpart elsewhere: part of a box, or explained by a large one, or for themselves."""
    alone = []
    at = {(x.m, x.n): box for box in boxes for x in box.links}
    explained: tuple[set[int], set[int]] = set(), set()
    for box in boxes:
        _explain(box, explained)
    for x in links:
        if touching := [at[place] for place in _around(x) if place in at]:
            box = max(touching, key=lambda b: len(b.links))
            box.take(_box(x))
            at[x.m, x.n] = box
            if not (x.m in explained[0] and x.n in explained[1]):
                _explain(box, explained)
        elif x.score >= sure or not (x.m in explained[0] or x.n in explained[1]):
            alone.append(_box(x))
    return alone


def _explain(box: _Box, explained: tuple[set[int], set[int]]) -> None:
    """Add the sentences of a large box to those of which lesser links to others are explained away."""
    if box.weight >= _HEAVY:
        explained[0].update(range(box.m0, box.m1 + 1))
        explained[1].update(range(box.n0, box.n1 + 1))


def _around(x: Link) -> Iterator[tuple[int, int]]:
    """The places of the same sentences and of those close by, in both articles."""
    near = range(-_NEAR, _NEAR + 1)
    return ((x.m + i, x.n + j) for i in near for j in near)


def _box(x: Link, *, firm: bool = True) -> _Box:
    e = x.aligned.evidence
    mine, yours = {x.m: x.shares[0]}, {x.n: x.shares[1]}
    return _Box(x.m, x.m, x.n, x.n, [x], firm, mine, yours, e.shared, e.wide * min(x.shares))


def _best(links: list[Link]) -> dict[tuple[str, int], Link]:
    """The best link of every sentence."""
    best: dict[tuple[str, int], Link] = {}
    for x in sorted(links, key=lambda x: (-x.score, -x.aligned.evidence.shared, x.m, x.n)):
        best.setdefault(("m", x.m), x)
        best.setdefault(("n", x.n), x)
    return best


def _mutual(x: Link, best: dict[tuple[str, int], Link]) -> bool:
    return best["m", x.m] is x and best["n", x.n] is x


def _gathered(boxes: list[_Box], size: int, count: int) -> list[_Box]:
    """Boxes joined until no two stand closer than chance would have it."""
    boxes = sorted(boxes, key=lambda b: (b.m0, b.n0, b.m1, b.n1))
    changed = True
    while changed:
        changed = False
        kept: list[_Box] = []
        for box in boxes:
            for other in reversed(kept[-_WINDOW:]):
                if _belong(other, box, size, count):
                    other.take(box)
                    changed = True
                    break
            else:
                kept.append(box)
        boxes = sorted(kept, key=lambda b: (b.m0, b.n0, b.m1, b.n1)) if changed else kept
    return boxes


_WINDOW = 12
"""Boxes looked back at: those before end earlier, and a run that far away is too far anyway."""


def _belong(one: _Box, two: _Box, size: int, count: int) -> bool:
    left, right = one.gap(two)
    if left < 0 and right < 0:
        return True
    if not (one.firm and two.firm) and (max(left, right) > 0 or (left < 0) != (right < 0)):
        return False
    if left <= 0 and right <= 0 and _follows(one, two):
        return True
    if max(left, right) > (_WIDE if size <= _NEWS else _WIDEST) or (size <= _NEWS and _is_parted(one, two)):
        return False
    return _is_no_chance(one, two, count * (2 * max(left, 0) + 2) * (2 * max(right, 0) + 2) / size)


def _is_parted(one: _Box, two: _Box) -> bool:
    """Whether in news what stands between two boxes makes two facts of them, or no stretch that one side took over."""
    left, right = one.gap(two)
    aside = max(left, right) - max(0, min(left, right))
    if aside >= _ASIDE and not _dense(one, two, _DENSITY):
        return True  # only one of the articles tells what is between them
    return max(left, right) > 0 and _crosses(one, two) and not (_is_copied(one) and _is_copied(two))


def _is_no_chance(one: _Box, two: _Box, expected: float) -> bool:
    """Whether two boxes stand too close for chance; `expected`: how many links chance would have there."""
    lighter = min(len(one.links), len(two.links))
    if expected <= _CHANCE * lighter:
        return _dense(one, two, _THIN)
    return expected <= _LIKELY * lighter and _dense(one, two, _DENSITY)


def _crosses(one: _Box, two: _Box) -> bool:
    """Whether the one comes first in one article and last in the other."""
    return (two.m0 < one.m0) != (two.n0 < one.n0)


def _is_copied(box: _Box) -> bool:
    """Whether its links share half of what their sentences tell, in the words of both."""
    return box.copied >= _WORDS * len(box.links)


def _dense(one: _Box, two: _Box, least: float) -> bool:
    """Whether links cover enough of the sentences that the two would reach over together."""
    left = max(one.m1, two.m1) - min(one.m0, two.m0) + 1
    right = max(one.n1, two.n1) - min(one.n0, two.n0) + 1
    return _covered(one.mine, two.mine) >= least * left and _covered(one.yours, two.yours) >= least * right


def _covered(one: dict[int, float], other: dict[int, float]) -> float:
    """How much both cover together, in sentences."""
    if len(one) < len(other):
        one, other = other, one
    return sum(one.values()) + sum(max(0.0, share - one.get(number, 0.0)) for number, share in other.items())


def _follows(one: _Box, two: _Box) -> bool:
    """Whether copied stretches meet: the one ends where the other begins, in both articles."""
    if _crosses(one, two):
        return False
    return all(x.aligned.evidence.order >= _COPIED for x in (*one.links[-1:], *two.links[:1]))


def run(links: Sequence[Link]) -> Run:
    """The run that some links of two articles make."""
    ordered = tuple(sorted(links, key=lambda x: (x.m, x.n)))
    a, b = ordered[0].a, ordered[0].b
    left = min(x.aligned.left[0] for x in ordered), max(x.aligned.left[1] for x in ordered)
    right = min(x.aligned.right[0] for x in ordered), max(x.aligned.right[1] for x in ordered)
    sizes = [x.aligned.left[1] - x.aligned.left[0] + x.aligned.right[1] - x.aligned.right[0] for x in ordered]
    score = sum(s * x.score for s, x in zip(sizes, ordered, strict=True)) / sum(sizes)
    return Run(a, left, b, right, ordered, score)
