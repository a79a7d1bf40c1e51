"""Which clauses of two sentences say the same, and the evidence for it."""

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from reader.compare.passages.matcher_input import MatcherInput, MatcherSentence
from reader.compare.passages.nearness import Near
from reader.compare.passages.terms import NUMBER, Lexis

_YEAR = re.compile(rf"{NUMBER}(?:1[5-9]|20)\d\d")
_UNSHARED = 0.2
"""What a word that the other side lacks costs, as a share of its weight, when an excerpt is cut."""
_EVERYWHERE = {f"{NUMBER}{n}" for n in range(13)}
"""Numbers that stand in every article: to share one says nothing of whether two tell of one event."""
_SAFE = 0.8
"""What the least is lowered by, since words weigh a little more in the one article than in the other."""
_SYNONYM = 0.9
"""What a word of the same sense but another stem counts, as a share of its weight."""
_MUCH = 0.4
"""The share of a sentence from which on it is shown whole."""
_CAPITALS = 0.7
"""The share of words with a capital from which on capitals tell no names: a headline."""

Run = tuple[int, int]
"""The first token of a run and the one after its last."""
Clause = tuple[int, int, float, frozenset[str], dict[str, tuple[float, str, float]]]
"""Where a clause starts and ends, the weight of its telling words, their senses, and for each of these the weight of
all words that have it, the first one's stem and that stem's weight."""


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What a run of words tells."""

    stems: Mapping[str, frozenset[str]]
    """Each sense with the stems that have it."""
    weights: Mapping[str, float]
    """Each sense with the weight of the heaviest of its stems."""
    senses: frozenset[str]
    every_stem: frozenset[str]
    total: float
    """The weights together."""
    names: frozenset[str]
    numbers: frozenset[str]
    opposites: frozenset[str]
    """The stems that say the opposite of any of its own."""
    quoted: frozenset[str]
    """The senses between quotation marks."""
    share_quoted: float
    small: frozenset[str]
    """The senses that are written small; all where capitals tell nothing, as in a headline."""
    verbs: frozenset[str]
    has_verb: bool
    says_when: bool
    """Whether its first word opens a clause of time."""
    denies: bool


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A sentence about to be aligned: where it stands and what its words weigh."""

    reading: MatcherInput
    unit: MatcherSentence
    weights: Mapping[str, float]
    names: Container[str]
    """The stems that are names."""
    persons: Container[str]
    """The senses of words that only say who speaks: offices and the verbs that credit."""
    clauses: "tuple[Clause, ...]"
    """Its clauses, laid out once for all the cuts."""
    _told: dict[Run, Content] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        reading: MatcherInput,
        unit: MatcherSentence,
        weights: Mapping[str, float],
        names: Container[str],
        persons: Container[str] = frozenset(),
    ) -> "Side":
        """The sentence, read once for all the others that it is held against."""
        clauses = tuple(_clause(reading, weights, start, end) for start, end in pairwise(unit.cuts))
        return cls(reading, unit, weights, names, persons, clauses)

    @property
    def least(self) -> float:
        """The weight that a sentence must share with it, about, for any of its clauses to share more than it lacks."""
        lightest = min((clause[2] for clause in self.clauses), default=0.0)
        return _UNSHARED * lightest / (1 + _UNSHARED) * _SAFE

    @property
    def whole(self) -> Run:
        """All of its words, as one run."""
        return self.unit.start, self.unit.end

    def content(self, run: Run) -> Content:
        """What a run of its words tells, read once."""
        found = self._told.get(run)
        if found is None:
            found = self._told[run] = _content(self, run)
        return found


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


@dataclass(frozen=True, slots=True)
class AlignedRuns:
    """Two runs of tokens that share what `evidence` says."""

    left: Run
    right: Run
    evidence: LinkEvidence
    foreign: bool = False
    """Whether the two are in different languages, so that words cannot tell."""
    near: Near | None = None
    """What their sentences mean beside each other, where that is known."""


def align(left: Side, right: Side) -> AlignedRuns | None:
    """The clauses that two sentences share, or None where no run of clauses shares more than it lacks."""
    a = _cut(left, right.content(right.whole))
    b = _cut(right, left.content(a)) if a else None
    if a is None or b is None:
        return None
    if b != right.whole:
        a = _cut(left, right.content(b)) or a
        b = _cut(right, left.content(a)) or b
    return AlignedRuns(_shown(left, a), _shown(right, b), _evidence(left, a, right, b))


