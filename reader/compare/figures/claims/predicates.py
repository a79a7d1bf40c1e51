"""What a clause says of what is counted: killed, were arrested, the death toll rose to."""

from collections.abc import Sequence
from dataclasses import field

from reader.compare.figures import lexicon
from reader.compare.figures.claims import distinctions
from reader.compare.figures.claims.nouns import Noun, manner
from reader.compare.figures.lexicon import Said, Thing
from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, LETTERS, Phrases, Sentence
from reader.dataclass import dataclass
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["predicates"])


@dataclass(slots=True)
class Predicate:
    """What is said of the counted: a lexicon class, or the dictionary form of the verb."""

    said: Said | None = None
    verb: str = ""
    at: int = -1
    severity: str = ""
    also: list[Said] = field(default_factory=list)
    thing: Thing | None = None
    """What is counted, where the clause and not the count names it: the number of protesters was 8,000."""

    @property
    def name(self) -> str:
        return self.said.name if self.said is not None else self.verb

    @property
    def is_empty(self) -> bool:
        return self.said is None and not self.verb

    @property
    def is_running(self) -> bool:
        """Whether the count rises with the news."""
        return self.said is not None and self.said.running


def predicate(sentence: Sentence, readings: Sequence[ParsedQuantity], k: int, noun: Noun) -> Predicate:
    """What is said of the counted of `readings[k]`."""
    reading = readings[k]
    if noun.said is not None:
        return _of_noun(sentence, reading, noun)
    left = _of_thing(sentence, reading.first, noun) or _fitting(sentence, _left(sentence, reading.first), noun)
    right, clear = _right(sentence, noun.end)
    right = _fitting(sentence, right, noun)
    if sentence.form(noun.end) in lexicon.RELATIVE and right is not None:
        main = _behind_relative(sentence, right.at)
        if main is not None:
            return main
        if left is not None and left.said is not None:
            return left
    is_led = clear and sentence.form(noun.end) not in _PHRASE_OPENERS
    for one in (right, left) if is_led else (left, right):
        if one is not None and one.said is not None:
            return one
    return _toll(sentence, reading) or right or left or Predicate()


def _of_noun(sentence: Sentence, reading: ParsedQuantity, noun: Noun) -> Predicate:
    """What the noun itself says, as deaths do; what a clause before says of it, where that says something else."""
    before = lexicon.said_before(sentence, reading.first) if noun.thing is not None else None
    if before is not None and before[0] is not noun.said:
        return Predicate(before[0], at=before[1])
    return Predicate(noun.said, at=noun.end - 1, severity=noun.severity)


def _fitting(sentence: Sentence, one: Predicate | None, noun: Noun) -> Predicate | None:
    """The predicate; as a plain verb where its class is not said of such things."""
    if one is None or one.said is None or not one.said.things:
        return one
    thing = noun.thing.name if noun.thing is not None else noun.head or ("people" if one.said.people else "")
    return one if thing in one.said.things else Predicate(verb=lexicon.lemma(sentence.form(one.at)), at=one.at)


def _of_thing(sentence: Sentence, i: int, noun: Noun) -> Predicate | None:
    """What a small word right before the count says of such things only: the loss of 1,200 posts, HAS 900 employees."""
    if noun.thing is None or noun.part:
        return None
    while sentence.form(i - 1) in _BETWEEN:
        i -= 1
    of = sentence.form(i - 1) == "of"
    word = f"{sentence.form(i - 2)} of" if of else sentence.form(i - 1)
    if word in _HAS and not {sentence.form(k) for k in range(i - 3, i - 1)} & _FIRMS:
        return None  # another firm, a part of the firm
    name = lexicon.BEFORE_THINGS.get((word, noun.thing.name))
    return Predicate(lexicon.SAID[name], at=i - 1 - of) if name is not None else None


_HAS = frozenset(["has", "have"])
_FIRMS = lexicon.GRAMMAR["firms"]


def _right(sentence: Sentence, i: int) -> tuple[Predicate | None, bool]:
    """The predicate behind the noun phrase that ends at `i`, and whether a verb form (were, have) leads to it."""
    start = i
    i = _past_company(sentence, _past_aside(sentence, _past_phrase(sentence, i)))
    if sentence.form(i) in lexicon.RELATIVE:
        i += 1
    i, clear, severity = _past_auxiliaries(sentence, i)
    found = lexicon.said_at(sentence, i)
    if found is None:
        is_verb = sentence.at(i).kind == LETTERS and lexicon.verbal(sentence.form(i))
        return (
            Predicate(verb=lexicon.lemma(sentence.form(i)), at=i) if is_verb and (clear or i == start) else None
        ), clear
    said, end = found
    if said.name in distinctions.ACTIVE and _has_object(sentence, i, end):
        return Predicate(verb=f"{lexicon.lemma(sentence.form(i))} others", at=i), False
    if i == start and (main := _behind_relative(sentence, i)) is not None and main.said is not None:
        return main, True
    if sentence.form(end) in ("and", "or"):
        again = lexicon.said_at(sentence, end + 1)
        if again is not None and again[0].name in ("seized", "destroyed") and said.name not in ("killed", "injured"):
            said = again[0]
    return Predicate(said, at=i, severity=severity), clear


