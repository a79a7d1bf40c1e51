"""The border to the terminal: what is printed passes it, nothing of it is obeyed; long work says how far it is."""

import io
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from reader import locales
from reader.errors import ReaderError
from reader.i18n import _
from reader.text.plain import plain, visible

PATIENCE, INTERVAL = 0.8, 0.1
"""Seconds that work goes on before a line says how far it is, and between two states of that line."""


class StatusLine:
    """The last line of a terminal, written over again and again, and gone before anything else is printed."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = 0

    def show(self, words: str) -> None:
        """Say this in the place of what stood there."""
        room = shutil.get_terminal_size().columns - 1
        line = plain(words)[:room]
        self._stream.write(f"\r{line:<{self._shown}}")
        self._stream.flush()
        self._shown = len(line)

    def clear(self) -> None:
        """Leave the line as if nothing had stood there."""
        if self._shown:
            self._stream.write(f"\r{'':<{self._shown}}\r")
            self._stream.flush()
            self._shown = 0


class Terminal:
    """A stream to print to, which writes what a terminal would obey as escapes that can be read."""

    def __init__(self, stream: TextIO, status: StatusLine) -> None:
        self._stream = stream
        self.status = status

    def write(self, text: str) -> int:
        """Write text to the terminal, with nothing in it that the terminal would obey."""
        self.status.clear()
        return self._stream.write(visible(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


class ClosedOutput(io.TextIOBase):
    """What stands for a standard output that is closed (`>&-`): a command may work, and fails once it has to print."""

    def write(self, _text: str) -> int:
        """Raise ReaderError: standard output is closed."""
        raise ReaderError(
            _("Standard output is closed, and nothing can be printed."), _("Send it to a file, or to /dev/null.")
        )


class Silence(io.TextIOBase):
    """What stands for an error stream that is closed: nobody wants to hear of errors."""

    def write(self, text: str) -> int:
        """Take the text, for nobody."""
        return len(text)


class Reporter:
    """Says how far work is: on a terminal in one line that changes, `verbose` a line a step; `quiet` not at all."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet, self._verbose = quiet, verbose
        self._begun = self._told = time.monotonic()
        self._last = ""

    def __call__(self, done: int, total: int, what: str = "") -> None:
        """As `Progress`."""
        if self._verbose:
            if what and what != self._last:
                self._last = what
                print(f"parallax: {what} ({done:,}/{total:,})", file=sys.stderr)
            return
        now = time.monotonic()
        line = getattr(sys.stderr, "status", None)
        if self.quiet or line is None or not sys.stderr.isatty():
            return
        if now - self._begun < PATIENCE or now - self._told < INTERVAL:
            return
        self._told = now
        line.show(
            _("{done} of {total}  {what}").format(done=locales.count(done), total=locales.count(total), what=what)
        )

    def say(self, words: str) -> None:
        """Print what is good to know and no result."""
        if not self.quiet:
            print(words)

    def note(self, words: str) -> None:
        """Say on the error stream what is good to know and no failure."""
        if not self.quiet:
            print(f"parallax: {words}", file=sys.stderr)


@contextmanager
def guarded() -> Iterator[None]:
    """While this lasts, standard output and errors are such streams."""
    before = sys.stdout, sys.stderr
    _fill_closed()
    out = before[0] or cast("TextIO", ClosedOutput())  # Python has None for a stream that was closed
    errors = before[1] or cast("TextIO", Silence())
    for stream in (out, errors):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    status = StatusLine(errors)
    sys.stdout, sys.stderr = (cast("TextIO", Terminal(stream, status)) for stream in (out, errors))
    try:
        yield
    finally:
        status.clear()
        sys.stdout, sys.stderr = before


def _fill_closed() -> None:
    """Let nothing else be opened in the place of a closed stream: processes of ours would print into that file."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
