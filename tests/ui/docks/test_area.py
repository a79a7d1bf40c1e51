"""The findings at the foot of the window: a line, and the panel that it opens into."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from reader.article import Article
from reader.compare.comparison import Comparison, LedgerRow, Verdict
from reader.compare.finding_ids import Finding, SubjectKind
from reader.ui import theme
from reader.ui.compare.view import ComparisonView
from reader.ui.docks.area import FIGURES, LEAST, PASSAGES, FindingsArea, _Grip
from reader.ui.docks.lists import conflicts, summary_parts
from reader.ui.docks.summary_bar import CLOSED, SummaryLink
from reader.ui.ledger.panel import LedgerPanel
from reader.ui.state.session import Session
from tests.ui.compare.conftest import compared as with_figures


class Window(QWidget):
    """Panes, and the findings below them."""

    def __init__(self, kept: Session) -> None:
        super().__init__()
        self.kept = kept
        self.panes, self.ledger = ComparisonView(), LedgerPanel()
        self.area = FindingsArea(self, kept)
        self.area.furnish(self.panes, self.ledger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        column.addWidget(self.area)


@pytest.fixture
def open_window(qtbot, qapp, compare):
    theme.apply(qapp, theme.Theme.load("light"))

    def make(kept: Session | None = None, whole=None) -> Window:
        window = Window(kept or Session())
        qtbot.addWidget(window)
        window.resize(1280, 640)
        window.show()
        qtbot.waitExposed(window)
        found = whole or compare()
        window.panes.state.open(found)
        window.ledger.show_comparison(found)
        window.area.show_comparison(found)
        window.area.sum_up(found)
        window.area.place(comparing=True, room=640)
        qtbot.waitUntil(lambda: window.panes.ready)
        return window

    return make


def seen(window: Window) -> str:
    """The list that can be seen."""
    area = window.area
    return " ".join(name for name, page in area.pages.items() if page.isVisible())


def tab(window: Window, name: str) -> QWidget:
    return next(one for one in window.area.bar.tabs if one.name == name)


def test_closed_it_is_one_line_that_says_what_was_found(open_window) -> None:
    window = open_window(whole=with_figures(3))
    assert window.area.height() == max(CLOSED, window.area.bar.height())
    said = [one.text() for one in window.area.bar.tabs if one.isVisible()]
    assert said == ["1 figure conflicts", "1 quotation", "4 shared passages"]
    links = [one.text() for one in window.area.findChildren(SummaryLink) if one.isVisible()]
    assert links == ["boats lost"]


def test_a_conflict_that_is_named_is_gone_to_by_a_click(open_window, qtbot) -> None:
    window = open_window(whole=with_figures(3))
    link = window.area.findChildren(SummaryLink)[0]
    assert link.accessibleName() == "Conflict: boats lost"
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert window.panes.state.current_finding == Finding(SubjectKind.FIGURES, 1)


def test_each_word_opens_its_list_and_the_tab_in_front_says_so(open_window, qtbot) -> None:
    window = open_window()
    qtbot.mouseClick(tab(window, "quotations"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert seen(window) == "quotations"
    assert tab(window, "quotations").isChecked()
    assert window.area.height() >= LEAST
    qtbot.mouseClick(tab(window, "origins"), Qt.MouseButton.LeftButton)
    assert seen(window) == "origins"
    assert not tab(window, "quotations").isChecked()
    qtbot.keyClick(window.area, Qt.Key.Key_Escape)
    assert seen(window) == ""


def test_its_height_is_dragged_within_limits_and_remembered(open_window, qtbot) -> None:
    window = open_window()
    window.area.set_open(True)
    grip, before = window.area.findChild(_Grip), window.area.height()
    qtbot.mousePress(grip, Qt.MouseButton.LeftButton, pos=QPoint(300, 2))
    qtbot.mouseMove(grip, QPoint(300, -58))
    qtbot.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=QPoint(300, 2))
    assert window.area.height() == before + 60 == window.kept.findings_height
    assert open_window(window.kept).area.height() == before + 60
    grip.dragged.emit(2000)
    assert window.area.height() == LEAST


def test_what_was_open_and_in_front_is_so_again(open_window) -> None:
    window = open_window()
    window.area.toggle("origins")
    assert (window.kept.ledger, window.kept.front) == (True, "origins")
    assert seen(open_window(window.kept)) == "origins"
    window.area.toggle("origins")
    assert not window.kept.ledger


def test_a_pinned_base_leads_the_quotations_too(open_window) -> None:
    window = open_window()
    model = window.area.panels["quotations"].list.model

    def wordings() -> list[tuple[str, int]]:
        return [(child.label, len(child.marks)) for child in model().entry(model().index(0, 0)).children]

    before = wordings()
    assert [label for label, _marks in before] == ["Tarn Post", "Hill Echo"]
    window.panes.focus_pane(2)
    window.panes.pin_base()
    assert [label for label, _marks in wordings()] == ["Hill Echo", "Tarn Post"]
    assert wordings()[0][1] == 0 < wordings()[1][1]
    window.panes.pin_base()
    assert wordings() == before


def test_a_chosen_passage_comes_to_the_front_of_the_open_panel_and_goes_again(open_window, qtbot) -> None:
    window = open_window()
    window.area.set_open(True)
    QApplication.processEvents()
    panes = window.panes.height()
    window.panes.choose_passage(0)
    assert seen(window) == PASSAGES
    assert not window.panes.passage_panel.visibleRegion().isEmpty()
    assert window.panes.height() == panes
    qtbot.keyClick(window.panes, Qt.Key.Key_Escape)
    assert seen(window) == FIGURES
    assert window.panes.active.pane.highlight_painter.chosen is None


def test_choosing_a_passage_opens_no_panel_that_is_closed(open_window) -> None:
    window = open_window()
    panes = window.panes.height()
    window.panes.choose_passage(0)
    assert seen(window) == ""
    assert window.panes.height() == panes


def test_a_passage_of_the_list_is_chosen_in_the_panes(open_window, qtbot) -> None:
    window = open_window(whole=with_figures(3))
    window.area.go_to(PASSAGES)
    listed = window.area.panels[PASSAGES].list
    first = listed.model().index(0, 0)
    assert listed.model().entry(first).note == "in all 3 accounts"
    listed.setCurrentIndex(first)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert window.panes.state.chosen_passage == 0


def test_without_a_comparison_there_is_nothing_to_open(open_window) -> None:
    window = open_window()
    window.area.set_open(True)
    window.area.place(comparing=False, room=640)
    assert seen(window) == ""
    assert not any(one.isVisible() for one in window.area.bar.tabs)
    window.area.bar.showMessage("Copied with its source.")
    assert window.area.bar.currentMessage() == "Copied with its source."


def test_a_line_jumps_in_the_panes_and_a_tick_unfolds(open_window, qtbot) -> None:
    window = open_window()
    panel = window.area.panels["only-here"]
    panel.list.setCurrentIndex(panel.list.model().index(0, 0, panel.list.model().index(0, 0)))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.panes.active.pane.article.id == "a2"
    left = window.area.panels["left-out"]
    left.foldWanted.emit("a1", False)
    assert window.panes.unfolded == ("a1",)
    assert left.list.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    window.panes.panes[0].fold(True)
    assert left.list.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_what_was_dismissed_is_not_counted_nor_named() -> None:
    whole = with_figures(3)
    gone = [Finding(SubjectKind.FIGURES, 1), Finding(SubjectKind.PASSAGE, 0), Finding(SubjectKind.QUOTATION, 0)]
    said = {part.name: (part.line, part.more) for part in summary_parts(whole, gone)}
    assert said["ledger"] == ("No conflicts left", "1 agrees · 1 dismissed")
    assert said["passages"] == ("3 shared passages", "")
    assert said["quotations"] == ("", "")
    assert conflicts(whole, gone) == ()
    assert [words for _row, words in conflicts(whole)] == ["boats lost"]


def test_what_is_worth_a_look_and_what_came_in_since_is_said_beside_the_conflicts() -> None:
    ledger = tuple(LedgerRow(one.value, one, (), ()) for one in (Verdict.CONFLICT, Verdict.LOOK, Verdict.LOOK))
    found = Comparison((Article("a", "x"), Article("b", "x")), ledger=ledger)
    figures = summary_parts(found, changed=2)[0]
    assert (figures.line, figures.more) == ("1 figure conflicts", "2 to look at · 2 decisions to look at again")
    figures = summary_parts(found, [Finding(SubjectKind.FIGURES, 0), Finding(SubjectKind.FIGURES, 1)])[0]
    assert (figures.line, figures.more) == ("No conflicts left", "1 to look at · 2 dismissed")


def test_tabs_that_do_not_fit_go_into_a_menu_and_come_back(open_window, qtbot) -> None:
    window = open_window()
    bar = window.area.bar
    window.area.go_to("pictures")
    window.resize(2000, window.height())
    qtbot.waitUntil(bar.overflow.isHidden)
    window.resize(700, window.height())
    qtbot.waitUntil(bar.overflow.isVisible)
    shown = [tab.name for tab in bar.tabs if tab.isVisible()]
    assert shown[0] == FIGURES
    assert "pictures" in shown
    menu = bar.overflow.menu()
    menu.aboutToShow.emit()
    assert len(menu.actions()) == len(bar.tabs) - len(shown)
    menu.actions()[-1].trigger()
    assert seen(window) not in (FIGURES, "pictures")
    assert next(tab for tab in bar.tabs if tab.isChecked()).isVisible()
    window.resize(2000, window.height())
    qtbot.waitUntil(bar.overflow.isHidden)
    assert all(tab.isVisible() for tab in bar.tabs)


def test_no_tab_moves_when_another_list_comes_to_the_front(open_window, qtbot) -> None:
    window = open_window(whole=with_figures(3))
    bar = window.area.bar
    for width in (2200, 1400, 1100):
        window.resize(width, window.height())
        window.area.go_to(FIGURES)
        qtbot.waitUntil(lambda: bar.tabs[0].isChecked() and bar.tabs[0].x() > 0)
        QApplication.processEvents()
        before = [(tab.name, tab.text(), tab.x()) for tab in bar.tabs if tab.isVisible()]
        for name, _words, _x in before:
            window.area.go_to(name)
            QApplication.processEvents()
            now = [(tab.name, tab.text(), tab.x()) for tab in bar.tabs if tab.isVisible()]
            assert now[: len(before)] == before  # where nothing stands at the end, more of them have room


def test_tabs_say_how_many_there_are_where_there_is_no_room_for_more(open_window, qtbot) -> None:
    window = open_window()
    bar = window.area.bar
    window.area.go_to(FIGURES)
    passages = next(tab for tab in bar.tabs if tab.name == PASSAGES)
    window.resize(2200, window.height())
    qtbot.waitUntil(lambda: passages.text() == "1 shared passage")
    said = set()
    for width in range(2200, 900, -40):
        window.resize(width, window.height())
        QApplication.processEvents()
        said.add(passages.text())
    assert said == {"1 shared passage", "Shared Passages (1)", "Shared Passages"}
    assert passages.accessibleName() == "1 shared passage"
