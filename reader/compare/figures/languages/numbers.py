"""Numbers in another language: digits, number words, scales, halves, and what is told vaguely."""

from dataclasses import replace
from functools import lru_cache

from reader.compare.figures.languages import chinese
from reader.compare.figures.languages.amount import Amount, step_of
from reader.compare.figures.languages.digits import plain
from reader.compare.figures.languages.grammar import Grammar, grammar
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load

_NUMBER_OF = {"tens": 10.0, "dozens": 12.0, "hundreds": 100.0, "thousands": 1_000.0}
_SHORT_SCALES: dict[str, float] = {
    form: float(value) for value, forms in load("figures/common")["short_scales"].items() for form in forms
}
_MONEY_SIGNS = frozenset("€$£")
_SEVERAL = "several"


def amount(sentence: Sentence, i: int, g: Grammar) -> Amount | None:
    """The number that begins at word `i`, as long as it goes, or None."""
    if g.language == "zh":
        return chinese.amount(sentence, i, g)
    word = sentence.at(i)
    if (
        word.text in ("-", "−", "–")
        and sentence.glued(i + 1)
        and sentence.at(i + 1).kind == DIGITS
        and (not word.glued or sentence.at(i - 1).text in "([")
    ):
        found = _cardinal(sentence, i + 1, g)
        return replace(found, first=i, low=-found.low, high=-found.high) if found is not None else None
    if word.kind not in (DIGITS, LETTERS):
        return None
    return _cardinal(sentence, i, g) or _vague(sentence, i, g)


class _Sum:
    """A number being read: what is done, what may still be multiplied, and the step of its last part."""

    def __init__(self, g: Grammar) -> None:
        self._g = g.numerals
        self.total = self.open = 0.0
        self.step = 1.0
        self.scale = float("inf")
        self.is_begun = self.in_digits = self.is_about = False

    @property
    def value(self) -> float:
        return self.total + self.open

    def add(self, value: float, joined: bool) -> bool:
        """Take a part that is added; False where it cannot follow."""
        if self.is_begun and not self._fits(value, joined):
            return False
        self.open, self.step, self.is_begun = self.open + value, step_of(value), True
        return True

    def _fits(self, value: float, joined: bool) -> bool:
        rest = self.open % 100
        if value == 0 or value >= self.scale or (self.in_digits and self.open):
            return False
        if not self.open:
            return self.total > 0
        if value < 10:
            return (
                rest == 0
                or (rest % 10 == 0 and rest >= 20 and (joined or not self._g.joins))
                or (rest in (10, 70, 90) and self._g.vigesimal and value >= 7 and joined)
            )
        if value < 20 and self._g.vigesimal and rest in (60, 80):
            return joined
        if value < 100 and self._g.units_first and 0 < rest < 10:
            return joined
        return (rest == 0 and self.open < 1000) if value < 100 else (value < 1000 and self.open % 1000 == 0)

    def twenties(self) -> bool:
        """Four twenties are eighty."""
        if not self._g.vigesimal or self.open % 100 != 4:
            return False
        self.open, self.step = self.open - 4 + 80, 10.0
        return True

    def hundred(self) -> bool:
        """Take the word for a hundred, which multiplies what stands before it."""
        if self.in_digits or self.open >= 100 or self.open == 1:
            return False
        self.open, self.step, self.is_begun = (self.open or 1.0) * 100, 100.0, True
        return True

    def multiply(self, scale: float) -> bool:
        """Take a scale: a thousand, a million, and a million after a thousand."""
        if not self.is_begun or not self.value:
            return False
        if scale > self.scale:  # a thousand million
            self.total, self.open = self.value * scale, 0.0
        elif self.open and scale < self.scale:
            self.total, self.open = self.total + self.open * scale, 0.0
        else:
            return False
        self.step, self.scale = self.step * scale if self.step < scale else scale, scale
        return True


def _cardinal(sentence: Sentence, i: int, g: Grammar) -> Amount | None:
    """A whole number in words, digits or both, with halves behind it."""
    taken = _Sum(g)
    k = _begin(sentence, i, g, taken)
    if k is None:
        return None
    while (end := _next(sentence, k, g, taken)) is not None:
        k = end
    return Amount(
        i, k, taken.value, taken.value, taken.step, about=taken.is_about,
        in_digits=sentence.at(i).kind == DIGITS, scale=taken.scale if taken.total else 1.0,
        worded=sentence.form(i) if k == i + 1 else "", people=sentence.form(i) in g.numerals.people,
    )  # fmt: skip


