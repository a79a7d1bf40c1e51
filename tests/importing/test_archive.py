"""Archives give the articles in them and touch no disk; bombs, locks, loops and odd names are one line each."""

import io
import zipfile
from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import ImportOptions, archive, limits, read_all, read_file
from reader.importing.format_dispatch import inner_path
from tests.samples.make import packed, page
from tests.samples.story import TEXT


def found(data: bytes) -> list[Article | ImportFailure]:
    return list(archive.read(data, "news.zip", ImportOptions()))


def paths(data: bytes) -> list[str]:
    return [one.path if isinstance(one, Article) else str(one) for one in found(data)]


def test_members_in_order_of_their_names() -> None:
    data = packed(
        {"b/two.txt": TEXT, "a/one.html": page(), "a/picture.png": b"\x89PNG\r\n\x1a\n", "a/one_files/ad.html": page()}
    )
    first, second, third = paths(data)
    assert (first, second) == ("a/one.html", "b/two.txt")
    assert third.startswith("news.zip/a/picture.png is a picture, and no article.")


def test_every_file_is_told_but_what_systems_leave_behind() -> None:
    data = packed(
        {"one.txt": TEXT, "style.css": "p { margin: 0 }", "Thumbs.db": b"\xd0\xcf", "__MACOSX/._one.txt": b"\0"}
    )
    _article, failure = found(data)
    assert isinstance(failure, ImportFailure)
    assert failure.place == "style.css"
    assert "end in .css" in str(failure)


def test_one_that_fails_does_not_stop_the_rest() -> None:
    first, second = found(packed({"a.pdf": b"%PDF-1.7 nothing", "b.txt": TEXT}))
    assert str(first).startswith("news.zip/a.pdf is damaged")
    assert isinstance(second, Article)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("../../etc/a.txt", "etc/a.txt"), ("/a.txt", "a.txt"), ("C:\\x\\..\\a.txt", "C:/x/a.txt"),
        ("a\n\x1b.txt", "a .txt"),
        ("..", "1"), ("", "1"), ("x/" * 50 + "a.txt", "x/" * 7 + "a.txt"), ("\u202ea.txt", "a.txt"),
    ],
)  # fmt: skip
def test_names_never_lead_out_of_the_archive(name: str, place: str) -> None:
    assert inner_path(name) == place


def test_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "evil.zip"
    path.write_bytes(packed({"../../evil.txt": TEXT, "/tmp/evil.txt": TEXT}))
    assert [one.path for one in read_all(path) if isinstance(one, Article)] == [
        f"{path}/evil.txt",
        f"{path}/tmp/evil.txt",
    ]
    assert list(tmp_path.iterdir()) == [path]


def test_a_bomb_is_not_unpacked() -> None:
    first, second = paths(packed({"a.txt": bytes(50 * 1024 * 1024), "b.txt": TEXT}))
    assert first.startswith("news.zip/a.txt unpacks to far more")
    assert second == "b.txt"


def test_many_members_that_are_too_much_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNPACKED", 2 * len(TEXT.encode()) + 10)
    first, second, third = paths(packed({f"{n}.txt": TEXT for n in range(9)}))
    assert (first, second) == ("0.txt", "1.txt")
    assert "unpacks to far more" in third


def test_archives_in_archives_end_somewhere() -> None:
    data = packed({"a.txt": TEXT})
    for _ in range(6):
        data = packed({"inner.zip": data})
    [line] = paths(data)
    assert "too many archives deep" in line
    assert paths(packed({"inner.zip": packed({"a.txt": TEXT})})) == ["inner.zip/a.txt"]


def test_a_locked_member() -> None:
    data = bytearray(packed({"a.txt": TEXT}))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert "a.txt is encrypted" in paths(bytes(data))[0]


def test_an_archive_of_other_things() -> None:
    with pytest.raises(ImportFailure, match="no file that can be read"):
        found(packed({"a.png": b"x"}))


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), packed({"a.txt": TEXT})[:-9]])
def test_a_damaged_archive(data: bytes) -> None:
    with pytest.raises(ImportFailure):
        found(data)


def test_one_article_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "two.zip"
    path.write_bytes(packed({"a.txt": TEXT, "b.txt": TEXT}))
    with pytest.raises(ImportFailure, match="more than one article"):
        read_file(path)
    path.write_bytes(packed({"a.txt": TEXT}))
    assert read_file(path).id == "a"


def test_more_articles_than_anybody_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.importing.format_dispatch import articles

    monkeypatch.setattr(limits, "ARTICLES", 3)
    *read, last = articles(packed({f"{n}.txt": TEXT for n in range(5)}), "news.zip", "news.zip", ImportOptions())
    assert len(read) == 3
    assert "more than 3 articles" in str(last)


def test_methods_that_python_does_not_know() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        made.writestr("a.txt", TEXT)
    data = bytearray(buffer.getvalue())
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        data[data.index(mark) + offset] = 99
    assert "damaged" in paths(bytes(data))[0]
