"""Text from outside as one line that nothing obeys: no control code, no escape, no mark that turns a line around."""

import unicodedata

_JOINERS = "\u200c\u200d"
"""Persian, Hindi and others are misspelt without them, and they do nothing else."""


def plain(text: str) -> str:
    """`text` on one line as a terminal may be given it; a byte of a name that is no UTF-8 stands as `\\xff`."""
    return "".join(map(_shown, text)) if not text.isprintable() else text


def lines(text: str) -> str:
    """The same, with its lines kept."""
    return "\n".join(map(plain, text.split("\n")))


def _shown(character: str) -> str:
    if character.isprintable() or character in _JOINERS:
        return character
    code = ord(character)
    if 0xDC80 <= code <= 0xDCFF:  # how Python has a byte of a file's name that it cannot decode
        return f"\\x{code - 0xDC00:02x}"
    if 0xD800 <= code <= 0xDFFF:
        return f"\\u{code:04x}"
    return "" if unicodedata.category(character) == "Cf" else " "
