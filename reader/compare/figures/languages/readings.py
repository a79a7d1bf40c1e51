"""The figures of one sentence in another language, each with the noun that it counts."""

from dataclasses import replace

from reader.compare.figures.languages import ages, decoys, nouns
from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.digits import has_three_decimals
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.measure_words import Noun
from reader.compare.figures.languages.measures import Measure, measure
from reader.compare.figures.languages.modifiers import about, modified
from reader.compare.figures.languages.moments import moment
from reader.compare.figures.languages.numbers import amount
from reader.compare.figures.languages.ranges import fraction, one_part, ranged
from reader.compare.figures.languages.scores import score
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Sentence
from reader.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class CountedQuantity:
    """A figure within its sentence, and what it counts: the words `noun`, first and end, and their `lemma`, which is
    the same for all forms of the noun and its nearest synonyms ("" where nothing counted stands by).
    """

    reading: ParsedQuantity
    noun: tuple[int, int] | None = None
    lemma: str = ""


def read(sentence: Sentence, g: Grammar) -> list[CountedQuantity]:
    """All figures of the sentence, in order, none within another."""
    found: list[CountedQuantity] = []
    i = least = 0
    while i < len(sentence.words):
        if (past := decoys.past(sentence, i, g)) > i:
            i = past
            continue
        when = moment(sentence, i, g) or score(sentence, i, g)
        if when is not None:
            if when[0] is not None:
                found.append(CountedQuantity(about(sentence, when[0], g) if when[0].dimension == "clock" else when[0]))
            i = least = when[1]
            continue
        one = _figure(sentence, i, least, g)
        if one is None:
            i += 1
            continue
        found.append(one)
        i = least = one.reading.end
    return found


def _figure(sentence: Sentence, i: int, least: int, g: Grammar) -> CountedQuantity | None:
    """The figure whose unit, if it stands before, or whose number begins at word `i`."""
    before = g.around.before_units.at(sentence, i)
    n = one_part(sentence, i, g) or amount(sentence, before[1] if before is not None else i, g)
    if n is None:
        return None
    if before is not None:
        return CountedQuantity(
            ParsedQuantity(i, n.end, n.first, n.end, n.low, n.high, n.step, before[0].name, before[0].dimension)
        )
    if (part := fraction(sentence, n, g)) is not None:
        n = part
    n, last = ranged(sentence, n, g)
    m = measure(sentence, n, last, g)
    n = _in_thousands(sentence, n, m)
    if n.low < 0 and m.dimension == "count":  # a dash before the number, no minus
        n = replace(n, first=n.first + 1, low=-n.high, high=-n.low)
        m = replace(m, first=m.first + 1)
    noun = _noun(sentence, n, m, g)
    if not decoys.is_figure(sentence, n, m, noun, g):
        return None
    reading = ParsedQuantity(
        m.first, m.end, n.first, n.end, n.low * m.factor, n.high * m.factor, n.step * m.factor, m.unit, m.dimension,
        rate=m.rate, ordinal=m.dimension == "ordinal",
    )  # fmt: skip
    reading = ages.aged(sentence, reading, g)
    reading = modified(sentence, reading, n, noun, least, g)
    if noun is None or m.dimension == "ordinal" or reading.dimension == "age":
        return CountedQuantity(reading)
    return CountedQuantity(reading, noun[:2], noun[2])


def _in_thousands(sentence: Sentence, n: Amount, m: Measure) -> Amount:
    """3,500 personas: nobody counts heads or money in thousandths."""
    written = sentence.at(n.first).text
    if n.first + 1 != n.end or n.low != n.high or m.dimension not in ("count", "money"):
        return n
    if not has_three_decimals(written) or n.low == int(n.low) >= 1000:
        return n
    return replace(n, low=round(n.low * 1000), high=round(n.high * 1000), step=max(1.0, n.step * 1000))


def _noun(sentence: Sentence, n: Amount, m: Measure, g: Grammar) -> Noun | None:
    """What is counted; behind a measure only what "of" joins to it: 30 % of the votes."""
    if m.dimension == "count":
        if n.people and not nouns.is_known(sentence, m.end, g):
            return None
        return nouns.counted(sentence, _past_modifier(sentence, m.end, g), n, g)
    if m.dimension in ("age", "ordinal", "clock"):
        return None
    of = g.nouns.of.at(sentence, m.end)
    if of is not None:
        return nouns.behind(sentence, of[1], g)
    is_plain = m.dimension in ("percent", "money") and g.nouns.genitive
    return nouns.behind(sentence, m.end, g) if is_plain or g.nouns.lemmas.has(sentence, m.end) else None


def _past_modifier(sentence: Sentence, k: int, g: Grammar) -> int:
    """Past a modifier between a number and its noun: 40余名."""
    found = g.around.modifiers_after.at(sentence, k)
    return found[1] if found is not None else k
