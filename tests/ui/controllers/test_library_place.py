"""The library's place from the window: moved, said, and the program started anew with it."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.ui.controllers.library_place import start
from reader.ui.main_window import MainWindow
from reader.ui.widgets.message_bar import Message


def test_it_is_moved_and_the_program_started_anew(
    filled: MainWindow, paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    started: list[bool] = []
    filled.place.start = lambda: started.append(True)
    qtbot.waitUntil(lambda: not filled.service.tasks.running, timeout=20_000)
    filled.place.options().move(tmp_path / "disk")
    qtbot.waitUntil(lambda: bool(filled.findChildren(QMessageBox)), timeout=20_000)
    (box,) = filled.findChildren(QMessageBox)
    assert str(tmp_path / "disk") in box.text()
    assert started == []
    box.accept()
    qtbot.waitUntil(lambda: started == [True])
    assert not filled.isVisible()
    assert paths.placed().library == tmp_path / "disk" / "library.sqlite"


def test_the_program_is_started_on_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    mark = tmp_path / "started"
    code = f"import pathlib, reader; pathlib.Path({str(mark)!r}).touch()"
    monkeypatch.setattr("reader.child.command", lambda: [sys.executable, "-c", code])
    monkeypatch.chdir(tmp_path)
    assert start()
    qtbot.waitUntil(mark.exists, timeout=20_000)


def test_what_cannot_be_used_is_told_and_the_library_stays(filled: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not filled.service.tasks.running, timeout=20_000)
    filled.central.messages.clear()
    filled.place.options().use(tmp_path)
    qtbot.waitUntil(lambda: bool(filled.central.messages.findChildren(Message)), timeout=20_000)
    filled.library.refresh()
    qtbot.waitUntil(lambda: filled.library.contents is not None and filled.library.contents.total == 3, timeout=20_000)
    assert filled.isVisible()
