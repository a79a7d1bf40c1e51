"""What looks like a figure in another language and is none: designations, scores, addresses, telephone numbers."""

from reader.compare.figures.languages.grammar import Grammar
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
    if g.language != "zh" or g.around.designations.before(sentence, i) is None:
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
    if word.glued and before.kind == LETTERS and _is_latin(before.text) and before.text[-1] not in "'’":
        return True
    if word.glued and before.form == "-" and sentence.glued(i - 1) and sentence.at(i - 2).kind == LETTERS:
        return True
    if before.text in _NUMBER_SIGNS or (before.text in "°º" and before.text and sentence.form(i - 2) == "n"):
        return True
    if (named := g.around.designations.before(sentence, i)) is not None:
        return sentence.at(i - 1).kind == LETTERS or named[1] == i - 1
    is_letter = len(before.text) == 1  # the A 8
    is_name = before.kind == LETTERS and before.text[:1].isupper() and (is_letter or not before.text.isupper())
    is_led = not is_letter and sentence.form(i - 2) in g.nouns.functions  # "die Linke 69" has 69 seats
    return is_name and i >= 2 and not word.glued and not is_led and _stands_alone(sentence, i, g)


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
