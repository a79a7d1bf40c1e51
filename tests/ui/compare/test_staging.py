"""A comparison opens one pane after another; whatever a person does meanwhile finds what it needs."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from reader.ui import event_loop, typography
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.pane_column import least_width
from reader.ui.compare.view import ComparisonView


@pytest.fixture
def opening(qtbot, qapp, compare, monkeypatch) -> ComparisonView:
    """Six articles of which only the first is there: every turn of the loop makes one more."""
    monkeypatch.setattr(event_loop, "SLICE_SECONDS", 0.0)
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(1240, 700)
    view.show()
    view.state.open(compare(6))
    return view


def made(view: ComparisonView) -> list[int]:
    """The places, from 0, of the columns that have their text."""
    return [i for i, column in enumerate(view.strip.columns) if column.is_made]


def test_the_first_pane_is_there_at_once_and_the_others_come_from_the_left(
    opening: ComparisonView, compare, settle
) -> None:
    opening.state.open(compare(5))
    assert made(opening) == [0]
    assert len(opening.strip.columns) == 5
    seen = []
    opening.grown.connect(lambda: seen.extend(set(made(opening)) - {0, *seen}))
    settle(opening)
    assert seen == [1, 2, 3, 4]
    assert len(opening.strip.channels) == 4
    assert len({pane.width() for pane in opening.panes}) <= 2


def test_the_room_for_a_pane_has_its_width_before_it_is_made(opening: ComparisonView, settle) -> None:
    before = [column.box.width() for column in opening.strip.columns]
    assert min(before) >= least_width(1.0)
    settle(opening)
    assert [column.box.width() for column in opening.strip.columns] == before


def test_a_jump_makes_the_panes_that_it_needs(opening: ComparisonView, compare, settle) -> None:
    opening.state.open(compare(5))
    last = opening.state.comparison.passages[0].excerpts[4]
    opening.jump_to(last)
    assert made(opening) == [0, 4]
    assert opening.strip.columns[4].pane.flash.span == last.span
    settle(opening)
    assert opening.active is opening.strip.columns[4]
    assert made(opening) == [0, 1, 2, 3, 4]


def test_a_jump_while_it_opens_ends_where_one_ends_later(opening: ComparisonView, compare, settle) -> None:
    opening.state.open(compare(5))
    last = opening.state.comparison.passages[-1].excerpts
    opening.jump_to(last)
    settle(opening)
    early = heights(opening)
    assert any(early)
    for pane in opening.panes:
        opening.scroll_sync.go_to(pane, 0)
    assert not any(heights(opening))
    opening.jump_to(last)
    settle(opening)
    assert heights(opening) == early


def test_a_person_who_scrolls_meanwhile_is_not_pulled_back(opening: ComparisonView, compare, settle) -> None:
    opening.state.open(compare(5))
    opening.jump_to(opening.state.comparison.passages[-1].excerpts)
    opening.scroll_sync.go_to(opening.strip.columns[0].pane, 0)
    settle(opening)
    assert not any(heights(opening))


def heights(view: ComparisonView) -> list[int]:
    """Where the panes stand."""
    return [pane.verticalScrollBar().value() for pane in view.panes]


def test_a_chosen_passage_is_chosen_in_panes_that_come_later(opening: ComparisonView, settle) -> None:
    opening.choose_passage(2)  # only the first two articles have it
    settle(opening)
    assert {column.pane.highlight_painter.chosen for column in opening.strip.columns} == {2}


def test_another_comparison_meanwhile_takes_the_place(opening: ComparisonView, compare, settle) -> None:
    opening.state.open(compare(2))
    assert len(opening.strip.columns) == 2
    settle(opening)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(opening.findChildren(ArticleView)) == 2


def test_other_findings_meanwhile_reach_every_pane(opening: ComparisonView, compare, settle) -> None:
    whole = compare(6)
    opening.state.open(type(whole)(articles=whole.articles, passages=whole.passages[:1]))
    settle(opening)
    assert [len(pane.found.passages) for pane in opening.panes] == [1] * 6


def test_closing_everything_meanwhile_leaves_nothing(opening: ComparisonView, qtbot) -> None:
    for column in list(opening.strip.columns):
        column.header.closed.emit()
    assert opening.state.comparison is None
    qtbot.waitUntil(lambda: opening.ready)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert opening.findChildren(ArticleView) == []


def test_the_view_may_go_meanwhile(qtbot, qapp, compare) -> None:
    view = ComparisonView()
    view.state.open(compare(6))
    view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_zoom_minimaps_and_order_hold_for_panes_that_come_later(opening: ComparisonView, settle) -> None:
    opening.set_zoom(1.5)
    opening.set_minimaps_visible(False)
    opening.swap_with_neighbour()
    settle(opening)
    assert opening.order == ("a2", "a1", "a3", "a4", "a5", "a6")
    assert {pane.font().pointSizeF() for pane in opening.panes} == {1.5 * typography.current().size}
    assert not any(column.minimap.isVisible() for column in opening.strip.columns)


def test_hits_are_marked_in_panes_that_come_later(opening: ComparisonView, settle) -> None:
    said: list[str] = []
    opening.statusChanged.connect(said.append)
    opening.show_hits("lighthouse")
    settle(opening)
    assert [len(pane.search_highlighter.hits) for pane in opening.panes] == [1] * 6
    assert said == ["6 hits"]


def test_finding_looks_in_every_article(opening: ComparisonView) -> None:
    said: list[str] = []
    opening.statusChanged.connect(said.append)
    opening.find("lighthouse")
    assert said[-1] == "1 of 6 for “lighthouse”"


def test_the_keyboard_goes_to_the_first_pane_at_once(opening: ComparisonView, qtbot, settle) -> None:
    opening.activateWindow()
    opening.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(opening.strip.columns[0].pane.hasFocus)
    settle(opening)
    assert opening.strip.columns[0].pane.hasFocus()
