"""Numbers in digits: separators, spaces between thousands, suffixes against the digits (10k, $2.5bn), powers."""

import re

from reader.compare.figures.numbers import numerals
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.dataclass import dataclass
from reader.lexicon import load, sets

MOST_DIGITS = 18
"""Longer runs of digits are serial numbers, and no figures."""


@dataclass(frozen=True, slots=True)
class Digits:
    """What the words up to `end` are worth, and one unit of the last digit that counts."""

    value: float
    step: float
    end: int


def digits(sentence: Sentence, i: int, bare: bool = False) -> Digits | None:
    """The digits that begin at word `i`, or None; `bare` ones take no suffix."""
    word = sentence.at(i)
    if word.text == "." and sentence.at(i + 1).kind == DIGITS and sentence.glued(i + 1) and not word.glued:
        return _after_point(sentence, i, bare)
    if word.kind != DIGITS:
        return None
    end = i + 1 if bare else _spaced(sentence, i)
    written = "".join(w.text for w in sentence.words[i:end])
    read = plain(written.replace(".", "") if _points_part_thousands(sentence, i, end, written) else written)
    if read is None:
        return None
    found = Digits(*read, end)
    return found if bare else _suffixed(sentence, i, _power(sentence, found))


_APOSTROPHES = str.maketrans("", "", "'’")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?")
_ADDRESS = re.compile(r"(?:[12]?\d?\d\.){3}[12]?\d?\d")


def plain(written: str) -> tuple[float, float] | None:
    """The value and the step of one run of digits with its separators; None where it is no single number."""
    if len(written) > MOST_DIGITS + 6:
        return None
    written = written.translate(_APOSTROPHES)
    if _DOTTED.fullmatch(written) and not _ADDRESS.fullmatch(written):  # 1.234.567,50
        written = written.replace(".", "").replace(",", ".")
    whole, point, decimals = written.partition(".")
    if "." in decimals or "," in decimals:
        return None
    groups = whole.split(",")
    if len(groups) == 2 and len(groups[1]) < 3 and not point:  # a decimal comma: 1,2
        return float(f"{groups[0]}.{groups[1]}"), step(groups[0], groups[1])
    if len(groups) > 1:
        western = len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])
        indian = len(groups[0]) <= 2 and all(len(g) == 2 for g in groups[1:-1]) and len(groups[-1]) == 3
        if not (western or indian):
            return None
    return float(f"{''.join(groups)}.{decimals or 0}"), step("".join(groups), decimals)


def step(whole: str, decimals: str) -> float:
    """One unit of the last digit that is not nought; 1 for nought."""
    kept = decimals.rstrip("0")
    if kept:
        return float(10.0 ** -len(kept))
    bare = whole.rstrip("0")
    return float(10.0 ** (len(whole) - len(bare))) if bare.strip("0") else 1.0


_THOUSANDS = re.compile(r"[1-9]\d{0,2}\.\d{3}")


def _points_part_thousands(sentence: Sentence, i: int, end: int, written: str) -> bool:
    """Whether a single point parts thousands, as much of Europe writes them: 40.000 people, 12.500 votes, €40.000."""
    if not _THOUSANDS.fullmatch(written):
        return False
    after = sentence.at(end)
    if after.form in numerals.MULTIPLIERS or (after.glued and after.kind == LETTERS):
        return False
    round_ = written.endswith("00")
    if is_money(sentence, i):
        return round_ and sentence.form(end) not in numerals.GRAMMAR["per"]
    if after.form in numerals.MEASURES or after.text in numerals.MEASURES:
        return written.endswith("000") and after.form not in numerals.GRAMMAR["weighed_exactly"]
    return after.kind == LETTERS and not after.text[:1].isupper() and (round_ or is_plural(after.form))


def is_plural(form: str) -> bool:
    """Whether the word looks like several things: votes, people."""
    return form in numerals.GRAMMAR["plural_nouns"] or (
        form.endswith("s") and not form.endswith("ss") and len(form) > 4
    )


