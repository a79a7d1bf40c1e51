"""The list of a dock, as a person acts on it."""

import dataclasses

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel

from reader.article import Article
from reader.compare.comparison import Comparison, Credit, Excerpt, Quotation
from reader.compare.finding_ids import Finding, SubjectKind
from reader.library import Decision, DecisionKind
from reader.text.spans import Span
from reader.ui.docks.findings_model import ENTRY, FindingsModel
from reader.ui.docks.findings_panel import FindingsPanel
from reader.ui.docks.lists import DOCKS, DockSpec

BY_NAME = {dock.name: dock for dock in DOCKS}


@pytest.fixture
def open_panel(qtbot, compare):
    def make(name: str, comparison: Comparison | None = None) -> FindingsPanel:
        made = FindingsPanel(BY_NAME[name])
        qtbot.addWidget(made)
        made.resize(700, 260)
        made.show_comparison(comparison or compare())
        made.show()
        qtbot.waitExposed(made)
        return made

    return make


def at(article: Article, words: str) -> Excerpt:
    start = article.text.index(words)
    return Excerpt(article.id, Span(start, start + len(words)))


def line(panel: FindingsPanel, heading: int, row: int) -> QModelIndex:
    outline = panel.list.model()
    return outline.index(row, 0, outline.index(heading, 0))


def seen(panel: FindingsPanel) -> str:
    return " ".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize("dock", DOCKS, ids=lambda dock: dock.name)
def test_the_model_keeps_the_rules_of_qt(dock: DockSpec, compare) -> None:
    outline = FindingsModel(dock.entries(compare()))
    QAbstractItemModelTester(outline, QAbstractItemModelTester.FailureReportingMode.Warning)
    assert outline.rowCount() > 0


@pytest.mark.parametrize("dock", DOCKS, ids=lambda dock: dock.name)
def test_each_paints_and_says_what_it_is_for(dock: DockSpec, compare, qtbot, open_panel) -> None:
    panel = open_panel(dock.name)
    assert panel.list.isVisible()
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert not panel.grab().isNull()
    panel.show_comparison(Comparison(articles=compare().articles[1:]))
    assert dock.nothing in seen(panel)
    panel.clear()
    assert dock.purpose in seen(panel)


def test_a_click_leads_to_its_place_first(open_panel, qtbot) -> None:
    panel = open_panel("quotations")
    place = panel.list.visualRect(line(panel, 0, 1)).center()
    with qtbot.waitSignal(panel.goneTo) as told:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [Finding(SubjectKind.QUOTATION, 0), "a2"]


def test_a_list_is_at_what_was_chosen_elsewhere_and_its_arrows_choose(open_panel, qtbot) -> None:
    panel, went = open_panel("quotations"), []
    panel.goneTo.connect(lambda finding, article: went.append(article))
    panel.activateWindow()
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    panel.follow(Finding(SubjectKind.QUOTATION, 0))
    assert panel.list.currentIndex().data(ENTRY).finding == Finding(SubjectKind.QUOTATION, 0)
    assert went == []
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert went == ["a1"]
    panel.follow(Finding(SubjectKind.QUOTATION, 0))  # it is there already: the line stays
    assert panel.list.currentIndex().data(ENTRY).label
    panel.follow(Finding(SubjectKind.PASSAGE, 7))
    assert went == ["a1"]


def test_quotations_worded_differently_come_first_and_scare_quotes_not_at_all(open_panel, compare) -> None:
    whole = compare()
    (altered,) = whole.quotations
    one, other = whole.articles[0], whole.articles[1]
    fire = "burned for two nights"
    same = Quotation(90.0, (Credit(at(one, fire), "Ida Kowl"), Credit(at(other, fire), "Ida Kowl")))
    scare = Quotation(90.0, (Credit(at(one, "mill")), Credit(at(other, "mill"))))
    panel = open_panel("quotations", dataclasses.replace(whole, quotations=(same, scare, altered)))
    entries = [panel.list.model().index(n, 0).data(ENTRY) for n in range(panel.list.model().rowCount())]
    assert [entry.finding.index for entry in entries] == [2, 0]
    assert [entry.note.split(" · ")[0] for entry in entries] == [
        "2 accounts, worded differently",
        "2 accounts, the same words",
    ]
    assert entries[1].text == "“burned for two nights”"
    assert panel.bar.accessibleName().startswith("2 quotations in several accounts")


