"""Whole numbers in words, digits or both, put together part by part: two hundred and five thousand, 12 thousand."""

from collections.abc import Callable

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import digits
from reader.compare.figures.tokens import LETTERS, Sentence

IsPart = Callable[[Sentence, int], bool]
"""Whether a fraction begins at a word: three QUARTERS."""


class Sum:
    """A cardinal being read: what is done (`total`), what may still be multiplied (`open`), its last step."""

    def __init__(self) -> None:
        self.total, self.open, self.step = 0.0, 0.0, 1.0
        self.last = ""  # the kind of the part read last: "", unit, ten, digits, hundred, scale, and
        self.scale = float("inf")  # the scale read last: later ones are smaller

    def take(self, kind: str, value: float, step: float) -> bool:
        """Add one part; False where it cannot follow."""
        if kind in ("hundred", "scale"):
            return self._multiply(kind, value)
        fits = {
            "unit": self.last in ("", "hundred", "scale") or (self.last == "ten" and 0 < value < 10),
            "ten": self.last in ("", "hundred", "scale"),
            "digits": self.last in ("", "scale") or (self.last == "hundred" and value < 100),
        }[kind]
        room = self.scale if self.last == "scale" else 100.0 if self.last == "hundred" else float("inf")
        if not fits or value >= room or (self.last and value == 0):
            return False
        self.open, self.step, self.last = self.open + value, step, kind
        return True

    def _multiply(self, kind: str, value: float) -> bool:
        if self.last == "scale" and self.total:
            if self.total / self.scale * value < 1e18 and value > self.scale:  # lakh crore, thousand million
                self.total, self.step, self.scale = self.total * value, self.step * value, value
                return True
            return False
        if not self.open or (
            kind == "hundred" and (self.last == "hundred" or (self.last != "digits" and self.open >= 100))
        ):
            return False
        if kind == "hundred":
            self.open, self.step, self.last = self.open * value, self.step * value, kind
            return True
        if value >= self.scale:
            return False
        if value == 12.0 and self.open > 100:  # three hundred and two dozens
            self.total, self.open = self.total + self.open - self.open % 100, self.open % 100
        self.total, self.open, self.step = self.total + self.open * value, 0.0, self.step * value
        self.last, self.scale = kind, value
        return True

    @property
    def value(self) -> float:
        return self.total + self.open


def whole(sentence: Sentence, i: int, is_part: IsPart) -> tuple[Sum, int] | None:
    """The whole number that begins at word `i`, and the word after it; None where there is none."""
    total, k = Sum(), i
    if sentence.form(i) in ("a", "an") and sentence.form(i + 1) in numerals.MULTIPLIERS:
        total.take("unit", 1.0, 1.0)
        k += 1
    while (end := next_part(sentence, k, total, is_part)) is not None:
        k = end
    return (total, k) if k > i and total.last else None


def next_part(sentence: Sentence, k: int, total: Sum, is_part: IsPart) -> int | None:
    """Past the next part of a cardinal, taken into `total`; None at its end."""
    joined = int(_joins(sentence, k, total.last))
    at = k + joined
    word = sentence.at(at)
    if word.kind != LETTERS:
        if total.last == "digits" and _closes_quotation(sentence, at):  # $5.6" billion
            return next_part(sentence, at + 1, total, is_part)
        return _next_digits(sentence, k, total, joined)
    kind, value = numerals.kind_of(word.form)
    if not kind:
        return None
    if joined and sentence.form(k) == "and":
        if kind != "ten" and is_part(sentence, at):
            return None
        if word.form == "one" and sentence.form(at + 1) in ("of", "other"):
            return None
    elif kind == "ten" and (joined or (total.last and names_part(sentence, at))):
        return None
    return at + 1 if total.take(kind, value, value if kind == "ten" else 1.0) else None


def _closes_quotation(sentence: Sentence, i: int) -> bool:
    """Whether a quotation closes between a number and its scale, as in the words "$5.6" billion."""
    return sentence.at(i).text in numerals.QUOTES and numerals.MULTIPLIERS.get(sentence.form(i + 1), 0.0) >= 1000.0


def _next_digits(sentence: Sentence, k: int, total: Sum, joined: int) -> int | None:
    at = k + joined
    if total.last and sentence.at(at).glued and not joined:
        return None
    read = digits(sentence, at, bare=bool(total.last))
    if read is None:
        return None
    scaled = sentence.form(read.end) in numerals.MULTIPLIERS
    if total.last and not joined and not scaled:
        return None
    if joined and (sentence.form(k) == "-" or not read.value < 100 or scaled):
        return None
    return read.end if total.take("digits", read.value, read.step) else None


def _joins(sentence: Sentence, k: int, last: str) -> bool:
    """Whether word `k` is an "and" or a hyphen within a number."""
    if sentence.form(k) == "and":
        return last in ("hundred", "scale")
    return sentence.form(k) == "-" and bool(last) and (last == "ten" or sentence.form(k + 1) in numerals.MULTIPLIERS)


def names_part(sentence: Sentence, i: int) -> bool:
    """Whether tens at `i` begin the name of a part: three TWENTY-FIFTHS."""
    k = i + 2 if sentence.form(i + 1) == "-" else i + 1
    form = sentence.form(k)
    return form.endswith("s") and numerals.ORDINALS.get(form[:-1], 99.0) < 10
