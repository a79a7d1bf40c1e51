"""Words around a number that say how it is meant: about, more than, or so."""

from reader.compare.comparison import Modifier
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, Phrases, Sentence, spelled
from reader.lexicon import load, sets

_KINDS = {
    "about": Modifier.ABOUT,
    "almost": Modifier.ALMOST,
    "more_than": Modifier.MORE_THAN,
    "at_least": Modifier.AT_LEAST,
    "up_to": Modifier.UP_TO,
    "less_than": Modifier.LESS_THAN,
}
_BEFORE = {spelled(form): _KINDS[kind] for kind, forms in load("modifiers")["before"].items() for form in forms}
_AFTER = {spelled(form): _KINDS[kind] for kind, forms in load("modifiers")["after"].items() for form in forms}
_SKIPPED = Phrases(load("modifiers")["skipped"]["forms"])
_BEFORE_PHRASES, _AFTER_PHRASES = Phrases(tuple(_BEFORE)), Phrases(tuple(_AFTER))

_USE = load("modifiers")["prepositions"]
_TABLE, _TAKEN_BY = sets(_USE), sets(_USE["taken_by"])
_PREPOSITIONS, _VERTICAL, _POINTING = _TABLE["forms"], _TABLE["vertical"], _TABLE["pointing"]
_LASTING, _PAST = _TABLE["lasting"], _TABLE["past"]
_UP_TO, _MOVING = _TABLE["up_to"], _TABLE["moving"]
_NOUN_ENDINGS = tuple(_USE["noun_endings"])
_LEAST: int = _USE["least"]


def before(sentence: Sentence, i: int, one: ParsedQuantity | None = None) -> tuple[Modifier, int]:
    """What the words that end just before `i` make of the number there (`one`, where it is read already), and where
    they begin; NONE and `i` without any."""
    at = i
    for _ in range(3):
        form, length = sentence.phrase_before(at, _BEFORE_PHRASES)
        if length and not (form in _PREPOSITIONS and _is_preposition(sentence, form, at - length, one)):
            return _BEFORE[form], at - length
        _form, skipped = sentence.phrase_before(at, _SKIPPED)
        if not skipped or length:
            break
        at -= skipped
    return Modifier.NONE, i


def _is_preposition(sentence: Sentence, form: str, first: int, one: ParsedQuantity | None) -> bool:
    """Whether the word says where, when or of what: presided over two briefings, information about two programmes."""
    previous = sentence.form(first - 1)
    if form in _UP_TO:
        return previous in _MOVING
    if form in _TAKEN_BY:
        if one is not None and one.dimension == "duration" and form == "over":
            return previous not in _LASTING and sentence.form(one.end) not in _PAST
        measured = one is not None and one.dimension not in ("count", "money")
        if not measured and (previous in _TAKEN_BY[form] or (form == "about" and _is_noun(previous))):
            return True
    if previous in _POINTING and form in _VERTICAL:
        return True
    return (
        form != "some" and one is not None and one.dimension == "count" and 0 < one.low < _LEAST and one.low == one.high
    )


def _is_noun(form: str) -> bool:
    return len(form) > 6 and form.endswith(_NOUN_ENDINGS)


def after(sentence: Sentence, i: int) -> tuple[Modifier, int]:
    """What the words that begin at `i` make of the number before them, and the word after; NONE and `i` without any."""
    form, length = sentence.phrase(i, _AFTER_PHRASES)
    if (
        not length
        or (form == "plus" and not (sentence.glued(i) or sentence.form(i - 1) == "-"))
        or (form == "+" and not sentence.glued(i))
    ):
        return Modifier.NONE, i
    if form == "+" and sentence.at(i + 1).kind == DIGITS:
        return Modifier.NONE, i
    return _AFTER[form], i + length
