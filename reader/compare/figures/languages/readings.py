"""The figures of one sentence in another language, each with the noun that it counts."""

from dataclasses import dataclass, replace

from reader.compare.comparison import Modifier
from reader.compare.figures.languages import ages, decoys, nouns
from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.digits import has_three_decimals
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.measures import Measure, measure
from reader.compare.figures.languages.moments import moment
from reader.compare.figures.languages.nouns import Noun
from reader.compare.figures.languages.numbers import amount
from reader.compare.figures.languages.scores import score
from reader.compare.figures.quantities.reading import Reading
from reader.compare.figures.tokens import LETTERS, Sentence


@dataclass(frozen=True, slots=True)
class CountedReading:
    """A figure within its sentence, and what it counts: the words `noun`, first and end, and their `lemma`, which is
    the same for all forms of the noun ("" where nothing counted stands by).
    """

    reading: Reading
    noun: tuple[int, int] | None = None
    lemma: str = ""


def read(sentence: Sentence, g: Grammar) -> list[CountedReading]:
    """All figures of the sentence, in order, none within another."""
    found: list[CountedReading] = []
    i = least = 0
    while i < len(sentence.words):
        if (past := decoys.past(sentence, i, g)) > i:
            i = past
            continue
        when = moment(sentence, i, g) or score(sentence, i, g)
        if when is not None:
            if when[0] is not None:
                found.append(CountedReading(_about(sentence, when[0], g) if when[0].dimension == "clock" else when[0]))
            i = least = when[1]
            continue
        one = _figure(sentence, i, least, g)
        if one is None:
            i += 1
            continue
        found.append(one)
        i = least = one.reading.end
    return found


def _about(sentence: Sentence, one: Reading, g: Grammar) -> Reading:
    """A clock time with the word before it that says "about"."""
    found = g.around.modifiers.before(sentence, one.first)
    if found is None or found[0] is not Modifier.ABOUT:
        return one
    return replace(one, first=found[1], modifier=found[0])


def _figure(sentence: Sentence, i: int, least: int, g: Grammar) -> CountedReading | None:
    """The figure whose unit, if it stands before, or whose number begins at word `i`."""
    before = g.around.before_units.at(sentence, i)
    n = _one_part(sentence, i, g) or amount(sentence, before[1] if before is not None else i, g)
    if n is None:
        return None
    if before is not None:
        return CountedReading(
            Reading(i, n.end, n.first, n.end, n.low, n.high, n.step, before[0].name, before[0].dimension)
        )
    if (part := _fraction(sentence, n, g)) is not None:
        n = part
    n, last = _ranged(sentence, n, g)
    m = measure(sentence, n, last, g)
    n = _in_thousands(sentence, n, m)
    if n.low < 0 and m.dimension == "count":  # a dash before the number, no minus
        n = replace(n, first=n.first + 1, low=-n.high, high=-n.low)
        m = replace(m, first=m.first + 1)
    noun = _noun(sentence, n, m, g)
    if not _is_figure(sentence, n, m, noun, g):
        return None
    reading = Reading(
        m.first, m.end, n.first, n.end, n.low * m.factor, n.high * m.factor, n.step * m.factor, m.unit, m.dimension,
        rate=m.rate, ordinal=m.dimension == "ordinal",
    )  # fmt: skip
    reading = ages.aged(sentence, reading, g)
    reading = _modified(sentence, reading, n, noun, least, g)
    if noun is None or m.dimension == "ordinal" or reading.dimension == "age":
        return CountedReading(reading)
    return CountedReading(reading, noun[:2], noun[2])


def _one_part(sentence: Sentence, i: int, g: Grammar) -> Amount | None:
    """One third, where "one" is else no number."""
    if g.numerals.ones.get(sentence.form(i)) != 1 or (found := g.around.fractions.at(sentence, i + 1)) is None:
        return None
    return Amount(i, found[1], 1 / found[0], 1 / found[0], 0.01, in_digits=True)


def _fraction(sentence: Sentence, n: Amount, g: Grammar) -> Amount | None:
    """Two thirds."""
    found = g.around.fractions.at(sentence, n.end)
    if found is None or not 0 < n.low < found[0] or n.low != n.high:
        return None
    value = n.low / found[0]
    return replace(n, end=found[1], low=value, high=value, step=0.01, worded="", in_digits=True)


