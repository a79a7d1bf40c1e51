"""Whatever happens to an index, it answers rightly or is fresh; what somebody else wrote is never opened."""

import json
import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import SearchError
from reader.search import Answer, Drop, Put, SearchIndex
from reader.search import engine as whoosh
from reader.search.folders import Home
from reader.search.fts5 import reader as fts5
from reader.search.lock import writer_lock
from reader.search.stamp import Seal
from reader.search.values import FTS5, WHOOSH


def home(folder: Path) -> Path:
    (found,) = folder.iterdir()
    return found


def files(folder: Path) -> list[Path]:
    return sorted(path for path in home(folder).rglob("*") if path.is_file() and path.stat().st_size)


@pytest.fixture(params=[WHOOSH, FTS5])
def engine(request):
    return request.param


@pytest.fixture
def reopened(folder, articles, engine):
    return lambda: _reopened(folder, articles, engine)


def _reopened(folder, articles, engine):
    """Open the index and fill it where it is fresh, as the workspace does; then it must answer as at first."""
    with SearchIndex.open(folder, "library", engine=engine) as index:
        fresh = index.fresh
        if fresh:
            assert index.search("dockers") == Answer()
        assert index.apply(Put(n, name, article) for n, (name, article) in enumerate(articles.items(), 1))
        assert {hit.id for hit in index.search("dockers").hits} == {"strike", "talks"}
        assert index.stats.articles == 5
    return fresh


def wait_until(holds) -> bool:
    until = time.monotonic() + 20
    while not (found := holds()) and time.monotonic() < until:
        time.sleep(0.01)
    return bool(found)


