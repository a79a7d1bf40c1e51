"""How commands are read: a parser whose errors are one line, and whose help has examples and exit codes."""

import argparse
import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from reader.errors import UsageError
from reader.i18n import _
from reader.text.addresses import is_address

Example = tuple[str, str]
"""What is typed after the program's name, and what it does."""


class CommandParser(argparse.ArgumentParser):
    """argparse, but an error is one line, and the help ends with examples and exit codes."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, **options)

    def error(self, message: str) -> NoReturn:
        """Raise what is wrong, and where to read how it is right."""
        raise UsageError(f"{message.rstrip('.')}.", _("See {command} --help.").format(command=self.prog))

    def explain(self, examples: Sequence[Example], codes: Mapping[int, str] | None = None, more: str = "") -> None:
        """End the help with examples, then what the exit code says where it says more than usual, then `more`."""
        width = max(len(typed) for typed, _what in examples)
        shown = [f"  parallax {typed:<{width}}  # {what}" for typed, what in examples]
        told = {**_usual_codes(), **(codes or {})}
        meant = [f"  {code:<3}  {words}" for code, words in sorted(told.items())]
        parts = [_("examples:"), *shown, "", _("exit codes:"), *meant]
        self.epilog = "\n".join([*parts, *(["", more] if more else [])]).replace("%", "%%")

    @property
    def option_names(self) -> list[str]:
        """What its options are called."""
        return list(self._option_string_actions)

    def add_loudness(self) -> None:
        """The two options that every command has, before its name or after it."""
        loudness = self.add_mutually_exclusive_group()
        kept = argparse.SUPPRESS  # so that what stands before the command's name is not forgotten after it
        loudness.add_argument(
            "-q", "--quiet", action="store_true", default=kept, help=_("print nothing but results and failures")
        )
        loudness.add_argument(
            "-v", "--verbose", action="store_true", default=kept, help=_("say on the error stream what is done")
        )


def _usual_codes() -> dict[int, str]:
    return {
        0: _("done"),
        1: _("something failed; each failure is one line on the error stream"),
        2: _("it was asked wrongly"),
        130: _("interrupted (Ctrl+C)"),
        141: _("nobody read on (| head)"),
    }


def input_path(text: str) -> Path:
    """A path as it was typed; an empty one is refused, which would otherwise stand for the folder one is in."""
    if is_address(filled(text)):
        raise UsageError(
            _("{address} is a page, and only import fetches pages.").format(address=text),
            _("Import it first: parallax import {address}").format(address=text),
        )
    return Path(text)


def input_file(text: str) -> Path:
    """A path that stands for one file; a folder is refused, and a pipe that somebody would have to write to first."""
    named = input_path(text)
    with contextlib.suppress(OSError, ValueError):  # reading it says what is wrong
        if named.is_dir():
            raise UsageError(_("{path} is a folder.").format(path=named), _("Name a file."))
        if is_pipe(named) and not is_open(named):
            raise UsageError(_("{path} is a pipe, not a file.").format(path=named), _("Name a file."))
    return named


def is_pipe(path: Path) -> bool:
    """Whether a pipe is what goes by this name."""
    try:
        return path.is_fifo()
    except (OSError, ValueError):
        return False


def is_open(path: Path) -> bool:
    """Whether a name is that of something which was open when we were started."""
    return str(path) == "/dev/stdin" or str(path.parent) in ("/dev/fd", "/proc/self/fd")


def filled(text: str) -> str:
    """A word as it was typed; none is refused."""
    if not text.strip():
        raise UsageError(_("An empty name was given."), _("Name a file; a variable in a script may be empty."))
    return text


def output_path(text: str) -> Path:
    """Where something is written to: no standard input."""
    if text == "-":
        raise UsageError(_("“-” stands for standard input, and nothing can be written there."), _("Name a file."))
    return input_path(text)


def positive(text: str) -> int:
    """A number from 1 on."""
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise argparse.ArgumentTypeError(_("{text} is no number from 1 on").format(text=text))
    return number
