"""The window's icons, drawn from a font once the first frame is painted; until then there is room for them.

The font and its table of names are QtAwesome's. Its code is not run: it names every type of Qt, and PySide makes each
when it is first named, which takes a tenth of a second and 20 MB.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from reader.paths import shipped
from reader.ui import theme
from reader.ui.actions.specs import ACTIONS

SIZE = 20
_PREFIX, _FONT = "mdi6.", "materialdesignicons6-webfont"
_FILL = 0.875
"""The share of an icon's height that its letter takes, as the icons of the font are drawn for."""


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(shipped("resources") / "icons" / "parallax.svg"))


def blank() -> QIcon:
    """Room for an icon to come."""
    pixmap = QPixmap(SIZE, SIZE)
    pixmap.fill("transparent")
    return QIcon(pixmap)


class IconFont:
    """Icons by the names that commands have for them."""

    def __init__(self) -> None:
        """Read the table, for a program that runs; the window's own thread does it, as with all fonts."""
        self._folder = _folder()
        codes = json.loads(self._file("-charmap-*.json").read_text(encoding="utf-8"))
        wanted = {row.icon for row in ACTIONS if row.icon}
        self._letters = {name: chr(int(codes[name.removeprefix(_PREFIX)], 16)) for name in wanted}
        self._family = ""

    def load(self) -> None:
        """Let Qt read the font."""
        font = QFontDatabase.addApplicationFont(str(self._file("-[0-9]*.ttf")))
        self._family = QFontDatabase.applicationFontFamilies(font)[0]

    def icon(self, name: str, colour: QColor, disabled: QColor) -> QIcon:
        """One icon, in a colour of its own where what it stands for cannot be done."""
        return QIcon(_LetterEngine(self._family, self._letters[name], colour, disabled))

    def _file(self, ending: str) -> Path:
        return next(self._folder.glob(f"{_FONT}{ending}"))


def _folder() -> Path:
    """Where the package has its fonts; to find it is not to import it."""
    found = find_spec("qtawesome")
    assert found is not None  # noqa: S101 - it is a requirement
    assert found.submodule_search_locations  # noqa: S101 - it is a package
    return Path(found.submodule_search_locations[0]) / "fonts"


class _LetterEngine(QIconEngine):
    """Draws a letter of a font as large as an icon is wanted."""

    def __init__(self, family: str, letter: str, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._family, self._letter = family, letter
        self._colour, self._disabled = colour, disabled

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw it into a rectangle."""
        font = QFont(self._family)
        font.setPixelSize(max(1, round(_FILL * rect.height())))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._disabled if mode == QIcon.Mode.Disabled else self._colour)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._letter)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Draw it on nothing."""
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(), size), mode, state)
        painter.end()
        return made


def loading(arrived: Callable[[IconFont], object]) -> Iterator[Callable[[], object]]:
    """The icons' loading in pieces for the window's own thread, the last of which hands them to `arrived`."""
    made: list[IconFont] = []
    yield lambda: made.append(IconFont())
    yield lambda: made[0].load()
    yield lambda: arrived(made[0])


def dress(actions: Mapping[str, QAction], font: IconFont) -> None:
    """Give every action its icon, in the theme's colours."""
    now = theme.current()
    colour, disabled = now["text"], now.faint("muted", 0.55)
    for row in ACTIONS:
        if row.icon:
            actions[row.id].setIcon(font.icon(row.icon, colour, disabled))
