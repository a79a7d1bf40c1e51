"""What is chosen is marked in every pane that has it, and named as lacking in those that have it not."""

import pytest
from PySide6.QtCore import QPoint, Qt

from reader.compare.finding_ids import Finding, SubjectKind
from reader.ui.compare.highlights import Heat
from reader.ui.compare.view import ComparisonView

FIGURES = Finding(SubjectKind.FIGURES, 1)
QUOTED = Finding(SubjectKind.QUOTATION, 0)


def tags(shown: ComparisonView) -> list[str]:
    return [column.header.accessibleName().rpartition(", ")[2] for column in shown.strip.columns]


def chosen(shown: ComparisonView) -> set[Finding | None]:
    return {pane.highlight_painter.choice.finding for pane in shown.panes}


def test_a_click_on_a_figure_chooses_its_row(shown: ComparisonView, settle, qtbot) -> None:
    shown.next_conflict()
    settle(shown)
    shown.state.set_current_finding(None)
    pane = shown.panes[1]
    (mark,) = [one for one in pane.found.figures if one.index == FIGURES.index]
    place = pane.lines.rectangles(mark.span)[0].center().toPoint()
    at = place - QPoint(0, pane.verticalScrollBar().value())
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=at)
    settle(shown)
    assert shown.state.current_finding == FIGURES
    assert chosen(shown) == {FIGURES}
    assert tags(shown)[2] == "not found here"


def test_what_lacks_it_says_so_and_says_it_no_more_once_nothing_is_chosen(shown: ComparisonView, settle) -> None:
    shown.next_conflict()
    settle(shown)
    assert tags(shown)[2] == "not found here"
    shown.state.set_current_finding(None)
    assert chosen(shown) == {None}
    assert "not found here" not in tags(shown)


def test_only_these_folds_the_others_and_follows_what_is_chosen(shown: ComparisonView, settle) -> None:
    shown.next_conflict()
    shown.toggle_only()
    settle(shown)
    assert [column.folded for column in shown.strip.columns] == [False, False, True]
    everywhere = next(i for i, p in enumerate(shown.state.comparison.passages) if len(p.excerpts) == 3)
    shown.choose_passage(everywhere)
    settle(shown)
    assert not any(column.folded for column in shown.strip.columns)
    shown.next_conflict()
    settle(shown)
    assert shown.strip.columns[2].folded
    shown.state.set_current_finding(None)
    assert not any(column.folded for column in shown.strip.columns)


def test_only_these_without_a_choice_says_what_to_do(shown: ComparisonView) -> None:
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    shown.toggle_only()
    assert said == ["Choose a figure, a quotation or a passage first"]
    assert not any(column.folded for column in shown.strip.columns)


def test_the_words_that_differ_are_told_against_the_base(shown: ComparisonView, settle) -> None:
    comparison = shown.state.comparison
    first, second = (credit.excerpt.article for credit in comparison.quotations[0].credits[:2])
    shown.state.set_current_finding(QUOTED)
    settle(shown)
    panes = {pane.article.id: pane for pane in shown.panes}
    assert panes[first].highlight_painter.choice.differing == ()
    shown.set_base(second)
    assert panes[second].highlight_painter.choice.differing == ()
    for pane in shown.panes:
        own = [
            span for c in comparison.quotations[0].credits if c.excerpt.article == pane.article.id for span in c.spans
        ]
        assert all(any(part.contains(word) for part in own) for word in pane.highlight_painter.choice.differing)


def test_panes_made_later_show_it_too(shown: ComparisonView, compare, settle) -> None:
    shown.state.open(compare(5))
    shown.state.set_current_finding(FIGURES)
    settle(shown)
    assert chosen(shown) == {FIGURES}


@pytest.mark.parametrize("times", [1, 2, 3])
def test_one_key_turns_what_the_ground_tells(shown: ComparisonView, times: int, settle) -> None:
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    for _time in range(times):
        shown.turn_heat()
    settle(shown)
    wanted = [Heat.ONLY, Heat.ALL, Heat.SHARED][times - 1]
    assert {pane.highlight_painter.heat for pane in shown.panes} == {wanted}
    assert said[-1].startswith("Tinted: what")
    shown.panes[0].viewport().grab()  # draws without a word


def test_escape_lets_go_of_what_is_chosen(shown: ComparisonView, qtbot, settle) -> None:
    shown.next_conflict()
    settle(shown)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert shown.state.current_finding is None
