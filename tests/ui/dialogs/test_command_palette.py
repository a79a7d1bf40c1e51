"""Commands by name: letters find, arrows choose, Enter runs what can be run."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.command_palette import CommandPalette, rank
from reader.ui.main_window import MainWindow


@pytest.fixture
def palette(filled: MainWindow, qtbot: QtBot) -> CommandPalette:
    qtbot.keyClick(filled, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = filled.dialogs.open
    assert isinstance(dialog, CommandPalette)
    return dialog


def names(palette: CommandPalette) -> list[str]:
    return [palette.list.topLevelItem(at).text(0) for at in range(palette.list.topLevelItemCount())]


def test_typing_finds_and_enter_runs(palette: CommandPalette, filled: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "dark")
    assert names(palette)[0] == "Theme: Dark"
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert filled.session.theme == "dark"
    assert filled.dialogs.open is None


def test_where_nothing_answers_it_says_so(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.field, "xylophone")
    assert names(palette) == ["No command is called so"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_the_arrows_choose(palette: CommandPalette, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentItem() is palette.list.topLevelItem(1)


def test_what_cannot_be_used_now_comes_last_and_does_nothing(
    palette: CommandPalette, filled: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.field, "export only what conflicts")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert filled.comparisons.comparison is None


def test_escape_leaves(palette: CommandPalette, filled: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert filled.dialogs.open is None


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("", "Undo", 0),
        ("un", "Undo", 0),
        ("pass", "Next Passage", 1),
        ("ass", "Next Passage", 2),
        ("npa", "Next Passage", 4),
        ("zz", "Undo", None),
    ],
)
def test_rank(typed: str, name: str, expected: int | None) -> None:
    assert rank(typed, name) == expected
