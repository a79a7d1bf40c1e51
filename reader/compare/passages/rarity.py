"""How much each term says within each article: much where few of its sentences have it, nothing where all do."""

from collections import Counter
from collections.abc import Sequence
from math import log

from reader.compare.passages.reading import Reading

_SMOOTH = 30
"""Sentences of other prose that every article is thought to stand among: five sentences alone tell little of rarity."""


def weights(readings: Sequence[Reading]) -> list[dict[str, float]]:
    """For each article the weight of each of its stems and senses, 0 to 1.

    Rarity is counted within the article, not over all of them: the words of a fact that twenty articles tell once each
    are as telling as those of a fact told by two.
    """
    return [_within(reading) for reading in readings]


def _within(reading: Reading) -> dict[str, float]:
    count: Counter[str] = Counter()
    for unit in reading.units:
        count.update({*reading.stems[unit.start : unit.end], *reading.senses[unit.start : unit.end]})
    del count[""]
    size = len(reading.units) + _SMOOTH
    most = log(size)
    return {term: log(size / n) / most for term, n in count.items()}
