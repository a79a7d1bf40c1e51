"""A count of nought: none of the 30, no casualties, nobody was hurt."""

from reader.compare.figures.numbers import numerals
from reader.compare.figures.quantities.parsed_quantity import ParsedQuantity
from reader.compare.figures.tokens import LETTERS, Phrases, Sentence
from reader.lexicon import load, sets

_TABLE = sets(load("figures")["none"])
_PREDICATES = load("scopes")["predicates"]
_FORMS, _OF = _TABLE["forms"], _TABLE["of"]
_NOUNS = (
    frozenset(f for c in _TABLE["classes"] for f in _PREDICATES[c].get("nouns", []) if " " not in f)
    | frozenset(_TABLE["nouns"]) - _TABLE["no_nouns"]
)
_SAID = Phrases([form for c in _TABLE["said"] for form in _PREDICATES[c]["forms"]])
_SUFFERED, _HAPPENED = _TABLE["suffered"], _TABLE["happened"]
_UNCOUNTED_NO = numerals.GRAMMAR["no_count"]
_NEAR = 5
"""How many words behind "nobody" what befell nobody is said."""


def none(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """None of them, no casualties; "no one" and "nobody" only where it is said what befell nobody."""
    form = sentence.form(i)
    if form == "no":
        return _no(sentence, i)
    if form not in _FORMS:
        return None
    if form == "none":
        if sentence.form(i + 1) == "of" and sentence.form(i + 2) not in _OF and sentence.at(i + 2).kind == LETTERS:
            return None
        return _nought(i, i + 1)
    return _nought(i, i + 1) if _is_said(sentence, i + 1) else None


def _nought(first: int, end: int) -> ParsedQuantity:
    return ParsedQuantity(first, end, first, end, 0.0, 0.0, 1.0)


def _is_said(sentence: Sentence, i: int) -> bool:
    """Whether the verb behind tells what befell nobody: nobody WAS HURT, and not: nobody knows."""
    return any(
        sentence.form(k) in _HAPPENED or (sentence.form(k - 1) in _SUFFERED and sentence.phrase(k, _SAID)[1])
        for k in range(i, i + _NEAR)
    )


def _no(sentence: Sentence, i: int) -> ParsedQuantity | None:
    """No one hurt, no casualties, no dead or wounded, no injuries."""
    k = i + 1 + (sentence.form(i + 1) == "-")
    if sentence.form(k) == "one":
        return _nought(i, k + 1) if _is_said(sentence, k + 1) else None
    if sentence.form(i + 1) in _UNCOUNTED_NO:
        return None
    if sentence.form(i + 1) in _NOUNS or (sentence.form(i + 2) in _NOUNS and sentence.at(i + 1).kind == LETTERS):
        return _nought(i, i + 1)
    return None
