"""A process of ours, from its arguments to its end."""

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

ENDING = """
import atexit, sys, threading
from reader import __main__ as program

class Kept:
    def __del__(self): print("taken apart")

def later():
    threading.main_thread().join()
    print("a thread has ended")

def main():
    global kept
    kept = Kept()
    atexit.register(print, "what was registered is done")
    threading.Thread(target=later).start()
    print("what was printed is written")
    return 3

program.main = main
program.run()
"""


def ended(code: str, stdout: int | IO[str] = subprocess.PIPE) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", code]
    return subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, timeout=60, check=False)


def test_all_that_is_to_be_done_at_the_end_is_done_and_nothing_is_taken_apart() -> None:
    done = ended(ENDING)
    told = ["what was printed is written", "a thread has ended", "what was registered is done"]
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (3, told, "")


def test_what_failed_ends_as_python_ends() -> None:
    done = ended(ENDING.replace("return 3", "raise RuntimeError('something broke')"))
    assert done.returncode == 1
    assert "RuntimeError: something broke" in done.stderr
    assert "what was registered is done" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_what_could_not_be_written_out_is_a_failure() -> None:
    with Path("/dev/full").open("w") as full:
        done = ended(ENDING, stdout=full)
    assert done.returncode not in {0, 3}
    assert os.strerror(28) in done.stderr
