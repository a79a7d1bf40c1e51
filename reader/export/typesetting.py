"""The child process that makes a PDF: reads a folder's data.json and template, writes its out.pdf and result.json.

A process of its own, because typst holds the interpreter for stretches that would make a window stutter, and because a
process can be ended when nobody waits for it any more.
"""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import typst

from reader.export.glyphs import Ranges, drawn_by
from reader.export.printable import Drawable, Printable
from reader.export.seals import seals
from reader.i18n import _, ngettext
from reader.paths import shipped

_VERBATIM = frozenset(
    {
        "here",
        "to",
        "fingerprint",
        "relation",
        "verdict",
        "kind",
        "value",
        "language",
        "sections",
        "places",
        "seal",
        "sealed",
        "setter",
    }
)
"""Keys whose values are names, not text."""

_EAST_ASIAN = (("\u2e80", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"), ("\U00020000", "\U0003ffff"))
"""Scripts whose fonts are too large to come with the program."""

_STANDARDS: tuple[list[Any], ...] = (["ua-1", "a-3a"], ["ua-1"], [])
"""Accessible and for archives; accessible; what remains. Typst writes no file that breaks a standard it is held to."""


def main(folder: Path) -> int:
    """Typeset what the folder holds; 0, or 1 with the reason in result.json."""
    data = json.loads((folder / "data.json").read_bytes())
    fonts = shipped("resources") / "fonts"
    data, printable, system = _printable(data, fonts)
    notes = _notes(printable)
    data["notes"] += notes
    whole = folder / "comparison.json"
    data |= {"setter": setter(folder, fonts), **seals(whole.read_bytes() if whole.exists() else b"", data)}
    (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    try:
        lost = _compile(folder, fonts, system, data)
    except typst.TypstError as error:
        _result(folder, error=f"{error.message} {error.diagnostic}", setter=data["setter"])
        return 1
    _result(folder, notice=" ".join([*notes, lost]).strip(), setter=data["setter"])
    return 0


def setter(folder: Path, fonts: Path) -> str:
    """A sum of all that the look of pages depends on besides what they say: templates, colours, fonts, typst itself."""
    found = hashlib.sha256(getattr(typst, "__version__", "").encode())
    for file in sorted(
        (*folder.glob("*.typ"), *folder.glob("*.toml"), *fonts.glob("*.ttf")), key=lambda path: path.name
    ):
        found.update(file.read_bytes())
    return found.hexdigest()


def _compile(folder: Path, fonts: Path, system: bool, data: dict[str, Any]) -> str:
    """Write out.pdf; what its standard had to be given up for, or ""."""
    compiler = typst.Compiler(
        folder / "comparison.typ", root=folder, font_paths=[fonts], ignore_system_fonts=not system
    )
    refused = ""
    for standards in _STANDARDS:
        try:
            compiler.compile(output=folder / "out.pdf", pdf_standards=standards, timestamp=data["timestamp"])
        except typst.TypstError as error:
            if not standards:
                raise
            refused = error.message
        else:
            break
    if "ua-1" in standards:
        return ""
    return _("The PDF was written without the accessibility standard PDF/UA-1: {why}.").format(why=refused)


def _printable(data: Any, fonts: Path) -> tuple[Any, Printable, bool]:
    """The data in characters that can be drawn, what could not be, and whether fonts of this system are needed."""
    ranges = [r for file in sorted(fonts.glob("*.ttf")) for r in drawn_by(file)]
    bundled = Printable(Drawable(ranges))
    mapped = _mapped(data, bundled)
    if not bundled.missing:
        return mapped, bundled, False
    with_system = Printable(Drawable([*ranges, *_system_ranges()]))
    return _mapped(data, with_system), with_system, True


def _system_ranges() -> Ranges:
    found = typst.Fonts(include_system_fonts=True, include_embedded_fonts=False).fonts()
    files = {(font.path, font.index) for font in found if font.path}
    return [r for path, index in files for r in drawn_by(Path(path), index)]


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """The same data with every text changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_mapped(item, change) for item in value]
    if isinstance(value, dict):
        return {key: item if key in _VERBATIM else _mapped(item, change) for key, item in value.items()}
    return value


def _notes(printable: Printable) -> list[str]:
    if not printable.missing:
        return []
    count = len(printable.missing)
    examples = ", ".join(f"U+{ord(c):04X}" for c, _times in printable.missing.most_common(5))
    line = ngettext(
        "{n} character has no glyph in any font here and is shown as its name or as a box ({examples}).",
        "{n} different characters have no glyph in any font here and are shown as names or boxes ({examples}).",
        count,
    )
    said = line.format(n=count, examples=examples)
    if any(first <= character <= last for character in printable.missing for first, last in _EAST_ASIAN):
        wanted = _("Install a font for Chinese, Japanese or Korean, such as Noto Sans CJK, and export again.")
        return [f"{said} {wanted}"]
    return [said]


def _result(folder: Path, notice: str = "", error: str = "", setter: str = "") -> None:
    told = {"notice": notice, "error": error, "setter": setter}
    (folder / "result.json").write_text(json.dumps(told), encoding="utf-8")
