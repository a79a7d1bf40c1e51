"""One form for words that differ in case, accents or typography only; for comparing, never for showing."""

import unicodedata
from functools import lru_cache

from reader.text.invisible import visible

# Letters that Unicode does not decompose, as the reader of an English page would write them.
_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
        "’": "'", "‘": "'", "ʼ": "'", "′": "'", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
    }
)  # fmt: skip


@lru_cache(maxsize=65_536)
def folded(word: str) -> str:
    """`word` in lower case, without accents and unseen characters, with plain quotation marks and hyphens.

    Its length may differ.
    """
    if word.isascii():
        return word.lower()
    word = visible(word)
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    return bare.translate(_LETTERS)
