"""Long articles are laid out one a turn of the event loop, so that no turn is long."""

import pytest

from reader.ui.compare import article_text_edit, scroll_sync
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.text_geometry import TextGeometry
from reader.ui.compare.view import ComparisonView


@pytest.fixture
def laid_out(monkeypatch) -> list[TextGeometry]:
    """Every article counts as long; notes whose lines were laid out to the end, and in which order."""
    monkeypatch.setattr(article_text_edit, "LONG", 100)
    done: list[TextGeometry] = []
    settle = TextGeometry.settle

    def noted(lines: TextGeometry, point: int | None = None) -> None:
        if point is None:
            done.append(lines)
        settle(lines, point)

    monkeypatch.setattr(TextGeometry, "settle", noted)
    return done


def test_zooming_lays_out_nothing_at_once_and_everything_soon(
    shown: ComparisonView, laid_out: list[TextGeometry], settle
) -> None:
    place = shown.place
    shown.zoom_in()
    assert laid_out == []
    assert shown.panes[0].waiting
    settle(shown)
    assert laid_out[:3] == [pane.lines for pane in shown.panes]
    assert not any(pane.waiting for pane in shown.panes)
    assert shown.place == place


def test_what_waits_is_painted_bare(shown: ComparisonView, laid_out: list[TextGeometry]) -> None:
    shown.zoom_in()
    assert not shown.grab().isNull()
    assert laid_out == []


def test_a_jump_waits_for_nothing(shown: ComparisonView, laid_out: list[TextGeometry], settle) -> None:
    shown.zoom_in()
    shown.choose_passage(1)
    settle(shown)
    assert shown.active.pane.highlight_painter.chosen == 1


def is_placed(pane: ArticleView) -> bool:
    """Whether every passage is where its first line stands."""
    return all(placed.top == pane.lines.line(placed.mark.span.start)[0] for placed in pane.passages.all)


def test_marks_are_placed_a_kind_at_a_time(shown: ComparisonView, laid_out: list[TextGeometry]) -> None:
    pane = shown.panes[0]
    shown.zoom_in()
    pieces = 0
    while pane.stale:
        pane.advance()
        pieces += 1
        assert pane.places_next == pane.stale
    assert pieces > 2
    assert laid_out == [pane.lines]
    assert is_placed(pane)


def test_lines_that_move_meanwhile_are_laid_out_anew(shown: ComparisonView, laid_out: list[TextGeometry]) -> None:
    pane = shown.panes[0]
    shown.zoom_in()
    pane.advance()
    pane.advance()
    pane.set_zoom(2.0)
    assert not pane.places_next
    while pane.stale:
        pane.advance()
    assert laid_out == [pane.lines, pane.lines]
    assert is_placed(pane)


def test_who_asks_meanwhile_gets_all_of_it(shown: ComparisonView, laid_out: list[TextGeometry]) -> None:
    pane = shown.panes[0]
    shown.zoom_in()
    pane.advance()
    assert pane.passages.all
    assert not pane.stale
    assert is_placed(pane)
    assert laid_out == [pane.lines]


def test_how_one_article_follows_another_is_worked_out_once_while_lines_stand(
    shown: ComparisonView, monkeypatch: pytest.MonkeyPatch, settle
) -> None:
    made: list[scroll_sync.ScrollMap] = []

    class Noted(scroll_sync.ScrollMap):
        def __init__(self, *given) -> None:
            super().__init__(*given)
            made.append(self)

    monkeypatch.setattr(scroll_sync, "ScrollMap", Noted)
    shown.zoom_in()
    settle(shown)
    shown.choose_passage(0)
    settle(shown)
    known = len(made)
    shown.choose_passage(1)
    shown.choose_passage(0)
    settle(shown)
    assert known == len(made) > 0
    shown.zoom_in()
    settle(shown)
    shown.choose_passage(1)
    settle(shown)
    assert len(made) > known