def _shown(side: Side, run: Run) -> Run:
    """What to show of a sentence of which a run is shared: all, where that is much of it. Who did it matters."""
    return side.whole if _part(run, side.whole) >= _MUCH else run


def whole(left: Side, right: Side, *, foreign: bool) -> AlignedRuns:
    """Two sentences, complete, whose clauses cannot be told apart by the words that they share."""
    return AlignedRuns(left.whole, right.whole, _evidence(left, left.whole, right, right.whole), foreign)


def _content(side: Side, run: Run) -> Content:
    reading, lexis = side.reading, side.reading.lexis
    text, starts, forms = reading.text, reading.words.starts, reading.words.forms
    stems: dict[str, set[str]] = {}
    weights: dict[str, float] = {}
    small: set[str] = set()
    verbs: set[str] = set()
    quoted: set[str] = set()
    numbers: set[str] = set()
    has_verb, capitals, begins = False, 0, side.unit.start
    for n in range(*run):
        sense, capital = reading.senses[n], text[starts[n]].isupper()
        capitals += capital
        is_verb = (not capital or n == begins) and lexis.is_verb(forms[n])
        if sense and not is_verb and n > begins:
            is_verb = forms[n - 1] in lexis.subjects
        has_verb = has_verb or is_verb
        if sense:
            stem = reading.stems[n]
            stems.setdefault(sense, set()).add(stem)
            weights[sense] = max(weights.get(sense, 0.0), side.weights[stem])
            if is_verb:
                verbs.add(sense)
            if sense[0] == NUMBER:
                numbers.add(sense)
            elif not capital and sense not in side.persons:
                small.add(sense)
            if reading.quoted[n]:
                quoted.add(sense)
    if capitals > _CAPITALS * (run[1] - run[0]):
        small = {s for s in weights if s not in side.names and s not in side.persons}
    every_stem = frozenset(stem for found in stems.values() for stem in found)
    return Content(
        {sense: frozenset(found) for sense, found in stems.items()},
        weights,
        frozenset(weights),
        every_stem,
        sum(weights.values()),
        frozenset(s for s in weights if s in side.names),
        frozenset(numbers),
        _opposites(lexis, every_stem),
        frozenset(quoted),
        sum(reading.quoted[run[0] : run[1]]) / (run[1] - run[0]),
        frozenset(small),
        frozenset(verbs),
        has_verb or not lexis.verbs,
        forms[run[0]] in lexis.whens,
        not lexis.denials.isdisjoint(forms[run[0] : run[1]]),
    )


def _opposites(lexis: Lexis, stems: frozenset[str]) -> frozenset[str]:
    told = stems & lexis.opposable
    return frozenset().union(*(lexis.opposites[stem] for stem in told)) if told else frozenset()


def _clause(reading: MatcherInput, weights: Mapping[str, float], start: int, end: int) -> Clause:
    total = 0.0
    terms: dict[str, tuple[float, str, float]] = {}
    for n in range(start, end):
        if sense := reading.senses[n]:
            weight = weights[reading.stems[n]]
            total += weight
            _before, stem, first = terms.get(sense, (0.0, reading.stems[n], weight))
            terms[sense] = _before + weight, stem, first
    return start, end, total, frozenset(terms), terms


def _cut(side: Side, other: Content) -> Run | None:
    """The run of clauses with the most in common with `other`, after what it lacks is set off against it."""
    senses, stems = other.senses, other.every_stem
    best, found = 0.0, None
    total, first = 0.0, side.unit.cuts[0]
    seen: set[str] = set()
    for start, end, missing, told, terms in side.clauses:
        gain = 0.0
        for sense in sorted(told & senses):  # in order: sums of floats must come out the same every time
            occurring, stem, weight = terms[sense]
            missing -= occurring
            if sense not in seen:
                seen.add(sense)
                gain += weight if stem in stems else _SYNONYM * side.weights[sense]
        if total <= 0:
            total, first = 0.0, start
        total += gain - _UNSHARED * missing
        if total > best:
            best, found = total, (first, end)
    return found


