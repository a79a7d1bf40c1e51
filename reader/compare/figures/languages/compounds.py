"""Number words, those of several written as one among them: zweiundzwanzig, duecentomila."""

from functools import lru_cache

from reader.compare.figures.languages.tables import grammar


@lru_cache(maxsize=4096)
def value_of(word: str, language: str) -> float | None:
    """What a folded number word is worth that is added to others, one composed of several too; None for none."""
    n = grammar(language).numerals
    plain_value = n.cardinals.get(word, n.people.get(word))
    if plain_value is not None or not n.inside:
        return plain_value
    return _composed(word, language)


_LONGEST = 60
"""No number word has more letters."""


def _composed(word: str, language: str) -> float | None:
    """Number words written as one: zweiundzwanzig, duecentomila."""
    n = grammar(language).numerals
    if len(word) > _LONGEST:
        return None
    if n.half_inside and word.endswith(n.half_inside) and len(word) > len(n.half_inside):
        whole = _inner(word.removesuffix(n.half_inside), language)
        return whole + 0.5 if whole is not None else None
    thousands = [form for form, value in n.scales.items() if value == 1000]
    for forms, scale in ((thousands, 1000.0), (sorted(n.hundreds, key=len, reverse=True), 100.0)):
        for form in forms:
            before, found, behind = word.partition(form)
            if not found or not (before or behind):
                continue
            left = _inner(before, language) if before else 1.0
            right = _inner(_unjoined(behind, n.joins), language) if behind else 0.0
            if left is not None and right is not None and left < scale > right:
                return left * scale + right
    return _tens(word, language)


def _tens(word: str, language: str) -> float | None:
    """Two and twenty, or twenty-two, in one word."""
    n = grammar(language).numerals
    for form, ten in n.cardinals.items():
        if not 20 <= ten < 100:
            continue
        for join in n.joins:
            if word.endswith(join + form) and (unit := _inner(word.removesuffix(join + form), language)) is not None:
                return ten + unit if 0 < unit < 10 else None
        if word.startswith(form) and (unit := _inner(word.removeprefix(form), language)) is not None and 0 < unit < 10:
            return ten + unit
    return None


def _inner(word: str, language: str) -> float | None:
    return 1.0 if word in grammar(language).numerals.inside else value_of(word, language)


def _unjoined(word: str, joins: frozenset[str]) -> str:
    return next((word.removeprefix(j) for j in joins if word.startswith(j) and len(word) > len(j) + 2), word)