class TestDamage:
    def test_a_flipped_bit_anywhere_is_noticed(self, index, folder, reopened):
        index.close()
        kept = folder.parent / "kept"
        shutil.copytree(folder, kept)
        for path in files(folder):
            content = path.read_bytes()
            for at in {0, len(content) // 2, len(content) - 1}:
                broken = bytearray(content)
                broken[at] ^= 0x10
                path.write_bytes(broken)
                assert reopened(), path.name
                shutil.rmtree(folder)
                shutil.copytree(kept, folder)

    @pytest.mark.parametrize(
        ("engine", "name"),
        [
            (WHOOSH, "*.pst"),
            (WHOOSH, "*.trm"),
            (WHOOSH, "*.toc"),
            (WHOOSH, "*.sqlite"),
            (FTS5, "tail*"),
            (FTS5, "voc*"),
        ],
        indirect=["engine"],
    )
    def test_damage_in_a_large_file_is_noticed_soon(self, index, folder, articles, monkeypatch, name, engine):
        """Nobody waits until it is read, so at first the index may answer, rightly or not."""
        index.close()
        monkeypatch.setattr("reader.search.folders.LARGE", 1)
        (path,) = (path for path in files(folder) if path.match(name))
        content = bytearray(path.read_bytes())
        content[-1] ^= 0x10
        path.write_bytes(content)
        with SearchIndex.open(folder, "library", engine=engine) as opened:
            assert wait_until(lambda: opened.fresh)
            assert opened.apply(Put(n, name, article) for n, (name, article) in enumerate(articles.items(), 1))
            assert opened.search("dockers").total == 2

    def test_large_files_that_are_whole_are_looked_at_once(self, index, folder, monkeypatch, engine):
        index.close()
        monkeypatch.setattr("reader.search.folders.LARGE", 1)
        with SearchIndex.open(folder, "library", engine=engine) as opened:
            assert opened.search("dockers").total == 2
            assert opened.apply([Drop(6, "ferry")])
            assert opened.search("ferry").total == 0
            assert wait_until(lambda: not opened._states.unchecked(opened._now.stamp()))
            assert opened.search("dockers").total == 2

    @pytest.mark.parametrize("how", ["cut", "emptied", "gone", "longer", "a folder", "a link"])
    def test_a_file_that_is_not_as_it_was(self, index, folder, how, reopened):
        index.close()
        for path in files(folder):
            if not path.exists():  # the index was made anew under other names
                continue
            content = path.read_bytes()
            path.unlink()
            if how == "a folder":
                path.mkdir()
            elif how == "a link":
                (folder.parent / "elsewhere").write_bytes(content)
                path.symlink_to(folder.parent / "elsewhere")
            elif how != "gone":
                path.write_bytes({"cut": content[:-1], "emptied": b"", "longer": content + b"x"}[how])
            reopened()
            assert not reopened()

    def test_damage_while_it_is_open(self, index, folder, articles):
        assert index.search("dockers").total == 2
        for path in files(folder):
            if path.name.startswith(("MAIN", "tail", "vocabulary")):
                path.unlink()
        index.close()
        assert index.search("dockers") == Answer()
        assert index.fresh
        assert index.apply(Put(n, name, article) for n, (name, article) in enumerate(articles.items(), 1))
        assert index.search("dockers").total == 2

    def test_the_whole_folder_vanishes_while_it_is_open(self, index, folder, articles):
        index.search("dockers")
        shutil.rmtree(folder)
        assert index.search("dockers") == Answer()
        assert index.fresh
        assert index.apply(Put(n, name, article) for n, (name, article) in enumerate(articles.items(), 1))
        assert index.search("dockers").total == 2

    def test_an_index_that_raises_is_looked_at_again(self, index, monkeypatch):
        for reader in (whoosh.WhooshReader, fts5.Fts5Reader):
            monkeypatch.setattr(reader, "find", lambda *_: 1 / 0)
        with pytest.raises(SearchError) as caught:
            index.search("dockers")
        assert caught.value.remedy
        monkeypatch.undo()
        assert index.search("dockers").total == 2


class TestStamp:
    @pytest.mark.parametrize(
        "content", ["", "{}", "[]", "null", '{"body": 1, "seal": 2}', "\0" * 99, "[" * 100_000, '"\\ud800"']
    )
    def test_any_other_stamp_means_fresh(self, index, folder, content, reopened):
        index.close()
        (home(folder) / "stamp.json").write_text(content, encoding="utf-8")
        assert reopened()

    def test_without_a_stamp_nothing_is_opened(self, index, folder, reopened):
        index.close()
        (home(folder) / "stamp.json").unlink()
        assert reopened()

    def test_a_stamp_cannot_be_altered(self, index, folder, engine):
        index.close()
        path = home(folder) / "stamp.json"
        whole = json.loads(path.read_text())
        body = json.loads(whole["body"])
        body["applied"] = 99
        path.write_text(json.dumps(whole | {"body": json.dumps(body, sort_keys=True)}))
        assert SearchIndex.open(folder, "library", engine=engine).fresh

    @pytest.mark.parametrize(
        ("part", "other"),
        [
            ("reader.search.analysis.VERSION", 99),
            ("reader.search.stamp.FORMAT", 99),
            ("reader.search.stamp.PYTHON", "3.99"),
            ("reader.search.stamp.SEGMENTS", 99),
        ],
    )
    def test_another_maker_means_fresh(self, index, monkeypatch, part, other, reopened, engine):
        """Of another version of us or, where there are files of Whoosh, of those or of Python, whose pickles differ."""
        index.close()
        of_whoosh = part.endswith(("PYTHON", "SEGMENTS"))
        monkeypatch.setattr(part, other)
        assert reopened() == (engine == WHOOSH or not of_whoosh)

    def test_an_index_brought_from_elsewhere_is_not_opened(self, index, folder, tmp_path, engine):
        """Somebody else's index, put under the right name with their own stamp, does not carry our library's seal."""
        index.close()
        theirs = SearchIndex.open(tmp_path / "theirs", "their library", engine=engine)
        theirs.apply([Put(1, "x", Article("x", "Their dockers"))])
        theirs.close()
        shutil.rmtree(home(folder))
        shutil.copytree(home(tmp_path / "theirs"), Home(folder, "library").path, dirs_exist_ok=True)
        assert SearchIndex.open(folder, "library", engine=engine).search("dockers") == Answer()


class Bomb:
    """Writes a file when it is unpickled."""

    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


def test_a_hostile_pickle_is_never_loaded(index, folder, tmp_path, reopened):
    index.close()
    bomb = pickle.dumps(Bomb(tmp_path / "exploded"))
    kept = folder.parent / "kept"
    shutil.copytree(folder, kept)
    for path in files(folder):
        path.write_bytes(bomb)
        reopened()
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
    assert not (tmp_path / "exploded").exists()
    pickle.loads(bomb)  # noqa: S301 - it would have gone off
    assert (tmp_path / "exploded").exists()


@pytest.mark.parametrize("engine", [WHOOSH], indirect=True)
def test_a_hostile_newer_state_is_never_loaded(index, folder, tmp_path, reopened):
    index.close()
    bomb = pickle.dumps(Bomb(tmp_path / "exploded"))
    generation = next(path for path in home(folder).iterdir() if path.is_dir())
    toc = next(generation.glob("_MAIN_*.toc"))
    (generation / "_MAIN_99.toc").write_bytes(toc.read_bytes()[:30] + bomb)  # a newer state that no stamp names
    assert not reopened()
    assert not (generation / "_MAIN_99.toc").exists()
    assert not (tmp_path / "exploded").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="modes are a thing of POSIX")
def test_only_its_owner_may_read_it(index, folder, engine):
    assert folder.stat().st_mode & 0o777 == 0o700
    assert home(folder).stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    SearchIndex.open(folder, "library", engine=engine)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_the_librarys_id_cannot_be_read_off_the_folder(index, folder):
    for path in [home(folder), *files(folder)]:
        assert b"library" not in path.name.encode()
        assert not path.is_file() or b'"library"' not in path.read_bytes()


