"""What two runs of words share, and what sets them apart, in figures that a confidence can be made of."""

from collections.abc import Container, Mapping

from rapidfuzz.distance import LCSseq

from reader.compare.passages.sides import Content, Run, Side
from reader.compare.passages.terms import NUMBER
from reader.dataclass import dataclass

SYNONYM = 0.9
"""What a word of the same sense but another stem counts, as a share of its weight."""
_EVERYWHERE = {f"{NUMBER}{n}" for n in range(13)}
"""Numbers that stand in every article: to share one says nothing of whether two tell of one event."""


@dataclass(frozen=True, slots=True)
class LinkEvidence:
    """What two excerpts share. Weights are in words found nowhere else."""

    shared: float
    """Weight of the terms in common."""
    narrow: float
    """Their share of the lighter excerpt, 0 to 1."""
    wide: float
    """Their share of the heavier excerpt."""
    order: float
    """Likeness of the words in order, stop words and all, 0 to 1."""
    figures: float
    """Weight of the numbers in common."""
    quoted: float
    """Weight of the terms in common that stand between quotation marks on both sides."""
    plain: float
    """Weight of the terms in common that are neither names nor years."""
    telling: float
    """Weight of those of them that do not only say who speaks."""
    telling_terms: int
    """How many these are."""
    shorter: int
    """Words in the shorter excerpt."""
    longer: int
    """Words in the longer excerpt."""
    terms: tuple[str, ...]
    """The terms in common, heaviest first."""
    small: float = 0.0
    """Weight of the telling terms in common that both write small: no part of a name or a title."""
    verbs: int = 2
    """How many of the two have a verb."""
    whens: int = 0
    """How many of the two open as a clause of time does: "before the reading began"."""
    verb_shared: bool = False
    names_apart: float = 0.0
    """Weight of the names that only the one has, or only the other: the lesser of the two."""
    words_apart: float = 0.0
    """The same of the other words but numbers."""
    denied: bool = False
    """Whether one of them denies and the other does not."""
    spoken: tuple[float, float] = (0.0, 0.0)
    """The share of words between quotation marks, the lesser first."""
    held: tuple[float, float] = (1.0, 1.0)
    """How much of their sentences the excerpts are, by words, the lesser first."""
    around: tuple[float, float] = (1.0, 1.0)
    """`wide` and `narrow` of the whole sentences."""
    names_around: float = 0.0
    """`names_apart` of the whole sentences."""
    figures_apart: float = 0.0
    """The same of the numbers of the whole sentences."""
    particulars: float = 0.0
    """Weight of the names, and of the numbers over a dozen, that the whole sentences have in common."""
    opposed: float = 0.0
    """The share of the lighter excerpt that says the opposite of words of the other, 0 to 1."""

    @classmethod
    def of_copy(cls, length: int) -> "LinkEvidence":
        """Of two texts of the same words, so many, throughout."""
        size = float(length)
        return cls(size, 1.0, 1.0, 1.0, 0.0, 0.0, size, size, length, length, length, ())


def evidence(left: Side, a: Run, right: Side, b: Run) -> LinkEvidence:
    """What the run `a` of one sentence and the run `b` of another share."""
    mine, yours = left.content(a), right.content(b)
    around, others = left.content(left.whole), right.content(right.whole)
    weight, exactly = _shared(left, mine, right, yours)
    shared = sum(weight.values())
    narrow, wide = _shares(shared, mine, yours)
    telling = [w for t, w in weight.items() if t in mine.telling]
    names_apart = _names_apart(mine, yours)
    shorter, longer = sorted((a[1] - a[0], b[1] - b[0]))
    return LinkEvidence(
        shared=shared,
        narrow=narrow,
        wide=wide,
        order=LCSseq.normalized_similarity(left.reading.codes[a[0] : a[1]], right.reading.codes[b[0] : b[1]]),
        figures=_weight_among(weight, mine.numbers & yours.numbers),
        quoted=_weight_among(weight, mine.quoted & yours.quoted),
        plain=_weight_among(weight, mine.plain),
        telling=sum(telling),
        telling_terms=len(telling),
        shorter=shorter,
        longer=longer,
        terms=tuple(sorted(weight, key=weight.__getitem__, reverse=True)),
        small=_weight_among(weight, mine.small & yours.small),
        verbs=mine.has_verb + yours.has_verb,
        whens=mine.says_when + yours.says_when,
        verb_shared=not mine.verbs.isdisjoint(yours.verbs),
        names_apart=names_apart,
        words_apart=_words_apart(mine, yours),
        denied=mine.denies != yours.denies,
        spoken=_lesser_first(mine.share_quoted, yours.share_quoted),
        held=_lesser_first(left.share(a), right.share(b)),
        around=(wide, narrow) if exactly and mine is around and yours is others else _around(around, others),
        names_around=names_apart if mine is around and yours is others else _names_apart(around, others),
        figures_apart=_least(around, around.numbers - others.numbers, others, others.numbers - around.numbers),
        particulars=_particulars(around, others),
        opposed=_opposed(mine, yours),
    )