def _after_point(sentence: Sentence, i: int, bare: bool) -> Digits | None:
    """.357 written without its nought."""
    written = sentence.at(i + 1).text
    if not written.isdecimal() or len(written) > MOST_DIGITS:
        return None
    found = Digits(float(f"0.{written}"), step("0", written), i + 2)
    return found if bare else _suffixed(sentence, i, found)


def _spaced(sentence: Sentence, i: int) -> int:
    """Past the groups of three digits that stand apart by one space: 2 500, 1 234 567."""
    end = i + 1
    first = sentence.at(i).text
    if (
        not (first.isdecimal() and len(first) <= 3 and first[0] != "0")
        or sentence.form(i - 1) in load("times")["months"]
    ):
        return end
    while True:
        word = sentence.at(end)
        whole = word.text.partition(".")[0]
        apart = word.kind == DIGITS and word.start == sentence.at(end - 1).end + 1
        if not apart or len(whole) != 3 or "," in word.text or word.text.count(".") > 1 or end - i > 6:
            return end
        end += 1
        if "." in word.text:
            return end


def _power(sentence: Sentence, n: Digits) -> Digits:
    """Scientific notation (1.3e6) and powers (1.1^23)."""
    mark, k = sentence.at(n.end).text, n.end + 1
    if mark not in ("e", "E", "^") or not sentence.glued(n.end):
        return n
    sign = -1 if sentence.form(k) in ("-", "−") else 1
    k += sentence.form(k) in ("-", "−", "+")
    exponent = sentence.at(k)
    if not (exponent.kind == DIGITS and exponent.glued and exponent.text.isdecimal() and len(exponent.text) <= 2):
        return n
    try:
        power = (
            float(n.value ** (sign * int(exponent.text)))
            if mark == "^"
            else n.value * 10.0 ** (sign * int(exponent.text))
        )
    except (OverflowError, ZeroDivisionError):
        return n
    return Digits(power, abs(power), k + 1)


def _suffixed(sentence: Sentence, i: int, n: Digits) -> Digits:
    """10k, 1.5m, $2.5bn; a small m may mean metres."""
    word = sentence.at(n.end)
    factor = numerals.SUFFIXES.get(word.text)
    if factor is None or word.kind != LETTERS:
        return n
    money = is_money(sentence, i)
    apart = not word.glued and word.text not in _APART and not (money and word.text in _APART_OF_MONEY)
    if apart or (sentence.glued(n.end + 1) and sentence.at(n.end + 1).kind == DIGITS):
        return n
    if word.text in _AMBIGUOUS and not money and not _counts(sentence, n.end):
        return n
    if word.text == "G" and sentence.at(n.end + 1).kind == LETTERS:
        return n
    return Digits(n.value * factor, n.step * factor, n.end + 1)


_USE = sets(load("numbers")["suffix_use"])
_APART, _APART_OF_MONEY, _AMBIGUOUS = _USE["apart"], _USE["apart_of_money"], _USE["ambiguous"]
_SIGNS = frozenset("$€£¥₹₩₪₽₺₦")


def is_money(sentence: Sentence, i: int) -> bool:
    """Whether a currency sign stands before the number at `i`."""
    return sentence.at(i - 1).text in _SIGNS or sentence.at(i - 1).text in _LETTER_SIGNS


_LETTER_SIGNS = frozenset(
    s
    for unit in load("units")["money"].values()
    for s in unit.get("signs", ())
    if s.isalpha() and s.isascii() and len(s) > 1
)


def _counts(sentence: Sentence, i: int) -> bool:
    """Whether the letter at `i` means millions (4.2m shares, 4.2m of them) rather than metres (2m tall)."""
    following = sentence.form(i + 1)
    if sentence.at(i).text not in ("m", "MM"):
        return sentence.at(i).text == "b" and following not in _PLAIN_AFTER_METRES
    if sentence.form(i - 2) == "of" and sentence.form(i - 3) in _CROWDS:  # an audience of 40m
        return True
    return sentence.at(i + 1).kind == LETTERS and following not in _PLAIN_AFTER_METRES


_PLAIN_AFTER_METRES = numerals.GRAMMAR["metres"]
_CROWDS = numerals.GRAMMAR["crowds"]
