"""The helper process: reads the files it is sent until nobody sends any more, within limits it sets itself."""

import os
import signal
from typing import BinaryIO

from reader import i18n
from reader.importing import limits
from reader.importing.apart import wire
from reader.importing.reading import articles


def main() -> int:
    """Answer questions on the standard input until it ends; 0."""
    questions = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a library prints is no answer
        os.dup2(nowhere, stream)
    _bound()
    while line := questions.readline(limits.ANSWER):
        _wake_up(int(limits.TOTAL_SECONDS) + 60)
        _answer(line, questions, answers)
        _wake_up(0)
    return 0


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
