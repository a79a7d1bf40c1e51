"""Who shares how much with whom: of each account's prose, what stands in each other, and in which words."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from itertools import permutations

from rapidfuzz.distance import LCSseq

from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.compare.coverage import held
from reader.compare.passages.relations import VERBATIM
from reader.compare.witness import Witness
from reader.dataclass import dataclass
from reader.text.spans import Span, joined
from reader.text.tokens import tokens

_ORDER = (Relation.VERBATIM, Relation.QUOTATION, Relation.REWORDED)
"""What stands in two passages counts for the first of these."""


@dataclass(frozen=True, slots=True)
class SharedParts:
    """Of one account's prose, the parts (0 to 1) that stand in another; `passage` is the index of the longest."""

    verbatim: float = 0.0
    quoted: float = 0.0
    reworded: float = 0.0
    passage: int = -1

    @property
    def total(self) -> float:
        """The part that stands in the other in any of the three ways."""
        return self.verbatim + self.quoted + self.reworded


NOTHING = SharedParts()


@dataclass(frozen=True, slots=True)
class SharingMatrix:
    """The accounts by their ids, those of one origin beside one another, and what each shares with each.

    `groups` holds the same ids, one tuple an origin; `pairs` is by (whose prose, in which other), where there is any.
    """

    groups: tuple[tuple[str, ...], ...]
    pairs: Mapping[tuple[str, str], SharedParts]

    @property
    def articles(self) -> tuple[str, ...]:
        """All ids in order."""
        return tuple(article for group in self.groups for article in group)

    def of(self, article: str, other: str) -> SharedParts:
        """What of an article's prose stands in another."""
        return self.pairs.get((article, other), NOTHING)


def sharing(comparison: Comparison, gone: Collection[int] = ()) -> SharingMatrix:
    """Measured on the passages, those left out whose indices are in `gone`; in characters of sentences."""
    spans: dict[tuple[str, str], dict[Relation, list[Span]]] = defaultdict(lambda: defaultdict(list))
    longest: dict[tuple[str, str], tuple[int, int]] = {}
    for index, passage in enumerate(comparison.passages):
        if index in gone:
            continue
        words = _words(comparison, passage)
        for one, other in permutations(passage.excerpts, 2):
            if one.article == other.article:
                continue
            pair = one.article, other.article
            spans[pair][_relation(passage, words, one, other)].append(one.span)
            longest[pair] = max(longest.get(pair, (0, 0)), (len(one.span), -index))
    sentences = {article.id: Witness.of(article).sentences for article in comparison.articles}
    return SharingMatrix(
        groups(comparison),
        {pair: _shared(sentences[pair[0]], found, -longest[pair][1]) for pair, found in spans.items()},
    )


def groups(comparison: Comparison) -> tuple[tuple[str, ...], ...]:
    """The ids of the articles by their origins, in the articles' order; one whose origin is not known stands alone."""
    origin = {article: n for n, found in enumerate(comparison.origins) for article in found.articles}
    grouped: dict[object, list[str]] = {}
    for article in comparison.articles:
        grouped.setdefault(origin.get(article.id, article.id), []).append(article.id)
    return tuple(map(tuple, grouped.values()))


def _words(comparison: Comparison, passage: Passage) -> dict[Excerpt, list[str]]:
    """The folded words of each excerpt, where two of a reworded passage may yet be the same."""
    if passage.relation is not Relation.REWORDED or len(passage.excerpts) < 3:
        return {}
    return {e: _forms(comparison.article(e.article).text, e.span) for e in passage.excerpts}


def _forms(text: str, span: Span) -> list[str]:
    return [token.form for token in tokens(text, span.start, span.end)]


def _relation(passage: Passage, words: Mapping[Excerpt, list[str]], one: Excerpt, other: Excerpt) -> Relation:
    """How two of a passage stand to one another: among several that differ, two may be copies."""
    if words and LCSseq.normalized_similarity(words[one], words[other]) >= VERBATIM:
        return Relation.VERBATIM
    return passage.relation


def _shared(sentences: tuple[Span, ...], found: Mapping[Relation, list[Span]], passage: int) -> SharedParts:
    total = sum(map(len, sentences))
    if not total:
        return NOTHING
    parts: list[float] = []
    counted: list[Span] = []
    before = 0
    for relation in _ORDER:
        counted += found.get(relation, [])
        now = sum(held(sentences, joined(counted)))
        parts.append((now - before) / total)
        before = now
    verbatim, quoted, reworded = parts
    return SharedParts(verbatim, quoted, reworded, passage)
