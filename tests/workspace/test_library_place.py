"""The library in a folder that a person chose: moved whole or not at all, found again, never begun anew by mistake."""

from pathlib import Path

import pytest

from reader import cli
from reader.article import Article
from reader.errors import LibraryError, MissingLibrary, UsageError
from reader.library import Library
from reader.paths import Paths
from reader.workspace import Workspace
from reader.workspace.library_place import move_library, use_library


@pytest.fixture
def kept(paths: Paths) -> Paths:
    """A library of one article."""
    with Library.open(paths.library) as library:
        library.add(Article("a", "The mill was sold.", headline="Mill"))
    return paths


def headlines(paths: Paths) -> list[str]:
    workspace = Workspace(paths)
    try:
        return [row.headline for row in workspace.library.rows()]
    finally:
        workspace.close()


def test_it_is_moved_and_found_at_the_next_start(kept: Paths, tmp_path: Path) -> None:
    library, before = move_library(kept, tmp_path / "disk")
    assert library == tmp_path / "disk" / "library.sqlite"
    assert before.exists()
    assert not kept.library.exists()
    again = kept.placed()
    assert again.library == library
    assert Paths.default().library == library
    assert headlines(again) == ["Mill"]
    with Library.open(before) as old:
        assert old.count() == 1


def test_a_folder_with_other_things_gets_one_of_its_own(kept: Paths, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir(mode=0o755)
    (tmp_path / "docs" / "letter.txt").write_text("Dear …")
    library, _before = move_library(kept, tmp_path / "docs")
    assert library.parent == tmp_path / "docs" / "Parallax library"
    assert (tmp_path / "docs").stat().st_mode & 0o777 == 0o755, "the person's own folder is left as it was"
    assert use_library(kept, tmp_path / "docs") == library


def test_it_is_not_moved_over_another_nor_while_it_is_open(kept: Paths, tmp_path: Path) -> None:
    with Library.open(tmp_path / "disk" / "library.sqlite"):
        pass
    with pytest.raises(LibraryError, match="already"):
        move_library(kept, tmp_path / "disk")
    with Library.open(kept.library) as opened:
        opened.add(Article("b", "Another."))
        with pytest.raises(LibraryError, match="another window"):
            move_library(kept, tmp_path / "other")
    assert not (tmp_path / "other" / "library.sqlite").exists()
    with pytest.raises(UsageError, match="already"):
        move_library(kept, kept.data)
    assert headlines(kept) == ["", "Mill"]


def test_a_disk_that_is_not_there_is_told_and_no_new_library_begun(kept: Paths, tmp_path: Path) -> None:
    move_library(kept, tmp_path / "disk")
    (tmp_path / "disk").rename(tmp_path / "elsewhere")
    with pytest.raises(MissingLibrary, match="Connect the disk"):
        Workspace(kept.placed())
    assert not (tmp_path / "disk").exists()
    use_library(kept, tmp_path / "elsewhere")
    assert headlines(kept.placed()) == ["Mill"]
    use_library(kept, None)
    assert kept.placed() == kept
    assert headlines(kept) == []


def test_what_is_no_library_is_not_used(kept: Paths, tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="no library"):
        use_library(kept, tmp_path)
    (tmp_path / "library.sqlite").write_text("nonsense")
    with pytest.raises(LibraryError):
        use_library(kept, tmp_path)
    assert kept.placed() == kept


def test_from_the_command_line(kept: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["place"]) == 0
    assert capsys.readouterr().out == f"{kept.data}\n"
    assert cli.main(["place", "--move", str(tmp_path / "disk")]) == 0
    assert "the file of before" in capsys.readouterr().out
    assert cli.main(["list"]) == 0
    assert "Mill" in capsys.readouterr().out
    (tmp_path / "disk").rename(tmp_path / "elsewhere")
    assert cli.main(["list"]) == 1
    assert "parallax place --use" in capsys.readouterr().err
    assert cli.main(["place", "--use", str(tmp_path / "elsewhere")]) == 0
    assert cli.main(["list"]) == 0


@pytest.mark.parametrize("line", ["", "relative/folder", "\udcff"])
def test_an_odd_note_of_the_place_is_passed_over(paths: Paths, line: str) -> None:
    paths.config.mkdir(parents=True)
    paths.place_file.write_bytes(line.encode("utf-8", "surrogateescape"))
    assert paths.placed() == paths
