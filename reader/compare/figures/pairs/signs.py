"""Signs that two claims are of two things, each by itself: other days, other things counted, planned and done."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.clause import ANOTHER, DENIED, DONE, NEEDED
from reader.compare.figures.claims.context import SOME_TIME
from reader.compare.figures.claims.reach import share_a_name
from reader.compare.figures.pairs.profile import Profile
from reader.compare.figures.pairs.verdicts import is_share
from reader.compare.passages.terms import NUMBER
from reader.lexicon import load

VOTES = "votes"
TIMES = frozenset(load("contrasts")["adjuncts"]["when"].split())
"""Adjuncts that say when; every other kind says which."""
MOMENTS = frozenset(load("contrasts")["dimensions"]["moments"].split())


def signs(a: Profile, b: Profile) -> dict[str, float]:
    """Each sign by name, 0 where it is not there."""
    x, y = a.claim.reach, b.claim.reach
    shares = is_share(a.claim.figure.quantity) and is_share(b.claim.figure.quantity)
    moments = a.claim.figure.quantity.dimension in MOMENTS
    return {
        "other time": float(_differ(a, b, times=True)),
        "other past": float(_other_past(a, b)),
        "other lead": float(a.lead != b.lead and bool(a.lead and b.lead)),
        "other numbers": float(moments and _other_numbers(a, b)),
        "opposed": float(_differ(a, b, times=False)),
        "other place": float(bool(x.places) and bool(y.places) and not set(x.places) & set(y.places)),
        "other class": float(_other_class(a.claim, b.claim)),
        "anybody": float(_is_anybody(a.claim, b.claim)),
        "other thing": float(_other_thing(a.claim, b.claim)),
        "other name": float(_other_name(a.claim, b.claim) or _other_row(a, b)),
        "other marks": float(_other_marks(a.claim, b.claim) and not shares),
        "one another": float((ANOTHER in a.adjuncts) != (ANOTHER in b.adjuncts)),
        "other part": float(x.part != y.part and not shares),
        "other span": float(_is_span(a) != _is_span(b)),
        "unreal": float(x.unreal != y.unreal and not shares),
        "planned and done": float(
            (_planned(a) and _done(b)) or (_planned(b) and _done(a)) or (NEEDED in a.moods) != (NEEDED in b.moods)
        ),
    }


def _differ(a: Profile, b: Profile, times: bool) -> int:
    """How many kinds of adjuncts both have, the nearest of neither among those of the other."""
    return sum(
        1
        for kind in a.adjuncts.keys() & b.adjuncts.keys()
        if (kind in TIMES) == times
        and a.adjuncts[kind] not in b.around[kind]
        and b.adjuncts[kind] not in a.around[kind]
    )


def _other_class(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether the lexicon knows what is said of both, and it is not the same."""
    x, y = a.reach.said, b.reach.said
    sides = a.reach.clear and b.reach.clear and a.reach.thing == b.reach.thing == VOTES
    known = sides or (x in lexicon.SAID and y in lexicon.SAID)
    return x != y and known and not {*a.reach.also} & {*b.reach.also, y}


def _other_past(one: Profile, other: Profile) -> bool:
    """Whether the two are said of different times: of two that are named, or of a year on one side only.

    Some other time (last year) may well be the one that the other names.
    """
    a, b = one.claim.reach.time, other.claim.reach.time
    named = (a.isdecimal() and NUMBER + a not in other.whole) or (b.isdecimal() and NUMBER + b not in one.whole)
    return a != b and SOME_TIME not in (a, b) and (bool(a and b) or named)


def _other_numbers(a: Profile, b: Profile) -> bool:
    """Whether each sentence has a number that the other lacks: 14 in 2022 and 22 in 2023 are two events.

    What is measured or counted besides tells nothing of that.
    """
    return bool(a.designations - b.designations) and bool(b.designations - a.designations)


def _other_marks(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether the lexicon knows what sets one count, or each of two sums, apart: those seriously hurt; the profit of
    a quarter and of a year."""
    x, y = a.reach.marks, b.reach.marks
    if a.reach.kind == "count":
        return x - {IN_ALL} != y - {IN_ALL}  # what is told without it is mostly a total too
    return bool(x - y) and bool(y - x)


IN_ALL = "in all"
"""The mark of a total: so far, altogether."""


def _other_name(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether the lexicon knows what both are of, and only the names beside them differ: two people's ages."""
    x, y = a.reach, b.reach
    known = x.kind == "age" or (x.clear and y.clear and bool(x.said) and (x.said, x.thing) == (y.said, y.thing))
    return known and not share_a_name(x, y)


def _other_row(a: Profile, b: Profile) -> bool:
    """Whether two places in a row are of two rows: the fifth win and the first minute, Article 1 and the 18th."""
    x, y = a.claim.figure.quantity, b.claim.figure.quantity
    return x.dimension in _PLACED and (x.unit != y.unit or (bool(a.head) and bool(b.head) and a.head != b.head))


_PLACED = frozenset(load("contrasts")["dimensions"]["placed"].split())


def _other_thing(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether the lexicon knows both things that are counted, and they are not the same; people may be anybody."""
    return _are_other_things(a, b) and not _is_anybody(a, b)


def _are_other_things(a: FigureClaim, b: FigureClaim) -> bool:
    x, y = lexicon.THINGS.get(a.reach.thing), lexicon.THINGS.get(b.reach.thing)
    return x is not None and y is not None and x is not y


def _is_anybody(a: FigureClaim, b: FigureClaim) -> bool:
    """Whether one counts people, the other people of a kind: firefighters may be those people, or may not.

    Where the lexicon knows what is said of both, it tells guards killed from people killed.
    """
    people = any(thing is not None and thing.generic for thing in (lexicon.THINGS.get(x.reach.thing) for x in (a, b)))
    return people and _are_other_things(a, b) and not {a.reach.said, b.reach.said} <= lexicon.SAID.keys()


def _is_span(one: Profile) -> bool:
    """Whether it is a stretch of years: from 1983 to 2005, the 1970s."""
    quantity = one.claim.figure.quantity
    return quantity.dimension == "year" and quantity.value[0] != quantity.value[1]


def _planned(one: Profile) -> bool:
    return bool(one.moods & _UNREAL)


def _done(one: Profile) -> bool:
    return DONE in one.moods and not one.moods & _UNREAL


_UNREAL = frozenset(load("contrasts")["moods"].keys()) - {DENIED}
