"""Decisions on findings, kept in the library."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.compare.finding_ids import Finding, SubjectKind
from reader.ui.ledger.model import DECISION
from reader.ui.main_window import MainWindow


def decided(window: MainWindow) -> list[str]:
    rows = window.ledger.table.model()
    return [words for i in range(rows.rowCount()) if (words := rows.index(i, DECISION).data())]


def opened(window: MainWindow, qtbot: QtBot) -> None:
    window.imports.demo()
    qtbot.waitUntil(lambda: window.comparisons.comparison is not None and window.loader.done, timeout=60_000)


def test_what_was_decided_is_kept_and_can_be_undone(open_window, qtbot: QtBot) -> None:
    window = open_window()
    opened(window, qtbot)
    window.ledger.table.setCurrentIndex(window.ledger.table.model().index(0, 0))
    window.ledger.acts.confirm.trigger()
    qtbot.waitUntil(lambda: decided(window) == ["confirmed"])
    window.ledger.acts.decided.emit(window.ledger.acts.finding, "dismissed", "other people", "see below")
    qtbot.waitUntil(lambda: decided(window) == ["dismissed: other people; see below"])
    window.library.undo()
    qtbot.waitUntil(lambda: decided(window) == ["confirmed"])
    window.close()
    again = open_window()
    qtbot.waitUntil(lambda: decided(again) == ["confirmed"], timeout=60_000)
    row = next(i for i in range(again.ledger.table.model().rowCount()) if again.ledger.table.model().index(i, 2).data())
    again.ledger.table.setCurrentIndex(again.ledger.table.model().index(row, 0))
    again.ledger.acts.take_back.trigger()
    qtbot.waitUntil(lambda: decided(again) == [])


def answer(window: MainWindow, qtbot: QtBot, words: str) -> None:
    """Write into the bar that asks, and keep it."""
    bar = window.panes.decision_bar
    qtbot.waitUntil(lambda: bar.is_asking)
    field = bar.findChild(QPlainTextEdit)
    if field.isVisible():
        field.setPlainText(words)
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    else:
        bar.findChild(QComboBox).setEditText(words)
        qtbot.keyClick(bar.findChild(QComboBox).lineEdit(), Qt.Key.Key_Return)


def focus(window: MainWindow, widget: QWidget, qtbot: QtBot) -> None:
    window.activateWindow()
    widget.setFocus()
    qtbot.waitUntil(lambda: widget.hasFocus())


def test_the_note_key_writes_on_what_the_keyboard_is_at(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    pane, panel = window.panes.panes[0], window.dock_layout.findings.panels["quotations"]
    focus(window, pane, qtbot)
    qtbot.keyClick(pane, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    chosen = window.state.chosen_passage
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    answer(window, qtbot, "compare with the wire copy")
    passage = Finding(SubjectKind.PASSAGE, chosen)
    qtbot.waitUntil(lambda: passage in window.state.decisions)
    assert window.panes.passage_panel.decision.words == "noted: compare with the wire copy"
    assert "compare with the wire copy" in window.panes.why(pane.found.passages[0]) or chosen != 0

    window.dock_layout.findings.toggle("quotations")
    focus(window, panel.list, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    answer(window, qtbot, "ask her again")
    qtbot.waitUntil(lambda: "ask her again" in panel.list.model().entry(panel.list.model().index(0, 0)).note)

    window.commands["go-figures"].trigger()
    focus(window, window.ledger.table, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    answer(window, qtbot, "which dawn?")
    qtbot.waitUntil(lambda: decided(window) == ["noted: which dawn?"])
    for _step in range(3):
        window.library.undo()
    qtbot.waitUntil(lambda: decided(window) == [] and not window.state.decisions)
    assert window.panes.passage_panel.decision.isHidden()


def test_what_was_dismissed_is_passed_over_and_can_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    view = window.panes
    pane = view.panes[0]
    pane.setFocus()
    order = [mark.index for mark in pane.found.passages]
    view.next_passage()
    assert view.state.chosen_passage == order[0]
    window.decisions.dismiss()
    answer(window, qtbot, "only the names are shared")
    qtbot.waitUntil(lambda: pane.found.passages[0].dismissed)
    qtbot.waitUntil(lambda: view.state.chosen_passage not in (None, order[0]))  # the next one is chosen
    view.close_passage_panel()
    view.next_passage()
    assert view.state.chosen_passage == order[1] != order[0]
    view.choose_passage(order[0])
    window.decisions.take_back()
    qtbot.waitUntil(lambda: not pane.found.passages[0].dismissed)


def test_conflicts_that_were_dismissed_are_passed_over(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    window.panes.next_conflict()
    first = window.panes.acts.finding
    assert first.kind is SubjectKind.FIGURES
    said = window.dock_layout.findings.bar.tabs[0]
    conflicts = int(said.text().split()[0])
    window.panes.next_conflict()
    assert window.panes.acts.finding != first
    window.panes.previous_conflict()
    window.panes.acts.decided.emit(first, "dismissed", "another count", "")
    qtbot.waitUntil(lambda: first in window.state.decisions)
    assert said.part.more.endswith(" · 1 dismissed")
    assert said.text().startswith(f"{conflicts - 1} figure" if conflicts > 1 else "No conflicts left")
    assert "1 dismissed" in window.ledger.bar.findChild(QLabel, "ledgerSummary").text()
    window.panes.next_conflict()
    seen = {window.panes.acts.finding}
    for _step in window.comparisons.comparison.ledger:
        window.panes.next_conflict()
        seen.add(window.panes.acts.finding)
    assert first not in seen


def test_a_command_with_nothing_chosen_says_what_to_do(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    window.panes.panes[0].setFocus()
    window.decisions.confirm()
    assert "Choose a row of figures" in window.dock_layout.findings.bar.currentMessage()


def test_the_menu_of_a_pane_offers_to_decide_on_the_passage_under_the_mouse(window: MainWindow, qtbot: QtBot) -> None:
    opened(window, qtbot)
    pane = window.panes.panes[0]
    mark = pane.found.passages[0]
    menu = QMenu(window)
    pane.menuOpened.emit(menu, (mark,), "")
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in offered] == [
        "&Confirm",
        "&Dismiss…",
        "&Note…",
        "&Take Back",
        "These &Are Not the Same",
    ]
    offered[0].trigger()
    qtbot.waitUntil(lambda: pane.found.passages[0].decided == "confirmed")
    assert window.state.chosen_passage not in (None, mark.index)  # the next one is chosen, and shown
