"""Ranges: between 5 and 10, 10 to 15 thousand, $89-93 billion, three or four."""

from dataclasses import replace

from reader.compare.comparison import Modifier
from reader.compare.figures.decoys import designations
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.number import number
from reader.compare.figures.quantities import units
from reader.compare.figures.quantities.amounts import plain_amount
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load, sets

_USE = sets(load("figures")["composition"])
_TO, _OPENERS, _BEHIND_OPENERS = _USE["link"], _USE["openers"], _USE["behind_openers"]
_RISING = _USE["rising"]
_STEP = 3.0
"""How many times a step is smaller than the level that it leads to."""


def ranged(sentence: Sentence, one: ParsedQuantity) -> ParsedQuantity:
    """Between 5 and 10, 10 to 15, 10-15, three or four."""
    opener = _opener(sentence, one.first)
    link, start = _link(sentence, one, opener)
    if not link:
        return one
    other = number(sentence, start)
    if other is None or other.kind not in ("cardinal", "fraction") or designations.past(sentence, start) > start:
        return one
    right = plain_amount(sentence, other)
    if opener == "from" and link == "to" and sentence.form(right.end) == "-":  # from 24.2 to 33-35 billion
        right = ranged(sentence, right)
    return _joined(sentence, one, right, link, opener)


def _link(sentence: Sentence, one: ParsedQuantity, opener: str) -> tuple[str, int]:
    """What links a reading with the other end of a range, and where that begins; "" where nothing does."""
    k = one.end
    link = sentence.form(k)
    if link == "-":
        if sentence.form(k + 1) == "to":  # a 40- to 50-strong
            k += 1
        elif not sentence.glued(k):
            return "", k  # a dash between two clauses
        if sentence.form(one.first - 1) == "-" and sentence.glued(one.first):
            return "", k  # three-nought-four is no range
    if not (link in _TO or (link == "and" and opener == "between") or (link == "up" and opener == "from")):
        return "", k
    if link == "up" and sentence.form(k + 1) == "to":
        return "to", _past_currency(sentence, k + 2, k + 4)
    start = k + 2 if link == "to" and sentence.form(k + 1) == "-" else k + 1
    return link, _past_currency(sentence, start, k + 4)


def _past_currency(sentence: Sentence, start: int, end: int) -> int:
    """Past the sign or the letters of a currency before a number; no further than to `end` for signs."""
    while sentence.at(start).kind not in (DIGITS, LETTERS) and sentence.at(start).text and start < end:
        start += 1
    if sentence.at(start).text.isupper() and units.money_before(sentence, start + 1) is not None:
        start += 1
    return start + (sentence.at(start).text in ("$", "€", "£"))


def _opener(sentence: Sentence, i: int) -> str:
    for back in (i - 1, i - 2, i - 3):
        if sentence.form(back) in _OPENERS:
            return sentence.form(back)
        if sentence.form(back) not in _BEHIND_OPENERS:
            return ""
    return ""


def _joined(sentence: Sentence, left: ParsedQuantity, right: ParsedQuantity, link: str, opener: str) -> ParsedQuantity:
    """Both ends as one reading where they make a range; else the left one."""
    if left.unit and left.unit != right.unit and (right.unit or left.dimension != "money"):
        return left
    low, high = left.low, right.high
    if (high < 1e15 and low < high and not left.unit) or left.dimension == "money":
        low *= _shared_scale(sentence, left, right)
    if not low < high and not (opener == "from" and link == "to"):
        return left
    if _is_leap(sentence, left, right, link, low):
        return left
    carrier = right if right.unit else left
    return replace(
        left,
        end=right.end,
        core_end=right.core_end,
        low=min(low, high),
        high=max(low, high),
        step=right.step,
        unit=carrier.unit,
        dimension=carrier.dimension,
        rate=right.rate,
        modifier=Modifier.RANGE,
    )


def _is_leap(sentence: Sentence, left: ParsedQuantity, right: ParsedQuantity, link: str, low: float) -> bool:
    """Whether two numbers lie too far apart for the ends of one range: 2 or 40, rose 1.2p to 45.6p."""
    high = right.high
    if link == "or" and not (low == int(low) and high - low <= max(3.0, low)):
        return True
    if link == "-" and right.dimension == "count" and not left.unit and high > 1000 * max(low, 1.0):
        return True
    is_step = left.unit and right.unit and link == "to" and high > _STEP * low
    return bool(is_step) and sentence.form(left.first - 1) in _RISING


def _shared_scale(sentence: Sentence, left: ParsedQuantity, right: ParsedQuantity) -> float:
    """The scale that the right number says for both: 1 to 2 thousand, $89 to $93 billion."""
    form = sentence.form(right.core_end - 1)
    factor = numerals.MULTIPLIERS.get(form) or (
        numerals.SUFFIXES.get(sentence.at(right.core_end - 1).text, 0.0)
        if sentence.at(right.core_end - 1).kind == LETTERS
        else 0.0
    )
    last_left = sentence.at(left.core_end - 1)
    if (
        not factor
        or last_left.form in numerals.MULTIPLIERS
        or (last_left.kind == LETTERS and last_left.text in numerals.SUFFIXES)
        or left.low >= factor
        or right.core_end - right.core < 2
    ):
        return 1.0
    return factor if left.low < right.high / factor else 1.0
