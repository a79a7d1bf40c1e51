"""What a measure, a sum, an age, a year or a clock time is said of."""

from collections.abc import Sequence

from reader.compare.figures import lexicon
from reader.compare.figures.claims.measures.durations import duration
from reader.compare.figures.claims.measures.lengths import length
from reader.compare.figures.claims.measures.measure_scope import MeasureScope, forms
from reader.compare.figures.claims.measures.shares import share
from reader.compare.figures.claims.measures.sums import sum_of
from reader.compare.figures.claims.persons import entities, run_before
from reader.compare.figures.claims.reach import SAME_YEAR
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["measures"])


def measured(sentence: Sentence, found: Sequence[ParsedQuantity], k: int) -> MeasureScope:
    """What the figure `found[k]`, no count, is about."""
    reading = found[k]
    reader = _READERS.get(reading.dimension)
    return reader(sentence, reading) if reader is not None else MeasureScope(label=reading.unit)


def _magnitude(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    near = forms(sentence, reading.first - 10, reading.end + 4)
    after = any(f.startswith("aftershock") for f in near)
    return MeasureScope(
        "magnitude",
        "aftershock" if after else "quake",
        "magnitude of the aftershock" if after else "magnitude of the quake",
        clear=not after,
    )


_DEPTH_AFTER = _WORDS["depth_after"]


def _speed(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    near = frozenset(forms(sentence, reading.first - 8, reading.end + 5))
    for words, label in ((lexicon.GRAMMAR["winds"], "wind speed"), (lexicon.GRAMMAR["speeding"], "speed")):
        if words & near:
            return MeasureScope(
                label,
                "",
                label,
                clear=not lexicon.GRAMMAR["limits"] & set(forms(sentence, reading.first - 5, reading.first)),
            )
    return MeasureScope(label="speed")


def _area(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """What has burned; other areas are of things that are seldom told apart."""
    near = {name for name, _at in lexicon.actions(sentence, reading.first - 6, reading.end + 6)}
    grown = sentence.form(reading.first - 1) in _WORDS["before_spread"] and bool(
        _SPREAD & set(forms(sentence, reading.first - 3, reading.first))
    )
    if grown and _FIRES & set(forms(sentence, 0, reading.first)):
        near.add("burned")
    return (
        MeasureScope("burned", "", "area burned", clear=True) if "burned" in near else MeasureScope(label=reading.unit)
    )


_FIRES = _WORDS["fires"]
_SPREAD = _WORDS["spread"]


def _age(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """Whose age: the name before it (Ann Lee, 34), or behind (34-year-old Ann Lee)."""
    k = reading.first - 2 if sentence.form(reading.first - 1) in (",", "(") else -1
    if k >= 0 and sentence.at(k).text[:1].isupper():
        while sentence.form(k) in _WORDS["generations"]:
            k -= 1
        return MeasureScope(
            "age",
            sentence.form(k),
            f"age of {sentence.at(k).text}",
            clear=True,
            timed=False,
            names=run_before(sentence, k),
        )
    i = reading.end
    names = []
    while sentence.at(i).kind == LETTERS and (sentence.at(i).text[:1].isupper()):
        names.append(sentence.at(i))
        i += 1
    if len(names) >= 2:
        return MeasureScope(
            "age",
            names[-1].form,
            f"age of {names[-1].text}",
            clear=True,
            timed=False,
            names=tuple(w.form for w in names[:-1]),
        )
    return MeasureScope(label="age")


def _year(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """The year of a founding or a birth, by the verb beside it and the names before."""
    for wanted, label in (("founded", "year of the founding"), ("born", "year of birth")):
        close = [at for name, at in lexicon.actions(sentence, reading.first - 5, reading.first) if name == wanted]
        if close and sentence.form(reading.first - 1) in _WORDS["before_years"]:
            return MeasureScope(wanted, "", label, clear=True, timed=False, names=entities(sentence, 0, reading.first))
    return MeasureScope(
        SAME_YEAR,
        str(int(reading.low)),
        "year",
        clear=True,
        timed=False,
        names=entities(sentence, 0, len(sentence.words)),
    )


def _month(_sentence: Sentence, _reading: ParsedQuantity) -> MeasureScope:
    """A month says itself when it is."""
    return MeasureScope(label="month", timed=False)


def _clock(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    near = {name for name, _at in lexicon.actions(sentence, 0, len(sentence.words))}
    words = set(forms(sentence, 0, len(sentence.words)))
    listed = _WORDS["stamps"] & words and not near
    if "liftoff" in near and "struck" not in near:
        return MeasureScope(
            "liftoff", "", "time of the launch", clear=not (listed or _second_time(words) or words & _PLANNED)
        )
    return MeasureScope("struck", "", "clock time", clear="struck" in near and not listed and not _second_time(words))


_PLANNED = lexicon.GRAMMAR["planned"]


def _second_time(words: set[str]) -> bool:
    return bool(words & _WORDS["second_time"])


def _ordinal(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """Which of a row: compared only with the same, as floors and operations are not told apart."""
    noun = sentence.form(reading.end)
    return MeasureScope(
        "ordinal",
        f"{int(reading.low)} {lexicon.lemma(noun)}",
        f"which {noun}",
        clear=sentence.at(reading.end).kind == LETTERS,
    )


def _reference(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    return MeasureScope("reference", reading.unit, f"{reading.unit} referred to", clear=True, timed=False)


_NO_NOUNS = lexicon.PREPOSITIONS | lexicon.AUXILIARY | lexicon.CONJUNCTIONS | lexicon.RELATIVE
_HAUL_VERBS = frozenset(load("scopes")["hauls"]["verbs"])


def _mass(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """How much of a thing was found or seized: 380 kilograms of cocaine."""
    noun = sentence.form(reading.end + 1)
    words = {w.form for w in sentence.words}
    if sentence.form(reading.end) != "of" or noun in lexicon.DETERMINERS or not words & _HAUL_VERBS:
        return MeasureScope(label=reading.unit)
    behind = sentence.at(reading.end + 2)
    if behind.kind == LETTERS and behind.form not in _NO_NOUNS:
        noun = f"{noun} {behind.form}"
    return MeasureScope("haul", noun, f"{noun} found", clear=sentence.at(reading.end + 1).kind == LETTERS)


_READERS = {
    "mass": _mass,
    "magnitude": _magnitude,
    "length": length,
    "speed": _speed,
    "duration": duration,
    "area": _area,
    "percent": share,
    "age": _age,
    "year": _year,
    "month": _month,
    "clock": _clock,
    "reference": _reference,
    "ordinal": _ordinal,
    "money": sum_of,
}
