"""The bar of what is chosen: it explains, and takes decisions in place."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton

from reader.article import Article
from reader.compare.engine import compare
from reader.compare.finding_ids import Finding, SubjectKind
from reader.library import Decision, DecisionKind
from reader.ui.compare.decision_bar import DecisionBar, _ReasonLabel
from reader.ui.compare.explanation import explained, in_reading_order
from reader.ui.compare.view import ComparisonView
from reader.ui.widgets.plain_text import PlainLabel

BOATS, QUOTED, SHARED = (
    Finding(SubjectKind.FIGURES, 1),
    Finding(SubjectKind.QUOTATION, 0),
    Finding(SubjectKind.PASSAGE, 0),
)


def decision(kind: str, reason: str = "", note: str = "") -> Decision:
    return Decision("x:y", DecisionKind(kind), reason, note, "2025-03-04T05:06:07Z")


@pytest.fixture
def bar(shown: ComparisonView) -> DecisionBar:
    return shown.decision_bar


def hold(shown: ComparisonView, finding: Finding, held: Decision) -> None:
    shown.state.set_decisions(shown.state.comparison, {finding: held})


def test_it_is_there_while_something_is_chosen(shown: ComparisonView, bar: DecisionBar) -> None:
    assert bar.isHidden()
    shown.go_to(BOATS)
    assert bar.isVisible()
    shown.state.set_current_finding(None)
    assert bar.isHidden()


def test_it_says_in_plain_words_what_differs_and_who_says_so(shown: ComparisonView) -> None:
    told = explained(shown.state.comparison, BOATS)
    assert told.name == "boats lost"
    assert "41 boats" in told.lead
    assert "Tidewatch: 41 boats" in told.rest
    assert "Corran Echo: 60 boats" in told.rest
    quoted = explained(shown.state.comparison, QUOTED)
    assert quoted.lead == "One quotation, in the same words."
    assert "the keeper" in quoted.rest
    shared = explained(shown.state.comparison, SHARED)
    assert shared.lead == "Word for word, closely alike."
    assert "Tidewatch, Corran Echo and Island Post" in shared.rest


def test_its_buttons_name_what_they_act_on(shown: ComparisonView, bar: DecisionBar) -> None:
    shown.go_to(BOATS)
    names = [b.accessibleName() for b in (bar.confirm, bar.dismiss, bar.note)]
    assert names == ["Confirm boats lost", "Dismiss boats lost", "Note on boats lost"]
    assert bar.accessibleName() == "Chosen: boats lost"
    assert "41 boats" in bar.accessibleDescription()


def test_a_reason_is_written_in_place_and_names_what_it_is_about(
    shown: ComparisonView, bar: DecisionBar, qtbot
) -> None:
    shown.go_to(BOATS)
    qtbot.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    assert bar.is_asking
    field = bar.findChild(QComboBox)
    assert field.accessibleName() == "Why there is no conflict (boats lost):"
    assert field.width() >= 420
    assert field.count() >= 3
    qtbot.keyClicks(field.lineEdit(), " not the same  night ")
    with qtbot.waitSignal(bar.decided) as told:
        qtbot.keyClick(field.lineEdit(), Qt.Key.Key_Return)
    assert told.args == [BOATS, "dismissed", "not the same night", ""]
    assert not bar.is_asking


def test_a_note_keeps_what_was_decided_and_an_empty_one_goes(shown: ComparisonView, bar: DecisionBar, qtbot) -> None:
    shown.go_to(BOATS)
    hold(shown, BOATS, decision("confirmed"))
    qtbot.mouseClick(bar.note, Qt.MouseButton.LeftButton)
    field = bar.findChild(QPlainTextEdit)
    assert field.accessibleName() == "Note on boats lost:"
    qtbot.keyClicks(field, "ask the harbour master")
    with qtbot.waitSignal(bar.decided) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [BOATS, "confirmed", "", "ask the harbour master"]
    hold(shown, BOATS, decision("noted", note="ask"))
    qtbot.mouseClick(bar.note, Qt.MouseButton.LeftButton)
    assert field.toPlainText() == "ask"
    field.clear()
    with qtbot.waitSignal(bar.undecided) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [BOATS]


def test_what_is_done_says_so_and_can_be_taken_back(shown: ComparisonView, bar: DecisionBar, qtbot) -> None:
    shown.go_to(BOATS)
    assert bar.take_back.isHidden()
    hold(shown, BOATS, decision("confirmed"))
    assert bar.confirm.text() == "Confirmed"
    assert not bar.confirm.isEnabled()
    with qtbot.waitSignal(bar.undecided) as told:
        qtbot.mouseClick(bar.take_back, Qt.MouseButton.LeftButton)
    assert told.args == [BOATS]


def test_escape_closes_what_is_written_in_first(shown: ComparisonView, bar: DecisionBar, qtbot) -> None:
    shown.go_to(BOATS)
    bar.ask("noted")
    qtbot.keyClick(bar.findChild(QPlainTextEdit), Qt.Key.Key_Escape)
    assert not bar.is_asking
    assert bar.isVisible()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert shown.state.current_finding is None


def test_another_finding_closes_what_was_being_written(shown: ComparisonView, bar: DecisionBar) -> None:
    shown.go_to(BOATS)
    bar.ask("dismissed")
    shown.go_to(QUOTED)
    assert not bar.is_asking


def test_after_a_decision_the_next_that_clashes_is_chosen(shown: ComparisonView) -> None:
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    shown.go_to(BOATS)
    shown.go_to_next(BOATS)
    assert shown.state.current_finding == BOATS  # the other row agrees
    assert said[-1].startswith("That was the last one")
    shown.go_to(SHARED)
    shown.go_to_next(SHARED)
    assert shown.state.current_finding == Finding(SubjectKind.PASSAGE, 1)
    hold(shown, Finding(SubjectKind.PASSAGE, 2), decision("confirmed"))
    shown.go_to_next(Finding(SubjectKind.PASSAGE, 1))
    assert shown.state.current_finding == Finding(SubjectKind.PASSAGE, 3)


def test_what_is_chosen_stays_marked_once_something_was_decided(shown: ComparisonView) -> None:
    shown.go_to(BOATS)
    hold(shown, BOATS, decision("confirmed"))
    assert {pane.highlight_painter.choice.finding for pane in shown.panes} == {BOATS}
    shown.state.set_decisions(shown.state.comparison, {})
    assert {pane.highlight_painter.choice.finding for pane in shown.panes} == {BOATS}


def test_taking_back_comes_before_the_others_and_moves_none_of_them(shown: ComparisonView, bar: DecisionBar) -> None:
    shown.go_to(BOATS)
    before = [one.mapTo(bar, QPoint()).x() for one in (bar.note, bar.dismiss)]
    hold(shown, BOATS, decision("noted", note="asked"))
    assert bar.take_back.isVisible()
    assert [one.mapTo(bar, QPoint()).x() for one in (bar.note, bar.dismiss)] == before


def test_those_who_differ_most_are_told_first_and_the_others_as_they_stand() -> None:
    told = "The storm hit Corran on Monday. {} people were killed in the harbour, the coastguard said."
    given = ("About 40", "41", "12", "About 40")
    articles = [Article(str(at), told.format(words), outlet=f"Outlet {at}") for at, words in enumerate(given)]
    rest = explained(compare(articles), Finding(SubjectKind.FIGURES, 0)).rest
    assert rest.startswith("Outlet 2 (the coastguard): 12; ")
    assert rest.index("Outlet 0") < rest.index("Outlet 3")


def test_a_day_that_opens_a_sentence_opens_none_in_the_bar() -> None:
    told = ("By Wednesday the number of people killed in the harbour had risen to {}.", "{} people were killed.")
    articles = [Article(str(at), told[at].format(n), outlet=f"Outlet {at}") for at, n in enumerate((151, 147))]
    assert "Outlet 0 (by Wednesday): 151" in explained(compare(articles), Finding(SubjectKind.FIGURES, 0)).rest


def test_findings_are_gone_through_worst_first(shown: ComparisonView) -> None:
    assert [one.index for one in in_reading_order(shown.state.comparison, BOATS)] == [1, 0]


def test_it_takes_no_room_for_a_single_article(shown: ComparisonView, bar: DecisionBar, compare) -> None:
    whole = compare()
    shown.state.open(type(whole)(articles=whole.articles[:1], passages=()))
    assert bar.isHidden()
    assert all(button.autoDefault() is False for button in bar.findChildren(QPushButton))


def test_what_it_says_is_whole_in_a_narrow_window(shown: ComparisonView, bar: DecisionBar, qtbot) -> None:
    shown.go_to(BOATS)
    hold(
        shown, BOATS, decision("confirmed", note="Asked the harbour master on Friday, who counts the boats again. " * 2)
    )
    label, buttons = bar.findChild(_ReasonLabel), bar.findChildren(QPushButton)
    shown.window().resize(1400, 800)
    qtbot.waitUntil(lambda: bar.width() > 1000)
    low = bar.height()
    shown.window().resize(700, 800)
    qtbot.waitUntil(lambda: bar.width() < 800 and bar.height() > low and label.is_whole)
    assert all(
        bar.rect().contains(b.mapTo(bar, b.rect().topLeft()))
        and bar.rect().contains(b.mapTo(bar, b.rect().bottomRight()))
        for b in buttons
        if b.isVisible()
    )
    shown.window().resize(1400, 800)
    qtbot.waitUntil(lambda: bar.height() == low)


def test_what_is_written_in_stands_on_one_line_with_its_question_and_buttons(
    shown: ComparisonView, bar: DecisionBar, qtbot
) -> None:
    shown.go_to(BOATS)
    bar.ask("dismissed")
    reason = bar.findChild(QComboBox)
    cancel = next(b for b in bar.findChildren(QPushButton) if b.text() == "Cancel")
    qtbot.waitUntil(lambda: reason.isVisible() and reason.height() == cancel.height())
    question = next(one for one in bar.findChildren(PlainLabel) if one.text().startswith("Why"))
    middles = {one.mapTo(bar, one.rect().center()).y() for one in (question, reason, cancel)}
    assert len(middles) == 1


def test_what_was_dismissed_is_not_counted_among_what_is_left(shown: ComparisonView, bar: DecisionBar) -> None:
    place = bar.findChild(PlainLabel, "decisionPlace")
    shown.go_to(SHARED)
    assert place.text().startswith("1 of ")
    count = int(place.text().rpartition(" ")[2])
    hold(shown, Finding(SubjectKind.PASSAGE, 1), decision("dismissed"))
    shown.go_to(SHARED)
    assert place.text() == f"1 of {count - 1}"
    shown.go_to(Finding(SubjectKind.PASSAGE, 1))
    assert place.text() == ""


def test_an_account_that_gives_a_figure_twice_is_named_once() -> None:
    texts = (
        "Forty-one boats were lost in the storm. The harbour office said on Friday that forty-one boats were lost.",
        "Sixty boats were lost in the storm.",
    )
    found = compare([Article(f"a{n}", text, outlet=("Tidewatch", "Echo")[n]) for n, text in enumerate(texts)])
    at = next(n for n, row in enumerate(found.ledger) if len(row.mentions) == 3)
    told = explained(found, Finding(SubjectKind.FIGURES, at)).rest
    assert told.count("Tidewatch") == 1, told
    assert "Tidewatch (The harbour office" in told
