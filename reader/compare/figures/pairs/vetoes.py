"""What turns a candidate pair away, and what only makes it less sure."""

from collections.abc import Mapping

from reader.compare.comparison import Doubt
from reader.compare.figures import lexicon
from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.clause import ABOARD, AMONG, COURSE, DENIED, PLACE, RATE, SITE
from reader.compare.figures.claims.context import FIRST_TOLD
from reader.compare.figures.claims.reach import SAME_YEAR
from reader.compare.figures.pairs.profile import Profile
from reader.compare.figures.pairs.signs import MOMENTS, TIMES, VOTES
from reader.compare.figures.pairs.verdicts import PER, is_share
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.lexicon import load

RATE_WORDS = {rate: word for word, rate in load("figures")["units"]["adverbs"].items() if word.endswith("ly")}
"""For each unit by which sums are reckoned the word that tells it: daily."""
_COPY_RUN, _COPY_CONTRAST = 0.5, 0.1
"""From which share of the same words beside it, and up to which contrast, a figure stands in a copied sentence."""


def is_one_sided(a: Profile, b: Profile) -> bool:
    """Whether only one of two says of whom, that it is not so, or that it was so before: no more than a look then."""
    said = unsaid(a, b)
    past = (a.claim.reach.time == FIRST_TOLD) != (b.claim.reach.time == FIRST_TOLD)
    return past or said["one whom"] or said["one denied"] or is_of_some(a, b) or _is_dated(a) or _is_dated(b)


def is_marked(a: Profile, b: Profile) -> bool:
    """Whether only one of two says of which kind it is, or that it is what something rose or fell by."""
    said = unsaid(a, b)
    return said["one mark"] or said["one course"] or is_rated_once(a, b)


def is_rated_once(a: Profile, b: Profile) -> bool:
    """Whether only one of two sums says by what it is reckoned ("a day"), and the other's sentence does not either."""
    rates = [one.claim.figure.quantity.unit.partition(PER)[2] for one in (a, b)]
    if a.claim.figure.quantity.dimension != "money" or bool(rates[0]) == bool(rates[1]):
        return False
    bare = b if rates[0] else a
    rate = rates[0] or rates[1]
    return not any(w.form in (rate, RATE_WORDS.get(rate)) for w in bare.claim.clause.sentence.words)


def _is_dated(one: Profile) -> bool:
    """Whether it is a year or month beside something counted or measured: then it says when that was so."""
    quantity = one.claim.figure.quantity
    return quantity.dimension in ("year", "month") and any(
        reading.dimension not in MOMENTS and not _is_told_behind(one, reading) for reading in one.claim.clause.figures
    )


def _is_told_behind(one: Profile, reading: ParsedQuantity) -> bool:
    """Whether a comma parts what is counted from a time before it, itself no opening: in 2016, when two."""
    words = one.claim.clause.sentence.words
    return _OPENING < one.claim.first < reading.first and any(
        w.text == "," for w in words[one.claim.end : reading.first]
    )


_OPENING = 2
"""Words before a time that opens its sentence, at most."""


def unsaid(a: Profile, b: Profile) -> dict[str, bool]:
    """What only one of two says: where, on which day, for how long, of whom, of what kind, or that it is not so."""
    x, y = a.claim.reach, b.claim.reach
    timed = [{kind for kind in one.adjuncts if kind in _LASTING or kind.startswith("which ")} for one in (a, b)]
    whom = [one.adjuncts.keys() & _OF_WHOM for one in (a, b)]
    return {
        "one place": bool(x.places) != bool(y.places),
        "one day": bool(x.day) != bool(y.day),
        "one stretch": bool(timed[0]) != bool(timed[1]),
        "one whom": whom[0] != whom[1],
        "one mark": bool(x.marks) != bool(y.marks),
        "one course": is_share(a.claim.figure.quantity) and (COURSE in a.adjuncts) != (COURSE in b.adjuncts),
        "one denied": (DENIED in a.moods) != (DENIED in b.moods),
    }


