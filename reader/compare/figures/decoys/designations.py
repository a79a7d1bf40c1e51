"""What is written with a number and is no quantity: AK-47, Flight 93, 4x4, G7, Fox 2.0, telephones, addresses."""

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import is_plural
from reader.compare.figures.numbers.number import number
from reader.compare.figures.quantities import modifiers, units
from reader.compare.figures.tokens import DIGITS, LETTERS, SIGN, Sentence
from reader.lexicon import load, sets

_TABLE, _NAMES = sets(load("numbers")["designators"]), sets(load("figures")["names"])
_CAPITAL, _ANY, _STREETS, _EXACT = _TABLE["capital"], _TABLE["any"], _TABLE["streets"], _TABLE["exact"]
_STREETS_FIRST, _OF_STREETS = _TABLE["streets_first"], _TABLE["of_streets"]
_ADDRESSES, _SET_PHRASES = _NAMES["addresses"], _NAMES["days_and_numbers"]
_AGAINST_DIGITS, _MODELS, _SUFFIXES = _NAMES["against_digits"], _NAMES["models"], _NAMES["suffixes"]
_BEFORE_HYPHEN, _CAPITALS, _CERTAIN = _NAMES["before_hyphen"], _NAMES["capitals"], _NAMES["certain"]
_NUMBER, _NUMBERED, _CALLED = _NAMES["number"], _NAMES["numbered"], _NAMES["called"]
_THINGS = frozenset(f for c in load("scopes")["things"].values() for f in c["forms"])
_MONEY_LETTERS = frozenset(s for unit in load("units")["money"].values() for s in unit.get("signs", ()))


def past(sentence: Sentence, i: int) -> int:
    """The word after the designation that begins at `i`; `i` where none does."""
    word = sentence.at(i)
    if word.kind == LETTERS and word.form in _ADDRESSES:
        return _past_address(sentence, i)
    if word.kind != DIGITS:
        return i
    if word.text in _EXACT and _is_emergency(sentence, i):
        return i + 1
    for rule in (_telephone, _citation, _against_letters, _hyphened_name, _product, _version, _street):
        end = rule(sentence, i)
        if end > i:
            return end
    return _past_hyphened(sentence, i + 1) if _named(sentence, i) else i


def _is_emergency(sentence: Sentence, i: int) -> bool:
    """Whether 911 or 112 is the number that is called, and counts nothing: 112 of the seats."""
    behind = sentence.form(i + 1)
    if sentence.glued(i + 1) and sentence.at(i + 1).kind == LETTERS:
        return False
    if behind in _NAMES["calls"] or any(sentence.form(k) in _CALLED for k in range(max(0, i - 3), i)):
        return True
    return sentence.at(i).text in _NAMES["emergency"] and not (
        behind == "of" or behind in _THINGS or is_plural(behind) or _is_modified(sentence, i)
    )


def _is_modified(sentence: Sentence, i: int) -> bool:
    return modifiers.before(sentence, i)[1] < i


def _past_address(sentence: Sentence, i: int) -> int:
    end = i + 1
    while sentence.glued(end):
        end += 1
    return end


def _past_hyphened(sentence: Sentence, end: int) -> int:
    """Past more digits of the same name: No. 10-277, ISO 3888-2."""
    while (
        sentence.form(end) in ("-", "/")
        and sentence.glued(end)
        and sentence.glued(end + 1)
        and sentence.at(end + 1).kind == DIGITS
    ):
        end += 2
    return end


def _goes_on_in_digits(sentence: Sentence, end: int) -> bool:
    """Whether a hyphen, slash or dot at `end` joins more digits."""
    is_sign = sentence.form(end) in ("-", "/", ".") and sentence.glued(end)
    return is_sign and sentence.glued(end + 1) and sentence.at(end + 1).kind == DIGITS


def _telephone(sentence: Sentence, i: int) -> int:
    """Three or more runs of digits joined by hyphens, dots or slashes, and runs too long for a number."""
    text = sentence.at(i).text
    if len(text) > _LONGEST or (text.count(".") > 1 and number(sentence, i) is None):
        return _past_hyphened(sentence, i + 1)
    end, runs = i + 1, 1
    while _goes_on_in_digits(sentence, end):
        end, runs = end + 2, runs + 1
    if runs >= 3:
        return end
    if runs == 2 and f"{text}{sentence.form(i + 1)}{sentence.at(i + 2).text}" in _SET_PHRASES:
        return end
    if text[0] == "0" and len(text) > 2 and text.isdecimal() and _is_plain(sentence, end):  # 0800 123 456
        while _is_plain(sentence, end):
            end += 1
        return end
    called = runs == 2 and len(text) == 3 and len(sentence.at(i + 2).text) == 4
    return end if called and any(sentence.form(k) in _CALLED for k in range(max(0, i - 6), i)) else i


def _is_plain(sentence: Sentence, i: int) -> bool:
    return sentence.at(i).kind == DIGITS and sentence.at(i).text.isdecimal()


_LONGEST = 21


