"""Searching as one types: marked snippets, ticks kept, stale answers dropped, everything by key."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.models.library import ID
from reader.ui.models.results import MARKS, SNIPPET


def typed(window: MainWindow, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.field.hasFocus()
    qtbot.keyClicks(window.search.field, words)
    qtbot.waitUntil(lambda: window.side.searching, timeout=20_000)


def marked(window: MainWindow, row: int) -> list[str]:
    index = window.side.results.model.index(row)
    return [index.data(SNIPPET)[start : start + length].casefold() for start, length in index.data(MARKS)]


def test_results_come_as_one_types_with_their_words_marked(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ladder", qtbot)
    results = filled.side.results
    assert results.model.rowCount() == 2
    assert results.summary.text() == "2 results"
    assert "ladder" in marked(filled, 0)


def test_ticks_are_kept_from_the_library_to_the_results_and_back(filled: MainWindow, qtbot: QtBot) -> None:
    everything = filled.side.library.model.ids(filled.side.library.model.index(0, 0))
    filled.desk.ticks.replace(everything[:1])
    typed(filled, "ferry", qtbot)
    model, check = filled.side.results.model, Qt.ItemDataRole.CheckStateRole
    ticked = [model.index(at).data(ID) for at in range(3) if model.index(at).data(check) == Qt.CheckState.Checked]
    assert ticked == list(everything[:1])
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Down)
    assert filled.side.results.list.hasFocus()
    qtbot.keyClick(filled.side.results.list, Qt.Key.Key_End)
    last = filled.side.results.list.currentIndex().data(ID)
    was = last in filled.desk.ticks
    qtbot.keyClick(filled.side.results.list, Qt.Key.Key_Space)
    assert (last in filled.desk.ticks) is not was
    qtbot.keyClick(filled.side.results.list, Qt.Key.Key_Escape)
    assert not filled.side.searching
    assert filled.search.field.text() == ""


def test_escape_in_the_field_brings_the_library_back(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ferry", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Escape)
    assert not filled.side.searching
    assert filled.side.library.tree.hasFocus()


def test_enter_opens_the_first_hit_and_marks_its_words(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "inspection", qtbot)
    first = filled.side.results.model.index(0).data(ID)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.reading.ids == (first,))


def test_shift_enter_lays_a_hit_beside_what_is_open(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "coastguard", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filled.reading.ids) == 1)
    filled.side.take_focus()
    qtbot.keyClick(filled.side.results.list, Qt.Key.Key_Down)
    qtbot.keyClick(filled.side.results.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(filled.reading.ids) == 2 and filled.spread.done, timeout=20_000)


def test_nothing_found_offers_a_way_on(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "xylophone", qtbot)
    empty = filled.side.results.nothing.state
    assert empty.title.text() == "Nothing found"
    assert "xylophone" in empty.text.text()
    empty.button.click()
    qtbot.waitUntil(lambda: not filled.side.searching or filled.search.query != "xylophone")


def test_an_answer_to_what_is_no_longer_asked_is_dropped(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ferry", qtbot)
    filled.search.field.setText("ladder")
    filled.search.ask()
    filled.search.field.clear()
    qtbot.waitUntil(lambda: not filled.desk.jobs.running)
    assert not filled.side.searching


def test_odd_queries_do_no_harm(filled: MainWindow, qtbot: QtBot) -> None:
    for query in ('"', "((", "AND OR NOT", "*", "title:", "a" * 5000, "🔥", "  x  "):
        filled.search.field.setText(query)
        filled.search.ask()
        qtbot.waitUntil(lambda: not any(j.key == "search" for j in filled.desk.jobs.running), timeout=20_000)
    assert filled.centre.messages.shown == []


def test_what_is_removed_leaves_the_results(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ladder", qtbot)
    filled.side.take_focus()
    filled.side.results.list.setCurrentIndex(filled.side.results.model.index(0))
    qtbot.keyClick(filled.side.results.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: filled.side.results.model.rowCount() == 1, timeout=20_000)


def test_the_order_can_be_by_date(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ferry", qtbot)
    filled.side.results.orderChanged.emit("date")
    qtbot.waitUntil(lambda: not any(j.key == "search" for j in filled.desk.jobs.running))
    assert filled.search.order == "date"
    assert filled.side.results.model.rowCount() == 3
