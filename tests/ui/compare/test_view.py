"""The whole comparison, used as a person uses it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QWheelEvent
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from reader.compare import finding_ids
from reader.compare.comparison import Excerpt
from reader.compare.finding_ids import Finding
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.pane_column import least_width
from reader.ui.compare.view import ComparisonView


def wheel(pane: ArticleView, notches: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Turn the wheel over a pane, down for positive notches."""
    at = QPointF(pane.viewport().rect().center())
    there, step = QPointF(pane.viewport().mapToGlobal(at)), -120 if notches > 0 else 120
    turned = QPoint(step, 0) if keys & Qt.KeyboardModifier.AltModifier else QPoint(0, step)
    for _notch in range(abs(notches)):
        event = QWheelEvent(
            at, there, QPoint(), turned, Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False
        )
        QApplication.sendEvent(pane.viewport(), event)


def values(view: ComparisonView) -> list[int]:
    return [pane.verticalScrollBar().value() for pane in view.panes]


def seen(pane: ArticleView, span: Span) -> float:
    """The height on screen of the line where a span begins."""
    return pane.lines.line(span.start)[0] - pane.verticalScrollBar().value()


def span_of(view: ComparisonView, pane: ArticleView, passage: int) -> Span:
    return next(e.span for e in view.state.comparison.passages[passage].excerpts if e.article == pane.article.id)


# Scrolling


def test_the_wheel_over_one_pane_brings_what_is_shared_side_by_side(shown: ComparisonView) -> None:
    first, *others = shown.panes
    second_passage = span_of(shown, first, 1)
    while seen(first, second_passage) > first.viewport().height() / 3:
        wheel(first, 1)
    for pane in others:
        assert seen(pane, span_of(shown, pane, 1)) == pytest.approx(seen(first, second_passage), abs=30)


def test_both_ends_are_reached_by_every_pane(shown: ComparisonView) -> None:
    for pane in shown.panes:
        wheel(pane, 200)
        assert values(shown) == [p.verticalScrollBar().maximum() for p in shown.panes]
        wheel(pane, -200)
        assert values(shown) == [0, 0, 0]


def test_a_thousand_steps_there_and_back_drift_nowhere(shown: ComparisonView) -> None:
    first = shown.panes[0]
    wheel(first, 5)
    before, bar = values(shown), first.verticalScrollBar()
    for _step in range(500):
        bar.setValue(bar.value() + 1)
        bar.setValue(bar.value() - 1)
    assert values(shown) == before


def test_panes_that_lead_in_turn_drift_nowhere(shown: ComparisonView) -> None:
    wheel(shown.panes[0], 6)
    for pane in shown.panes:
        wheel(pane, 1)
        wheel(pane, -1)
    before = values(shown)
    for _turn in range(40):
        for pane in shown.panes:
            shown.scroll_sync.drive(pane)
            pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() + 1)
            pane.verticalScrollBar().setValue(pane.verticalScrollBar().value() - 1)
    assert values(shown) == pytest.approx(before, abs=2)


def test_only_the_pane_under_the_person_leads(shown: ComparisonView) -> None:
    wheel(shown.panes[0], 4)
    before = values(shown)
    shown.panes[2].verticalScrollBar().setValue(0)  # not a person: nothing follows
    assert values(shown)[:2] == before[:2]
    wheel(shown.panes[1], 1)
    assert shown.scroll_sync.driver is shown.panes[1]


def test_proportional(shown: ComparisonView, qtbot) -> None:
    with qtbot.waitSignal(shown.scrollModeChanged, check_params_cb=lambda mode: mode == "proportional"):
        shown.set_scroll_mode("proportional")
    wheel(shown.panes[0], 5)
    shares = [p.verticalScrollBar().value() / p.verticalScrollBar().maximum() for p in shown.panes]
    assert shares == pytest.approx([shares[0]] * 3, abs=0.01)


def test_nothing_is_said_of_scrolling_and_zoom_where_nothing_is_open(qtbot) -> None:
    view = ComparisonView()
    qtbot.addWidget(view)
    with qtbot.assertNotEmitted(view.statusChanged), qtbot.waitSignal(view.scrollModeChanged):
        view.set_scroll_mode("proportional")
        view.set_zoom(1.5)


