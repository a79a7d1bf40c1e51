"""What each figure of an article counts or measures: the key under which it may be held against others."""

from collections.abc import Sequence
from dataclasses import replace

from reader.compare.figures.claims import distinctions
from reader.compare.figures.claims.context import TemporalContext
from reader.compare.figures.claims.count_scope import Count
from reader.compare.figures.claims.measures import measures
from reader.compare.figures.claims.measures.measure_scope import MeasureScope
from reader.compare.figures.claims.nouns import Noun, noun_after
from reader.compare.figures.claims.predicates import Predicate, predicate
from reader.compare.figures.claims.reach import Reach
from reader.compare.figures.claims.sentence_context import SentenceContext
from reader.compare.figures.claims.wholes import parts
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["scopes"])


def reaches(sentence: Sentence, found: Sequence[ParsedQuantity], setting: TemporalContext) -> list[Reach]:
    """What the figures of one sentence are about, in order."""
    whole = SentenceContext.of(sentence) if found else SentenceContext()
    starts = frozenset(r.first for r in found) | frozenset(r.core for r in found)
    nouns = [noun_after(sentence, r, starts) if r.dimension == "count" else Noun(r.end) for r in found]
    for k in range(1, len(found)):
        if _goes_on(sentence, found[k - 1], nouns[k - 1], found[k], nouns[k]):
            nouns[k] = replace(nouns[k - 1], end=found[k].end)
    said: list[Predicate] = []
    for k, reading in enumerate(found):
        said.append(predicate(sentence, found, k, nouns[k]) if reading.dimension == "count" else Predicate())
    _share(sentence, found, nouns, said)
    wholes = parts(sentence, found)
    for k, part in wholes.items():
        _hand_over(nouns, said, k, part)
    result = []
    for k, reading in enumerate(found):
        if reading.dimension == "count":
            reach = Count(sentence, found, k, nouns[k], said[k], setting.at(reading.first), whole).reach()
            result.append(replace(reach, clear=False, part=False) if k in wholes else reach)
        else:
            result.append(_measured(sentence, found, k, setting.at(reading.first), whole))
    return result


def _goes_on(sentence: Sentence, one: ParsedQuantity, noun: Noun, other: ParsedQuantity, behind: Noun) -> bool:
    """Whether the second number of a change goes without the noun of the first: cut from eight matches to FIVE."""
    if behind.head or not noun.head or other.dimension != "count" or noun.end != other.first - 1:
        return False
    return sentence.form(noun.end) == "to" and sentence.form(one.first - 1) == "from"


def _hand_over(nouns: list[Noun], said: list[Predicate], whole: int, part: int) -> None:
    """What is said of "12 of the 30 passengers" is said of the 12, who are passengers too."""
    if part >= 0:
        if not nouns[part].head or nouns[part].part:
            nouns[part] = replace(nouns[whole], part=False, end=nouns[whole].end)
        if said[part].is_empty:
            said[part] = said[whole]
    said[whole] = Predicate()


def _share(sentence: Sentence, found: Sequence[ParsedQuantity], nouns: list[Noun], said: list[Predicate]) -> None:
    """Counts in a list share what is said of one of them: six rifles, 12 magazines and 300 rounds WERE SEIZED."""
    for k in range(len(found) - 1, 0, -1):
        lacks = said[k - 1].is_empty and found[k - 1].dimension == "count"
        if lacks and said[k].at >= found[k].first and _listed(sentence, nouns[k - 1].end, found[k].first):
            said[k - 1] = said[k]
    for k in range(1, len(found)):
        if said[k].is_empty and _listed(sentence, nouns[k - 1].end, found[k].first):
            said[k] = said[k - 1]


def _listed(sentence: Sentence, end: int, first: int) -> bool:
    """Whether only commas, "and", "of ammunition" and the like stand between."""
    if not 0 < first - end <= 4:
        return False
    return all(sentence.form(i) in _WORDS["list_links"] for i in range(end, first))


def _measured(
    sentence: Sentence, found: Sequence[ParsedQuantity], k: int, setting: TemporalContext, whole: SentenceContext
) -> Reach:
    measured: MeasureScope = measures.measured(sentence, found, k)
    reading = found[k]
    if measured.own_time and setting.unsure:
        setting = TemporalContext()
    return Reach(
        reading.dimension if not reading.rate else f"{reading.dimension} per {reading.rate}",
        measured.thing,
        measured.said,
        measured.label,
        measured.which,
        (),
        setting.time if measured.timed else "",
        clear=measured.clear and not ((setting.unsure or whole.another) and measured.timed),
        zone=reading.zone,
        names=measured.names,
        of_main=measured.main,
        marks=frozenset(measured.which),
        day=distinctions.weekday(sentence) if measured.own_time else "",
    )
