"""When a page was made or a line written, as a machine or an editor put it there: no figure of what the page tells."""

from collections.abc import Sequence

from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import DIGITS, Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("figures")["stamps"])
_MOMENTS = frozenset(["date", "clock"])


def without_stamps(sentence: Sentence, found: Sequence[ParsedQuantity]) -> list[ParsedQuantity]:
    """The figures but for the times that only stamp: 1 May 2019 11:30 2019-05-01T10:38:07Z, Updated 2:55 p.m. PT:"""
    at = {one.end: n for n, one in enumerate(found) if one.dimension in _MOMENTS}
    dropped: set[int] = set()
    digits = (i for i, word in enumerate(sentence.words) if word.kind == DIGITS)
    for start in (i for i in digits if past_machine_time(sentence, i) > i):
        while (n := at.get(start)) is not None:  # what stands right before it, and before that
            dropped.add(n)
            start = found[n].first
    dropped |= _behind_the_word(sentence, found)
    return [one for n, one in enumerate(found) if n not in dropped]


def past_machine_time(sentence: Sentence, i: int) -> int:
    """Past a date and time as machines write them, 2019-09-01T10:38:07.190Z; `i` where none begins there."""
    if sentence.at(i).kind != DIGITS or not sentence.form(i + 1) == "-" == sentence.form(i + 3):
        return i
    if not (sentence.form(i + 5) == "t" and sentence.glued(i + 5) and sentence.at(i + 6).kind == DIGITS):
        return i
    end = i + 1
    while sentence.glued(end) and (sentence.at(end).kind != "sign" or sentence.glued(end + 1)):
        end += 1
    return end


def _behind_the_word(sentence: Sentence, found: Sequence[ParsedQuantity]) -> set[int]:
    """The times that open a sentence behind "Updated" alone, up to a colon or its end."""
    k = 1 + (sentence.form(1) in _WORDS["updates"])
    if sentence.form(k - 1) not in _WORDS["updates"]:
        return set()
    here: set[int] = set()
    for n, one in enumerate(found):
        if one.dimension not in _MOMENTS or any(sentence.form(i) not in _WORDS["between"] for i in range(k, one.first)):
            break
        here.add(n)
        k = one.end
    while sentence.form(k) in _WORDS["between"] - _WORDS["ends"]:
        k += 1
    return here if sentence.form(k) in _WORDS["ends"] else set()
