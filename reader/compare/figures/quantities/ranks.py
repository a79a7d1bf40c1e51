"""Superlatives, which make a rank of an ordinal before them: the third-largest maker, the second most populous town."""

from reader.lexicon import load, sets

_TABLE = sets(load("figures")["ordinals"])
_SHORTEST = 6


def is_superlative(form: str) -> bool:
    """Whether the word is one: largest, most, best; not harvest."""
    ends = form.endswith("est") and len(form) >= _SHORTEST and form not in _TABLE["no_superlatives"]
    return ends or form in _TABLE["superlatives"]
