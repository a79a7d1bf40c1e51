"""How long something went on: a rule, a sentence, a siege, a debate, the shaking of a quake."""

from reader.compare.figures import lexicon
from reader.compare.figures.claims.measures.measure_scope import MeasureScope
from reader.compare.figures.claims.persons import names_between, person
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["durations"])


def duration(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    before, after = sentence.form(reading.first - 1), sentence.form(reading.end)
    ends = before == "last" and sentence.form(reading.first - 2) in lexicon.AUXILIARY  # the campaign WILL LAST ten days
    if not ends and (after in _FROM_THEN or before in _FRAMES):
        return _later(sentence, reading, after)
    if before in _WORDS["lasted"] or (before == "for" and sentence.form(reading.first - 2) in _LASTED):
        return _lasted(sentence, reading)
    if (served := _service(sentence, reading)) is not None:
        return served
    for wanted, thing, label in _ACTS:
        if any(name == wanted for name, _at in lexicon.actions(sentence, reading.first - 5, reading.end + 3)):
            return MeasureScope("lasted", thing, label, clear=reading.unit in _HOURS)
    return _of_event(sentence, reading)


def _service(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope | None:
    """Years in power or at work, a sentence, a shaking, where the sentence tells of one; None elsewhere."""
    before, after = sentence.form(reading.first - 1), sentence.form(reading.end)
    near = lexicon.actions(sentence, reading.first - 14, reading.end + 6)
    for wanted, label in (
        ("ruled", "time in power"),
        ("felt", "how long the shaking lasted"),
        ("sentenced", "length of the sentence"),
        ("worked", "years of service"),
    ):
        close = [at for name, at in near if name == wanted and not _is_led(sentence, at)]
        if wanted == "felt" and reading.unit not in ("second", "minute"):
            continue
        if close and (before in _WORDS["led"] or (wanted == "sentenced" and after in _WORDS["in_prison"])):
            return _served(sentence, reading, wanted, label)
    return None


def _served(sentence: Sentence, reading: ParsedQuantity, wanted: str, label: str) -> MeasureScope:
    """Of an office, a sentence, a service, a shaking: whose it is, where the sentence says so."""
    if wanted == "sentenced":
        surname, given = person(sentence, reading.first)
        return MeasureScope(wanted, surname, label, clear=bool(surname), names=given, timed=False)
    names = names_between(sentence, 0, reading.first) if wanted in ("ruled", "worked") else ()
    return MeasureScope(wanted, "", label, clear=True, names=names, timed=wanted == "felt")


def _is_led(sentence: Sentence, at: int) -> bool:
    """Whether somebody was led away, and led nothing."""
    return sentence.form(at) == "led" and sentence.form(at - 1) in lexicon.GRAMMAR["be"]


_ACTS = (
    ("deliberated", "deliberations", "length of the deliberations"),
    ("put_out", "fire", "how long the fire burned"),
)
_HOURS = _WORDS["hours"]


_FROM_THEN = _WORDS["from_then"]
_FRAMES = _WORDS["frames"]


def _of_event(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """How long an event with a name took: a 14-hour siege, a debate of 16 hours, 14 hours of debate, the hunt took."""
    behind = sentence.form(reading.end + (sentence.form(reading.end) == "-"))
    if sentence.form(reading.end - 2) == "-" and behind in _LASTING:
        return _lasting(behind)
    before = sentence.form(reading.first - 2)
    if sentence.form(reading.first - 1) == "of" and before in _LASTING:
        return _lasting(before)
    if sentence.form(reading.end) == "of" and sentence.form(reading.end + 1) in _LASTING:
        return _lasting(sentence.form(reading.end + 1))
    if sentence.form(reading.first - 1) in _TAKEN:
        noun = _subject(sentence, reading.first - 1)
        if noun:
            return _lasting(noun)
    return MeasureScope(label=reading.unit)


def _lasting(noun: str) -> MeasureScope:
    return MeasureScope("lasted", noun, f"length of the {noun}", clear=True)


_VERBAL = lexicon.AUXILIARY | lexicon.ADVERBS | lexicon.RELATIVE | {","}
_TAKEN = _WORDS["taken"]
_SUBJECTS = 6
"""How many words may stand between an event and the verb that tells how long it took."""


def _subject(sentence: Sentence, at: int) -> str:
    """The event that the verb at `at` is said of: the campaign WILL last, the campaign, WHICH IS TO take."""
    for k in range(at - 1, max(-1, at - 1 - _SUBJECTS), -1):
        form = sentence.form(k)
        if form in _LASTING:
            return form
        if form not in _VERBAL:
            return ""
    return ""


_LASTED = lexicon.GRAMMAR["lasted"]
_QUAKES = lexicon.GRAMMAR["shaking"]


def _lasted(sentence: Sentence, reading: ParsedQuantity) -> MeasureScope:
    """How long what stands before "lasted" went on; of a bare "it" only seconds and minutes: the shaking."""
    at = next(k for k in range(reading.first - 1, reading.first - 3, -1) if sentence.form(k) in _LASTED)
    noun = next((f for k in range(at - 1, max(-1, at - 4), -1) if (f := sentence.form(k)) in _LASTING | _QUAKES), "")
    words = {w.form for w in sentence.words}
    if reading.unit in ("second", "minute") and (noun in _QUAKES and (noun != "it" or words & (_QUAKES - {"it"}))):
        return MeasureScope("felt", "", "how long the shaking lasted", clear=True)
    if noun in _LASTING:
        return _lasting(noun)
    return MeasureScope(label=reading.unit)


_LASTING = lexicon.GRAMMAR["lasting"]


def _later(sentence: Sentence, reading: ParsedQuantity, after: str) -> MeasureScope:
    if after in _WORDS["later"]:
        verbs = {name for name, _at in lexicon.actions(sentence, 0, len(sentence.words))} & {"returned"}
        if verbs and reading.unit in _WORDS["brief"]:
            return MeasureScope("returned", "", "time until the return", clear=True)
    return MeasureScope(label=reading.unit)
