"""Number words as values: "86", "eighty-six" and "sechsundachtzig" are one number."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from reader.lexicon import load
from reader.text.folding import folded

_TWENTIES = (60, 80)
"""Tens that French counts on from up to nineteen: soixante-douze."""


@cache
def numerals(code: str) -> Mapping[str, int]:
    """The folded number words of a language, by its ISO 639-1 code, below a hundred; those of several as one, too."""
    found: dict[str, int] = {word: int(value) for word, value in load("numerals").get(code, {}).items()}
    table = _of_figures(code)
    if table:
        plain = {
            folded(form): int(value)
            for value, forms in table["cardinals"].items()
            if _is_small(value)
            for form in forms
            if " " not in form
        }
        found |= plain
        if table["words"].get("inside"):
            found |= _composed(plain, table["words"])
    return found


def scarce(code: str) -> frozenset[str]:
    """The folded number words of a language that mostly mean something else where they stand alone."""
    return frozenset(map(folded, _of_figures(code).get("words", {}).get("scarce", ())))


def ones(code: str) -> frozenset[str]:
    """The folded words of a language that are articles mostly, and count one behind tens."""
    return frozenset(map(folded, _of_figures(code).get("ones", {}).get("1", ())))


def _of_figures(code: str) -> Mapping[str, Any]:
    """The table by which figures of a language are read; empty where there is none, or where words are not spaced."""
    return load(f"figures/{code}") if code in load("numerals")["of_figures"]["languages"].split() else {}


def _is_small(value: str) -> bool:
    return value.isdigit() and 1 < int(value) < 100


def _composed(plain: Mapping[str, int], words: Mapping[str, list[str]]) -> dict[str, int]:
    """Two and twenty, or twenty-two, in one word."""
    tens = {form: value for form, value in plain.items() if value >= 20}
    units = {form: value for form, value in plain.items() if value < 10} | {folded(one): 1 for one in words["inside"]}
    return {
        form: ten + unit
        for ten_form, ten in tens.items()
        for unit_form, unit in units.items()
        for form in _written(ten_form, unit_form, words.get("and", ()))
    }


def _written(ten: str, unit: str, joins: list[str] | tuple[str, ...]) -> Iterator[str]:
    yield ten + unit
    yield from (unit + folded(join) + ten for join in joins)


def together(first: int, second: int, between: str) -> int | None:
    """The number that two number words are which stand beside each other; None where they are two numbers."""
    hyphen = between == "-"
    if hyphen and (first, second) == (4, 20):  # quatre-vingts
        return 80
    if not (hyphen or between.isspace()) or first % 10 or not (10 if hyphen else 20) <= first < 100:
        return None
    most = 20 if hyphen and first in _TWENTIES else 10
    return first + second if 0 < second < most else None