def _past_auxiliaries(sentence: Sentence, i: int) -> tuple[int, bool, str]:
    """Past auxiliaries, adverbs and words of severity before a predicate: whether one is a verb form, how severe."""
    clear, severity = False, ""
    for at in range(i, i + 8):
        form = sentence.form(at)
        if form in lexicon.SEVERITY:
            severity = lexicon.SEVERITY[form]
        elif form in lexicon.AUXILIARY:
            clear = True
            if (whole := lexicon.said_at(sentence, at)) is not None and whole[1] > at + 1:  # were at the match, will go
                return at, clear, severity
        elif _is_adverb(sentence, at, form):
            clear = clear or form in ("left", "found")
        else:
            return at, clear, severity
    return i + 8, clear, severity


def _is_adverb(sentence: Sentence, at: int, form: str) -> bool:
    """Whether a word says only how or when; "confirmed dead" says what."""
    if form not in lexicon.ADVERBS and not manner(form):
        return False
    return lexicon.said_at(sentence, at) is None and not (form == "confirmed" and sentence.form(at + 1) == "dead")


def _has_object(sentence: Sentence, i: int, end: int) -> bool:
    """Whether the verb at `i` to `end` is done by the counted: three gunmen killed FIVE, have wounded THE guard."""
    if any(sentence.form(k) in _BE for k in range(i - 3, i)):
        return False
    k = end
    while sentence.form(k) in _ABOUT:
        k += 1
    form = sentence.form(k)
    number = sentence.at(k).kind == DIGITS or bool(numerals.kind_of(form)[0]) or form in numerals.VAGUE
    if number:
        return k == end or sentence.form(end) != "at" or sentence.form(end + 1) == "least"
    return k == end and (form in _OBJECT_OPENERS or lexicon.thing_at(sentence, k) is not None)


_BE = lexicon.GRAMMAR["passive"]
_ABOUT = _WORDS["about"]
_THE_NUMBER_OF = Phrases(load("claims")["predicates"]["the_number_of"])
_OBJECT_OPENERS = lexicon.GRAMMAR["object_openers"]


def _past_aside(sentence: Sentence, i: int) -> int:
    """Past what stands between commas or brackets: 12 people, including three children, were killed."""
    mark = sentence.form(i)
    if mark not in (",", "("):
        return i
    close = ")" if mark == "(" else ","
    for k in range(i + 1, min(i + 16, len(sentence.words))):
        if sentence.form(k) == close:
            follows = sentence.form(k + 1)
            return k + 1 if follows in lexicon.AUXILIARY or lexicon.said_at(sentence, k + 1) is not None else i
        if sentence.form(k) in (";", "."):
            break
    return i


def _behind_relative(sentence: Sentence, i: int) -> Predicate | None:
    """The verb of the clause behind a relative one: 15,000 refugees who fled violence ARE LIVING in the camp."""
    for k in range(i + 1, min(i + 9, len(sentence.words))):
        form = sentence.form(k)
        if form in ("are", "were"):
            found = lexicon.said_at(sentence, k + 1)
            return None if found is None else Predicate(found[0], at=k + 1)
        if (
            sentence.at(k).kind != LETTERS
            or form in lexicon.CONJUNCTIONS
            or form in lexicon.RELATIVE
            or form in _WORDS["clauses"]
        ):
            return None
    return None


_PHRASE_OPENERS = _WORDS["phrase_openers"]


def _past_phrase(sentence: Sentence, i: int) -> int:
    """Past "of ammunition", "in the village", where a verb follows: 12 people in the village WERE killed, or DIED."""
    if sentence.form(i) not in _PHRASE_OPENERS:
        return i
    for k in range(i + 1, i + 9):
        form = sentence.form(k)
        if form in _FINITE or (k > i + 1 and _is_verb(sentence, k)):
            return k
        number_word = bool(numerals.kind_of(form)[0]) or form in numerals.VAGUE
        if k > i + 1 and (sentence.at(k).kind != LETTERS or number_word or form in _NO_PHRASE):
            return i
    return i


_FINITE = _WORDS["finite"]
_NO_PHRASE = lexicon.RELATIVE | lexicon.CONJUNCTIONS | lexicon.PRONOUNS | {"when"}


