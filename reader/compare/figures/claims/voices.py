"""Who says a figure, and as of when, where its sentence tells."""

from reader.compare.figures import lexicon
from reader.compare.figures.tokens import LETTERS, SIGN, Sentence
from reader.lexicon import load, sets
from reader.text.spans import Span

_WORDS = sets(load("claims")["voices"])

_LONGEST = 9
"""Words in what names a source, at most."""
_CREDITING = lexicon.ATTRIBUTIONS - _WORDS["no_credits"]
_WEEKDAYS = frozenset(load("times")["weekdays"])
_MONTHS = frozenset(load("times")["months"])
_AS_OF = frozenset(load("times")["contrasts"]["as_of"].split())
_DAYS = _WEEKDAYS | frozenset(load("times")["contrasts"]["days"].split())
_OPENERS = lexicon.CONJUNCTIONS | lexicon.RELATIVE | lexicon.ADVERBS


def voice(sentence: Sentence, at: int) -> Span | None:
    """Who says the figure at word `at`: "the mayor" of "the mayor said", "police" of "according to police"."""
    found = _credits(sentence)
    return min(found, key=lambda credit: abs(credit[0] - at))[1] if found else None


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


def _credits(sentence: Sentence) -> list[tuple[int, Span]]:
    """The sources that the sentence names, each with where it is named."""
    found = []
    for i, word in enumerate(sentence.words):
        if word.form == "according" and sentence.form(i + 1) == "to":
            span = _ahead(sentence, i + 2)
        elif word.form in _CREDITING:
            span = _behind(sentence, i) or (_ahead(sentence, i + 1) if word.form != "told" else None)
        else:
            continue
        if span is not None:
            found.append((i, span))
    return found


def _behind(sentence: Sentence, verb: int) -> Span | None:
    """The subject before the verb of a credit, back to the sign or the small word that parts it from the rest."""
    first = verb
    while sentence.form(first - 1) in lexicon.AUXILIARY or sentence.form(first - 1) in lexicon.ADVERBS:
        first -= 1
    end = first
    while first > 0 and end - first < _LONGEST and sentence.at(first - 1).kind != SIGN:
        if sentence.form(first - 1) in lexicon.RELATIVE | lexicon.CONJUNCTIONS:
            break
        first -= 1
    while first < end and sentence.form(first) in _OPENERS:
        first += 1
    return _named(sentence, first, end)


def _ahead(sentence: Sentence, first: int) -> Span | None:
    """The source behind "according to" or "said", up to the next sign."""
    end = first
    while end < len(sentence.words) and end - first < _LONGEST and sentence.at(end).kind == LETTERS:
        if sentence.form(end) in _DAYS or sentence.form(end) in lexicon.RELATIVE | {"on"}:
            break
        end += 1
    return _named(sentence, first, end)


def _named(sentence: Sentence, first: int, end: int) -> Span | None:
    """The words as a source, if they name one: letters, and no clause with a verb of its own."""
    words = sentence.words[first:end]
    if not words or any(w.kind != LETTERS for w in words) or any(w.form in lexicon.AUXILIARY for w in words):
        return None
    if all(w.form in lexicon.DETERMINERS or w.form in lexicon.PREPOSITIONS for w in words) or words[0].form == "that":
        return None
    return Span(words[0].start, words[-1].end)
