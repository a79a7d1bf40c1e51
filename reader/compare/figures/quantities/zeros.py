"""A count of nought: no one, none, no casualties."""

from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities.reading import Reading
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load

_NO_ONE = frozenset(load("scopes")["negatives"]["forms"])


def none(sentence: Sentence, i: int) -> Reading | None:
    """No one, none; "no" before what is counted ("no casualties") is told apart where scopes are read."""
    form = sentence.form(i)
    if form in ("no", "none", "nobody", "zero") or (form == "no" and sentence.form(i + 1) in ("one", "-")):
        if form == "zero":
            return None
        if form == "no":
            return _no(sentence, i)
        if form == "none" and sentence.form(i + 1) == "of" and sentence.form(i + 2) not in ("the", "them", "those"):
            return None
        return Reading(i, i + 1, i, i + 1, 0.0, 0.0, 1.0)
    return None


_UNCOUNTED_NO = numerals.GRAMMAR["no_count"]


_ZERO_NOUNS = frozenset(
    f
    for c in ("killed", "injured", "casualties", "missing", "detained", "hospitalised", "survived")
    for f in load("scopes")["predicates"][c].get("nouns", [])
    if " " not in f
) | frozenset(
    ["people", "person", "passengers", "children", "civilians", "soldiers", "officers", "staff", "damage"]
) - {"damage", "toll", "lives"}


def _no(sentence: Sentence, i: int) -> Reading | None:
    """No one, no casualties, no dead or wounded, no injuries."""
    if sentence.form(i + 1) == "one" or (sentence.form(i + 1) == "-" and sentence.form(i + 2) == "one"):
        end = i + 2 if sentence.form(i + 1) == "one" else i + 3
        return Reading(i, end, i, end, 0.0, 0.0, 1.0)
    if sentence.form(i + 1) in _UNCOUNTED_NO:
        return None
    if sentence.form(i + 1) in _ZERO_NOUNS or (
        sentence.form(i + 2) in _ZERO_NOUNS and sentence.at(i + 1).kind == LETTERS
    ):
        return Reading(i, i + 1, i, i + 1, 0.0, 0.0, 1.0)
    return None
