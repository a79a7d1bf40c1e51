"""The border to the terminal: whatever is printed passes it, and nothing of it is obeyed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TextIO, cast

from reader.text.plain import visible


class Terminal:
    """A stream to print to, which writes what a terminal would obey as escapes that can be read."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write text."""
        return self._stream.write(visible(text))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def guarded() -> Iterator[None]:
    """While this lasts, standard output and errors are such streams."""
    before = sys.stdout, sys.stderr
    for stream in before:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout, sys.stderr = (cast("TextIO", Terminal(stream)) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
