"""What a sentence says, read once for all of its figures: its telling words, its times, how real it is."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from reader.compare.figures import lexicon
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.ranks import is_superlative
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence, Word
from reader.compare.passages.terms import NUMBER, Lexis, number, term
from reader.dataclass import dataclass
from reader.lexicon import load

_TABLE = load("contrasts")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


FAMILIES: dict[str, dict[str, str]] = {
    family: {form: member for member, forms in members.items() for form in forms.split()}
    for family, members in _TABLE["families"].items()
}
"""For each family of words that exclude one another the member to which a form belongs."""
MOODS: dict[str, str] = {form: mood for mood, forms in _TABLE["moods"].items() for form in forms.split()}
DONE, ANOTHER = "done", "another"
DENIED = "denied"
NEEDED = "needed"
RATE, AMONG = "rate", "among"
PLACE, SITE = "place", "site"
COURSE = "course"
ABOARD = "aboard"
TURN = "turn"
_AMONG = _listed(_TABLE["among"]["forms"])
_OTHERS = {name: _listed(words) for name, words in _TABLE["another"].items()}
_IS = lexicon.GRAMMAR["be"]
LEADS = _listed(_TABLE["leads"]["forms"])
_TIMES = load("times")
_FAMILY_OF: dict[str, tuple[tuple[str, str], ...]] = {}
for _family, _members in FAMILIES.items():
    for _form, _member in _members.items():
        _FAMILY_OF[_form] = (*_FAMILY_OF.get(_form, ()), (_family, _member))

_PERIODS = _listed(_TIMES["contrasts"]["periods"])
_POINTING = _listed(_TIMES["contrasts"]["pointing"])
_ALIKE = {form: name for name, forms in _TIMES["contrasts"]["pointing_alike"].items() for form in forms.split()}
_SEASONS = _listed(_TIMES["contrasts"]["seasons"])


class Term(NamedTuple):
    """A word that tells something: its place in the sentence, its stem, and the sense that it shares with others."""

    at: int
    root: str
    sense: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Adjunct:
    """What a word says of when, where or which: a kind ("weekday", "sex") and a value that excludes its siblings."""

    at: int
    kind: str
    value: str


@dataclass(frozen=True)
class Clause:
    """One sentence of one article, read once."""

    sentence: Sentence
    figures: tuple[ParsedQuantity, ...]
    language: str = "en"
    """Its ISO 639-1 code: adjuncts and moods are known in English only."""

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The telling words: no small words, no numbers, nothing of the figures themselves."""
        lexis = Lexis.of(self.language)
        read = (read_term(i, word, lexis) for i, word in enumerate(self.sentence.words))
        return tuple(found for found in read if found is not None)

    @cached_property
    def adjuncts(self) -> tuple[Adjunct, ...]:
        """Times, opposites and the like, in order."""
        found: list[Adjunct] = []
        if self.language != "en":
            return ()
        for i, word in enumerate(self.sentence.words):
            found.extend(_adjuncts(self.sentence, i, word.form.removesuffix("'s")))
        return tuple(found)

    @cached_property
    def moods(self) -> tuple[tuple[int, str], ...]:
        """What makes parts of it no plain fact, each with its word."""
        found: list[tuple[int, str]] = []
        if self.language != "en":
            return ()
        for i, word in enumerate(self.sentence.words):
            if mood := _mood(self.sentence, i, word.form):
                found.append((i, mood))
        return tuple(found)

    @cached_property
    def edges(self) -> tuple[int, ...]:
        """Words that part one statement from the next."""
        return tuple(i for i, word in enumerate(self.sentence.words) if word.text in _EDGES or word.form in TURNS)


def read_term(at: int, word: Word, lexis: Lexis) -> Term | None:
    """What a word tells at its place in a sentence; None of one that tells nothing."""
    if word.form in LEADS:
        return None
    if word.kind == DIGITS:
        return Term(at, word.form, NUMBER + number(word.form), False)
    if word.kind != LETTERS:
        return None
    root, sense = term(word.form, lexis)
    return Term(at, root, sense, at > 0 and word.text[:1].isupper()) if root else None


def _mood(sentence: Sentence, i: int, form: str) -> str:
    """The mood that a word tells; "" for none."""
    if form in MOODS and not _is_month(sentence, i):
        return MOODS[form]
    if form in _NEEDED and _is_needed(sentence, i):
        return NEEDED
    if form == "to" and sentence.form(i - 1) in _IS:
        return "planned"
    return DONE if _is_done(sentence, i) else ""


