"""How the command line is asked: help, wrong commands, empty names, folders, standard input and pipes."""

import argparse
import io
import json
import os
import sys
from pathlib import Path

import pytest

from reader import cli
from reader.cli.arguments import commands, is_for_window, parser, translated

HARBOUR = "Harbour fire\n\nThe fire in the harbour of Tarn hurt 12 people on Friday, the brigade said."
COAST = "Fire at sea\n\nThe fire in the harbour of Tarn hurt 40 people on Friday, the coastguard said."


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def two(tmp_path: Path) -> list[str]:
    (tmp_path / "harbour.txt").write_text(HARBOUR)
    (tmp_path / "coast.txt").write_text(COAST)
    return [str(tmp_path / "harbour.txt"), str(tmp_path / "coast.txt")]


def pipe_in(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))


@pytest.mark.parametrize("command", [one.name for one in commands()])
def test_every_help_has_examples_that_the_parser_takes(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([command, "--help"])
    assert ended.value.code == 0
    told = capsys.readouterr().out
    assert "exit codes:" in told
    lines = told[told.index("examples:") :].split("\n\n")[0].splitlines()[1:]
    assert lines
    for line in lines:
        typed = line.partition("#")[0].partition("<")[0].split()
        assert typed[0] == "parallax"
        given = translated([word.strip("'\"") for word in typed[1:]])
        assert isinstance(parser().parse_args(given), argparse.Namespace)


def test_a_misspelt_command_is_offered_the_right_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["serch", "fire"]) == 2
    assert "Did you mean parallax search?" in capsys.readouterr().err
    assert cli.main(["harbour.txt"]) == 2
    assert "neither a command nor a file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--hlep"], "Did you mean --help?"),
        (["compare", "a.txt", "b.txt", "--pfd", "x.pdf"], "parallax compare has no option --pfd. Did you mean --pdf?"),
        (["list", "--quite"], "Did you mean --quiet?"),
        (["list", "extra"], "“extra” is more than parallax list takes. See parallax list --help."),
        (["compare"], "Name two files, --story NAME or --saved NAME."),
        (["compare", "https://example.org/a", "b.txt"], "Import it first: parallax import https://example.org/a"),
        (["verify"], "the following arguments are required: PDF. See parallax verify --help."),
        (["-q"], "There is no command."),
        (["list", "--limit", "0"], "0 is no number from 1 on"),
    ],
)
def test_what_was_asked_wrongly_is_told_with_what_is_right(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line


def test_the_words_of_other_programs_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    for asked, said in ((["help"], "exit codes:"), (["help", "search"], "parallax search"), (["version"], "Parallax ")):
        with pytest.raises(SystemExit) as ended:
            cli.main(asked)
        assert ended.value.code == 0
        assert said in capsys.readouterr().out


def test_what_is_no_page_is_not_taken_for_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["import", "ftp://example.org/a.txt"]) == 1
    assert "Only pages at http and https" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments",
    [
        ["import", ""], ["read", " "], ["compare", "", "x.txt"], ["figures", ""], ["verify", ""], ["backup", ""],
        ["restore", ""], ["import-story", ""], ["compare", "--story", ""], ["list", "--story", ""], ["show", ""], [""],
    ],
)  # fmt: skip
def test_an_empty_name_stands_for_no_folder(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(arguments) == 2
    assert "An empty name was given." in capsys.readouterr().err


def test_a_folder_where_a_file_belongs_is_told(
    tmp_path: Path, two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    cli.main(["import", two[0], "--story", "Fire"])
    for asked in (
        ["compare", str(folder), two[0]], ["figures", str(folder)], ["figures", "--lines", str(folder)],
        ["compare", "--batch", str(folder)], ["compare", *two, "--pdf", str(folder)], ["verify", str(folder)],
        ["backup", str(folder)], ["restore", str(folder)], ["import-story", str(folder)],
        ["export-story", "Fire", str(folder)],
    ):  # fmt: skip
        capsys.readouterr()
        assert cli.main(asked) in (1, 2), asked
        assert "is a folder" in capsys.readouterr().err, asked


def test_standard_input_is_an_article(
    two: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe_in(monkeypatch, HARBOUR.encode())
    assert cli.main(["compare", "-", two[1], "--no-semantic", "--format", "json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)["articles"]] == ["standard input", "coast"]
    pipe_in(monkeypatch, HARBOUR.encode())
    assert cli.main(["figures", "-"]) == 0
    assert "12" in capsys.readouterr().out
    pipe_in(
        monkeypatch,
        b"<html><head><title>Mill</title></head><body><p>The mill was sold for 5 million.</p></body></html>",
    )
    assert cli.main(["read", "-", "--format", "json"]) == 0
    (article,) = json.loads(capsys.readouterr().out)[0]["articles"]
    assert "<p>" not in article["text"]
    assert cli.main(["compare", "-", "-"]) == 2
    assert "named more than once" in capsys.readouterr().err


def test_standard_input_is_imported_beside_files(
    two: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe_in(monkeypatch, COAST.encode())
    assert cli.main(["import", two[0], "-"]) == 0
    told = capsys.readouterr().out
    assert "2 articles added" in told
    assert "standard input" in told
    pipe_in(monkeypatch, b"")
    assert cli.main(["import", "-"]) == 1
    assert "standard input is empty" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="open files have no names on this system")
def test_a_pipe_that_the_shell_opened_is_read(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    out, into = os.pipe()
    os.write(into, HARBOUR.encode())
    os.close(into)
    assert cli.main(["compare", f"/dev/fd/{out}", two[1], "--no-semantic", "--exit-code", "--quiet"]) == 1
    os.close(out)
    assert capsys.readouterr() == ("", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes on this system")
def test_a_pipe_that_nobody_writes_to_is_not_waited_for(
    tmp_path: Path, two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    pipe = str(tmp_path / "news.txt")
    os.mkfifo(pipe)
    for command in ("read", "figures", "import"):
        capsys.readouterr()
        assert cli.main([command, pipe, two[0]]) == 1
        told = capsys.readouterr()
        assert "pipe" in told.out + told.err
        assert "12" in told.out or "1 article added" in told.out
    for asked, code in (
        (["import", "--dry-run", pipe], 1), (["compare", pipe, two[0]], 1), (["figures", "--lines", pipe], 1),
        (["import-story", pipe], 2), (["restore", pipe], 2), (["verify", pipe], 2), (["compare", "--batch", pipe], 2),
        (["sign", two[0], "--certificate", pipe], 2),
    ):  # fmt: skip
        assert cli.main(asked) == code, asked
        (line,) = [one for one in capsys.readouterr().err.splitlines() if one]
        assert "pipe" in line, asked


def test_the_exit_code_says_whether_figures_conflict(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["compare", "--no-semantic", "--exit-code", "-q"]
    assert cli.main([*asked, *two]) == 1
    assert capsys.readouterr() == ("", "")
    Path(two[1]).write_text(COAST.replace("40", "12"))
    assert cli.main([*asked, *two]) == 0
    assert cli.main([*asked, two[0], "gone.txt"]) == 2
    assert "is not there" in capsys.readouterr().err


def test_a_document_of_another_ending_is_told(
    tmp_path: Path, two: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out.html"
    assert cli.main(["compare", *two, "--no-semantic", "--csv", str(out)]) == 0
    told = capsys.readouterr().err
    assert "does not end in .csv" in told
    assert out.exists()
    assert cli.main(["compare", *two, "--no-semantic", "--csv", str(out.with_suffix(".CSV"))]) == 0
    assert "does not end" not in capsys.readouterr().err
    assert cli.main(["compare", *two, "--csv", "-"]) == 2
    assert "nothing can be written there" in capsys.readouterr().err


def test_loudness_goes_before_and_after_the_command(two: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--quiet", "import", two[0]]) == 0
    assert capsys.readouterr() == ("", "")
    assert cli.main(["import", "-v", two[1]]) == 0
    told = capsys.readouterr()
    assert "coast.txt (" in told.err
    assert "1 article added" in told.out
    assert cli.main(["import", "-q", "-v", two[1]]) == 2


def test_what_is_no_command_and_lies_there_is_for_the_window(two: list[str], tmp_path: Path) -> None:
    assert is_for_window(two)
    assert is_for_window([str(tmp_path)])
    assert is_for_window(["https://example.org/a.html"])
    assert is_for_window(["--", "-odd.txt"])
    assert not is_for_window(["import", *two])
    assert not is_for_window(["gone.txt"])
    assert not is_for_window(["comapre", *two])
    assert not is_for_window(["help"])
    assert not is_for_window(["--version"])
    assert not is_for_window([])
