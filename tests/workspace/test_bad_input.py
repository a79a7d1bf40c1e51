"""A folder of everything that people and enemies save: each file one line, the good ones imported, nothing hangs."""

import io
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest

from reader.library import Library
from reader.paths import Paths
from reader.workspace import ImportEntry, Status, Workspace
from tests.benchmarks.hostile import LAUGHS
from tests.samples.make import _WORD, letter, packed, page, pdf
from tests.samples.story import HEADLINE, TEXT


def locked_pdf() -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf()))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def blank_pdf(pages: int) -> bytes:
    writer = pypdf.PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(300, 300)
    return written(writer)


def written(writer: pypdf.PdfWriter) -> bytes:
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def nested_zip() -> bytes:
    data = packed({"a.txt": TEXT})
    for _ in range(6):
        data = packed({"inner.zip": data})
    return data


BROKEN_BOX = b"From a Tue May  6 08:30:00 2031\n\x00\xff no header\n\nFrom b Tue May  6 08:30:00 2031\n" + letter()

# What each file holds, and the words of its line in the report; no words where it becomes an article.
FILES: dict[str, tuple[str | bytes, str]] = {
    "locked.pdf": (locked_pdf(), "encrypted"),
    "cut.pdf": (pdf()[:700], "damaged"),
    "none.pdf": (blank_pdf(0), ""),
    "blank.pdf": (blank_pdf(5_000), "no text in them"),
    "bomb.zip": (packed({"a.txt": bytes(60_000_000)}), "unpacks to far more"),
    "deep.zip": (nested_zip(), "too many archives deep"),
    "laughs.docx": (
        packed({"word/document.xml": f'<!DOCTYPE d [{LAUGHS}]><d xmlns="{_WORD}">&a9;</d>'}),
        "damaged",
    ),
    "laughs.rss": (
        f"<!DOCTYPE rss [{LAUGHS}]><rss><channel><title>&a9;</title><item>&a9;</item></channel></rss>",
        "no text",
    ),
    "evil.zip": (packed({"../../../evil.txt": "A mill was sold at Tarn on Friday, to a grocer."}), "article"),
    "page.docx": (page().replace("Port Vela", "Port Orrin"), "article"),
    "deep.html": ("<html><body>" + "<div>" * 100_000 + "<p>A crane fell.", "cut short"),
    "wrong.txt": ("Паром сел на мель у мыса Оррин, никто не пострадал. ".encode("koi8-r") * 5, "article"),
    "broken.txt": (b"\x81\x8d\x8f\x90\x9d\xfe\xff" * 200, "encoding"),
    "program.txt": (b"\x7fELF\x02\x01\x01" + bytes(60), "a program"),
    "box.mbox": (BROKEN_BOX.replace(b"Crane topples", b"Crane falls"), "damaged"),
    "good.html": (page(), "article"),
}


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    workspace = Workspace(Paths.under(tmp_path / "home"))
    yield workspace
    workspace.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "clippings"
    folder.mkdir()
    for name, (content, _words) in FILES.items():
        (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    with (folder / "huge.html").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    if hasattr(os, "symlink"):
        (folder / "round").symlink_to(folder)
        (folder / "loop.txt").symlink_to(folder / "loop.txt")
    return folder


def lines(entries: tuple[ImportEntry, ...], name: str) -> list[ImportEntry]:
    return [entry for entry in entries if f"/{name}" in entry.path.replace("\\", "/")]


def test_a_folder_of_bad_files_is_imported(workspace: Workspace, folder: Path) -> None:
    begun = time.monotonic()
    entries = workspace.import_files([folder]).entries
    assert time.monotonic() - begun < 60
    for name, (_content, words) in FILES.items():
        found = lines(entries, name)
        assert len(found) in ((1, 2) if name == "box.mbox" else (1,)), (name, found)
        if words == "article":
            assert found[0].status is Status.ADDED, (name, found)
        else:
            assert found[0].status is Status.FAILED, (name, found)
            assert words in found[0].message, (name, found)
            assert found[0].message.isprintable(), name
    [huge] = lines(entries, "huge.html")
    assert "too large" in huge.message
    assert not any("round" in entry.path for entry in entries)
    assert any(row.headline == HEADLINE for row in workspace.library.rows())
    assert not list(folder.parent.parent.glob("**/evil.txt"))


def test_what_may_not_be_read_stops_nothing(
    workspace: Workspace, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = os.open

    def refusing(path: object, *args: int) -> int:
        if str(path).endswith("secret.txt"):
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)  # type: ignore[arg-type]

    monkeypatch.setattr("reader.importing.files.os.open", refusing)
    (folder / "secret.txt").write_text(TEXT)
    entries = workspace.import_files([folder / "secret.txt", folder / "good.html"]).entries
    assert [entry.status for entry in entries] == [Status.FAILED, Status.ADDED]
    assert "may not be read" in entries[0].message


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are a thing of POSIX")
def test_a_full_disk_is_a_line_for_each_file_that_found_no_room(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):  # a few commits' worth, of which the first finds room
        (folder / f"{number}.txt").write_text(f"Report {number} of the day\n\n" + f"Crane {number} fell. " * 350)
    limited = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20)); "
        "from reader import cli; sys.exit(cli.main(['import', sys.argv[1]]))"
    )
    home = tmp_path / "home"
    run = subprocess.run(
        [sys.executable, "-c", limited, str(folder)],
        capture_output=True, text=True, timeout=120, check=False,
        env=os.environ | {"PYTHONPATH": ".", "PARALLAX_HOME": str(home)},
    )  # fmt: skip
    assert run.returncode == 1
    told = run.stderr.strip().splitlines()
    assert told
    assert all(line.startswith("parallax: ") for line in told), told[-1]
    with Library.open(Paths.under(home).library) as library:
        assert 0 < library.count() < 300
