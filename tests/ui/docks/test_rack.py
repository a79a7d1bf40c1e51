"""The docks as tabs of a window."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDockWidget, QMainWindow

from reader.ui import theme
from reader.ui.compare.ledger import LedgerPanel
from reader.ui.compare.view import ComparisonView
from reader.ui.docks.rack import FIGURES, PASSAGE, Rack
from reader.ui.docks.title import Title


@dataclass
class Kept:
    """What of the session the docks keep."""

    closed: tuple[str, ...] = ()
    front: str = FIGURES


class Window(QMainWindow):
    """Panes, and docks below them."""

    def __init__(self, kept: Kept, layout: bytes = b"") -> None:
        super().__init__()
        self.kept = kept
        self.panes, self.ledger = ComparisonView(), LedgerPanel()
        self.setCentralWidget(self.panes)
        dock = QDockWidget("Figures", self)
        dock.setObjectName(FIGURES)
        dock.setTitleBarWidget(Title(dock))
        dock.titleBarWidget().take_in(self.ledger.bar)
        dock.setWidget(self.ledger)
        self.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
        if layout:
            self.restoreState(layout)
        self.rack = Rack(self, dock, kept)
        self.rack.create(self.panes)


@pytest.fixture
def open_window(qtbot, qapp, compare):
    theme.apply(qapp, theme.Theme.load("light"))

    def make(kept: Kept | None = None, layout: bytes = b"") -> Window:
        window = Window(kept or Kept(), layout)
        qtbot.addWidget(window)
        window.resize(1280, 640)
        window.show()
        qtbot.waitExposed(window)
        whole = compare()
        window.panes.state.open(whole)
        window.ledger.show_comparison(whole)
        window.rack.show_comparison(whole)
        window.rack.place(comparing=True)
        qtbot.waitUntil(lambda: window.kept.front in front(window).split())
        return window

    return make


def front(window: Window) -> str:
    """The dock that can be seen."""
    return " ".join(name for name, dock in window.rack.docks.items() if not dock.visibleRegion().isEmpty())


def test_all_but_the_passage_are_tabs_and_the_figures_come_first(open_window) -> None:
    window = open_window()
    assert [name for name, dock in window.rack.docks.items() if dock.isHidden()] == [PASSAGE]
    assert len(window.tabifiedDockWidgets(window.rack.docks[FIGURES])) >= 5


def test_a_pinned_base_leads_the_quotations_too(open_window) -> None:
    window = open_window()
    model = window.rack.panels["quotations"].list.model

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


def test_a_chosen_passage_comes_to_the_front_and_goes_again(open_window, qtbot) -> None:
    window = open_window()
    panes = window.panes.height()
    window.panes.choose_passage(0)
    qtbot.waitUntil(lambda: front(window) == PASSAGE)
    assert window.panes.height() == panes
    qtbot.keyClick(window.panes, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: front(window) == FIGURES)
    assert window.panes.active.pane.underlay.chosen is None


def test_the_cross_of_the_passage_lets_it_go(open_window, qtbot) -> None:
    window = open_window()
    window.panes.choose_passage(0)
    qtbot.waitUntil(lambda: front(window) == PASSAGE)
    window.rack.docks[PASSAGE].close()
    qtbot.waitUntil(lambda: front(window) == FIGURES)
    assert window.panes.stack.isHidden()


def test_what_was_closed_stays_closed_and_what_was_in_front_comes_back(open_window, qtbot) -> None:
    window = open_window()
    window.rack.docks["names"].close()
    window.rack.toggle("origins")
    qtbot.waitUntil(lambda: front(window) == "origins")
    window.rack.toggle("origins")
    window.rack.toggle("quotations")
    qtbot.waitUntil(lambda: front(window) == "quotations")
    assert window.kept == Kept(("names", "origins"), "quotations")
    again = open_window(window.kept, window.saveState().data())
    assert again.rack.docks["names"].isHidden()
    assert not again.rack.docks["left-out"].isHidden()


def test_without_a_comparison_there_are_none(open_window) -> None:
    window = open_window()
    window.rack.place(comparing=False)
    assert all(dock.isHidden() for name, dock in window.rack.docks.items() if name != FIGURES)


def test_a_dock_by_itself_says_its_name(open_window, qtbot) -> None:
    window = open_window()
    dock = window.rack.docks["names"]
    qtbot.waitUntil(dock.titleBarWidget()._name.isHidden)
    for other in window.rack.docks.values():
        if other is not dock:
            other.hide()
    qtbot.waitUntil(lambda: not dock.titleBarWidget()._name.isHidden())


def test_a_line_jumps_in_the_panes_and_a_tick_unfolds(open_window, qtbot) -> None:
    window = open_window()
    panel = window.rack.panels["only-here"]
    panel.list.setCurrentIndex(panel.list.model().index(0, 0, panel.list.model().index(0, 0)))
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert window.panes.active.pane.article.id == "a2"
    left = window.rack.panels["left-out"]
    left.foldWanted.emit("a1", False)
    assert window.panes.unfolded == ("a1",)
    assert left.list.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
    window.panes.panes[0].fold(True)
    assert left.list.model().index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)  # Qt brings what floats to the front
def test_a_floating_dock_floats_at_the_next_start_and_goes_back_into_its_place(open_window, qtbot) -> None:
    window = open_window()
    dock = window.rack.docks["quotations"]
    title = dock.titleBarWidget()
    float_it = next(b for b in title.findChildren(QAbstractButton) if "float" in b.toolTip())
    qtbot.mouseClick(float_it, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dock.isFloating() and not title._name.isHidden())
    assert dock.isVisible()
    assert dock.height() >= 300
    layout = window.saveState().data()
    again = open_window(Kept(window.kept.closed, FIGURES), layout)
    kept = again.rack.docks["quotations"]
    assert kept.isFloating()
    assert not kept.isHidden()
    assert not again.rack.docks["names"].isFloating()
    back = next(b for b in kept.titleBarWidget().findChildren(QAbstractButton) if "float" in b.toolTip())
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not kept.isFloating())
    assert again.rack.docks["names"] in again.tabifiedDockWidgets(kept)
