"""The words of data/lexicon/mastheads.toml as they are compared: folded."""

from functools import cache

from reader.lexicon import load
from reader.text.folding import folded


@cache
def words_of(section: str, name: str) -> frozenset[str]:
    """A list of words, folded."""
    return frozenset(folded(word) for word in load("mastheads")[section][name])


@cache
def months() -> dict[str, int]:
    """The names of months, folded, with their numbers."""
    return {folded(name): number for name, number in load("mastheads")["months"].items()}


@cache
def zones() -> dict[str, int]:
    """The letters of zones, folded, with their minutes east of Greenwich."""
    return {folded(name): minutes for name, minutes in load("mastheads")["zones"].items()}
