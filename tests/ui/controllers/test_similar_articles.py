"""More like this, and other accounts of a passage: the results, their marks, and on to a comparison."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from reader.ui.library.library_model import ID
from reader.ui.library.results_model import MARKS
from reader.ui.main_window import MainWindow

Settle = Callable[[MainWindow], None]


def open_one(window: MainWindow, words: str, seek: Callable[[MainWindow, str], None], qtbot: QtBot) -> str:
    seek(window, words)
    qtbot.keyClick(window.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 1, timeout=60_000)
    (only,) = window.comparisons.ids
    return only


def typed(window: MainWindow, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search.field, words)
    qtbot.waitUntil(lambda: window.search.is_answered, timeout=60_000)


def test_more_like_what_is_chosen(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ladder", qtbot)
    filled.sidebar.take_focus()
    filled.sidebar.results.list.setCurrentIndex(filled.sidebar.results.model.index(0))
    chosen = filled.sidebar.results.current().data(ID)
    filled.commands["like"].trigger()
    qtbot.waitUntil(lambda: filled.search.question.like == chosen and filled.search.is_answered)
    results = filled.sidebar.results
    assert results.model.rowCount() == 2
    assert chosen not in {results.model.index(at).data(ID) for at in range(2)}
    assert filled.search.field.text() == ""
    assert results.summary.text() == "2 articles most like it"
    assert results.filters.chips.buttons[0].text().startswith("Like “")
    assert filled.service.ticks.ids == (chosen,)
    assert results.list.hasFocus()
    qtbot.keyClick(results.list, Qt.Key.Key_Space)
    qtbot.keyClick(results.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 2, timeout=60_000)
    results.filters.chips.buttons[0].click()
    assert not filled.sidebar.searching


def test_other_accounts_of_what_is_selected(filled: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    typed(filled, "ladder lowen post", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 1, timeout=60_000)
    (here,) = filled.comparisons.ids
    pane = filled.panes.panes[0]
    at = pane.article.text.index("We had to climb down the ladder")
    cursor = pane.textCursor()
    cursor.setPosition(pane.offsets.units(at))
    cursor.setPosition(pane.offsets.units(at + 31), QTextCursor.MoveMode.KeepAnchor)
    pane.setTextCursor(cursor)
    pane.setFocus()
    qtbot.keyClick(pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(filled.search.question.passage))
    settle(filled)
    assert filled.search.question.passage == "We had to climb down the ladder"
    results = filled.sidebar.results
    assert "nearest to the passage" in results.summary.text()
    first = results.model.index(0)
    assert first.data(ID) != here
    assert first.data(MARKS)
    assert results.filters.buttons["outlet"].isHidden() or not results.filters.buttons["outlet"].isVisible()
    qtbot.keyClick(results.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.comparisons.ids == (first.data(ID),), timeout=60_000)
    qtbot.waitUntil(lambda: filled.panes.ready)
    marked = filled.panes.panes[0]
    assert "ladder" in {span.of(marked.article.text) for span in marked.search_highlighter.hits} | {
        word for span in marked.search_highlighter.hits for word in span.of(marked.article.text).split()
    }


def test_without_a_selection_the_paragraph_is_meant(filled: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    typed(filled, "inquiry", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 1, timeout=60_000)
    filled.panes.panes[0].moveCursor(QTextCursor.MoveOperation.Start)
    filled.commands["accounts"].trigger()
    settle(filled)
    assert filled.search.question.passage.startswith("Minister promises")


def test_typing_goes_back_to_words(filled: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    typed(filled, "ladder", qtbot)
    filled.similar_articles.to(filled.sidebar.results.model.index(0).data(ID), "")
    settle(filled)
    typed(filled, "minister", qtbot)
    assert filled.search.question.like == ""
    assert filled.sidebar.results.model.rowCount() == 1
    assert not filled.commands["save-search"].isEnabled() or filled.search.question.text == "minister"
