"""The whole window where it is read from right to left: what Qt does not mirror by itself is mirrored too."""

import itertools
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from reader.ui import theme
from reader.ui.compare.pane_strip import Divider
from reader.ui.library.library_model import STARRED
from reader.ui.main_window import MainWindow
from reader.ui.tool_bar import BarButton

LONG = 60_000


@pytest.fixture(autouse=True)
def _leftwards(qapp: QApplication) -> Iterator[None]:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def compared(filled: MainWindow, qtbot: QtBot) -> MainWindow:
    """Three accounts side by side."""
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    qtbot.waitUntil(lambda: all(one.is_made for one in filled.panes.strip.columns), timeout=LONG)
    filled.central.messages.clear()
    QApplication.processEvents()
    return filled


def left(widget: QWidget) -> int:
    """Where on the screen a widget's left edge is."""
    return widget.mapToGlobal(QPoint(0, 0)).x()


def middle_of(widget: QWidget, colour: QColor) -> float:
    """Where, as a share of a widget's width, a colour lies on average."""
    picture = widget.grab().toImage()
    seen = [
        x for x in range(picture.width()) for y in range(0, picture.height(), 2) if picture.pixelColor(x, y) == colour
    ]
    assert seen, "the colour is nowhere"
    return sum(seen) / len(seen) / picture.width()


def test_no_menu_hides_where_the_commands_come(compared: MainWindow) -> None:
    menus = compared.dock_layout.toolbar.menus
    boxes = [menus.actionGeometry(action) for action in menus.actions()]
    assert all(menus.rect().contains(box) for box in boxes)
    assert boxes[0].left() > boxes[-1].right()
    assert left(menus) > left(compared.dock_layout.toolbar.tools)


def test_panes_begin_at_the_right_and_lead_to_the_left(compared: MainWindow) -> None:
    first, second, third = compared.panes.strip.columns
    assert left(first.box) > left(second.box) > left(third.box)
    assert left(first.channel) < left(first.minimap) < left(first.pane)
    assert first.channel.linked
    assert left(second.box) + second.box.width() == left(first.box)
    assert left(compared.dock_layout.rail) > left(first.box)


def test_the_head_of_a_pane_begins_at_the_right(compared: MainWindow) -> None:
    header = compared.panes.strip.columns[0].header
    header.set_driving(True)
    assert middle_of(header, theme.current()["focus"]) > 0.9


def test_an_english_article_is_still_read_from_left_to_right(compared: MainWindow) -> None:
    pane = compared.panes.strip.columns[0].pane
    pane.settle()
    assert pane.inset[0] > pane.viewport().width() - pane.inset[1]
    first = pane.lines.rectangles(pane.found.passages[0].span)[0]
    assert first.left() == pytest.approx(pane.inset[0], abs=2)


def test_a_divider_gives_the_pane_at_its_right_what_it_takes_from_the_other(compared: MainWindow) -> None:
    compared.panes.strip.set_least(60)
    compared.panes.strip.arrange()
    first, second = compared.panes.strip.columns[:2]
    before = first.box.width(), second.box.width()
    divider = compared.panes.strip.findChildren(Divider)[0]
    assert left(divider) == pytest.approx(left(first.box), abs=2)
    start = QPointF(divider.mapToGlobal(QPoint(2, 20)))
    for kind, place in (
        (QEvent.Type.MouseButtonPress, start),
        (QEvent.Type.MouseMove, start - QPointF(40, 0)),
        (QEvent.Type.MouseButtonRelease, start - QPointF(40, 0)),
    ):
        button = Qt.MouseButton.LeftButton
        local = QPointF(divider.mapFromGlobal(place.toPoint()))
        event = QMouseEvent(kind, local, place, button, button, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(divider, event)
    assert (first.box.width(), second.box.width()) == (before[0] + 40, before[1] - 40)


def test_what_is_dragged_by_its_head_lands_where_it_is_dropped(compared: MainWindow) -> None:
    strip = compared.panes.strip
    first, _second, third = strip.columns
    place = QPointF(third.box.mapToGlobal(QPoint(5, 10)))
    strip.drag(place)
    strip.drop(first, place)
    assert strip.columns[-1] is first
    assert left(first.box) < left(third.box)


def test_moving_a_pane_to_the_left_moves_it_to_the_left(compared: MainWindow) -> None:
    first = compared.panes.strip.columns[0]
    was = left(first.box)
    menu = first.header.menu()
    next(one for one in menu.actions() if one.text() == "Move &Left").trigger()
    assert left(first.box) < was


def test_the_columns_that_stay_stand_at_the_right(compared: MainWindow) -> None:
    compared.dock_layout.findings.toggle("ledger")
    QApplication.processEvents()
    table = compared.ledger.table
    frozen = next(one for one in table.findChildren(QTableView) if one.objectName() == "frozenColumns")
    assert frozen.geometry().right() == table.viewport().geometry().right()
    last = table.model().index(0, table.model().columnCount() - 1)
    table.scrollTo(last)
    assert table.visualRect(last).right() <= table.viewport().width() - frozen.width()


def test_a_button_has_its_sign_before_its_word(compared: MainWindow) -> None:
    button = next(one for one in compared.findChildren(BarButton) if one.accessibleName() == "Import")
    button.set_worded(True)
    button.setFixedSize(button.sizeHint())
    picture = button.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = [x for x in range(picture.width()) if any(picture.pixelColor(x, y) != ground for y in range(4, 24))]
    gap = max(itertools.pairwise(inked), key=lambda pair: pair[1] - pair[0])  # between the word and the sign
    assert gap[0] > picture.width() / 2


def test_a_star_stands_at_the_left_of_a_row(compared: MainWindow, qtbot: QtBot) -> None:
    compared.dock_layout.show_side(True)
    tree, model = compared.sidebar.library.tree, compared.sidebar.library.model
    row = model.index_of(compared.comparisons.ids[0])
    tree.scrollTo(row)
    box = tree.visualRect(row)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.left() + 10, box.center().y() - 4))
    qtbot.waitUntil(lambda: bool(model.data(model.index_of(compared.comparisons.ids[0]), STARRED)))
