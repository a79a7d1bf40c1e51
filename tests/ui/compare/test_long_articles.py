"""Long articles are laid out one a turn of the event loop, so that no turn is long."""

import pytest

from reader.ui.compare import article_text_edit
from reader.ui.compare.article_text_edit import ArticleTextEdit
from reader.ui.compare.view import ComparisonView


@pytest.fixture
def laid_out(monkeypatch) -> list[ArticleTextEdit]:
    """Every article counts as long; notes which were laid out, and in which order."""
    monkeypatch.setattr(article_text_edit, "LONG", 100)
    done: list[ArticleTextEdit] = []
    settle = ArticleTextEdit.settle

    def noted(one: ArticleTextEdit) -> None:
        if one.stale:
            done.append(one)
        settle(one)

    monkeypatch.setattr(ArticleTextEdit, "settle", noted)
    return done


def test_zooming_lays_out_nothing_at_once_and_everything_soon(
    shown: ComparisonView, laid_out: list[ArticleTextEdit], settle
) -> None:
    place = shown.place
    shown.zoom_in()
    assert laid_out == []
    assert shown.panes[0].waiting
    settle(shown)
    assert laid_out[:3] == shown.panes
    assert not any(pane.waiting for pane in shown.panes)
    assert shown.place == place


def test_what_waits_is_painted_bare(shown: ComparisonView, laid_out: list[ArticleTextEdit]) -> None:
    shown.zoom_in()
    assert not shown.grab().isNull()
    assert laid_out == []


def test_a_jump_waits_for_nothing(shown: ComparisonView, laid_out: list[ArticleTextEdit], settle) -> None:
    shown.zoom_in()
    shown.choose_passage(1)
    settle(shown)
    assert shown.active.pane.highlight_painter.chosen == 1
