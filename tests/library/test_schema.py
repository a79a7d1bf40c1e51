"""Files that are not ours, newer or damaged are refused and stay, to the byte, as they were."""

import os
import sqlite3

import pytest

from reader.article import Article
from reader.errors import LibraryError
from reader.library import Library, schema


def refused(path, message):
    """Opening `path` fails with words and a remedy, and neither the file nor its folder changes."""
    before, names = path.read_bytes(), sorted(path.parent.iterdir())
    with pytest.raises(LibraryError, match=message) as caught:
        Library.open(path, patience=0.2)
    assert caught.value.remedy
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == names


def printed(text):
    return Article("", text).fingerprint


def test_a_new_file_has_the_present_version(library, path):
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_an_empty_file_becomes_a_library(tmp_path):
    path = tmp_path / "library.sqlite"
    path.touch()
    with Library.open(path) as library:
        assert library.rows() == []


def test_a_newer_library_is_refused(path):
    with Library.open(path) as library:
        library.add(Article("x", "Text"))
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    refused(path, "newer version")


def test_another_programs_database_is_refused(tmp_path):
    path = tmp_path / "library.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE theirs (x)")
    connection.close()
    refused(path, "not a Parallax library")


@pytest.mark.parametrize(
    "content", [b"not a database " * 500, b"SQLite format 3\0" + b"\xff" * 4080, b"\0" * 4096, b"x"]
)
def test_what_is_no_database_is_refused(tmp_path, content):
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    refused(path, "damaged|not a Parallax")


def test_a_cut_library_is_refused(path):
    with Library.open(path) as library:
        for number in range(50):
            library.add(Article("x", f"Text {number} " * 200))
    path.write_bytes(path.read_bytes()[:4096])
    refused(path, "damaged")


def test_damage_found_later_is_a_clear_error_too(path):
    with Library.open(path) as library:
        ids = [library.add(Article("x", f"Text {number} " * 2000)).id for number in range(20)]
    whole = bytearray(path.read_bytes())
    whole[8 * 4096 :] = os.urandom(len(whole) - 8 * 4096)
    path.write_bytes(whole)
    with pytest.raises(LibraryError) as caught, Library.open(path) as library:  # noqa: PT012 - any of these may be first
        for article in library.texts(ids):
            assert article.text
        library.rows()
    assert "damaged" in caught.value.message
    assert caught.value.remedy


def test_a_folder_in_its_place_is_refused(tmp_path):
    with pytest.raises(LibraryError, match="no file"):
        Library.open(tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "data").write_text("a file")
    with pytest.raises(LibraryError, match="cannot be used") as caught:
        Library.open(tmp_path / "data" / "library.sqlite")
    assert str(tmp_path) in caught.value.remedy


def test_a_migration_that_fails_leaves_the_older_version(path, monkeypatch):
    with Library.open(path) as library:
        added = library.add(Article("x", "Text"))
    steps = (*schema.MIGRATIONS, ("CREATE TABLE half_done (x)", "CREATE TABLE article (twice)"))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    monkeypatch.setattr(schema, "VERSION", len(steps))
    with pytest.raises(LibraryError):
        Library.open(path)
    monkeypatch.undo()
    with Library.open(path) as library:
        assert library.get(added.id).text == "Text"
        with library._connections.read() as reading:
            assert not reading.execute("SELECT 1 FROM sqlite_schema WHERE name = 'half_done'").fetchall()


def test_an_older_library_is_brought_up(path, monkeypatch):
    with Library.open(path) as library:
        added = library.add(Article("x", "Text"))
    steps = (*schema.MIGRATIONS, ("ALTER TABLE article ADD COLUMN colour INTEGER NOT NULL DEFAULT 0",))
    monkeypatch.setattr(schema, "MIGRATIONS", steps)
    monkeypatch.setattr(schema, "VERSION", len(steps))
    with Library.open(path) as library:
        name = library.id
        assert library.get(added.id).text == "Text"
        with library._connections.read() as reading:
            assert reading.execute("SELECT colour FROM article").fetchall() == [(0,)]
    with Library.open(path) as library:
        assert library.id == name


