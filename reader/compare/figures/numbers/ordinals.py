"""Ordinals and vague counts: the 22nd, dozens, a few hundred."""

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import plain
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.tokens import DIGITS, Sentence

_LONGEST = 9
"""Characters of the longest ordinal in digits: the 1,000,000th."""
_SOME = numerals.GRAMMAR["a_few"]


def ordinal(sentence: Sentence, i: int) -> Number | None:
    """First, 22nd, twenty-first."""
    word = sentence.at(i)
    if word.kind == DIGITS:
        ends = sentence.glued(i + 1) and sentence.form(i + 1) in numerals.ORDINAL_ENDINGS
        read = plain(word.text) if ends and "." not in word.text and len(word.text) <= _LONGEST else None
        if read is None or read[0] != int(read[0]) or _is_stone(sentence, i):
            return None
        return Number(i, i + 2, read[0], read[0], 1.0, "ordinal", in_digits=True)
    if word.form in numerals.ORDINALS:
        value = numerals.ORDINALS[word.form]
        return Number(i, i + 1, value, value, 1.0, "ordinal")
    tens = numerals.TENS.get(word.form)
    if tens and sentence.form(i + 1) == "-" and numerals.ORDINALS.get(sentence.form(i + 2), 99) < 10:
        value = tens + numerals.ORDINALS[sentence.form(i + 2)]
        return Number(i, i + 3, value, value, 1.0, "ordinal")
    return None


def _is_stone(sentence: Sentence, i: int) -> bool:
    """Whether "st" means stone, as nobody writes 12st for twelfth."""
    return sentence.form(i + 1) == "st" and (sentence.at(i).text[-1:] != "1" or sentence.at(i).text[-2:] == "11")


def vague(sentence: Sentence, i: int) -> Number | None:
    """Dozens, tens of thousands, a few hundred, several, a couple of."""
    form, k = sentence.form(i), i
    if form == "a" and sentence.form(i + 1) in _SOME:
        form, k = sentence.form(i + 1), i + 1
    elif form in _SOME:
        return None
    if form == "tens" and sentence.form(i + 1) == "of":
        return _tens_of(sentence, i)
    entry = numerals.VAGUE.get(form)
    if entry is None or (form == "scores" and sentence.form(i + 1) != "of"):
        return None
    if sentence.form(k + 1) == "of" and entry.open and (bigger := _hundreds_of(sentence, i, k + 2, entry)) is not None:
        return bigger
    is_of = sentence.form(k + 1) == "of" and (form == "couple" or entry.open)
    end = k + 2 if is_of and sentence.form(k + 2) in numerals.MULTIPLIERS else k + 1
    factor = 1.0
    while not entry.open and sentence.form(end) in numerals.MULTIPLIERS:  # several hundred thousand
        factor *= numerals.MULTIPLIERS[sentence.form(end)]
        end += 1
    return _vague_number(i, end, entry.low * factor, entry.high * factor, entry)


def _tens_of(sentence: Sentence, i: int) -> Number | None:
    """Tens of thousands."""
    entry = numerals.VAGUE.get(sentence.form(i + 2))
    if entry is None or entry.low < 1000:
        return None
    return _vague_number(i, i + 3, entry.low * 10, entry.high * 10 + 9, entry)


def _hundreds_of(sentence: Sentence, i: int, k: int, entry: numerals.Vague) -> Number | None:
    """Hundreds of thousands: so many of the greater number at `k`."""
    greater = numerals.VAGUE.get(sentence.form(k))
    if greater is None or greater.low <= entry.low:
        return None
    factor = greater.low / 2
    return _vague_number(i, k + 1, entry.low * factor, (entry.high + 1) * factor - 1, entry)


def _vague_number(first: int, end: int, low: float, high: float, entry: numerals.Vague) -> Number:
    return Number(first, end, low, high, low, "vague", open=entry.open)
