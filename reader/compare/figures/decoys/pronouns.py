"""Whether a number counts anything: "one" is mostly a pronoun, "a few" and "several" are mostly "some"."""

from reader.compare.comparison import Modifier
from reader.compare.figures.decoys import designations
from reader.compare.figures.numbers import numerals
from reader.compare.figures.numbers.numerals import Number
from reader.compare.figures.quantities import modifiers, units
from reader.compare.figures.tokens import LETTERS, Sentence
from reader.lexicon import load, sets

_ONE_BEFORE, _ONE_AFTER = numerals.GRAMMAR["one_before"], numerals.GRAMMAR["one_after"]
_TABLE = sets(load("figures")["one"])
_BEHIND, _OF, _IS, _OPEN_NAMES = _TABLE["no_modifier_behind"], _TABLE["of"], _TABLE["is"], _TABLE["opens"]
_LOOSE = numerals.GRAMMAR["loose"]
_SAID = frozenset(f for c in _TABLE["said"] for f in load("scopes")["predicates"][c]["forms"] if " " not in f)


def is_count(sentence: Sentence, n: Number) -> bool:
    """Whether the number counts or measures: not "one" the pronoun, no ordinal, no part of a name."""
    if n.kind == "ordinal":
        return False
    if n.kind == "vague":
        return sentence.form(n.end - 1) not in _LOOSE or _is_told(sentence, n)
    if n.end - n.first == 1 and sentence.form(n.first) == "one":
        return _one(sentence, n)
    named = sentence.form(n.first) not in _OPEN_NAMES and designations.is_name(sentence, n.first)
    return not (sentence.at(n.first).kind == LETTERS and named)


def _is_told(sentence: Sentence, n: Number) -> bool:
    """Whether "several" is a figure all the same: several hours, several were killed; not several of them."""
    if sentence.form(n.end) == "of":
        return False
    near = range(n.end, n.end + _NEAR)
    return units.unit_after(sentence, n.end) is not None or any(sentence.form(k) in _SAID for k in near)


_NEAR = 6


def _one(sentence: Sentence, n: Number) -> bool:
    """Whether "one" counts something: one man, at least one, killing one."""
    before, after = sentence.form(n.first - 1), sentence.form(n.end)
    if modifiers.before(sentence, n.first)[0] is not Modifier.NONE and before not in _BEHIND:
        return after != "of"
    if after == "of" and sentence.form(n.end + 1) in _OF:
        return False
    if units.unit_after(sentence, n.end) is not None and before in _IS:
        return True
    if (
        before in _ONE_BEFORE and not (before in ("is", "was") and sentence.form(n.first - 2) == "there")
    ) or after == "of":
        return False
    if before in _SAID or after in _SAID:
        return True
    if after == "-":
        return units.unit_after(sentence, n.end) is not None or (
            sentence.form(n.end + 1) not in _ONE_AFTER and sentence.glued(n.end + 1)
        )
    return sentence.at(n.end).kind == LETTERS and after not in _ONE_AFTER
