"""How a vote went: 158 votes to 131, 158 in favour and 129 against."""

from collections.abc import Sequence

from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import Sentence
from reader.lexicon import load, sets

_WORDS = sets(load("claims")["ballots"])

_TABLE = load("scopes")["ballots"]
_SIDES = sets(_TABLE)
_FOR, _AGAINST, _HOUSES = _SIDES["for"], _SIDES["against"], _SIDES["houses"]


def side(sentence: Sentence, found: Sequence[ParsedQuantity], k: int) -> str:
    """Which side of a vote a count is of: "for", "against", or neither."""
    reading = found[k]
    end = reading.end + (sentence.form(reading.end) in _VOTES)
    pair = {sentence.form(end), sentence.form(end + 1)}
    if not _WORDS["voting"] & {w.form for w in sentence.words}:
        return ""
    if pair & _AGAINST and _tally(sentence, found[k - 1 : k]):
        return "against"
    if sentence.form(end) == "to" and k + 1 < len(found) and found[k + 1].first == end + 1 and end > reading.end:
        return "for"
    if k > 0 and sentence.form(reading.first - 1) == "to" and sentence.form(reading.first - 2) in _VOTES:
        return "against" if found[k - 1].end == reading.first - 2 else ""
    return "for" if sentence.form(end) == "in" and sentence.form(end + 1) in _FOR else ""


_VOTES = frozenset(["votes", "vote"])


def _tally(sentence: Sentence, before: Sequence[ParsedQuantity]) -> bool:
    """Whether the count before is one of votes: 158 in favour AND 129 against."""
    if not before:
        return False
    end = before[0].end + (sentence.form(before[0].end) in _VOTES)
    return sentence.form(end) in ("in", "for")


def houses(sentence: Sentence) -> tuple[str, ...]:
    """The chambers that the sentence names: the votes of two are not held against one another."""
    return tuple(sorted({w.form for w in sentence.words} & _HOUSES))
