"""How much each term says within each article: much where few of its sentences have it, nothing where all do."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt

from reader.compare.passages.matcher_input import MatcherInput
from reader.compare.passages.terms import Lexis

_SMOOTH = 30
"""Sentences of other prose that every article is thought to stand among: five sentences alone tell little of rarity."""
_NAME = 0.5
"""What a name counts beside a word: accounts of one event share its names whatever they say of it."""

_LONG, _HEADLINE = 5, 4
"""Letters in a long word; in a headline that capitalises its words, hardly one long word in so many has none."""
_SIDE_BY_SIDE = 2
"""Words with a capital in a row that are taken for a name where every noun has one."""
_COMMON = 0.7
"""What an everyday word counts beside one that is rarer in the language at large."""


def weights(readings: Sequence[MatcherInput], names: Mapping[str, float]) -> list[dict[str, float]]:
    """For each article the weight of each of its stems and senses, 0 to 1.

    Rarity is counted within the article, not over all of them: the words of a fact that twenty articles tell once each
    are as telling as those of a fact told by two.
    """
    return [_within(reading, names) for reading in readings]


def _within(reading: MatcherInput, names: Mapping[str, float]) -> dict[str, float]:
    count: Counter[str] = Counter()
    for unit in reading.units:
        count.update({*reading.stems[unit.start : unit.end], *reading.senses[unit.start : unit.end]})
    del count[""]
    size = len(reading.units) + _SMOOTH
    most = log(size)
    common = Lexis.of(reading.witness.article.language).common
    return {
        term: log(size / n) / most * names.get(term, _COMMON if term in common else 1.0) for term, n in count.items()
    }


def names(readings: Sequence[MatcherInput]) -> dict[str, float]:
    """What each stem counts that is written with a capital nearly always, where nothing but a name demands it.

    The words of a long name come together always, so each of them counts less. Where every noun is written with a
    capital, as in German, only those that stand side by side are taken for names: "Ulrike Stamm".
    """
    great: Counter[str] = Counter()
    small: Counter[str] = Counter()
    length: Counter[str] = Counter()
    for reading in readings:
        starts, text = reading.words.starts, reading.text
        nouns_are_great = reading.lexis.nouns_are_great
        for unit in reading.units:
            capitals = [n for n in range(unit.start, unit.end) if text[starts[n]].isupper()]
            small.update(set(reading.stems[unit.start : unit.end]) - {reading.stems[n] for n in capitals})
            lower = [
                n for n in range(unit.start, unit.end) if len(reading.words.forms[n]) >= _LONG and n not in capitals
            ]
            if nouns_are_great or len(lower) * _HEADLINE >= len(capitals):
                for run in _side_by_side(capitals):
                    inside = [n for n in run if n > unit.start]
                    if nouns_are_great and len(inside) < _SIDE_BY_SIDE:
                        continue
                    great.update(reading.stems[n] for n in inside)
                    for n in inside:
                        length[reading.stems[n]] += len(run)
    return {stem: _NAME / sqrt(length[stem] / n) for stem, n in sorted(great.items()) if n >= 4 * small[stem]}


def persons(readings: Sequence[MatcherInput]) -> frozenset[str]:
    """The senses that say who speaks and nothing of what is said, in the languages of the articles."""
    return frozenset[str]().union(*(Lexis.of(r.witness.article.language).persons for r in readings))


def _side_by_side(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for n in numbers:
        if run and n > run[-1] + 1:
            yield run
            run = []
        run.append(n)
    if run:
        yield run
