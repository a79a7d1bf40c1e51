"""Signs are seen on every ground that they stand on, that of a chosen row among them."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from pytestqt.qtbot import QtBot

from reader.compare.comparison import Verdict
from reader.ui import theme
from reader.ui.compare import highlight_shapes as shapes
from reader.ui.compare import icons
from reader.ui.controllers import theme as theme_manager
from reader.ui.theme import Theme

LEAST = 3.0
"""What WCAG 2.2 (1.4.11) asks of signs."""


def luminance(colour: QColor) -> float:
    parts = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3])
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def contrast(one: QColor, two: QColor) -> float:
    bright, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def strongest(icon: QIcon, mode: QIcon.Mode, ground: QColor) -> float:
    picture = icon.pixmap(QSize(icons.SIDE, icons.SIDE), mode).toImage()
    inked = [picture.pixelColor(x, y) for x in range(picture.width()) for y in range(picture.height())]
    return max(contrast(colour, ground) for colour in inked if colour.alphaF() > 0.9)


@pytest.mark.parametrize("worn", ["light", "dark", "high-contrast"])
def test_verdicts_and_decisions_stand_out_from_the_paper_and_from_a_chosen_row(qtbot: QtBot, worn: str) -> None:
    theme_manager.apply(worn)
    now = theme.current()
    for icon in (*map(icons.verdict, Verdict), icons.confirmed(), icons.dismissed()):
        assert strongest(icon, QIcon.Mode.Normal, now["base"]) >= LEAST
        assert strongest(icon, QIcon.Mode.Selected, now["highlight"]) >= LEAST
    theme_manager.apply("light")


def test_verdicts_are_told_apart_by_their_shapes_alone(qapp) -> None:
    pictures = [icons.verdict(verdict).pixmap(QSize(icons.SIDE, icons.SIDE)).toImage() for verdict in Verdict]
    places = [(x, y) for x in range(pictures[0].width()) for y in range(pictures[0].height())]
    shapes = [{at for at in places if picture.pixelColor(*at).alphaF() > 0.5} for picture in pictures]
    for one, other in itertools.combinations(shapes, 2):
        assert len(one ^ other) > 0.5 * len(one | other)


def painted(draw: Callable[[QPainter, Theme], None]) -> bytes:
    """What is drawn in black, on no ground: what eyes without colour have to go by."""
    picture = QImage(80, 30, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    grounds = ("conflict", "tension", "quotation")
    inks = {name: QColor(0, 0, 0, 0 if name in grounds else 255) for name in theme.current().colours}
    draw(painter, Theme("black", False, inks))
    painter.end()
    return bytes(picture.constBits())


def test_what_claims_something_is_told_apart_by_its_lines_alone() -> None:
    box = [QRectF(10, 6, 50, 16)]
    seen = {v: painted(lambda p, t, v=v: shapes.figure(p, t, v, box)) for v in Verdict}
    told = [seen[v] for v in (Verdict.CONFLICT, Verdict.TENSION, Verdict.LOOK, Verdict.AGREE)]
    assert len(set(told)) == 4
    assert seen[Verdict.CONSISTENT] == seen[Verdict.AGREE]  # both fit: the table says which it is


@pytest.mark.parametrize("is_right", [False, True])
def test_depths_and_weakness_are_told_apart_by_the_bar_in_the_margin(is_right: bool) -> None:
    gutter = shapes.Gutter(10 if is_right else 22, is_right)
    bars = [painted(lambda p, t, n=n: shapes.bar(p, t["text"], gutter, 2, 28, n)) for n in (1, 2, 3)]
    others = [
        painted(lambda p, t, draw=draw: draw(p, t["text"], gutter, 2, 28))
        for draw in (shapes.double_bar, shapes.dotted_bar, shapes.hairline)
    ]
    assert len({*bars, *others}) == 6
