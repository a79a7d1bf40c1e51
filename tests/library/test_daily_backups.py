"""Backups a day as a person wants them: on or off, so many, and a copy on another disk."""

from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import LibraryError
from reader.library import Library
from reader.library.backup_folder import folder, kept
from reader.library.options import BackupOptions


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "home" / "library.sqlite"
    with Library.open(path) as opened:
        opened.add(Article("a", "The mill was sold."))
    return path


def backed_up(path: Path, options: BackupOptions) -> Path | None:
    with Library.open(path) as opened:
        return opened.back_up_daily(options=options)


def test_none_is_made_where_none_is_wanted(library: Path) -> None:
    assert backed_up(library, BackupOptions(daily=False)) is None
    assert kept(library) == []


def test_so_many_are_kept(library: Path) -> None:
    place = folder(library)
    place.mkdir()
    for day in range(1, 8):
        (place / f"library-2026-01-0{day}.backup").write_bytes(b"old")
    made = backed_up(library, BackupOptions(days=3))
    assert made is not None
    assert sorted(one.name for one in place.iterdir()) == [
        "library-2026-01-06.backup",
        "library-2026-01-07.backup",
        made.name,
    ]


def test_a_copy_goes_to_another_disk_once_that_is_there(library: Path, tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    options = BackupOptions(folder=str(disk), days=2)
    with pytest.raises(LibraryError, match="Connect the disk"):
        backed_up(library, options)
    (made,) = kept(library)
    disk.mkdir()
    for day in (1, 2):
        (disk / f"library-2026-01-0{day}.backup").write_bytes(b"old")
    (disk / "photo.jpg").write_bytes(b"mine")
    assert backed_up(library, options) is None
    assert (disk / made.name).read_bytes() == made.read_bytes()
    assert sorted(one.name for one in disk.iterdir()) == ["library-2026-01-02.backup", made.name, "photo.jpg"]
