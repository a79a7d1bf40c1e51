"""Numbers in another language: digits, number words, scales, halves, and what is told vaguely."""

from dataclasses import replace

from reader.compare.figures.languages import chinese
from reader.compare.figures.languages.amount import Amount, step_of
from reader.compare.figures.languages.compounds import value_of
from reader.compare.figures.languages.digits import plain
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.sums import Sum
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
    if g.is_chinese:
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


def _cardinal(sentence: Sentence, i: int, g: Grammar) -> Amount | None:
    """A whole number in words, digits or both, with halves behind it."""
    taken = Sum(g)
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


def _begin(sentence: Sentence, i: int, g: Grammar, taken: Sum) -> int | None:
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


def _next(sentence: Sentence, k: int, g: Grammar, taken: Sum) -> int | None:
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
    if sentence.at(at).kind == DIGITS:
        return _digits_within(sentence, at, g, taken)
    scale, end = _scale(sentence, at, g)
    if scale and (at == k or sentence.form(k) == "-"):
        return end if taken.multiply(scale) else None
    return _next_word(sentence, at, g, taken, joined)


def _next_word(sentence: Sentence, at: int, g: Grammar, taken: Sum, joined: bool) -> int | None:
    """Past a number word that is no scale, taken into the number; `joined`: "and" or a hyphen stands before it."""
    n, word = g.numerals, sentence.at(at)
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


def _digits_within(sentence: Sentence, at: int, g: Grammar, taken: Sum) -> int | None:
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


def _takes_half(sentence: Sentence, end: int, g: Grammar, taken: Sum) -> bool:
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
