"""Processes of our own: how one is started, talked to and ended, and what it does first at its own end.

Whoever starts one may end it at any moment, when it is slow or nobody waits for it any more.
"""

import contextlib
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import subprocess

READY = b'{"ready": 1}\n'
"""What a helper says first; whoever hears anything else has started something else."""

_BUFFER = 1 << 16  # bytes, as many as a pipe holds: for each read or write of fewer a thread gives up the interpreter


def command(*arguments: str) -> list[str]:
    """This program again: a packed one by its own name, else by Python, looking for nothing where it runs."""
    ourselves = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "reader"]
    return [*ourselves, *arguments]


def environment() -> dict[str, str]:
    """The child finds this very package, wherever it was started from."""
    here = str(Path(__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{here}{os.pathsep}{known}" if known else here}


def start(
    *arguments: str, stdin: bool = False, stdout: bool = False, stderr: IO[bytes] | None = None
) -> "subprocess.Popen[bytes]":
    """Start this program again with these arguments; raises OSError where the system starts none.

    `stdin` and `stdout`: whether there is to be a pipe. `stderr`: the file into which it complains, else nobody hears.
    """
    import subprocess  # not before there is a process: the window starts without it

    return subprocess.Popen(  # noqa: S603 - ourselves
        command(*arguments),
        env=environment(),
        stdin=subprocess.PIPE if stdin else subprocess.DEVNULL,
        stdout=subprocess.PIPE if stdout else subprocess.DEVNULL,
        stderr=subprocess.DEVNULL if stderr is None else stderr,
        bufsize=_BUFFER,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would open a console
    )


class Helper:
    """A process at the other end of two pipes, which is sent lines and answers in lines until it is ended."""

    def __init__(self, *arguments: str) -> None:
        """Start it; raises OSError where the system starts none."""
        process = self._process = start(*arguments, stdin=True, stdout=True)
        assert process.stdin is not None  # noqa: S101 - both were asked for
        assert process.stdout is not None  # noqa: S101
        self._into, self._out = process.stdin, process.stdout
        self.pid = process.pid
        """The number by which the system knows it."""

    @property
    def status(self) -> int | None:
        """What it ended with: 0 for well, below that the signal that killed it; None while it runs."""
        return self._process.poll()

    @property
    def is_alive(self) -> bool:
        """Whether it still runs."""
        return self.status is None

    @property
    def processor_seconds(self) -> float | None:
        """How long it was at work so far, whatever else the machine did; None where the system does not say."""
        try:
            fields = (
                Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
            )
            return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError, IndexError, AttributeError):
            return None

    def send(self, *parts: bytes, flush: bool = True) -> None:
        """Send bytes, and have them leave at once; OSError or ValueError where it has ended."""
        for part in parts:
            self._into.write(part)
        if flush:
            self._into.flush()

    def receive(self, most: int = -1) -> bytes:
        """Its next line, of at most so many bytes; where it has ended, what it left of one, or nothing."""
        return self._out.readline(most)

    def kill(self) -> None:
        """Have the system end it, whatever it is doing; usable from any thread."""
        self._process.kill()

    def finish(self) -> None:
        """Send no more: it then ends by itself."""
        # OSError: what was still to be written to it; ValueError: another thread is closing the pipe at this moment.
        with contextlib.suppress(OSError, ValueError):
            self._into.close()

    def end(self, patience: float = 0.0) -> None:
        """End it and wait until it has: at once, or after it has had so many seconds to end by itself."""
        from subprocess import TimeoutExpired

        if patience <= 0:
            self._process.kill()
        self.finish()
        try:
            self._process.wait(patience or None)
        except TimeoutExpired:
            self._process.kill()
            self._process.wait()
        with contextlib.suppress(OSError):
            self._out.close()


class IdleTimer:
    """Calls what is to be done once nothing was for a while; all its methods are called under the lock that it shares.

    The call comes from a thread of its own, under that lock too, and never after a restart or cancel. The thread sleeps
    on while it is only put off, which costs nothing: whoever reads a thousand files puts it off as often.
    """

    def __init__(self, seconds: float, call: Callable[[], object], lock: threading.Lock) -> None:
        self._seconds, self._call, self._lock = seconds, call, lock
        self._timer: threading.Timer | None = None
        self._until: float | None = None
        self._wakes = 0.0

    def restart(self, seconds: float | None = None) -> None:
        """Count from now on, that many seconds or as many as ever."""
        self._until = time.monotonic() + (self._seconds if seconds is None else seconds)
        if self._timer is None or self._wakes > self._until:
            self._sleep(self._until)

    def cancel(self) -> None:
        """Call nothing: there is something to do again, or it is done already."""
        self._until = None

    def end(self) -> None:
        """The same, and let go of the thread: there will be nothing to do any more."""
        self.cancel()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _sleep(self, until: float) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._wakes = until
        timer = self._timer = threading.Timer(max(0.0, until - time.monotonic()), lambda: self._wake(timer))
        timer.daemon = True
        timer.start()

    def _wake(self, timer: threading.Timer) -> None:
        with self._lock:
            if self._timer is not timer:
                return
            self._timer = None
            if self._until is None:
                return
            if self._until > time.monotonic():  # put off meanwhile
                self._sleep(self._until)
                return
            self._until = None
            self._call()


@contextlib.contextmanager
def pipes() -> Iterator[tuple[BinaryIO, BinaryIO]]:
    """At a helper's own end: what it is sent, and where it answers."""
    # By number: a packed program without a console has no sys.stdin.
    with open(0, "rb", _BUFFER, closefd=False) as sent, open(1, "wb", _BUFFER, closefd=False) as answers:
        yield sent, answers


def give_way() -> None:
    """At a helper's own end: let the window come first."""
    with contextlib.suppress(AttributeError, OSError):  # Windows has no such call, and a system may refuse it
        os.nice(5)
