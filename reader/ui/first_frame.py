"""The window's first frame: the places where its parts will stand, in the colours of the theme.

Nothing here, nor in what it waits for, names `Qt`, a pen, a brush or letters: PySide makes a type with all its names
when it is first named or might be meant, and fonts are looked for when they are first measured. All the rest of the
frame takes no longer than one of these.
"""

from PySide6.QtGui import QColor, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QMainWindow

from reader import colours
from reader.ui.state.session import Session

HALF = 128
LEAST_SIDE = 230
"""How narrow the library can be."""


def paint(window: QMainWindow, session: Session) -> None:
    """Draw the ground, and the lines between the bar, the library and the rest."""
    shades = colours.load(_theme(session.theme)).named
    wide, high, bar = window.width(), window.height(), session.bar_height
    painter = QPainter(window)
    _fill(painter, (0, 0, wide, high), shades["window"])
    _fill(painter, (0, bar - 1, wide, 1), shades["hair"])
    if session.articles and session.side:
        side = max(LEAST_SIDE, session.side_width)
        _fill(painter, (wide - side if window.isRightToLeft() else side - 1, bar, 1, high - bar), shades["hair"])
    painter.end()


def _fill(painter: QPainter, area: tuple[int, int, int, int], shade: str) -> None:
    """Fill left, top, width, height; fillRect would look whether it is given a brush."""
    left, top, width, height = area
    tile = QPixmap(width, height)
    tile.fill(QColor.fromString(shade))
    painter.drawPixmap(left, top, tile)


def _theme(preference: str) -> str:
    """The theme of this name; where the system's is wanted, the one that is nearest to what the system paints."""
    if preference in (colours.LIGHT, colours.DARK, colours.HIGH_CONTRAST):
        return preference
    return colours.DARK if QPalette().color(QPalette.ColorRole.Window).lightness() < HALF else colours.LIGHT
