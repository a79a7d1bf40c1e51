"""What one count of a sentence is of: the class of the thing, what is said of it, what parts it from its like."""

from collections.abc import Sequence
from dataclasses import replace

from reader.compare.comparison import Modifier
from reader.compare.figures import lexicon
from reader.compare.figures.claims import ballots, distinctions
from reader.compare.figures.claims.context import TemporalContext
from reader.compare.figures.claims.nouns import Noun
from reader.compare.figures.claims.persons import names_between
from reader.compare.figures.claims.places import local
from reader.compare.figures.claims.predicates import Predicate
from reader.compare.figures.claims.reach import Reach
from reader.compare.figures.claims.sentence_context import SentenceContext
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.readings import is_exception
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.dataclass import dataclass
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["scopes"])
_UNREAL, _MAY = (frozenset(load("times")["unreal"][name]) for name in ("forms", "may"))
_CREW_OPENERS = lexicon.GRAMMAR["crew_openers"]
_ZERO_OF = ("killed", "injured")
"""What "no casualties" says of: a nought of either."""


@dataclass(frozen=True, slots=True)
class Count:
    """The figure `k` of a sentence, which counts, with the noun that it counts and what is said of it."""

    sentence: Sentence
    found: Sequence[ParsedQuantity]
    k: int
    noun: Noun
    said: Predicate
    setting: TemporalContext
    whole: SentenceContext

    @property
    def _reading(self) -> ParsedQuantity:
        return self.found[self.k]

    def _form(self, distance: int) -> str:
        """The word so many words before the figure."""
        return self.sentence.form(self._reading.first - distance)

    def reach(self) -> Reach:
        """What the count is of."""
        if (side := ballots.side(self.sentence, self.found, self.k)) and self.setting.time == "":
            return self._votes(side)
        thing, words = self._thing()
        clear = bool(thing) and not (self.setting.unsure or self.whole.another or self.whole.question)
        name = self.said.name
        if not name and (where := self._inside()):
            label = f"{words} where people were {lexicon.SAID[where.removesuffix(' in')].label}"
            return Reach("count", thing, where, label, time=self.setting.time, clear=clear)
        if thing == "crew" and name in _WORDS["of_a_crew"] and self._is_whole_crew():
            return self._crew(clear)
        if self._are_attackers():
            thing = words = "attackers"
            name = "attack"
        return self._of_things(thing, words, name, clear)

    def _of_things(self, thing: str, words: str, name: str, clear: bool) -> Reach:
        """The reach of a count of things of which a predicate says something."""
        further = distinctions.marks(self.sentence, self._reading, self.noun.end, name, self.said.at)
        severity = self.noun.severity or self.said.severity
        parting = tuple(filter(None, (severity, self._in_all(), self._vessel())))
        done = "" if name == "attack" else self._said_label()
        said_so = sorted((done, *further), key=lambda word: word != "still" and word in further)
        part = self._is_part(name) or distinctions.is_share(self.sentence, self._reading, self.noun.end)
        places = local(self.sentence, self.found, self.k, wide=bool(self.setting.time))
        sure = self._is_sure()
        return Reach(
            "count",
            thing,
            name,
            " ".join(filter(None, (words, severity, *said_so))),
            tuple(filter(None, (*self.noun.qualifiers, *parting, *self.noun.names, *further))),
            places,
            self.setting.time,
            self.said.is_running,
            part,
            clear and bool(name) and not part and sure,
            also=_ZERO_OF if self._is_nought and self._is_of_either() else (),
            near=places,
            day=self._day(),
            marks=frozenset(filter(None, (*parting, *further))),
            unreal=not sure,
        )

    def _votes(self, side: str) -> Reach:
        houses = ballots.houses(self.sentence)
        clear = not self.setting.unsure
        return Reach("count", "votes", side, f"votes {side}", houses, clear=clear, marks=frozenset(houses))

    # What is counted

    def _thing(self) -> tuple[str, str]:
        """The class of what is counted and its words."""
        thing, words = _thing(self.noun, self.said)
        if not thing and (collective := self._collective()):
            return collective, collective
        return thing, words

    def _collective(self) -> str:
        """What the number is the size of, where that stands before it: a crew of 19, a crowd of around 12,000."""
        before = self._form(2)
        return before if self._form(1) == "of" and before in _WORDS["collectives"] else ""

    def _inside(self) -> str:
        """Of "killed 230 people in 13 countries" the 13: the predicate of the count before, and "in"."""
        if self.k == 0 or self._form(1) not in ("in", "across"):
            return ""
        other = self.found[self.k - 1]
        if other.dimension != "count" or self._reading.first - other.end > 3:
            return ""
        before = lexicon.said_before(self.sentence, other.first)
        return f"{before[0].name} in" if before is not None else ""

    def _is_whole_crew(self) -> bool:
        return bool(self.said.name) or self._form(1) in _CREW_OPENERS or self._form(1).endswith("'s")

    def _crew(self, clear: bool) -> Reach:
        """The size of a crew, by the names of the sentence: those of two vessels are not compared."""
        names = names_between(self.sentence, 1, len(self.sentence.words))
        clear = clear and not any(w.form in distinctions.NAVAL for w in self.sentence.words)
        return Reach("count", "crew", "aboard", "crew aboard", time=self.setting.time, clear=clear, names=names)

    def _are_attackers(self) -> bool:
        """Whether those that are counted did what the sentence tells, of whom nothing else is said."""
        if self.said.said is not None or self.noun.part or self.noun.more or self._form(1) in _WORDS["partial"]:
            return False
        return distinctions.are_attackers(self.sentence, self._reading.end, self.noun.end)

    # What parts it from its like

    def _in_all(self) -> str:
        if self.said.is_running:
            return ""
        behind = self._reading.end
        since = any(self.sentence.form(i) == "since" for i in range(behind, behind + 8))
        return "in all" if since or self.whole.in_all else ""

    def _vessel(self) -> str:
        """Aboard what, where it is no ship, plane, bus or train: those on the station are not those on the rocket."""
        sentence, at = self.sentence, self.said.at + 2
        if self.said.name != "aboard" or sentence.form(at - 1) not in lexicon.DETERMINERS:
            return ""
        found = lexicon.thing_at(sentence, at)
        named = sentence.at(at).kind != LETTERS or sentence.at(at).text[:1].isupper()
        known = found is not None and found[0].name in _WORDS["vessels"]
        return "" if named or known else f"aboard the {sentence.form(at)}"

    def _said_label(self) -> str:
        said = self.said
        if said.said is not None:
            return said.said.label
        return lexicon.participle(self.sentence.form(said.at)) if said.verb and said.at >= 0 else said.verb

    def _day(self) -> str:
        if distinctions.is_perfect(self.sentence, self.noun.end, self.said.at):
            return "so far"
        return distinctions.day(self.sentence, self.said.at)

    def _is_part(self, name: str) -> bool:
        """Whether it counts some of those that another figure counts: including 12, three of them, another five."""
        if self.noun.part or any(self._form(n) == "including" for n in (1, 2, 3)):
            return True
        before, last = self._form(2), self._form(1)
        if last in _WORDS["partial"] or (before in _WORDS["partial"] and last in ("them", "those")):
            return True
        if before == "of" and last == "them":
            return True
        if not self.noun.more or name in _WORDS["beside_the_dead"]:
            return False
        return not any(r.dimension == "count" for r in self.found[: self.k])

    # Whether it is so

    @property
    def _is_nought(self) -> bool:
        return self._reading.high == 0

    def _is_of_either(self) -> bool:
        """Whether a nought speaks of the killed and the injured: no casualties, no one was killed or injured."""
        name = self.said.name
        return name == "casualties" or (name == "killed" and self._is_also_of_injured())

    def _is_also_of_injured(self) -> bool:
        behind = [self.sentence.form(i) for i in range(self.said.at, self.said.at + 4)]
        return "or" in behind[:3] and not _WORDS["hurt"].isdisjoint(behind)

    def _is_sure(self) -> bool:
        """Whether it is a count, and of what is said of it."""
        if self._is_nought and self.whole.unconfirmed:
            return False
        all_but = is_exception(self.sentence, self._reading) and self._reading.first >= self._reading.core
        if all_but or distinctions.is_no_count(self.sentence, self._reading):  # all but two, of nobody knows how many
            return False
        return not self._is_doubtful()

    def _is_doubtful(self) -> bool:
        """Whether the count is no statement of fact: could, might, fears, may (registered to vote); a fraction."""
        reading, form, at = self._reading, self.sentence.form, self.said.at
        if reading.low != int(reading.low) or (reading.modifier is Modifier.NONE and reading.low < 0):
            return True
        if any(form(i) in distinctions.FEARS for i in range(reading.first - 5, reading.first)):
            return True
        if form(at - 1) == "to" and form(at - 2) in _MAY:
            return True
        between = range(max(0, at - 4), reading.first) if 0 <= at < reading.first else range(self.noun.end, at)
        unreal = {form(i) for i in between} & _UNREAL
        planned = self.said.said is not None and not self.said.is_running and unreal == {"would"}
        return bool(unreal) and not planned


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