def _shared(left: Side, mine: Content, right: Side, yours: Content) -> tuple[dict[str, float], bool]:
    """The weight of each sense in common, in order: of a stem in common, or less for one of the same sense.

    And whether each is of one stem, the same on both sides.
    """
    weight, exactly = {}, True
    for sense in sorted(mine.senses & yours.senses):
        alone = sense not in mine.several and sense not in yours.several
        if alone and mine.stem[sense] == yours.stem[sense]:
            weight[sense] = (mine.weights[sense] + yours.weights[sense]) / 2
            continue
        exactly = False
        if same := mine.stems(sense) & yours.stems(sense):
            stem = min(same)
            weight[sense] = (left.weights[stem] + right.weights[stem]) / 2
        else:
            weight[sense] = SYNONYM * (left.weights[sense] + right.weights[sense]) / 2
    return weight, exactly


def _shares(shared: float, mine: Content, yours: Content) -> tuple[float, float]:
    """What share of the lighter and of the heavier a weight is, at most 1."""
    light, heavy = _lesser_first(mine.total, yours.total)
    return min(1.0, shared / light) if light else 0.0, min(1.0, shared / heavy) if heavy else 0.0


def _lesser_first(one: float, other: float) -> tuple[float, float]:
    return (other, one) if other < one else (one, other)


def _weight_among(weight: Mapping[str, float], terms: Container[str]) -> float:
    return sum([w for t, w in weight.items() if t in terms]) if terms else 0


def _around(mine: Content, yours: Content) -> tuple[float, float]:
    common = sorted(mine.senses & yours.senses)
    narrow, wide = _shares(sum([(mine.weights[t] + yours.weights[t]) / 2 for t in common]), mine, yours)
    return wide, narrow


def _names_apart(mine: Content, yours: Content) -> float:
    return _least(mine, mine.names - yours.names, yours, yours.names - mine.names)


def _particulars(mine: Content, yours: Content) -> float:
    common = (mine.names & yours.names) | ((mine.numbers & yours.numbers) - _EVERYWHERE)
    if not common:
        return 0.0
    return sum((mine.weights[t] + yours.weights[t]) / 2 for t in sorted(common))


def _opposed(mine: Content, yours: Content) -> float:
    """The share of the lighter that says the opposite of words of the other: the lesser of the two."""
    lighter = min(mine.total, yours.total)
    if not lighter or mine.opposites.isdisjoint(yours.every_stem):
        return 0.0
    return min(_opposing(mine, yours), _opposing(yours, mine)) / lighter


def _opposing(one: Content, other: Content) -> float:
    said = (one.every_stem & other.opposites) - other.every_stem
    return sum(weight for sense, weight in sorted(one.weights.items()) if not said.isdisjoint(one.stems(sense)))


def _words_apart(mine: Content, yours: Content) -> float:
    return _least(mine, mine.words - yours.senses, yours, yours.words - mine.senses)


def _least(mine: Content, some: frozenset[str], yours: Content, others: frozenset[str]) -> float:
    return min(_weight(mine, some), _weight(yours, others)) if some and others else 0


def _weight(content: Content, terms: frozenset[str]) -> float:
    return sum(map(content.weights.__getitem__, sorted(terms)))
