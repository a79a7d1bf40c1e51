"""Watched folders: what appears is handed over once, when it is whole; what is no article, or was there, never."""

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reader.errors import ImportFailure
from reader.workspace.watching import FolderWatcher, folder_watcher
from reader.workspace.watching.record import Record
from reader.workspace.watching.scan import signatures

STORY = "The mill at Tarn was sold to a grocer on Friday.\n"


class Heard:
    """What a watch handed over and complained of."""

    def __init__(self, folder: Path, record: Path) -> None:
        self.folder, self.record = folder, record
        self.paths: list[Path] = []
        self.troubles: list[str] = []
        self.watches: list[FolderWatcher] = []

    @property
    def names(self) -> list[str]:
        return [path.name for path in self.paths]

    def watch(self, *folders: Path) -> FolderWatcher:
        one = FolderWatcher(folders or (self.folder,), self.record, self.paths.extend, self._complain)
        self.watches.append(one)
        self.until(lambda: one.is_listening or self.troubles)
        return one

    def _complain(self, error: ImportFailure) -> None:
        assert error.remedy
        self.troubles.append(str(error))

    def until(self, true: Callable[[], object]) -> None:
        ends = time.monotonic() + 15
        while not true():
            assert time.monotonic() < ends, (self.names, self.troubles)
            threading.Event().wait(0.01)


@pytest.fixture
def heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Heard]:
    monkeypatch.setattr(folder_watcher, "STEADY", 0.3)
    monkeypatch.setattr(folder_watcher, "_TICK", 0.05)
    folder = tmp_path / "clippings"
    folder.mkdir()
    heard = Heard(folder, tmp_path / "state" / "watched.json")
    yield heard
    for one in heard.watches:
        one.close()


def test_what_appears_is_handed_over_once(heard: Heard) -> None:
    (heard.folder / "old.txt").write_text(STORY)
    one = heard.watch()
    (heard.folder / "new.txt").write_text(STORY)
    heard.until(lambda: heard.names == ["new.txt"])
    one.done(heard.paths)
    (heard.folder / "second.html").write_text(STORY)
    heard.until(lambda: len(heard.names) > 1)
    assert heard.names == ["new.txt", "second.html"]


def test_folders_moved_in_and_files_renamed(heard: Heard, tmp_path: Path) -> None:
    heard.watch()
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / "deep" / "er" / "a.txt").write_text(STORY)
    (tmp_path / "deep").rename(heard.folder / "deep")
    heard.until(lambda: heard.names == ["a.txt"])
    (heard.folder / "b.txt.part").write_text(STORY)
    (heard.folder / "b.txt.part").rename(heard.folder / "b.txt")
    heard.until(lambda: heard.names == ["a.txt", "b.txt"])


def test_a_file_is_waited_for_while_it_grows(heard: Heard) -> None:
    heard.watch()
    path = heard.folder / "long.txt"
    for _ in range(12):
        with path.open("a") as file:
            file.write(STORY)
        assert not heard.paths
        threading.Event().wait(0.06)
    heard.until(lambda: heard.paths == [path])
    assert path.read_text() == STORY * 12


def test_what_is_no_article_is_left_alone(heard: Heard) -> None:
    heard.watch()
    for name in (".hidden.txt", "~$open.docx", "a.tmp", "b.crdownload", "picture.png", "noending"):
        (heard.folder / name).write_text(STORY)
    for place in (".git", "page_files"):
        (heard.folder / place).mkdir()
        (heard.folder / place / "c.html").write_text(STORY)
    (heard.folder / "empty.txt").touch()
    (heard.folder / "page.html").write_text(STORY)
    heard.until(lambda: heard.names == ["page.html"])


def test_what_came_while_nobody_watched(heard: Heard) -> None:
    (heard.folder / "old.txt").write_text(STORY)
    heard.watch().close()
    (heard.folder / "new.txt").write_text(STORY)
    one = heard.watch()
    heard.until(lambda: heard.names == ["new.txt"])
    one.close()  # before it was dealt with
    second = heard.watch()
    heard.until(lambda: heard.names == ["new.txt"] * 2)
    second.done([heard.folder / "new.txt"])
    second.close()
    third = heard.watch()
    (heard.folder / "newer.txt").write_text(STORY)
    heard.until(lambda: len(heard.names) == 3)
    assert heard.names[2] == "newer.txt"
    third.close()


def test_a_file_saved_anew_is_another(heard: Heard) -> None:
    path = heard.folder / "old.txt"
    path.write_text(STORY)
    heard.watch()
    path.write_text(STORY * 2)
    heard.until(lambda: heard.paths == [path])


def test_a_folder_that_is_gone_is_told_of_once_and_watched_when_it_is_back(
    heard: Heard, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder_watcher, "PATIENCE", 0.05)
    heard.watch()
    away = heard.folder.rename(heard.folder.parent / "away")
    heard.until(lambda: heard.troubles)
    threading.Event().wait(0.3)
    assert len(heard.troubles) == 1
    assert "clippings is not there" in heard.troubles[0]
    (away / "new.txt").write_text(STORY)
    away.rename(heard.folder)
    heard.until(lambda: heard.names == ["new.txt"])


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="links")
def test_links_that_lead_in_a_circle(heard: Heard) -> None:
    (heard.folder / "in").mkdir()
    (heard.folder / "in" / "again").symlink_to(heard.folder)
    (heard.folder / "nowhere.txt").symlink_to(heard.folder / "gone.txt")
    (heard.folder / "a.txt").write_text(STORY)
    assert list(signatures(heard.folder)) == ["a.txt"]


def test_folders_in_folders_hand_a_file_over_once(heard: Heard) -> None:
    inner = heard.folder / "inner"
    inner.mkdir()
    one = heard.watch(heard.folder, inner)
    (inner / "a.txt").write_text(STORY)
    heard.until(lambda: heard.names == ["a.txt"])
    one.done(heard.paths)
    (heard.folder / "b.txt").write_text(STORY)
    heard.until(lambda: len(heard.names) == 2)
    assert heard.names == ["a.txt", "b.txt"]


def test_closing_ends_the_thread(heard: Heard) -> None:
    one = heard.watch()
    one.close()
    assert not one.is_running
    (heard.folder / "late.txt").write_text(STORY)
    assert not heard.paths


@pytest.mark.parametrize("stored", ["", "[]", '{"a": 3}', '{"a": {"b": [1]}}', '{"a": {"b": "x"}}', "\x00"])
def test_a_damaged_record_is_none(tmp_path: Path, stored: str) -> None:
    (tmp_path / "watched.json").write_text(stored)
    assert not Record(tmp_path / "watched.json").knows(Path("a"))


def test_folders_that_are_watched_no_more_are_forgotten(tmp_path: Path) -> None:
    record = Record(tmp_path / "watched.json")
    record.add(Path("a"), {"x": (1, 2)})
    record.add(Path("b"), {"y": (3, 4)})
    record.keep_only([Path("b")])
    record.write()
    again = Record(tmp_path / "watched.json")
    assert (again.knows(Path("a")), again.seen(Path("b"))) == (False, {"y": (3, 4)})
