"""Threads and processes share a library; a process that dies takes nothing with it that was committed."""

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from reader.article import Article
from reader.errors import LibraryError
from reader.library import Library

ADDER = """
import sys
from pathlib import Path
from reader.article import Article
from reader.library import Library
library = Library.open(Path(sys.argv[1]), patience=60)
for number in range(int(sys.argv[3])):
    added = library.add(Article("x", f"{sys.argv[2]} {number} " + "word " * 2000))
    print(added.id, flush=True)
"""


def adder(path, name, count):
    """Another process that adds `count` articles and says the id of each once it is in."""
    command = [sys.executable, "-c", ADDER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "."})


def test_many_threads_at_once(library):
    def work(number):
        added = library.add(Article("x", f"Text {number % 20}"))
        library.rows()
        library.remove([added.id])
        library.restore([added.id])
        return library.get(added.id).text

    with ThreadPoolExecutor(8) as pool:
        texts = list(pool.map(work, range(120)))
    assert texts == [f"Text {number % 20}" for number in range(120)]
    assert len(library.rows()) + len(library.rows(binned=True)) == 20
    with library._connections.read() as reading:
        assert reading.execute("PRAGMA quick_check").fetchone() == ("ok",)


def test_reading_does_not_wait_for_a_writer(library, make, path):
    """While another process holds the write lock, and a thread of ours waits for it, lists still load."""
    library.add(make(1))
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    waiting = threading.Thread(target=library.add, args=(make(2),))
    waiting.start()
    try:
        start = time.monotonic()
        assert len(library.rows()) == 1
        assert time.monotonic() - start < 2
        assert waiting.is_alive()
    finally:
        other.execute("ROLLBACK")
        other.close()
        waiting.join()
    assert len(library.rows()) == 2


def test_a_writer_that_waits_too_long_says_so(path, make):
    with Library.open(path, patience=0.1) as library:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryError, match="Another window") as caught:
            library.add(make(1))
        assert caught.value.remedy
        other.execute("ROLLBACK")
        other.close()
        assert library.add(make(1)).new


def test_two_processes_at_once(path):
    processes = [adder(path, name, 40) for name in ("one", "two")]
    ids = [line.strip() for process in processes for line in process.communicate(timeout=60)[0].splitlines()]
    assert [process.returncode for process in processes] == [0, 0]
    with Library.open(path) as library:
        assert {row.id for row in library.rows()} == set(ids)
        assert len(ids) == 80
        assert len({change.seq for change in library.outbox.after()}) == 80


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")
@pytest.mark.parametrize("after", [1, 7, 23])
def test_killed_while_adding(path, after):
    """All that was said to be in is in, whole, and told to the index; the file needs no repair."""
    process = adder(path, "killed", 100_000)
    said = [process.stdout.readline().strip() for _ in range(after)]
    process.send_signal(signal.SIGKILL)
    said += [line.strip() for line in process.stdout if len(line) > 12]
    process.wait()
    process.stdout.close()
    with Library.open(path) as library:
        kept = {row.id for row in library.rows()}
        assert set(said) <= kept
        assert len(list(library.texts(kept))) == len(kept)
        assert {change.article_id for change in library.outbox.after(limit=1_000_000)} == kept
        with library._connections.read() as reading:
            assert reading.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert reading.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file size are a thing of POSIX")
def test_a_full_disk_loses_nothing(path):
    """A process that may not write further says so in one line, and what was in stays in."""
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, 1 << 20))\n" + ADDER
    )
    run = subprocess.run(
        [sys.executable, "-c", limited, str(path), "full", "1000"],
        capture_output=True, text=True, timeout=60, check=False, env=os.environ | {"PYTHONPATH": "."},
    )  # fmt: skip
    said = set(run.stdout.split())
    assert "LibraryError" in run.stderr.strip().splitlines()[-1]
    with Library.open(path) as library:
        assert said
        assert said <= {row.id for row in library.rows()}
