"""Faults of every kind on the command line: a line each, no traceback; the rest goes on, and what was done is said."""

import contextlib
import errno
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader import cli, processes
from reader.article import Article
from reader.library import Library
from reader.paths import Paths

TEXT = "Quay report\n\nThe ferry carried {n} people to Port Lowen on Tuesday, the harbour said.\n"
LONG = "x" * 300
LOUD = "Loud \x1b[31mred \u202egnirts\u202c \r\u2028end"
OBEYED = ("\x1b", "\u202e", "\r", "\u2028")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    found = [tmp_path / f"{n}.txt" for n in range(3)]
    for n, path in enumerate(found):
        path.write_text(TEXT.format(n=40 + n), encoding="utf-8")
    return found


def test_a_path_that_cannot_be_read_stops_nothing(
    files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = [tmp_path / f"{LONG}.txt", tmp_path / "gone.txt", tmp_path / "nul\x01.txt", Path("/proc/self/mem")]
    assert cli.main(["import", *map(str, (odd[0], files[0], *odd[1:], *files[1:]))]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "3 articles added, 0 already there, 4 failed"
    assert len(told.err.splitlines()) == 4
    assert not any(sign in told.err for sign in OBEYED)


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "LONG.txt", "FILE"], ["export-story", "none", "/"],
        ["figures", "LONG.txt"], ["verify", "LONG.pdf"], ["compare", "--batch", "LONG"],
        ["compare", "FILE", "OTHER", "--pdf", "LONG.pdf"], ["backup", "LONG"], ["restore", "LONG"],
        ["import-story", "LONG"], ["sign", "LONG", "--certificate", "LONG"], ["compare", "/dev/null", "FILE"],
        ["verify", "/"], ["compare", "/", "FILE"], ["import", "/dev/null"], ["backup", "/"], ["restore", "/"],
        ["import-story", "/dev/null"], ["figures", "/proc/self/mem"], ["export-story", "none", "LONG"],
    ],
)  # fmt: skip
def test_no_name_ends_in_a_traceback(
    arguments: list[str], files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = {"FILE": str(files[0]), "OTHER": str(files[1])}
    asked = [known.get(one, str(tmp_path / one.replace("LONG", LONG)) if "LONG" in one else one) for one in arguments]
    assert cli.main(asked) in (1, 2)
    lines = capsys.readouterr().err.splitlines()
    assert lines
    assert all(line.startswith("parallax: ") for line in lines)
    assert not any("should not have" in line for line in lines)


def test_what_nobody_expected_is_a_line_and_a_place(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object) -> None:
        raise KeyError("nobody expected this")

    monkeypatch.setattr(Library, "rows_page", broken)
    assert cli.main(["list"]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    place = Paths.default().log
    assert line.endswith(f"It is written down in {place}.")
    assert "nobody expected this" in place.read_text(encoding="utf-8")
    assert "Traceback" in place.read_text(encoding="utf-8")


def test_a_disk_that_fills_up_while_importing(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, room = Library.add, iter([True])

    def full(self: Library, article: Article, story: int | None = None) -> object:
        if next(room, False):
            return kept(self, article, story)
        from reader.library.sqlite_file import clear_errors

        with clear_errors(Paths.default().library):
            error = sqlite3.OperationalError("database or disk is full")
            error.sqlite_errorcode = sqlite3.SQLITE_FULL
            raise error

    monkeypatch.setattr(Library, "add", full)
    assert cli.main(["import", *map(str, files)]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "1 article added, 0 already there, 2 failed"
    assert told.err.count("The disk is full") == 2


def test_an_index_that_cannot_be_written_costs_no_article(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("reader.search.folders._make_private", full)
    assert cli.main(["import", *map(str, files)]) == 1
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "3 articles added, 0 already there, 0 failed"
    assert "search index" in told.err
    assert cli.main(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_output_that_cannot_be_written(files: list[Path]) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    with full.open("wb") as out:
        done = subprocess.run(
            processes.command("figures", str(files[0])), stdout=out, stderr=subprocess.PIPE, env=processes.environment()
        )
    assert done.returncode == 1
    (line,) = done.stderr.decode().splitlines()
    assert "No space left" in line


@pytest.mark.skipif(sys.platform == "win32", reason="the shell is that of POSIX")
def test_a_closed_standard_output_is_one_line(files: list[Path], tmp_path: Path) -> None:
    def run(*asked: str) -> tuple[int, list[str]]:
        done = subprocess.run(
            ["/bin/sh", "-c", 'exec "$@" >&-', "sh", *processes.command(*asked)],
            stderr=subprocess.PIPE, env=processes.environment() | {"PARALLAX_HOME": str(tmp_path / "home")},
        )  # fmt: skip
        return done.returncode, done.stderr.decode().splitlines()

    for asked in (["figures", str(files[0])], ["compare", *map(str, files)], ["list", "--help"]):
        code, (line,) = run(*asked)
        assert code == 1, asked
        assert line.startswith("parallax: Standard output is closed"), asked
    assert run("import", "-q", str(files[0])) == (0, [])
    assert run("search", "ferry", "--format", "json")[0] == 1
    out = tmp_path / "out.html"
    assert run("compare", "--no-semantic", "-q", *map(str, files), "--html", str(out)) == (0, [])
    assert out.read_bytes().startswith(b"<!")


def test_a_closed_error_stream_stops_nothing(files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.main(["figures", str(files[0])]) == 0
    assert cli.main(["figures", "gone.txt"]) == 1


def test_ctrl_c_says_what_was_added(
    files: list[Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept, times = Library.add, iter([True, True])

    def interrupted(self: Library, article: Article, story: int | None = None) -> object:
        if not next(times, False):
            raise KeyboardInterrupt
        return kept(self, article, story)

    monkeypatch.setattr(Library, "add", interrupted)
    assert cli.main(["import", *map(str, files)]) == 130
    told = capsys.readouterr()
    assert told.out.splitlines()[-1] == "2 articles added, 0 already there, 0 failed"
    assert told.err == "parallax: Interrupted. What was added until then is kept.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("command", [["search", "ferry"], ["import"], ["verify", "none.pdf"], ["compare"]])
def test_ctrl_c_at_any_moment_leaves_no_traceback(command: list[str], tmp_path: Path, files: list[Path]) -> None:
    paths = [str(path) for path in files[:2]] if command[0] in ("import", "compare") else []
    process = subprocess.Popen(
        processes.command(*command, *paths),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=processes.environment() | {"PARALLAX_HOME": str(tmp_path / "home")},
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    time.sleep(0.5)  # somewhere: wherever it is by then, the same has to hold
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
    _out, err = process.communicate(timeout=60)
    assert b"Traceback" not in err
    assert process.returncode in (0, 1, 130, -signal.SIGINT)  # the last: before Python listened to it


@pytest.fixture
def loud(home: Path) -> str:
    """An article whose every word wants to be obeyed by a terminal, in the library; its id."""
    with Library.open(Paths.default().library) as library:
        added = library.add(Article("x", f"{LOUD} ferry.\n", headline=LOUD, outlet=LOUD, byline=LOUD, published="2031"))
    return added.id


def test_nothing_of_an_article_is_obeyed_by_a_terminal(
    loud: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{LOUD}\n\n{LOUD} 40 people {name}.\n", encoding="utf-8", newline="")
    files = [str(tmp_path / f"{name}.txt") for name in ("one", "two")]
    asked = [
        ["list"], ["search", "ferry"], ["search", "ferry", "--format", "json"], ["import", files[0]],
        ["compare", *files], ["compare", *files, "--format", "json", "--with-text"], ["figures", *files],
        ["search", LOUD], ["import", str(tmp_path / LOUD)], ["compare", "--story", LOUD], [LOUD],
    ]  # fmt: skip
    for arguments in asked:
        cli.main(arguments)
        told = capsys.readouterr()
        assert not [sign for sign in OBEYED if sign in told.out + told.err], arguments
        if "json" in arguments:
            assert json.loads(told.out)


def test_an_article_takes_one_line_of_the_list(loud: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["list"]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.split("\t")[0] == loud
    assert "\\u001b[31mred" in line


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are Unicode there")
def test_a_name_that_is_no_utf8_is_shown_and_verified(
    files: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = tmp_path / os.fsdecode(b"quay\xff.txt")
    odd.write_text(TEXT.format(n=55), encoding="utf-8")
    out = tmp_path / "pack.pdf"
    assert cli.main(["import", str(odd)]) == 0
    assert cli.main(["compare", str(odd), str(files[0]), "--pdf", str(out)]) == 0
    capsys.readouterr()
    assert cli.main(["verify", str(out)]) == 0
    told = capsys.readouterr().out
    assert "quay\\udcff.txt" in told
    odd.write_text(TEXT.format(n=56), encoding="utf-8")
    assert cli.main(["verify", str(out)]) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGPIPE")
@pytest.mark.parametrize("arguments", [["list"], ["figures", "FILE"], ["compare", "FILE", "OTHER", "--no-semantic"]])
def test_who_reads_no_further_hears_no_complaint(files: list[Path], arguments: list[str]) -> None:
    assert cli.main(["import", *map(str, files)]) == 0
    named = {"FILE": str(files[0]), "OTHER": str(files[1])}
    reading, writing = os.pipe()
    os.close(reading)  # as `| head` does, only sooner
    command = processes.command(*(named.get(one, one) for one in arguments))
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, env=processes.environment(), check=False)
    os.close(writing)
    assert done.returncode == 141
    assert done.stderr == b""


def test_warnings_for_the_log_are_not_printed(files: list[Path], home: Path) -> None:
    """Python prints warnings that no handler takes; a line that names a logger is no line of ours."""
    (home / "cache").mkdir(parents=True)
    (home / "cache" / "vectors").write_text("in the way")
    command = processes.command("compare", str(files[0]), str(files[1]))
    done = subprocess.run(command, capture_output=True, env=processes.environment(), check=False)
    assert done.returncode == 0
    assert b"vectors" not in done.stderr
