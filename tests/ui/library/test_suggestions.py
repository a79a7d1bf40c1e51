"""Suggestions under the field take the keys that are theirs, and no others."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.filters import NOTHING
from reader.library.values import RecentSearch
from reader.ui.library.search_field import WHAT
from reader.ui.main_window import MainWindow

Settle = Callable[[MainWindow], None]


def shown(window: MainWindow) -> list[str]:
    found = window.search.suggestions.list
    return [found.item(at).text() for at in range(found.count())] if found is not None and found.isVisible() else []


def begin(window: MainWindow, words: str, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search.field, words)
    qtbot.waitUntil(lambda: bool(shown(window)), timeout=60_000)


def test_words_outlets_and_saved_searches_are_suggested(boats: MainWindow, qtbot: QtBot) -> None:
    begin(boats, "bar", qtbot)
    assert shown(boats) == ["Barges", "barge"]
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Escape)
    assert shown(boats) == []
    assert boats.search.field.text() == "bar"
    boats.search.field.clear()
    begin(boats, "ec", qtbot)
    assert 'outlet:"Corran Echo"' in shown(boats)


def test_down_and_enter_take_one(boats: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    begin(boats, "ec", qtbot)
    at = shown(boats).index('outlet:"Corran Echo"')
    for _ in range(at + 1):
        qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Return)
    settle(boats)
    assert boats.search.field.text() == 'outlet:"Corran Echo"'
    assert boats.sidebar.results.summary.text() == "20 results"
    assert boats.search.field.hasFocus()
    assert shown(boats) == []


def test_enter_without_a_choice_searches_as_ever(boats: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    begin(boats, "bar", qtbot)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Return)
    settle(boats)
    assert shown(boats) == []
    assert boats.search.field.text() == "bar"


def test_down_past_the_last_leads_to_the_results_and_up_back_to_the_words(
    boats: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    begin(boats, "barg", qtbot)
    settle(boats)
    assert boats.sidebar.results.model.rowCount() == 30  # what begins so, while it is being typed
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Up)
    assert boats.search.suggestions.list is not None
    assert boats.search.suggestions.list.currentRow() == -1
    for _ in range(len(shown(boats)) + 1):
        qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    assert boats.sidebar.results.list.hasFocus()


def test_a_click_takes_one(boats: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    begin(boats, "barg", qtbot)
    found = boats.search.suggestions.list
    assert found is not None
    place = found.visualItemRect(found.item(found.count() - 1)).center()
    qtbot.mouseClick(found.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle(boats)
    assert boats.search.field.text() == "barge"


def test_down_in_the_empty_field_shows_what_was_sought_and_delete_forgets_it(
    boats: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClick(boats, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(boats) == ["Barges", "keeper dawn"])
    for _ in range(2):
        qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Delete)
    assert shown(boats) == ["Barges"]
    qtbot.waitUntil(lambda: not boats.service.tasks.running)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Escape)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: shown(boats) == ["Barges"])
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Return)
    settle(boats)
    assert (boats.search.query, boats.search.order) == ("barge", "date")
    assert boats.sidebar.results.summary.text() == "10 results"


def test_suggestions_go_with_the_keyboard(boats: MainWindow, qtbot: QtBot) -> None:
    begin(boats, "bar", qtbot)
    boats.sidebar.take_focus()
    assert shown(boats) == []


def test_what_led_somewhere_is_remembered_and_can_be_forgotten(
    boats: MainWindow, seek: Callable[[MainWindow, str], None], qtbot: QtBot
) -> None:
    def sought() -> list[str]:
        found: list[list[RecentSearch]] = []
        boats.service.run("test", lambda ws, _progress: ws.library.searches.recent(), found.append)
        qtbot.waitUntil(lambda: bool(found))
        return [one.query for one in found[0]]

    seek(boats, "ferry followed")
    assert sought() == ["keeper dawn"]  # looking on as one types is no search yet
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(boats.comparisons.ids) == 1)
    qtbot.waitUntil(lambda: sought() == ["ferry followed", "keeper dawn"])
    boats.commands["forget-searches"].trigger()
    qtbot.waitUntil(lambda: sought() == [])


def test_what_was_sought_before_is_sought_with_its_filters(
    boats: MainWindow, seek: Callable[[MainWindow, str], None], settle: Settle, qtbot: QtBot
) -> None:
    seek(boats, "ferry")
    wanted = NOTHING.toggled("outlet", "La Digue").toggled("month", "2032-01")
    boats.search.narrow(wanted)
    settle(boats)
    total = boats.sidebar.results.summary.text()
    boats.search.remember()
    qtbot.waitUntil(lambda: not boats.service.tasks.running)
    boats.search.leave()
    assert not boats.search.question.narrowing
    qtbot.keyClick(boats, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(shown(boats)) > 2)
    assert shown(boats) == ["Barges", "ferry", "keeper dawn"]
    found = boats.search.suggestions.list
    assert found is not None
    assert found.item(1).data(WHAT) == "sought before · La Digue · January 2032"
    assert found.item(2).data(WHAT) == "sought before"
    for _ in range(2):
        qtbot.keyClick(boats.search.field, Qt.Key.Key_Down)
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Return)
    settle(boats)
    assert boats.search.question.narrowing == wanted
    assert boats.sidebar.results.summary.text() == total
