"""One form for words that differ in case, accents or typography only; for comparing, never for showing."""

import unicodedata
from functools import lru_cache
from itertools import filterfalse

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
    return folded_text(word)


def folded_text(text: str) -> str:
    """The same of a text that is too long, or met too seldom, to be remembered."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFKD", visible(text).casefold())
    plain = parted.translate(_LETTERS)
    # Most texts have no accents, quotation marks at most: each letter is asked for once, not wherever it stands.
    if not any(map(unicodedata.combining, set(plain))):
        return plain
    return "".join(filterfalse(unicodedata.combining, plain))
