"""The helper process: reads the files it is sent until nobody sends any more, within limits it sets itself."""

import os
import signal
import sys
from importlib import import_module
from typing import BinaryIO

from reader import i18n
from reader.importing import language_model, limits
from reader.importing.apart import wire
from reader.importing.format_dispatch import articles
from reader.importing.formats import format_for


def main() -> int:
    """Answer questions on the standard input until it ends; 0."""
    questions = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a library prints is no answer
        os.dup2(nowhere, stream)
    ready = False
    while line := questions.readline(limits.ANSWER):
        if not ready:
            _load(wire.asked(line))
            _bound()
            ready = True
        _wake_up(int(limits.TOTAL_SECONDS) + 60)
        _answer(line, questions, answers)
        _wake_up(0)
    return 0


def _load(first: wire.Question) -> None:
    """Load what files like the first are read with, by reading a line of our own.

    Done before anything of others is looked at, for Python and we keep what was compiled, and later no file can be
    written.
    """
    kind = format_for(first.file)
    sample = _PAGE if kind.module == "web_page" else b"%s\n" % _SENTENCE
    for _article in articles(sample, first.name, _PAGE_NAME if sample is _PAGE else "line.txt", first.options):
        pass
    import_module(f"reader.importing.{kind.module}")
    language_model.keep()
    sys.dont_write_bytecode = True


_SENTENCE = b"This is the first line of the page."  # plain English: no model is loaded to tell its language
_PAGE = b"<!DOCTYPE html><html><head><title>A page</title></head><body><p>%s</p></body></html>" % _SENTENCE
_PAGE_NAME = "page.html"


def _answer(line: bytes, questions: BinaryIO, answers: BinaryIO) -> None:
    asked = wire.asked(line)
    i18n.speak(asked.tongue)
    data = questions.read(asked.size)
    for result in articles(data, asked.name, asked.file, asked.options):
        answers.write(wire.answer(result))
        answers.flush()
    answers.write(wire.DONE)
    answers.flush()


def _wake_up(seconds: int) -> None:
    """Have the system end this process by then, even when the program that would do so is gone; 0 takes it back."""
    if hasattr(signal, "alarm"):
        signal.alarm(seconds)


def _bound() -> None:
    """Limit the memory, forbid to write files; Windows has no such limits, and there the time limit has to do."""
    try:
        import resource
    except ImportError:
        return
    for kind, most in ((resource.RLIMIT_AS, limits.MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # the system allows less already
            continue
