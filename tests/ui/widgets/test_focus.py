"""Tab goes through the whole window, in the order in which it is read, and back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The demo story, compared, the keyboard in the search field."""
    window.resize(1400, 850)
    window.imports.demo()
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 5 and window.loader.done, timeout=60_000)
    window.dock_layout.toggle_findings()
    window.dock_layout.show_side(True)
    qtbot.waitUntil(window.ledger.isVisible)
    window.ledger.table.setCurrentIndex(window.ledger.table.model().index(0, 0))  # else its buttons wake on the way
    window.activateWindow()
    window.search.field.setFocus()
    qtbot.waitUntil(window.search.field.hasFocus)
    return window


def round_trip(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> list[QWidget]:
    """Every stop from the search field on until it is reached again."""
    qtbot.waitUntil(lambda: window.dock_layout.order.is_strung)
    window.search.field.setFocus()
    seen = [window.search.field]
    for _step in range(120):
        qtbot.keyClick(QApplication.focusWidget(), key)
        if QApplication.focusWidget() is window.search.field:
            return seen
        seen.append(QApplication.focusWidget())
    raise AssertionError("Tab never came round")


def place(window: MainWindow, stop: QWidget) -> str:
    """Which part of the window a stop is in."""
    parts = {"tool bar": window.dock_layout.toolbar, "library": window.dock_layout.side, "panes": window.panes}
    parts |= {"tabs": window.dock_layout.findings.bar, "findings": window.dock_layout.findings}
    return next(name for name, part in parts.items() if part.isAncestorOf(stop))


def test_tab_visits_every_part_in_order(opened: MainWindow, qtbot: QtBot) -> None:
    seen = round_trip(opened, qtbot, Qt.Key.Key_Tab)
    parts = list(dict.fromkeys(place(opened, stop) for stop in seen))
    assert parts == ["tool bar", "library", "panes", "tabs", "findings"]
    assert opened.ledger.table in seen
    for column in opened.panes.strip.columns:
        inside = [stop for stop in seen if column.box.isAncestorOf(stop)]
        assert len(inside) == 2
        assert inside[-1] is column.pane
    assert [stop for stop in seen if stop in opened.panes.panes] == opened.panes.panes


def test_shift_and_tab_go_the_same_way_back(opened: MainWindow, qtbot: QtBot) -> None:
    there = round_trip(opened, qtbot, Qt.Key.Key_Tab)
    back = round_trip(opened, qtbot, Qt.Key.Key_Backtab)
    assert back[1:] == there[:0:-1]


def test_every_stop_is_in_sight_and_has_a_name(opened: MainWindow, qtbot: QtBot) -> None:
    opened.panes.choose_passage(0)
    qtbot.waitUntil(lambda: not opened.panes.passage_panel.visibleRegion().isEmpty())
    for stop in round_trip(opened, qtbot, Qt.Key.Key_Tab):
        spoken = QAccessible.queryAccessibleInterface(stop)
        assert spoken.text(QAccessible.Text.Name), stop
        sideways = opened.panes.strip.isAncestorOf(stop)  # more panes than fit are reached by scrolling sideways
        assert sideways or not stop.visibleRegion().isEmpty(), stop


def test_panes_that_change_places_change_them_for_tab_too(opened: MainWindow, qtbot: QtBot) -> None:
    opened.panes.focus_pane(1)
    opened.panes.swap_with_neighbour()
    opened.panes.strip.columns[4].header.closed.emit()
    seen = round_trip(opened, qtbot, Qt.Key.Key_Tab)
    assert [stop for stop in seen if stop in opened.panes.panes] == opened.panes.panes
    assert opened.panes.strip.closed_panes in [stop.parentWidget() for stop in seen]


def test_a_list_behind_a_tab_is_passed_by_until_it_is_brought_to_the_front(opened: MainWindow, qtbot: QtBot) -> None:
    findings = opened.dock_layout.findings
    assert not findings.panels["names"].isVisible()
    findings.toggle("names")
    qtbot.waitUntil(findings.panels["names"].list.hasFocus)
    seen = round_trip(opened, qtbot, Qt.Key.Key_Tab)
    assert findings.panels["names"].list in seen
    assert opened.ledger.table not in seen
    opened.commands["go-figures"].trigger()
    qtbot.waitUntil(opened.ledger.table.hasFocus)
    assert not opened.ledger.table.visibleRegion().isEmpty()
