"""`parallax read`: what is read of a file, what is not, and where each value comes from; no library is made."""

import json
from pathlib import Path
from typing import Any

import pytest

from reader import cli
from reader.importing import FORMATS
from tests.samples.make import packed, page
from tests.samples.story import HEADLINE, OUTLET, TEXT


def read(capsys: pytest.CaptureFixture[str], *paths: Path) -> tuple[int, list[dict[str, Any]]]:
    status = cli.main(["read", *map(str, paths), "--format", "json"])
    return status, json.loads(capsys.readouterr().out)


def test_a_page_is_read_with_its_fields(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch) -> None:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))
    path = tmp_path / "crane.html"
    path.write_text(page(), encoding="utf-8")
    status, (told,) = read(capsys, path)
    (article,) = told["articles"]
    assert (status, told["file"], told["status"], told["notices"]) == (0, str(path), "read", [])
    assert (article["headline"], article["outlet"], article["text"]) == (HEADLINE, OUTLET, TEXT)
    assert article["provenance"]["headline"] == "page"
    assert {one.name for one in (tmp_path / "home").glob("*")} <= {"cache"}  # tables of ours may be kept there


def test_a_file_of_which_nothing_is_read_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7")
    status, (good, bad) = read(capsys, tmp_path / "a.txt", tmp_path / "b.pdf")
    assert status == 1
    assert good["status"] == "read"
    assert (bad["status"], bad["articles"]) == ("refused", [])
    assert "b.pdf" in bad["notices"][0]


def test_an_archive_with_a_broken_member_is_partly_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"one.txt": TEXT, "two.pdf": b"%PDF-1.7"}))
    status, (told,) = read(capsys, tmp_path / "a.zip")
    assert (status, told["status"], len(told["articles"])) == (0, "partly", 1)
    assert "two.pdf" in told["notices"][0]


def test_a_wrongly_decoded_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "L’été à Vela\n\nLa grève a été décidée à l’unanimité, a déclaré le préfet à la presse près du café.\n"
    (tmp_path / "a.txt").write_text(text.encode().decode("cp1252"), encoding="utf-8")
    _status, (told,) = read(capsys, tmp_path / "a.txt")
    assert told["status"] == "partly"
    assert told["articles"][0]["notices"][0]["kind"] == "misread"


def test_people_read_fields_and_where_they_come_from(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "crane.html"
    path.write_text(page(), encoding="utf-8")
    assert cli.main(["read", str(path)]) == 0
    out = capsys.readouterr().out
    assert f"Outlet: {OUTLET}  (given by the page or file)" in out
    assert TEXT.strip() in out


def test_nothing_of_a_file_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "crane.txt"
    path.write_text(TEXT.replace(HEADLINE, f"\x1b[31m{HEADLINE}\x07 \u202eback"), encoding="utf-8")
    assert cli.main(["read", str(path)]) == 0
    out = capsys.readouterr().out
    assert HEADLINE in out
    assert not {"\x1b", "\x07", "\u202e"} & set(out)


def test_the_help_names_every_format(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["read", "--help"])
    out = capsys.readouterr().out
    assert all(one.name in out and one.suffixes[0] in out for one in FORMATS)
