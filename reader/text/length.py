"""How long a text is: in words, and in signs where a writing has no spaces between its words."""

import re
from functools import cache

# Thai and Lao, Burmese, Khmer, Japanese and Chinese.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_SIGN = f"[{_UNSPACED}]"
_STRETCH = f"[{_UNSPACED}，。！？、；：「」『』（）《》“”‘’…]+"
_MARKS = "[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]"  # above and below a letter
UNSPACED = frozenset(["zh", "ja", "th", "lo", "km", "my"])
"""The languages written so, by their ISO 639-1 codes: their texts are counted in characters."""


def length_of(text: str) -> int:
    """Stretches between white space, as a newsroom counts words; each sign of a writing without spaces as one."""
    spaced = len(text.split())
    signs = len(_pattern(_SIGN).findall(text)) - len(_pattern(_MARKS).findall(text)) if not text.isascii() else 0
    if not signs:
        return spaced
    return signs + len(_pattern(_STRETCH).sub(" ", text).split())


@cache
def _pattern(written: str) -> "re.Pattern[str]":
    """Compiled when first wanted: sets of many letters take a millisecond each."""
    return re.compile(written)
