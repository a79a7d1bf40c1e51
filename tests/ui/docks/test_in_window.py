"""The docks in the whole window."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow


def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The demo story, opened by the keyboard as on a first run."""
    window.activateWindow()
    window.centre.welcome.demo.setFocus()
    qtbot.keyClick(window.centre.welcome.demo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.reading.comparison is not None, timeout=20_000)
    return window


def test_return_opens_the_demo_and_the_panes_keep_half_of_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1200, 700)
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.spread.done)
    assert window.places.ledger.height() >= 0.2 * window.height()
    window.panes.choose_passage(0)
    qtbot.waitUntil(lambda: not window.panes.stack.visibleRegion().isEmpty())
    assert window.panes.height() >= window.height() / 2


def test_each_dock_is_opened_from_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    rack = window.places.rack
    for name, panel in rack.panels.items():
        action = window.commands[f"show-{name}"]
        assert action.isChecked()
        action.trigger()
        qtbot.waitUntil(lambda panel=panel: not panel.visibleRegion().isEmpty())
        action.trigger()
        assert rack.docks[name].isHidden()
        assert not action.isChecked()
    assert set(window.session.closed) == set(rack.panels)
