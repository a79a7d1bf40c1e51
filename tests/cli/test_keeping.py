"""`parallax import`, `list` and `search`: the library from the command line."""

import json
from functools import partial
from pathlib import Path

import pytest

from reader import cli
from reader.paths import Paths
from reader.workspace import Workspace
from tests.importing.server import said, serving, this_machine


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    return tmp_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    (folder / "ferry.txt").write_text("Ferry runs aground\n\nThe night ferry ran aground off Selm. Nobody was hurt.")
    (folder / "mill.txt").write_text("Old mill sold\n\nThe paper mill at Tarn was sold to a grocer on Friday.")
    (folder / "empty.txt").write_text("")
    return folder


def test_a_folder_is_imported_past_what_fails(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", str(folder), "--story", "Autumn"]) == 1
    said = capsys.readouterr()
    assert "2 articles added" in said.out
    assert len(said.err.splitlines()) == 1
    assert "empty.txt" in said.err
    assert cli.main(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_every_file_of_a_folder_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mole.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (folder / "news.json").write_text('{"articles": [{"title": "Gale", "content": "It blew. [+900 chars]"}]}')
    cli.main(["import", str(folder / "mill.txt")])
    capsys.readouterr()
    assert cli.main(["import", str(folder)]) == 1
    said = capsys.readouterr()
    assert dict(reversed(line.split("\t")) for line in said.out.splitlines()[:-1]) == {
        str(folder / "empty.txt"): "refused",
        str(folder / "ferry.txt"): "added",
        str(folder / "mill.txt"): "already there",
        str(folder / "mole.png"): "refused",
        str(folder / "news.json"): "added (partly)",
    }
    assert "mole.png is a picture" in said.err
    assert "900 characters are missing" in said.err


def test_what_was_imported_is_found(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder)])
    capsys.readouterr()
    assert cli.main(["search", "aground"]) == 0
    out = capsys.readouterr().out
    assert "Ferry runs" in out
    assert "[aground]" in out
    assert "mill" not in out


def test_a_name_that_others_spell_otherwise_is_offered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "envoy.txt").write_text("Envoy lands\n\nThe envoy Karim Massimov landed at Tarn on Monday.")
    (folder / "again.txt").write_text("Envoy stays\n\nNobody knew why the envoy Karim Masimov stayed in Tarn.")
    cli.main(["import", str(folder)])
    capsys.readouterr()
    assert cli.main(["search", "massimov"]) == 0
    assert "also spelled Masimov: 1 article" in capsys.readouterr().out.splitlines()
    assert cli.main(["search", "massimov", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["spellings"] == [{"form": "Masimov", "query": "masimov", "total": 1}]


def test_results_as_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder)])
    capsys.readouterr()
    assert cli.main(["search", "grocer", "--format", "json"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    ((start, end),) = hit["marks"]
    assert hit["snippet"][start:end] == "grocer"


def test_an_address_that_is_named_is_fetched(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.keeping.Workspace", partial(Workspace, allows=this_machine))
    with serving({"/mill": said("<p>The new mill at Tarn opened on Friday.</p>")}) as server:
        assert cli.main(["import", str(folder / "mill.txt"), f"{server.address}/mill", f"{server.address}/x"]) == 1
        assert server.paths == ["/robots.txt", "/mill", "/robots.txt", "/x"]
    told = capsys.readouterr()
    assert "2 articles added, 0 already there, 1 failed" in told.out
    assert "no page at 127.0.0.1/x" in told.err


def test_a_private_address_is_not_fetched(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", "http://127.0.0.1:9/"]) == 1
    assert "open network" in capsys.readouterr().err


def test_importing_twice_adds_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(folder / "ferry.txt")
    assert cli.main(["import", path]) == 0
    assert cli.main(["import", path]) == 0
    assert "0 articles added, 1 already there" in capsys.readouterr().out


def test_an_empty_folder_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "nothing").mkdir()
    assert cli.main(["import", str(tmp_path / "nothing")]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_odd_queries_never_fail(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder)])
    for query in ('"', "(((", "date:", "NOT", "*", "a" * 3000, "ferry~~~", "\N{PILE OF POO}"):
        assert cli.main(["search", "--", query]) == 0


def test_a_copy_and_back(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder / "ferry.txt")])
    assert cli.main(["backup", str(folder / "copy")]) == 0
    cli.main(["import", str(folder / "mill.txt")])
    capsys.readouterr()
    assert cli.main(["restore", str(folder / "copy")]) == 0
    assert capsys.readouterr().out.startswith("1 article restored; what was there before: ")
    assert cli.main(["search", "aground OR mill"]) == 0
    assert "1 article." in capsys.readouterr().out
    assert cli.main(["restore", str(folder / "nothing")]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_story_from_one_library_to_another(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(folder / "autumn.json")
    cli.main(["import", str(folder / "ferry.txt"), str(folder / "mill.txt"), "--story", "Autumn"])
    assert cli.main(["export-story", "Autumn", file]) == 0
    assert cli.main(["export-story", "Winter", file]) == 2
    monkeypatch.setenv("PARALLAX_HOME", str(folder / "another home"))
    capsys.readouterr()
    assert cli.main(["import-story", file]) == 0
    assert "2 articles added" in capsys.readouterr().out
    assert cli.main(["search", "story:autumn ferry"]) == 0
    assert "Ferry runs" in capsys.readouterr().out


def test_the_index_is_written_anew(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder)])
    capsys.readouterr()
    assert cli.main(["reindex"]) == 0
    assert capsys.readouterr().out == "2 articles in the index\n"


def test_a_saved_search_is_run_with_its_filters(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder)])
    workspace = Workspace(Paths.default())
    workspace.library.save_search("On Land", "was", {"outlet": ["Nobody's"]})
    workspace.library.save_search("Afloat", "ran", {"order": "date"})
    workspace.close()
    capsys.readouterr()
    assert cli.main(["search", "--saved", "afloat"]) == 0
    assert "Ferry runs" in capsys.readouterr().out
    assert cli.main(["search", "grocer", "--saved", "Afloat"]) == 0
    assert capsys.readouterr().out.startswith("0 articles")
    assert cli.main(["search", "--saved", "On land"]) == 0
    assert capsys.readouterr().out.startswith("0 articles")
    assert cli.main(["search", "--saved", "Ashore"]) == 2
    assert "Saved are: Afloat, On Land." in capsys.readouterr().err
    assert cli.main(["search"]) == 2