def _is_needed(sentence: Sentence, i: int) -> bool:
    """Whether it tells what has to be: thirty seats ARE NEEDED, required FOR a majority; not who needed a doctor."""
    return sentence.form(i - 1) in _IS or sentence.form(i + 1) in _NEEDED_FOR


_NEEDED, _NEEDED_FOR = (_listed(_TABLE["needed"][name]) for name in ("forms", "for"))


def _is_month(sentence: Sentence, i: int) -> bool:
    """Whether the word is the month and no verb: in May, 3 May, May 2019."""
    if sentence.form(i) not in _TIMES["months"] or not sentence.at(i).text[:1].isupper():
        return False
    return i > 0 or sentence.at(i + 1).kind == DIGITS


def _is_done(sentence: Sentence, i: int) -> bool:
    """Whether the word tells what has happened or goes on: fell, has cost, was carrying."""
    form = sentence.form(i)
    if form in _HAVE:
        return sentence.at(i + 1).kind == LETTERS and sentence.form(i + 1) not in lexicon.DETERMINERS
    supposed = any(sentence.form(k) in _SUPPOSED for k in range(i - _CLAUSE, i))  # if it IS SOLD again
    return lexicon.verbal(form) and (not form.endswith("ing") or sentence.form(i - 1) in _IS) and not supposed


_SUPPOSED = frozenset(["if", "unless"])
_CLAUSE = 4
"""Words of a clause from its conjunction to its verb, at most."""


def opens_clause(sentence: Sentence, i: int) -> bool:
    """Whether the word links a verb of its own to what was said: began at four AND is to last."""
    behind = sentence.form(i + 1)
    return sentence.form(i) in _LINKS and (behind in lexicon.AUXILIARY or behind in lexicon.PRONOUNS)


_LINKS = frozenset(["and", "but"])
_HAVE = lexicon.GRAMMAR["have"]
_EDGES = frozenset(";—:")
TURNS = _listed(_TABLE["turns"]["forms"])


def _adjuncts(sentence: Sentence, i: int, form: str) -> Sequence[Adjunct]:
    word = sentence.words[i]
    if word.kind == DIGITS:
        year = len(form) == 4 and form.isdecimal() and 1800 <= int(form) <= 2100
        return (Adjunct(i, "year", form),) if year else ()
    if form in _TIMES["weekdays"]:
        return (Adjunct(i, "weekday", str(_TIMES["weekdays"][form])),)
    if form in _TIMES["months"] and word.text[:1].isupper():
        return (Adjunct(i, "month", str(_TIMES["months"][form])),)
    found = [
        Adjunct(i, family, member)
        for family, member in _FAMILY_OF.get(form, ())
        if not (_only_points(sentence, i) if family == TURN else _is_remainder(sentence, i))
    ]
    if _is_another(sentence, i, form):
        found.append(Adjunct(i, ANOTHER, form))
    return [*found, *_whereabouts(sentence, i, form), *_periods(sentence, i, form)]


def _whereabouts(sentence: Sentence, i: int, form: str) -> Iterator[Adjunct]:
    """Where, among whom, aboard what."""
    if form in _WHERE and (k := _place(sentence, i + 1)):
        named = sentence.form(k) not in _PLACES  # the airport may well lie in the town that the other names
        yield Adjunct(i, PLACE if named else SITE, term(sentence.form(k), Lexis.of("en"))[1])
    counted_there = DIGITS in (sentence.at(i + 1).kind, sentence.at(i + 2).kind)  # a girl was among the 164
    member = sentence.form(i - 1) in _IS  # one guide is among the dead
    if form in _AMONG and sentence.form(i + 1) not in _THEM and not counted_there and not member:
        yield Adjunct(i, AMONG, sentence.form(i + 1))
    if form == ABOARD and (vessel := _vessel(sentence, i + 1)):
        yield Adjunct(i, ABOARD, vessel)


def _periods(sentence: Sentence, i: int, form: str) -> Iterator[Adjunct]:
    """In which season or period, which of several, and since when."""
    if form in _SEASONS:
        yield Adjunct(i, "season", form)
    if form in _POINTING and sentence.form(i + 1) in _PERIODS:
        yield Adjunct(i, "period", f"{_ALIKE.get(form, form)} {sentence.form(i + 1)}")
    if form in _PERIODS:
        ordinal = next((o for k in (i - 1, i - 2) if (o := _ORDINALS.get(sentence.form(k)))), "")
        if ordinal:
            yield Adjunct(i, f"which {form}", ordinal)
    if form == "since":
        until = " ".join(w.form for w in sentence.words[i + 1 : i + 4] if w.kind != "sign")
        yield Adjunct(i, "since", until.split(" ")[0])


