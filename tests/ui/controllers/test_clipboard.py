"""What is copied lands on the clipboard twice, as text and as HTML, with where it comes from."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LONG = 60_000


@pytest.fixture
def window(filled: MainWindow, qtbot: QtBot) -> MainWindow:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    QGuiApplication.clipboard().clear()
    return filled


def copied(window: MainWindow, qtbot: QtBot) -> str:
    """What is on the clipboard once the window says so."""
    qtbot.waitUntil(
        lambda: window.dock_layout.findings.bar.currentMessage().endswith(("source.", "sources.")), timeout=LONG
    )
    return QGuiApplication.clipboard().text()


def select(window: MainWindow, words: str) -> None:
    pane = next(pane for pane in window.panes.panes if words in pane.article.text)
    pane.setFocus()
    at = pane.article.text.index(words)
    cursor = pane.textCursor()
    cursor.setPosition(pane.offsets.units(at))
    cursor.setPosition(pane.offsets.units(at + len(words)), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)


def test_selected_words_are_copied_with_their_source(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "Nine people were injured")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_C, CTRL | SHIFT)
    words = copied(window, qtbot)
    assert words.startswith(
        "“Nine people were injured”\n— The Coast Herald, “Passengers rescued as ferry hits sandbank”"
    )
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasHtml()
    assert "<blockquote" in data.html()


def test_plain_copying_takes_the_words_alone(window: MainWindow, qtbot: QtBot) -> None:
    select(window, "Nine people were injured")
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Nine people were injured"


def test_with_nothing_selected_it_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    window.panes.panes[0].setFocus()
    qtbot.keyClick(window.panes.panes[0], Qt.Key.Key_C, CTRL | SHIFT)
    assert window.dock_layout.findings.bar.currentMessage() == "Select the words to copy first."


def test_a_passage_is_copied_with_all_its_wordings(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["copy-passage"].trigger()
    assert window.dock_layout.findings.bar.currentMessage() == "Choose a passage first."
    window.panes.next_passage()
    assert window.state.chosen_passage is not None
    passage = window.state.comparison.passages[window.state.chosen_passage]  # type: ignore[union-attr] # there is one
    window.panes.passage_panel.wordings[0].setFocus()
    qtbot.keyClick(window.panes.passage_panel.wordings[0], Qt.Key.Key_C, CTRL | SHIFT)
    assert copied(window, qtbot).count("\n— ") == len(passage.excerpts)


def test_a_row_of_figures_is_copied_as_a_table(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["go-figures"].trigger()
    assert window.ledger is not None
    qtbot.keyClick(window.ledger.findChild(QTableView), Qt.Key.Key_C, CTRL | SHIFT)
    assert "\t" in copied(window, qtbot)
    assert "<table" in QGuiApplication.clipboard().mimeData().html()


def test_a_quotation_is_copied_from_its_dock(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["show-quotations"].trigger()
    panel = window.dock_layout.findings.panels["quotations"]
    qtbot.waitUntil(panel.list.hasFocus)
    qtbot.keyClick(panel.list, Qt.Key.Key_C, CTRL | SHIFT)
    words = copied(window, qtbot)
    assert words.count("climb down the ladder") == 2
    assert "The Coast Herald" in words
