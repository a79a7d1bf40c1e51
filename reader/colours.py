"""The one table of colours, `resources/colours.toml`: what window and documents draw each kind of finding in."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from reader import lexicon
from reader.dataclass import dataclass
from reader.errors import ReaderError
from reader.i18n import _
from reader.paths import Paths, shipped

LIGHT, DARK, HIGH_CONTRAST = "light", "dark", "high-contrast"


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one theme by name, each as "#rrggbb"."""

    theme: str
    dark: bool
    named: dict[str, str]


def file() -> Path:
    """The table as it comes with the program."""
    return shipped("resources") / "colours.toml"


def load(theme: str, path: Path | None = None) -> Colours:
    """The colours of the theme of this name; ReaderError where there is none or the table cannot be read."""
    try:
        table = _table(path or file())
        at = table["themes"].index(theme)
        named = {name: shades[at] for part in ("palette", "marks") for name, shades in table[part].items()}
        return Colours(theme, bool(table["dark"][at]), named)
    except (OSError, KeyError, IndexError, AttributeError, TypeError, ValueError) as error:
        raise ReaderError(_("The theme “{name}” cannot be read.").format(name=theme), str(error)) from error


@lru_cache(maxsize=2)
def _table(path: Path) -> dict[str, Any]:
    """The file as it is written; kept parsed, as the lexicons are."""
    return lexicon.table(path.read_bytes(), Paths.default().lexicon / "colours.json")


def variables(theme: str) -> str:
    """The same as custom properties of a style sheet: "--passage-edge: #7092b1; ..."."""
    return " ".join(f"--{name.replace('_', '-')}: {shade};" for name, shade in load(theme).named.items())
