"""Numbers as they are written, in digits or words, and what they are worth."""

from dataclasses import replace

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.digits import digits
from reader.compare.figures.numbers.loose import ordinal, vague
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence


def number(sentence: Sentence, i: int) -> Number | None:
    """The number that begins at word `i`, as long as it goes, or None."""
    word = sentence.at(i)
    if word.kind == LETTERS:
        if word.form in ("minus", "negative"):
            return _negative(sentence, i)
        return vague(sentence, i) or _part(sentence, i) or ordinal(sentence, i) or _cardinal(sentence, i)
    if word.text in ("-", "−") and sentence.glued(i + 1) and sentence.at(i + 1).kind == DIGITS and not word.glued:
        return _negative(sentence, i)
    if word.kind == DIGITS or word.text == "." or word.text in numerals.GLYPHS:
        return ordinal(sentence, i) or _part(sentence, i) or _cardinal(sentence, i)
    return None


def _negative(sentence: Sentence, i: int) -> Number | None:
    found = number(sentence, i + 1) if sentence.form(i + 1) not in ("-", "minus", "negative") else None
    if found is None or found.kind not in ("cardinal", "fraction"):
        return None
    return replace(found, first=i, low=-found.low, high=-found.high)


class _Sum:
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


def _cardinal(sentence: Sentence, i: int) -> Number | None:
    """A whole number, in words, digits or both, with what may follow it: decimals in words, "and a half"."""
    total, k = _Sum(), i
    in_digits = sentence.at(i).kind != LETTERS
    if sentence.form(i) in ("a", "an") and sentence.form(i + 1) in numerals.MULTIPLIERS:
        total.take("unit", 1.0, 1.0)
        k += 1
    while (part := _next_part(sentence, k, total)) is not None:
        k = part
    if k == i or not total.last:
        return None
    found = Number(i, k, total.value, total.value, total.step, in_digits=in_digits)
    return _with_fraction(sentence, _with_decimals(sentence, found), total.scale)


def _next_part(sentence: Sentence, k: int, total: _Sum) -> int | None:
    """Past the next part of a cardinal, taken into `total`; None at its end."""
    joined = int(_joins(sentence, k, total.last))
    at = k + joined
    word = sentence.at(at)
    if word.kind != LETTERS:
        if total.last and word.glued and joined == 0:
            return None
        read = digits(sentence, at, bare=bool(total.last))
        if (
            read is None
            or (total.last and not joined and sentence.form(read.end) not in numerals.MULTIPLIERS)
            or (
                joined
                and (sentence.form(k) == "-" or not read.value < 100 or sentence.form(read.end) in numerals.MULTIPLIERS)
            )
        ):
            return None
        return read.end if total.take("digits", read.value, read.step) else None
    kind, value = numerals.kind_of(word.form)
    if joined and sentence.form(k) == "and" and kind != "ten" and _part(sentence, at) is not None:
        return None
    if kind == "ten" and not joined and total.last and _names_part(sentence, at):
        return None
    if not kind or (joined and sentence.form(k) == "-" and kind not in ("unit", "hundred", "scale")):
        return None
    if (
        kind == "unit"
        and joined
        and sentence.form(k) == "and"
        and sentence.form(at) == "one"
        and sentence.form(at + 1) in ("of", "other")
    ):
        return None
    return at + 1 if total.take(kind, value, value if kind == "ten" else 1.0) else None


def _joins(sentence: Sentence, k: int, last: str) -> bool:
    """Whether word `k` is an "and" or a hyphen within a number."""
    if sentence.form(k) == "and":
        return last in ("hundred", "scale")
    return sentence.form(k) == "-" and bool(last) and (last == "ten" or sentence.form(k + 1) in numerals.MULTIPLIERS)


def _names_part(sentence: Sentence, i: int) -> bool:
    """Whether tens at `i` begin the name of a part: three TWENTY-FIFTHS."""
    k = i + 2 if sentence.form(i + 1) == "-" else i + 1
    form = sentence.form(k)
    return form.endswith("s") and numerals.ORDINALS.get(form[:-1], 99.0) < 10


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
    value = n.low + float("0." + spelled)
    return replace(n, end=k, low=value, high=value, step=10.0 ** -len(spelled))


def _unit_follows(sentence: Sentence, k: int) -> bool:
    at = k + 2 if sentence.form(k + 1) == "-" else k + 1
    return numerals.kind_of(sentence.form(at))[0] == "unit"


def _with_fraction(sentence: Sentence, n: Number, scale: float) -> Number:
    """Three and a half; 2½; a million and a half, of a million; one billion and a quarter million."""
    if sentence.at(n.end).text in numerals.GLYPHS and n.in_digits:
        value = n.low + numerals.GLYPHS[sentence.at(n.end).text]
        return replace(n, end=n.end + 1, low=value, high=value, step=0.5)
    if sentence.form(n.end) != "and":
        slash = _part(sentence, n.end) if n.in_digits and sentence.at(n.end).kind == DIGITS else None
        if slash is not None and slash.kind == "fraction" and 0 < slash.low < 1:
            return replace(n, end=slash.end, low=n.low + slash.low, high=n.low + slash.low, step=slash.low)
        return n
    part = _part(sentence, n.end + 1)
    if part is None or sentence.form(n.end + 1) == "half":
        return n
    if part.kind != "fraction":
        return (
            replace(n, end=part.end, low=n.low + part.low, high=n.low + part.low, step=part.low)
            if part.low < scale != float("inf")
            else n
        )
    whole = part.low if part.low >= 1 or scale in (float("inf"), 12.0) else part.low * scale
    return replace(n, end=part.end, low=n.low + whole, high=n.low + whole, step=whole)


