"""Ages: aged 47, a 63-year-old, 29 years of age, "Ann Lee, 34,"."""

from reader.compare.figures import lexicon
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import is_plural
from reader.compare.figures.quantities.units import unit_after
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["ages"])

_BEFORE = _WORDS["before"]


def old(sentence: Sentence, end: int) -> int:
    """Past "old" or "of age" behind a duration that ends at `end`; `end` itself without."""
    k = end + 1 if sentence.form(end) == "-" else end
    if sentence.form(k) in ("old", "olds"):
        return k + 1
    if sentence.form(k) == "of" and sentence.form(k + 1) == "age":
        return k + 2
    return end


def age(sentence: Sentence, first: int, end: int) -> tuple[str, int] | None:
    """The unit ("year") and the word after, where the bare number from `first` to `end` is an age."""
    text = sentence.at(first).text
    plain = end == first + 1 and (not text.isdecimal() or int(text) <= 120)
    if not plain:
        return None
    if sentence.form(end) in ("yo", "y.o."):
        return "year", end + 1
    return ("year", end) if _is_led_to(sentence, first, end) or _is_apposition(sentence, first, end) else None


def _is_led_to(sentence: Sentence, first: int, end: int) -> bool:
    """Whether what stands before a number makes an age of it: aged, at the age of, turned, children under."""
    before, further = sentence.form(first - 1), sentence.form(first - 2)
    if before in _BEFORE or (before == "of" and further == "age"):
        return True
    if before in ("and", ",") and _listed_ages(sentence, first):
        return True
    if ((before == "of" and further in _PERSONS) or before in _WORDS["turning"]) and _ends(sentence, end):
        return True
    bounded = before in _WORDS["bounds"] and (further in _GROUPS or further in _PERSONS)
    return bounded and not is_plural(sentence.form(end)) and unit_after(sentence, end) is None


def _is_apposition(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a number in digits stands beside who is so old: Ana Ruiz, 34, said."""
    text = sentence.at(first).text
    if not text.isdecimal():
        return False
    if 2 < int(text) <= 110 and (_behind_persons(sentence, first, end) or _is_said_of_one(sentence, first, end)):
        return True
    return _behind_a_name(sentence, first, end) or _beside_a_subject(sentence, first, end)


def _is_said_of_one(sentence: Sentence, first: int, end: int) -> bool:
    """Dunne, who is 59 and has run a bakery; she was 34."""
    said = sentence.form(first - 1) in _WORDS["being"] and sentence.form(first - 2) in _WORDS["of_persons"]
    return said and sentence.form(end) in _CLOSERS and not sentence.form(end + 1).isdecimal()


def _beside_a_subject(sentence: Sentence, first: int, end: int) -> bool:
    """The forward, 25, is tied; her husband, 61, had: between commas behind a noun that begins its clause."""
    if not (sentence.form(first - 1) == "," == sentence.form(end)) or not 3 <= int(sentence.at(first).text) <= 110:
        return False
    behind = sentence.form(end + 1)
    if behind not in lexicon.AUXILIARY and behind not in lexicon.RELATIVE and not lexicon.verbal(behind):
        return False
    k = first - 2
    while k >= 0 and sentence.at(k).kind == LETTERS and sentence.form(k) not in _OPENS_SUBJECT:
        k -= 1
    subject = sentence.form(first - 2)
    begins = k >= 0 and sentence.form(k) in _OPENS_SUBJECT and (k == 0 or sentence.at(k - 1).kind != LETTERS)
    return begins and first - 2 > k >= first - 2 - _LONGEST_SUBJECT and subject not in _WORDS["no_persons"]


_OPENS_SUBJECT = _WORDS["opens_subject"]
_LONGEST_SUBJECT = 3
"""Words of a noun phrase between its article and its noun, at most."""


def _listed_ages(sentence: Sentence, first: int) -> bool:
    """Aged 47 and 48."""
    k = first - 1
    while k > 0 and (sentence.form(k) in ("and", ",") or sentence.at(k).text.isdecimal()):
        k -= 1
    return sentence.form(k) in _BEFORE


_CLOSERS = numerals.GRAMMAR["closes_age"]
_PERSONS = numerals.GRAMMAR["persons"]
_GROUPS = _WORDS["groups"]


def _ends(sentence: Sentence, end: int) -> bool:
    """Whether no noun follows: a woman of 66 was struck."""
    return sentence.form(end) in _CLOSERS or sentence.form(end) in lexicon.AUXILIARY


def _behind_persons(sentence: Sentence, first: int, end: int) -> bool:
    """Two men, 34 and 51, or a woman, 66, or brothers (19 and 22): numbers alone between a noun and the next sign."""
    k = first - 1
    if sentence.form(end) == "and":
        if not sentence.at(end + 1).text.isdecimal() or sentence.form(end + 2) not in _SIGNS:
            return False
    elif sentence.form(end) not in _SIGNS:
        return False
    while k > first - 12 and (
        sentence.form(k) == "and" or sentence.form(k) in _SIGNS or sentence.at(k).text.isdecimal()
    ):
        k -= 1
    return sentence.form(k) in _PERSONS and sentence.form(k + 1) in (",", "(")


_SIGNS = frozenset([",", ")", "(", ".", "", ";"])


def _behind_a_name(sentence: Sentence, first: int, end: int) -> bool:
    """Ann Lee, 34, or Ann Lee (34): two capitalised words before, a comma or bracket between."""
    if (
        sentence.form(first - 1) not in (",", "(")
        or int(sentence.at(first).text) < 3
        or sentence.form(end) not in _CLOSERS
    ):
        return False
    k = first - 2
    if sentence.form(k) in _WORDS["generations"] or (sentence.form(k) == "." and sentence.form(k - 1) in ("jr", "sr")):
        k -= 2 if sentence.form(k) == "." else 1
    last, given = sentence.at(k), sentence.at(k - 1)
    if given.form == "." and sentence.glued(k - 1):  # Renee W. Wilson
        given = sentence.at(k - 2)
    named = (last.kind == LETTERS and last.text[:1].isupper() and not last.text.isupper()) or last.form.startswith("'")
    titled = given.kind == LETTERS and given.text[:1].isupper()
    return (
        named
        and (titled or sentence.form(first - 1) == "(" or sentence.form(end) == ",")
        and not _is_place_or_month(last.form)
    )


def _is_place_or_month(form: str) -> bool:
    return form in load("times")["months"] or form in load("times")["weekdays"]
