"""The collector of cycles rests while much is made, and goes on afterwards whatever happened."""

import gc
import subprocess
import sys
import threading

import pytest

from reader.garbage import put_off


def test_it_goes_on_when_the_last_one_is_done() -> None:
    assert gc.isenabled()
    with put_off():
        assert not gc.isenabled()
        with put_off():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_goes_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="given up"), put_off():
        raise ValueError("given up")
    assert gc.isenabled()


def test_each_thread_counts() -> None:
    entered, leave = threading.Event(), threading.Event()

    def other() -> None:
        with put_off():
            entered.set()
            leave.wait(10)

    thread = threading.Thread(target=other)
    thread.start()
    assert entered.wait(10)
    with put_off():
        pass
    assert not gc.isenabled()
    leave.set()
    thread.join(10)
    assert gc.isenabled()


def test_a_process_that_ends_looks_for_no_cycles_and_still_does_what_is_left() -> None:
    code = (
        "import atexit, gc\n"
        "from reader.garbage import leave_to_system\n"
        "class Cycle:\n"
        "    def __init__(self): self.own = self\n"
        "    def __del__(self): print('collected')\n"
        "kept = [Cycle() for _ in range(3)]\n"
        "atexit.register(print, 'left')\n"
        "leave_to_system()\n"
        "print(gc.isenabled(), gc.get_count()[0] < 100)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines()[:2] == ["False True", "left"]


def test_a_command_looks_for_cycles_seldom_and_finds_them() -> None:
    code = (
        "import gc\n"
        "from reader.garbage import look_seldom\n"
        "class Cycle:\n"
        "    def __init__(self): self.own = self\n"
        "look_seldom()\n"
        "before = gc.get_stats()[0]['collections']\n"
        "kept = [[] for _ in range(50_000)]\n"
        "print(gc.get_stats()[0]['collections'] - before)\n"
        "for _ in range(250_000): Cycle()\n"
        "print(gc.get_stats()[0]['collected'] > 10_000)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["0", "True"]


def test_what_is_kept_is_looked_through_once_and_what_comes_later_is_still_collected() -> None:
    code = (
        "import gc\n"
        "from reader.garbage import keep\n"
        "class Cycle:\n"
        "    def __init__(self): self.own = self\n"
        "    def __del__(self): print('collected')\n"
        "Cycle()\n"
        "loaded = [[] for _ in range(50_000)]\n"
        "keep()\n"
        "print(len(gc.get_objects()) < 1_000, gc.isenabled())\n"
        "Cycle()\n"
        "gc.collect()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.splitlines() == ["collected", "True True", "collected"]