def test_free_keeps_the_offset_that_alt_made(shown: ComparisonView) -> None:
    wheel(shown.panes[0], 4)
    shown.set_scroll_mode("free")
    before = values(shown)
    wheel(shown.panes[1], 2, Qt.KeyboardModifier.AltModifier)
    after = values(shown)
    assert (after[0], after[2]) == (before[0], before[2])
    assert after[1] == before[1] + 120
    wheel(shown.panes[0], 1)
    moved = [b - a for a, b in zip(after, values(shown), strict=True)]
    assert moved == pytest.approx([moved[0]] * 3, abs=1)
    assert moved[0] > 0


def test_modes_cycle(shown: ComparisonView) -> None:
    said: list[str] = []
    shown.scrollModeChanged.connect(said.append)
    for _press in range(3):
        shown.cycle_scroll_mode()
    assert said == ["proportional", "free", "matched"]


@pytest.mark.parametrize("change", ["zoom", "width", "height"])
def test_the_place_is_kept_through_zoom_and_resize(shown: ComparisonView, settle, change: str) -> None:
    first = shown.panes[0]
    wheel(first, 12)
    extent = shown.scroll_sync.extent(first)
    on_the_line = first.lines.point(first.verticalScrollBar().value() + extent.line)
    if change == "zoom":
        shown.zoom_in()
        shown.zoom_in()
    else:
        shown.resize(*((1000, 700) if change == "width" else (1240, 500)))
    QApplication.processEvents()
    settle(shown)
    line = first.viewport().height() / 3
    top = first.lines.line(on_the_line)[0] - first.verticalScrollBar().value()
    assert top == pytest.approx(line, abs=30)
    assert seen(shown.panes[2], span_of(shown, shown.panes[2], 1)) == pytest.approx(
        seen(first, span_of(shown, first, 1)), abs=120
    )


def test_ctrl_and_the_wheel_zoom(shown: ComparisonView, settle) -> None:
    size = shown.panes[0].font().pointSizeF()
    wheel(shown.panes[0], -1, Qt.KeyboardModifier.ControlModifier)
    assert shown.panes[0].font().pointSizeF() > size
    settle(shown)
    assert [pane.font().pointSizeF() for pane in shown.panes] == pytest.approx([1.1 * size] * 3)
    shown.zoom_reset()
    settle(shown)
    assert {pane.font().pointSizeF() for pane in shown.panes} == {size}


# Passages and conflicts


def test_a_click_on_a_passage_chooses_it_everywhere_and_shows_the_passage_panel(shown: ComparisonView, qtbot) -> None:
    first = shown.panes[0]
    span = span_of(shown, first, 0)
    place = first.lines.rectangles(span)[0].center().toPoint()
    with qtbot.waitSignals([shown.passageActivated, shown.findingTold]):
        qtbot.mouseClick(first.viewport(), Qt.MouseButton.LeftButton, pos=place)
    heights = [seen(pane, span_of(shown, pane, 0)) for pane in shown.panes]
    assert heights == pytest.approx([heights[0]] * 3, abs=2)
    assert shown.passage_panel.isVisible()


def test_a_passage_that_crosses_is_reached_and_scrolling_finds_back(shown: ComparisonView, settle) -> None:
    """The third passage stands late in one article and early in the other: the chain leaves it out, a jump does not."""
    shown.resize(1240, 480)
    settle(shown)
    first, second, _third = shown.panes
    shown.choose_passage(2, shown.state.comparison.passages[2].excerpts[0])
    assert seen(first, span_of(shown, first, 2)) == pytest.approx(seen(second, span_of(shown, second, 2)), abs=2)
    wheel(first, 200)
    assert second.verticalScrollBar().value() == second.verticalScrollBar().maximum()


def test_next_and_previous_passage_say_where_they_are(shown: ComparisonView) -> None:
    said: list[str] = []
    shown.findingTold.connect(said.append)
    shown.next_passage()
    assert said[-1] == "Passage 1 of 4, closely alike, also in Corran Echo and Island Post"
    shown.next_passage()
    assert said[-1] == "Passage 2 of 4, alike, also in Corran Echo and Island Post"
    shown.previous_passage()
    shown.previous_passage()
    assert said[-1] == "Passage 4 of 4, weakly alike, also in Corran Echo"


def test_conflicts_come_by_key_and_are_marked_strongest(shown: ComparisonView) -> None:
    said: list[str] = []
    shown.findingTold.connect(said.append)
    shown.next_conflict()
    assert said[-1].startswith("boats lost, conflict")
    first, second, third = shown.panes
    row = Finding(finding_ids.SubjectKind.FIGURES, 1)
    assert {pane.highlight_painter.choice.finding for pane in shown.panes} == {row}
    assert [column.header.tag for column in shown.strip.columns] == ["", "", "not found here"]
    for pane in (first, second):
        (own,) = [mark for mark in pane.found.figures if pane.highlight_painter.choice.is_on(mark)]
        assert 0 <= seen(pane, own.span) < pane.viewport().height()
    assert not any(third.highlight_painter.choice.is_on(mark) for mark in third.found.figures)


