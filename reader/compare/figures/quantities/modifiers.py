"""Words around a number that say how it is meant: about, more than, or so."""

from reader.compare.comparison import Modifier
from reader.compare.figures.numbers import numerals
from reader.compare.figures.tokens import Phrases, Sentence, spelled
from reader.lexicon import load

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
_NOT_BEFORE_OVER = numerals.GRAMMAR["not_over"]


def before(sentence: Sentence, i: int) -> tuple[Modifier, int]:
    """What the words that end just before `i` make of the number, and where they begin; NONE and `i` without any."""
    at = i
    for _ in range(3):
        form, length = sentence.phrase_before(at, _BEFORE_PHRASES)
        if length and not _misread(sentence, form, at - length):
            return _BEFORE[form], at - length
        _form, skipped = sentence.phrase_before(at, _SKIPPED)
        if not skipped:
            break
        at -= skipped
    return Modifier.NONE, i


def _misread(sentence: Sentence, form: str, first: int) -> bool:
    """Whether the words only look like a modifier: "killed in about", "all over 12 ..."."""
    previous = sentence.form(first - 1)
    if form == "over":
        return previous in _NOT_BEFORE_OVER
    if form in ("above", "below", "under", "beyond"):
        return previous in ("the", "from")
    return False


def after(sentence: Sentence, i: int) -> tuple[Modifier, int]:
    """What the words that begin at `i` make of the number before them, and the word after; NONE and `i` without any."""
    form, length = sentence.phrase(i, _AFTER_PHRASES)
    if (
        not length
        or (form == "plus" and not (sentence.glued(i) or sentence.form(i - 1) == "-"))
        or (form == "+" and not sentence.glued(i))
    ):
        return Modifier.NONE, i
    if form == "+" and sentence.at(i + 1).kind == "digits":
        return Modifier.NONE, i
    return _AFTER[form], i + length
