"""An index that is not of the library's history, or of which a bit has changed, is noticed and made anew."""

import itertools
import shutil
from pathlib import Path

import pytest

from reader import cli
from reader.paths import Paths
from reader.search import SearchIndex
from reader.workspace import Workspace

WORDS = ("heron", "weir", "lantern", "orchard", "ferry", "quarry", "lighthouse", "meadow")


def add(paths: Paths, *words: str) -> None:
    """Import a text for each word, and write the index."""
    workspace = Workspace(paths)
    for word in words:
        workspace.import_text(f"About the {word}\n\nThe {word} was seen by everybody on the day of the {word} fair.\n")
    workspace.update_index()
    workspace.close()


def found(paths: Paths, *words: str) -> list[int]:
    workspace = Workspace(paths)
    workspace.update_index()
    totals = [workspace.search(word).total for word in words]
    workspace.close()
    return totals


def copied(paths: Paths, to: Path) -> Path:
    """A plain copy of the library's file, as a person or a backup program makes one."""
    return Path(shutil.copy(paths.library, to))


@pytest.mark.parametrize("more", [1, 2, 3, 5])
def test_what_comes_after_a_copy_was_put_back_is_found(paths: Paths, tmp_path: Path, more: int) -> None:
    add(paths, *WORDS[:2])
    copy = copied(paths, tmp_path / "copy")
    add(paths, *WORDS[2:4])  # the index knows changes that the copy never heard of
    shutil.copy(copy, paths.library)
    add(paths, *WORDS[4 : 4 + min(more, 4)])
    assert found(paths, *WORDS[:2]) == [1, 1]
    assert found(paths, *WORDS[2:4]) == [0, 0]
    assert found(paths, *WORDS[4 : 4 + min(more, 4)]) == [1] * min(more, 4)


def test_a_copy_put_back_alone_is_searched_as_it_is(paths: Paths, tmp_path: Path) -> None:
    add(paths, *WORDS[:2])
    copy = copied(paths, tmp_path / "copy")
    add(paths, *WORDS[2:4])
    shutil.copy(copy, paths.library)
    assert found(paths, *WORDS[:4]) == [1, 1, 0, 0]


def test_an_older_index_put_back_is_caught_up(paths: Paths, tmp_path: Path) -> None:
    add(paths, *WORDS[:2])
    shutil.copytree(paths.index, tmp_path / "index")
    add(paths, *WORDS[2:4])
    shutil.rmtree(paths.index)
    shutil.copytree(tmp_path / "index", paths.index)
    assert found(paths, *WORDS[:4]) == [1, 1, 1, 1]


def test_another_window_that_writes_while_the_index_is_looked_at_makes_nobody_begin_anew(
    paths: Paths, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    add(paths, *WORDS[:2])
    applied, asked = SearchIndex.applied, itertools.count()

    def meanwhile(index: SearchIndex) -> int:
        known = applied.__get__(index)
        if next(asked) == 1:  # once it is known that there is an index
            add(paths, WORDS[2])
        return int(known)

    workspace = Workspace(paths)
    monkeypatch.setattr(SearchIndex, "applied", property(meanwhile))
    workspace.update_index()
    assert next(asked) > 1
    assert "another history" not in caplog.text
    assert [workspace.search(word).total for word in WORDS[:3]] == [1, 1, 1]
    workspace.close()


def test_the_index_of_somebody_elses_home_is_not_believed(paths: Paths, tmp_path: Path) -> None:
    """A whole folder of PARALLAX_HOME from elsewhere, library and index: what sealed the index did not come with it."""
    add(paths, *WORDS[:2])
    before = {place.name for place in paths.index.iterdir()}
    paths.key.unlink()
    assert found(paths, *WORDS[:2]) == [1, 1]
    assert {place.name for place in paths.index.iterdir()} - before


def test_the_key_is_for_its_owner_alone(paths: Paths) -> None:
    add(paths, WORDS[0])
    assert paths.key.stat().st_mode & 0o777 == 0o600
    assert Paths.default().key.is_relative_to(Paths.default().state) is False


@pytest.mark.parametrize("place", [0.1, 0.35, 0.6, 0.85])
def test_one_bit_of_a_large_file_is_noticed_on_the_command_line(
    paths: Paths, place: float, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("reader.search.folders.LARGE", 100)  # every file counts as large
    for word in WORDS:
        add(Paths.default(), word)
    for path in Paths.default().index.rglob("*"):
        if path.is_file() and path.stat().st_size >= 100 and path.suffix != ".json":
            content = bytearray(path.read_bytes())
            content[int(len(content) * place)] ^= 4
            path.write_bytes(content)
    assert cli.main(["search", "heron"]) == 0
    told = capsys.readouterr()
    assert told.out.startswith("1 article.")
    assert "The search index was damaged; it is made anew." in told.err
    assert cli.main(["search", "heron"]) == 0
    assert not capsys.readouterr().err
