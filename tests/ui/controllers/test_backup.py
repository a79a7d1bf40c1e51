"""The library as a file: put away, back from it, lying elsewhere; a story as a file."""

import sys
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.paths import BACKUP_SUFFIX, STORY_SUFFIX, Paths, shipped
from reader.ui.controllers.backup import start
from reader.ui.main_window import MainWindow
from reader.ui.widgets.message_bar import Message
from tests.ui.driver import workspace_of

LONG = 60_000


def library(window: MainWindow) -> Library:
    return workspace_of(window).library


def said(window: MainWindow) -> list[str]:
    return [message.text for message in window.central.messages.shown]


def chosen_in_dialog(window: MainWindow, path: Path) -> None:
    """Choose a file in the dialog that is open."""
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(path))
    dialog.close()


def test_a_backup_brings_back_what_was_lost(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    filled.commands["backup"].trigger()
    chosen_in_dialog(filled, copy)
    qtbot.waitUntil(lambda: said(filled) == ["The library was copied to copy.sqlite."])
    ids = library(filled).ids()
    library(filled).remove(ids)
    library(filled).purge(ids)
    filled.service.libraryChanged.emit()
    qtbot.waitUntil(lambda: filled.library.contents is not None and filled.library.contents.total == 0)
    filled.commands["restore-library"].trigger()
    chosen_in_dialog(filled, copy)
    box = next(b for b in filled.findChildren(QMessageBox) if b.isVisible())
    next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.DestructiveRole).click()
    qtbot.waitUntil(lambda: filled.library.contents.total == 3, timeout=LONG)
    assert set(library(filled).ids()) == set(ids)
    assert "The library was restored from copy.sqlite." in said(filled)
    assert filled.central.messages.shown[0].remedy.startswith("The one before is kept as library-before-")


def test_a_file_that_is_no_copy_is_refused_and_the_library_goes_on(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "no.sqlite").write_bytes(b"not a library " * 100)
    filled.backup.restore(tmp_path / "no.sqlite")
    qtbot.waitUntil(lambda: bool(said(filled)))
    filled.library.refresh()
    with qtbot.waitSignal(filled.library.refreshed):
        filled.library.refresh()
    assert filled.library.contents is not None
    assert filled.library.contents.total == 3


def test_a_story_is_written_and_taken_in_again(filled: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    file, ids = tmp_path / "ferry.json", library(filled).ids()
    library(filled).stories.assign(ids, library(filled).stories.add("Ferry"))
    with qtbot.waitSignal(filled.library.refreshed):
        filled.library.refresh()
    filled.sidebar.library.tree.setCurrentIndex(filled.sidebar.library.model.index(0))
    filled.commands["export-story"].trigger()
    chosen_in_dialog(filled, file)
    qtbot.waitUntil(lambda: said(filled) == ["3 articles written to ferry.json."])
    library(filled).remove(ids)
    library(filled).purge(ids)
    filled.commands["import-story"].trigger()
    chosen_in_dialog(filled, file)
    qtbot.waitUntil(lambda: "3 articles added." in said(filled), timeout=LONG)
    assert [story.count for story in library(filled).stories.all()] == [3]


def test_a_story_that_is_opened_comes_in_as_a_story_and_a_backup_is_named(
    filled: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file, backup = tmp_path / f"ferry{STORY_SUFFIX}", tmp_path / f"all{BACKUP_SUFFIX}"
    ids, workspace = library(filled).ids(), workspace_of(filled)
    library(filled).stories.assign(ids, story := library(filled).stories.add("Ferry"))
    workspace.export_story(story, file)
    workspace.backup(backup)
    library(filled).remove(ids)
    library(filled).purge(ids)
    filled.imports.take([file, backup])
    qtbot.waitUntil(lambda: "3 articles added." in said(filled), timeout=LONG)
    assert f"all{BACKUP_SUFFIX} is a copy of a whole library." in said(filled)
    assert [story.count for story in library(filled).stories.all()] == [3]


def test_a_new_account_of_a_known_story_is_offered_a_place_there(filled: MainWindow, qtbot: QtBot) -> None:
    folder = shipped("data") / "samples"
    story = tomllib.loads((folder / "story.toml").read_text(encoding="utf-8"))
    files = [folder / one["file"] for one in story["articles"]]
    workspace = workspace_of(filled)
    number = workspace.story(story["name"])
    workspace.import_files(files[:4], number)
    filled.imports.take(files[4:])
    offer = f"1 article looks like the same story as “{story['name']}”."
    qtbot.waitUntil(lambda: offer in said(filled), timeout=LONG)
    assert {row.count for row in library(filled).stories.all()} == {4}  # only offered
    message = next(one for one in filled.central.messages.shown if one.text == offer)
    button = next(one for one in message.findChildren(QPushButton) if one.text() == "Put It There")
    with qtbot.waitSignal(filled.library.refreshed):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert {row.count for row in library(filled).stories.all()} == {5}
    assert f"1 article put in “{story['name']}”." in said(filled)
    qtbot.waitUntil(filled.commands["undo"].isEnabled)
    with qtbot.waitSignal(filled.library.refreshed):
        filled.commands["undo"].trigger()
    assert {row.count for row in library(filled).stories.all()} == {4}


def test_it_is_moved_and_the_program_started_anew(
    filled: MainWindow, paths: Paths, tmp_path: Path, qtbot: QtBot
) -> None:
    started: list[bool] = []
    filled.place.start = lambda: started.append(True)
    qtbot.waitUntil(lambda: not filled.service.tasks.running, timeout=60_000)
    filled.place.options().move(tmp_path / "disk")
    qtbot.waitUntil(lambda: bool(filled.findChildren(QMessageBox)), timeout=60_000)
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
    monkeypatch.setattr("reader.processes.command", lambda: [sys.executable, "-c", code])
    monkeypatch.chdir(tmp_path)
    assert start()
    qtbot.waitUntil(mark.exists, timeout=60_000)


def test_what_cannot_be_used_is_told_and_the_library_stays(filled: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not filled.service.tasks.running, timeout=60_000)
    filled.central.messages.clear()
    filled.place.options().use(tmp_path)
    qtbot.waitUntil(lambda: bool(filled.central.messages.findChildren(Message)), timeout=60_000)
    filled.library.refresh()
    qtbot.waitUntil(lambda: filled.library.contents is not None and filled.library.contents.total == 3, timeout=60_000)
    assert filled.isVisible()
