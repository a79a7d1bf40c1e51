"""Written whole or not at all, and every failure is one clear line."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from reader.article import Article
from reader.compare.comparison import MarkKind, OwnMark
from reader.compare.engine import compare
from reader.errors import ExportError
from reader.export import FORMATS, files, write
from reader.progress import Cancelled

from . import story


@pytest.mark.parametrize("name", [f.name for f in FORMATS])
def test_every_format_writes_and_replaces(tmp_path: Path, name: str) -> None:
    target = tmp_path / f"out.{name}"
    target.write_text("old")
    comparison = story.comparison()
    marks = tuple(OwnMark("", MarkKind.PASSAGE, passage.excerpts) for passage in comparison.passages)
    write(replace(comparison, own_marks=marks), target, name)
    assert target.read_bytes() not in {b"", b"old"}
    assert [p.name for p in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("name", [f.name for f in FORMATS])
def test_half_characters_do_no_harm(tmp_path: Path, name: str) -> None:
    texts = (
        "The depot \ud83d burned on Tuesday and 12 people were killed.",
        "The depot \udc80 burned; 19 died.",
    )
    articles = [Article(f"a\udc80{n}", text, text, path=f"/a\udc80{n}.txt") for n, text in enumerate(texts)]
    write(compare(articles), tmp_path / "out", name)
    assert (tmp_path / "out").read_bytes() != b""


def test_a_name_that_says_more_decides(tmp_path: Path) -> None:
    write(story.comparison(), tmp_path / "Flood.Passages.csv", "csv")
    write(story.comparison(), tmp_path / "flood.csv", "csv-passages")
    write(story.comparison(), tmp_path / "ledger.csv", "csv")
    heads = [path.read_text(encoding="utf-8-sig").partition(",")[0] for path in sorted(tmp_path.iterdir())]
    assert heads == ["passage", "passage", "row"]


def test_what_is_there_stays_unless_it_may_be_replaced(tmp_path: Path) -> None:
    target = tmp_path / "x.json"
    target.write_text("before")
    with pytest.raises(ExportError, match=r"already there.*--force"):
        write(story.comparison(), target, "json", replace=False)
    assert target.read_text() == "before"
    target.write_text("")  # an empty file is a name that was kept free
    write(story.comparison(), target, "json", replace=False)
    assert target.stat().st_size > 100


def test_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"no format odt.*json"):
        write(story.comparison(), tmp_path / "x", "odt")


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no folder"):
        write(story.comparison(), tmp_path / "gone" / "x.json", "json")
    assert not (tmp_path / "gone").exists()


def test_target_is_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder"):
        write(story.comparison(), tmp_path, "json")


@pytest.mark.parametrize(
    ("number", "line"),
    [
        (errno.ENOSPC, "disk is full"),
        (errno.EROFS, "may not write"),
        (errno.EACCES, "may not write"),
        (errno.EIO, "Input"),
    ],
)
def test_failure_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, line: str) -> None:
    def fail(_handle: int) -> None:
        raise OSError(number, os.strerror(number))

    target = tmp_path / "x.json"
    target.write_text("before")
    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(ExportError, match=line):
        files.put(target, b"after")
    assert target.read_text() == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["x.json"]


def test_name_too_long(tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write(story.comparison(), tmp_path / ("x" * 300), "json")
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_cancelling_writes_nothing(tmp_path: Path) -> None:
    def stop(_done: int, _total: int, _what: str = "") -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        write(story.comparison(), tmp_path / "x.json", "json", stop)
    assert not list(tmp_path.iterdir())


def test_new_files_have_the_usual_permissions(tmp_path: Path) -> None:
    plain, ours = tmp_path / "plain", tmp_path / "ours"
    plain.write_bytes(b"")
    files.put(ours, b"x")
    assert ours.stat().st_mode == plain.stat().st_mode