def _is_remainder(sentence: Sentence, i: int) -> bool:
    """Whether the word tells what is there still: a third of the water is LEFT."""
    return sentence.form(i) in _REMAINING and any(sentence.form(k) in _IS for k in (i - 1, i - 2))


_REMAINING = _listed(_TABLE["remaining"]["forms"])


def _only_points(sentence: Sentence, i: int) -> bool:
    """Whether "last" or "second" only says which season or how large: last season, second-best."""
    k = i + 1 + (sentence.form(i + 1) == "-")
    return sentence.form(k) in _PERIODS or is_superlative(sentence.form(k))


def _is_another(sentence: Sentence, i: int, form: str) -> bool:
    """Whether the word tells of one more of a kind: an earlier case, A second fire; not the second largest, nor any
    other year."""
    before = sentence.form(i - 1)
    following = sentence.form(i + 1)
    if sentence.at(i + 1).kind != LETTERS or following in lexicon.PREPOSITIONS or lexicon.verbal(following):
        return False  # of two bombs the other LANDED outside
    one_more = form in _OTHERS["one_more"] and before in _OTHERS["indefinite"]
    return one_more or (form in _OTHERS["forms"] and before not in _OTHERS["any"])


def _place(sentence: Sentence, i: int) -> int:
    """Where the name or the common word for a place stands behind "in" or "at": Norland, the AIRPORT; 0 for nowhere."""
    for k in range(i, i + 4):
        word = sentence.at(k)
        if word.kind != LETTERS or word.form in lexicon.PREPOSITIONS:
            return 0
        named = word.text[:1].isupper() and word.form not in _TIMES["months"] and word.form not in _TIMES["weekdays"]
        if named or word.form in _PLACES:
            return k
    return 0


def _vessel(sentence: Sentence, i: int) -> str:
    """What people are aboard of where it is none of those that all stories have one of: aboard the STATION."""
    form = sentence.form(i + 1)
    named = sentence.at(i + 1).kind != LETTERS or sentence.at(i + 1).text[:1].isupper()
    return "" if sentence.form(i) not in lexicon.DETERMINERS or named or form in _VESSELS else form


_VESSELS = _listed(_TABLE["aboard"]["vessels"])
_THEM = lexicon.PRONOUNS | lexicon.RELATIVE
"""Behind "among" they begin a part of what was counted, and say nothing of the whole."""
_WHERE = lexicon.GRAMMAR["where"]
_PLACES = lexicon.COMMON_PLACES | lexicon.WIDE_PLACES | lexicon.GRAMMAR["other_places"]
_ORDINALS = {form: form for form in load("numbers")["ordinals"]} | {"last": "last", "final": "last"}


def counted(sentence: Sentence, end: int) -> tuple[int, ...]:
    """The words of the noun phrase behind a figure that ends before word `end`: tonnes OF WHEAT, 640 PAGES; or none."""
    found: list[int] = []
    i = end
    if sentence.form(i) == "-" and sentence.glued(i):
        i += 1
    while i < end + _NOUN_REACH:
        word, form = sentence.at(i), sentence.form(i)
        if form == "of" or (form in lexicon.DETERMINERS and (not found or sentence.form(i - 1) == "of")):
            i += 1
            continue
        if form in lexicon.DETERMINERS:  # eleven countries SHARE the cost: what stands before an object is a verb
            found = found[: max(1, len(found) - 1)]
            break
        if word.kind != LETTERS or form in _STOPS or (found and lexicon.verbal(form)):
            break
        found.append(i)
        i += 1
    return tuple(found)


_NOUN_REACH = 6
_STOPS = (lexicon.PREPOSITIONS | lexicon.AUXILIARY | lexicon.CONJUNCTIONS | lexicon.RELATIVE | lexicon.PRONOUNS) - {
    "of"
}


def subject(sentence: Sentence, verb: int) -> str:
    """The head of the noun phrase that begins the clause of a verb: the STATUE on the square is; "" where none is."""
    first = verb
    while first > 0 and sentence.at(first - 1).kind in (LETTERS, DIGITS) and sentence.form(first - 1) not in _PARTING:
        first -= 1
    head = ""
    for i in range(first, verb):
        form = sentence.form(i)
        if form in _STOPS or form == "of" or lexicon.verbal(form):
            break
        head = form if form not in lexicon.DETERMINERS else head
    return head


_PARTING = lexicon.CONJUNCTIONS | lexicon.RELATIVE
