"""What an outlet repeats is offered to be folded in articles that were there before."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from tests.importing.test_repeated_paragraphs import PLEA
from tests.ui.driver import workspace_of
from tests.workspace.test_repeated_text import left_out, page

LONG = 60_000


def test_what_is_repeated_is_offered_folded_and_taken_back(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    for number in range(3):
        path = tmp_path / f"{number}.html"
        path.write_text(page(number), encoding="utf-8")
        window.imports.take([path])
        qtbot.waitUntil(lambda count=number: workspace_of(window).library.count() == count + 1, timeout=LONG)
    qtbot.waitUntil(lambda: any("repeat" in one.text for one in window.central.messages.shown), timeout=LONG)
    [message] = [one for one in window.central.messages.shown if "repeat" in one.text]
    assert message.text == "2 earlier articles have text that their outlet repeats from article to article."
    assert left_out(workspace_of(window)) == [[], [], [PLEA]]
    qtbot.mouseClick(message.findChild(QPushButton), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: left_out(workspace_of(window)) == [[PLEA]] * 3, timeout=LONG)
    qtbot.waitUntil(lambda: window.commands["undo"].isEnabled(), timeout=LONG)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: left_out(workspace_of(window)) == [[], [], [PLEA]], timeout=LONG)
