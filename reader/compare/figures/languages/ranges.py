"""Ranges and fractions in another language: entre 10 y 12, zwei bis drei Millionen, dos tercios."""

from dataclasses import replace

from reader.compare.figures.languages import nouns
from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.numbers import amount
from reader.compare.figures.tokens import Sentence


def one_part(sentence: Sentence, i: int, g: Grammar) -> Amount | None:
    """One third, where "one" is else no number."""
    if g.numerals.ones.get(sentence.form(i)) != 1 or (found := g.around.fractions.at(sentence, i + 1)) is None:
        return None
    return Amount(i, found[1], 1 / found[0], 1 / found[0], 0.01, in_digits=True)


def fraction(sentence: Sentence, n: Amount, g: Grammar) -> Amount | None:
    """A fraction written in words, as "two thirds"; None where none begins here."""
    found = g.around.fractions.at(sentence, n.end)
    if found is None or not 0 < n.low < found[0] or n.low != n.high:
        return None
    value = n.low / found[0]
    return replace(n, end=found[1], low=value, high=value, step=0.01, worded="", in_digits=True)


def ranged(sentence: Sentence, n: Amount, g: Grammar) -> tuple[Amount, bool]:
    """The number together with the other end of its range, and whether it has one."""
    if n.vague:
        return n, False
    around, end = g.around, n.end
    own = around.units.at(sentence, end) or around.signs.at(sentence, end)
    within = around.between.before(sentence, n.first) is not None or (
        sentence.at(n.first - 1).text in ("$", "€", "£") and around.between.before(sentence, n.first - 1) is not None
    )
    for k in (end, own[1] if own is not None else end):
        other = _other_end(sentence, k, within, g)
        if other is None:
            continue
        theirs = around.units.at(sentence, other.end) or around.signs.at(sentence, other.end)
        if k > end and own is not None and (theirs is None or theirs[0].name != own[0].name):
            continue
        spread = other.scale if n.scale == 1.0 and n.low * other.scale < other.low else 1.0
        low = n.low * spread
        if low < other.high and (within or _is_counted(sentence, other, n, g)):
            return replace(other, first=n.first, low=low, step=min(n.step * spread, other.step), worded=""), True
    return n, False


def _other_end(sentence: Sentence, k: int, within: bool, g: Grammar) -> Amount | None:
    """The number that a word or dash at `k` makes the other end of a range; `within`: "between" stands before it."""
    around = g.around
    link = around.between_and.at(sentence, k) if within else None
    is_dash = sentence.at(k).text in ("-", "–", "—") and sentence.glued(k) and sentence.glued(k + 1)
    link = link or around.to.at(sentence, k) or ((True, k + 1) if is_dash else None)
    if link is None:
        return None
    other = amount(sentence, link[1] + (sentence.at(link[1]).text in ("$", "€", "£")), g)
    return None if other is None or other.vague else other


def _is_counted(sentence: Sentence, other: Amount, n: Amount, g: Grammar) -> bool:
    """Whether something is counted behind a range: no score, which is two numbers beside one another too."""
    around = g.around
    return (
        around.from_.before(sentence, n.first) is not None
        or other.scale > 1
        or around.units.has(sentence, other.end)
        or around.signs.has(sentence, other.end)
        or g.nouns.measures.has(sentence, other.end)
        or nouns.is_noun(sentence, other.end, g)
    )
