"""Rows split and joined in the window: kept in the library, undone, and there again at the next start."""

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow


def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.imports.demo()
    qtbot.waitUntil(lambda: window.ledger.table.model().rowCount() > 1, timeout=60_000)
    return window


def names(window: MainWindow) -> list[str]:
    rows = window.ledger.table.model()
    return [rows.index(i, 1).data() for i in range(rows.rowCount())]


def shown(window: MainWindow) -> list[str]:
    return sorted(names(window))


def choose(window: MainWindow, *scopes: str) -> None:
    """Choose the rows whose names begin so."""
    table = window.ledger.table
    table.clearSelection()
    lines = [line for line in range(table.model().rowCount()) if table.model().index(line, 1).data().startswith(scopes)]
    whole = QItemSelectionModel.SelectionFlag.Rows | QItemSelectionModel.SelectionFlag.Select
    for line in lines:
        table.selectionModel().select(table.model().index(line, 0), whole)
    assert len(lines) >= 2


COUNTS = ("people detained", "people killed")


def name_it(qtbot: QtBot, name: str = "") -> None:
    """Say in the question that is open what the row counts, or leave what is offered, and accept it."""

    def questions() -> list[QInputDialog]:
        return [w for w in QApplication.topLevelWidgets() if isinstance(w, QInputDialog) and w.isVisible()]

    qtbot.waitUntil(lambda: bool(questions()))
    if name:
        questions()[0].setTextValue(name)
    questions()[0].accept()


def regrouped(window: MainWindow) -> int:
    return sum(words.endswith("(regrouped by the reader)") for words in shown(window))


def test_a_row_is_split_and_joined_and_undone_and_kept(open_window, qtbot: QtBot) -> None:
    window = opened(open_window(), qtbot)
    before, table = shown(window), window.ledger.table
    table.choose(0, 0)
    row = window.comparisons.comparison.ledger[window.ledger.chosen_row]
    away = frozenset({row.mentions[0].excerpt})
    window.ledger.rows.split.emit(window.comparisons.comparison, row, away, "people held over night")
    qtbot.waitUntil(lambda: regrouped(window) > 0)
    qtbot.waitUntil(lambda: window.loader.done)
    assert window.ledger.mentions(window.ledger.chosen_row) == away
    assert window.comparisons.comparison is window.state.comparison
    apart = shown(window)

    choose(window, *COUNTS)
    assert "people held over night (regrouped by the reader)" in apart
    window.commands["join-figures"].trigger()
    name_it(qtbot, "people the police counted")
    qtbot.waitUntil(lambda: len(shown(window)) < len(apart), timeout=60_000)
    assert "people the police counted (regrouped by the reader)" in shown(window)
    joined = shown(window)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: shown(window) == apart, timeout=60_000)
    window.commands["redo"].trigger()
    qtbot.waitUntil(lambda: shown(window) == joined, timeout=60_000)
    window.close()

    again = open_window()
    qtbot.waitUntil(lambda: shown(again) == joined, timeout=60_000)
    place = next(line for line, words in enumerate(names(again)) if "regrouped" in words)
    again.ledger.table.choose(place, 0)
    again.commands["figures-as-found"].trigger()
    qtbot.waitUntil(lambda: shown(again) == before, timeout=60_000)


def test_rows_that_measure_different_things_are_not_joined_and_the_reason_is_told(
    window: MainWindow, qtbot: QtBot
) -> None:
    opened(window, qtbot)
    before = shown(window)
    choose(window, "people killed", "year of")
    told: list[str] = []
    window.ledger.rows.said.connect(told.append)
    window.commands["join-figures"].trigger()
    assert any("cannot stand in one row" in words for words in told)
    assert shown(window) == before


def test_a_command_without_rows_says_what_to_choose(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    window.commands["join-figures"].trigger()
    assert "Ctrl or Shift" in window.dock_layout.findings.bar.currentMessage()


def test_a_cutoff_leaves_the_rows_as_they_were_put(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    before = shown(window)
    choose(window, *COUNTS)
    window.ledger.rows.try_join()
    name_it(qtbot)
    qtbot.waitUntil(lambda: len(shown(window)) < len(before), timeout=60_000)
    joined, found = shown(window), window.comparisons.comparison
    window.comparisons.renew()
    qtbot.waitUntil(lambda: window.comparisons.comparison is not found)
    assert shown(window) == joined
