"""Cutoffs beside the results: presets, a slider, and results that follow without moving what is read."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.compare.comparison import Comparison
from reader.compare.options import BALANCED, STRICT
from reader.ui.cutoff_bar import CutoffBar
from reader.ui.main_window import MainWindow


def test_moves_are_gathered_and_presets_named(qtbot: QtBot) -> None:
    bar, told = CutoffBar(), []
    qtbot.addWidget(bar)
    bar.changed.connect(told.append)
    bar.show_options(BALANCED)
    assert (bar.preset.currentText(), bar.value.text()) == ("Balanced", "50")
    for value in range(51, 60):
        bar.slider.setValue(value)
    qtbot.waitUntil(lambda: told == [replace(BALANCED, cutoff=59.0)])
    assert bar.preset.currentIndex() == -1
    bar.preset.setFocus()
    qtbot.keyClick(bar.preset, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: told[1:] == [STRICT])
    bar.show_comparison(Comparison(articles=(), below=3))
    assert bar.below.text() == "3 just below"


def test_the_results_follow(filled: MainWindow, qtbot: QtBot) -> None:
    model = filled.side.library.model
    filled.reading.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.reading.ids) == 3, timeout=20_000)
    before = filled.reading.comparison
    assert before is not None
    assert filled.places.cutoff.isVisible()
    qtbot.waitUntil(lambda: filled.places.cutoff.value.text() == "50")
    assert filled.panes is not None
    panes = filled.panes.panes
    filled.places.cutoff.slider.setValue(100)
    qtbot.waitUntil(lambda: filled.reading.comparison is not before, timeout=20_000)
    assert filled.reading.comparison is not None
    assert len(filled.reading.comparison.passages) < len(before.passages)
    assert filled.panes.panes == panes