def test_what_is_but_worth_a_look_is_no_conflict_to_go_to(shown: ComparisonView, look, settle) -> None:
    shown.state.open(look())
    settle(shown)
    said: list[str] = []
    shown.findingTold.connect(said.append)
    for _step in range(2):
        shown.next_conflict()
        assert said[-1].startswith("boats lost, conflict")


def test_without_a_conflict_it_says_so(shown: ComparisonView, compare) -> None:
    shown.state.open(compare(2, ledger=False))
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    shown.next_conflict()
    shown.previous_conflict()
    assert said == ["No conflicts found", "No conflicts found"]


def test_a_jump_lets_go_of_what_was_chosen_before(shown: ComparisonView, settle) -> None:
    shown.next_conflict()
    settle(shown)
    pane = shown.panes[2]
    shown.jump_to(Excerpt(pane.article.id, Span(10, 30)))
    assert shown.state.current_finding is None
    assert pane.flash.span == Span(10, 30)


def test_jump_to_an_article_that_is_closed_says_so(shown: ComparisonView) -> None:
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    shown.jump_to(Excerpt("elsewhere", Span(0, 1)))
    assert len(said) == 1


# Panes


def test_panes_swap_close_and_take_the_focus(shown: ComparisonView) -> None:
    def order() -> list[str]:
        return [pane.article.id for pane in shown.panes]

    shown.focus_pane(1)
    shown.swap_with_neighbour()
    assert order() == ["a2", "a1", "a3"]
    assert shown.active.pane.article.id == "a1"
    shown.focus_pane(3)
    shown.swap_with_neighbour()
    assert order() == ["a2", "a3", "a1"]
    assert shown.active.pane.article.id == "a3"
    shown.next_pane()
    shown.next_pane()
    assert shown.active.pane.article.id == "a2"
    shown.previous_pane()
    assert shown.active.pane.article.id == "a1"
    shown.focus_pane(9)
    assert shown.active.pane.article.id == "a1"
    shown.strip.columns[1].header.closed.emit()
    assert order() == ["a2", "a1"]
    assert len(shown.strip.channels) == 1
    wheel(shown.panes[0], 2)


def test_closing_the_last_pane_leads_back_to_the_invitation(shown: ComparisonView) -> None:
    for column in list(shown.strip.columns):
        column.header.closed.emit()
    assert shown.state.comparison is None
    assert not shown.strip.isVisible()


