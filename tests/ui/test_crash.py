"""What nobody expected: one dialog, with the details, and the log."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from reader import logs
from reader.ui.crash import CrashReporter


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    handler = logs.start(tmp_path / "state" / "parallax.log")
    yield tmp_path / "state" / "parallax.log"
    logs.stop(handler)


@pytest.fixture
def crash(qtbot: QtBot, log: Path) -> Iterator[CrashReporter]:
    made = CrashReporter(log)
    made.install()
    yield made
    made.remove()
    if made.dialog is not None:
        made.dialog.close()


def raised(words: str) -> Exception:
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        return error


def test_it_is_shown_written_down_and_can_be_copied(crash: CrashReporter, log: Path, qtbot: QtBot) -> None:
    error = raised("the ferry sank")
    sys.excepthook(RuntimeError, error, error.__traceback__)
    qtbot.waitUntil(lambda: crash.dialog is not None and crash.dialog.isVisible())
    assert crash.dialog is not None
    crash.dialog.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "RuntimeError: the ferry sank" in copied
    assert "Python" in copied.splitlines()[0]
    assert "the ferry sank" in log.read_text(encoding="utf-8")


def test_one_dialog_at_a_time(crash: CrashReporter, qtbot: QtBot) -> None:
    for words in ("first", "second"):
        error = raised(words)
        sys.excepthook(RuntimeError, error, error.__traceback__)
    qtbot.waitUntil(lambda: crash.dialog is not None)
    assert crash.dialog is not None
    assert "first" in crash.dialog.details
    shown = crash.dialog
    third = raised("third")
    sys.excepthook(RuntimeError, third, third.__traceback__)
    QGuiApplication.processEvents()
    assert crash.dialog is shown


def test_other_threads_are_heard(crash: CrashReporter, qtbot: QtBot) -> None:
    def sink() -> None:
        raise RuntimeError("below deck")

    thread = threading.Thread(target=sink)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: crash.dialog is not None)
    assert crash.dialog is not None
    assert "below deck" in crash.dialog.details


def test_python_gets_its_hooks_back(qtbot: QtBot, tmp_path: Path) -> None:
    before = sys.excepthook, threading.excepthook
    reporter = CrashReporter(tmp_path / "log")
    reporter.install()
    reporter.remove()
    assert (sys.excepthook, threading.excepthook) == before