def _begin(sentence: Sentence, i: int, g: Grammar, taken: _Sum) -> int | None:
    """Past the first part of a number that begins at `i`; None where none does."""
    n, word = g.numerals, sentence.at(i)
    if word.kind == DIGITS:
        read = plain(word.text, g.decimal)
        if read is None:
            return None
        taken.open, taken.step, taken.is_begun, taken.in_digits = read[0], read[1], True, True
        return i + 1
    for value, end in _longest(sentence, i, g):
        return end if taken.add(value, joined=False) else None
    if word.form in n.ones:
        k = i + 1 + (sentence.form(i + 1) == "-")
        scale, end = _scale(sentence, k, g)
        if scale and _is_collective(sentence, k, g):
            taken.open, taken.step, taken.is_begun, taken.is_about = n.ones[word.form] * scale, scale, True, True
            return end
        if scale:
            taken.add(n.ones[word.form], joined=False)
            return end if taken.multiply(scale) else None
        return _begin(sentence, k, g, taken) if sentence.form(k) in n.ones and n.ones[sentence.form(k)] < 1 else None
    if word.form in n.implicit:
        if word.form in n.hundreds:
            return i + 1 if taken.hundred() else None
        taken.add(1.0, joined=False)
        return i + 1 if taken.multiply(n.scales[word.form]) else None
    return None


def _next(sentence: Sentence, k: int, g: Grammar, taken: _Sum) -> int | None:
    """Past the next part of the number, taken into it; None at its end."""
    n = g.numerals
    if (half := n.half.at(sentence, k)) is not None and _takes_half(sentence, half[1], g, taken):
        return half[1]
    at = k
    while sentence.form(at) in n.joins:
        at += 1
    joined = at > k
    if joined and sentence.form(k) != "-" and g.around.between.before(sentence, k - 1) is not None:
        return None  # between two and three
    word = sentence.at(at)
    if word.kind == DIGITS:
        return _digits_within(sentence, at, g, taken)
    scale, end = _scale(sentence, at, g)
    if scale and (at == k or sentence.form(k) == "-"):
        return end if taken.multiply(scale) else None
    if word.form in n.hundreds:
        return at + 1 if not taken.in_digits and taken.hundred() else None
    for value, end in _longest(sentence, at, g):
        if value == 20 and joined and taken.twenties():
            return end
        return end if taken.add(value, joined) else None
    if word.form not in n.last or taken.in_digits or not (joined or not n.joins):
        return None
    is_due = (taken.open % 100 >= 20 and taken.open % 10 == 0) or (joined and taken.total and not taken.open)
    return at + 1 if is_due and taken.add(1.0, joined) else None


def _digits_within(sentence: Sentence, at: int, g: Grammar, taken: _Sum) -> int | None:
    """Past digits behind a scale: 2 million 300 thousand."""
    read = plain(sentence.at(at).text, g.decimal)
    if read is None or not taken.total or taken.open or read[0] != int(read[0]):
        return None
    scale, _end = _scale(sentence, at + 1, g)
    is_below = 0 < read[0] * (scale or 1.0) < taken.scale and (scale or read[0] >= 100)
    is_within = scale > taken.scale > read[0]  # 85 mil 900 millones
    if not (is_below or is_within):
        return None
    taken.open, taken.step = read
    taken.in_digits = True
    return at + 1


def _takes_half(sentence: Sentence, end: int, g: Grammar, taken: _Sum) -> bool:
    """Whether half a unit, or half of the last scale, belongs to the number; it is taken then."""
    if taken.open:
        if not (_scale(sentence, end, g)[0] or g.around.units.has(sentence, end)):
            return False
        taken.open, taken.step = taken.open + 0.5, 0.5
        return True
    if not taken.total or taken.scale < 1e6:
        return False
    taken.total, taken.step = taken.total + taken.scale / 2, taken.scale / 2
    return True


def _longest(sentence: Sentence, i: int, g: Grammar) -> list[tuple[float, int]]:
    """The number word at `i`, two words of it before one, as value and end; nothing where there is none."""
    word = sentence.at(i)
    if word.kind != LETTERS:
        return []
    for count in (2, 1):
        written = " ".join(sentence.form(i + n) for n in range(count))
        value = value_of(written, g.language)
        if value is None:
            continue
        if g.numerals.lower and word.text[:1].isupper() and i > 0 and word.form not in g.numerals.implicit:
            return []
        return [(value, i + count)]
    return []


