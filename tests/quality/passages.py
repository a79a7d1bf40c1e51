"""How many of the labelled passages a comparison finds, and how many of those it claims are right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from reader.compare.comparison import Comparison
from reader.text.spans import Span, joined

Place = tuple[str, Span]
Pair = tuple[Place, Place]

_HIT, _TIGHT = 0.5, 0.33
"""The share of the shorter span that must be common to both; the share of a claim that labels must hold."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision over the claims that are right or wrong, recall over the labels that must be found."""

    right: int
    wrong: int
    found: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of the claims that are right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of the labels that are found."""
        return self.found / max(1, self.wanted)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(comparison: Comparison, gold: Mapping[str, Any]) -> Score:
    """Hold a comparison's passages against labels: every two excerpts of a passage are a claim."""
    must, may = list(_labels(gold["must"])), list(_labels(gold["may"]))
    right = wrong = 0
    found: set[int] = set()
    for claim in _claims(comparison):
        hits = {n for n, label in enumerate(must) if _same(claim, label)}
        held = [must[n] for n in hits] + [label for label in may if _same(claim, label)]
        if not all(_tight(place, held) for place in claim):
            wrong += 1
        elif hits:
            right += 1
            found |= hits
    return Score(right, wrong, len(found), len(must))


def _labels(rows: Iterable[Mapping[str, Any]]) -> Iterator[Pair]:
    for row in rows:
        yield _place(row["a"]), _place(row["b"])


def _place(row: Mapping[str, Any]) -> Place:
    return row["article"], Span(row["start"], row["end"])


def _claims(comparison: Comparison) -> Iterator[Pair]:
    for passage in comparison.passages:
        for one, two in combinations(passage.excerpts, 2):
            yield (one.article, one.span), (two.article, two.span)


def _same(claim: Pair, label: Pair) -> bool:
    return any(all(_meets(x, y) for x, y in zip(claim, order, strict=True)) for order in (label, label[::-1]))


def _meets(one: Place, two: Place) -> bool:
    return one[0] == two[0] and one[1].overlap(two[1]) >= max(1, _HIT * min(len(one[1]), len(two[1])))


def _tight(place: Place, labels: Sequence[Pair]) -> bool:
    inside = joined(
        Span(max(place[1].start, span.start), min(place[1].end, span.end))
        for label in labels
        for article, span in label
        if article == place[0] and place[1].overlap(span)
    )
    return sum(map(len, inside)) >= _TIGHT * len(place[1])
