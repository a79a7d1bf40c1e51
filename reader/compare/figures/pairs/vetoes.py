"""What turns a candidate pair away, and what only makes it less sure."""

from collections.abc import Mapping

from reader.compare.comparison import Doubt
from reader.compare.figures import lexicon
from reader.compare.figures.claims.claim import Claim
from reader.compare.figures.claims.clause import AMONG, ANOTHER, DONE, PLACE, RATE
from reader.compare.figures.claims.reach import share_a_name
from reader.compare.figures.pairs.evidence import TIMES
from reader.compare.figures.pairs.profile import Profile
from reader.compare.passages.terms import NUMBER
from reader.lexicon import load

VOTES = "votes"
_FAR = 1.5
"""Powers of ten by which two values differ at most that are of one thing."""
_COPY_RUN, _COPY_CONTRAST = 0.5, 0.1
"""From which share of the same words beside it, and up to which contrast, a figure stands in a copied sentence."""


def is_one_sided(a: Profile, b: Profile) -> bool:
    """Whether only one of two says where, on which day or for how long: then no more than a look is asked for."""
    x, y = a.claim.reach, b.claim.reach
    timed = [{kind for kind in one.adjuncts if kind in _LASTING or kind.startswith("which ")} for one in (a, b)]
    said = bool(x.places) != bool(y.places) or bool(x.day) != bool(y.day) or bool(timed[0]) != bool(timed[1])
    return said or (DENIED in a.moods) != (DENIED in b.moods)


def is_elsewhere(a: Profile, b: Profile) -> bool:
    """Whether a place is named beside one of two that the other's sentence does not name at all."""
    return any(PLACE in x.adjuncts and x.adjuncts[PLACE] not in y.whole for x, y in ((a, b), (b, a)))


DENIED = "denied"
_LASTING = frozenset([RATE, AMONG, *load("contrasts")["adjuncts"]["lasting"].split()])
"""Adjuncts that say of which stretch of time, or of whom: a day beside a figure may only be the day of the report."""


def is_doubted(a: Claim, b: Claim) -> bool:
    """Whether the lexicon knows what is said of both, and all the same does not put them under one key."""
    x, y = a.reach, b.reach
    return x.kind == y.kind and bool(x.said) and x.said == y.said and (x.kind != "count" or x.said in lexicon.SAID)


def is_slight(features: Mapping[str, float]) -> bool:
    """Whether two counts of a handful stand in sentences that differ: such counts are in every text."""
    return bool(features["small"]) and not features["slight contrast"]


def is_copy(features: Mapping[str, float]) -> bool:
    """Whether the two figures stand in the same words: then nothing around them can part them."""
    flush = features["flush"] and features["run"] >= _COPY_RUN
    return bool(flush) and features["contrast"] <= _COPY_CONTRAST and not features["other time"]


def of_keyed(a: Profile, b: Profile, features: Mapping[str, float]) -> tuple[Doubt, ...]:
    """Why two claims of one key are of two things all the same: like sentences in which words exclude one another."""
    counted = a.claim.reach.kind == "count"  # of which the day may be that of the report
    if features["ratio"] >= _SAME_WORDS and features["other time"] and not counted:
        return (Doubt.OTHER_TIME,)
    sides = a.claim.reach.thing == VOTES  # of which the key tells for and against apart
    if features["shared"] >= _ALIKE and features["opposed"] and not sides:
        return (Doubt.OTHER_KIND,)
    return ()


_ALIKE, _SAME_WORDS = 0.4, 0.6


