"""Numbers as they are written, in digits or words, and what they are worth."""

from dataclasses import replace

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.numbers.ordinals import ordinal, vague
from reader.compare.figures.numbers.parts import bare_part, is_part, part
from reader.compare.figures.numbers.whole import whole
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence

_MINUS = frozenset("-−–")


def number(sentence: Sentence, i: int) -> Number | None:
    """The number that begins at word `i`, as long as it goes, or None."""
    word = sentence.at(i)
    if word.kind == LETTERS:
        if word.form in ("minus", "negative"):
            return _negative(sentence, i)
        return vague(sentence, i) or part(sentence, i) or ordinal(sentence, i) or _cardinal(sentence, i)
    if word.text in _MINUS and not word.glued and sentence.at(i + 1).kind == DIGITS:
        found = _negative(sentence, i) if sentence.glued(i + 1) or i == 0 else None
        # A sign that stands apart is a bullet or a dash, save where the number is all there is: "- 10".
        return found if found is None or sentence.glued(i + 1) or found.end == len(sentence.words) else None
    if word.kind == DIGITS or word.text == "." or word.text in numerals.GLYPHS:
        return ordinal(sentence, i) or part(sentence, i) or _cardinal(sentence, i)
    return None


def _negative(sentence: Sentence, i: int) -> Number | None:
    again = sentence.form(i + 1) in ("minus", "negative") or sentence.at(i + 1).text in _MINUS
    found = None if again else number(sentence, i + 1)
    if found is None or found.kind in ("ordinal", "vague"):
        return None
    return replace(found, first=i, low=-found.low, high=-found.high)


def _cardinal(sentence: Sentence, i: int) -> Number | None:
    """A whole number with what may follow it: decimals in words, "and a half", the scale of both."""
    found = whole(sentence, i, is_part)
    if found is None:
        return None
    total, end = found
    n = Number(i, end, total.value, total.value, total.step, in_digits=sentence.at(i).kind != LETTERS)
    return _with_fraction(sentence, _with_decimals(sentence, n), total.scale)


def _with_decimals(sentence: Sentence, n: Number) -> Number:
    """Two hundred point seven one."""
    if sentence.form(n.end) != "point" or n.in_digits:
        return n
    k, spelled = n.end + 1, ""
    while (kind := numerals.kind_of(sentence.form(k)))[0] in ("unit", "ten") and len(spelled) < 9:
        spelled += (
            str(int(kind[1]))
            if kind[0] == "unit"
            else str(int(kind[1]))[:1] + ("" if _unit_follows(sentence, k) else "0")
        )
        k += 2 if kind[0] == "ten" and sentence.form(k + 1) == "-" else 1
    if not spelled:
        return n
    return _scaled(sentence, replace(_plus(n, float("0." + spelled), k), step=10.0 ** -len(spelled)))


def _unit_follows(sentence: Sentence, k: int) -> bool:
    at = k + 2 if sentence.form(k + 1) == "-" else k + 1
    return numerals.kind_of(sentence.form(at))[0] == "unit"


def _with_fraction(sentence: Sentence, n: Number, scale: float) -> Number:
    """Three and a half; 2½ million; a million and a half, of a million; one billion and a quarter million."""
    mixed = _mixed(sentence, n) if scale == float("inf") else None
    if mixed is not None:
        return mixed
    if sentence.form(n.end) != "and":
        return n
    found = part(sentence, n.end + 1)
    if found is None or found.kind == "ratio" or sentence.form(n.end + 1) == "half":
        return n
    if found.kind != "fraction":
        return replace(_plus(n, found.low, found.end), step=found.low) if found.low < scale != float("inf") else n
    share = found.low if found.low >= 1 or scale == float("inf") else found.low * scale
    return replace(_plus(n, share, found.end), step=share)


def _mixed(sentence: Sentence, n: Number) -> Number | None:
    """A small number with a fraction behind it, and the scale of both: 2½, 2 1/2, two and a half million."""
    if sentence.at(n.end).text in numerals.GLYPHS and n.in_digits:
        share, end = numerals.GLYPHS[sentence.at(n.end).text], n.end + 1
    elif n.in_digits and sentence.at(n.end).kind == DIGITS:
        stroke = bare_part(sentence, n.end)
        if stroke is None or stroke.kind != "fraction" or not 0 < stroke.low < 1:
            return None
        share, end = stroke.low, stroke.end
    else:
        hyphened = sentence.form(n.end) == "-" and sentence.form(n.end + 1) == "and"  # two-and-a-half
        k = n.end + 1 + 2 * hyphened
        if sentence.form(k - 1 - hyphened) != "and" or n.low != int(n.low):
            return None
        share, end = _named_share(sentence, k, hyphened)
        if not share:
            return None
    return _scaled(sentence, replace(_plus(n, share, end), step=share))


def _named_share(sentence: Sentence, k: int, hyphened: bool) -> tuple[float, int]:
    """A half, and the word after; of "two and half million" only with its scale. Noughts without."""
    if hyphened and sentence.form(k + 1) == "-" and sentence.form(k + 2) in numerals.PARTS:
        return 1 / numerals.PARTS[sentence.form(k + 2)], k + 3
    found = bare_part(sentence, k)
    if found is None or found.kind != "fraction" or not 0 < found.low < 1:
        return 0.0, k
    if sentence.form(k) == "half" and sentence.form(found.end) not in numerals.MULTIPLIERS:
        return 0.0, k
    return found.low, found.end


def _plus(n: Number, more: float, end: int) -> Number:
    return replace(n, end=end, low=n.low + more, high=n.low + more)


def _scaled(sentence: Sentence, n: Number) -> Number:
    """Times the scale that follows: 2½ MILLION, two-and-a-half-THOUSAND."""
    k = n.end + (sentence.form(n.end) == "-")
    factor = numerals.MULTIPLIERS.get(sentence.form(k))
    if factor is None:
        return n
    return replace(n, end=k + 1, low=n.low * factor, high=n.high * factor, step=n.step * factor)
