"""Library, findings and full reading in the whole window."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow


def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The demo story, opened by the keyboard as on a first run."""
    window.activateWindow()
    window.central.welcome.demo.setFocus()
    qtbot.keyClick(window.central.welcome.demo, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.comparisons.comparison is not None, timeout=60_000)
    return window


def test_return_opens_the_demo_and_the_panes_keep_half_of_a_small_window(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1200, 700)
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.loader.done)
    assert window.panes.height() >= 0.85 * window.height()
    window.commands["findings"].trigger()
    assert window.dock_layout.findings.height() >= 0.2 * window.height()
    window.panes.choose_passage(0)
    qtbot.waitUntil(lambda: not window.panes.passage_panel.visibleRegion().isEmpty())
    assert window.panes.height() >= window.height() / 2


def test_each_list_is_opened_from_the_menu_and_closed_again(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.loader.done)
    findings = window.dock_layout.findings
    for name, panel in findings.panels.items():
        action = window.commands[f"show-{name}"]
        assert not action.isChecked()
        action.trigger()
        qtbot.waitUntil(lambda panel=panel: not panel.visibleRegion().isEmpty())
        assert action.isChecked()
        action.trigger()
        assert not findings.is_open
        assert not action.isChecked()


def test_the_library_folds_to_a_rail_that_names_the_story_unless_it_is_pinned(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.loader.done)
    assert window.dock_layout.side.isHidden()
    assert "The Zelenac Dam · 5 articles" in window.dock_layout.rail.accessibleName()
    assert window.windowTitle() == "The Zelenac Dam – Parallax"
    qtbot.mouseClick(window.dock_layout.rail, Qt.MouseButton.LeftButton)
    assert window.sidebar.isVisible()
    assert window.dock_layout.rail.isHidden()
    window.commands["pin-library"].trigger()
    window.comparisons.compare(window.comparisons.ids[:3])
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 3 and window.loader.done, timeout=60_000)
    assert window.sidebar.isVisible()


def test_full_reading_leaves_but_the_panes_and_their_heads(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.loader.done)
    places = window.dock_layout
    window.commands["full-reading"].trigger()
    qtbot.waitUntil(lambda: window.isFullScreen() and not places.toolbar.isVisible())
    assert not any(part.isVisible() for part in (places.findings, places.rail, places.side))
    assert window.panes.height() == window.height()
    window.commands["findings"].trigger()
    assert places.findings.isVisible()
    assert window.panes.height() == window.height()
    window.commands["findings"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen() and places.toolbar.isVisible())
    assert places.findings.isVisible()
    assert places.rail.isVisible()


def test_going_to_the_library_unfolds_it(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    places, tree = window.dock_layout, window.sidebar.library.tree
    assert not places.side.isVisible()
    window.commands["go-library"].trigger()
    qtbot.waitUntil(lambda: places.side.isVisible() and tree.hasFocus())
    window.commands["show-library"].trigger()
    window.commands["full-reading"].trigger()
    qtbot.waitUntil(window.isFullScreen)
    window.commands["go-library"].trigger()
    qtbot.waitUntil(lambda: not window.isFullScreen() and places.side.isVisible() and tree.hasFocus())


@pytest.mark.parametrize("command", ["search", "show-library"])
def test_what_full_reading_hides_and_a_key_asks_for_ends_it(window: MainWindow, qtbot: QtBot, command: str) -> None:
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.loader.done)
    window.commands["full-reading"].trigger()
    qtbot.waitUntil(lambda: window.isFullScreen() and not window.search.field.isVisible())
    window.commands[command].trigger()
    qtbot.waitUntil(lambda: not window.isFullScreen() and window.search.field.isVisible())
    if command == "show-library":
        assert window.dock_layout.side.isVisible()
    elif command == "search":
        qtbot.waitUntil(window.search.field.hasFocus)


def test_results_are_seen_where_the_library_is_folded_and_it_folds_again_after_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.loader.done)
    assert not window.sidebar.isVisible()
    window.commands["search"].trigger()
    qtbot.keyClicks(window.search.field, "dam")
    qtbot.waitUntil(lambda: window.sidebar.searching and window.sidebar.results.isVisible(), timeout=60_000)
    window.search.suggestions.close()  # of which the first Escape would be
    qtbot.keyClick(window.search.field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.sidebar.searching and not window.sidebar.isVisible())


def test_a_library_unfolded_by_hand_stays_after_a_search(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    qtbot.waitUntil(lambda: window.loader.done)
    window.commands["show-library"].trigger()
    window.search.field.setText("dam")
    qtbot.waitUntil(lambda: window.sidebar.searching, timeout=60_000)
    window.search.leave()
    qtbot.waitUntil(lambda: not window.sidebar.searching)
    assert window.sidebar.isVisible()
