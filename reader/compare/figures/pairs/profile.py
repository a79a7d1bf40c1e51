"""What stands around a claim, weighed: the words that tell what its figure is of, near ones more than far ones."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from math import log

from reader.compare.figures.claims.claim import FigureClaim
from reader.compare.figures.claims.clause import (
    ANOTHER,
    DENIED,
    DONE,
    TURN,
    Clause,
    Term,
    counted,
    opens_clause,
    read_term,
)
from reader.compare.figures.pairs.verdicts import is_share
from reader.compare.figures.tokens import DIGITS, LETTERS, Word
from reader.compare.passages.terms import NUMBER, Lexis, term
from reader.dataclass import dataclass
from reader.lexicon import load

HALF_WAY = 12.0
"""Words from a figure at which what stands there tells half of what stands beside it."""
_EDGE = 7.0
"""How many words a semicolon or a "while" counts as."""
_RIVAL = 4.0
"""How many words another figure of the same dimension in between counts as."""
_COMMA = 10.0
"""How many words a comma counts as for what bears on its own phrase alone."""
_SMOOTH = 30
"""Sentences of other prose that every article is thought to stand among: two sentences alone tell little of rarity."""
_COMMON, _NAME = 0.6, 0.6
"""What an everyday word and a name count beside a rarer word: accounts of one event share names whatever they say."""
NEAR = 12.0
"""Up to this distance an adjunct or a mood belongs to the figure."""
MOOD_REACH: Mapping[str, float] = defaultdict(lambda: NEAR, {DONE: 5.0, DENIED: 4.0})
"""Up to which distance a mood bears on a figure; what is done only through its own verb."""
LEADING: dict[str, str] = {form: lead for lead, forms in load("contrasts")["steps"].items() for form in forms.split()}
UNMEASURED = frozenset(load("contrasts")["dimensions"]["unmeasured"].split())
"""Dimensions whose values lie on no scale that a ratio would tell anything of."""
_MOMENTS = frozenset(load("contrasts")["dimensions"]["moments"].split())
_SUBORDINATORS = frozenset(load("speech")["en"]["subordinators"].split()) | {"which", "who"}
RUN = 6
"""How many words on each side are looked at for the same words in the same order."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A claim with the weights of the words around it, by sense."""

    claim: FigureClaim
    weights: Mapping[str, float]
    names: frozenset[str]
    whole: frozenset[str]
    """All senses of the sentence, near or far."""
    designations: frozenset[str]
    """The numbers beside it that name rather than count: years, days, ordinals, what nothing reads as a figure."""
    head: str
    """The sense of the noun that is counted, "" where none stands behind the figure."""
    noun: frozenset[str]
    """The senses of the whole noun phrase."""
    adjuncts: Mapping[str, str]
    """The nearest of each kind."""
    around: Mapping[str, frozenset[str]]
    """All of each kind, where no other figure of the measure stands in the sentence; else the nearest."""
    moods: frozenset[str]
    lead: str
    """Whether it is what something came by, to or from, or when it comes: the word right before says so."""
    is_alone: bool
    """Whether no other figure of its measure stands in its sentence."""
    left: tuple[str, ...]
    right: tuple[str, ...]


def rarity(clauses: Sequence[Clause], told: Iterable[Clause]) -> dict[str, float]:
    """How telling each sense of what these tell is within their article: 1 for what one sentence has, 0 for what all
    have. A long article has few figures: its other sentences are looked through for their senses, and no more.
    """
    wanted = {t.sense for clause in told for t in clause.terms}
    if not wanted:
        return {}
    lexis = Lexis.of(clauses[0].language)
    count: Counter[str] = Counter()
    names: set[str] = set()
    known: dict[str, str] = {}  # of each form the sense, "" where that is not wanted
    for clause in clauses:
        found = set()
        for i, word in enumerate(clause.sentence.words):
            if word.kind != LETTERS and word.kind != DIGITS:
                continue
            sense = known.get(word.form)
            if sense is None:
                sense = known[word.form] = _sense_of(word, lexis, wanted)
            if sense:
                found.add(sense)
                if i > 0 and word.text[:1].isupper():
                    names.add(sense)
        count.update(found)
    size = len(clauses) + _SMOOTH
    most = log(size)
    return {
        sense: log(size / n) / most * (_COMMON if sense in lexis.common else 1.0) * (_NAME if sense in names else 1.0)
        for sense, n in count.items()
    }


def _sense_of(word: Word, lexis: Lexis, wanted: Container[str]) -> str:
    """The sense of a word that tells something, if it is wanted."""
    found = read_term(0, word, lexis)
    return found.sense if found is not None and found.sense in wanted else ""


class _Surroundings:
    """How far from a figure the words of its sentence stand."""

    def __init__(self, claim: FigureClaim) -> None:
        self.claim, self._clause = claim, claim.clause
        self._first, self._end = claim.first, claim.end
        dimension = claim.reading.dimension
        rivals = [r.first for r in claim.clause.figures if r.dimension == dimension and r.first != claim.first]
        self._obstacles = [*((edge, _EDGE) for edge in claim.clause.edges), *((at, _RIVAL) for at in rivals)]
        self.is_alone = not rivals
        """Whether no other figure of its dimension stands in the sentence."""

    def distance(self, at: int) -> float:
        """In words, and what stands between them counts for several."""
        plain = float(self._first - at if at < self._first else at - self._end + 1)
        low, high = self._ends(at)
        return plain + sum(cost for place, cost in self._obstacles if low <= place < high)

    def reach(self, at: int) -> float:
        """The distance of what bears on a figure only within its own phrase: a comma ends that."""
        between, sentence = _between(self._clause, *self._ends(at)), self._clause.sentence
        parted = sum(word.text == "," or opens_clause(sentence, k) for k, word in between)
        return self.distance(at) + _COMMA * parted

    def is_parted(self, at: int) -> bool:
        """Whether a clause begins in between that tells of something else: saw a SECOND sun, when at 5.42 it rose."""
        sentence, between = self._clause.sentence, _between(self._clause, *self._ends(at))
        return any(word.text == "," and sentence.form(k + 1) in _SUBORDINATORS for k, word in between)

    def _ends(self, at: int) -> tuple[int, int]:
        return (at, self._first) if at < self._first else (self._end, at)


