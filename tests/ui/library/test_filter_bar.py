"""Narrowing what was found: ticks in a pop-up, chips that go when pressed, dates from and to, all by keyboard."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.filters import NOTHING, SearchFilters
from reader.ui.library.facet_popup import COUNT, FacetPopup, named
from reader.ui.library.filter_bar import FlowLayout
from reader.ui.main_window import MainWindow

Seek = Callable[[MainWindow, str], None]
Settle = Callable[[MainWindow], None]


def rows(choices: FacetPopup) -> dict[str, int]:
    model = choices.list.model()
    return {model.index(at, 0).data(): model.index(at, 0).data(COUNT) for at in range(model.rowCount())}


def chips(window: MainWindow) -> list[str]:
    return [chip.text() for chip in window.sidebar.results.filters.chips.buttons]


def opened(window: MainWindow, kind: str, qtbot: QtBot) -> FacetPopup:
    bar = window.sidebar.results.filters
    bar.buttons[kind].setFocus()
    qtbot.keyClick(bar.buttons[kind], Qt.Key.Key_Down)
    assert bar.choices[kind].isVisible()
    return bar.choices[kind]


def test_several_outlets_are_ticked_by_keys_and_go_as_chips(
    boats: MainWindow, seek: Seek, settle: Settle, qtbot: QtBot
) -> None:
    seek(boats, "quay")
    assert boats.sidebar.results.summary.text() == "60 results"
    choices = opened(boats, "outlet", qtbot)
    assert rows(choices) == {"Corran Echo": 20, "La Digue": 20, "Tidewatch": 20}
    qtbot.keyClick(choices.list, Qt.Key.Key_Space)
    settle(boats)
    assert boats.sidebar.results.summary.text() == "20 results"
    assert rows(choices)["La Digue"] == 20  # the others can be added
    qtbot.keyClick(choices.list, Qt.Key.Key_Down)
    qtbot.keyClick(choices.list, Qt.Key.Key_Return)
    settle(boats)
    assert boats.sidebar.results.summary.text() == "40 results"
    qtbot.keyClick(choices.list, Qt.Key.Key_Escape)
    assert not choices.isVisible()
    assert chips(boats) == ["Corran Echo", "La Digue"]
    first = boats.sidebar.results.filters.chips.buttons[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Delete)
    settle(boats)
    assert chips(boats) == ["La Digue"]
    assert boats.sidebar.results.filters.chips.buttons[0].hasFocus()
    assert boats.search.question.narrowing == SearchFilters((("outlet", "La Digue"),))


def test_kinds_count_together(boats: MainWindow, seek: Seek, settle: Settle) -> None:
    seek(boats, "quay")
    boats.search.narrow(NOTHING.toggled("month", "2031-03").toggled("language", "fr"))
    settle(boats)
    bar = boats.sidebar.results.filters
    assert boats.sidebar.results.summary.text() == f"{boats.sidebar.results.model.rowCount()} results"
    assert set(rows(bar.choices["outlet"])) == {"Tidewatch"}
    assert set(rows(bar.choices["month"])) >= {"March 2031"}
    assert chips(boats) == ["March 2031", "French"]
    assert "1 chosen" in bar.buttons["month"].accessibleName()


def test_what_is_chosen_stays_while_other_words_are_sought_and_goes_with_the_search(
    boats: MainWindow, seek: Seek, settle: Settle, qtbot: QtBot
) -> None:
    seek(boats, "quay")
    boats.search.narrow(NOTHING.toggled("outlet", "Tidewatch"))
    settle(boats)
    seek(boats, "ferry")
    assert chips(boats) == ["Tidewatch"]
    assert boats.sidebar.results.model.rowCount() == 10
    boats.search.field.selectAll()
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Backspace)
    settle(boats)
    assert boats.sidebar.results.summary.text() == "20 results"  # filters alone
    qtbot.keyClick(boats.search.field, Qt.Key.Key_Escape)
    assert not boats.sidebar.searching
    assert boats.search.question.narrowing == NOTHING


def test_from_and_to(boats: MainWindow, seek: Seek, settle: Settle, qtbot: QtBot) -> None:
    seek(boats, "quay")
    choices = opened(boats, "month", qtbot)
    qtbot.keyClicks(choices.since, "2031-04")
    qtbot.keyClicks(choices.until, "2031")
    settle(boats)
    assert boats.search.question.narrowing == SearchFilters(since="2031-04", until="2031")
    assert boats.sidebar.results.summary.text() == "20 results"
    qtbot.keyClick(choices.until, Qt.Key.Key_Return)
    assert chips(boats) == ["From 2031-04 to 2031"] or chips(boats) == ["2031-04 to 2031"]
    boats.sidebar.results.filters.chips.buttons[0].click()
    settle(boats)
    assert choices.since.text() == ""


@pytest.mark.parametrize(
    ("since", "until"), [("soon", ""), ("2031-13", ""), ("2031-05", "2031-04"), ("", "2031-02-40")]
)
def test_a_date_that_is_none_changes_nothing(
    boats: MainWindow, seek: Seek, qtbot: QtBot, since: str, until: str
) -> None:
    seek(boats, "quay")
    choices = opened(boats, "month", qtbot)
    choices.since.setText(since)
    choices.until.setText(until)
    choices.until.textEdited.emit(until)
    assert boats.search.question.narrowing == NOTHING
    assert choices.since.property("wrong") or choices.until.property("wrong")


def test_limits_that_are_typed_are_chips_too(boats: MainWindow, seek: Seek, settle: Settle) -> None:
    seek(boats, "quay outlet:digue -lang:fr date:2032-01")
    assert chips(boats) == ["Outlet: digue", "Not Language: fr", "Date: 2032-01"]
    total = boats.sidebar.results.model.rowCount()
    boats.sidebar.results.filters.chips.buttons[1].click()
    settle(boats)
    assert boats.search.field.text() == "quay outlet:digue date:2032-01"
    assert boats.sidebar.results.model.rowCount() > total


def test_many_values_can_be_looked_through(boats: MainWindow, qtbot: QtBot, seek: Seek) -> None:
    seek(boats, "quay")
    choices = opened(boats, "outlet", qtbot)
    assert choices.sieve.isHidden()
    choices.sieve.setText("ech")
    assert list(rows(choices)) == ["Corran Echo"]


def test_names_of_values() -> None:
    assert named("month", "") == "No date"
    assert named("month", "2031") == "2031"
    assert named("language", "fr") == "French"
    assert named("language", "") == "Unknown language"
    assert named("outlet", "") == "No outlet"
    assert named("story", "7") == "A story that is gone"


def test_chips_stand_in_lines(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QPushButton, QWidget

    box = QWidget()
    qtbot.addWidget(box)
    flow = FlowLayout(box)
    for n in range(6):
        flow.addWidget(QPushButton(f"Button {n}"))
    assert flow.heightForWidth(1000) < flow.heightForWidth(200) < flow.heightForWidth(10)
    flow.takeAt(0)
    assert flow.count() == 5
    assert flow.itemAt(9) is None
