"""A library with articles of several outlets, months and languages, searched as a person does."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.paths import Paths
from reader.ui.main_window import MainWindow
from reader.workspace import Workspace

OUTLETS = ("Tidewatch", "Corran Echo", "La Digue")
MONTHS = ("2031-03", "2031-04", "2032-01")


@pytest.fixture
def shelved(paths: Paths) -> None:
    """Sixty articles about boats, the index not yet written."""
    workspace = Workspace(paths)
    story = workspace.story("Boats of Corran")
    for n in range(60):
        other = ("barge", "ferry")[n % 2]
        article = Article(
            f"boat{n}",
            f"Boat number {n} left the quay of Corran at dawn. Its keeper waved; the {other} followed.",
            headline=f"Boat {n} leaves",
            outlet=OUTLETS[n % 3],
            published=f"{MONTHS[n % 3]}-{n % 28 + 1:02}" if n else "",
            language="fr" if n % 10 == 2 else "en",
        )
        workspace.library.add(article, story if n < 5 else None)
    workspace.library.save_search("Barges", "barge", {"outlet": ["Tidewatch"], "order": "date"})
    workspace.library.searched("keeper dawn")
    workspace.close()


@pytest.fixture
def boats(shelved: None, open_window: Callable[[], MainWindow], qtbot: QtBot) -> MainWindow:
    """The window on that library, all of it in the index."""
    window = open_window()
    qtbot.waitUntil(lambda: not window.desk.jobs.running, timeout=30_000)
    return window


@pytest.fixture
def seek(qtbot: QtBot) -> Callable[[MainWindow, str], None]:
    """Types words into the search field and waits for the answer to all of them."""

    def seek(window: MainWindow, words: str) -> None:
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        qtbot.keyClicks(window.search.field, words)
        answered(window, qtbot)

    return seek


def answered(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until what is asked is what was answered."""
    qtbot.waitUntil(
        lambda: window.search._answered == window.search.question and not window.search._timer.isActive(),
        timeout=20_000,
    )


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Waits for the answer."""
    return lambda window: answered(window, qtbot)
