"""What a figure is about, and how the article around it changes that."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from reader.compare.figures.claims.persons import sole_person
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Sentence
from reader.dataclass import dataclass

SAME_YEAR = "same year"
"""What is said of a year of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Reach:
    """What a figure is about. Two figures may be compared only under equal keys."""

    kind: str
    thing: str = ""
    said: str = ""
    label: str = ""
    which: tuple[str, ...] = ()
    places: tuple[tuple[str, ...], ...] = ()
    time: str = ""
    running: bool = False
    part: bool = False
    clear: bool = False
    zone: str = ""
    also: tuple[str, ...] = ()
    """Further classes that a nought speaks of: no casualties are none killed and none injured."""
    names: tuple[str, ...] = ()
    """Names of which two figures must share one, where both have any."""
    near: tuple[tuple[str, ...], ...] = ()
    """The places of its clause, those of the whole story too."""
    day: str = ""
    """The weekday on which it was so, where the clause has one; "so far" for what has been so up to the writing."""
    of_main: bool = False
    """Whether it is of those that the whole story is about, whose names it then goes without, or not compared."""
    marks: frozenset[str] = frozenset()
    """What the lexicon knows to set it apart from its like: seriously, still, in all, by police, aboard the station."""
    unreal: bool = False
    """Whether it is no statement of fact: feared, might be; or no count at all: a mother of four."""
    one_of_several: bool = False
    """Whether the article names others of the same surname: then the other figure must have a name, too."""


def main_places(reach: Reach, main: frozenset[str], headline: frozenset[str]) -> Reach:
    """The reach without the places and names of the whole story, and the places of the article's own headline."""
    own = main | headline
    kept = reach.places if reach.time else tuple(p for p in reach.places if not set(p) <= own and not set(p[:1]) <= own)
    which = tuple(sorted(w for w in reach.which if w not in main))
    names = tuple(n for n in reach.names if n not in main) if reach.said == SAME_YEAR else reach.names
    if reach.of_main:
        theirs = {n.removesuffix("'s") for n in names}
        reach, names = replace(reach, clear=reach.clear and (not theirs or bool(theirs & own))), ()
    return replace(
        reach,
        places=kept,
        which=which,
        names=names,
        clear=reach.clear and not (reach.said == SAME_YEAR and not names),
    )


def of_person(reach: Reach, people: Mapping[str, AbstractSet[str]]) -> Reach:
    """The reach with the given name that the article has for a bare surname; unclear where it has several."""
    if reach.said not in ("age", "sentenced") or reach.thing not in people:
        return reach
    given = people[reach.thing]
    if reach.names:
        return replace(reach, one_of_several=len(given) > 1)
    return replace(reach, names=tuple(given), clear=reach.clear and len(given) == 1)


def of_the_one_before(reach: Reach, sentence: Sentence, reading: ParsedQuantity, before: Sentence) -> Reach:
    """An age that opens its sentence with "the" is of the one person that the sentence before names."""
    if sentence.form(reading.first - 1) != "the" or reading.first > 1:
        return reach
    surname, given = sole_person(before)
    if not surname:
        return reach
    return replace(
        reach, thing=surname, said="age", label=f"age of {surname.title()}", names=given, clear=True, time=""
    )


def share_a_name(a: Reach, b: Reach) -> bool:
    """Whether both bear one name, or one bears none."""
    needed = a.one_of_several or b.one_of_several
    return bool(set(a.names) & set(b.names)) or (not needed and not (a.names and b.names))
