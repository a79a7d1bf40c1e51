"""The library from the command line: import, list, show, remove, search, copies, what was saved."""

import io
import json
import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from reader import cli
from reader.article import Article
from reader.library import Library
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


def test_a_place_by_its_other_name_is_offered(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "train.txt").write_text("Train leaves\n\nThe night train from Kyiv to Tarn left at nine on Monday.")
    (folder / "rain.txt").write_text("Train late\n\nRain kept the night train from Kiev for an hour.")
    cli.main(["import", str(folder)])
    capsys.readouterr()
    assert cli.main(["search", "kiev"]) == 0
    assert "also spelled Kyiv: 1 article" in capsys.readouterr().out.splitlines()


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
    monkeypatch.setattr("reader.cli.workspace.Workspace", partial(Workspace, allows=this_machine))
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


def test_a_word_with_a_minus_is_a_word_and_no_option(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "storm.txt").write_text(
        "Ferry and storm\n\nThe ferry stayed at the quay for the storm, the harbour said."
    )
    cli.main(["import", str(folder)])
    for words in (
        ["ferry", "-storm"],
        ["-harbour", "ferry"],
        ["ferry", "-quay", "--limit", "5"],
        ["ferry", "--", "-storm"],
    ):
        capsys.readouterr()
        assert cli.main(["-q", "search", *words]) == 0
        told = capsys.readouterr()
        assert told.out.startswith("1 article.")
        assert "Ferry runs" in told.out
        assert told.err == ""
    assert cli.main(["search", "ferry", "--storm"]) == 2
    assert "no option --storm" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["date:2025-13"], "“date:2025-13” names no day"),
        (["ferry", "before:2031-02-30"], "“before:2031-02-30” names no day"),
        (["-date:yesterday"], "“date:yesterday” names no day"), (["foo:bar"], "“foo:bar” begins with no field"),
    ],
)  # fmt: skip
def test_what_is_no_day_and_no_field_is_told(
    words: list[str], said: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["import", str(folder)])
    capsys.readouterr()
    assert cli.main(["search", *words, "--format", "json"]) == 0
    told = capsys.readouterr()
    assert said in told.err
    assert len(told.err.splitlines()) == 1
    assert "total" in json.loads(told.out)


def test_what_is_understood_is_not_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder)])
    capsys.readouterr()
    asked = [
        "date:2031-05",
        "date:2031-05-03..2031-05-09",
        "after:2031",
        "title:ferry",
        'tag:"a b"',
        "https://a.org/b",
        "12:30",
    ]
    assert cli.main(["search", *asked]) == 0
    assert capsys.readouterr().err == ""


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
    workspace.library.searches.save("On Land", "was", {"outlet": ["Nobody's"]})
    workspace.library.searches.save("Afloat", "ran", {"order": "date"})
    workspace.close()
    capsys.readouterr()
    assert cli.main(["search", "--saved", "afloat"]) == 0
    assert "Ferry runs" in capsys.readouterr().out
    assert cli.main(["search", "grocer", "--saved", "Afloat"]) == 0
    assert capsys.readouterr().out.startswith("0 articles")
    assert cli.main(["search", "--saved", "On land"]) == 0
    assert capsys.readouterr().out.startswith("0 articles")
    assert cli.main(["search", "--saved", "Ashore"]) == 2
    assert "There are: Afloat, On Land." in capsys.readouterr().err
    assert cli.main(["search"]) == 2


