"""The process that writes the index: what it does, and that nothing it meets does harm."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reader.article import Article
from reader.errors import SearchError
from reader.progress import Cancelled
from reader.search import Drop, Put, SearchIndex, wire
from reader.search.helper import HelperLost, HelperUnable, IndexHelper
from reader.search.lock import writer_lock
from reader.text.spans import Span

ODD = Article("x\ud800", "a\nb\u2028c\0\udcff", "“H”", outlet="ﬁ", published="2031", boilerplate=(Span(0, 2),))


@pytest.mark.parametrize("entry", [Put(3, "i\ud800", ODD), Drop(4, "j\n")])
def test_any_change_is_one_line_and_comes_back(entry):
    line = wire.line(entry)
    assert line.count(b"\n") == 1
    assert line.isascii()
    assert line != wire.END
    assert wire.entry(line) == entry


@pytest.fixture
def writer(folder):
    helper = IndexHelper(folder, "library")
    yield helper
    helper.close()


def puts(count, start=1):
    return (
        Put(n, f"n{n}", Article("n", f"Heron number{n} stood by the weir. " * 3)) for n in range(start, start + count)
    )


def quiet():
    """Nobody looks up."""


def test_one_process_does_many_jobs(writer, open_again):
    index = open_again()
    assert writer.apply(puts(200), 0, quiet)
    child = writer.pid
    assert index.search("heron").total == 200
    assert index.applied == 200
    assert writer.apply([Drop(201, "n7")], 200, quiet)
    assert index.search("number7").total == 0
    assert writer.rebuild(puts(30), quiet)
    assert index.search("heron").total == 30
    assert writer.pid == child


def test_without_a_job_it_ends_and_a_later_one_starts_another(folder, open_again):
    helper = IndexHelper(folder, "library", idle=0.05)
    assert helper.apply(puts(20), 0, quiet)
    until = time.monotonic() + 20
    while helper.pid is not None and time.monotonic() < until:
        time.sleep(0.02)
    assert helper.pid is None
    assert helper.apply(puts(20, start=21), 20, quiet)
    assert open_again().search("heron").total == 40
    helper.close()


def test_it_fills_from_the_newest_on(writer, open_again):
    assert writer.fill(list(puts(200))[::-1], 0, quiet)
    index = open_again()
    assert (index.applied, index.below, index.search("heron").total) == (200, 0, 200)
    assert not writer.fill([], 7, quiet)


def test_changes_for_an_index_given_up_meanwhile_are_refused(writer, open_again):
    assert not writer.apply(puts(300, start=51), 50, quiet)
    assert open_again().fresh
    assert writer.apply(puts(3), 0, quiet)


def test_while_another_writes_it_does_not(writer, open_again, folder):
    open_again()
    (home,) = folder.iterdir()
    with writer_lock(home / "lock"):
        assert not writer.apply(puts(300), 0, quiet)
    assert writer.apply(puts(3), 0, quiet)


def test_what_goes_wrong_there_is_told_here(writer, folder):
    folder.parent.mkdir(parents=True)
    folder.write_text("a file in its place")
    with pytest.raises(SearchError) as caught:
        writer.apply(puts(3), 0, quiet)
    assert caught.value.remedy


def test_ended_by_the_changes_it_leaves_what_was(writer, open_again):
    writer.apply(puts(3), 0, quiet)

    def ending():
        yield from puts(40)
        raise Cancelled

    with pytest.raises(Cancelled):
        writer.rebuild(ending(), quiet)
    assert open_again().search("heron").total == 3
    assert writer.apply(puts(2, start=4), 3, quiet)
    assert open_again().search("heron").total == 5


def test_ended_from_outside_while_the_pipe_is_full(writer):
    """Whoever does not wait any more need not wait for a commit either."""
    looks = iter(range(5))

    def impatient():
        if next(looks, None) is None:
            raise Cancelled

    long = Article("n", " ".join(f"word{n}" for n in range(60_000)))
    with pytest.raises(Cancelled):
        writer.apply((Put(n, f"n{n}", long) for n in range(1, 400)), 0, impatient)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")
def test_killed_in_the_middle_it_is_started_anew(writer, open_again):
    def killing():
        yield from puts(200)  # more than the queue holds, so it has begun
        os.kill(writer.pid, signal.SIGKILL)
        yield from puts(200, start=201)

    with pytest.raises(HelperLost):
        writer.apply(killing(), 0, quiet)
    assert writer.apply(puts(400), 0, quiet)
    assert open_again().search("heron").total == 400


@pytest.mark.parametrize(
    "command", [["/nowhere/at/all"], [sys.executable, "-c", "pass"], [sys.executable, "--version"]]
)
def test_where_none_can_be_started_it_says_so(writer, command, monkeypatch):
    monkeypatch.setattr("reader.processes.command", lambda *_arguments: command)
    with pytest.raises(HelperUnable):
        writer.apply(puts(500), 0, quiet)


@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")
def test_it_ends_with_the_program(folder):
    """Killed, the program cannot end its helper: the helper sees its pipe closed."""
    script = """
import os, signal, sys
from pathlib import Path
from reader.search.helper import IndexHelper
helper = IndexHelper(Path(sys.argv[1]), "library")
helper.apply([], 0, lambda: None)
print(helper.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)],
        capture_output=True, text=True, check=False, timeout=30, env=os.environ | {"PYTHONPATH": "."},
    )  # fmt: skip
    until = time.monotonic() + 10
    while _runs(int(done.stdout)) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _runs(int(done.stdout))


def _runs(pid):
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_the_same_answers_as_without(writer, open_again, articles, folder):
    changes = [Put(n, name, article) for n, (name, article) in enumerate(articles.items(), 1)]
    assert writer.apply(changes, 0, quiet)
    with SearchIndex.open(folder.parent / "here", "library") as here:
        here.apply(changes)
        for query in ("dockers", '"mayor korinek"~2', "date:2031-03", "dock*"):
            assert open_again().search(query) == here.search(query)
