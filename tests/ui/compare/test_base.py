"""A pane pinned as base: the others' words are told against its."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from reader.ui.compare.passage_panel import Wording
from reader.ui.compare.view import ComparisonView


def pin(view: ComparisonView, column: int) -> QToolButton:
    header = view.strip.columns[column].header
    header.reveal()
    return next(b for b in header.findChildren(QToolButton) if b.isCheckable())


def against(view: ComparisonView) -> str:
    """The outlet whose wording the others in the passage panel are held against."""
    said = "the others are held against this wording"
    held = [w for w in view.passage_panel.findChildren(Wording) if w.accessibleDescription() == said]
    assert len(held) == 1
    return held[0].accessibleName().split(":")[0]


def test_the_wordings_are_held_against_the_pinned_article(shown: ComparisonView, qtbot) -> None:
    qtbot.mouseClick(pin(shown, 1), Qt.MouseButton.LeftButton)
    shown.choose_passage(0, shown.state.comparison.passages[0].excerpts[0])
    assert against(shown) == "Corran Echo"
    assert [pin(shown, i).isChecked() for i in range(3)] == [False, True, False]


def test_pinning_another_changes_what_is_on_show(shown: ComparisonView, qtbot) -> None:
    said = []
    shown.statusChanged.connect(said.append)
    shown.choose_passage(0, shown.state.comparison.passages[0].excerpts[0])
    assert against(shown) == "Tidewatch"
    shown.focus_pane(3)
    shown.pin_base()
    assert against(shown) == "Island Post"
    assert said[-1] == "The others are held against Island Post"
    shown.pin_base()
    assert against(shown) == "Tidewatch"
    assert said[-1] == "The others are compared with no one account any more"


def test_an_article_without_the_passage_is_no_base_for_it(shown: ComparisonView) -> None:
    shown.focus_pane(3)
    shown.pin_base()
    shown.choose_passage(2, shown.state.comparison.passages[2].excerpts[1])
    assert against(shown) == "Corran Echo"


def test_another_comparison_has_no_base(shown: ComparisonView, compare) -> None:
    shown.pin_base()
    shown.state.open(compare(4))
    assert not any(pin(shown, i).isChecked() for i in range(4))


def test_what_is_folded_is_told(shown: ComparisonView, qtbot) -> None:
    assert shown.unfolded == ()
    with qtbot.waitSignal(shown.refolded):
        shown.fold("a2", False)
    assert shown.unfolded == ("a2",)
    shown.fold("a2", False)
    with qtbot.waitSignal(shown.refolded):
        shown.panes[1].fold(True)
    assert shown.unfolded == ()
