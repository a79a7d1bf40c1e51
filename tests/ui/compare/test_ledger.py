"""The ledger panel and its model."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QTableView

from reader.compare.comparison import Verdict
from reader.ui.compare.ledger import LedgerPanel
from reader.ui.compare.ledger_model import LEADING, VERDICT, LedgerModel


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


def words(panel: LedgerPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def choose(panel: LedgerPanel, row: int) -> None:
    panel.findChild(QComboBox).setCurrentIndex(row)


def test_the_model_keeps_the_rules_of_qt(compare) -> None:
    for model in (LedgerModel(), LedgerModel(compare(2)), LedgerModel(compare(3, ledger=False))):
        QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_a_row_per_scope_and_a_column_per_article_worst_first(compare) -> None:
    model = LedgerModel(compare())
    said = [[model.data(model.index(r, c)) for c in range(model.columnCount())] for r in range(model.rowCount())]
    assert said == [
        ["conflict", "boats lost", "", "41 boats", "60 boats", ""],
        ["agree", "days of rain", "", "nine days", "nine days", ""],
    ]
    heads = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(LEADING, model.columnCount())]
    assert heads == ["Tidewatch", "Corran Echo", "Island Post"]
    assert model.data(model.index(0, 0), VERDICT) is Verdict.CONFLICT


def test_a_verdict_has_an_icon_a_word_and_a_reason(compare, qapp) -> None:
    model = LedgerModel(compare())
    assert not model.data(model.index(0, 0), Qt.ItemDataRole.DecorationRole).isNull()
    assert "41 boats" in model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "Tidewatch – Corran Echo: conflict" in model.reasons(model.index(0, LEADING))
    assert model.reasons(model.index(0, LEADING + 2)) == ""


def test_a_click_on_a_cell_lets_its_mention_lead(panel: LedgerPanel, qtbot) -> None:
    view = table(panel)
    place = view.visualRect(view.model().index(0, LEADING + 1)).center()
    with qtbot.waitSignal(panel.mentionActivated) as said:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [e.article for e in said.args[0]] == ["a2", "a1"]


def test_enter_does_as_a_click(panel: LedgerPanel, qtbot) -> None:
    view = table(panel)
    view.setCurrentIndex(view.model().index(1, 0))
    with qtbot.waitSignal(panel.mentionActivated) as said:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert [e.article for e in said.args[0]] == ["a1", "a2"]


def test_the_filter_hides_what_is_milder(panel: LedgerPanel) -> None:
    rows = []
    for row in range(3):
        choose(panel, row)
        rows.append(table(panel).model().rowCount())
    assert rows == [2, 1, 1]


def test_a_head_sorts_and_another_comparison_starts_worst_first(panel: LedgerPanel, compare, qtbot) -> None:
    view = table(panel)
    head = view.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(1) + 10, head.height() // 2)
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.model().index(0, 1).data() == "boats lost"
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert view.model().index(0, 1).data() == "days of rain"
    panel.show_comparison(compare())
    assert view.model().index(0, 1).data() == "boats lost"


def test_no_conflicts_is_said_plainly(panel: LedgerPanel, compare) -> None:
    panel.show_comparison(compare(3, ledger=False))
    assert "No conflicts found" in words(panel)
    assert not table(panel).isVisible()
    whole = compare()
    panel.show_comparison(type(whole)(articles=whole.articles, ledger=whole.ledger[:1]))
    assert table(panel).isVisible()
    assert "No conflicts found" in words(panel)
    choose(panel, 2)
    assert not table(panel).isVisible()
    assert "No conflicts found" in words(panel)


def test_cleared_it_says_what_it_is_for(panel: LedgerPanel) -> None:
    panel.clear()
    assert "side by side" in words(panel)
    panel._activated(QModelIndex())
