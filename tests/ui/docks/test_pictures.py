"""The pictures among the findings, gone through as a person does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from pytestqt.qtbot import QtBot

from reader.compare.finding_ids import Finding, SubjectKind
from reader.ui.docks.pictures import MATRIX, PicturesPanel
from reader.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The demo story, compared, with its pictures in front."""
    window.resize(1400, 850)
    window.imports.demo()
    qtbot.waitUntil(lambda: window.state.comparison is not None and window.loader.done, timeout=60_000)
    window.commands["show-pictures"].trigger()
    qtbot.waitUntil(lambda: bool(panel(window).canvas.places))
    return window


def panel(window: MainWindow) -> PicturesPanel:
    found = window.dock_layout.findings.pictures
    assert found is not None
    return found


def show(window: MainWindow, number: int, qtbot: QtBot) -> None:
    chooser, title = panel(window).chooser, panel(window).canvas.accessibleName()
    chooser.setCurrentIndex(chooser.findData(number))
    qtbot.waitUntil(lambda: panel(window).canvas.accessibleName() != title)


def test_the_command_shows_who_shares_with_whom_and_takes_the_keyboard_there(opened: MainWindow, qtbot: QtBot) -> None:
    shown = panel(opened)
    assert shown.chooser.currentData() == MATRIX
    qtbot.waitUntil(shown.canvas.hasFocus)
    assert len(shown.canvas.places) == 20
    assert shown.canvas.accessibleName() == "Who shares how much with whom"
    assert "stands in" in shown.canvas.accessibleDescription()


def test_arrows_go_from_place_to_place_and_say_each(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    canvas = panel(opened).canvas
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_End):
        qtbot.keyClick(canvas, key)
    keys = [next(place.key for place in canvas.places if place.label == words) for words in said]
    assert keys == [(0, 1), (0, 2), (1, 2), (4, 3)]
    assert canvas.accessibleDescription() == said[-1]


def test_entering_a_cell_chooses_what_the_two_share_and_leaves_the_picture(opened: MainWindow, qtbot: QtBot) -> None:
    canvas = panel(opened).canvas
    qtbot.keyClick(canvas, Qt.Key.Key_Home)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    chosen = opened.state.chosen_passage
    assert chosen is not None
    assert opened.state.comparison is not None
    here = {excerpt.article for excerpt in opened.state.comparison.passages[chosen].excerpts}
    assert {opened.state.ids[0], opened.state.ids[1]} <= here
    assert opened.dock_layout.findings.front == "pictures"


def test_a_click_on_a_figure_goes_to_its_row(opened: MainWindow, qtbot: QtBot) -> None:
    row = next(n for n in range(panel(opened).chooser.count()) if panel(opened).chooser.itemData(n) not in (MATRIX, 0))
    number = panel(opened).chooser.itemData(row)
    show(opened, number, qtbot)
    canvas = panel(opened).canvas
    middle = canvas.box(canvas.places[0]).center().toPoint()
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert opened.state.current_finding is not None
    assert opened.state.current_finding.index == number


def test_the_figures_that_are_chosen_in_the_panes_are_drawn(opened: MainWindow, qtbot: QtBot) -> None:
    rows = [panel(opened).chooser.itemData(n) for n in range(1, panel(opened).chooser.count())]
    opened.panes.go_to_row(rows[1])
    assert panel(opened).chooser.currentData() == MATRIX  # who looks at another kind of picture stays there
    show(opened, rows[0], qtbot)
    opened.panes.go_to_row(rows[1])
    qtbot.waitUntil(lambda: panel(opened).chooser.currentData() == rows[1])


def test_the_same_can_be_read_as_a_table(opened: MainWindow, qtbot: QtBot) -> None:
    shown = panel(opened)
    qtbot.mouseClick(shown.as_table, Qt.MouseButton.LeftButton)
    assert shown.table.isVisible()
    assert shown.as_table.accessibleName() == "As a table: on"
    assert (shown.table.rowCount(), shown.table.columnCount()) == (5, 5)
    said = shown.table.item(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.startswith("A ")
    assert "%" in said
    qtbot.mouseClick(shown.as_table, Qt.MouseButton.LeftButton)
    assert shown.canvas.isVisible()
    assert shown.as_table.accessibleName() == "As a table: off"


def test_letters_follow_the_panes(opened: MainWindow, qtbot: QtBot) -> None:
    shown = panel(opened)
    turned = tuple(reversed(opened.state.ids))
    before = [place.label for place in shown.canvas.places]
    shown.set_columns(turned)
    qtbot.waitUntil(lambda: [place.label for place in shown.canvas.places] != before)
    assert opened.state.comparison is not None
    last = opened.state.comparison.article(turned[0])
    assert any(place.label.startswith(f"Of A {last.outlet}") for place in shown.canvas.places)


def test_what_is_dismissed_is_not_shared(opened: MainWindow, qtbot: QtBot) -> None:
    shown = panel(opened)
    before = [place.label for place in shown.canvas.places]
    assert opened.state.comparison is not None
    opened.decisions.dismiss_as(opened.state.comparison, Finding(SubjectKind.PASSAGE, 0), "")
    qtbot.waitUntil(lambda: [place.label for place in shown.canvas.places] != before)
