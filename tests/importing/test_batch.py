"""Whole folders and archives through the workspace: an entry for each article, and one that fails stops nothing."""

from pathlib import Path

from reader.paths import Paths
from reader.workspace import Status, Workspace
from tests.samples.make import packed, page
from tests.samples.story import TEXT


def test_a_folder_of_formats_gives_an_entry_for_each_article(paths: Paths, tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "a_files").mkdir(parents=True)
    (folder / "a.html").write_text(page(), encoding="utf-8")
    (folder / "a_files" / "frame.html").write_text(page().replace("Vela", "Ansel"), encoding="utf-8")
    (folder / "b.zip").write_bytes(packed({"one.txt": TEXT.replace("62", "64"), "two.pdf": b"%PDF-1.7"}))
    (folder / "c.pdf").write_bytes(b"%PDF-1.7")
    (folder / "d.warc.gz").write_bytes(b"\x1f\x8b")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    workspace = Workspace(paths)
    try:
        report = workspace.import_files([folder])
        assert [(Path(entry.path).name, entry.status) for entry in report.entries] == [
            ("a.html", Status.ADDED),
            ("one.txt", Status.ADDED),
            ("two.pdf", Status.FAILED),
            ("c.pdf", Status.FAILED),
            ("d.warc.gz", Status.FAILED),
            ("picture.png", Status.FAILED),
        ]
        assert "b.zip/two.pdf is damaged" in report.entries[2].message
        assert "picture.png is a picture" in report.entries[5].message
        assert {workspace.article(i).text for i in report.ids()} == {TEXT, TEXT.replace("62", "64")}
        assert workspace.import_files([folder / "a.html"]).entries[0].status is Status.KNOWN
    finally:
        workspace.close()


def test_a_hundred_files_have_one_helper(paths: Paths, tmp_path: Path) -> None:
    for n in range(100):
        (tmp_path / f"{n}.html").write_text(page().replace("62", str(n)), encoding="utf-8")
    workspace = Workspace(paths)
    try:
        assert workspace.import_files([tmp_path]).count(Status.ADDED) == 100
    finally:
        workspace.close()
