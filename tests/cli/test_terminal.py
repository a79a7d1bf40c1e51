"""How far long work is: one line on a terminal, gone before anything else is printed; nothing where nobody watches."""

import io
import sys

import pytest

from reader.cli import terminal
from reader.cli.terminal import Reporter, guarded


class Screen(io.StringIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A screen in the place of the error stream, on which work says at once how far it is."""
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    monkeypatch.setattr(terminal, "INTERVAL", 0.0)
    monkeypatch.setenv("COLUMNS", "40")
    one = Screen()
    monkeypatch.setattr(sys, "stderr", one)
    return one


def test_a_line_says_how_far_it_is_and_is_gone_before_words(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    with guarded():
        progress = Reporter()
        progress(1, 4, "one\x1b[31m.txt")
        progress(3, 4, "x" * 100)
        print("parallax: done", file=sys.stderr)
    first, second, gone, words = screen.getvalue().split("\r")[1:]
    assert first == "1 of 4 one\\u001b[31m.txt"
    assert len(second) == 39
    assert gone.strip() == ""
    assert words == "parallax: done\n"


def test_quiet_and_verbose(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = watched(monkeypatch)
    with guarded():
        Reporter(quiet=True)(1, 4, "one.txt")
        assert screen.getvalue() == ""
        loud = Reporter(verbose=True)
        loud(0, 2, "one.txt")
        loud(0, 2, "one.txt")
        loud(1, 2, "two.txt")
    assert screen.getvalue() == "parallax: one.txt (0/2)\nparallax: two.txt (1/2)\n"


def test_no_line_where_nobody_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "PATIENCE", 0.0)
    file = io.StringIO()
    monkeypatch.setattr(sys, "stderr", file)
    with guarded():
        Reporter()(1, 4, "one.txt")
    assert file.getvalue() == ""
