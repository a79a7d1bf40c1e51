"""Fractions and ratios: two thirds, half, 3/4, ½, half a million, one in five, a one-in-three chance."""

from math import gcd

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.numbers.whole import Sum, names_part, next_part, whole
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load

_BOTTOMS = frozenset([2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128])
_COMMON = frozenset([(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 8), (3, 8), (5, 8), (7, 8)])
"""Fractions that are written with a stroke wherever they stand."""
_PROVERBIAL = frozenset([2.0, 3.0, 4.0, 5.0, 10.0, 100.0, 1000.0])
"""Wholes out of which shares are told; five out of 12 hostages are five."""
_MOST_IN = 100_000.0
"""The largest whole of a ratio with "in"."""


def part(sentence: Sentence, i: int) -> Number | None:
    """A fraction or ratio; and a fraction of a scale, half a million, as the cardinal that it is."""
    found = bare_part(sentence, i)
    return found if found is None or found.kind == "ratio" else _of_scale(sentence, found)


def bare_part(sentence: Sentence, i: int) -> Number | None:
    """A fraction or ratio by itself, whatever scale follows."""
    return _glyph(sentence, i) or _slashed(sentence, i) or _out_of(sentence, i) or _named_part(sentence, i)


def is_part(sentence: Sentence, i: int) -> bool:
    """Whether a fraction begins at the word."""
    return part(sentence, i) is not None


def _glyph(sentence: Sentence, i: int) -> Number | None:
    value = numerals.GLYPHS.get(sentence.at(i).text)
    return None if value is None else Number(i, i + 1, value, value, value, "fraction")


def _slashed(sentence: Sentence, i: int) -> Number | None:
    """3/4 and 5/16, but not the 9/12 that is a day: a fraction is in its lowest terms."""
    top, slash, bottom = sentence.at(i), sentence.form(i + 1), sentence.at(i + 2)
    if (
        slash not in ("/", "⁄")
        or not (top.text.isdecimal() and bottom.text.isdecimal())
        or len(top.text + bottom.text) > 5
    ):
        return None
    if (
        sentence.form(i - 1) in ("/", "$")
        or sentence.form(i + 3) in ("/", "$")
        or not 0 < int(top.text) < int(bottom.text)
    ):
        return None
    pair = int(top.text), int(bottom.text)
    if pair[1] not in _BOTTOMS or gcd(*pair) > 1 or (pair not in _COMMON and _is_day(sentence, i)):
        return None
    value = pair[0] / pair[1]
    return Number(i, i + 3, value, value, value, "fraction", in_digits=True)


def _is_day(sentence: Sentence, i: int) -> bool:
    """Whether what stands before two numbers with a stroke makes a day of them: since 1/6, the 5/12 attacks."""
    return sentence.form(i - 1) in _DAY_BEFORE and sentence.form(i + 3) != "of"


_DAY_BEFORE = frozenset(load("times")["day"]["before"])


def _out_of(sentence: Sentence, i: int) -> Number | None:
    """One in three, one-in-three, one out of 10, two in every five."""
    top = _small(sentence, i)
    if top is None or top < 1:
        return None
    link, k = _linked(sentence, i + 1)
    if not link:
        return None
    found = whole(sentence, k, is_part)
    if found is None or sentence.at(found[1]).text == "%":
        return None
    bottom, end = found[0].value, found[1]
    if not bottom >= 2 or bottom <= top or not _is_ratio(sentence, link, top, bottom, end):
        return None
    return Number(i, end, top / bottom, top / bottom, top / bottom, "ratio")


def _linked(sentence: Sentence, k: int) -> tuple[str, int]:
    """The words that link the ends of a ratio ("in", "out of", "in every"), and the word after; nothing and `k`."""
    hyphened = sentence.form(k) == "-"
    k += hyphened
    link = sentence.form(k)
    if link == "out" and sentence.form(k + 1) == "of":
        k += 1
    elif link not in ("in", "over"):
        return "", k
    k += 1
    k += hyphened and sentence.form(k) == "-"
    if link != "over" and sentence.form(k) in ("every", "each"):
        return "every", k + 1
    return link, k


def _is_ratio(sentence: Sentence, link: str, top: float, bottom: float, end: int) -> bool:
    """Whether the two are a share: not five out of 12 hostages, 3 in 20 minutes, 2 in 2014."""
    if link == "over":
        return sentence.at(end).kind != LETTERS
    if link == "every":
        return True
    if link == "out":
        return top == 1 or bottom in _PROVERBIAL or sentence.at(end).kind != LETTERS
    if sentence.form(end) in numerals.SPANS_OF_TIME or sentence.form(end) in numerals.GRAMMAR["no_ratio_of"]:
        return False
    k = end + (sentence.form(end) == "-")
    if k > end and sentence.form(k) in numerals.SPANS_OF_TIME:
        return False
    return bottom <= _MOST_IN and (top == 1 or bottom in _PROVERBIAL)


