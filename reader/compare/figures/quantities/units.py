"""Units and currencies: found beside a number, and turned into one another within a dimension."""

from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.number import number
from reader.compare.figures.tokens import DIGITS, LETTERS, Phrases, Sentence, spelled
from reader.dataclass import dataclass
from reader.lexicon import load, sets


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its name, what it measures, and how it becomes the dimension's base (value * factor + offset)."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


COUNT = Unit("", "count")

UNITS: dict[str, Unit] = {}
_FORMS: dict[str, Unit] = {}
_SIGNS: dict[str, Unit] = {}
for _dimension, _table in load("units").items():
    for _name, _entry in _table.items():
        _unit = Unit(_name, _dimension, float(_entry["factor"]), float(_entry.get("offset", 0.0)))
        UNITS[_name] = _unit
        _FORMS.update({spelled(form): _unit for form in _entry.get("forms", ())})
        _SIGNS.update(dict.fromkeys(_entry.get("signs", ()), _unit))

_PHRASES = Phrases(tuple(_FORMS))
_MONEY_SIGNS = {sign.replace(" ", ""): unit for sign, unit in _SIGNS.items() if unit.dimension == "money"}
_USE = load("figures")["units"]
_WORDS = sets(_USE)
_BACK, _BACK_AT_END = _WORDS["back"], _WORDS["back_at_end"]
_PER, _PER_HEADS, _MONEY_LETTERS = _WORDS["per"], _WORDS["per_heads"], _WORDS["money_letters"]
_GLUED_SIGNS, _AFTER_METRES = _WORDS["glued_signs"], _WORDS["after_metres"]
_AFTER_SCALES = _WORDS["after_scales"]
_OTHER_WORDS, _ON_FOOT, _NO_MASS_OF = _WORDS["other_words"], _WORDS["on_foot"], _WORDS["no_mass_of"]
_ADVERBS: dict[str, str] = _USE["adverbs"]
_RATES = numerals.GRAMMAR["rates"]


def money_before(sentence: Sentence, i: int) -> tuple[Unit, int] | None:
    """The currency whose sign ends just before word `i`, and where the sign begins."""
    written = ""
    found = None
    for k in range(i - 1, max(-1, i - 4), -1):
        written = sentence.at(k).text + written
        unit = _MONEY_SIGNS.get(written)
        if unit is not None and (sentence.at(k - 1).kind != LETTERS or not sentence.glued(k)):
            if (
                sentence.at(k).kind == LETTERS
                and len(written) <= 2
                and not (sentence.glued(i) or written in _MONEY_LETTERS)
            ):
                continue
            found = unit, k
    return found


def unit_after(sentence: Sentence, i: int) -> tuple[Unit, int] | None:
    """The unit that begins at word `i`, a hyphen or bracket allowed before it, and the word after it."""
    opened = sentence.form(i) in ("(", "[", "{", "<") and sentence.form(i + 2) in (")", "]", "}", ">")
    if opened:
        inner = unit_after(sentence, i + 1)
        return (inner[0], i + 3) if inner is not None and inner[1] == i + 2 else None
    k = i + 1 if sentence.form(i) == "-" and sentence.at(i + 1).kind == LETTERS else i
    return _sign(sentence, k) or _named(sentence, k)


def _sign(sentence: Sentence, k: int) -> tuple[Unit, int] | None:
    word = sentence.at(k)
    unit = _SIGNS.get(word.text)
    if unit is None or unit.dimension == "money" or (sentence.glued(k + 1) and sentence.at(k + 1).kind != "sign"):
        return None
    if word.text in _GLUED_SIGNS and not word.glued:
        return None
    if word.text == "m" and not word.glued and sentence.form(k + 1) not in _AFTER_METRES:
        return None
    return unit, k + 1


def _named(sentence: Sentence, k: int) -> tuple[Unit, int] | None:
    form, length = sentence.phrase(k, _PHRASES)
    if not length:
        return None
    if sentence.at(k + length - 1).kind == DIGITS and not sentence.glued(k + length - 1):  # 6ft 2 is no area
        form, length = form.rpartition(" ")[0], length - 1
    end = k + length
    if form not in _FORMS or _is_another_word(sentence, k, form, end):
        return None
    if form in ("pound", "pounds"):
        return _pounds(sentence, end), end
    if form in ("degree", "degrees", "°") and _is_scale(sentence, end):
        return UNITS[sentence.at(end).text.upper()], end + 1
    if form == "percentage" and sentence.form(end) in ("point", "points"):
        return UNITS["percentage point"], end + 1
    return _FORMS[form], end