def _is_verb(sentence: Sentence, k: int) -> bool:
    """Whether a verb of a listed class stands at `k`, and no noun behind an article (the SHOOTING)."""
    form = sentence.form(k)
    past = lexicon.verbal(form) and not form.endswith("ing")
    return past and lexicon.said_at(sentence, k) is not None and sentence.form(k - 1) not in lexicon.DETERMINERS


def _past_company(sentence: Sentence, i: int) -> int:
    """Past what stands beside the noun, uncounted: 3,000 soldiers AND OTHER PERSONNEL were flown in."""
    if sentence.form(i) not in ("and", "or"):
        return i
    for k in range(i + 1, i + 8):
        form = sentence.form(k)
        if form in _WORDS["auxiliary"]:
            return k
        if (
            sentence.at(k).kind != LETTERS
            or form in lexicon.PREPOSITIONS - {"of"}
            or numerals.kind_of(form)[0]
            or lexicon.said_at(sentence, k) is not None
            or form in numerals.VAGUE
        ):
            return i
    return i


_BETWEEN = lexicon.GRAMMAR["before_counts"]


def _left(sentence: Sentence, i: int) -> Predicate | None:
    """The predicate right before the count: killing 12, killed at least 12, arrests of 12."""
    least = i - 6
    while i > least and sentence.form(i - 1) in _BETWEEN and lexicon.said_before(sentence, i) is None:
        i -= 1
    of = sentence.form(i - 1) in _WORDS["links"]
    found = lexicon.said_before(sentence, i) or lexicon.noun_before(sentence, i - 1 if of else i)
    if found is not None:
        before = sentence.form(found[1] - 1)
        passive = sentence.form(i - 1).endswith("ed") and before in _WORDS["passive"]
        return None if passive else Predicate(found[0], at=found[1], severity=lexicon.SEVERITY.get(before, ""))
    form = sentence.form(i - 1)
    if sentence.at(i - 1).kind == LETTERS and lexicon.verbal(form) and form not in _NO_VERBS:
        return Predicate(verb=lexicon.lemma(form), at=i - 1)
    return None


_NO_VERBS = _WORDS["no_verbs"]
_TOLL_LINK = lexicon.GRAMMAR["toll_links"]
"""The words by which a toll gets its number; one of them stands within the last few before it."""


_OTHER_TOLLS = lexicon.GRAMMAR["other_tolls"]


def _toll(sentence: Sentence, reading: ParsedQuantity) -> Predicate | None:
    """The death toll rose to 12; the number of dead is 12; those killed: 12."""
    before = sentence.form(reading.first - 1)
    of = lexicon.noun_at(sentence, reading.first - 2) if before in (",", ":", "(") else None
    apposed = sentence.form(reading.first - 3) in ("the", "those") and sentence.form(reading.end) in ("in", ",", ".")
    if of is not None and apposed:
        return Predicate(of[0], at=reading.first - 2)
    if sentence.phrase(reading.end, _THE_NUMBER_OF)[1]:  # bringing to 12 the number of dead
        return _number_of(sentence, reading.end + 1)
    linked = False
    for k in range(reading.first - 1, max(-1, reading.first - 18), -1):
        form = sentence.form(k)
        if form == "toll":
            injured = sentence.form(k - 1) in ("injury", "injured")
            if sentence.at(k - 1).kind != LETTERS or sentence.form(k - 1) in _OTHER_TOLLS:
                return None
            return Predicate(lexicon.SAID["injured" if injured else "killed"], at=k)
        if form == "number":
            return _number_of(sentence, k)
        if (sentence.at(k).kind != LETTERS and form != ":") or k <= 0:
            return None
        if k < reading.first - 4 and linked is False:
            return None
        linked = linked or form in _TOLL_LINK
    return None


def _number_of(sentence: Sentence, k: int) -> Predicate | None:
    """The number (at `k`) of dead, of houses lost, of protesters: what is said of them, or what they are known by."""
    counted = next((t for j in range(k + 2, k + 5) if (t := lexicon.thing_at(sentence, j)) is not None), None)
    thing, first = (None, k + 2) if counted is None else (counted[0], counted[1])
    for j in range(first, k + 6):
        said = lexicon.said_at(sentence, j) or (lexicon.noun_at(sentence, j) if thing is None else None)
        if said is not None:
            return Predicate(said[0], at=k, thing=thing)
        if thing is not None and (name := lexicon.NUMBER_OF.get((sentence.form(j), thing.name))) is not None:
            return Predicate(lexicon.SAID[name], at=k, thing=thing)
    if thing is None:
        return None
    name = lexicon.NUMBER_OF.get(("", thing.name))
    return Predicate(lexicon.SAID[name], at=k, thing=thing) if name is not None else None
