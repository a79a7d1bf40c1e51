"""The tables of number words, ready for use."""

from typing import Any

from reader.dataclass import dataclass
from reader.lexicon import load, sets


@dataclass(frozen=True, slots=True)
class Number:
    """Words `first` up to `end`, worth `low` (to `high` where vague); `step`: one unit of its last digit."""

    first: int
    end: int
    low: float
    high: float
    step: float
    kind: str = "cardinal"
    """cardinal, ordinal, fraction, ratio (one in five) or vague."""
    open: bool = False
    """Whether the letter of a vague count sets no upper end."""
    in_digits: bool = False


@dataclass(frozen=True, slots=True)
class Vague:
    """What a vague count means: at least `low`, to a reader up to `high`; `open` where the letter sets no upper end."""

    low: float
    high: float
    open: bool


def _floats(name: str) -> dict[str, float]:
    table: dict[str, Any] = load("numbers")[name]
    return {form: float(value) for form, value in table.items()}


UNITS = _floats("units")
TENS = _floats("tens")
MULTIPLIERS = _floats("multipliers")
SUFFIXES = _floats("suffixes")
ORDINALS = _floats("ordinals")
PARTS = _floats("parts")
GLYPHS = _floats("glyphs")
TIMES = _floats("times")
FOLDS = _floats("folds")
VAGUE = {
    form: Vague(float(v["low"]), float(v["high"]), bool(v["open"])) for form, v in load("numbers")["vague"].items()
}

GRAMMAR = sets(load("numbers")["grammar"])
"""Small words around numbers, by what they tell."""
ORDINAL_ENDINGS = GRAMMAR["ordinal_endings"]
QUOTES = GRAMMAR["quotes"]

SPANS_OF_TIME = frozenset(form for unit in load("units")["duration"].values() for form in unit["forms"])
MEASURES = frozenset(
    form
    for dimension, table in load("units").items()
    if dimension != "money"
    for unit in table.values()
    for form in (*unit.get("forms", ()), *unit.get("signs", ()))
)
"""The words and signs of all units but currencies."""

_KINDS: dict[str, tuple[str, float]] = (
    {form: ("unit", value) for form, value in UNITS.items()}
    | {form: ("ten", value) for form, value in TENS.items()}
    | {form: ("scale", value) for form, value in _floats("plurals").items()}
    | {form: ("hundred" if value == 100 else "scale", value) for form, value in MULTIPLIERS.items()}
)


def kind_of(form: str) -> tuple[str, float]:
    """unit, ten, hundred or scale, and its value; nothing for what is no number word."""
    return _KINDS.get(form, ("", 0.0))