def refusals(a: Profile, b: Profile, features: Mapping[str, float]) -> tuple[Doubt, ...]:
    """Why two claims that no key puts together cannot be of one thing."""
    found = []
    if features["other time"] or _other_past(a.claim.reach.time, b.claim.reach.time):
        found.append(Doubt.OTHER_TIME)
    if a.lead != b.lead and (a.lead and b.lead) and not is_copy(features):
        found.append(Doubt.OTHER_KIND)
    if features["time"] and _other_numbers(a, b):
        found.append(Doubt.OTHER_EVENT)
    if features["opposed"]:
        found.append(Doubt.OTHER_KIND)
    if features["other place"]:
        found.append(Doubt.OTHER_PLACE)
    if _other_class(a.claim, b.claim):
        found.append(Doubt.OTHER_EVENT)
    if _other_thing(a.claim, b.claim):
        found.append(Doubt.OTHER_THING)
    if _other_name(a.claim, b.claim) or _other_row(a, b):
        found.append(Doubt.OTHER_THING)
    if a.claim.reach.marks != b.claim.reach.marks:
        found.append(Doubt.PART_AND_WHOLE)
    if (ANOTHER in a.adjuncts) != (ANOTHER in b.adjuncts):
        found.append(Doubt.OTHER_EVENT)
    if features["other part"]:
        found.append(Doubt.PART_AND_WHOLE)
    if a.claim.reach.unreal != b.claim.reach.unreal or (_planned(a) and _done(b)) or (_planned(b) and _done(a)):
        found.append(Doubt.PLANNED_AND_DONE)
    if features["far values"] >= _FAR and not is_copy(features):
        found.append(Doubt.FAR_APART)
    return tuple(found)


def doubts(a: Profile, b: Profile, features: Mapping[str, float], margin: float) -> tuple[Doubt, ...]:
    """What makes it less sure that two claims are of one thing."""
    found = []
    if features["shared"] < _LITTLE:
        found.append(Doubt.OTHER_WORDS)
    if features["contrast"] > _MUCH:
        found.append(Doubt.WORDS_DIFFER)
    if margin < _CLOSE:
        found.append(Doubt.RIVAL)
    if bool(a.claim.reach.places) != bool(b.claim.reach.places):
        found.append(Doubt.PLACE_ON_ONE_SIDE)
    if bool(a.adjuncts.keys() & TIMES) != bool(b.adjuncts.keys() & TIMES):
        found.append(Doubt.TIME_ON_ONE_SIDE)
    if not (a.claim.reach.clear and b.claim.reach.clear):
        found.append(Doubt.UNSURE_SCOPE)
    return tuple(found)


_LITTLE, _MUCH, _CLOSE = 0.3, 0.5, 0.5


def _other_class(a: Claim, b: Claim) -> bool:
    """Whether the lexicon knows what is said of both, and it is not the same."""
    x, y = a.reach.said, b.reach.said
    sides = a.reach.clear and b.reach.clear and a.reach.thing == b.reach.thing == VOTES
    known = sides or (x in lexicon.SAID and y in lexicon.SAID)
    return x != y and known and not {*a.reach.also} & {*b.reach.also, y}


def _other_past(a: str, b: str) -> bool:
    """Whether the two are said of different times: of two that are named, or of a year on one side only."""
    return a != b and (bool(a and b) or a.isdecimal() or b.isdecimal())


def _other_numbers(a: Profile, b: Profile) -> bool:
    """Whether each sentence has a number that the other lacks: 14 in 2022 and 22 in 2023 are two events."""
    x, y = ({sense for sense in one.whole if sense.startswith(NUMBER)} for one in (a, b))
    return bool(x - y) and bool(y - x)


def _other_name(a: Claim, b: Claim) -> bool:
    """Whether the lexicon knows what both are of, and only the names beside them differ: two people's ages."""
    x, y = a.reach, b.reach
    known = x.kind == "age" or (x.clear and y.clear and bool(x.said) and (x.said, x.thing) == (y.said, y.thing))
    return known and not share_a_name(x, y)


def _other_row(a: Profile, b: Profile) -> bool:
    """Whether two places in a row are of two rows: the fifth win and the first minute, Article 1 and the 18th."""
    x, y = a.claim.figure.quantity, b.claim.figure.quantity
    return x.dimension in _PLACED and (x.unit != y.unit or (bool(a.head) and bool(b.head) and a.head != b.head))


_PLACED = frozenset(load("contrasts")["dimensions"]["placed"].split())


def _other_thing(a: Claim, b: Claim) -> bool:
    """Whether the lexicon knows both things that are counted, and they are not the same."""
    x, y = lexicon.THINGS.get(a.reach.thing), lexicon.THINGS.get(b.reach.thing)
    return x is not None and y is not None and x is not y


def _planned(one: Profile) -> bool:
    return bool(one.moods & _UNREAL)


def _done(one: Profile) -> bool:
    return DONE in one.moods and not one.moods & _UNREAL


_UNREAL = frozenset(load("contrasts")["moods"].keys()) - {DENIED}