class TestSharing:
    def test_while_another_writes_we_read(self, index, open_again, folder):
        other = open_again()
        with writer_lock(home(folder) / "lock") as free:
            assert free
            assert not index.apply([Drop(6, "ferry")])
            assert not index.rebuild([])
            with pytest.raises(SearchError, match="Another window"):
                index.destroy()
            assert index.search("ferry").total == 1
            again = open_again()
            assert again.search("ferry").total == 1
        assert index.apply([Drop(6, "ferry")])
        assert other.search("ferry").total == 0
        assert other.applied == 6

    def test_whoever_is_behind_does_not_lead_back(self, index, open_again, articles):
        other = open_again()
        index.apply([Drop(6, "ferry")])
        assert other.apply([Put(4, "ferry", articles["ferry"])])
        assert other.search("ferry").total == 0

    def test_changes_meant_for_an_index_that_is_gone_are_refused(self, index, open_again, articles):
        """They would be all the new index ever gets."""
        other = open_again()
        assert index.applied == 5
        other.destroy()
        assert not index.apply([Put(6, "talks", articles["talks"])])
        assert index.fresh
        assert index.apply([Put(6, "talks", articles["talks"])])

    def test_threads_search_while_one_writes(self, index):
        def search(_):
            return {hit.id for hit in index.search("dockers").hits}

        with ThreadPoolExecutor(4) as pool:
            answers = pool.map(search, range(200))
            for number in range(6, 26):
                assert index.apply([Put(number, f"n{number}", Article("n", f"Heron {number}"))])
            assert all(answer == {"strike", "talks"} for answer in answers)
        assert index.search("heron").total == 20


def test_where_nothing_may_be_written_what_is_there_is_searched(index, folder, monkeypatch):
    """A cache on a disk that is read-only, or somebody else's; for root no mode is, so the lock says so here."""

    def refuse(path, *_):
        raise PermissionError(13, "Permission denied", str(path))

    index.close()
    monkeypatch.setattr("reader.search.lock.os.open", refuse)
    with SearchIndex.open(folder, "library", engine=engine) as again:
        assert again.search("dockers").total == 2
        assert again.applied == 5
        with pytest.raises(SearchError, match="Permission denied") as caught:
            again.apply([Drop(6, "ferry")])
        assert caught.value.remedy
        assert again.search("ferry").total == 1


COMMITTER = """
import sys
from pathlib import Path
from reader.article import Article
from reader.search import Put, SearchIndex
index = SearchIndex.open(Path(sys.argv[1]), "library", engine=sys.argv[2])
number = index.applied
while True:
    number += 1
    assert index.apply([Put(number, f"n{number % 40}", Article("n", f"Heron number{number} " + "sea " * 300))])
    print(number, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")
def test_killed_while_committing(folder, open_again, engine):
    """At whatever moment: the last state that was told is there, or the next; nothing is made anew or left over."""
    reached = 0
    for milliseconds in (0, 1, 3, 5, 8, 13, 2, 21):
        process = subprocess.Popen(
            [sys.executable, "-c", COMMITTER, str(folder), engine],
            stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "."},
        )  # fmt: skip
        told = [int(process.stdout.readline()) for _ in range(3)]
        time.sleep(milliseconds / 1000)
        process.send_signal(signal.SIGKILL)
        told += [int(line) for line in process.stdout if line.endswith("\n")]
        process.stdout.close()
        process.wait()
        assert told[0] == reached + 1
        index = open_again()
        reached = index.applied
        assert reached in (told[-1], told[-1] + 1)
        assert index.search(f"number{reached}").total == 1
        assert index.search("heron").total == min(reached, 40) == index.stats.articles
        generation = next(path for path in home(folder).iterdir() if path.is_dir())
        stamp = Seal(home(folder) / "stamp.json", "library").read()
        assert {path.name for path in generation.iterdir()} - {"MAIN_WRITELOCK"} == set(stamp.files)
        index.close()


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are a thing of POSIX")
def test_a_full_disk_leaves_the_state_before(index, folder, engine):
    """A commit that cannot be written is one clear error, and then everything is as it was and goes on."""
    index.close()
    script = """
import resource, signal, sys
from pathlib import Path
from reader.article import Article
from reader.errors import SearchError
from reader.search import Put, SearchIndex
index = SearchIndex.open(Path(sys.argv[1]), "library", engine=sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, resource.RLIM_INFINITY))
changes = [Put(n, f"n{n}", Article("n", " ".join(f"word{n}x{m}" for m in range(2000)))) for n in range(6, 12)]
try:
    index.apply(changes)
except SearchError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert index.search("dockers").total == 2
assert index.apply(changes)
assert index.search("word7x7").total == 1
assert index.stats.articles == 11
index.close()
"""
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", script, str(folder), engine],
        capture_output=True, text=True, timeout=60, check=False, env=os.environ | {"PYTHONPATH": "."},
    )  # fmt: skip
    assert run.stderr == ""
    assert run.stdout.startswith("The search index cannot be written")
    assert run.stdout.count("\n") == 1
