"""The unit or currency of a number in another language, before it or behind it."""

from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.numbers import amount
from reader.compare.figures.languages.tokens import form
from reader.compare.figures.quantities.units import Unit
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.dataclass import dataclass
from reader.lexicon import load

_SHORT = frozenset(["m", "g", "l", "t", "C"])
"""Signs that are letters too: written against the number, or before no other word."""
_ORDINALS = frozenset(map(form, load("figures/common")["ordinals"]["forms"]))


@dataclass(frozen=True, slots=True)
class Measure:
    """The words `first` up to `end` of a number with its unit; `factor` turns tenths into per cent."""

    first: int
    end: int
    unit: str = ""
    dimension: str = "count"
    rate: str = ""
    factor: float = 1.0


def measure(sentence: Sentence, n: Amount, is_range: bool, g: Grammar) -> Measure:
    """The number with its unit, its currency, or the ending that makes it an ordinal."""
    if (money := _money_before(sentence, n.first, g)) is not None:
        behind = _unit(sentence, n.end, n, g)
        if behind is not None and behind[0].dimension == "money":  # $1,500 pesos
            return _rated(sentence, Measure(money[1], behind[1], behind[0].name, "money"), g)
        return _rated(sentence, Measure(money[1], n.end, money[0].name, "money"), g)
    if g.around.magnitude.before(sentence, n.first) is not None and 0 < n.high < 10.5:
        return Measure(n.first, _past(sentence, n.end, g), "magnitude", "magnitude")
    if (scale := g.around.magnitude_after.at(sentence, n.end)) is not None:
        return Measure(n.first, scale[1], "magnitude", "magnitude")
    if g.around.tenths.has(sentence, n.end) and 0 < n.high < 10 and not is_range:
        return Measure(n.first, n.end + 1, "%", "percent", factor=10.0)
    is_hyphened = g.has_other_script and sentence.form(n.end) == "-"
    if is_hyphened and (end := ordinal(sentence, n, g)) > n.end:
        return Measure(n.first, end, "", "ordinal")
    if (found := _unit(sentence, n.end, n, g)) is not None:
        unit, end = found
        return _rated(sentence, Measure(n.first, end, unit.name, unit.dimension), g)
    if (rate := _rate(sentence, n, g)) is not None:
        return rate
    if (end := ordinal(sentence, n, g)) > n.end:
        return Measure(n.first, end, "", "ordinal")
    return Measure(n.first, n.end)


def _money_before(sentence: Sentence, i: int, g: Grammar) -> tuple[Unit, int] | None:
    """The currency whose sign ends just before word `i`, and where the sign begins."""
    found = g.around.money_signs.before(sentence, i)
    if found is None or (sentence.glued(found[1]) and sentence.at(found[1] - 1).kind == LETTERS):
        return None
    return found


def _rate(sentence: Sentence, n: Amount, g: Grammar) -> Measure | None:
    """2,9 a cada 100 mil: so many of a round number."""
    for k in (n.end, n.end + 1, n.end + 2):
        per = g.around.per.at(sentence, k)
        base = amount(sentence, per[1], g) if per is not None else None
        if base is not None and base.low >= 100 and base.low == base.high:
            return Measure(n.first, base.end, f"per {base.low:,.0f}", "rate")
    return None


def _past(sentence: Sentence, k: int, g: Grammar) -> int:
    found = g.around.magnitude_after.at(sentence, k)
    return found[1] if found is not None else k


def _unit(sentence: Sentence, k: int, n: Amount, g: Grammar) -> tuple[Unit, int] | None:
    """The unit that begins at word `k`, with what may stand between: a hyphen, "of" behind a scale, "多" in Chinese."""
    starts = [k]
    if sentence.form(k) == "-" and sentence.at(k + 1).kind == LETTERS:
        starts.append(k + 1)
    if (n.scale > 1 or n.about or n.vague) and (of := g.nouns.of.at(sentence, k)) is not None:
        starts.append(of[1])
    if g.is_chinese and (behind := g.around.modifiers_after.at(sentence, k)) is not None:
        starts.append(behind[1])
    for start in starts:
        found = g.around.units.at(sentence, start) or _sign(sentence, start, g)
        if found is not None:
            return found
    return None


def _sign(sentence: Sentence, k: int, g: Grammar) -> tuple[Unit, int] | None:
    found = g.around.signs.at(sentence, k)
    if found is None:
        return None
    following = sentence.at(found[1])
    if following.kind != "sign" and sentence.glued(found[1]) and sentence.at(found[1] - 1).kind == LETTERS:
        return None
    if sentence.at(k).text in _SHORT and not sentence.glued(k) and following.kind == LETTERS:
        return None
    if sentence.at(k).text == "$" and following.kind == DIGITS and sentence.glued(found[1]):
        return None
    return found


def _rated(sentence: Sentence, one: Measure, g: Grammar) -> Measure:
    """The measure with what it is told for: a day, an hour."""
    found = g.around.rates.at(sentence, one.end)
    if found is None or one.dimension in ("percent", "duration"):
        return one
    return Measure(one.first, found[1], one.unit, one.dimension, found[0])


def ordinal(sentence: Sentence, n: Amount, g: Grammar) -> int:
    """Past the ending that makes digits an ordinal: 84ème, 3º, 20-е; the end of the number without one."""
    if not n.in_digits or n.low != int(n.low) or n.end != n.first + 1 or n.low > 1000:
        return n.end
    k = n.end + (g.has_other_script and sentence.form(n.end) == "-" and sentence.glued(n.end + 1))
    if sentence.glued(k) and sentence.form(k) in _ORDINALS and not sentence.at(k).text.isupper():
        return k + 1
    following = sentence.at(n.end + 1)
    is_dotted = g.numerals.dotted and sentence.form(n.end) == "." and sentence.glued(n.end)
    if is_dotted and following.kind == LETTERS and following.form not in g.nouns.functions:
        return n.end + 1
    return n.end