def test_enter_does_as_a_click(open_panel, qtbot) -> None:
    panel = open_panel("only-here")
    panel.list.setCurrentIndex(line(panel, 0, 0))
    with qtbot.waitSignal(panel.jumped) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert [e.article for e in told.args[0]] == ["a2"]


def test_words_wrap_at_the_width_of_the_list(open_panel, qtbot) -> None:
    panel = open_panel("quotations")
    wide = panel.list.visualRect(line(panel, 0, 1)).height()
    panel.resize(300, 260)
    qtbot.waitUntil(lambda: panel.list.visualRect(line(panel, 0, 1)).height() > wide)


def test_a_tick_brings_back_what_was_folded(open_panel, qtbot) -> None:
    panel = open_panel("left-out")
    heading = panel.list.model().index(0, 0)
    box = panel.list.visualRect(heading).topLeft() + QPoint(11, 11)
    with qtbot.waitSignal(panel.foldWanted) as told:
        qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert told.args == ["a1", False]
    panel.show_unfolded(["a1"])
    assert heading.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    with qtbot.waitSignal(panel.foldWanted) as told:
        panel.list.setCurrentIndex(heading)
        qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    assert told.args == ["a1", True]


def test_what_was_left_out_is_brought_back_before_it_is_jumped_to(open_panel, qtbot) -> None:
    panel = open_panel("left-out")
    panel.list.setCurrentIndex(line(panel, 0, 0))
    with qtbot.waitSignals([panel.foldWanted, panel.jumped]):
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)


def decision(kind: str, reason: str = "", note: str = "") -> Decision:
    return Decision("x", DecisionKind(kind), reason, note, "2025-03-04T05:06:07Z")


def test_a_line_says_what_was_decided_on_its_finding(open_panel, qtbot) -> None:
    panel = open_panel("only-here")
    gap = next(index for i in range(2) if (index := line(panel, 1, i)).isValid() and index.data(ENTRY).finding)
    panel.show_decisions({Finding(SubjectKind.PASSAGE, 0): decision("noted", note="call the miller")})
    assert gap.data(ENTRY).sign == "noted"
    assert gap.data(Qt.ItemDataRole.AccessibleTextRole).endswith("noted: call the miller)")
    assert not panel.grab().isNull()
    panel.show_decisions({})
    assert gap.data(ENTRY).sign == ""


def test_delete_dismisses_the_quotation_of_the_line(open_panel, qtbot) -> None:
    panel = open_panel("quotations")
    panel.list.setCurrentIndex(line(panel, 0, 1))
    panel.activateWindow()
    panel.list.setFocus()
    qtbot.waitUntil(panel.list.hasFocus)
    with qtbot.waitSignal(panel.acts.asked) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    assert told.args == [Finding(SubjectKind.QUOTATION, 0), "dismissed"]
    panel.show_decisions({Finding(SubjectKind.QUOTATION, 0): decision("dismissed", "two people")})
    heading = panel.list.model().index(0, 0).data(ENTRY)
    assert (heading.sign, heading.note.split(" · ")[-1]) == ("dismissed", "dismissed: two people")
    assert line(panel, 0, 1).data(ENTRY).sign == ""
    assert panel.acts.take_back.isEnabled()


def test_what_nobody_can_decide_on_offers_nothing(open_panel) -> None:
    panel = open_panel("names")
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert panel.acts.finding is None
    assert not any(action.isEnabled() for action in panel.acts.every)
