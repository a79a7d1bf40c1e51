"""Cutoffs beside the results: presets, a slider, and results that follow without moving what is read."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.compare.comparison import Comparison
from reader.compare.options import BALANCED, STRICT
from reader.settings import read_settings
from reader.ui.main_window import MainWindow
from reader.ui.widgets.cutoff_bar import CutoffBar
from tests.ui.driver import workspace_of


def test_moves_are_gathered_and_presets_named(qtbot: QtBot) -> None:
    bar, told = CutoffBar(), []
    qtbot.addWidget(bar)
    bar.changed.connect(told.append)
    bar.show_options(BALANCED)
    assert (bar.preset.currentText(), bar.finer.value.text()) == ("Balanced", "50")
    for value in range(51, 60):
        bar.finer.slider.setValue(value)
    qtbot.waitUntil(lambda: told == [replace(BALANCED, cutoff=59.0)])
    assert bar.preset.currentIndex() == -1
    bar.preset.setFocus()
    qtbot.keyClick(bar.preset, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: told[1:] == [STRICT])
    bar.show_comparison(Comparison(articles=(), below=3))
    assert bar.below.text() == "3 more if less strict"


def test_the_results_follow(filled: MainWindow, qtbot: QtBot) -> None:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=60_000)
    before = filled.comparisons.comparison
    assert before is not None
    filled.commands["show-passages"].trigger()
    assert filled.dock_layout.cutoff.isVisible()
    qtbot.waitUntil(lambda: filled.dock_layout.cutoff.finer.value.text() == "50")
    panes = filled.panes.panes
    filled.dock_layout.cutoff.finer.slider.setValue(100)
    qtbot.waitUntil(lambda: filled.comparisons.comparison is not before, timeout=60_000)
    assert filled.comparisons.comparison is not None
    assert len(filled.comparisons.comparison.passages) < len(before.passages)
    assert filled.panes.panes == panes


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # popups, offscreen
def test_what_is_seldom_set_opens_over_its_button(qtbot: QtBot) -> None:
    bar = CutoffBar()
    qtbot.addWidget(bar)
    bar.show()
    passages, rounding = [], []
    bar.changed.connect(passages.append)
    bar.toleranceChanged.connect(rounding.append)
    bar.show_options(BALANCED, 0.035)
    assert "at least 4 words long; figures rounded within 3.5 per cent" in bar.more.toolTip()
    qtbot.keyClick(bar.more, Qt.Key.Key_Space)
    qtbot.waitUntil(bar.finer.isVisible)
    qtbot.keyClick(bar.finer.words, Qt.Key.Key_Up)
    qtbot.waitUntil(lambda: passages == [replace(BALANCED, least_words=5)])
    assert bar.preset.currentIndex() == -1
    bar.finer.rounding.setFocus()
    bar.finer.rounding.selectAll()
    qtbot.keyClicks(bar.finer.rounding, "5")
    assert rounding == []
    qtbot.keyClick(bar.finer.rounding, Qt.Key.Key_Return)
    assert rounding == [0.05]


def test_rounding_is_kept_and_the_figures_follow(filled: MainWindow, qtbot: QtBot) -> None:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3, timeout=60_000)
    before = filled.comparisons.comparison
    filled.dock_layout.cutoff.finer.rounding.setValue(40)
    qtbot.waitUntil(lambda: filled.comparisons.comparison is not before, timeout=60_000)
    workspace = workspace_of(filled)
    assert read_settings(workspace.paths.settings).compare.figures.tolerance == pytest.approx(0.4)
    qtbot.waitUntil(lambda: "within 40 per cent" in filled.dock_layout.cutoff.more.toolTip())


def test_a_meaning_that_is_not_installed_is_said_once(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.workspace.meaning_missing", lambda: "Needs a package: pip install it")
    filled.settings._warned = False  # it looked when the window opened, and nothing was missing then
    for wanted in (True, False, True):
        filled.settings.change(lambda s, wanted=wanted: replace(s, compare=replace(s.compare, meaning=wanted)))
        workspace = workspace_of(filled)
        qtbot.waitUntil(lambda: workspace.settings.compare.meaning is wanted)  # noqa: B023 # type: ignore[union-attr]
    qtbot.waitUntil(lambda: [m.text for m in filled.central.messages.shown] == ["Needs a package: pip install it"])
