"""A copy is a whole library, however much is going on; putting it back loses nothing of what was there."""

import sqlite3
import threading

import pytest

from reader.article import Article
from reader.errors import LibraryError
from reader.library import Library, restore, schema
from reader.progress import Cancelled


@pytest.fixture
def backup(library, make, tmp_path):
    """A copy of a library of three articles, one with a star, one in the bin."""
    ids = [library.add(make(n)).id for n in range(3)]
    library.labels.star(ids[:1])
    library.remove(ids[2:])
    library.backup(tmp_path / "copy.parallax")
    return tmp_path / "copy.parallax"


def test_a_copy_is_one_file_with_everything(library, backup):
    assert sorted(path.name for path in backup.parent.iterdir()) == ["copy.parallax", "data"]
    with Library.open(backup) as copy:
        assert copy.rows() == library.rows()
        assert copy.rows(binned=True) == library.rows(binned=True)
        assert copy.id == library.id
        for row in library.rows():
            assert copy.get(row.id) == library.get(row.id)


def test_a_copy_made_while_others_write_is_whole(library, make, tmp_path, path):
    for number in range(300):
        library.add(make(number, text=f"Text {number} " * 2000))
    ended = threading.Event()

    def write():
        with Library.open(path) as other:
            number = 1000
            while not ended.is_set():
                other.add(make(number))
                number += 1

    writing = threading.Thread(target=write)
    writing.start()
    steps = []
    try:
        library.backup(tmp_path / "copy", lambda done, total, what="": steps.append((done, total)))
    finally:
        ended.set()
        writing.join()
    assert steps[-1][0] == steps[-1][1]
    assert steps == sorted(steps)  # it never began anew
    with Library.open(tmp_path / "copy") as copy:
        assert copy.count() >= 300
        assert len(copy.outbox.after(limit=9999)) == copy.count()


def test_an_ended_copy_leaves_the_one_before(library, backup, make):
    before = backup.read_bytes()
    library.add(make(9))

    def ended(*_):
        raise Cancelled

    with pytest.raises(Cancelled):
        library.backup(backup, ended)
    assert backup.read_bytes() == before
    assert sorted(path.name for path in backup.parent.iterdir()) == ["copy.parallax", "data"]


def test_the_library_is_not_copied_onto_itself(library, path):
    with pytest.raises(LibraryError, match="own copy"):
        library.backup(path)
    assert library.rows() == []


def test_a_copy_to_nowhere_is_a_clear_error(library, tmp_path):
    with pytest.raises(LibraryError) as caught:
        library.backup(tmp_path / "no" / "such" / "folder")
    assert caught.value.remedy


def test_restored_it_has_another_id_and_the_one_before_is_kept(library, backup, path, make):
    rows, old = library.rows(), library.id
    library.add(make(77))
    library.close()
    kept = restore(backup, path)
    assert kept.parent == path.parent
    with Library.open(path) as now, Library.open(kept) as before:
        assert now.rows() == rows
        assert len(before.rows()) == len(rows) + 1
        assert before.id == old != now.id
        now.add(make(78))


def test_restored_where_there_is_none(library, backup, tmp_path):
    new = tmp_path / "new" / "library.sqlite"
    assert restore(backup, new) is None
    with Library.open(new) as now:
        assert now.rows() == library.rows()


def test_a_library_that_is_open_is_not_replaced(library, backup, path):
    with pytest.raises(LibraryError, match="open in another window"):
        restore(backup, path)
    assert len(library.rows()) == 2
    assert sorted(one.name for one in path.parent.iterdir() if "library.sqlite" not in one.name) == []


@pytest.mark.parametrize("content", [b"", b"no database at all", None])
def test_what_is_no_copy_is_refused(library, path, tmp_path, make, content):
    library.add(make(1))
    library.close()
    if content is not None:
        (tmp_path / "copy").write_bytes(content)
    before = path.read_bytes()
    with pytest.raises(LibraryError) as caught:
        restore(tmp_path / "copy", path)
    assert caught.value.remedy
    assert path.read_bytes() == before


def test_a_damaged_copy_is_refused(library, path, tmp_path):
    for number in range(30):
        library.add(Article("x", f"Text {number} " * 900))
    library.backup(tmp_path / "copy")
    library.close()
    whole = bytearray((tmp_path / "copy").read_bytes())
    whole[len(whole) // 2 : len(whole) // 2 + 9000] = b"\xff" * 9000
    (tmp_path / "copy").write_bytes(whole)
    before = path.read_bytes()
    with pytest.raises(LibraryError, match="damaged"):
        restore(tmp_path / "copy", path)
    assert path.read_bytes() == before


def test_a_damaged_library_makes_room_for_its_copy(library, backup, path):
    rows = library.rows()
    library.close()
    path.write_bytes(b"\0" * 5000)
    kept = restore(backup, path)
    assert kept.read_bytes() == b"\0" * 5000
    with Library.open(path) as now:
        assert now.rows() == rows


def test_a_newer_copy_is_refused(library, backup, path):
    library.close()
    connection = sqlite3.connect(backup)
    connection.execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    connection.close()
    with pytest.raises(LibraryError, match="newer"):
        restore(backup, path)
