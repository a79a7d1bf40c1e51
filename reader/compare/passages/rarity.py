"""How much each term says within each article: much where few of its sentences have it, nothing where all do."""

from collections import Counter
from collections.abc import Sequence, Set
from math import log

from reader.compare.passages.reading import Reading
from reader.compare.passages.terms import Lexis

_SMOOTH = 30
"""Sentences of other prose that every article is thought to stand among: five sentences alone tell little of rarity."""
_NAME = 0.45
"""What a name counts beside a word: accounts of one event share its names whatever they say of it."""

_COMMON = 0.7
"""What an everyday word counts beside one that is rarer in the language at large."""


def weights(readings: Sequence[Reading], names: Set[str]) -> list[dict[str, float]]:
    """For each article the weight of each of its stems and senses, 0 to 1.

    Rarity is counted within the article, not over all of them: the words of a fact that twenty articles tell once each
    are as telling as those of a fact told by two.
    """
    return [_within(reading, names) for reading in readings]


def _within(reading: Reading, names: Set[str]) -> dict[str, float]:
    count: Counter[str] = Counter()
    for unit in reading.units:
        count.update({*reading.stems[unit.start : unit.end], *reading.senses[unit.start : unit.end]})
    del count[""]
    size = len(reading.units) + _SMOOTH
    most = log(size)
    common = Lexis.of(reading.witness.article.language).common
    return {
        term: log(size / n) / most * (_NAME if term in names else _COMMON if term in common else 1.0)
        for term, n in count.items()
    }


def names(readings: Sequence[Reading]) -> set[str]:
    """The stems that are written with a capital nearly always, where a sentence or a headline does not demand it."""
    great: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for reading in readings:
        starts, text = reading.words.starts, reading.text
        for unit in reading.units:
            capitals = [n for n in range(unit.start, unit.end) if text[starts[n]].isupper()]
            small.update(set(reading.stems[unit.start : unit.end]) - {reading.stems[n] for n in capitals})
            if len(capitals) * 2 < unit.end - unit.start:
                great.update({reading.stems[n] for n in capitals if n > unit.start})
    return {stem for stem, n in great.items() if n >= 4 * small[stem]}
