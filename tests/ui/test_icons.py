"""The window's icons: letters of a font, each in the colours of the theme."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QColor, QIcon, QImage
from pytestqt.qtbot import QtBot

from reader.ui import icons
from reader.ui.actions.specs import ACTIONS

NAMES = sorted({row.icon for row in ACTIONS if row.icon})


@pytest.fixture
def font(qtbot: QtBot) -> icons.IconFont:
    got: list[icons.IconFont] = []
    for piece in icons.loading(got.append):
        piece()
    return got[0]


def drawn(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal, side: int = 32) -> QImage:
    return icon.pixmap(QSize(side, side), mode).toImage().convertToFormat(QImage.Format.Format_ARGB32)


def colours(image: QImage) -> set[str]:
    """Those that cover what they stand on."""
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_every_command_that_has_an_icon_has_one_of_its_own(font: icons.IconFont) -> None:
    images = [drawn(font.icon(name, QColor("black"), QColor("grey"))) for name in NAMES]
    assert len(NAMES) > 20
    for at, image in enumerate(images):
        assert colours(image) == {"#000000"}, NAMES[at]
        assert image not in images[:at], NAMES[at]


def test_what_cannot_be_done_is_drawn_in_another_colour(font: icons.IconFont) -> None:
    icon = font.icon(NAMES[0], QColor("#102030"), QColor("#d0e0f0"))
    assert colours(drawn(icon)) == {"#102030"}
    assert colours(drawn(icon, QIcon.Mode.Disabled)) == {"#d0e0f0"}


def test_an_icon_is_sharp_in_every_size(font: icons.IconFont) -> None:
    icon = font.icon(NAMES[0], QColor("black"), QColor("grey"))
    assert drawn(icon, side=64).size() == QSize(64, 64)
    assert drawn(icon, side=64) != drawn(icon, side=32).scaled(64, 64)


def test_commands_wear_them(font: icons.IconFont) -> None:
    actions = {row.id: QAction() for row in ACTIONS}
    icons.dress(actions, font)
    assert {row.id for row in ACTIONS if row.icon} == {name for name, one in actions.items() if not one.icon().isNull()}


def test_the_code_of_the_package_is_not_loaded() -> None:
    code = "import sys; from reader.ui import icons; icons.IconFont(); print({'qtawesome', 'qtpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "set()"
