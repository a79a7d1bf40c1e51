"""What is known of how one language writes figures: its number words, what stands around them, its times and nouns."""

from collections.abc import Mapping

from reader.compare.comparison import Modifier
from reader.compare.figures.languages.phrases import PhraseTable
from reader.compare.figures.languages.tokens import Cutter
from reader.compare.figures.numbers.numerals import Vague
from reader.compare.figures.quantities.units import Unit
from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Numerals:
    """The number words of a language. Forms are folded."""

    cardinals: Mapping[str, float]
    people: Mapping[str, float]
    """So many people, without a noun: "the three" in one word."""
    hundreds: frozenset[str]
    scales: Mapping[str, float]
    ones: Mapping[str, float]
    """Worth that before a scale only: "a" million, "half a" million."""
    collectives: Mapping[str, float]
    """About so many: "une centaine"."""
    vague: PhraseTable[tuple[str, Vague]]
    half: PhraseTable[bool]
    implicit: frozenset[str]
    """Scales that are worth one of themselves alone."""
    joins: frozenset[str]
    last: frozenset[str]
    """Worth one at the end of a composed number only."""
    inside: frozenset[str]
    half_inside: str
    scarce: frozenset[str]
    """Number words that are other words as well: they want a noun that is known to be counted, or a unit."""
    vigesimal: bool
    units_first: bool
    dotted: bool
    """Whether a full stop behind digits makes an ordinal: 13. Region."""
    lower: bool
    """Whether a number word written with a capital is something else."""
    some: frozenset[str]
    """Digits that are not told: 数十."""
    over: frozenset[str]
    """A hundred "and up": 上百."""
    points: frozenset[str]
    """Decimal points that are words: 五点六; `past_points` behind the next digit say that it is a clock time."""
    past_points: frozenset[str]
    surplus: frozenset[str]
    """Inside a number, "and more": 9000多万."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around the numbers of a language and says what they are."""

    units: PhraseTable[Unit]
    before_units: PhraseTable[Unit]
    signs: PhraseTable[Unit]
    money_signs: PhraseTable[Unit]
    tenths: PhraseTable[bool]
    rates: PhraseTable[str]
    modifiers: PhraseTable[Modifier]
    modifiers_after: PhraseTable[Modifier]
    rising: PhraseTable[bool]
    """Words behind which "up to" tells where something has come to: rose up to 30."""
    skipped: PhraseTable[bool]
    between: PhraseTable[bool]
    between_and: PhraseTable[bool]
    from_: PhraseTable[bool]
    to: PhraseTable[bool]
    per: PhraseTable[bool]
    """Words between two numbers that make a rate of them: a cada 100 mil."""
    fractions: PhraseTable[float]
    score: PhraseTable[bool]
    """Words between the two sides of a score."""
    magnitude: PhraseTable[bool]
    magnitude_after: PhraseTable[bool]
    designations: PhraseTable[bool]


@dataclass(frozen=True, slots=True)
class Times:
    """The words for dates, years, clock times and ages."""

    months: PhraseTable[int]
    between: PhraseTable[bool]
    signs: tuple[str, str, str]
    """What stands behind year, month and day where dates are written so; else empty."""
    years_before: PhraseTable[bool]
    years_after: PhraseTable[bool]
    clock_before: PhraseTable[bool]
    clock_bare: PhraseTable[bool]
    """Words behind which an hour stands alone: a las 18."""
    clock_after: PhraseTable[bool]
    clock_sure: bool
    """Whether what stands behind a clock time stands behind nothing else: 6 Uhr."""
    clock_minutes: frozenset[str]
    clock_later: PhraseTable[bool]
    ages_before: PhraseTable[bool]
    ages_after: PhraseTable[bool]
    ages_sure: PhraseTable[bool]
    ages_suffixes: frozenset[str]
    span_suffixes: frozenset[str]
    """Endings that make years of a number: 200-летие."""
    persons: frozenset[str]
    weekdays: PhraseTable[bool]


@dataclass(frozen=True, slots=True)
class Nouns:
    """How the counted noun is found, and the dictionary forms of those that the news counts most."""

    lemmas: PhraseTable[str]
    of: PhraseTable[bool]
    heads: PhraseTable[bool]
    adjectives: frozenset[str]
    adjective_endings: tuple[str, ...]
    verb_endings: tuple[str, ...]
    plural: tuple[str, ...]
    capital: bool
    functions: frozenset[str]
    inverted: frozenset[str]
    """Articles that may stand between a number and its noun: 900 gli interventi."""
    other_script: bool
    person: str
    """The word for a person, where a measure word alone counts people."""
    genitive: bool
    """Whether a noun stands behind a measure without an "of": 17 процентов избирателей."""
    said: PhraseTable[str]
    """What may be said directly behind a measure that stands for people: 48人死亡. It belongs to what is counted."""
    measures: PhraseTable[str]
    """Measure words, by what they say of the counted: "whole" (it itself), "people", "things" or nothing ("any")."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """One language: how its sentences are cut, and what is known of its figures."""

    language: str
    decimal: str
    cutter: Cutter
    numerals: Numerals
    around: Surroundings
    times: Times
    nouns: Nouns

    @property
    def is_chinese(self) -> bool:
        """Whether numbers are written sign by sign, with measure words behind them."""
        return self.language == "zh"

    @property
    def has_other_script(self) -> bool:
        """Whether it is written in other letters than names of products are."""
        return self.nouns.other_script
