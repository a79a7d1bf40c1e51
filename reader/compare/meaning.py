"""What the statements of a comparison mean and which of them are held to say the same: to be asked by every stage."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.compare.comparison import Excerpt
from reader.compare.passages.links import ScoredLinks
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.text.spans import Span

if TYPE_CHECKING:  # NumPy comes with the first vector
    from reader.vectors.values import Vectors


@dataclass(frozen=True, slots=True)
class SentencePairs:
    """Two statements, whole, of two articles, and how surely they say the same, 0 to 100."""

    one: Excerpt
    other: Excerpt
    score: float


@dataclass(frozen=True, slots=True, eq=False)
class EmbeddingScorer:
    """Answers for the witnesses of one comparison, whichever way round they are named."""

    _witnesses: Mapping[str, Witness]
    _vectors: "Mapping[str, Vectors | None]"
    _pairings: Mapping[tuple[str, str], tuple[SentencePairs, ...]]

    @classmethod
    def of(
        cls, witnesses: Sequence[Witness], vectors: "Sequence[Vectors | None]", scored: ScoredLinks
    ) -> "EmbeddingScorer":
        """Of witnesses, the vectors of their statements, and the links between them."""
        ids = [w.article.id for w in witnesses]
        return cls(
            dict(zip(ids, witnesses, strict=True)), dict(zip(ids, vectors, strict=True)), _pairings(witnesses, scored)
        )

    def similarity(self, one: Excerpt, other: Excerpt) -> float | None:
        """How near the statements around two excerpts lie by meaning, 1 for the same; some .5 and more for a retelling.

        None where either has no vector: in a language that the encoder does not know, in a statement below five words,
        or without an encoder. It is blind to numbers, names, negation and who did what to whom.
        """
        (mine, m), (yours, n) = self._place(one), self._place(other)
        if mine is None or yours is None or m is None or n is None:
            return None
        return mine.cosine(m, yours, n)

    def statement(self, excerpt: Excerpt) -> Span | None:
        """The statement in which an excerpt begins, None where it begins in none."""
        witness = self._witnesses[excerpt.article]
        number = witness.statement(excerpt.span.start)
        return None if number is None else witness.statements[number]

    def pairings(self, one: str, other: str) -> tuple[SentencePairs, ...]:
        """The statements of two articles, by their ids, that may say the same, in the order of `one`'s text."""
        if (one, other) in self._pairings:
            return self._pairings[one, other]
        turned = (SentencePairs(p.other, p.one, p.score) for p in self._pairings.get((other, one), ()))
        return tuple(sorted(turned, key=lambda p: (p.one, p.other)))

    def _place(self, excerpt: Excerpt) -> "tuple[Vectors | None, int | None]":
        witness = self._witnesses[excerpt.article]
        return self._vectors[excerpt.article], witness.statement(excerpt.span.start)


def _pairings(witnesses: Sequence[Witness], scored: ScoredLinks) -> dict[tuple[str, str], tuple[SentencePairs, ...]]:
    found: dict[tuple[str, str], list[SentencePairs]] = {}
    for (a, m, b, n), score in scored.likely:
        one, other = (
            Excerpt(witnesses[w].article.id, witnesses[w].statements[scored.readings[w].units[k].statement])
            for w, k in ((a, m), (b, n))
        )
        found.setdefault((one.article, other.article), []).append(SentencePairs(one, other, round(score, 1)))
    return {key: tuple(sorted(pairs, key=lambda p: (p.one, p.other))) for key, pairs in found.items()}
