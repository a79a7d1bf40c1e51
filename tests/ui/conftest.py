"""A window to act on, and files to import into it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.paths import Paths
from reader.ui.controllers.articles import CAUSE
from reader.ui.main_window import MainWindow
from reader.workspace import Workspace
from tests.importing.server import this_machine
from tests.ui.driver import Driver

HARBOUR = """Ferry runs aground off Port Lowen

The Lowen Post

A ferry carrying 212 passengers ran aground on Tuesday on a sandbank outside Port Lowen, and rescue boats brought
everyone ashore before nightfall, the coastguard said.

“We had to climb down the ladder in the dark, one after another,” said Mara Quill, a teacher who was on board.

At least 14 people were injured, the coastguard said. The harbour will stay closed until Friday.
"""
COAST = """Passengers rescued as ferry hits sandbank

The Coast Herald

Rescue boats brought everyone ashore before nightfall after a ferry carrying 212 passengers ran aground on a sandbank
outside Port Lowen on Tuesday, according to the coastguard.

“We had to climb down the ladder in darkness, one after the other,” said teacher Mara Quill.

Nine people were injured, the coastguard said.
"""
CAPITAL = """Minister promises inquiry into ferry accident

The transport minister promised an inquiry on Wednesday into why a ferry ran aground on a sandbank outside Port Lowen.
The ship was built in 1987 and had passed its last inspection in March.
"""


OUTLETS = ("Tidewatch", "Corran Echo", "La Digue")
MONTHS = ("2031-03", "2031-04", "2032-01")


@pytest.fixture(autouse=True)
def _no_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """No window of a test starts the process that encodes: that is tried in tests/workspace/test_library_vectors.py."""
    monkeypatch.setattr("reader.workspace.library_vectors.missing", lambda: "not in these tests")


@pytest.fixture(scope="session", autouse=True)
def _plain_dialogs(qapp: QApplication) -> None:
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """The offscreen clipboard lets go of what Python put there only after Python has ended, which ends badly."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def stories(tmp_path: Path) -> list[Path]:
    """Three accounts of one accident, as files."""
    folder = tmp_path / "stories"
    folder.mkdir()
    found = []
    for name, text in (("harbour", HARBOUR), ("coast", COAST), ("capital", CAPITAL)):
        path = folder / f"{name}.txt"
        path.write_text(text, encoding="utf-8")
        found.append(path)
    return found


def unexpected(kind: type[BaseException], error: BaseException, trace: object) -> None:
    """Nothing here may fail without being expected to."""
    raise error


@pytest.fixture
def open_window(qtbot: QtBot, paths: Paths) -> Iterator[Callable[[], MainWindow]]:
    """Opens the window as the program does, and waits until it is furnished."""
    opened = []

    def make() -> MainWindow:
        window = MainWindow(paths, lambda: Workspace(paths, allows=this_machine), unexpected)
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitSignal(window.ready, timeout=60_000):
            window.show()
        return window

    yield make
    for window in opened:
        under_way = [job.key for job in window.service.tasks.running]
        told = [message.accessibleName() for message in window.central.messages.shown]
        print("A window at the end of the test:", window.comparisons.ids, under_way, told)  # seen where it failed
        window.close()


@pytest.fixture
def window(open_window: Callable[[], MainWindow]) -> MainWindow:
    """The window on a first run."""
    return open_window()


@pytest.fixture
def filled(window: MainWindow, stories: list[Path], qtbot: QtBot) -> MainWindow:
    """The window with three articles in its library, none of them ticked."""
    window.imports.take(stories)
    qtbot.waitUntil(lambda: window.sidebar.library.model.rowCount() == 4 and len(window.service.ticks) == 3)
    qtbot.waitUntil(lambda: any(one.cause == CAUSE for one in window.central.messages.shown))  # one has no outlet
    window.service.ticks.replace(())
    window.central.messages.clear()
    return window


@pytest.fixture
def driver(filled: MainWindow, qtbot: QtBot) -> Driver:
    """Acts on the window with three articles as a person does."""
    return Driver(filled, qtbot)


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
    workspace.library.searches.save("Barges", "barge", {"outlet": ["Tidewatch"], "order": "date"})
    workspace.library.searches.remember("keeper dawn")
    workspace.close()


@pytest.fixture
def boats(shelved: None, open_window: Callable[[], MainWindow], qtbot: QtBot) -> MainWindow:
    """The window on that library, all of it in the index."""
    window = open_window()
    qtbot.waitUntil(lambda: not window.service.tasks.running, timeout=60_000)
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
        lambda: window.search.is_answered,
        timeout=60_000,
    )


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[MainWindow], None]:
    """Waits for the answer."""
    return lambda window: answered(window, qtbot)
