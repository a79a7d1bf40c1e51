"""About how a name sounds: what the ways of writing it in the Latin alphabet leave the same."""

import re
from functools import cache, lru_cache

from reader.lexicon import load

_TELLTALE = re.compile(r"kh|dh|gh(?!t)|q(?!u)|(?<![aeiou])q|zh|aa|uu")
"""Letters that show a name brought from another alphabet: English words hardly have them."""


@lru_cache(maxsize=16_384)
def sound(word: str) -> str:
    """The sound of a folded word in any of the usual ways to write it."""
    return _heard(word, "sounds")


@lru_cache(maxsize=16_384)
def rough_sound(word: str) -> str:
    """The sound of a folded word, vowels and stops of Arabic that are written now so, now otherwise, made one."""
    return _heard(word.removesuffix("h"), "transliterations")


def shows_transliteration(*words: str) -> bool:
    """Whether one of several folded words is written as a name from another alphabet is."""
    return any(_TELLTALE.search(word) for word in words)


def are_spellings(one: str, other: str) -> bool:
    """Whether two folded words may be spellings of one name, by their sound alone."""
    return sound(one) == sound(other) or (rough_sound(one) == rough_sound(other) and shows_transliteration(one, other))


@cache
def names_of_place(word: str) -> tuple[str, ...]:
    """The other names of the place that a folded word names, at other times or in other languages: "kyiv", "kiev"."""
    return tuple(
        dict.fromkeys(
            other for line in load("names")["places"] if word in line.split() for other in line.split() if other != word
        )
    )


def _heard(word: str, table: str) -> str:
    key = word.replace("'", "")
    for letters, one in load("names")[table].items():
        key = key.replace(letters, one)
    short = "".join(c for n, c in enumerate(key) if n == 0 or c != key[n - 1])
    return short or key