def test_a_library_of_version_1_keeps_everything(path):
    """Made by hand, as the first version made it."""
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    for step in schema.MIGRATIONS[0]:
        connection.execute(step)
    connection.execute("INSERT INTO about VALUES ('id', 'the-old-id')")
    connection.execute("INSERT INTO story VALUES (7, 'Harbour')")
    columns = "number, id, fingerprint, headline, standfirst, byline, dateline, outlet, published, language, url, path"
    for number, binned in ((1, None), (2, "2031-01-03T00:00:00.000+00:00")):
        values = (
            number, f"id{number}", printed(f"The text of {number}"), f"Headline {number}",
            "Stand", "By A", "VELIM", b"\xed\xa0\x80",
            "2031-01-01", "en", "https://velim.example/1", "/tmp/a.txt", "2031-01-02T00:00:00.000+00:00", 4, 7, binned,
        )  # fmt: skip
        sql = f"INSERT INTO article ({columns}, added, words, story, binned) VALUES ({', '.join('?' * 16)})"  # noqa: S608
        connection.execute(sql, values)
        connection.execute("INSERT INTO body VALUES (?, ?, '[[0, 3]]')", (number, f"The text of {number}".encode()))
        connection.execute("INSERT INTO outbox (article_id, kind) VALUES (?, 'add')", (f"id{number}",))
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    tables = ("SELECT * FROM article", "SELECT * FROM body", "SELECT * FROM outbox")
    before = [connection.execute(table).fetchall() for table in tables]
    connection.close()
    with Library.open(path) as library:
        assert library.id == "the-old-id"
        (row,) = library.rows()
        assert (row.id, row.headline, row.outlet, row.story, row.url) == (
            "id1", "Headline 1", "\ud800", 7, "https://velim.example/1",
        )  # fmt: skip
        assert (row.starred, row.seen, row.tags) == (False, False, ())
        assert [gone.id for gone in library.rows(binned=True)] == ["id2"]
        assert library.get("id1").text == "The text of 1"
        assert [(story.id, story.name) for story in library.stories.all()] == [(7, "Harbour")]
        library.labels.star(["id1"])
        library.labels.tag(["id1"], "port")
    connection = sqlite3.connect(path)
    after = [connection.execute(table).fetchall() for table in tables]
    for were, are in zip(before, after, strict=True):
        assert [kept[: len(was)] for kept, was in zip(are, were, strict=True)] == were
    assert connection.execute("PRAGMA user_version").fetchone() == (schema.VERSION,)
    connection.close()


def test_a_library_of_version_2_can_be_edited(path):
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    for steps in schema.MIGRATIONS[:2]:
        for step in steps:
            connection.execute(step)
    connection.execute("INSERT INTO about VALUES ('id', 'the-old-id')")
    columns = "number, id, fingerprint, headline, standfirst, byline, dateline, outlet, published, language, url, path"
    values = (
        1,
        "id1",
        printed("The text"),
        "Pier shut",
        "",
        "",
        "",
        "",
        "2031-01-01",
        "en",
        "",
        "",
        "2031-01-02",
        4,
        1,
    )
    sql = f"INSERT INTO article ({columns}, added, words, starred) VALUES ({', '.join('?' * 15)})"  # noqa: S608
    connection.execute(sql, values)
    connection.execute("INSERT INTO body VALUES (1, ?, '[]')", (b"The text",))
    connection.execute("INSERT INTO searched (query) VALUES ('pier')")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    connection.execute("PRAGMA user_version = 2")
    connection.commit()
    connection.close()
    with Library.open(path) as library:
        article = library.get("id1")
        assert (article.text, article.headline, article.updated, article.provenance) == (
            "The text", "Pier shut", "", (),
        )  # fmt: skip
        assert library.rows()[0].starred
        assert [(one.query, one.filters) for one in library.searches.recent()] == [("pier", {})]
        library.metadata.edit("id1", headline="Pier open")
        assert library.get("id1").headline == "Pier open"
