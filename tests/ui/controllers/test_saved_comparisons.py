"""A comparison is saved under a name, found again with its cutoffs, renamed, noted, deleted and brought back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from reader.compare.options import STRICT
from reader.ui.dialogs.saved_comparisons import SavedDialog, SaveDialog
from reader.ui.main_window import MainWindow
from tests.ui.driver import workspace_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = 60_000


@pytest.fixture
def window(filled: MainWindow, qtbot: QtBot) -> MainWindow:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    return filled


def press_save(window: MainWindow, qtbot: QtBot, held: Qt.KeyboardModifier = CTRL) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_S, held)


def save(window: MainWindow, qtbot: QtBot, name: str, note: str = "") -> None:
    press_save(window, qtbot)
    dialog = window.dialogs.open
    assert isinstance(dialog, SaveDialog)
    dialog.name.selectAll()
    qtbot.keyClicks(dialog.name, name)
    qtbot.keyClicks(dialog.note, note)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: name in names(window), timeout=LONG)


def names(window: MainWindow) -> list[str]:
    return [one.value.name for one in window.saved_comparisons.known.saved]


def listing(window: MainWindow, qtbot: QtBot) -> SavedDialog:
    press_save(window, qtbot, CTRL | SHIFT)
    dialog = window.dialogs.open
    assert isinstance(dialog, SavedDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def test_it_comes_back_with_its_articles_its_order_and_its_cutoffs(window: MainWindow, qtbot: QtBot) -> None:
    window.settings.set_cutoffs(STRICT)
    qtbot.waitUntil(lambda: window.dock_layout.cutoff.preset.currentText() == "Strict", timeout=LONG)
    order = tuple(reversed(window.comparisons.ids))
    window.comparisons.compare(order)
    qtbot.waitUntil(lambda: window.comparisons.ids == order, timeout=LONG)
    save(window, qtbot, "Ferry, strictly", "for the evening")
    window.dock_layout.cutoff.finer.slider.setValue(30)
    workspace = workspace_of(window)
    qtbot.waitUntil(lambda: workspace.settings.compare.passages.cutoff == 30, timeout=LONG)
    window.comparisons.compare(order[:2])
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 2 and window.loader.done, timeout=LONG)
    dialog = listing(window, qtbot)
    assert dialog.note.toPlainText() == "for the evening"
    qtbot.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.comparisons.ids == order, timeout=LONG)
    qtbot.waitUntil(lambda: window.dock_layout.cutoff.preset.currentText() == "Strict", timeout=LONG)


def test_a_name_that_is_taken_is_said(window: MainWindow, qtbot: QtBot) -> None:
    save(window, qtbot, "Ferry")
    press_save(window, qtbot)
    dialog = window.dialogs.open
    assert isinstance(dialog, SaveDialog)
    assert dialog.name.text() == "Ferry"
    assert dialog.hint.text().startswith("Replaces")
    dialog.name.setText("  ")
    assert not dialog.save.isEnabled()


def test_it_is_renamed_in_its_place(window: MainWindow, qtbot: QtBot) -> None:
    save(window, qtbot, "Ferry")
    dialog = listing(window, qtbot)
    dialog.rename_button.click()
    editor = dialog.list.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Sandbank")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(window) == ["Sandbank"], timeout=LONG)


@pytest.mark.parametrize("leave", [SavedDialog.reject, lambda dialog: dialog.list.setFocus()])
def test_a_note_is_kept_however_it_is_left(
    window: MainWindow, qtbot: QtBot, leave: Callable[[SavedDialog], None]
) -> None:
    save(window, qtbot, "Ferry")
    dialog = listing(window, qtbot)
    dialog.note.setFocus()
    qtbot.waitUntil(dialog.note.hasFocus)
    qtbot.keyClicks(dialog.note, "ask the coastguard")
    leave(dialog)
    qtbot.waitUntil(lambda: window.saved_comparisons.known.saved[0].value.note == "ask the coastguard", timeout=LONG)


def test_what_is_deleted_can_be_brought_back(window: MainWindow, qtbot: QtBot) -> None:
    save(window, qtbot, "Ferry", "a note")
    dialog = listing(window, qtbot)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(window) == [], timeout=LONG)
    assert dialog.empty.isVisible()
    dialog.undo.click()
    qtbot.waitUntil(lambda: names(window) == ["Ferry"], timeout=LONG)
    assert dialog.note.toPlainText() == "a note"
    assert dialog.undo.isHidden()


def test_what_lacks_an_article_says_so_and_cannot_be_opened(window: MainWindow, qtbot: QtBot) -> None:
    save(window, qtbot, "Ferry")
    gone = window.comparisons.ids[0]
    window.library.apply(lambda ws: ws.library.remove([gone]))
    qtbot.waitUntil(lambda: window.saved_comparisons.known.saved[0].gone == 1, timeout=LONG)
    dialog = listing(window, qtbot)
    assert "1 article is gone" in dialog.list.topLevelItem(0).text(1)
    assert not dialog.open_button.isEnabled()


def test_with_nothing_saved_it_offers_to_save(window: MainWindow, qtbot: QtBot) -> None:
    dialog = listing(window, qtbot)
    assert dialog.empty.isVisible()
    dialog.empty.button.click()
    assert isinstance(window.dialogs.open, SaveDialog)


def test_what_was_compared_is_among_the_recent(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: [a.text() for a in window.recent.actions()] != ["None yet"], timeout=LONG)
    assert window.recent.actions()[0].text().endswith("and 1 more")
