"""Settings that are changed one after the other are all kept, however busy the program is meanwhile."""

import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reader.settings import read_settings
from reader.ui.main_window import MainWindow
from reader.ui.services.task_runner import NO_KEY, THREADS
from tests.ui.driver import workspace_of

STRICT, WIDE = 97.0, 0.25


@pytest.fixture
def busy(filled: MainWindow) -> Iterator[threading.Event]:
    """Every thread of the window is at work until this is set."""
    free = threading.Event()
    for _one in range(THREADS):
        filled.service.tasks.run(NO_KEY, lambda _progress: free.wait(), lambda _none: None)
    yield free
    free.set()


def test_changes_asked_for_while_the_program_is_busy_are_all_made(
    filled: MainWindow, qtbot: QtBot, busy: threading.Event
) -> None:
    heard: list[tuple[float, float]] = []
    filled.settings.cutoffsChanged.connect(lambda passages, tolerance: heard.append((passages.cutoff, tolerance)))
    assert filled.service.settings is not None
    filled.settings.set_cutoffs(replace(filled.service.settings.compare.passages, cutoff=STRICT))
    filled.settings.set_tolerance(WIDE)
    filled.settings.ask()  # the form is asked for before either was made
    busy.set()
    qtbot.waitUntil(lambda: (STRICT, WIDE) in heard)
    kept = read_settings(workspace_of(filled).paths.settings)
    assert (kept.compare.passages.cutoff, kept.compare.figures.tolerance) == (STRICT, WIDE)


def test_what_lies_open_follows_each_of_two_changes(filled: MainWindow, qtbot: QtBot) -> None:
    ids = tuple(filled.library.contents.known)
    with qtbot.waitSignal(filled.comparisons.opened):
        filled.comparisons.compare(ids)
    before = filled.comparisons.comparison
    filled.settings.set_tolerance(WIDE)
    filled.settings.change(lambda settings: replace(settings, interface=replace(settings.interface, measure=60)))
    qtbot.waitUntil(lambda: filled.comparisons.comparison is not before)
    assert workspace_of(filled).settings.compare.figures.tolerance == WIDE