def _ranged(sentence: Sentence, n: Amount, g: Grammar) -> tuple[Amount, bool]:
    """The number together with the other end of its range, and whether it has one."""
    around = g.around
    end = n.end
    own = around.units.at(sentence, end) or around.signs.at(sentence, end)
    within = around.between.before(sentence, n.first) is not None or (
        sentence.at(n.first - 1).text in ("$", "€", "£") and around.between.before(sentence, n.first - 1) is not None
    )
    for k in (end, own[1] if own is not None else end):
        link = around.between_and.at(sentence, k) if within else None
        is_sign = sentence.at(k).text in ("-", "–", "—") and sentence.glued(k) and sentence.glued(k + 1)
        link = link or around.to.at(sentence, k) or ((True, k + 1) if is_sign else None)
        if link is None or n.vague:
            continue
        at = link[1] + (sentence.at(link[1]).text in ("$", "€", "£"))
        other = amount(sentence, at, g)
        if other is None or other.vague:
            continue
        theirs = around.units.at(sentence, other.end) or around.signs.at(sentence, other.end)
        if k > end and own is not None and (theirs is None or theirs[0].name != own[0].name):
            continue
        spread = other.scale if n.scale == 1.0 and n.low * other.scale < other.low else 1.0
        low = n.low * spread
        if not low < other.high or (not within and not _is_counted(sentence, other, n, g)):
            continue
        return replace(other, first=n.first, low=low, step=min(n.step * spread, other.step), worded=""), True
    return n, False


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


def _is_figure(sentence: Sentence, n: Amount, m: Measure, noun: Noun | None, g: Grammar) -> bool:
    """Whether number words are one here: alone, they want something that they count."""
    if n.in_digits or n.people or n.scale > 1 or n.about or m.dimension != "count" or n.step >= 100:
        return (
            n.in_digits or n.worded not in g.numerals.scarce or m.dimension != "count" or _is_sure(sentence, m.end, g)
        )
    if g.language == "zh":
        return noun is not None and not (n.low == n.high == 1)
    if n.worded in g.numerals.scarce:
        return _is_sure(sentence, m.end, g)
    if n.vague:
        return noun is not None and nouns.is_noun(sentence, m.end, g)
    return (
        nouns.is_noun(sentence, m.end, g)
        or _is_part(sentence, n, m, g)
        or (not n.worded and noun is not None)
        or _is_said(sentence, n, g)
    )


def _is_part(sentence: Sentence, n: Amount, m: Measure, g: Grammar) -> bool:
    """Diez de ellos; no date and no clock time in words: el dos de mayo, las dos de la tarde."""
    of = g.nouns.of.at(sentence, m.end)
    if of is None or sentence.at(of[1]).kind != LETTERS or g.times.clock_before.before(sentence, n.first) is not None:
        return False
    return not g.times.months.has(sentence, of[1]) and sentence.form(of[1]) in g.nouns.functions


def _is_sure(sentence: Sentence, k: int, g: Grammar) -> bool:
    word = sentence.at(k)
    is_noun = g.nouns.capital and word.kind == LETTERS and word.text[:1].isupper()
    return is_noun or nouns.is_known(sentence, k, g)


def _is_said(sentence: Sentence, n: Amount, g: Grammar) -> bool:
    """Whether a modifier or a "number of" before it says that it is a number."""
    return g.around.modifiers.before(sentence, n.first) is not None or (
        n.low > 2 and nouns.counted(sentence, len(sentence.words), n, g) is not None
    )


def _modified(sentence: Sentence, one: Reading, n: Amount, noun: Noun | None, least: int, g: Grammar) -> Reading:
    """The figure with the words around it that say how it is meant."""
    around, at = g.around, one.first
    modifier, first, end = Modifier.NONE, one.first, one.end
    for _round in range(3):
        found = around.modifiers.before(sentence, at)
        if found is not None and found[1] >= least and not _has_come_to(sentence, found, g):
            modifier, first = found
            break
        skipped = around.skipped.before(sentence, at)
        if skipped is None or skipped[1] < least:
            break
        at = skipped[1]
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
