"""Watched folders in the window: off at first, imported in the background, told of, ended with the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reader.importing import WatchOptions
from reader.settings import read_settings
from reader.ui.dialogs.folders import WatchedFoldersDialog
from reader.ui.main_window import MainWindow
from reader.ui.services.notifications import DesktopNotifier
from reader.workspace.watching import folder_watcher
from tests.ui.driver import workspace_of

LIGHT = "Lighthouse to be sold\n\nThe lighthouse of Port Lowen will be sold in June, the harbour office said.\n"


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folder_watcher, "STEADY", 0.2)
    monkeypatch.setattr(folder_watcher, "_TICK", 0.05)


@pytest.fixture
def clippings(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "old.txt").write_text("Old mill sold\n\nThe mill at Tarn was sold to a grocer on Friday.\n")
    return folder


def asked(window: MainWindow, qtbot: QtBot) -> WatchedFoldersDialog:
    window.commands["watched-folders"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, WatchedFoldersDialog))
    dialog = window.dialogs.open
    assert isinstance(dialog, WatchedFoldersDialog)
    return dialog


def count(window: MainWindow) -> int:
    return workspace_of(window).library.count()


def watched(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    asked(window, qtbot).add_folder(str(folder))
    window.dialogs.open.accept()
    qtbot.waitUntil(lambda: window.folder_watch.is_watching and window.folder_watch.watch.is_listening)


def test_nothing_is_watched_at_first(window: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(window, qtbot)
    assert dialog.folders == ()
    assert not dialog.remove.isEnabled()
    assert not dialog.at_once.isEnabled()
    assert not window.folder_watch.is_watching


def test_what_appears_is_imported_and_told(window: MainWindow, clippings: Path, qtbot: QtBot) -> None:
    watched(window, clippings, qtbot)
    assert read_settings(workspace_of(window).paths.settings).watching.folders == (str(clippings),)
    (clippings / "light.txt").write_text(LIGHT)
    qtbot.waitUntil(lambda: bool(window.central.messages.shown), timeout=60_000)
    assert [one.text for one in window.central.messages.shown] == ["Watched folders: 1 article added."]
    assert count(window) == 1
    assert not window.service.ticks


def test_what_cannot_be_read_is_told_once(window: MainWindow, clippings: Path, qtbot: QtBot) -> None:
    watched(window, clippings, qtbot)
    (clippings / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    qtbot.waitUntil(lambda: bool(window.central.messages.shown), timeout=60_000)
    window.central.messages.clear()
    (clippings / "light.txt").write_text(LIGHT)
    qtbot.waitUntil(lambda: bool(window.central.messages.shown), timeout=60_000)
    assert [one.text for one in window.central.messages.shown] == ["Watched folders: 1 article added."]


def test_what_lies_there_already_is_imported_where_it_is_wanted(
    window: MainWindow, clippings: Path, qtbot: QtBot
) -> None:
    dialog = asked(window, qtbot)
    qtbot.mouseClick(dialog.add, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(clippings))
    chooser.reject()
    assert dialog.folders == (str(clippings),)
    qtbot.keyClick(dialog.at_once, Qt.Key.Key_Space)
    dialog.accept()
    qtbot.waitUntil(lambda: count(window) == 1)


def test_folders_taken_from_the_list_are_watched_no_more(window: MainWindow, clippings: Path, qtbot: QtBot) -> None:
    watched(window, clippings, qtbot)
    dialog = asked(window, qtbot)
    qtbot.mouseClick(dialog.remove, Qt.MouseButton.LeftButton)
    assert dialog.folders == ()
    dialog.accept()
    qtbot.waitUntil(lambda: not window.folder_watch.is_watching)


def test_the_watch_begins_as_the_settings_say_and_ends_with_the_window(
    window: MainWindow, clippings: Path, qtbot: QtBot
) -> None:
    workspace = workspace_of(window)
    workspace.settings = replace(workspace.settings, watching=WatchOptions((str(clippings),)))
    window.folder_watch.begin()
    qtbot.waitUntil(lambda: window.folder_watch.is_watching)
    watcher = window.folder_watch.watch
    window.close()
    assert not watcher.is_running


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What is said on the desktop."""
    told: list[tuple[str, str]] = []
    monkeypatch.setattr(DesktopNotifier, "notify", lambda _self, title, words: told.append((title, words)))
    return told


def test_whoever_is_elsewhere_is_told_on_the_desktop(
    window: MainWindow, clippings: Path, qtbot: QtBot, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(window, clippings, qtbot)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    (clippings / "light.txt").write_text(LIGHT)
    qtbot.waitUntil(lambda: bool(said), timeout=60_000)
    assert said == [("Watched folders", "1 article added.")]
    (clippings / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")  # brings no article: that waits for the person
    qtbot.waitUntil(lambda: len(window.central.messages.shown) == 2, timeout=60_000)
    assert len(said) == 1
    with qtbot.waitSignal(window.folder_watch.windowWanted):
        window.folder_watch.findChild(DesktopNotifier).activated.emit()


def test_nothing_is_said_on_the_desktop_to_whoever_looks_at_the_window_or_does_not_want_it(
    window: MainWindow, clippings: Path, qtbot: QtBot, said: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(window, clippings, qtbot)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)
    (clippings / "light.txt").write_text(LIGHT)
    qtbot.waitUntil(lambda: count(window) == 1 and bool(window.central.messages.shown), timeout=60_000)
    dialog = asked(window, qtbot)
    assert dialog.notify.isChecked()
    qtbot.keyClick(dialog.notify, Qt.Key.Key_Space)
    dialog.accept()
    qtbot.waitUntil(lambda: not read_settings(workspace_of(window).paths.settings).watching.notify)
    monkeypatch.setattr(QApplication, "activeWindow", lambda: None)
    window.central.messages.clear()
    (clippings / "mast.txt").write_text(LIGHT.replace("lighthouse", "mast"))
    qtbot.waitUntil(lambda: count(window) == 2 and bool(window.central.messages.shown), timeout=60_000)
    assert said == []
