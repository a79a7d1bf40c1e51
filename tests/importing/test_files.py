"""Every file either becomes an article or says in one line why not."""

import os
from pathlib import Path

import pytest

from reader.errors import ImportFailure
from reader.importing import FORMATS, ImportOptions, is_part_of_saved_page, read_file, read_text
from reader.importing.files import shown

STORY = "Ferry runs aground\n\nA ferry with 212 people on board ran aground off Cape Orrin, the coast guard said.\n"


def refused(path: Path, options: ImportOptions | None = None) -> str:
    """The one line that importing the file gives, checked to be one."""
    with pytest.raises(ImportFailure) as caught:
        read_file(path, options or ImportOptions())
    line = str(caught.value)
    assert line == line.strip()
    assert line.isprintable()
    assert caught.value.remedy
    return line


def test_a_file_becomes_an_article_named_after_it(tmp_path: Path) -> None:
    path = tmp_path / "orrin-mail.txt"
    path.write_text(STORY, encoding="utf-8")
    article = read_file(path)
    assert article.id == "orrin-mail"
    assert article.path == str(path)
    assert article.text == STORY
    assert article.headline == "Ferry runs aground"


def test_an_unknown_ending_is_read_as_plain_text(tmp_path: Path) -> None:
    path = tmp_path / "note.article"
    path.write_text(STORY, encoding="utf-8")
    assert read_file(path).text == STORY


def test_what_is_not_there(tmp_path: Path) -> None:
    assert refused(tmp_path / "gone.txt").startswith("gone.txt is not there.")
    file = tmp_path / "file.txt"
    file.write_text(STORY, encoding="utf-8")
    assert "not there" in refused(file / "inside.txt")


def test_a_name_that_can_be_none() -> None:
    assert "not the name of a file" in refused(Path("a\0b.txt"))


def test_a_name_longer_than_the_system_allows(tmp_path: Path) -> None:
    line = refused(tmp_path / ("x" * 300 + ".txt"))
    assert "cannot be read" in line
    assert len(line) < 300


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert "pipe" in refused(pipe)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="devices are a thing of Unix")
def test_a_device_is_refused() -> None:
    assert "device" in refused(Path("/dev/zero"))


def test_permission_denied_is_worded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(STORY, encoding="utf-8")

    def denied(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("reader.importing.files.os.open", denied)
    assert refused(path).startswith("secret.txt may not be read.")


def test_a_file_that_vanishes_before_it_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "short-lived.txt"
    path.write_text(STORY, encoding="utf-8")
    checked = os.stat

    def then_gone(*args: object, **more: object) -> os.stat_result:
        result = checked(*args, **more)  # type: ignore[arg-type]
        path.unlink(missing_ok=True)
        return result

    monkeypatch.setattr("reader.importing.files.os.stat", then_gone)
    assert "is not there" in refused(path)


@pytest.mark.parametrize(
    "content", [b"", b"  \n\t\r\n ", b"\xef\xbb\xbf", b"\xef\xbb\xbf \n", b"\xff\xfe", "\u2003\u00a0".encode()]
)
def test_nothing_but_white_space(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "blank.txt"
    path.write_bytes(content)
    assert refused(path).startswith("blank.txt is empty.")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"GIF89a\x01\0\x01\0", "a picture"),
        (b"\x7fELF\x02\x01\x01" + bytes(60), "a program"),
        (b"MZ\x90\0\x03" + bytes(60), "a program"),
        (b"SQLite format 3\0", "a database"),
        (b"\0\0\0\x18ftypmp42", "a picture, a sound or a video"),
        (b"RIFF\x10\0\0\0WAVEfmt ", "a picture, a sound or a video"),
        (b"a" * 257 + b"ustar" + bytes(250), "an archive"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(tmp_path: Path, content: bytes, kind: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(content)
    assert refused(path).startswith(f"article.txt is {kind}, not a text.")


def test_binary_data_without_a_signature(tmp_path: Path) -> None:
    path = tmp_path / "data.txt"
    path.write_bytes(bytes(range(256)) * 40)
    assert "not a text" in refused(path) or "encoding" in refused(path)
    path.write_bytes(bytes(5000))
    assert "binary" in refused(path)


def test_mostly_control_characters(tmp_path: Path) -> None:
    path = tmp_path / "noise.txt"
    path.write_bytes(b"\x01\x02\x1b[0m" * 500)
    assert "encoding" in refused(path)


def test_too_large_is_told_from_the_size_alone(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert refused(path).startswith("huge.txt is too large to be an article: 50 MB, and the limit is 20 MB.")


def test_a_file_that_grows_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "growing.txt"
    path.write_text("word " * 100, encoding="utf-8")
    monkeypatch.setattr("reader.importing.files._check", lambda *_: None)
    assert "too large" in refused(path, ImportOptions(max_bytes=100))


@pytest.mark.parametrize(
    "name", ["two\nlines.txt", "tab\tand\rreturn.txt", "\x1b[31mred.txt", "\u202eright-to-left.txt"]
)
def test_any_name_gives_one_line(name: str) -> None:
    line = refused(Path(name))
    assert "\n" not in line


def test_a_file_whose_name_is_no_unicode_is_imported(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.txt")
    path.write_text(STORY, encoding="utf-8")
    article = read_file(path)
    assert article.id == "caf\ufffd"
    assert article.path.encode("utf-8")


def test_a_name_that_is_no_unicode() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    refused(Path(name)).encode("utf-8")
    assert shown(Path("x" * 500)) == "x" * 80 + "…" + "x" * 30


def test_pasted_text() -> None:
    article = read_text("\ufeffFerry runs aground\r\n\r\nNobody was hurt.\rAll 212 were brought ashore.")
    assert article.text == "Ferry runs aground\n\nNobody was hurt.\nAll 212 were brought ashore."
    assert article.id == "pasted text"
    assert read_text(STORY, name="clip").id == "clip"


@pytest.mark.parametrize(
    ("text", "why"), [("", "empty"), (" \n", "empty"), ("\ufeff", "empty"), ("a\0" * 20, "binary")]
)
def test_pasted_text_that_is_none(text: str, why: str) -> None:
    with pytest.raises(ImportFailure, match=why):
        read_text(text)


def test_pasted_text_too_long() -> None:
    with pytest.raises(ImportFailure, match="too long"):
        read_text("word " * 100, ImportOptions(max_bytes=100))


def test_boilerplate_can_be_left_alone() -> None:
    assert not read_text("Ferry runs aground\n\nAdvertisement", ImportOptions(mark_boilerplate=False)).boilerplate


def test_formats_have_names_and_endings() -> None:
    assert len({one.name for one in FORMATS}) == len(FORMATS)
    assert all(suffix.startswith(".") and suffix == suffix.lower() for one in FORMATS for suffix in one.suffixes)


@pytest.mark.parametrize(
    ("path", "part"),
    [("a_files/ad.html", True), ("x/a_files/b/c.txt", True), ("a_files", False), ("files/a.html", False)],
)
def test_what_browsers_put_beside_a_saved_page(path: str, part: bool) -> None:
    assert is_part_of_saved_page(Path(path)) is part