def test_dragging_a_head_moves_its_pane(shown: ComparisonView, qtbot) -> None:
    header, last = shown.strip.columns[0].header, shown.strip.columns[2].box
    start, end = QPoint(60, 20), header.mapFromGlobal(last.mapToGlobal(QPoint(last.width() - 20, 20)))
    qtbot.mousePress(header, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(header, (start + end) / 2)
    qtbot.mouseMove(header, end)
    qtbot.mouseRelease(header, Qt.MouseButton.LeftButton, pos=end)
    assert [pane.article.id for pane in shown.panes] == ["a2", "a3", "a1"]


def test_twenty_articles_scroll_sideways(qtbot, compare) -> None:
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(1000, 600)
    view.state.open(compare(6))
    view.show()
    qtbot.waitExposed(view)
    bar = view.strip.horizontalScrollBar()
    assert bar.maximum() > 0
    view.focus_pane(6)
    assert bar.value() == bar.maximum()
    wheel(view.panes[5], -5, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < bar.maximum()
    assert all(column.box.width() >= least_width(1.0) for column in view.strip.columns)


def test_a_single_article_can_be_read(qtbot, compare) -> None:
    view = ComparisonView()
    qtbot.addWidget(view)
    whole = compare(2)
    view.state.open(type(whole)(articles=whole.articles[:1]))
    view.show()
    qtbot.waitExposed(view)
    view.next_passage()
    view.next_conflict()
    view.swap_with_neighbour()
    wheel(view.panes[0], 3)
    assert view.panes[0].verticalScrollBar().value() > 0


# Words


def test_find_goes_round_and_opens_what_is_folded(shown: ComparisonView, settle) -> None:
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    shown.find("LEAVE a  reply")
    assert said[-1] == "1 of 3 for “LEAVE a  reply”"
    first = shown.panes[0]
    assert not first.article_document.folded
    assert first.search_highlighter.current is not None
    shown.find_next()
    assert said[-1].startswith("2 of 3")
    shown.find_previous()
    shown.find_previous()
    assert said[-1].startswith("3 of 3")
    shown.find("nowhere at all")
    assert "none of these articles" in said[-1]
    shown.find("")
    assert all(not pane.search_highlighter.hits for pane in shown.panes)


def test_finding_goes_on_after_panes_moved(shown: ComparisonView) -> None:
    said: list[str] = []
    shown.find("leave a reply")
    shown.find_next()
    shown.swap_with_neighbour()
    shown.statusChanged.connect(said.append)
    shown.find_next()
    assert said[-1].endswith("of 3 for “leave a reply”")


def test_what_the_library_was_searched_for_is_marked_until_something_else_is_found(
    shown: ComparisonView, settle
) -> None:
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    shown.show_hits("lighthouses OR engineer")
    settle(shown)
    assert said == ["6 hits"]
    hits = {s.of(p.article.text) for p in shown.panes for s in p.search_highlighter.hits}
    assert hits == {"lighthouse", "Engineers"}
    shown.find("cable")
    shown.find("")
    settle(shown)
    assert {s.of(p.article.text) for p in shown.panes for s in p.search_highlighter.hits} == hits
    shown.show_hits("")
    settle(shown)
    assert not any(p.search_highlighter.hits for p in shown.panes)


def test_hits_are_walked_through_from_one_pane_into_the_next(shown: ComparisonView, settle) -> None:
    told: list[tuple[int, int]] = []
    said: list[str] = []
    shown.hitsChanged.connect(lambda number, count: told.append((number, count)))
    shown.statusChanged.connect(said.append)
    shown.show_hits("lighthouse OR engineers")
    settle(shown)
    assert told == [(0, 6)]
    where = []
    for _step in range(6):
        shown.find_next()
        (here,) = [pane.article.id for pane in shown.panes if pane.search_highlighter.current is not None]
        where.append(here)
    assert where == ["a1", "a1", "a2", "a2", "a3", "a3"]
    assert said[-1] == "Hit 6 of 6"
    shown.find_next()
    assert told[-1] == (1, 6)  # round and round
    shown.find_previous()
    assert told[-1] == (6, 6)
    assert shown.active is not None
    assert shown.active.article.id == "a3"
    assert all(column.minimap.isVisible() for column in shown.strip.columns)


def test_hits_begin_where_one_reads_and_follow_the_panes(shown: ComparisonView, settle, qtbot) -> None:
    told: list[tuple[int, int]] = []
    shown.hitsChanged.connect(lambda number, count: told.append((number, count)))
    shown.focus_pane(2)
    shown.show_hits("lighthouse")
    settle(shown)
    shown.find_previous()
    assert told[-1] == (1, 3)
    shown.panes[0].setFocus()
    shown.strip.columns[0].header.closed.emit()
    assert told[-1] == (0, 2)
    shown.find("cable")
    shown.find("")
    settle(shown)
    shown.find_next()
    assert told[-1][1] == 2
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    settle(shown)
    assert shown.sought == ""
    assert told[-1] == (0, 0)
    assert not any(pane.search_highlighter.hits for pane in shown.panes)


def test_without_hits_it_says_so(shown: ComparisonView, settle) -> None:
    said: list[str] = []
    shown.statusChanged.connect(said.append)
    shown.show_hits("xylophone")
    settle(shown)
    shown.find_next()
    assert said[-1] == "No hits in these articles"


# States and access


def test_the_empty_view_says_what_it_is_for_and_offers_an_action(qtbot) -> None:
    view = ComparisonView()
    qtbot.addWidget(view)
    view.show()
    assert view.minimumSizeHint().width() < 400
    buttons = [b for b in view.findChildren(QPushButton) if b.isVisible()]
    with qtbot.waitSignal(view.compareSampleRequested):
        qtbot.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(view.importRequested):
        qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    for wish in (
        view.next_passage,
        view.next_conflict,
        view.next_pane,
        view.swap_with_neighbour,
        view.find_next,
        view.zoom_in,
    ):
        wish()
    view.find("x")
    view.show_hits("x")
    view.set_minimaps_visible(False)
    view.cycle_scroll_mode()


def test_clear_forgets_and_another_comparison_starts_anew(shown: ComparisonView, compare, settle) -> None:
    shown.next_passage()
    shown.state.close()
    assert (shown.state.comparison, shown.panes) == (None, [])
    shown.state.open(compare(2))
    settle(shown)
    assert values(shown) == [0, 0]
    assert not shown.passage_panel.isVisible()


def test_minimaps_give_way_to_scroll_bars(shown: ComparisonView) -> None:
    shown.set_minimaps_visible(False)
    assert not any(column.minimap.isVisible() for column in shown.strip.columns)
    assert all(pane.verticalScrollBar().isVisible() for pane in shown.panes)
    shown.set_minimaps_visible(True)
    assert all(column.minimap.isVisible() for column in shown.strip.columns)


def test_everything_has_an_accessible_name(shown: ComparisonView) -> None:
    shown.next_passage()
    named = [*shown.panes, *(c.minimap for c in shown.strip.columns), *shown.strip.channels, shown.passage_panel]
    for widget in named:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_the_panes_take_the_keyboard(shown: ComparisonView, qtbot) -> None:
    shown.activateWindow()
    shown.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.waitUntil(lambda: shown.panes[0].hasFocus())
    qtbot.keyClick(shown.panes[0], Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: shown.panes[1].verticalScrollBar().value() > 0)


# What changes while it is open


def test_other_findings_in_the_same_articles_move_nothing(shown: ComparisonView, compare, settle) -> None:
    wheel(shown.panes[0], 6)
    shown.swap_with_neighbour()
    before, order = values(shown), [pane.article.id for pane in shown.panes]
    whole = compare()
    shown.state.open(type(whole)(articles=whole.articles, passages=whole.passages[:1]))
    settle(shown)
    assert [pane.article.id for pane in shown.panes] == order
    assert values(shown)[1] == pytest.approx(before[1], abs=2)
    assert [len(pane.found.passages) for pane in shown.panes] == [1, 1, 1]
    assert shown.panes[0].found.figures == ()


def test_the_chosen_passage_stays_chosen_while_it_is_found(shown: ComparisonView, compare) -> None:
    shown.choose_passage(1)
    whole = compare()
    shown.state.open(type(whole)(articles=whole.articles, passages=whole.passages[1:]))
    assert shown.panes[0].highlight_painter.chosen == 0
    assert shown.passage_panel.isVisible()
    shown.state.open(type(whole)(articles=whole.articles))
    assert shown.panes[0].highlight_painter.chosen is None
    assert not shown.passage_panel.isVisible()


def test_what_was_closed_comes_back(shown: ComparisonView, qtbot) -> None:
    shown.strip.columns[0].header.closed.emit()
    assert shown.strip.closed_panes.isVisible()
    assert len(shown.panes) == 2
    button = shown.strip.closed_panes.findChild(QToolButton)
    assert "Tidewatch" in button.toolTip()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [pane.article.id for pane in shown.panes] == ["a2", "a3", "a1"]
    assert all(column.box.isVisible() for column in shown.strip.columns)
    assert not shown.strip.closed_panes.isVisible()


def test_reading_is_taken_up_where_it_was_left(shown: ComparisonView, qtbot, compare, settle) -> None:
    wheel(shown.panes[1], 9)
    place, before = shown.place, values(shown)
    assert place[0] == "a2"
    shown.state.close()
    assert shown.place == ("", 0)
    shown.state.open(compare())
    settle(shown)
    shown.go_to_place(*place)
    assert values(shown)[1] == pytest.approx(before[1], abs=40)
    shown.go_to_place("gone", 5)


def test_escape_puts_the_stack_away(shown: ComparisonView, qtbot) -> None:
    shown.next_passage()
    qtbot.keyClick(shown.panes[0], Qt.Key.Key_Escape)
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.passage_panel.isVisible()


def test_comparisons_one_after_another_leave_nothing_behind(shown: ComparisonView, compare, settle) -> None:
    pair = compare(2), compare(3)
    for i in range(6):
        shown.state.open(pair[i % 2])
    settle(shown)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(shown.findChildren(ArticleView)) == 3


def test_the_pane_that_has_the_keyboard_is_seen_to_have_it(shown: ComparisonView, qtbot) -> None:
    def ground(column: int) -> QColor:
        """Of a head, beside its words."""
        picture = shown.strip.columns[column].header.grab().toImage()
        return picture.pixelColor(picture.width() - 3, 3)

    shown.activateWindow()
    shown.focus_pane(2)
    qtbot.waitUntil(shown.panes[1].hasFocus)
    assert ground(1) == theme.current()["base"]
    assert ground(0) == theme.current()["window"]