def _scale(sentence: Sentence, k: int, g: Grammar) -> tuple[float, int]:
    """The scale, or the collective counted as one, at word `k`, and the word after its full stop; 0 without."""
    word, n = sentence.at(k), g.numerals
    if word.text in _SHORT_SCALES and sentence.glued(k + 1) and sentence.at(k + 1).text in _MONEY_SIGNS:
        return _SHORT_SCALES[word.text], k + 1
    value = n.scales.get(word.form) or n.collectives.get(word.form) or 0.0
    if not value and (loose := n.vague.at(sentence, k)) is not None and loose[0][0] in _NUMBER_OF:
        return _NUMBER_OF[loose[0][0]], loose[1]
    dotted = value and len(word.form) <= 4 and sentence.form(k + 1) == "." and sentence.glued(k + 1)
    return value, k + 2 if dotted and k + 2 < len(sentence.words) else k + 1


def _is_collective(sentence: Sentence, k: int, g: Grammar) -> bool:
    return sentence.form(k) in g.numerals.collectives


@lru_cache(maxsize=4096)
def value_of(word: str, language: str) -> float | None:
    """What a folded number word is worth that is added to others, one composed of several too; None for none."""
    n = grammar(language).numerals
    plain_value = n.cardinals.get(word, n.people.get(word))
    if plain_value is not None or not n.inside:
        return plain_value
    return _composed(word, language)


_LONGEST = 60
"""No number word has more letters."""


def _composed(word: str, language: str) -> float | None:
    """Number words written as one: zweiundzwanzig, duecentomila."""
    n = grammar(language).numerals
    if len(word) > _LONGEST:
        return None
    if n.half_inside and word.endswith(n.half_inside) and len(word) > len(n.half_inside):
        whole = _inner(word.removesuffix(n.half_inside), language)
        return whole + 0.5 if whole is not None else None
    thousands = [form for form, value in n.scales.items() if value == 1000]
    for forms, scale in ((thousands, 1000.0), (sorted(n.hundreds, key=len, reverse=True), 100.0)):
        for form in forms:
            before, found, behind = word.partition(form)
            if not found or not (before or behind):
                continue
            left = _inner(before, language) if before else 1.0
            right = _inner(_unjoined(behind, n.joins), language) if behind else 0.0
            if left is not None and right is not None and left < scale > right:
                return left * scale + right
    return _tens(word, language)


def _tens(word: str, language: str) -> float | None:
    """Two and twenty, or twenty-two, in one word."""
    n = grammar(language).numerals
    for form, ten in n.cardinals.items():
        if not 20 <= ten < 100:
            continue
        for join in n.joins:
            if word.endswith(join + form) and (unit := _inner(word.removesuffix(join + form), language)) is not None:
                return ten + unit if 0 < unit < 10 else None
        if word.startswith(form) and (unit := _inner(word.removeprefix(form), language)) is not None and 0 < unit < 10:
            return ten + unit
    return None


def _inner(word: str, language: str) -> float | None:
    return 1.0 if word in grammar(language).numerals.inside else value_of(word, language)


def _unjoined(word: str, joins: frozenset[str]) -> str:
    return next((word.removeprefix(j) for j in joins if word.startswith(j) and len(word) > len(j) + 2), word)


def _vague(sentence: Sentence, i: int, g: Grammar) -> Amount | None:
    """Dozens, hundreds of thousands, several hundred."""
    loose = g.numerals.vague.at(sentence, i)
    if loose is None:
        return None
    (name, meant), end = loose
    low, high, step = meant.low, meant.high, step_of(meant.low)
    k = end
    while (of := g.nouns.of.at(sentence, k)) is not None:
        k = of[1]
    if name == _SEVERAL:
        return _several(sentence, i, end, g)
    scale, behind = _scale(sentence, k, g)
    if scale >= 1000 and low < 1000:
        return Amount(i, behind, low * scale, (high + 1) * scale - 1, step * scale, vague=True, open=True, scale=scale)
    return Amount(i, end, low, high, step, vague=True, open=meant.open, scale=max(low / 2, 1.0))


def _several(sentence: Sentence, i: int, end: int, g: Grammar) -> Amount | None:
    """Several hundred: hundreds; several people: three to nine."""
    if (other := g.numerals.vague.at(sentence, end)) is not None and other[0][0] != _SEVERAL:
        found = _vague(sentence, end, g)
        return replace(found, first=i) if found is not None else None
    scale, behind = _scale(sentence, end, g)
    if not scale and sentence.form(end) in g.numerals.hundreds:
        scale, behind = 100.0, end + 1
    if scale:
        return Amount(i, behind, 2 * scale, 10 * scale - 1, scale, vague=True, open=True, scale=scale)
    return Amount(i, end, 3.0, 9.0, 1.0, vague=True)