def _is_another_word(sentence: Sentence, k: int, form: str, end: int) -> bool:
    """Whether a word that may be a unit is none here: "p" on its own, "won" as a verb, "on foot"."""
    if form == "p" and not sentence.glued(k):
        return True
    if form in _AFTER_SCALES and not _is_after_scale(sentence, k):
        return True
    if form in ("foot", "feet") and sentence.form(end) in _ON_FOOT:
        return True
    before = sentence.at(k - 1).text
    return form in _OTHER_WORDS and before.isdecimal() and len(before) < 2


def _is_scale(sentence: Sentence, i: int) -> bool:
    return sentence.at(i).text.upper() in ("C", "F") and not sentence.glued(i + 1)


def _is_after_scale(sentence: Sentence, k: int) -> bool:
    """Whether a word that is a verb too tells money: 1.1 trillion won; not "three million won a prize"."""
    return sentence.form(k - 1) in numerals.MULTIPLIERS and sentence.form(k + 1) not in _DETERMINERS


_DETERMINERS = load("figures")["names"]["determiners"]
_WEIGHED = numerals.GRAMMAR["weighed"]


def _pounds(sentence: Sentence, end: int) -> Unit:
    """Pounds of money, or of mass where the sentence speaks of weight or says of what."""
    of_what = sentence.form(end) == "of" and sentence.form(end + 1) not in _NO_MASS_OF
    heavy = of_what or sentence.form(end) == "per" or any(w.form in _WEIGHED for w in sentence.words)
    return Unit("pound", "mass", 0.45359237) if heavy else UNITS["GBP"]


def rate_after(sentence: Sentence, i: int) -> tuple[str, int]:
    """What the unit is reckoned by ("a day", "per barrel"), and the word after it; nothing and `i` without."""
    k = i + 1 if sentence.form(i) == "-" else i
    if sentence.form(k) == "us" and sentence.form(k + 1) in _PER:  # $76 US a barrel
        k += 1
    if sentence.form(k) in _PER:
        at = k + 2 if sentence.form(k + 1) == "-" else k + 1
        if sentence.form(at) in _RATES and not _is_back(sentence, k, at + 1):
            return sentence.form(at), at + 1
        if sentence.form(k) == "per" and (whole := number(sentence, at)) is not None and whole.kind == "cardinal":
            named = unit_after(sentence, whole.end)  # per 100 km, per 1,000 litres
            return (
                (f"{whole.low:,g} {named[0].name}", named[1]) if named is not None else (f"{whole.low:,g}", whole.end)
            )
    if sentence.form(k) in _ADVERBS:
        return _ADVERBS[sentence.form(k)], k + 1
    return "", i


def _is_back(sentence: Sentence, article: int, end: int) -> bool:
    """Whether "a year" says when, not how often: 151 million a year earlier; not "40 crowns a month before the war"."""
    if sentence.form(article) not in ("a", "an"):
        return False
    turned = sentence.form(end)
    return turned in _BACK or (turned in _BACK_AT_END and sentence.at(end + 1).kind not in (LETTERS, DIGITS))


_MOST_BETWEEN = 4
"""Words that may stand between a number and what it is reckoned by: 1.2 road traffic deaths per 100,000."""
_LEAST_HEADS = 10.0


def heads_after(sentence: Sentence, i: int) -> tuple[str, int]:
    """Of how many the count is whose noun begins at `i` ("100,000" of "deaths per 100,000 people"), and the word after;
    nothing and `i` without."""
    for k in range(i, i + _MOST_BETWEEN + 1):
        if sentence.form(k) in _PER_HEADS:
            heads = number(sentence, k + 1)
            one = heads is not None and heads.kind == "cardinal" and heads.low >= _LEAST_HEADS
            return (f"{heads.low:,.0f}", heads.end) if heads is not None and one else ("", i)
        if sentence.at(k).kind != LETTERS:
            break
    return "", i


def in_base(value: float, unit: str) -> float:
    """The value in the base unit of its dimension; as it stands where the unit is unknown or none."""
    found = UNITS.get(unit)
    return value if found is None else value * found.factor + found.offset


def is_unit(form: str) -> bool:
    """Whether the word is a unit by itself."""
    return form in _FORMS
