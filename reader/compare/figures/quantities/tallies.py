"""Votes and games, told by two numbers: 348-77, won 3-1, voted 52 to 48."""

from reader.compare.figures import lexicon
from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.quantities.units import unit_after
from reader.compare.figures.tokens import DIGITS, LETTERS, Sentence
from reader.lexicon import load, sets

_TABLE = sets(load("figures")["scores"])
_BEFORE, _OUTCOMES, _VOTES, _VERBS = _TABLE["before"], _TABLE["outcomes"], _TABLE["votes"], _TABLE["verbs"]
_COUNTED = _TABLE["counted"]
_NEAR = 8
"""How many words before "52 to 48" the vote or game may be named."""


def tally(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """The tally or score that begins at word `i`: `low` is its first number, `high` its second; or None."""
    left, link, right, end = sentence.at(i), sentence.form(i + 1), sentence.at(i + 2), i + 3
    if link == "-" and right.form in ("to", "for") and sentence.form(i + 3) == "-":  # a 6-to-3 vote, went 3-for-5
        link, right, end = right.form, sentence.at(i + 4), i + 5
    if right.kind != DIGITS or not (_is_plain(left.text) and _is_plain(right.text)):
        return None
    first, second = int(left.text), int(right.text)
    if link == "-":
        told = _is_hyphened(sentence, i, first >= second)
    else:
        told = link == "for" or (link == "to" and _is_told(sentence, i, first > second, end))
    return _of_event(sentence, i, end, first, second) if told else None


def _is_hyphened(sentence: Sentence, i: int, descends: bool) -> bool:
    """Whether "2-1" is a score and no span: the greater number first, an outcome beside it, or one of several."""
    if not (sentence.glued(i + 1) and sentence.glued(i + 2)) or _goes_on(sentence, i):
        return False
    if descends or _is_outcome(sentence, i + 3) or sentence.form(i - 1) in _BEFORE:
        return True
    return _is_listed(sentence, i)


def _of_event(sentence: Sentence, i: int, end: int, left: float, right: float) -> ParsedQuantity:
    """The tally of a vote, where the sentence speaks of one; else the score of a game."""
    dimension = "tally" if any(w.form in _VOTES for w in sentence.words) else "score"
    return ParsedQuantity(i, end, i, end, float(left), float(right), 1.0, "", dimension)


def counted_tally(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """Five goals to four, 21 points to 17: what is counted stands behind the first number alone."""
    left, right = _small(sentence, i), _small(sentence, i + 3)
    if left is None or right is None or sentence.form(i + 1) not in _COUNTED or sentence.form(i + 2) != "to":
        return None
    if sentence.form(i - 1) == "from" or not left >= right or unit_after(sentence, i + 4) is not None:
        return None
    return ParsedQuantity(i, i + 4, i, i + 4, left, right, 1.0, "", "score")


def tally_in_words(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """Voted nine to two, split eleven to one: behind a word for a vote or a game, before nothing that is counted."""
    left, right = _small(sentence, i), _small(sentence, i + 2)
    if left is None or right is None or sentence.form(i + 1) != "to":
        return None
    behind = sentence.at(i + 3)
    bare = behind.kind != LETTERS or behind.form in _BEHIND
    if not bare or not _is_told(sentence, i, left > right, i + 3):
        return None
    return _of_event(sentence, i, i + 3, left, right)


_BEHIND = (lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.RELATIVE | _OUTCOMES | _VOTES) - {"of"}


def _small(sentence: Sentence, i: int) -> float | None:
    """A whole number of a game, in digits or a word."""
    word = sentence.at(i)
    return float(word.text) if _is_plain(word.text) else numerals.UNITS.get(word.form)


def _is_plain(text: str) -> bool:
    return text.isdecimal() and len(text) <= 3


def _goes_on(sentence: Sentence, i: int) -> bool:
    """Whether the digits are part of something longer: a telephone number, AK-47-8, 3-2 km."""
    before = sentence.at(i - 1)
    if sentence.glued(i) and (before.form in ("-", "/") or before.kind != "sign"):
        return True
    if sentence.form(i + 3) in ("-", "/") and sentence.glued(i + 3) and sentence.at(i + 4).kind == DIGITS:
        return True
    return unit_after(sentence, i + 3) is not None and int(sentence.at(i).text) < int(sentence.at(i + 2).text)


def _is_listed(sentence: Sentence, i: int) -> bool:
    """Whether the two stand in a list of scores: 6-3, 4-6, 7-6, or 6-3 4-6 7-6."""
    listed = (sentence.form(i - 1) == ",", sentence.form(i + 3) == ",")
    for first in (i - 3 - listed[0], i + 3 + listed[1]):
        left, right = sentence.at(first).text, sentence.at(first + 2).text
        scored = sentence.form(first + 1) == "-" and _is_plain(left) and _is_plain(right)
        if scored and int(left) >= int(right):
            return True
    return False


def _is_outcome(sentence: Sentence, k: int) -> bool:
    return sentence.form(k) in _OUTCOMES or (sentence.form(k) in ("in", "on") and sentence.form(k + 1) in _OUTCOMES)


def _is_told(sentence: Sentence, i: int, larger_first: bool, end: int) -> bool:
    """Whether "52 to 48" is a tally: larger first, of no unit, behind a word for a vote or a game."""
    if not larger_first or unit_after(sentence, end) is not None or sentence.form(i - 1) == "from":
        return False
    return _is_outcome(sentence, end) or any(sentence.form(k) in _VERBS for k in range(max(0, i - _NEAR), i))
