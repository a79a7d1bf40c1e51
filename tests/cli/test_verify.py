"""`parallax verify`: same, changed and missing articles told apart, and PDFs that are none of ours refused."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from reader import cli
from reader.errors import ExportError
from reader.export import packs

FIRST = "Harbour fire at Port Selm\n\nTwelve people were killed when a depot caught fire on Tuesday, police said.\n"
SECOND = "Port Selm depot burns\n\nA depot caught fire on Tuesday and 19 people were killed, the ministry said.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PARALLAX_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, bytes]:
    """A folder of articles that were compared, and the pack."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in (("gazette", FIRST), ("herald", SECOND)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    out = folder / "pack.pdf"
    assert cli.main(["compare", *(str(folder / f"{n}.txt") for n in ("gazette", "herald")), "--pdf", str(out)]) == 0
    return folder, out.read_bytes()


@pytest.fixture
def pack(content: tuple[Path, bytes], tmp_path: Path) -> Path:
    (tmp_path / "pack.pdf").write_bytes(content[1])
    return tmp_path / "pack.pdf"


def said(capsys: pytest.CaptureFixture[str], *arguments: Path) -> tuple[int, list[str]]:
    capsys.readouterr()
    status = cli.main(["verify", *map(str, arguments)])
    return status, capsys.readouterr().out.splitlines()


def test_articles_where_they_were(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, lines = said(capsys, pack)
    assert status == 0
    assert [line[:11] for line in lines] == ["= 1 gazette", "= 2 herald:", "2 of 2 arti"]


def test_a_renamed_copy_a_changed_and_a_missing_one(
    pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "copies"
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "other name.txt").write_text(FIRST, encoding="utf-8")
    status, lines = said(capsys, pack, folder)
    assert status == 1
    assert lines[0].startswith("= 1 gazette: the same, ")
    assert lines[1:] == ["? 2 herald: not found", "1 of 2 articles still match the pack."]
    (folder / "herald.txt").write_text(SECOND.replace("19", "18"), encoding="utf-8")
    status, lines = said(capsys, pack, folder)
    assert status == 1
    assert lines[1].startswith("≠ 2 herald: changed, ")
    assert "SHA-256 was " in lines[1]


def test_line_ends_and_encoding_are_no_change(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("gazette", FIRST), ("herald", SECOND)):
        (tmp_path / f"{name}.txt").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert said(capsys, pack, tmp_path / "gazette.txt", tmp_path / "herald.txt")[0] == 0


def test_a_file_that_cannot_be_read_is_named(pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["verify", str(pack), str(tmp_path / "gone.txt")]) == 1
    told = capsys.readouterr()
    assert "gone.txt" in told.err
    assert "0 of 2 articles" in told.out


def attached(name: str, content: bytes) -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_attachment(name, content)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"no PDF at all", "cannot be opened as a PDF"),
        (b"", "cannot be opened as a PDF"),
        (attached("other.json", b"{}"), "No comparison is attached"),
        (attached("comparison.json", b"\xff\xfe nonsense"), "cannot be read"),
        (attached("comparison.json", b"[" * 100_000), "cannot be read"),
        (attached("comparison.json", b'{"schema": 3, "articles": []}'), "cannot be read"),
        (attached("comparison.json", b'{"schema": 1, "articles": [{"id": 3}]}'), "cannot be read"),
    ],
)
def test_what_is_none_of_ours(content: bytes, line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.pdf").write_bytes(content)
    assert cli.main(["verify", str(tmp_path / "x.pdf")]) == 1
    told = capsys.readouterr()
    assert not told.out
    assert line in told.err
    assert len(told.err.splitlines()) == 1


def test_a_pack_that_unfolds_too_far(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "_check", lambda _path: None)
    monkeypatch.setattr(packs, "MOST_BYTES", 500)
    with pytest.raises(ExportError, match="cannot be opened"):
        packs.read_pack(pack)


def test_a_pdf_that_takes_too_long_to_open(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "TIME_LIMIT", 0.01)
    with pytest.raises(ExportError, match="cannot be opened"):
        packs.read_pack(pack)


def test_missing_pack_and_other_machines(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["verify", str(tmp_path / "gone.pdf")]) == 1
    assert "There is no file" in capsys.readouterr().err
    found = json.loads(PdfReader(pack).attachments["comparison.json"][0])
    for article in found["articles"]:
        article["path"] = "//elsewhere/share/" + article["id"] + ".txt"
    (tmp_path / "far.pdf").write_bytes(attached("comparison.json", json.dumps(found).encode()))
    asked: list[Path] = []
    monkeypatch.setattr("reader.cli.verifying.read_all", lambda path, _options: asked.append(path) or iter(()))
    assert said(capsys, tmp_path / "far.pdf")[0] == 1
    assert not [path for path in asked if "elsewhere" in str(path)]
