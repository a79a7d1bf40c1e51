"""The window's icons: blank until the first frame is painted, for qtawesome costs as much as Qt's own start."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QAction, QIcon, QPixmap

from reader.paths import shipped
from reader.ui import theme
from reader.ui.commands import ACTIONS

SIZE = 20


def app_icon() -> QIcon:
    """The program's own icon."""
    return QIcon(str(shipped("resources") / "icons" / "parallax.svg"))


def blank() -> QIcon:
    """Room for an icon to come."""
    pixmap = QPixmap(SIZE, SIZE)
    pixmap.fill("transparent")
    return QIcon(pixmap)


def load() -> Any:
    """The icon library; slow the first time, and safe to call on a worker's thread."""
    import qtawesome

    return qtawesome


def dress(actions: Mapping[str, QAction], qtawesome: Any) -> None:
    """Give every action its icon, in the theme's colours."""
    now = theme.current()
    for row in ACTIONS:
        if row.icon:
            colours = {"color": now["text"], "color_disabled": now.faint("muted", 0.55)}
            actions[row.name].setIcon(qtawesome.icon(row.icon, **colours))
