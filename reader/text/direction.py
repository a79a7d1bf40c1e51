"""Which way a text is read: Arabic and Hebrew from right to left, and words of one among words of the other."""

import re
import unicodedata
from collections import Counter

from reader import i18n

_SAMPLE = 2_000
"""As many characters from the beginning tell the direction of a whole text."""
_LEFTWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
"""The blocks of the scripts that are written from right to left, numbers and marks in them too."""
_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"}
"""In these the window would speak from right to left."""
_TO_RIGHT, _TO_LEFT = "\u200e", "\u200f"
"""Marks that nobody sees, which count as a letter of a direction. (Isolates would do more, and not everywhere: an
article could hold one that is never closed, so documents leave them out.)"""


def is_right_to_left(text: str) -> bool:
    """Whether most letters at the beginning of a text are of a script written from right to left."""
    sample = text[:_SAMPLE]
    if _LEFTWARDS.search(sample) is None:
        return False
    directions = Counter(map(unicodedata.bidirectional, sample))
    return directions["R"] + directions["AL"] > directions["L"]


def has_right_to_left(text: str) -> bool:
    """Whether any of a text is of such a script."""
    return not text.isascii() and _LEFTWARDS.search(text) is not None


def isolated(words: str) -> str:
    """Words to stand in a sentence of ours: those of the other direction turn nothing round that stands beside them."""
    return among(words) if words and (_speaks_leftwards() or has_right_to_left(words)) else words


def among(words: str) -> str:
    """Words with a mark of our own direction on either side."""
    mark = _TO_LEFT if _speaks_leftwards() else _TO_RIGHT
    return f"{mark}{words}{mark}"


def _speaks_leftwards() -> bool:
    return i18n.language().partition("_")[0] in _LANGUAGES
