"""The passage panel."""

import pytest
from PySide6.QtCore import Qt

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Passage, Relation
from reader.text.spans import Span
from reader.ui.compare.passage_panel import PassagePanel, Wording
from reader.ui.compare.view import ComparisonView


@pytest.fixture
def opened(shown: ComparisonView) -> ComparisonView:
    shown.choose_passage(2, shown.state.comparison.passages[2].excerpts[1])
    return shown


def wordings(panel: PassagePanel) -> list[Wording]:
    found = panel.findChildren(Wording)
    return sorted((w for w in found if w.isVisible()), key=lambda w: w.y())


def test_the_wording_that_was_clicked_comes_first(opened: ComparisonView, qtbot) -> None:
    qtbot.waitUntil(lambda: len(wordings(opened.passage_panel)) == 2)
    names = [w.accessibleName().split(":")[0] for w in wordings(opened.passage_panel)]
    assert names == ["Corran Echo", "Tidewatch"]
    assert [w.accessibleDescription() for w in wordings(opened.passage_panel)][1] == "the same words"


def test_a_click_jumps_and_flashes(opened: ComparisonView, qtbot) -> None:
    qtbot.waitUntil(lambda: len(wordings(opened.passage_panel)) == 2)
    qtbot.mouseClick(wordings(opened.passage_panel)[1], Qt.MouseButton.LeftButton)
    assert opened.active.pane.article.id == "a1"
    assert opened.panes[0].flash.span is not None


def test_enter_jumps_and_arrows_walk(opened: ComparisonView, qtbot) -> None:
    qtbot.waitUntil(lambda: len(wordings(opened.passage_panel)) == 2)
    first, second = wordings(opened.passage_panel)
    opened.activateWindow()
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    qtbot.waitUntil(second.hasFocus)
    with qtbot.waitSignal(opened.passage_panel.jumped):
        qtbot.keyClick(second, Qt.Key.Key_Return)


def test_escape_closes_and_nothing_is_chosen_any_more(opened: ComparisonView, qtbot) -> None:
    qtbot.keyClick(opened.passage_panel, Qt.Key.Key_Escape)
    assert not opened.passage_panel.isVisible()
    assert opened.active.pane.highlight_painter.chosen is None


def test_markup_in_an_article_is_shown_not_obeyed(qtbot, compare) -> None:
    whole = compare(2)
    made = Wording("<b>x</b>", "a <i>dark</i> lamp", "a lamp", whole.passages[0].excerpts[0])
    qtbot.addWidget(made)
    assert "&lt;" in made.label.text()
    assert "dark" in made.label.text()


def test_boilerplate_inside_a_passage_is_left_out(qtbot) -> None:
    text = "The lamp was lit. Sign up now! Nobody came."
    folded = Article("a", text, boilerplate=(Span(18, 30),))
    other = Article("b", "The lamp was lit. Nobody came, they said.")
    whole = tuple(Excerpt(one.id, Span(0, len(one.text))) for one in (folded, other))
    panel = PassagePanel()
    qtbot.addWidget(panel)
    found = Comparison((folded, other), passages=(Passage(Relation.REWORDED, 80.0, whole),))
    panel.show_passage(found, 0, 1, ("a", "b"), 0)
    first, second = panel.wordings
    assert first.accessibleName() == "a: The lamp was lit. […] Nobody came."
    assert second.accessibleDescription() == "differs in: they said"
