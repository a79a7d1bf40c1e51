"""The window's icons: blank until the first frame is painted, for qtawesome costs as much as Qt's own start."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets
from PySide6.QtGui import QAction, QIcon, QPixmap

from reader.paths import shipped
from reader.ui import theme
from reader.ui.actions.specs import ACTIONS

SIZE = 20
PREFIX, FONT = "mdi6", "materialdesignicons6-webfont"
_AT_ONCE = 8
"""Types of Qt made in one piece; 0.1 ms each."""


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(shipped("resources") / "icons" / "parallax.svg"))


def blank() -> QIcon:
    """Room for an icon to come."""
    pixmap = QPixmap(SIZE, SIZE)
    pixmap.fill("transparent")
    return QIcon(pixmap)


def loading(arrived: Callable[[Any], object]) -> Iterator[Callable[[], object]]:
    """The icon library's loading in pieces for the window's own thread, the last of which hands it to `arrived`.

    It imports all of Qt by `*`, and PySide makes each of those types when it is first named. On a worker's thread that
    has met the window painting, and ended the program; in one piece it would hold the window up.
    """
    for module in (QtCore, QtGui, QtWidgets):
        names = dir(module)
        for at in range(0, len(names), _AT_ONCE):
            yield partial(_name, module, names[at : at + _AT_ONCE])
    for module_name in ("qtpy", "qtpy.QtCore", "qtpy.QtGui", "qtpy.QtWidgets", "qtawesome"):
        yield partial(import_module, module_name)
    font: list[Any] = []
    yield lambda: font.append(_font())
    yield lambda: font[0].icon(next(row.icon for row in ACTIONS if row.icon))
    yield lambda: arrived(font[0])


def _font() -> Any:
    """The one set of icons that the window uses: by itself the library reads eleven, which a packed program lacks."""
    package = import_module("qtawesome")
    fonts = Path(str(package.__file__)).parent / "fonts"
    names = [next(fonts.glob(f"{FONT}-*{suffix}")).name for suffix in (".ttf", ".json")]
    return import_module("qtawesome.iconic_font").IconicFont((PREFIX, *names))


def _name(module: ModuleType, names: Iterable[str]) -> None:
    for name in names:
        getattr(module, name, None)


def dress(actions: Mapping[str, QAction], font: Any) -> None:
    """Give every action its icon, in the theme's colours."""
    now = theme.current()
    for row in ACTIONS:
        if row.icon:
            colours = {"color": now["text"], "color_disabled": now.faint("muted", 0.55)}
            actions[row.id].setIcon(font.icon(row.icon, **colours))