def is_of_some(a: Profile, b: Profile) -> bool:
    """Whether only one of two says among whom, or aboard what: the jobless rate among the young, aboard the station."""
    return any((kind in a.adjuncts) != (kind in b.adjuncts) for kind in (AMONG, ABOARD))


def is_elsewhere(a: Profile, b: Profile) -> bool:
    """Whether a place is named beside one of two that the other's sentence does not name at all."""
    named = ((x.adjuncts.get(PLACE) or x.adjuncts.get(SITE), y) for x, y in ((a, b), (b, a)))
    return any(place and place not in other.whole for place, other in named)


_KINDS = load("contrasts")["adjuncts"]
_LASTING = frozenset([RATE, *_KINDS["lasting"].split()])
"""Adjuncts that say of which stretch of time: a day beside a figure may only be the day of the report."""
_GUESSED = frozenset(load("contrasts")["dimensions"]["guessed"].split())
_OF_WHOM = frozenset([AMONG, *_KINDS["of_whom"].split()])


def is_doubted(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether the lexicon knows what is said of both, and all the same does not put them under one key.

    Of sums and of spans of time it knows too little for that to tell much: see `is_guessed`.
    """
    return a.reach.kind not in _GUESSED and _is_keyed_apart(a, b)


def is_guessed(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether they are sums or spans of time that the lexicon does not put under one key: it may be wrong there."""
    return a.reach.kind in _GUESSED and _is_keyed_apart(a, b)


def _is_keyed_apart(a: FigureClaim, b: FigureClaim) -> bool:
    x, y = a.reach, b.reach
    return (
        x.kind == y.kind
        and bool(x.said)
        and x.said == y.said != SAME_YEAR
        and (x.kind != "count" or x.said in lexicon.SAID)
    )


def is_bare_nought(one: FigureClaim) -> bool:
    """Whether it says that there was none, and not of what: none were hit."""
    return one.figure.quantity.dimension == "count" and one.figure.quantity.value[1] == 0 and not one.reach.thing


def is_slight(features: Mapping[str, float]) -> bool:
    """Whether two counts of a handful stand in sentences that differ: such counts are in every text."""
    common = features["other head common"] and features["contrast"] > _MUCH  # nine instruments, eleven countries
    return bool(common) or (bool(features["small"]) and not features["slight contrast"])


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


def refusals(a: Profile, b: Profile, features: Mapping[str, float], *, echoed: bool = False) -> tuple[Doubt, ...]:
    """Why two claims that no key puts together cannot be of one thing; `echoed` are those of one telling value."""
    idle = _IN_ECHOES if echoed else _IN_COPIES if is_copy(features) else frozenset[str]()
    found = [doubt for sign, doubt in _AGAINST.items() if features[sign] and sign not in idle]
    return tuple(dict.fromkeys(found))


_AGAINST: Mapping[str, Doubt] = {
    "other time": Doubt.OTHER_TIME,
    "other past": Doubt.OTHER_TIME,
    "other lead": Doubt.OTHER_KIND,
    "other numbers": Doubt.OTHER_EVENT,
    "opposed": Doubt.OTHER_KIND,
    "other place": Doubt.OTHER_PLACE,
    "other class": Doubt.OTHER_EVENT,
    "other thing": Doubt.OTHER_THING,
    "other name": Doubt.OTHER_THING,
    "other marks": Doubt.PART_AND_WHOLE,
    "one another": Doubt.OTHER_EVENT,
    "other span": Doubt.OTHER_KIND,
    "other part": Doubt.PART_AND_WHOLE,
    "unreal": Doubt.PLANNED_AND_DONE,
    "planned and done": Doubt.PLANNED_AND_DONE,
    "out of reach": Doubt.FAR_APART,
}
"""What each sign turns a pair away for."""
_IN_COPIES = frozenset(["other lead", "out of reach"])
"""Signs that say nothing where all words are the same."""
_IN_ECHOES = _IN_COPIES | {
    "other marks",
    "other part",
    "other time",
    "other past",
    "opposed",
    "one another",
    "planned and done",
    "unreal",
}
"""Signs that say nothing where both give one telling value: so many are hardly planned by one and done by another."""


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
