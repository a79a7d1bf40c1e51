"""Tolls told by who the dead were: two pensioners, a lorry driver and a nurse died."""

from reader.compare.figures import lexicon
from reader.compare.figures.lexicon import Said
from reader.compare.figures.numbers.number import number
from reader.compare.figures.quantities.reading import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["roles"])

_TABLE = load("scopes")["roles"]
_PAIRS, _ANIMALS = frozenset(_TABLE["pairs"]), frozenset(_TABLE["animals"])
_OPENERS = frozenset(_TABLE["openers"])
_TOLLS = frozenset(_TABLE["tolls"])
_PASSIVE = lexicon.GRAMMAR["passive"]
_LONGEST = 4
"""How many words one role of a list has at most."""


def by_role(sentence: Sentence) -> tuple[ParsedQuantity, Said] | None:
    """The toll that the sentence tells as a list of roles, put together, and what is said of them."""
    if not any(w.form in ("a", "an") for w in sentence.words) or any(w.form in _PARTIAL for w in sentence.words):
        return None
    for i in range(len(sentence.words)):
        said = lexicon.said_at(sentence, i)
        if said is None or said[0].name not in _TOLLS:
            continue
        found = _before(sentence, i, said[1]) or _behind(sentence, i, said[1])
        if found is not None:
            return found, said[0]
    return None


_PARTIAL = _WORDS["partial"]


_DYING = _WORDS["dying"]


def _before(sentence: Sentence, i: int, past: int) -> ParsedQuantity | None:
    """The list that the verb at `i` to `past` is said of: a nurse and two firemen HAVE DIED."""
    end = i
    while sentence.form(end - 1) in lexicon.AUXILIARY or sentence.form(end - 1) in lexicon.ADVERBS:
        end -= 1
    suffered = any(sentence.form(k) in _PASSIVE for k in range(end, i)) or sentence.form(i) in _WORDS["dying"]
    if not suffered or (end == i and lexicon.thing_at(sentence, past) is not None):
        return None
    for first in range(max(0, end - 24), end):
        if first == 0 or sentence.form(first - 1) in _OPENERS or sentence.at(first - 1).text in ("-", "–", "—", ":"):
            one = _listed(sentence, first, end)
            if one is not None and one.end == end:
                return one
    return None


def _behind(sentence: Sentence, i: int, past: int) -> ParsedQuantity | None:
    """The list behind the verb: KILLED three firemen and a nurse; none where the sentence goes on with the last."""
    if sentence.form(i - 1) in _PASSIVE:
        return None
    one = _listed(sentence, past, len(sentence.words))
    if one is None:
        return None
    then = sentence.form(one.end)
    goes_on = then in lexicon.AUXILIARY or then in ("and", ",", "or") or lexicon.said_at(sentence, one.end) is not None
    return None if goes_on or lexicon.verbal(then) else one


def _listed(sentence: Sentence, first: int, end: int) -> ParsedQuantity | None:
    """The list of two or more roles that begins at `first`, the last behind "and", put together to one count."""
    total, parts, k, closing = 0, 0, first, False
    while k < end:
        item = _item(sentence, k, end)
        if item is None:
            return None
        count, k = item
        total, parts = total + count, parts + 1
        if closing:
            break
        if sentence.form(k) == ",":
            k += 1
        if sentence.form(k) == "and":
            closing, k = True, k + 1
        elif sentence.form(k - 1) != ",":
            return None
    if parts < 2 or not closing:
        return None
    return ParsedQuantity(first, k, first, k, float(total), float(total), 1.0)


def _item(sentence: Sentence, k: int, end: int) -> tuple[int, int] | None:
    """One role of a list and how many bear it: a retired couple, three firemen."""
    count = 1
    if sentence.form(k) not in ("a", "an"):
        several = number(sentence, k)
        if several is None or several.kind != "cardinal" or several.low != several.high or not 1 <= several.low <= 99:
            return None
        count, k = int(several.low), several.end
    else:
        k += 1
    first = k
    while k < end and sentence.at(k).kind == LETTERS and not _ends(sentence, k, first):
        k += 1
    if not 1 <= k - first <= _LONGEST:
        return None
    head = sentence.form(k - 1)
    thing = lexicon.thing_ending(sentence, k)
    if head in _ANIMALS or (thing is not None and (thing[0].generic or thing[0].name not in _PERSONS)):
        return None
    return (2 * count if head in _PAIRS else count), k


def _ends(sentence: Sentence, k: int, first: int) -> bool:
    """Whether a role ends before `k`: a small word follows, or what is said of it, no adjective: a nurse DIED."""
    return sentence.form(k) in _ENDS or (k > first and lexicon.said_at(sentence, k) is not None)


_ENDS = (
    lexicon.PREPOSITIONS
    | lexicon.AUXILIARY
    | lexicon.CONJUNCTIONS
    | lexicon.RELATIVE
    | lexicon.DETERMINERS
    | lexicon.PRONOUNS
    | lexicon.ADVERBS
)
_PERSONS = frozenset(_TABLE["persons"])
