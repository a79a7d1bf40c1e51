"""How high a river rose, and how much rain fell."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims.measures.measure_scope import MeasureScope, forms
from reader.compare.figures.claims.persons import names_between
from reader.compare.figures.numbers.number import number
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["waters"])

_TABLE = load("scopes")["waters"]
_SETS = sets(_TABLE)
_RIVERS, _RAIN, _SNOW = _SETS["rivers"], _SETS["rain"], _SETS["snow"]
_CRESTED, _ROSE = frozenset(_TABLE["crested"]), frozenset(_TABLE["rose"])
_NO_HEIGHT = frozenset(_TABLE["other"])


def water(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """The level that a river reached, or the depth of the rain that fell; by the names of the sentence."""
    return _rain(sentence, reading) or _level(sentence, reading)


def _level(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """The river rose to 5.8 metres, the Tarne peaked at 6.1 metres; not by how much, nor above what."""
    if sentence.form(reading.first - 1) not in _WORDS["before_height"] or sentence.form(reading.end) in _NO_HEIGHT:
        return None
    before = forms(sentence, reading.first - 5, reading.first)
    crested = bool(_CRESTED & set(before))
    rose = bool(_ROSE & set(before)) and bool(_RIVERS & {w.form for w in sentence.words[: reading.first]})
    if not crested and not rose:
        return None
    names = tuple(n for n in names_between(sentence, 1, reading.first) if n not in _RIVERS)
    lake = "lake" if "lake" in before else ""
    return MeasureScope("level", lake, "level of the water", clear=not _NO_HEIGHT & set(before), names=names)


def _rain(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """90 mm of rain in twelve hours: told apart by the hours."""
    if sentence.form(reading.end) != "of":
        return None
    what = sentence.form(reading.end + 1)
    fallen = "rain" if what in _RAIN else "snow" if what in _SNOW else ""
    if not fallen:
        return None
    fell = not set(forms(sentence, 0, reading.first)) & _TO_COME
    fell = fell and not any(sentence.form(i) in ("at", "on") for i in range(reading.end, len(sentence.words)))
    first = max((i for i in range(reading.first) if sentence.form(i) in _CLAUSES), default=0) + 1
    names = names_between(sentence, first, len(sentence.words))
    return MeasureScope("fell", fallen, f"{fallen} that fell", _within(sentence), clear=fell, names=names, main=True)


_CLAUSES = _WORDS["clauses"]
_TO_COME = frozenset(_TABLE["to_come"])


def _within(sentence: Sentence) -> tuple[str, ...]:
    """Within how many hours or days it fell, where that is said: in 12 hours, in twelve hours."""
    for i, word in enumerate(sentence.words):
        if word.form in _WORDS["spans"]:
            return (f"{_value(sentence, i - 1)} {lexicon.lemma(word.form)}".strip(),)
    return ()


def _value(sentence: Sentence, i: int) -> str:
    found = number(sentence, i)
    return f"{found.low:g}" if found is not None else ""