def _evidence(left: Side, a: Run, right: Side, b: Run) -> LinkEvidence:
    mine, yours = left.content(a), right.content(b)
    weight = _shared(left, mine, right, yours)
    ordered = sorted(weight.items())
    shared = sum(w for _t, w in ordered)
    plain = [(t, w) for t, w in ordered if t not in left.names and not _YEAR.fullmatch(t)]
    quoted, small = mine.quoted & yours.quoted, mine.small & yours.small
    sizes = sorted((mine.total, yours.total))
    around, others = left.content(left.whole), right.content(right.whole)
    words = sorted((a[1] - a[0], b[1] - b[0]))
    held = sorted((_part(a, left.whole), _part(b, right.whole)))
    spoken = sorted((mine.share_quoted, yours.share_quoted))
    return LinkEvidence(
        shared=shared,
        narrow=min(1.0, shared / sizes[0]) if sizes[0] else 0.0,
        wide=min(1.0, shared / sizes[1]) if sizes[1] else 0.0,
        order=LCSseq.normalized_similarity(left.reading.codes[a[0] : a[1]], right.reading.codes[b[0] : b[1]]),
        figures=sum(w for t, w in ordered if t.startswith(NUMBER)),
        quoted=sum(w for t, w in ordered if t in quoted) if quoted else 0,
        plain=sum(w for _t, w in plain),
        telling=sum(w for t, w in plain if t not in left.persons),
        telling_terms=len([t for t, _w in plain if t not in left.persons]),
        shorter=words[0],
        longer=words[1],
        terms=tuple(sorted(weight, key=lambda t: (-weight[t], t))),
        small=sum(w for t, w in ordered if t in small) if small else 0,
        verbs=mine.has_verb + yours.has_verb,
        whens=mine.says_when + yours.says_when,
        verb_shared=not mine.verbs.isdisjoint(yours.verbs),
        names_apart=_names_apart(mine, yours),
        words_apart=_words_apart(mine, yours),
        denied=mine.denies != yours.denies,
        spoken=(spoken[0], spoken[1]),
        held=(held[0], held[1]),
        around=_around(around, others),
        names_around=_names_apart(around, others),
        figures_apart=_least(around, around.numbers - others.numbers, others, others.numbers - around.numbers),
        particulars=_particulars(around, others),
        opposed=_opposed(mine, yours) / sizes[0] if sizes[0] else 0.0,
    )


def _shared(left: Side, mine: Content, right: Side, yours: Content) -> dict[str, float]:
    """The weight of each sense in common: of a stem in common, or less for one of the same sense."""
    weight = {}
    for sense in mine.weights.keys() & yours.weights.keys():
        same = mine.stems[sense] & yours.stems[sense]
        if same:
            stem = min(same)
            weight[sense] = (left.weights[stem] + right.weights[stem]) / 2
        else:
            weight[sense] = _SYNONYM * (left.weights[sense] + right.weights[sense]) / 2
    return weight


def _part(run: Run, of: Run) -> float:
    return (run[1] - run[0]) / (of[1] - of[0])


def _around(mine: Content, yours: Content) -> tuple[float, float]:
    common = sorted(mine.weights.keys() & yours.weights.keys())
    shared = sum((mine.weights[t] + yours.weights[t]) / 2 for t in common)
    most, least = max(mine.total, yours.total), min(mine.total, yours.total)
    return min(1.0, shared / most) if most else 0.0, min(1.0, shared / least) if least else 0.0


def _names_apart(mine: Content, yours: Content) -> float:
    return _least(mine, mine.names - yours.names, yours, yours.names - mine.names)


def _particulars(mine: Content, yours: Content) -> float:
    common = (mine.names & yours.names) | ((mine.numbers & yours.numbers) - _EVERYWHERE)
    if not common:
        return 0.0
    return sum((mine.weights[t] + yours.weights[t]) / 2 for t in sorted(common))


def _opposed(mine: Content, yours: Content) -> float:
    """The weight of words of either that say the opposite of words of the other: the lesser of the two."""
    if mine.opposites.isdisjoint(yours.every_stem):
        return 0.0
    return min(_opposing(mine, yours), _opposing(yours, mine))


def _opposing(one: Content, other: Content) -> float:
    said = (one.every_stem & other.opposites) - other.every_stem
    return sum(weight for sense, weight in sorted(one.weights.items()) if not said.isdisjoint(one.stems[sense]))


def _words_apart(mine: Content, yours: Content) -> float:
    return _least(mine, _only(mine, yours), yours, _only(yours, mine))


def _least(mine: Content, some: frozenset[str], yours: Content, others: frozenset[str]) -> float:
    return min(_weight(mine, some), _weight(yours, others)) if some and others else 0


def _only(mine: Content, yours: Content) -> frozenset[str]:
    return frozenset(
        t for t in mine.weights if t not in yours.weights and t not in mine.names and not t.startswith(NUMBER)
    )


def _weight(content: Content, terms: frozenset[str]) -> float:
    return sum(content.weights[t] for t in sorted(terms))
