"""What the words around a number in another language say of it: about, at least, up to, and the like."""

from dataclasses import replace

from reader.compare.comparison import Modifier
from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.measure_words import Noun
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Sentence


def about(sentence: Sentence, one: ParsedQuantity, g: Grammar) -> ParsedQuantity:
    """A clock time with the word before it that says "about"."""
    found = g.around.modifiers.before(sentence, one.first)
    if found is None or found[0] is not Modifier.ABOUT:
        return one
    return replace(one, first=found[1], modifier=found[0])


def _before(sentence: Sentence, first: int, least: int, g: Grammar) -> tuple[Modifier, int]:
    """The modifier before a figure, past a few words that say nothing of it, and where it begins."""
    at = first
    for _round in range(3):
        found = g.around.modifiers.before(sentence, at)
        if found is not None and found[1] >= least and not _has_come_to(sentence, found, g):
            return found
        skipped = g.around.skipped.before(sentence, at)
        if skipped is None or skipped[1] < least:
            break
        at = skipped[1]
    return Modifier.NONE, first


def modified(
    sentence: Sentence, one: ParsedQuantity, n: Amount, noun: Noun | None, least: int, g: Grammar
) -> ParsedQuantity:
    """The figure with the words around it that say how it is meant."""
    around = g.around
    modifier, first = _before(sentence, one.first, least, g)
    end = one.end
    for k in dict.fromkeys((n.end, one.end, noun[1] if noun is not None else one.end)):
        if modifier is Modifier.NONE and (behind := around.modifiers_after.at(sentence, k)) is not None:
            modifier = behind[0]
            end = behind[1] if k <= one.end else end
    if one.low != one.high and not n.vague:
        modifier = Modifier.RANGE
        if (opened := around.between.before(sentence, one.first)) is not None:
            first = opened[1]
    elif modifier is Modifier.NONE and (n.about or n.more):
        modifier = Modifier.ABOUT if n.about else Modifier.MORE_THAN
    if n.vague and modifier in (Modifier.NONE, Modifier.ABOUT):
        modifier = Modifier.VAGUE
    elif n.vague and modifier is not Modifier.RANGE:
        one = replace(one, high=one.low)
    return replace(one, first=min(first, one.first), end=max(end, one.end), modifier=modifier, open=n.open)


def _has_come_to(sentence: Sentence, found: tuple[Modifier, int], g: Grammar) -> bool:
    """Whether "up to" only tells where something has come to: выросло до 30."""
    return found[0] is Modifier.UP_TO and any(g.around.rising.has(sentence, found[1] - n) for n in (1, 2))
