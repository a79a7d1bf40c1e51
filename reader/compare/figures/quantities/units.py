"""Units and currencies: found beside a number, and turned into one another within a dimension."""

from dataclasses import dataclass

from reader.compare.figures.numbers import numerals
from reader.compare.figures.tokens import LETTERS, Phrases, Sentence, spelled
from reader.lexicon import load


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
_PER = frozenset(["a", "an", "per", "each", "every", "/"])
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
                and not (sentence.glued(i) or written in ("Rs", "Rp", "RM", "Tk", "Dh"))
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
    if word.text in ("in.", "l", "L", "g", "K") and not word.glued:
        return None
    if (
        word.text == "m"
        and not word.glued
        and sentence.form(k + 1)
        not in (
            "",
            ".",
            ",",
            ")",
            "x",
            "long",
            "wide",
            "deep",
            "high",
            "tall",
            "above",
            "below",
            "from",
            "of",
            "away",
            "1",
        )
    ):
        return None
    return unit, k + 1


def _named(sentence: Sentence, k: int) -> tuple[Unit, int] | None:
    form, length = sentence.phrase(k, _PHRASES)
    if not length:
        return None
    unit, end = _FORMS[form], k + length
    if form in ("pound", "pounds"):
        unit = _pounds(sentence, end)
    elif (
        (form == "p" and not sentence.glued(k))
        or (
            form in ("real", "dong", "rand", "stone", "marks", "crowns", "block")
            and sentence.at(k - 1).text.isdecimal()
            and len(sentence.at(k - 1).text) < 2
        )
        or (form in ("foot", "feet") and sentence.form(end) in ("soldiers", "patrol", "patrols"))
    ):
        return None
    elif (
        form in ("degree", "degrees", "°")
        and sentence.at(end).text in ("C", "F", "c", "f")
        and not sentence.glued(end + 1)
    ):
        unit, end = UNITS[sentence.at(end).text.upper()], end + 1
    elif form == "percentage" and sentence.form(end) in ("point", "points"):
        return UNITS["percentage point"], end + 1
    return unit, end


_WEIGHED = numerals.GRAMMAR["weighed"]


def _pounds(sentence: Sentence, end: int) -> Unit:
    """Pounds of money, or of mass where the sentence speaks of weight or says of what."""
    of_what = sentence.form(end) == "of" and sentence.form(end + 1) not in (
        "the",
        "public",
        "taxpayers'",
        "aid",
        "debt",
    )
    heavy = of_what or sentence.form(end) == "per" or any(w.form in _WEIGHED for w in sentence.words)
    return Unit("pound", "mass", 0.45359237) if heavy else UNITS["GBP"]


def rate_after(sentence: Sentence, i: int) -> tuple[str, int]:
    """What the unit is reckoned by ("a day", "per barrel"), and the word after it; nothing and `i` without."""
    k = i + 1 if sentence.form(i) == "-" else i
    if sentence.form(k) == "us" and sentence.form(k + 1) in _PER:  # $76 US a barrel
        k += 1
    if sentence.form(k) in _PER:
        at = k + 2 if sentence.form(k + 1) == "-" else k + 1
        if sentence.form(at) in _RATES:
            return sentence.form(at), at + 1
    if sentence.form(k) in ("daily", "annually", "yearly", "monthly", "weekly", "hourly"):
        return {
            "daily": "day",
            "annually": "year",
            "yearly": "year",
            "monthly": "month",
            "weekly": "week",
            "hourly": "hour",
        }[sentence.form(k)], k + 1
    return "", i


def in_base(value: float, unit: str) -> float:
    """The value in the base unit of its dimension; as it stands where the unit is unknown or none."""
    found = UNITS.get(unit)
    return value if found is None else value * found.factor + found.offset


def is_unit(form: str) -> bool:
    """Whether the word is a unit by itself."""
    return form in _FORMS
