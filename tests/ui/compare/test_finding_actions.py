"""What a reader decides on a row of the ledger."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QTableView

from reader.compare.finding_ids import Finding, SubjectKind
from reader.library import Decision, DecisionKind
from reader.ui.ledger.model import DECISION
from reader.ui.ledger.panel import LedgerPanel

BOATS, RAIN = Finding(SubjectKind.FIGURES, 1), Finding(SubjectKind.FIGURES, 0)
"""The rows by their places in the ledger of the comparison, where the mild one stands first."""


def decision(kind: str, reason: str = "", note: str = "") -> Decision:
    return Decision("figures:x", DecisionKind(kind), reason, note, "2025-03-04T05:06:07Z")


@pytest.fixture
def panel(qtbot, compare) -> LedgerPanel:
    made = LedgerPanel()
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show_comparison(compare())
    made.show()
    qtbot.waitExposed(made)
    return made


def table(panel: LedgerPanel) -> QTableView:
    return panel.findChild(QTableView)


def scopes(panel: LedgerPanel) -> list[str]:
    rows = table(panel).model()
    return [rows.index(i, 1).data() for i in range(rows.rowCount())]


def choose(panel: LedgerPanel, row: int) -> None:
    table(panel).setCurrentIndex(table(panel).model().index(row, 0))
    table(panel).setFocus()


def test_a_dismissed_row_is_greyed_last_and_no_conflict_any_more(panel: LedgerPanel) -> None:
    assert table(panel).isColumnHidden(DECISION)
    panel.show_decisions({BOATS: decision("dismissed", "different boats are counted")})
    assert scopes(panel) == ["days of rain", "boats lost"]
    last = table(panel).model().index(1, DECISION)
    assert last.data() == "dismissed: different boats are counted"
    assert not last.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert last.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert not table(panel).isColumnHidden(DECISION)
    assert panel.findChild(QLabel, "ledgerSummary").text() == "No conflicts left: 1 dismissed."


def test_what_is_worth_a_look_is_dismissed_like_any_row(panel: LedgerPanel, look) -> None:
    panel.show_comparison(look())
    assert scopes(panel) == ["boats lost", "cuts in the cable", "days of rain"]
    panel.show_decisions({Finding(SubjectKind.FIGURES, 0): decision("dismissed", "two different nights")})
    assert scopes(panel) == ["boats lost", "days of rain", "cuts in the cable"]
    assert panel.findChild(QLabel, "ledgerSummary").text() == "1 conflict, 1 dismissed"


def test_the_filters_keep_what_was_dismissed_apart(panel: LedgerPanel) -> None:
    panel.show_decisions({BOATS: decision("dismissed")})
    found = []
    for choice in range(5):
        panel.findChild(QComboBox).setCurrentIndex(choice)
        found.append(scopes(panel))
    assert found == [["days of rain", "boats lost"], [], [], [], ["boats lost"]]
    panel.show_decisions({})
    assert "Nothing is dismissed" in panel.findChild(QLabel, "emptyText").text()


def test_delete_asks_for_a_reason_and_the_menu_for_a_note(panel: LedgerPanel, qtbot) -> None:
    choose(panel, 0)
    with qtbot.waitSignal(panel.acts.asked) as told:
        qtbot.keyClick(table(panel), Qt.Key.Key_Delete)
    assert told.args == [BOATS, "dismissed"]
    with qtbot.waitSignal(panel.acts.asked) as told:
        panel.acts.note.trigger()
    assert told.args == [BOATS, "noted"]


def test_what_can_be_done_follows_the_chosen_row(panel: LedgerPanel, qtbot) -> None:
    def possible() -> list[bool]:
        acts = panel.acts
        return [a.isEnabled() for a in (acts.confirm, acts.dismiss, acts.note, acts.take_back)]

    assert possible() == [False] * 4
    choose(panel, 1)
    assert possible() == [True, True, True, False]
    panel.show_decisions({RAIN: decision("confirmed")})
    assert possible() == [False, True, True, True]
    with qtbot.waitSignal(panel.acts.undecided) as told:
        panel.acts.take_back.trigger()
    assert told.args == [RAIN]
