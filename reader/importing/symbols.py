"""What the letters of the fonts Symbol and Wingdings stand for, which are pictures and no letters."""

import re

_FIRST, _SECOND = 0x20, 0xA0
_LOW = " !∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_HIGH = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑"
_SYMBOL = dict(enumerate(_LOW, _FIRST)) | dict(enumerate(_HIGH, _SECOND))
_PICTURES = {0xFC: "✓", 0xFE: "☑", 0xFB: "✗", 0xA8: "☐", 0xE0: "→", 0xDF: "←", 0xF0: "⇒", 0x4A: "☺", 0x4C: "☹"}
UNKNOWN = "•"


_PRIVATE = re.compile("[\uf020-\uf0ff]")


def unprivate(text: str, font: str) -> str:
    """The text with what programs keep for letters of fonts of symbols, from U+F020 on, as the characters shown."""
    return _PRIVATE.sub(lambda found: symbol(ord(found[0]), font or "Symbol"), text)


def symbol(code: int, font: str) -> str:
    """The character that a code (from 0, or from U+F000) shows in a font of symbols."""
    code &= 0xFF
    if font.lower().startswith(("wingdings", "webdings", "zapf")):
        return _PICTURES.get(code, UNKNOWN)
    return _SYMBOL.get(code, UNKNOWN)
