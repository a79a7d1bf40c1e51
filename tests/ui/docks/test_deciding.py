"""Decisions on the ledger, kept in the library."""

from pytestqt.qtbot import QtBot

from reader.ui.compare.ledger_model import DECISION
from reader.ui.main_window import MainWindow


def decided(window: MainWindow) -> list[str]:
    rows = window.ledger._table.model()
    return [words for i in range(rows.rowCount()) if (words := rows.index(i, DECISION).data())]


def opened(window: MainWindow, qtbot: QtBot) -> None:
    window.imports.demo()
    qtbot.waitUntil(lambda: window.ledger._table.model().rowCount() > 0, timeout=20_000)


def test_what_was_decided_is_kept_and_can_be_undone(open_window, qtbot: QtBot) -> None:
    window = open_window()
    opened(window, qtbot)
    window.ledger._table.setCurrentIndex(window.ledger._table.model().index(0, 0))
    window.ledger.acts.confirm.trigger()
    qtbot.waitUntil(lambda: decided(window) == ["confirmed"])
    window.ledger.acts.decided.emit(window.ledger.chosen_row, "dismissed", "other people", "see below")
    qtbot.waitUntil(lambda: decided(window) == ["dismissed: other people; see below"])
    window.shelving.undo()
    qtbot.waitUntil(lambda: decided(window) == ["confirmed"])
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: decided(again) == ["confirmed"], timeout=20_000)
    row = next(
        i for i in range(again.ledger._table.model().rowCount()) if again.ledger._table.model().index(i, 2).data()
    )
    again.ledger._table.setCurrentIndex(again.ledger._table.model().index(row, 0))
    again.ledger.acts.take_back.trigger()
    qtbot.waitUntil(lambda: decided(again) == [])
