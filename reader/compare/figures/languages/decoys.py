"""What looks like a figure in another language and is none: designations, telephone numbers, words that only may be
numbers.
"""

from reader.compare.figures.languages import nouns
from reader.compare.figures.languages.amount import Amount
from reader.compare.figures.languages.grammar import Grammar
from reader.compare.figures.languages.measure_words import Noun
from reader.compare.figures.languages.measures import Measure
from reader.compare.figures.languages.numbers import amount
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence

_NUMBER_SIGNS = frozenset(["#", "№", "nº", "Nº"])
_QUOTES = frozenset('"“”„«»')


def past(sentence: Sentence, i: int, g: Grammar) -> int:
    """Past the digits at word `i` where they are no figure; `i` itself where they may be one."""
    word = sentence.at(i)
    if word.kind != DIGITS:
        return _numbered(sentence, i, g)
    if _is_named(sentence, i, g) or _is_dialled(sentence, i):
        return i + 1
    return i


def _numbered(sentence: Sentence, i: int, g: Grammar) -> int:
    """Past 第三: a number that is a name, in Chinese signs."""
    if not g.is_chinese or g.around.designations.before(sentence, i) is None:
        return i
    found = amount(sentence, i, g)
    return found.end if found is not None else i


def _is_named(sentence: Sentence, i: int, g: Grammar) -> bool:
    """Covid-19, G20, S&P 500, número 3, Windows 10."""
    before, word = sentence.at(i - 1), sentence.at(i)
    if before.text in _QUOTES and sentence.at(i + 1).text in _QUOTES and word.glued and sentence.glued(i + 1):
        return True
    if g.has_other_script and before.kind == LETTERS and before.text.isascii() and before.text[:1].isupper():
        return not g.around.money_signs.before(sentence, i) and not _is_year_like(word.text)
    if _is_against_letters(sentence, i):
        return True
    if before.text in _NUMBER_SIGNS or (before.text in "°º" and before.text and sentence.form(i - 2) == "n"):
        return True
    if (named := g.around.designations.before(sentence, i)) is not None:
        return sentence.at(i - 1).kind == LETTERS or named[1] == i - 1
    return _follows_a_name(sentence, i, g)


def _is_against_letters(sentence: Sentence, i: int) -> bool:
    """G20, Covid-19."""
    before, word = sentence.at(i - 1), sentence.at(i)
    if word.glued and before.kind == LETTERS and _is_latin(before.text) and before.text[-1] not in "'’":
        return True
    return word.glued and before.form == "-" and sentence.glued(i - 1) and sentence.at(i - 2).kind == LETTERS


def _follows_a_name(sentence: Sentence, i: int, g: Grammar) -> bool:
    """Windows 10, the A 8; not "die Linke 69", which has so many seats."""
    before = sentence.at(i - 1)
    is_letter = len(before.text) == 1
    is_name = before.kind == LETTERS and before.text[:1].isupper() and (is_letter or not before.text.isupper())
    is_led = not is_letter and sentence.form(i - 2) in g.nouns.functions
    return is_name and i >= 2 and not sentence.at(i).glued and not is_led and _stands_alone(sentence, i, g)


def _is_latin(text: str) -> bool:
    """Letters that stand against digits in a designation; Chinese and Arabic ones do so in any figure."""
    return not any("\u0600" <= c <= "\u06ff" or "\u3400" <= c <= "\u9fff" for c in text)


def _stands_alone(sentence: Sentence, i: int, g: Grammar) -> bool:
    """Whether nothing is counted by digits behind a name: Windows 10, Landesstraße 1230."""
    before, following = sentence.at(i - 1), sentence.at(i + 1)
    if g.times.months.has(sentence, i - 1) or before.form in g.nouns.functions or before.form in g.numerals.scales:
        return False
    if g.around.magnitude.before(sentence, i) is not None or g.times.years_before.before(sentence, i) is not None:
        return False
    text = sentence.at(i).text
    if not text.isdecimal() or _is_year_like(text):
        return False
    if following.kind == LETTERS and following.form not in g.nouns.functions:
        return False
    if g.around.signs.has(sentence, i + 1) or (following.text == "." and g.times.months.has(sentence, i + 2)):
        return False
    return not (g.nouns.capital and g.nouns.lemmas.has(sentence, i - 1))


def _is_year_like(text: str) -> bool:
    return text.isdecimal() and len(text) == 4 and 1900 <= int(text) <= 2100


def _is_dialled(sentence: Sentence, i: int) -> bool:
    """A telephone number: +49 30 12345."""
    return sentence.at(i - 1).text == "+" and sentence.glued(i) and sentence.at(i + 1).kind == DIGITS


def is_figure(sentence: Sentence, n: Amount, m: Measure, noun: Noun | None, g: Grammar) -> bool:
    """Whether number words are one here: alone, they want something that they count."""
    if n.in_digits or n.people or n.scale > 1 or n.about or m.dimension != "count" or n.step >= 100:
        return (
            n.in_digits or n.worded not in g.numerals.scarce or m.dimension != "count" or _is_sure(sentence, m.end, g)
        )
    if g.is_chinese:
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
        or _opens_clause(sentence, n, m, g)
    )


def _is_part(sentence: Sentence, n: Amount, m: Measure, g: Grammar) -> bool:
    """Diez de ellos; no date and no clock time in words: el dos de mayo, las dos de la tarde."""
    of = g.nouns.of.at(sentence, m.end)
    if of is None or sentence.at(of[1]).kind != LETTERS or g.times.clock_before.before(sentence, n.first) is not None:
        return False
    return not g.times.months.has(sentence, of[1]) and sentence.form(of[1]) in g.nouns.functions


def _opens_clause(sentence: Sentence, n: Amount, m: Measure, g: Grammar) -> bool:
    """Whether it stands for what was counted before, as the subject of its clause: doce heridos; tres siguen graves."""
    following = sentence.at(m.end)
    if n.low < _TELLING or following.kind != LETTERS or not following.text.islower() or following.glued:
        return False
    if following.form in g.nouns.functions or following.form in g.numerals.cardinals:
        return False
    before = sentence.form(n.first - 1)
    return (
        before in _CLAUSE_SIGNS and g.nouns.of.at(sentence, m.end) is None and not g.times.months.has(sentence, m.end)
    )


_TELLING = 3
"""From which on a number word is no article: uno, dos are met everywhere."""
_CLAUSE_SIGNS = frozenset(["", ",", ";", ":", "(", "“", "„", "«", '"'])


def _is_sure(sentence: Sentence, k: int, g: Grammar) -> bool:
    word = sentence.at(k)
    is_noun = g.nouns.capital and word.kind == LETTERS and word.text[:1].isupper()
    return is_noun or nouns.is_known(sentence, k, g)


def _is_said(sentence: Sentence, n: Amount, g: Grammar) -> bool:
    """Whether a modifier or a "number of" before it says that it is a number."""
    return g.around.modifiers.before(sentence, n.first) is not None or (
        n.low > 2 and nouns.counted(sentence, len(sentence.words), n, g) is not None
    )
