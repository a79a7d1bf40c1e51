"""What each figure of an article counts or measures: the key under which it may be held against others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reader.compare.comparison import Modifier
from reader.compare.figures import lexicon
from reader.compare.figures.claims import ballots, distinctions
from reader.compare.figures.claims.context import TemporalContext
from reader.compare.figures.claims.measures import measures
from reader.compare.figures.claims.measures.measure_scope import MeasureScope
from reader.compare.figures.claims.nouns import Noun, noun_after
from reader.compare.figures.claims.persons import names_between
from reader.compare.figures.claims.places import local
from reader.compare.figures.claims.predicates import Predicate, predicate
from reader.compare.figures.claims.reach import Reach
from reader.compare.figures.claims.wholes import parts
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.readings import is_exception
from reader.compare.figures.tokens import LETTERS, Phrases, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["scopes"])

_UNREAL, _MAY = (frozenset(load("times")["unreal"][name]) for name in ("forms", "may"))
_CUMULATIVE = Phrases(load("scopes")["cumulative"]["forms"])
_PARTIAL_BEFORE = _WORDS["partial"]
_UNCONFIRMED = _WORDS["unconfirmed"]
_EVENTS = lexicon.GRAMMAR["events"]
ZERO_OF = ("killed", "injured")
"""What "no casualties" says of: a nought of either."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """What a sentence says that bears on all of its figures."""

    in_all: bool
    another: bool
    unconfirmed: bool
    question: bool

    @classmethod
    def of(cls, sentence: Sentence) -> "_Whole":
        count = len(sentence.words)
        return cls(
            bool(sentence.places(_CUMULATIVE)),
            any(sentence.form(i) in distinctions.OTHERS and sentence.form(i + 1) in _EVENTS for i in range(count)),
            any(w.form in _UNCONFIRMED for w in sentence.words),
            sentence.form(count - 1) == "?",
        )


def reaches(sentence: Sentence, found: Sequence[ParsedQuantity], setting: TemporalContext) -> list[Reach]:
    """What the figures of one sentence are about, in order."""
    whole = _Whole.of(sentence) if found else _Whole(False, False, False, False)
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
            reach = _counted(sentence, found, k, nouns[k], said[k], setting.at(reading.first), whole)
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
        if said[part].said is None and not said[part].verb:
            said[part] = said[whole]
    said[whole] = Predicate()


def _share(sentence: Sentence, found: Sequence[ParsedQuantity], nouns: list[Noun], said: list[Predicate]) -> None:
    """Counts in a list share what is said of one of them: six rifles, 12 magazines and 300 rounds WERE SEIZED."""
    for k in range(len(found) - 1, 0, -1):
        if (
            _listed(sentence, nouns[k - 1].end, found[k].first)
            and _lacks(said[k - 1], k - 1, found, sentence)
            and said[k].at >= found[k].first
        ):
            said[k - 1] = said[k]
    for k in range(1, len(found)):
        if _listed(sentence, nouns[k - 1].end, found[k].first) and said[k].said is None and not said[k].verb:
            said[k] = said[k - 1]


def _lacks(one: Predicate, k: int, found: Sequence[ParsedQuantity], sentence: Sentence) -> bool:
    return one.said is None and not one.verb and found[k].dimension == "count"


def _listed(sentence: Sentence, end: int, first: int) -> bool:
    """Whether only commas, "and", "of ammunition" and the like stand between."""
    if not 0 < first - end <= 4:
        return False
    return all(sentence.form(i) in _WORDS["list_links"] for i in range(end, first))


def _votes(sentence: Sentence, side: str, setting: TemporalContext) -> Reach:
    houses = ballots.houses(sentence)
    clear = not setting.unsure
    return Reach("count", "votes", side, f"votes {side}", houses, clear=clear, marks=frozenset(houses))


def _counted(
    sentence: Sentence,
    found: Sequence[ParsedQuantity],
    k: int,
    noun: Noun,
    said: Predicate,
    setting: TemporalContext,
    whole: _Whole,
) -> Reach:
    """What a count is of: the class of the thing, of what is said of it, and what else parts it from other counts."""
    reading = found[k]
    thing, words = _thing(noun, said)
    if not thing and (collective := _collective(sentence, reading)):
        thing = words = collective
    if (side := ballots.side(sentence, found, k)) and setting.time == "":
        return _votes(sentence, side, setting)
    severity = noun.severity or said.severity
    running = said.said is not None and said.said.running
    clear = bool(thing) and not setting.unsure and not whole.another and not whole.question
    name = _name(said)
    if not name and (where := _inside(sentence, found, k)):
        label = f"{words} where people were {lexicon.SAID[where.removesuffix(' in')].label}"
        return Reach("count", thing, where, label, time=setting.time, clear=clear)
    if thing == "crew" and name in _OF_A_CREW and _whole_crew(sentence, reading, name):
        return _crew(sentence, clear, setting)
    if _are_attackers(sentence, reading, noun, said):
        name = "attack"
        words = thing = "attackers"
    in_all = "" if running else _cumulative(sentence, reading, whole)
    part = _is_part(sentence, reading, noun, found, k, name) or distinctions.is_share(sentence, reading, noun.end)
    nought = reading.high == 0
    further = distinctions.marks(sentence, reading, noun.end, name, said.at)
    parting = tuple(filter(None, (severity, in_all, _vessel(sentence, said))))
    done = "" if name == "attack" else _said_label(sentence, said)
    said_so = sorted((done, *further), key=lambda word: word != "still" and word in further)
    day = "so far" if distinctions.is_perfect(sentence, noun.end, said.at) else distinctions.day(sentence, said.at)
    where_it_is = local(sentence, found, k, wide=bool(setting.time))
    sure = _holds(reading, sentence, noun, said) and not (nought and whole.unconfirmed)
    return Reach(
        "count",
        thing,
        name,
        " ".join(filter(None, (words, severity, *said_so))),
        tuple(filter(None, (*noun.qualifiers, *parting, *noun.names, *further))),
        where_it_is,
        setting.time,
        running,
        part,
        clear and bool(name) and not part and sure,
        also=ZERO_OF if nought and _of_either(sentence, said) else (),
        near=where_it_is,
        day=day,
        marks=frozenset(filter(None, (*parting, *further))),
        unreal=not sure,
    )


def _are_attackers(sentence: Sentence, reading: ParsedQuantity, noun: Noun, said: Predicate) -> bool:
    """Whether those that are counted did what the sentence tells, of whom nothing else is said."""
    if said.said is not None or part_of(noun, reading, sentence):
        return False
    return distinctions.are_attackers(sentence, reading.end, noun.end)


def _holds(reading: ParsedQuantity, sentence: Sentence, noun: Noun, said: Predicate) -> bool:
    """Whether it is a count, and of what is said of it."""
    excepted = (
        is_exception(sentence, reading) and reading.first >= reading.core
    )  # all but two, of nobody knows how many
    return (
        not excepted
        and not distinctions.is_no_count(sentence, reading)
        and not _doubtful(reading, sentence, noun, said)
    )


def part_of(noun: Noun, reading: ParsedQuantity, sentence: Sentence) -> bool:
    return noun.part or noun.more or sentence.form(reading.first - 1) in _PARTIAL_BEFORE


_OF_A_CREW = _WORDS["of_a_crew"]
"""What is said of all of a crew, whatever became of it: no one counts it anew."""


def _whole_crew(sentence: Sentence, reading: ParsedQuantity, name: str) -> bool:
    before = sentence.form(reading.first - 1)
    return bool(name) or before in _CREW_OPENERS or before.endswith("'s")


_CREW_OPENERS = lexicon.GRAMMAR["crew_openers"]


def _crew(sentence: Sentence, clear: bool, setting: TemporalContext) -> Reach:
    """The size of a crew, by the names of the sentence: those of two vessels are not compared."""
    names = names_between(sentence, 1, len(sentence.words))
    clear = clear and not any(w.form in distinctions.NAVAL for w in sentence.words)
    return Reach("count", "crew", "aboard", "crew aboard", time=setting.time, clear=clear, names=names)


def _collective(sentence: Sentence, reading: ParsedQuantity) -> str:
    """What the number is the size of, where that stands before it: a crew of 19, a crowd of around 12,000."""
    before = sentence.form(reading.first - 2)
    return before if sentence.form(reading.first - 1) == "of" and before in _WORDS["collectives"] else ""


def _name(said: Predicate) -> str:
    return said.said.name if said.said is not None else said.verb


def _said_label(sentence: Sentence, said: Predicate) -> str:
    if said.said is not None:
        return said.said.label
    return lexicon.participle(sentence.form(said.at)) if said.verb and said.at >= 0 else said.verb


_VESSELS = _WORDS["vessels"]


def _vessel(sentence: Sentence, said: Predicate) -> str:
    """Aboard what, where it is no ship, plane, bus or train: those on the station are not those on the rocket."""
    if _name(said) != "aboard" or sentence.form(said.at + 1) not in lexicon.DETERMINERS:
        return ""
    at = said.at + 2
    found = lexicon.thing_at(sentence, at)
    named = sentence.at(at).kind != LETTERS or sentence.at(at).text[:1].isupper()
    return "" if named or (found is not None and found[0].name in _VESSELS) else f"aboard the {sentence.form(at)}"


def _of_either(sentence: Sentence, said: Predicate) -> bool:
    """Whether a nought speaks of the killed and the injured: no casualties, no one was killed or injured."""
    return _name(said) == "casualties" or (_name(said) == "killed" and _also_injured(sentence, said))


def _inside(sentence: Sentence, found: Sequence[ParsedQuantity], k: int) -> str:
    """Of "killed 230 people in 13 countries" the 13: the predicate of the count before, and "in"."""
    if (
        k == 0
        or sentence.form(found[k].first - 1) not in ("in", "across")
        or found[k - 1].dimension != "count"
        or found[k].first - found[k - 1].end > 3
    ):
        return ""
    before = lexicon.said_before(sentence, found[k - 1].first)
    return f"{before[0].name} in" if before is not None else ""


def _also_injured(sentence: Sentence, said: Predicate) -> bool:
    return any(sentence.form(i) in _WORDS["hurt"] for i in range(said.at, said.at + 4)) and any(
        sentence.form(i) == "or" for i in range(said.at, said.at + 3)
    )


def _thing(noun: Noun, said: Predicate) -> tuple[str, str]:
    """The class of what is counted and its words: people where a count of casualties names no other."""
    if noun.thing is not None and said.said is not None and noun.thing.name in said.said.merged:
        thing = lexicon.THINGS[said.said.merged_as]
        return thing.name, thing.label
    if noun.thing is not None and not (noun.thing.generic and said.said is None):
        return noun.thing.name, noun.thing.label
    if not noun.head and said.thing is not None:
        return _thing(replace(noun, thing=said.thing, head=said.thing.name), said)
    if noun.head:
        return noun.head, noun.written if noun.thing is None else noun.thing.label
    if said.said is not None and said.said.people:
        return "people", "people"
    return "", ""


_BESIDE_THE_DEAD = _WORDS["beside_the_dead"]
"""Of these "another five" says: besides the dead, and not: besides others of the kind."""


def _cumulative(sentence: Sentence, reading: ParsedQuantity, whole: _Whole) -> str:
    since = any(sentence.form(i) == "since" for i in range(reading.end, reading.end + 8))
    return "in all" if since or whole.in_all else ""


def _is_part(
    sentence: Sentence, reading: ParsedQuantity, noun: Noun, found: Sequence[ParsedQuantity], k: int, name: str
) -> bool:
    if noun.part:
        return True
    before = [sentence.form(i) for i in range(reading.first - 3, reading.first)]
    if "including" in before or (
        before[-1] in _PARTIAL_BEFORE or (before[-2] in _PARTIAL_BEFORE and before[-1] in ("them", "those"))
    ):
        return True
    if sentence.form(reading.first - 1) == "them" and sentence.form(reading.first - 2) == "of":
        return True
    if not noun.more:
        return False
    if name in _BESIDE_THE_DEAD:
        return False
    return not any(r.dimension == "count" for r in found[:k])


def _doubtful(reading: ParsedQuantity, sentence: Sentence, noun: Noun, said: Predicate) -> bool:
    """Whether the count is no statement of fact: could, might, fears, may (registered to vote); a fraction."""
    if reading.low != int(reading.low) or (reading.modifier is Modifier.NONE and reading.low < 0):
        return True
    if any(sentence.form(i) in distinctions.FEARS for i in range(reading.first - 5, reading.first)):
        return True
    if 0 <= said.at < reading.first:
        window = {sentence.form(i) for i in range(max(0, said.at - 4), reading.first)}
    else:
        window = {sentence.form(i) for i in range(noun.end, said.at)}
    if sentence.form(said.at - 1) == "to" and sentence.form(said.at - 2) in _MAY:
        return True
    planned = said.said is not None and not said.said.running and window & _UNREAL == {"would"}
    return bool(window & _UNREAL) and not planned


def _measured(
    sentence: Sentence, found: Sequence[ParsedQuantity], k: int, setting: TemporalContext, whole: _Whole
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
