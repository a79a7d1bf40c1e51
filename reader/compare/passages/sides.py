"""A sentence about to be aligned with others, and what runs of its words tell."""

import re
from collections.abc import Container, Mapping
from dataclasses import field
from itertools import compress, pairwise

from reader.compare.passages.matcher_input import MatcherInput, MatcherSentence
from reader.compare.passages.terms import NUMBER, Lexis
from reader.dataclass import dataclass

UNSHARED = 0.2
"""What a word that the other side lacks costs, as a share of its weight, when an excerpt is cut."""
_SAFE = 0.8
"""What the least is lowered by, since words weigh a little more in the one article than in the other."""
_CAPITALS = 0.7
"""The share of words with a capital from which on capitals tell no names: a headline."""

_YEAR = re.compile(rf"{NUMBER}(?:1[5-9]|20)\d\d")

Run = tuple[int, int]
"""The first token of a run and the one after its last."""
Terms = tuple[frozenset[str], frozenset[str]]
"""Senses, and stems that have them."""


Copied = tuple[frozenset[str], float, float]
"""The first stems of a clause's senses, what they weigh together, and what is left of its weight without any of its
senses: nothing, but for what sums of floats leave."""


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A clause of a sentence."""

    start: int
    end: int
    weight: float
    """That of its telling words together."""
    terms: Mapping[str, tuple[float, str, float]]
    """Each of its senses with the weight of all words that have it, the first one's stem and that stem's weight."""
    senses: frozenset[str]

    @classmethod
    def of(cls, reading: MatcherInput, weights: Mapping[str, float], start: int, end: int) -> "Clause":
        """The clause between two tokens."""
        total = 0.0
        terms: dict[str, tuple[float, str, float]] = {}
        for n in range(start, end):
            if sense := reading.senses[n]:
                stem = reading.stems[n]
                weight = weights[stem]
                total += weight
                before, first, of_first = terms.get(sense, (0.0, stem, weight))
                terms[sense] = before + weight, first, of_first
        return cls(start, end, total, terms, frozenset(terms))

    def copied(self) -> Copied:
        """What another shares with it that has all of its senses."""
        shared, missing = 0.0, self.weight
        for _sense, (occurring, _stem, of_first) in sorted(self.terms.items()):  # in order, as sums of floats must be
            missing -= occurring
            shared += of_first
        return frozenset(stem for _occurring, stem, _weight in self.terms.values()), shared, missing


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """What a run of words tells."""

    stem: Mapping[str, str]
    """Each sense with the first of the stems that have it."""
    several: Mapping[str, frozenset[str]]
    """Each sense that several stems have, with these."""
    weights: Mapping[str, float]
    """Each sense with the weight of the heaviest of its stems."""
    senses: frozenset[str]
    every_stem: frozenset[str]
    total: float
    """The weights together."""
    names: frozenset[str]
    numbers: frozenset[str]
    words: frozenset[str]
    """The senses that are neither names nor numbers."""
    plain: frozenset[str]
    """The senses that are neither names nor years."""
    telling: frozenset[str]
    """Those of them that do not only say who speaks."""
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

    def stems(self, sense: str) -> frozenset[str]:
        """The stems that have a sense."""
        return self.several.get(sense) or frozenset((self.stem[sense],))


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """A sentence about to be aligned: where it stands and what its words weigh."""

    reading: MatcherInput
    unit: MatcherSentence
    weights: Mapping[str, float]
    names: frozenset[str]
    """The stems that are names."""
    persons: frozenset[str]
    """The senses of words that only say who speaks: offices and the verbs that credit."""
    clauses: tuple[Clause, ...]
    """Its clauses, laid out once for all the cuts."""
    _told: dict[Run, Content] = field(default_factory=dict)
    _terms: dict[Run, Terms] = field(default_factory=dict)
    _copied: dict[int, Copied] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        reading: MatcherInput,
        unit: MatcherSentence,
        weights: Mapping[str, float],
        names: frozenset[str],
        persons: frozenset[str] = frozenset(),
    ) -> "Side":
        """The sentence, read once for all the others that it is held against."""
        clauses = tuple(Clause.of(reading, weights, start, end) for start, end in pairwise(unit.cuts))
        return cls(reading, unit, weights, names, persons, clauses)

    @property
    def least(self) -> float:
        """The weight that a sentence must share with it, about, for any of its clauses to share more than it lacks."""
        lightest = min((clause.weight for clause in self.clauses), default=0.0)
        return UNSHARED * lightest / (1 + UNSHARED) * _SAFE

    @property
    def whole(self) -> Run:
        """All of its words, as one run."""
        return self.unit.start, self.unit.end

    def share(self, run: Run) -> float:
        """How much of it a run is, by words, 0 to 1."""
        return (run[1] - run[0]) / (self.unit.end - self.unit.start)

    def copied(self, clause: Clause) -> Copied:
        """What another shares with a clause of it that has all of its senses, worked out once: most have none such."""
        found = self._copied.get(clause.start)
        if found is None:
            found = self._copied[clause.start] = clause.copied()
        return found

    def terms(self, run: Run) -> Terms:
        """The senses of a run of its words, and the stems, read once: all that most others are asked for."""
        found = self._terms.get(run)
        if found is None:
            senses, stems = self.reading.senses[run[0] : run[1]], self.reading.stems[run[0] : run[1]]
            found = self._terms[run] = frozenset(filter(None, senses)), frozenset(compress(stems, senses))
        return found

    def content(self, run: Run) -> Content:
        """What a run of its words tells, read once."""
        found = self._told.get(run)
        if found is None:
            found = self._told[run] = _content(self, run)
        return found


def _content(side: Side, run: Run) -> Content:
    reading, lexis, senses = side.reading, side.reading.lexis, side.reading.senses
    forms = reading.words.forms[run[0] : run[1]]
    telling = [n for n in range(*run) if senses[n]]
    capitals = _capitals(reading, run)
    verbs = _verbs(side, run, capitals)
    all_senses, every_stem = side.terms(run)
    stem, several, weights = _weighed(side, telling)
    names, numbers = all_senses & side.names, frozenset(s for s in all_senses if s[0] == NUMBER)
    plain = all_senses - names - {s for s in numbers if _YEAR.fullmatch(s)}
    return Content(
        stem,
        several,
        weights,
        all_senses,
        every_stem,
        sum(weights.values()),
        names,
        numbers,
        all_senses - names - numbers,
        plain,
        plain - side.persons,
        _opposites(lexis, every_stem),
        frozenset(senses[n] for n in telling if reading.quoted[n]),
        sum(reading.quoted[run[0] : run[1]]) / len(forms),
        _small(side, run, telling, capitals),
        frozenset(senses[n] for n in telling if n in verbs),
        bool(verbs) or not lexis.verbs,
        forms[0] in lexis.whens,
        not lexis.denials.isdisjoint(forms),
    )


def _capitals(reading: MatcherInput, run: Run) -> set[int]:
    """Which words of a run begin with a capital."""
    text, starts = reading.text, reading.words.starts
    return {n for n in range(*run) if text[starts[n]].isupper()}


def _verbs(side: Side, run: Run, capitals: Container[int]) -> set[int]:
    """Which words of a run are verbs, as the lexicon has them or by the subject before them; no name is one."""
    lexis, forms, senses = side.reading.lexis, side.reading.words.forms, side.reading.senses
    begins = side.unit.start
    return {
        n
        for n in range(*run)
        if ((n == begins or n not in capitals) and lexis.is_verb(forms[n]))
        or (n > begins and senses[n] and forms[n - 1] in lexis.subjects)
    }


def _weighed(side: Side, telling: list[int]) -> tuple[dict[str, str], dict[str, frozenset[str]], dict[str, float]]:
    """Each sense with its first stem, with all of several, and with the weight of the heaviest of them."""
    senses, stem_of, weight_of = side.reading.senses, side.reading.stems, side.weights
    first: dict[str, str] = {}
    several: dict[str, frozenset[str]] = {}
    weights: dict[str, float] = {}
    for n in telling:
        sense, stem = senses[n], stem_of[n]
        weight = weight_of[stem]
        if sense not in first:
            first[sense], weights[sense] = stem, weight
        elif first[sense] != stem:
            several[sense] = several.get(sense, frozenset((first[sense],))) | {stem}
            weights[sense] = max(weights[sense], weight)
    return first, several, weights


def _small(side: Side, run: Run, telling: list[int], capitals: set[int]) -> frozenset[str]:
    """The senses that are written small; where capitals tell nothing, as in a headline, all that are no names."""
    senses, persons = side.reading.senses, side.persons
    if side.reading.lexis.nouns_are_great or len(capitals) > _CAPITALS * (run[1] - run[0]):
        return frozenset(s for n in telling if (s := senses[n]) not in side.names and s not in persons)
    return frozenset(s for n in telling if n not in capitals and (s := senses[n])[0] != NUMBER and s not in persons)


def _opposites(lexis: Lexis, stems: frozenset[str]) -> frozenset[str]:
    told = stems & lexis.opposable
    return frozenset().union(*(lexis.opposites[stem] for stem in told)) if told else frozenset()
