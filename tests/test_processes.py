"""A process of ours is this very program, wherever it is started from; it is talked to in lines, and it always ends."""

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from reader import processes


def test_a_packed_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert processes.command("--index") == [sys.executable, "--index"]


def test_otherwise_python_starts_it_and_looks_for_nothing_where_it_runs():
    assert processes.command("--read") == [sys.executable, "-P", "-m", "reader", "--read"]


def test_it_finds_our_package_from_anywhere(tmp_path, monkeypatch):
    (tmp_path / "reader.py").write_text("raise SystemExit('the wrong one')")
    monkeypatch.delenv("PYTHONPATH", raising=False)
    done = subprocess.run(
        processes.command("--version"),
        cwd=tmp_path,
        env=processes.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.startswith("Parallax")


def test_what_else_python_was_told_to_look_in_stays(monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/somewhere")
    first, second = processes.environment()["PYTHONPATH"].split(os.pathsep)
    assert (Path(first) / "reader" / "__init__.py").is_file()
    assert second == "/somewhere"


ECHO = "import sys\nfor line in sys.stdin: print('got', line, end='', flush=True)"
DEAF = "import time\nprint('here', flush=True)\ntime.sleep(600)"


@pytest.fixture
def helper(request, monkeypatch):
    monkeypatch.setattr(processes, "command", lambda *_arguments: [sys.executable, "-c", request.param])
    made = processes.Helper("--any")
    yield made
    made.end()


@pytest.mark.parametrize("helper", [DEAF], indirect=True)
def test_two_threads_may_end_a_helper_at_the_same_moment(helper, monkeypatch):
    class Closing:
        """A pipe that another thread is just closing: once in some thousand times Python says ValueError."""

        def close(self):
            pipe.close()
            raise ValueError("flush of closed file")

    pipe = helper._into
    monkeypatch.setattr(helper, "_into", Closing())
    helper.end()
    assert not helper.is_alive


@pytest.mark.parametrize("helper", [ECHO], indirect=True)
def test_a_helper_answers_in_lines_and_ends_well_when_nothing_more_is_sent(helper):
    helper.send(b"one\n", b"two\n")
    assert [helper.receive(), helper.receive()] == [b"got one\n", b"got two\n"]
    assert helper.is_alive
    helper.end(patience=60)
    assert helper.status == 0


@pytest.mark.parametrize("helper", [DEAF], indirect=True)
@pytest.mark.parametrize("patience", [0, 0.01])
def test_one_that_does_not_end_by_itself_is_killed(helper, patience):
    assert helper.receive() == b"here\n"
    helper.end(patience)
    assert helper.status not in (None, 0)
    assert not helper.is_alive


@pytest.mark.parametrize("helper", ["print('a line that stops', end='')"], indirect=True)
def test_what_is_left_of_a_line_is_seen_to_be_no_line(helper):
    assert not helper.receive().endswith(b"\n")
    helper.end()
    with pytest.raises((OSError, ValueError)):
        helper.send(b"is anybody there?\n")


def test_an_idle_timer_calls_once_and_never_after_it_was_taken_back():
    lock, called, rung = threading.Lock(), [], threading.Event()

    def call() -> None:
        called.append(lock.locked())
        rung.set()

    timer = processes.IdleTimer(0.0, call, lock)
    with lock:
        timer.restart()
        timer.cancel()
        timer.restart()
    assert rung.wait(60)
    assert called == [True]


def test_a_timer_that_is_put_off_rings_when_it_was_put_off_to_and_not_before() -> None:
    rung, lock, began = threading.Event(), threading.Lock(), time.monotonic()
    timer = processes.IdleTimer(0.05, rung.set, lock)
    with lock:
        timer.restart()
        timer.restart(0.2)
    assert rung.wait(60)
    assert time.monotonic() - began >= 0.2


def test_a_timer_rings_sooner_where_that_is_asked_for() -> None:
    rung, lock = threading.Event(), threading.Lock()
    timer = processes.IdleTimer(3600.0, rung.set, lock)
    with lock:
        timer.restart()
        timer.cancel()
        timer.restart(0.0)
    assert rung.wait(60)


def test_a_timer_that_was_ended_leaves_no_thread() -> None:
    lock = threading.Lock()
    timer = processes.IdleTimer(3600.0, lambda: None, lock)
    before = threading.active_count()
    with lock:
        timer.restart()
        timer.end()
    while threading.active_count() > before:
        time.sleep(0.01)
