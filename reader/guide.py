"""The guide: chapters in Markdown that come with the program, each in the reader's language where it is translated."""

import re
from pathlib import Path

from reader import i18n
from reader.dataclass import dataclass
from reader.paths import shipped

ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter of the guide: its title is its first heading."""

    title: str
    path: Path
    language: str

    @property
    def text(self) -> str:
        """The chapter as Markdown."""
        return self.path.read_text(encoding="utf-8")


def chapters(language: str = "") -> list[Chapter]:
    """All chapters in their order, in `language` (by default the one spoken), else in English."""
    folder = shipped("resources") / "guide"
    wanted = (language or i18n.language()).partition("_")[0]
    found = []
    for path in sorted((folder / ENGLISH).glob("*.md"), key=_number):
        translated = folder / wanted / path.name
        spoken = wanted if translated.is_file() else ENGLISH
        found.append(_chapter(translated if spoken == wanted else path, spoken))
    return found


def _number(path: Path) -> int:
    return int(path.name.partition("-")[0])


def _chapter(path: Path, language: str) -> Chapter:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    return Chapter(re.sub(r"^#+\s*", "", first).strip(), path, language)
