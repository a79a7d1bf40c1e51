"""Searching as one types: marked snippets, ticks kept, stale answers dropped, everything by key."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.filters import SearchFilters
from reader.paths import Paths
from reader.ui.library.library_model import ID
from reader.ui.library.results_model import MARKS, SNIPPET
from reader.ui.library.search_request import SearchRequest
from reader.ui.main_window import MainWindow
from reader.workspace import SearchResults, Workspace

Seek = Callable[[MainWindow, str], None]
Settle = Callable[[MainWindow], None]


def typed(window: MainWindow, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.field.hasFocus()
    qtbot.keyClicks(window.search.field, words)
    qtbot.waitUntil(lambda: window.sidebar.searching, timeout=60_000)


def marked(window: MainWindow, row: int) -> list[str]:
    index = window.sidebar.results.model.index(row)
    return [index.data(SNIPPET)[start : start + length].casefold() for start, length in index.data(MARKS)]


def test_results_come_as_one_types_with_their_words_marked(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ladder", qtbot)
    results = filled.sidebar.results
    assert results.model.rowCount() == 2
    assert results.summary.text() == "2 results"
    assert "ladder" in marked(filled, 0)


def test_ticks_are_kept_from_the_library_to_the_results_and_back(filled: MainWindow, qtbot: QtBot) -> None:
    everything = filled.sidebar.library.model.ids(filled.sidebar.library.model.index(0, 0))
    filled.service.ticks.replace(everything[:1])
    typed(filled, "ferry", qtbot)
    model, check = filled.sidebar.results.model, Qt.ItemDataRole.CheckStateRole
    ticked = [model.index(at).data(ID) for at in range(3) if model.index(at).data(check) == Qt.CheckState.Checked]
    assert ticked == list(everything[:1])
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Down)
    assert filled.sidebar.results.list.hasFocus()
    qtbot.keyClick(filled.sidebar.results.list, Qt.Key.Key_End)
    last = filled.sidebar.results.list.currentIndex().data(ID)
    was = last in filled.service.ticks
    qtbot.keyClick(filled.sidebar.results.list, Qt.Key.Key_Space)
    assert (last in filled.service.ticks) is not was
    qtbot.keyClick(filled.sidebar.results.list, Qt.Key.Key_Escape)
    assert not filled.sidebar.searching
    assert filled.search.field.text() == ""


def test_escape_in_the_field_brings_the_library_back(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ferry", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Escape)
    assert not filled.sidebar.searching
    assert filled.sidebar.library.tree.hasFocus()


def test_enter_opens_the_first_hit_and_marks_its_words(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "inspection", qtbot)
    first = filled.sidebar.results.model.index(0).data(ID)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.comparisons.ids == (first,))


def test_shift_enter_lays_a_hit_beside_what_is_open(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "coastguard", qtbot)
    qtbot.keyClick(filled.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 1)
    filled.sidebar.take_focus()
    qtbot.keyClick(filled.sidebar.results.list, Qt.Key.Key_Down)
    qtbot.keyClick(filled.sidebar.results.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 2 and filled.loader.done, timeout=60_000)


def test_nothing_found_offers_a_way_on(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "xylophone", qtbot)
    empty = filled.sidebar.results.nothing.state
    assert empty.title.text() == "Nothing found"
    assert "xylophone" in empty.text.text()
    empty.button.click()
    qtbot.waitUntil(lambda: not filled.sidebar.searching or filled.search.query != "xylophone")


def test_an_answer_to_what_is_no_longer_asked_is_dropped(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ferry", qtbot)
    filled.search.field.setText("ladder")
    filled.search.ask()
    filled.search.field.clear()
    qtbot.waitUntil(lambda: not filled.service.tasks.running)
    assert not filled.sidebar.searching


def test_odd_queries_do_no_harm(filled: MainWindow, qtbot: QtBot) -> None:
    for query in ('"', "((", "AND OR NOT", "*", "title:", "a" * 5000, "🔥", "  x  "):
        filled.search.field.setText(query)
        filled.search.ask()
        qtbot.waitUntil(lambda: not any(j.key == "search" for j in filled.service.tasks.running), timeout=60_000)
    assert filled.central.messages.shown == []


def test_what_is_removed_leaves_the_results(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ladder", qtbot)
    filled.sidebar.take_focus()
    filled.sidebar.results.list.setCurrentIndex(filled.sidebar.results.model.index(0))
    qtbot.keyClick(filled.sidebar.results.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: filled.sidebar.results.model.rowCount() == 1, timeout=60_000)


def test_the_order_can_be_by_date(filled: MainWindow, qtbot: QtBot) -> None:
    typed(filled, "ferry", qtbot)
    filled.sidebar.results.orderChanged.emit("date")
    qtbot.waitUntil(lambda: not any(j.key == "search" for j in filled.service.tasks.running))
    assert filled.search.order == "date"
    assert filled.sidebar.results.model.rowCount() == 3


def test_more_results_come_when_one_nears_the_end(boats: MainWindow, seek: Seek, qtbot: QtBot) -> None:
    seek(boats, "quay")
    results = boats.sidebar.results
    assert results.summary.text() == "60 results"
    qtbot.waitUntil(lambda: results.model.rowCount() >= 50)
    boats.sidebar.take_focus()
    qtbot.keyClick(results.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: results.model.rowCount() == 60, timeout=60_000)
    assert not results.model.canFetchMore(QModelIndex())
    assert len({results.model.index(at).data(ID) for at in range(60)}) == 60


def test_one_stays_where_one_is_when_the_library_changes(
    boats: MainWindow, seek: Seek, settle: Settle, qtbot: QtBot
) -> None:
    seek(boats, "quay")
    results = boats.sidebar.results
    boats.sidebar.take_focus()
    for _ in range(7):
        qtbot.keyClick(results.list, Qt.Key.Key_Down)
    here, height = results.current().data(ID), results.list.verticalScrollBar().value()
    assert height > 0
    with qtbot.waitSignal(results.model.modelReset, timeout=60_000):
        boats.service.libraryChanged.emit()
    assert results.current().data(ID) == here
    assert results.list.verticalScrollBar().value() == height


def test_a_word_that_is_being_typed_finds_what_begins_so(boats: MainWindow, seek: Seek, qtbot: QtBot) -> None:
    seek(boats, "foll")
    assert boats.sidebar.results.summary.text() == "60 results"
    assert boats.search.marked == "foll*"
    assert "followed" in marked(boats, 0)


def test_an_empty_answer_offers_what_would_find_something(
    boats: MainWindow, seek: Seek, settle: Settle, qtbot: QtBot
) -> None:
    seek(boats, "ferry barge ")
    nothing = boats.sidebar.results.nothing
    assert nothing.state.button.text() == "“ferry OR barge”: 60 results"
    boats.sidebar.take_focus()
    assert nothing.state.button.hasFocus()
    qtbot.keyClick(nothing.state.button, Qt.Key.Key_Return)
    settle(boats)
    assert boats.search.field.text() == "ferry OR barge"
    seek(boats, "barge outlet:nowhere ")
    texts = [nothing.state.button.text(), *(link.text() for link in nothing.links)]
    assert texts[-1] == "Show the Whole Library"
    assert any(text.startswith("“barge”") for text in texts)
    nothing.links[-1].click()
    assert not boats.sidebar.searching


def test_filters_that_leave_nothing_can_be_dropped(boats: MainWindow, seek: Seek, settle: Settle, qtbot: QtBot) -> None:
    seek(boats, "ferry")
    boats.search.narrow(SearchFilters((("outlet", "Tidewatch"), ("month", "2031-04"))))
    settle(boats)
    nothing = boats.sidebar.results.nothing
    assert nothing.state.text.text() == "No article has “ferry” with these filters."
    assert nothing.state.button.text() == "Without the filters: 30 results"
    nothing.state.button.click()
    settle(boats)
    assert boats.sidebar.results.model.rowCount() == 30


def test_the_cross_in_the_field_ends_the_search(boats: MainWindow, seek: Seek, settle: Settle) -> None:
    seek(boats, "ferry")
    boats.search.narrow(SearchFilters((("outlet", "Tidewatch"),)))
    settle(boats)
    boats.search.field.findChild(QAction, "_q_qlineeditclearaction").trigger()
    assert not boats.sidebar.searching
    assert not boats.search.question


def test_what_is_said_while_the_index_is_behind_or_time_runs_out(boats: MainWindow, seek: Seek) -> None:
    seek(boats, "ferry")
    results = boats.sidebar.results
    hits = results.model.hits
    results.show_results(SearchRequest("ferry"), SearchResults(hits, 812, "Partial results.", partial=True))
    assert results.summary.text() == "At least 812 results"
    assert results.notice.isVisible()
    results.show_results(SearchRequest("ferry"), SearchResults((), 0, "0 of 9 articles are searched.", behind=9))
    assert results.nothing.state.text.text().startswith("Not all articles are in the index yet.")


def test_what_was_not_understood_is_told_over_the_results_with_what_to_write(boats: MainWindow, seek: Seek) -> None:
    notice = boats.sidebar.results.notice
    seek(boats, "ferry date:yesterday")
    assert notice.isVisible()
    assert notice.text().startswith("“date:yesterday” names no day, and is looked for as words. Write date:2031")
    seek(boats, "harbour:ferry")
    assert notice.text().startswith("“harbour:ferry” begins with no field")
    assert "outlet" in notice.text()
    seek(boats, " ".join(f"{letter}x:ferry" for letter in "abcdefgh"))
    assert len(notice.text().splitlines()) == 3
    seek(boats, "ferry date:2031")
    assert not notice.isVisible()


def test_a_name_is_offered_as_others_spell_it_and_searched_at_a_click(
    paths: Paths, open_window: Callable[[], MainWindow], seek: Seek, qtbot: QtBot
) -> None:
    workspace = Workspace(paths)
    for n, name in enumerate(("Massimov", "Masimov")):
        text = f"Nobody knew why the envoy Karim {name} stayed in Tarn."
        workspace.library.add(Article(f"envoy{n}", text, headline=f"Envoy {n}"))
    workspace.close()
    window = open_window()
    qtbot.waitUntil(lambda: not window.service.tasks.running, timeout=60_000)
    seek(window, "massimov")
    (link,) = window.sidebar.results.spellings
    assert link.text() == "also spelled Masimov: 1 article"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.search.field.text() == "masimov"
    qtbot.waitUntil(lambda: marked(window, 0)[:1] == ["masimov"], timeout=60_000)