def _weights(around: _Surroundings, told: Sequence[Term], rare: Mapping[str, float]) -> dict[str, float]:
    weights: dict[str, float] = {}
    for t in told:
        weight = rare.get(t.sense, 1.0) * 0.5 ** (max(0.0, around.distance(t.at) - 1.0) / HALF_WAY)
        weights[t.sense] = max(weights.get(t.sense, 0.0), weight)
    return weights


def _noun(claim: FigureClaim) -> list[str]:
    """The senses of the noun phrase that is counted, its head last."""
    if claim.clause.language != "en":
        return [claim.reach.thing] if claim.reach.thing else []
    sentence = claim.clause.sentence
    return [sense for i in counted(sentence, claim.end) if (sense := _sense(sentence.form(i)))]


def _adjuncts(around: _Surroundings) -> dict[str, list[tuple[float, str]]]:
    """The adjuncts that stand near, by their kinds, each with how far it is."""
    claim = around.claim
    found: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for a in claim.clause.adjuncts:
        is_since = a.kind == "since" and a.at == claim.first - 1  # since 2002: the year is the figure
        is_parted = a.kind in (ANOTHER, TURN) and around.is_parted(a.at)
        if claim.first <= a.at < claim.end or is_since or is_parted:
            continue
        if (far := around.distance(a.at)) <= NEAR:
            found[a.kind].append((far, a.value))
    return found


def _moods(around: _Surroundings) -> frozenset[str]:
    """The moods that bear on the figure."""
    claim, sentence = around.claim, around.claim.clause.sentence
    taken = set(range(claim.first, claim.end))
    if is_share(claim.figure.quantity):  # a quarter of its CAPACITY, of what it CAN HOLD: how much may be in the whole
        taken |= {i for i, word in enumerate(sentence.words) if word.form in _ROOM}
        if (sentence.form(claim.end), sentence.form(claim.end + 1)) == ("of", "what"):
            taken |= {*range(claim.end, claim.end + _RELATIVE)}
    return frozenset(
        mood for at, mood in claim.clause.moods if at not in taken and around.reach(at) <= MOOD_REACH[mood]
    )


_ROOM = frozenset(load("contrasts")["room"]["forms"].split())
_RELATIVE = 5
"""Words of "of what it can", from the first to its verb, at most."""


def profile(claim: FigureClaim, rare: Mapping[str, float]) -> Profile:
    """The profile of a claim; `rare` is how telling each sense is within its article."""
    clause, first, end = claim.clause, claim.first, claim.end
    around = _Surroundings(claim)
    told = [t for t in clause.terms if not first <= t.at < end]
    noun, found = _noun(claim), _adjuncts(around)
    nearest = {kind: min(several)[1] for kind, several in found.items()}
    alone = around.is_alone
    return Profile(
        claim,
        _weights(around, told, rare),
        frozenset(t.sense for t in told if t.is_name),
        frozenset(t.sense for t in told),
        frozenset(t.sense for t in told if t.sense.startswith(NUMBER) and not _measures(clause, t.at)),
        noun[-1] if noun else "",
        frozenset(noun),
        nearest,
        {k: frozenset(v for _far, v in several) if alone else frozenset([nearest[k]]) for k, several in found.items()},
        _moods(around),
        _lead(claim),
        alone,
        _context(claim, range(first - 1, -1, -1)),
        _context(claim, range(end, len(clause.sentence.words))),
    )


def _between(clause: Clause, low: int, high: int) -> Iterable[tuple[int, Word]]:
    return enumerate(clause.sentence.words[low:high], low)


def _measures(clause: Clause, at: int) -> bool:
    """Whether the number at a word counts or measures something."""
    return any(r.first <= at < r.end and r.dimension not in UNMEASURED for r in clause.figures)


def _lead(claim: FigureClaim) -> str:
    """By, to, from, in: the word before a figure where it tells what the figure is to a change or to a time."""
    lead = LEADING.get(claim.clause.sentence.form(claim.first - 1), "")
    dimension = claim.figure.quantity.dimension
    if dimension == "duration":
        unit, before = claim.figure.quantity.unit, claim.clause.sentence.form(claim.first - 1)
        raced = lead == "offset" and (unit == "second" or (before == "in" and unit in _BRIEF))  # won in 19.9 seconds
        return lead if lead == "offset" and not raced else "length"
    return lead if lead != "offset" and dimension not in _MOMENTS else ""


_BRIEF = frozenset(["minute", "hour"])
"""Units in which "in" tells how long something takes: there in 50 minutes; "in two weeks" tells when it comes."""


def _sense(form: str) -> str:
    return term(form, Lexis.of("en"))[1]


def _context(claim: FigureClaim, places: Iterable[int]) -> tuple[str, ...]:
    """The words on one side of a figure, from near to far, numbers as one sign."""
    found = []
    for i in places:
        word = claim.clause.sentence.words[i]
        if word.kind in (LETTERS, DIGITS):
            found.append(word.form.removesuffix("'s") if word.kind == LETTERS else "#")
            if len(found) == RUN:
                break
    return tuple(found)
