"""What is written with a number and is no quantity: AK-47, Flight 93, 4x4, G7, telephone numbers, scores, addresses."""

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.number import number
from reader.compare.figures.quantities import modifiers, units
from reader.compare.figures.tokens import DIGITS, LETTERS, SIGN, Sentence
from reader.lexicon import load

_TABLE = load("numbers")["designators"]
_CAPITAL, _ANY = frozenset(_TABLE["capital"]), frozenset(_TABLE["any"])
_AFTER, _STREETS, _OUTCOMES = frozenset(_TABLE["after"]), frozenset(_TABLE["streets"]), frozenset(_TABLE["outcomes"])
_EXACT = frozenset(_TABLE["exact"])
_THINGS = frozenset(f for c in load("scopes")["things"].values() for f in c["forms"])
_MONEY_LETTERS = frozenset(s for unit in load("units")["money"].values() for s in unit.get("signs", ()))


def past(sentence: Sentence, i: int) -> int:
    """The word after the designation that begins at `i`; `i` where none does."""
    word = sentence.at(i)
    if word.kind == LETTERS and word.form in ("http", "https", "www"):
        return _past_address(sentence, i)
    if word.text == "." and sentence.at(i + 1).kind == DIGITS and not word.glued:
        end = _calibre(sentence, i + 1)
        return end if end > i + 1 else i
    if word.kind != DIGITS:
        return i
    if word.text in _EXACT and sentence.form(i + 1) not in _THINGS and not _is_modified(sentence, i):
        return i + 1
    for rule in (_telephone, _against_letters, _hyphened_name, _score, _calibre, _product, _street):
        end = rule(sentence, i)
        if end > i:
            return end
    return i + 1 if _named(sentence, i) else i


def _is_modified(sentence: Sentence, i: int) -> bool:
    return modifiers.before(sentence, i)[1] < i


def _past_address(sentence: Sentence, i: int) -> int:
    end = i + 1
    while sentence.glued(end):
        end += 1
    return end


def _telephone(sentence: Sentence, i: int) -> int:
    """Three or more runs of digits joined by hyphens, dots or slashes, and runs too long for a number."""
    if len(sentence.at(i).text) > 21 or sentence.at(i).text.count(".") > 1:
        return i + 1
    end, runs = i + 1, 1
    while (
        sentence.form(end) in ("-", "/", ".")
        and sentence.glued(end)
        and sentence.glued(end + 1)
        and sentence.at(end + 1).kind == DIGITS
    ):
        end, runs = end + 2, runs + 1
    if runs >= 3:
        return end
    if (
        runs == 2
        and sentence.form(i + 1) == "/"
        and (sentence.at(i).text, sentence.at(i + 2).text) in (("9", "11"), ("24", "7"), ("7", "7"))
    ):
        return end
    if (
        runs == 2
        and len(sentence.at(i).text) == 4
        and len(sentence.at(i + 2).text) == 2
        and sentence.at(i).text[:2] in ("19", "20")
    ):
        return end  # 2014-15
    return i


def _against_letters(sentence: Sentence, i: int) -> int:
    """G7, 4x4, 737s, 5G, 1990s."""
    if sentence.glued(i) and sentence.at(i - 1).kind == LETTERS and units.money_before(sentence, i) is None:
        return _past_address(sentence, i)
    if (
        sentence.form(i - 1) == "."
        and sentence.glued(i)
        and sentence.glued(i - 1)
        and sentence.at(i - 2).kind == LETTERS
        and len(sentence.at(i).text) < 3
    ):
        return i + 1
    after = sentence.at(i + 1)
    if not after.glued or after.kind != LETTERS:
        return i
    if after.form in ("s", "x", "d", "g", "nd", "rd", "th", "st", "°"):
        glued_digits = sentence.glued(i + 2) and sentence.at(i + 2).kind == DIGITS
        if after.form == "x" and glued_digits:
            return i + 3
        if after.text in ("s", "D", "d", "S") or (
            after.text in ("G", "g") and len(sentence.at(i).text) == 1 and sentence.at(i + 2).kind == LETTERS
        ):
            return i + 2
        return i
    return i if len(after.form) > 3 or _means_something(sentence, i + 1) else i + 2


