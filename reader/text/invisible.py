"""The characters that nobody sees and that stand inside words and numbers: soft hyphens, joiners, zero-width spaces."""

INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
"""Them, as a part of a character class of a regular expression."""

_REMOVED = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))


def visible(text: str) -> str:
    """The text without them, for comparing words; offsets into `text` do not fit it."""
    return text if text.isascii() else text.translate(_REMOVED)
