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


@dataclass(frozen=True, slots=True)
class Labels:
    """The passages that must be found, and those that may."""

    must: tuple[Pair, ...]
    may: tuple[Pair, ...]

    @classmethod
    def of(cls, gold: Mapping[str, Any]) -> "Labels":
        """As a file of labels has them."""
        return cls(tuple(_pairs(gold["must"])), tuple(_pairs(gold.get("may", []))))

    def hits(self, claim: Pair) -> set[int] | None:
        """The labels that must be found which a claim finds; None where it is wrong."""
        hits = {n for n, label in enumerate(self.must) if same(claim, label)}
        held = [self.must[n] for n in hits] + [label for label in self.may if same(claim, label)]
        return hits if all(_tight(place, held) for place in claim) else None

    def truth(self, claim: Pair) -> int | None:
        """1 where a claim is right, 0 where it is wrong, None where it may be made."""
        hits = self.hits(claim)
        return 0 if hits is None else 1 if hits else None

    def score(self, made: Iterable[Pair]) -> Score:
        """Hold claims against the labels."""
        right = wrong = 0
        found: set[int] = set()
        for claim in made:
            hits = self.hits(claim)
            wrong += hits is None
            right += bool(hits)
            found |= hits or set()
        return Score(right, wrong, len(found), len(self.must))


def score(comparison: Comparison, gold: Mapping[str, Any]) -> Score:
    """Hold a comparison's passages against labels: every two excerpts of a passage are a claim."""
    return Labels.of(gold).score(claims(comparison))


def claims(comparison: Comparison, least: float = 0.0) -> Iterator[Pair]:
    """Every two excerpts of each passage that scores so much at least."""
    for passage in comparison.passages:
        if passage.score >= least:
            for one, two in combinations(passage.excerpts, 2):
                yield (one.article, one.span), (two.article, two.span)


def same(claim: Pair, label: Pair) -> bool:
    """Whether a claim means a label, either way round."""
    return any(all(meets(x, y) for x, y in zip(claim, order, strict=True)) for order in (label, label[::-1]))


def meets(one: Place, two: Place) -> bool:
    """Whether two spans have half of the shorter in common."""
    return one[0] == two[0] and one[1].overlap(two[1]) >= max(1, _HIT * min(len(one[1]), len(two[1])))


def _pairs(rows: Iterable[Mapping[str, Any]]) -> Iterator[Pair]:
    for row in rows:
        yield _place(row["a"]), _place(row["b"])


def _place(row: Mapping[str, Any]) -> Place:
    return row["article"], Span(row["start"], row["end"])


def _tight(place: Place, labels: Sequence[Pair]) -> bool:
    inside = joined(
        Span(max(place[1].start, span.start), min(place[1].end, span.end))
        for label in labels
        for article, span in label
        if article == place[0] and place[1].overlap(span)
    )
    return sum(map(len, inside)) >= _TIGHT * len(place[1])
