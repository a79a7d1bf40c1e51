"""What is kept of the window and its settings: as it changes, and never in the place of a file that cannot be read."""

import json
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.settings import read_settings
from reader.ui.main_window import MainWindow
from reader.workspace import Workspace

LONG = 60_000


def test_the_session_is_on_the_disk_while_the_window_is_open(filled: MainWindow, paths: Paths, qtbot: QtBot) -> None:
    filled.session_manager.findChild(QTimer).setInterval(50)
    path = paths.state / "session.json"
    ids = filled.sidebar.library.model.ids(filled.sidebar.library.model.index(1, 0))
    filled.service.ticks.replace(ids)
    qtbot.waitUntil(lambda: path.exists() and json.loads(path.read_text())["ticked"] == list(ids), timeout=LONG)
    filled.service.ticks.replace(())
    qtbot.waitUntil(lambda: json.loads(path.read_text())["ticked"] == [], timeout=LONG)


def test_spoilt_settings_are_told_in_the_window_and_kept(paths: Paths, qtbot: QtBot) -> None:
    paths.settings.parent.mkdir(parents=True)
    paths.settings.write_text('{"compare": {"passa', encoding="utf-8")

    def opened() -> Workspace:
        notices: list[str] = []
        return Workspace(paths, read_settings(paths.settings, notices.append), notices=notices)

    window = MainWindow(paths, opened, crashed)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.ready, timeout=LONG):
        window.show()
    qtbot.waitUntil(lambda: any("settings cannot be read" in one.text for one in window.central.messages.shown))
    window.close()
    assert paths.settings.with_name("settings.json.broken").read_text(encoding="utf-8") == '{"compare": {"passa'


def test_a_spoilt_session_is_told_and_kept(paths: Paths, open_window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    paths.state.mkdir(parents=True)
    path = paths.state / "session.json"
    path.write_text("[" * 50_000, encoding="utf-8")
    window = open_window()
    qtbot.waitUntil(lambda: any("session.json.broken" in one.text for one in window.central.messages.shown))
    window.close()
    assert path.with_name("session.json.broken").read_text(encoding="utf-8") == "[" * 50_000


def crashed(_kind: type[BaseException], error: BaseException, _trace: object) -> None:
    raise error


def test_a_slow_disk_holds_up_neither_the_window_nor_what_opens(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    where: list[int] = []
    go = threading.Event()

    def slowly(_file: int) -> None:
        where.append(threading.get_ident())
        go.wait(30)

    monkeypatch.setattr("reader.json_file.os.fsync", slowly)
    with qtbot.waitSignal(filled.comparisons.opened, timeout=LONG):
        filled.comparisons.compare(tuple(filled.library.contents.known))
    qtbot.waitUntil(lambda: bool(where))
    with qtbot.waitSignal(filled.comparisons.opened, timeout=LONG):
        filled.comparisons.compare(tuple(filled.library.contents.known)[:2])
    go.set()
    assert threading.get_ident() not in where


def test_the_last_session_is_the_one_that_stays(filled: MainWindow, paths: Paths, qtbot: QtBot) -> None:
    ids = tuple(filled.library.contents.known)
    for n in range(len(ids) + 1):
        filled.service.ticks.replace(ids[:n])
        filled.session_manager.keep()
    filled.service.ticks.replace(ids[1:])
    filled.close()
    assert json.loads((paths.state / "session.json").read_text())["ticked"] == list(ids[1:])