def _citation(sentence: Sentence, i: int) -> int:
    """18 U.S.C. 1519, 347 U.S. 483: a place in a collection of laws or rulings."""
    return i + 3 if sentence.form(i + 1) in _NAMES["citations"] and sentence.at(i + 2).kind == DIGITS else i


def _against_letters(sentence: Sentence, i: int) -> int:
    """G7, 4x4, 737s, 5G."""
    if sentence.glued(i) and sentence.at(i - 1).kind == LETTERS and units.money_before(sentence, i) is None:
        return _past_address(sentence, i)
    is_behind_stop = sentence.form(i - 1) == "." and sentence.glued(i) and sentence.glued(i - 1)
    if is_behind_stop and sentence.at(i - 2).kind == LETTERS and len(sentence.at(i).text) < 3:
        return i + 1
    return _before_letters(sentence, i)


def _before_letters(sentence: Sentence, i: int) -> int:
    """4x4, 737s, 5G."""
    after = sentence.at(i + 1)
    if not after.glued or after.kind != LETTERS:
        return i
    if after.form in _AGAINST_DIGITS:
        glued_digits = sentence.glued(i + 2) and sentence.at(i + 2).kind == DIGITS
        if after.form == "x" and glued_digits:
            return i + 3
        generation = after.form == "g" and len(sentence.at(i).text) == 1 and sentence.at(i + 2).kind == LETTERS
        return i + 2 if after.form in _MODELS or generation else i
    return i if len(after.form) > 3 or _means_something(sentence, i + 1) else i + 2


def _means_something(sentence: Sentence, k: int) -> bool:
    text = sentence.at(k).text
    return text in numerals.SUFFIXES or sentence.form(k) in _SUFFIXES or units.unit_after(sentence, k) is not None


def _hyphened_name(sentence: Sentence, i: int) -> int:
    """AK-47, Covid-19, V-6: letters, a hyphen, digits."""
    if sentence.form(i - 1) != "-" or not sentence.glued(i) or not sentence.glued(i - 1):
        return i
    before = sentence.at(i - 2)
    named = before.kind == LETTERS and before.form not in _BEFORE_HYPHEN
    if named and not numerals.kind_of(before.form)[0] and units.unit_after(sentence, i - 2) is None:
        return _past_hyphened(sentence, i + 1)
    return i


def _product(sentence: Sentence, i: int) -> int:
    """AK 47, ISO 3888-2: capitals alone before a plain number, in a sentence that is not all capitals."""
    before, text = sentence.at(i - 1), sentence.at(i).text
    if before.kind != LETTERS or not before.text.isupper() or not text.isdecimal() or len(text) > 4:
        return i
    if before.text in _MONEY_LETTERS or before.text in _CAPITALS or "." in before.text or len(before.text) > 5:
        return i
    if (
        1950 <= int(text) <= 2050
        or _shouted(sentence)
        or (units.unit_after(sentence, i + 1) is not None and sentence.form(i + 1) == "%")
    ):
        return i
    return _past_hyphened(sentence, i + 1)


def _version(sentence: Sentence, i: int) -> int:
    """Fox 2.0, Web 3.0: a round decimal right behind a name."""
    whole, point, decimals = sentence.at(i).text.partition(".")
    before = sentence.at(i - 1)
    if before.text == "=" and before.glued and sentence.glued(i) and len(sentence.at(i - 2).text) > _LETTER:
        return i + 1  # a setting: cache_size=2000
    if point and len(whole) <= 2 and decimals.isdecimal() and _is_of_software(sentence, i):
        return i + 1
    if not point or decimals.strip("0") or len(whole) > 2 or before.kind != LETTERS or not before.text[:1].isupper():
        return i
    return i if i < 2 or units.unit_after(sentence, i + 1) is not None or _is_modified(sentence, i) else i + 1


_LETTER = 2
"""Signs of a name that may be a currency: Y=100."""


def _is_of_software(sentence: Sentence, i: int) -> bool:
    """Whether a decimal is the number of a release: in 3.46, on Python 3.11, where the sentence speaks of releases."""
    before, behind = sentence.at(i - 1), sentence.at(i + 1)
    bare = behind.kind != LETTERS or behind.form in _SOFTWARE["behind"]
    named = before.form in _SOFTWARE["before"] or (before.kind == LETTERS and before.text[:1].isupper() and i > 1)
    if (
        behind.form in _SOFTWARE["links"]
        and sentence.at(i + 2).kind == DIGITS
        and units.unit_after(sentence, i + 3) is not None
    ):
        return False  # from 3.2 to 4.1 GB
    if not (bare and named) or units.unit_after(sentence, i + 1) is not None or _is_modified(sentence, i):
        return False
    return any(
        w.form in _SOFTWARE["words"] or (w.kind == DIGITS and w.text.count(".") > 1 and "," not in w.text)
        for w in sentence.words
    )


_SOFTWARE = sets(load("figures")["software"])


