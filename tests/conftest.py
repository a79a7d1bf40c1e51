"""What every test stands on: no screen, no home but a temporary one."""

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.search import index

settings.register_profile("same", deadline=None, derandomize=True)  # a suite that passed passes again, however slow
settings.register_profile("new", deadline=None, max_examples=1_000)
settings.load_profile("same")

PATIENCE = 60_000
"""Milliseconds after which what was waited for will not come."""

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for _name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):  # what a person would read on a machine of no country
    os.environ.pop(_name, None)
os.environ["LANG"] = "C.UTF-8"  # Qt complains of any other C
os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="parallax-tests-")  # where parsed tables are kept
os.environ["XDG_STATE_HOME"] = tempfile.mkdtemp(prefix="parallax-tests-")  # where the key of indexes is kept


class PatientBot(QtBot):
    """Waits as long as a machine under load may need: where the condition holds, it costs nothing."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **options: Any) -> Any:
        return super().waitSignal(signal, timeout=timeout, **options)


@pytest.fixture(autouse=True)
def _whole_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A search on a machine that stalls for a third of a second finds what it would have found on another."""
    monkeypatch.setattr(index, "SECONDS", 60.0)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> QtBot:
    """The hand of a person, with more patience than pytest-qt's."""
    return PatientBot(request)


@pytest.fixture
def paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    """A person's folders, all of them under the test's own; the program finds no others."""
    home = tmp_path / "home"
    monkeypatch.setenv("PARALLAX_HOME", str(home))
    return Paths.under(home)
