"""Where things lie, and that one variable moves all of it."""

from pathlib import Path

import pytest

from reader.paths import Paths, shipped


def test_one_folder_holds_everything(tmp_path: Path) -> None:
    paths = Paths.under(tmp_path)
    for path in (paths.settings, paths.library, paths.index, paths.log):
        assert path.is_relative_to(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_variable_moves_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path))
    assert Paths.default() == Paths.under(tmp_path)


def test_without_it_the_system_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PARALLAX_HOME", raising=False)
    assert Paths.default().library.name == "library.sqlite"
    assert "parallax" in str(Paths.default().data)


@pytest.mark.parametrize("kind", ["data", "resources"])
def test_what_comes_with_the_program_is_there(kind: str) -> None:
    assert shipped(kind).is_dir()
