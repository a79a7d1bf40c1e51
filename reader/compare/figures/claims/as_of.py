"""As of when a figure holds, where its sentence tells."""

from reader.compare.figures import lexicon
from reader.compare.figures.tokens import SIGN, Sentence
from reader.lexicon import load, sets
from reader.text.spans import Span

_WORDS = sets(load("claims")["as_of"])

_CREDITING = lexicon.ATTRIBUTIONS - _WORDS["no_credits"]
_WEEKDAYS = frozenset(load("times")["weekdays"])
_MONTHS = frozenset(load("times")["months"])
_AS_OF = frozenset(load("times")["contrasts"]["as_of"].split())
_DAYS = _WEEKDAYS | frozenset(load("times")["contrasts"]["days"].split())


def as_of(sentence: Sentence, at: int) -> Span | None:
    """As of when the figure at word `at` holds: "as of Monday", "by late Thursday", "said on Friday"."""
    found = []
    for i, word in enumerate(sentence.words):
        if (word.form in _AS_OF and _dates(sentence, i)) or (word.form == "on" and sentence.form(i - 1) in _CREDITING):
            end = _moment_end(sentence, i + 1)
            if end > i + 1:
                first = sentence.words[i - 1] if sentence.form(i - 1) == "as" else word
                found.append((abs(i - at), Span(first.start, sentence.words[end - 1].end)))
        elif word.form in _DAYS and sentence.form(i - 1) in _CREDITING:
            found.append((abs(i - at), Span(word.start, word.end)))
    return min(found)[1] if found else None


def _dates(sentence: Sentence, i: int) -> bool:
    """Whether a small word puts a date to a count: AS OF Monday, BY Friday, UNTIL late Sunday."""
    return sentence.form(i) in ("by", "until") or sentence.form(i - 1) == "as"


def _moment_end(sentence: Sentence, i: int) -> int:
    """The word behind a day or a date that begins at `i`, a few small words allowed before it; `i` where none does."""
    for k in range(i, i + 4):
        form = sentence.form(k)
        if form in _DAYS:
            return k + 1
        if form in _MONTHS and sentence.at(k).text[:1].isupper():
            return k + 2 if sentence.form(k + 1).isdecimal() else k + 1
        if sentence.at(k).kind == SIGN:
            break
    return i