def as_json(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What a command prints as JSON; what it said before is forgotten."""
    capsys.readouterr()
    assert cli.main([*arguments, "--format", "json"]) in (0, 1)
    return json.loads(capsys.readouterr().out)


def test_a_dry_run_adds_nothing(folder: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", "--dry-run", str(folder)]) == 1
    assert "2 articles would be added, 0 already there, 1 failed" in capsys.readouterr().out
    assert not (home / "home").exists()
    cli.main(["import", str(folder / "ferry.txt")])
    (folder / "again.txt").write_bytes((folder / "mill.txt").read_bytes())
    told = as_json(capsys, "import", "--dry-run", str(folder))
    assert (told["added"], told["known"], told["failed"], told["dry_run"]) == (1, 2, 1, True)
    assert len(as_json(capsys, "list")) == 1
    assert cli.main(["import", "--dry-run", "https://example.org/mill"]) == 0
    assert "was not asked for" in capsys.readouterr().err


def test_an_import_as_json_names_the_articles(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = as_json(capsys, "import", str(folder), "--story", "Autumn")
    assert (told["added"], told["failed"], told["stopped"]) == (2, 1, False)
    added = {entry["id"] for entry in told["entries"] if entry["status"] == "added"}
    assert added == {row["id"] for row in as_json(capsys, "list")}
    (refused,) = [entry for entry in told["entries"] if entry["status"] == "failed"]
    assert refused["file"].endswith("empty.txt")
    assert "is empty" in refused["message"]


def test_a_list_is_narrowed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder / "ferry.txt"), "--story", "Autumn"])
    cli.main(["import", str(folder / "mill.txt")])
    with Library.open(Paths.default().library) as library:
        library.add(Article("x", "A third account.", headline="Gale", outlet="The Post", published="2031-03-05"))
        ids = {row.headline: row.id for row in library.rows()}
        library.labels.star([ids["Gale"]], True)
        library.labels.tag([ids["Gale"]], "weather")

    def listed(*filters: str) -> list[str]:
        return [row["headline"] for row in as_json(capsys, "list", *filters)]

    assert listed("--story", "autumn") == ["Ferry runs aground"]
    assert set(listed("--no-story")) == {"Gale", "Old mill sold"}
    assert listed("--outlet", "the post") == listed("--since", "2031-03", "--until", "2031-03") == ["Gale"]
    assert listed("--starred") == listed("--tag", "weather") == listed("--words", "gale") == ["Gale"]
    assert listed("--until", "2031-02") == []
    assert listed("--order", "headline", "--limit", "2") == ["Ferry runs aground", "Gale"]
    assert len(listed("--unread")) == 3
    assert cli.main(["list", "--outlet", "The Pots"]) == 2
    assert "Did you mean “The Post”?" in capsys.readouterr().err
    assert cli.main(["list", "--since", "March"]) == 2
    assert "is no day" in capsys.readouterr().err
    assert cli.main(["list", "--bin"]) == 0
    assert "No article" in capsys.readouterr().err


def test_an_article_is_shown_by_the_beginning_of_its_id(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder), "--story", "Autumn"])
    rows = as_json(capsys, "list", "--order", "headline")
    assert cli.main(["show", rows[0]["id"][:6]]) == 0
    told = capsys.readouterr().out
    assert "Nobody was hurt." in told
    assert "story: Autumn" in told
    both = as_json(capsys, "show", rows[1]["id"], rows[0]["id"])
    assert [one["headline"] for one in both] == ["Old mill sold", "Ferry runs aground"]
    assert both[1]["text"].endswith("Nobody was hurt.")
    assert cli.main(["show", "zzzzzz"]) == 2
    assert "no article with this id" in capsys.readouterr().err


def test_a_letter_or_two_tell_no_article(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder / "ferry.txt")])
    (row,) = as_json(capsys, "list")
    for command in ("show", "remove"):
        assert cli.main([command, row["id"][:5]]) == 2
        told = capsys.readouterr()
        assert (told.out, "at least 6 characters" in told.err) == ("", True)
    assert len(as_json(capsys, "list")) == 1
    assert cli.main(["remove", row["id"][:6]]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{row['id']}\tFerry runs aground",
        "1 article moved to the bin",
    ]


def test_an_id_that_several_begin_with_names_none_of_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder / "ferry.txt"), str(folder / "mill.txt")])
    with sqlite3.connect(Paths.default().library) as connection:  # two ids alike by chance, once in many libraries
        connection.execute("UPDATE article SET id = 'abcdef' || substr(id, 7)")
    connection.close()
    assert cli.main(["remove", "abcdef"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    rows = as_json(capsys, "list")
    assert len(rows) == 2
    assert all(f"{row['id']} ({row['headline']})" in line for row in rows)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("language", "said", "left"),
    [("en", "y", 0), ("de", "j", 0), ("de", "Ja", 0), ("es", "s", 0), ("es", "si", 0), ("de", "n", 1), ("es", "", 1)],
)
def test_who_is_asked_says_yes_in_the_language_of_the_question(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    language: str,
    said: str,
    left: int,
) -> None:
    cli.main(["import", str(folder / "ferry.txt")])
    [row] = as_json(capsys, "list")
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, language)
    monkeypatch.setattr("sys.stdin", Terminal(f"{said}\n"))
    cli.main(["remove", "--for-good", row["id"]])
    capsys.readouterr()
    assert len(as_json(capsys, "list")) == left


def test_what_is_removed_can_be_put_back_until_it_is_deleted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder / "ferry.txt"), str(folder / "mill.txt")])
    first, second = (row["id"] for row in as_json(capsys, "list"))
    assert cli.main(["remove", first]) == 0
    assert [row["id"] for row in as_json(capsys, "list")] == [second]
    assert [row["id"] for row in as_json(capsys, "list", "--bin")] == [first]
    assert cli.main(["remove", "--put-back", first]) == 0
    assert len(as_json(capsys, "list")) == 2
    assert cli.main(["remove", "--for-good", first]) == 2
    assert "Nothing was deleted" in capsys.readouterr().err
    assert len(as_json(capsys, "list")) == 2
    assert cli.main(["remove", "--for-good", "--yes", first]) == 0
    assert as_json(capsys, "list", "--bin") == []
    assert cli.main(["show", first]) == 2


def test_stories_and_what_was_saved(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["stories"]) == 0
    assert cli.main(["saved"]) == 0
    assert capsys.readouterr().out == ""
    cli.main(["import", str(folder), "--story", "Autumn"])
    ids = [row["id"] for row in as_json(capsys, "list")]
    workspace = Workspace(Paths.default())
    workspace.save_comparison("Two of them", ids)
    workspace.library.searches.save("Afloat", "ran", {"order": "date"})
    workspace.close()
    assert as_json(capsys, "stories") == [{"name": "Autumn", "articles": 2}]
    told = as_json(capsys, "saved")
    assert [one["name"] for one in told["comparisons"]] == ["Two of them"]
    assert told["searches"] == [{"name": "Afloat", "query": "ran", "filters": {"order": "date"}}]
    assert cli.main(["saved"]) == 0
    assert "comparison\tTwo of them\t2 articles\nsearch\tAfloat\tran\n" in capsys.readouterr().out
    assert cli.main(["compare", "--story", "autumn", "--no-semantic"]) == 0


def test_a_backup_replaces_what_is_there_only_when_asked(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["import", str(folder / "ferry.txt")])
    copy = folder / "copy"
    told = as_json(capsys, "backup", str(copy))
    assert told == {"file": str(copy), "articles": 1, "bytes": copy.stat().st_size}
    before = copy.read_bytes()
    cli.main(["import", str(folder / "mill.txt")])
    assert cli.main(["backup", str(copy)]) == 1
    assert "--force" in capsys.readouterr().err
    assert copy.read_bytes() == before
    assert as_json(capsys, "backup", str(copy), "--force")["articles"] == 2
    assert cli.main(["backup", str(folder / "mill.txt")]) == 1
    assert "is already there" in capsys.readouterr().err
    assert "paper mill" in (folder / "mill.txt").read_text()
    assert cli.main(["backup", str(folder / "mill.txt"), "--force"]) == 0


def test_a_whole_library_is_not_salvaged_and_what_is_none_not_restored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cli.main(["import", str(folder / "ferry.txt")])
    place = Paths.default().library
    assert cli.main(["check", "--salvage"]) == 0
    assert "is whole" in capsys.readouterr().out
    assert [one.name for one in place.parent.iterdir() if one.name.startswith("library-before")] == []
    assert cli.main(["restore", str(folder / "mill.txt")]) == 1
    assert "is not a Parallax library" in capsys.readouterr().err