_SMALL_PARTS = frozenset([2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128])


def _part(sentence: Sentence, i: int) -> Number | None:
    """A fraction: two thirds, a quarter, half, 3/4, one in three; and a fraction of a scale: half a million."""
    found = _glyph(sentence, i) or _slashed(sentence, i) or _out_of(sentence, i) or _named_part(sentence, i)
    return None if found is None else _of_scale(sentence, found)


def _glyph(sentence: Sentence, i: int) -> Number | None:
    value = numerals.GLYPHS.get(sentence.at(i).text)
    return None if value is None else Number(i, i + 1, value, value, value, "fraction")


def _slashed(sentence: Sentence, i: int) -> Number | None:
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
    if int(bottom.text) not in _SMALL_PARTS or (int(top.text), int(bottom.text)) == (9, 11):
        return None
    value = int(top.text) / int(bottom.text)
    return Number(i, i + 3, value, value, value, "fraction", in_digits=True)


def _out_of(sentence: Sentence, i: int) -> Number | None:
    """One in three, one out of 10."""
    top, k = _small(sentence, i), i + 1
    if top is None:
        return None
    if sentence.form(k) == "out" and sentence.form(k + 1) == "of":
        k += 2
    elif sentence.form(k) in ("in", "over"):
        k += 1
    else:
        return None
    whole = _cardinal(sentence, k)
    if (
        whole is None
        or top < 1
        or whole.low < 2
        or (sentence.form(k - 1) == "over" and sentence.at(whole.end).kind == LETTERS)
    ):
        return None
    if sentence.form(k - 1) == "in" and (
        whole.low > 1000 or not top < min(10, whole.low) or sentence.form(whole.end) in numerals.SPANS_OF_TIME
    ):
        return None
    return Number(i, whole.end, top / whole.low, top / whole.low, top / whole.low, "fraction")


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
    if word.form == "quarter" and sentence.form(i + 1) in ("million", "billion", "century", "mile"):
        return Number(i, i + 1, 0.25, 0.25, 0.25, "fraction")
    if word.form in ("a", "an") and sentence.form(i + 1) not in numerals.MULTIPLIERS:
        top, k = 1.0, i + 1
    else:
        whole, k = _Sum(), i
        if word.form in ("a", "an") and whole.take("unit", 1.0, 1.0):
            k += 1
        while (part := _next_part(sentence, k, whole)) is not None:
            k = part
        if k == i or (sentence.at(i).kind == DIGITS and "." in sentence.at(i).text):
            return None
        top = whole.value
    hyphen = sentence.form(k) == "-"
    k += hyphen
    tens = numerals.TENS.get(sentence.form(k), 0.0) if sentence.form(k + 1) == "-" or _names_part(sentence, k) else 0.0
    k += 0 if not tens else 2 if sentence.form(k + 1) == "-" else 1
    name = sentence.form(k)
    bottom = tens + (numerals.PARTS.get(name) or numerals.ORDINALS.get(name.removesuffix("s"), 0.0))
    if (bottom < 3 and name not in numerals.PARTS) or (bottom >= 1e6 and sentence.at(i).kind == DIGITS):
        return None
    plural = name.endswith("s")
    if plural == (top == 1.0) or not (plural or hyphen or _ends_part(sentence, k + 1, name)):
        return None
    return Number(i, k + 1, top / bottom, top / bottom, top / bottom, "fraction")


_AFTER_PART = numerals.GRAMMAR["ends_part"]


def _ends_part(sentence: Sentence, k: int, name: str) -> bool:
    """Whether "a third" is a part here and not one more (a third man)."""
    return sentence.form(k) in _AFTER_PART if name != "half" else True


_NO_HALF_BEFORE = numerals.GRAMMAR["no_half"]


def _half(sentence: Sentence, i: int) -> Number | None:
    before, after = sentence.form(i - 1), sentence.form(i + 1)
    if (
        before in _NO_HALF_BEFORE
        or before == "-"
        or (after == "-" and sentence.form(i + 2) not in numerals.HALVED)
        or after in ("way", "time", "hearted")
    ):
        return None
    return Number(i, i + 1, 0.5, 0.5, 0.5, "fraction")


def _of_scale(sentence: Sentence, n: Number) -> Number:
    """Half a million, a quarter of a million, half a dozen, two thirds of a billion."""
    k = n.end
    k += sentence.form(k) in ("of", "-")
    k += sentence.form(k) in ("a", "an")
    factor = numerals.MULTIPLIERS.get(sentence.form(k))
    if factor is None or factor < 12 or factor == 100:
        return n
    value = n.low * factor
    return Number(n.first, k + 1, value, value, value, "cardinal")