def _small(sentence: Sentence, i: int) -> float | None:
    word = sentence.at(i)
    if word.kind == DIGITS:
        return float(word.text) if word.text.isdecimal() and len(word.text) <= 4 else None
    return numerals.UNITS.get(word.form, numerals.TENS.get(word.form))


def _named_part(sentence: Sentence, i: int) -> Number | None:
    """A third, two-thirds, twenty-three fifths, half."""
    word = sentence.at(i)
    if word.form == "half":
        return _half(sentence, i)
    if word.form == "quarter" and sentence.form(i + 1) in numerals.GRAMMAR["quarter_of"]:
        return Number(i, i + 1, 0.25, 0.25, 0.25, "fraction")
    counted = _top(sentence, i)
    if counted is None:
        return None
    top, k = counted
    if top == 1.0 and (fraction := _one_of_many(sentence, i, k)) is not None:
        return fraction
    hyphened = sentence.form(k) == "-"
    bottom, k = _bottom(sentence, k + hyphened)
    name = sentence.form(k)
    if (bottom < 3 and name not in numerals.PARTS) or (bottom >= 1e6 and sentence.at(i).kind == DIGITS):
        return None
    plural = name.endswith("s")
    if plural == (top == 1.0) or not (plural or hyphened or _ends_part(sentence, k + 1, name)):
        return None
    return Number(i, k + 1, top / bottom, top / bottom, top / bottom, "fraction")


def _bottom(sentence: Sentence, k: int) -> tuple[float, int]:
    """Into how many parts, and the last word that says so: two THIRDS, five TWENTY-THIRDS; 0 where none does."""
    tens = 0.0
    if sentence.form(k + 1) == "-" or names_part(sentence, k):
        tens = numerals.TENS.get(sentence.form(k), 0.0)
    if tens:
        k += 2 if sentence.form(k + 1) == "-" else 1
    name = sentence.form(k)
    return tens + (numerals.PARTS.get(name) or numerals.ORDINALS.get(name.removesuffix("s"), 0.0)), k


def _one_of_many(sentence: Sentence, i: int, k: int) -> Number | None:
    """One one-hundredth, one one hundred and fifth: the name of the part is a number of its own."""
    k += sentence.form(k) == "-"
    if sentence.form(k) != "one":
        return None
    k += 1 + (sentence.form(k + 1) == "-")
    bottom = numerals.ORDINALS.get(sentence.form(k), 0.0)
    scale = numerals.MULTIPLIERS.get(sentence.form(k))
    if scale is not None:
        k += 1 + (sentence.form(k + 1) in ("and", "-"))
        bottom = numerals.ORDINALS.get(sentence.form(k), 0.0)
        bottom = scale + bottom if 0 < bottom < 100 else 0.0
    return Number(i, k + 1, 1 / bottom, 1 / bottom, 1 / bottom, "fraction") if bottom >= 100 else None


def _top(sentence: Sentence, i: int) -> tuple[float, int] | None:
    """How many parts, and the word after: A third, TWENTY-THREE fifths."""
    word = sentence.at(i)
    if word.form in ("a", "an") and sentence.form(i + 1) not in numerals.MULTIPLIERS:
        return 1.0, i + 1
    total, k = Sum(), i
    if word.form in ("a", "an") and total.take("unit", 1.0, 1.0):
        k += 1
    while (end := next_part(sentence, k, total, is_part)) is not None:
        k = end
    if k == i or (word.kind == DIGITS and "." in word.text):
        return None
    return total.value, k


def _ends_part(sentence: Sentence, k: int, name: str) -> bool:
    """Whether "a third" is a part here and not one more (a third man)."""
    return sentence.form(k) in numerals.GRAMMAR["ends_part"] if name != "half" else True


def _half(sentence: Sentence, i: int) -> Number | None:
    before, after = sentence.form(i - 1), sentence.form(i + 1)
    hyphened = after == "-" and sentence.form(i + 2) not in numerals.GRAMMAR["halved"]
    if before in numerals.GRAMMAR["no_half"] or before == "-" or hyphened or after in numerals.GRAMMAR["half_way"]:
        return None
    return Number(i, i + 1, 0.5, 0.5, 0.5, "fraction")


def _of_scale(sentence: Sentence, n: Number) -> Number:
    """Half a million, a quarter of a million, half a dozen, two thirds of a billion."""
    k = n.end
    k += sentence.form(k) in ("of", "-")
    k += sentence.form(k) in ("a", "an")
    k += sentence.form(k) == "-"
    factor = numerals.MULTIPLIERS.get(sentence.form(k))
    if factor is None or factor < 12 or factor == 100:
        return n
    value = n.low * factor
    return Number(n.first, k + 1, value, value, value, "cardinal")
