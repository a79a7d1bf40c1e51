"""Numbers in Chinese: signs of their own, 万 and 亿 behind digits too, and digits that are not told (数十)."""

from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.digits import plain
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.tokens import DIGITS, Sentence

_MYRIAD = 10_000.0


def amount(sentence: Sentence, i: int, g: Grammar) -> Amount | None:
    """The number that begins at word `i`: 三万五千, 3万5千, 1.2亿, 十几, 数百万."""
    if (loose := g.numerals.vague.at(sentence, i)) is not None:
        (_name, meant), end = loose
        return Amount(i, end, meant.low, meant.high, 1.0, vague=True, open=meant.open)
    taken, k = _Signs(g), i
    while k < len(sentence.words) and taken.take(sentence, k):
        k += 1
    if k == i or not taken.is_number:
        return None
    low, high = taken.bounds
    in_digits = sentence.at(i).kind == DIGITS
    vague = low != high and not taken.is_pair
    return Amount(
        i, k, low, high, taken.step, vague=vague, open=vague and taken.is_open, in_digits=in_digits,
        scale=taken.scale, more=taken.is_more, worded="" if in_digits or k > i + 1 else sentence.form(i),
    )  # fmt: skip


class _Signs:
    """A number read sign by sign: what is done, the section below the last 万 or 亿, and the digit in hand."""

    def __init__(self, g: Grammar) -> None:
        self._n, self._decimal = g.numerals, g.decimal
        self._low, self._high = [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]  # total, section, digit
        self._has_digit = self._has_some = False
        self._places = 0  # digits behind a decimal point
        self.scale = self.step = 1.0
        self.is_number = self.is_open = self.is_more = self.is_pair = False

    def take(self, sentence: Sentence, k: int) -> bool:
        """Take the sign at `k`; False where it is no part of the number."""
        word = sentence.at(k)
        if word.kind == DIGITS:
            return self._digits(word.text)
        if word.form in self._n.cardinals:
            return self._digit(self._n.cardinals[word.form])
        if word.form in self._n.scales:
            return self._scale(self._n.scales[word.form])
        if word.form in self._n.some:
            return self._some(sentence, k)
        if word.form in self._n.points and self._has_digit and sentence.form(k + 1) in self._n.cardinals:
            self._places = 1
            return sentence.form(k + 2) not in self._n.past_points
        if word.form in self._n.surplus:
            self.is_more = self.is_number and self._n.scales.get(sentence.form(k + 1), 0.0) >= _MYRIAD
            return self.is_more
        if word.form in self._n.over:
            return self._over(sentence, k)
        return self._n.half.has(sentence, k) and self._half()

    @property
    def bounds(self) -> tuple[float, float]:
        return sum(self._low), sum(self._high)

    def _digits(self, written: str) -> bool:
        read = plain(written, self._decimal)
        if read is None or self._has_digit:
            return False
        self._low[2] = self._high[2] = read[0]
        self._has_digit = self.is_number = True
        self.step = read[1]
        return True

    def _digit(self, value: float) -> bool:
        if self._places:
            self.step = 10.0**-self._places
            self._low[2] = self._high[2] = self._low[2] + value * self.step
            self._places += 1
            return True
        if self._has_digit:
            if self._low[2] == self._high[2] == value - 1 > 0 and self.step == 1.0:  # 两三天: two or three
                self._high[2], self.is_pair = value, True
                return True
            if self._low[2] == 0 or not value:  # a nought only holds a place; two digits beside one another are none
                self._low[2] = self._high[2] = value
                return True
            return False
        self._low[2] = self._high[2] = value
        self._has_digit = self.is_number = True
        self.step = 1.0
        return True

    def _some(self, sentence: Sentence, k: int) -> bool:
        """数十, 几百: two to nine of them; 十几: eleven to nineteen."""
        following = sentence.form(k + 1) in self._n.scales
        if self._has_digit or not (following or self.is_number):
            return False
        self._low[2], self._high[2] = (2.0, 9.0) if following else (1.0, 9.0)
        self._has_digit = self._has_some = self.is_number = True
        self.is_open = following
        return True

    def _over(self, sentence: Sentence, k: int) -> bool:
        """上百: a hundred and more."""
        if self.is_number or sentence.form(k + 1) not in self._n.scales or self._n.scales[sentence.form(k + 1)] < 100:
            return False
        self._low[2], self._high[2] = 1.0, 9.0
        self._has_digit = self._has_some = self.is_number = self.is_open = True
        return True

    def _half(self) -> bool:
        """3万半 has half of its scale; a half without a scale belongs to the unit behind."""
        if self.scale < _MYRIAD or self._has_digit or self._low[1]:
            return False
        self._low[0] += self.scale / 2
        self._high[0] += self.scale / 2
        self.step = self.scale / 2
        return True

    def _scale(self, scale: float) -> bool:
        if scale < _MYRIAD:
            if not self._has_digit and (scale != 10 or self._low[1] % 100):
                return False
            for part, top in ((self._low, 1.0), (self._high, 1.0)):
                part[1], part[2] = part[1] + (part[2] if self._has_digit else top) * scale, 0.0
            self._widen(scale)
        else:
            is_due = self._has_digit or self._low[1] or scale > self.scale > 1
            if not self.is_number or not is_due:
                return False
            for part in (self._low, self._high):
                part[0], part[1], part[2] = self._multiplied(part, scale), 0.0, 0.0
            self._widen(scale)
            self.scale = scale
        self.step *= scale
        self._places = 0
        self._has_digit, self.is_number = False, True
        return True

    def _multiplied(self, part: list[float], scale: float) -> float:
        """A myriad times a myriad is 亿: 5千万亿 multiplies all that stands before."""
        return (sum(part)) * scale if self.scale < scale else part[0] + (part[1] + part[2]) * scale

    def _widen(self, scale: float) -> None:
        """几百 reaches to 999, not to 900."""
        if self._has_some and (self._has_digit or scale >= _MYRIAD):
            self._high[0 if scale >= _MYRIAD else 1] += scale - 1