def _means_something(sentence: Sentence, k: int) -> bool:
    text = sentence.at(k).text
    return (
        text in numerals.SUFFIXES
        or sentence.form(k) in ("am", "pm", "yo", "e", "hrs", "km", "mph", "kph")
        or units.unit_after(sentence, k) is not None
    )


def _hyphened_name(sentence: Sentence, i: int) -> int:
    """AK-47, Covid-19, V-6: letters, a hyphen, digits."""
    if sentence.form(i - 1) != "-" or not sentence.glued(i) or not sentence.glued(i - 1):
        return i
    before = sentence.at(i - 2)
    if (
        before.kind == LETTERS
        and before.form not in ("to", "a", "the", "and")
        and not numerals.kind_of(before.form)[0]
        and before.form not in numerals.MULTIPLIERS
    ):
        return i + 1
    return i


def _score(sentence: Sentence, i: int) -> int:
    """2-1, 21-14, "won 3-0": not a range."""
    other = sentence.at(i + 2)
    if sentence.form(i + 1) != "-" or not (sentence.glued(i + 1) and sentence.glued(i + 2)) or other.kind != DIGITS:
        return i
    left, right = sentence.at(i).text, other.text
    if not (left.isdecimal() and right.isdecimal()) or len(left) > 3 or len(right) > 3:
        return i
    if (
        int(left) >= int(right)
        or sentence.form(i + 3) in _OUTCOMES
        or sentence.form(i - 1) in ("won", "lost", "beat", "win", "lose", "drew")
    ):
        return i + 3
    return i


def _calibre(sentence: Sentence, i: int) -> int:
    """.357 Magnum, 12-gauge."""
    k = i + 2 if sentence.form(i + 1) == "-" else i + 1
    return k + 1 if sentence.form(k) in _AFTER else i


def _product(sentence: Sentence, i: int) -> int:
    """AK 47, ISO 3888: capitals alone before a plain number, in a sentence that is not all capitals."""
    before, text = sentence.at(i - 1), sentence.at(i).text
    if (
        before.kind != LETTERS
        or not before.text.isupper()
        or not text.isdecimal()
        or len(text) > 4
        or before.text in _MONEY_LETTERS
    ):
        return i
    if (
        before.text in ("A", "I", "US", "UK", "EU", "UN", "AP", "AFP", "GMT")
        or "." in before.text
        or len(before.text) > 5
        or _shouted(sentence)
    ):
        return i
    return i if units.unit_after(sentence, i + 1) is not None and sentence.form(i + 1) == "%" else i + 1


def _shouted(sentence: Sentence) -> bool:
    letters = [w for w in sentence.words if w.kind == LETTERS and len(w.text) > 2]
    return sum(w.text.isupper() for w in letters) * 2 > len(letters)


def _street(sentence: Sentence, i: int) -> int:
    """22 Acacia Avenue."""
    text = sentence.at(i).text
    if not text.isdecimal() or len(text) > 5:
        return i
    for k in range(i + 1, i + 5):
        word = sentence.at(k)
        if word.kind == SIGN or not (word.text[:1].isupper() or word.kind == DIGITS):
            return i
        if k > i + 1 and word.form in _STREETS:
            return k + 1
    return i


def _named(sentence: Sentence, i: int) -> bool:
    """Flight 93, Highway 12, Article 4 (a reference is read elsewhere, before this)."""
    before = sentence.at(i - 1)
    if before.form == "." and sentence.glued(i - 1):
        before = sentence.at(i - 2)
        return before.text in ("No", "Nos", "Nr", "Vol", "no", "nos")
    if before.kind != LETTERS or "," in sentence.at(i).text:
        return False
    if before.form in _ANY:
        return True
    shouted = _shouted(sentence) or (
        i == 1 and before.form not in ("flight", "boeing", "airbus", "article", "highway", "route", "section")
    )
    return before.text[:1].isupper() and before.form in _CAPITAL and not shouted


def is_name(sentence: Sentence, i: int) -> bool:
    """Whether a number in words at `i` is part of a name: Big Five, Seven Sisters."""
    found = number(sentence, i)
    return (
        found is not None
        and sentence.at(i).text[:1].isupper()
        and i > 0
        and sentence.at(found.end).text[:1].isupper()
        and sentence.at(i - 1).text[:1].isupper()
    )