def _shouted(sentence: Sentence) -> bool:
    letters = [w for w in sentence.words if w.kind == LETTERS and len(w.text) > 2]
    return sum(w.text.isupper() for w in letters) * 2 > len(letters)


def _street(sentence: Sentence, i: int) -> int:
    """22 Acacia Avenue, 9 E 71st St, 12 Avenue Kléber, 24 rue de la Paix."""
    text = sentence.at(i).text
    if not text.isdecimal() or len(text) > 5 or sentence.form(i - 1) in ("a", "an"):
        return i
    if sentence.form(i + 1) in _STREETS_FIRST and sentence.at(i + 1).kind == LETTERS:
        k = i + 2
        while sentence.form(k) in _OF_STREETS:
            k += 1
        if sentence.at(k).text[:1].isupper() and (k > i + 2 or sentence.at(i + 1).text[:1].isupper()):
            return k + 1
    for k in range(i + 1, i + 6):
        word = sentence.at(k)
        ordinal = word.form in numerals.ORDINAL_ENDINGS and word.glued
        if word.kind == SIGN or not (word.text[:1].isupper() or word.kind == DIGITS or ordinal):
            return i
        if k > i + 1 and word.form in _STREETS and not ordinal:
            return k + 1
    return i


def is_street(sentence: Sentence, i: int) -> bool:
    """Whether what stands at `i`, behind an ordinal, makes a street of it: 83rd Street, 11th and Poplar Streets."""
    k = i
    while k < i + 3 and (sentence.form(k) == "and" or sentence.at(k).text[:1].isupper()):
        if sentence.at(k).text[:1].isupper() and sentence.form(k).removesuffix("s") in _STREETS:
            return True
        k += 1
    return False


def _named(sentence: Sentence, i: int) -> bool:
    """Flight 93, Highway 12, Article 4 (a reference is read elsewhere, before this)."""
    before = sentence.at(i - 1)
    if before.form == "." and sentence.glued(i - 1):
        return sentence.at(i - 2).text in _NUMBER
    if before.kind != LETTERS or "," in sentence.at(i).text:
        return False
    if before.form in _ANY and not before.text[:1].isupper():  # on the highway 12 people died
        return not (sentence.form(i - 2) in _NAMES["determiners"] and is_plural(sentence.form(i + 1)))
    if before.form in _ANY:
        return True
    shouted = (before.text.isupper() and _shouted(sentence)) or (i == 1 and before.form not in _CERTAIN)
    return any(c.isupper() for c in before.text[:2]) and before.form in _CAPITAL and not shouted


def rank(sentence: Sentence, i: int) -> int:
    """Where "No. 3" or "category 4" begins whose digits stand at `i`, if it tells a rank and is no name; -1 elsewhere.

    Flight No. 93, case No. 10-277 and Symphony No. 5 are names: what is numbered is named just before, or goes on.
    """
    text, noun = sentence.at(i).text, sentence.at(i - 1)
    if noun.form in _NAMES["ranked"] and text.isdecimal() and len(text) <= 3:
        counts = sentence.form(i - 2) in _NAMES["determiners"] and is_plural(sentence.form(i + 1))
        return -1 if counts or units.unit_after(sentence, i + 1) is not None else i - 1
    if noun.form == "number" and sentence.at(i).form in numerals.UNITS and sentence.at(i + 1).form != "-":
        return i - 1
    return _numbered(sentence, i)


def _numbered(sentence: Sentence, i: int) -> int:
    """Where "No. 3" begins, unless it is a name: Flight No. 93."""
    if sentence.form(i - 1) != "." or not sentence.glued(i - 1) or sentence.at(i - 2).text not in ("No", "no", "NO"):
        return -1
    text, before = sentence.at(i).text, sentence.at(i - 3)
    if not text.isdecimal() or len(text) > 3 or _past_hyphened(sentence, i + 1) > i + 1:
        return -1
    if before.form.removesuffix("s") in _NUMBERED or (
        sentence.form(i - 3) == "," and sentence.form(i - 4) in _NUMBERED
    ):
        return -1
    named = before.kind == LETTERS and before.text[:1].isupper() and not before.form.endswith("'s") and i > 3
    return -1 if named else i - 2


def is_name(sentence: Sentence, i: int) -> bool:
    """Whether a number in words at `i` is part of a name: Big Five, Seven Sisters, the Group of Seven."""
    if i == 0 or not sentence.at(i).text[:1].isupper():
        return False
    before, found = sentence.at(i - 1), number(sentence, i)
    if found is None or before.kind != LETTERS:
        return False
    if sentence.at(found.end).text[:1].isupper() and before.text[:1].isupper():
        return True
    return not sentence.at(i).text.isupper() and not _is_title(sentence)


def _is_title(sentence: Sentence) -> bool:
    """Whether most words are capitalised, as in a headline; so short a text tells nothing."""
    letters = [w for w in sentence.words if w.kind == LETTERS and len(w.text) > 3]
    return len(letters) < _FEW or sum(w.text[:1].isupper() for w in letters) * 2 > len(letters)


_FEW = 4
