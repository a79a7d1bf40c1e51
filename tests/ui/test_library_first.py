"""The library is on screen before the panes are made, and these are there whenever somebody reaches for them."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.ui.main_window import MainWindow
from reader.ui.state.session import Session, write_session
from reader.workspace import Workspace
from tests.ui.conftest import unexpected

LONG = 60_000


class Painted(QObject):
    """How many rows a list has told whenever it was painted."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._model = window.sidebar.library.model
        self.rows = [0]
        window.sidebar.library.tree.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.rows.append(self._model.rowCount())
        return False


@pytest.fixture
def opening() -> Iterator[threading.Event]:
    """Until it is set the library is not read."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def begun(
    paths: Paths, shelved: None, opening: threading.Event, qtbot: QtBot
) -> Iterator[Callable[[Callable[[], Workspace]], MainWindow]]:
    """A window of sixty articles that is furnished and waits for the library."""
    windows = []

    def begin(opened: Callable[[], Workspace]) -> MainWindow:
        def late() -> Workspace:
            assert opening.wait(60)
            return opened()

        write_session(Session(articles=60), paths.state / "session.json")
        window = MainWindow(paths, late, unexpected)
        windows.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.furnished, timeout=LONG):
            window.show()
        return window

    yield begin
    opening.set()
    for window in windows:
        window.close()


Begin = Callable[[Callable[[], Workspace]], MainWindow]


def test_the_library_is_painted_before_the_panes_are_made(
    begun: Begin, paths: Paths, opening: threading.Event, qtbot: QtBot
) -> None:
    window = begun(lambda: Workspace(paths))
    painted = Painted(window)
    made: list[tuple[bool, bool]] = []
    window.libraryShown.connect(lambda: made.append((painted.rows[-1] > 0, window.is_complete)))
    with qtbot.waitSignal(window.ready, timeout=LONG):
        opening.set()
    assert made == [(True, False)]
    assert window.is_complete


@pytest.mark.parametrize("action", ["lanes", "go-figures"])
def test_what_is_reached_for_before_is_made_at_once(
    begun: Begin, paths: Paths, opening: threading.Event, qtbot: QtBot, action: str
) -> None:
    window = begun(lambda: Workspace(paths))
    before = window.is_complete
    window.commands[action].setEnabled(True)
    window.commands[action].trigger()
    assert (before, window.is_complete) == (False, True)
    with qtbot.waitSignal(window.ready, timeout=LONG):
        opening.set()
    assert window.sidebar.library.model.rowCount() > 0


def test_the_panes_are_there_for_whoever_asks(
    begun: Begin, paths: Paths, opening: threading.Event, qtbot: QtBot
) -> None:
    window = begun(lambda: Workspace(paths))
    assert window.panes is window.central.page.view
    assert window.is_complete
    with qtbot.waitSignal(window.ready, timeout=LONG):
        opening.set()


def test_a_library_that_cannot_be_read_leaves_no_window_without_panes(
    begun: Begin, paths: Paths, opening: threading.Event, qtbot: QtBot
) -> None:
    def opened() -> Workspace:
        Path(paths.library).write_bytes(b"no library at all" * 1_000)
        return Workspace(paths)

    window = begun(opened)
    opening.set()
    qtbot.waitUntil(lambda: window.is_complete, timeout=LONG)
    assert window.central.messages.shown
    window.commands.check()


def test_a_window_closed_while_its_library_is_read_ends_in_good_order(
    begun: Begin, paths: Paths, opening: threading.Event
) -> None:
    window = begun(lambda: Workspace(paths))
    opening.set()
    window.close()
    assert not window.isVisible()
