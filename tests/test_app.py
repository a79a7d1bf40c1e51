"""The program from start to end, in this process and in one of its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from reader import app
from reader.paths import Paths
from reader.ui.crash import CrashDialog
from reader.ui.main_window import MainWindow
from reader.ui.state.session import Session, write_session

LONG = 60
LOADED = """
import os, sys
from PySide6 import QtCore
from reader import app
from reader.ui.main_window import MainWindow

def begin(self):
    print({heavy!r} & set(sys.modules), "Qt" in vars(QtCore), flush=True)  # a namespace that takes 11 ms to make
    os._exit(0)

MainWindow._begin = begin
app.main([])
"""

COMPLETE = """
import os, sys
from reader import app
from reader.ui.main_window import MainWindow

begin = MainWindow._begin

def begun(self):
    self.ready.connect(lambda: (print({heavy!r} & set(sys.modules), flush=True), os._exit(0)))
    begin(self)

MainWindow._begin = begun
app.main([])
"""


@pytest.mark.usefixtures("qapp")
def test_it_opens_paints_and_closes(
    paths: Paths, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PARALLAX_TRACE", "1")
    timer = QTimer()

    def close() -> None:
        if any(isinstance(w, CrashDialog) and w.isVisible() for w in QApplication.topLevelWidgets()):
            timer.stop()
            QApplication.exit(1)  # else a person would be waited for
        windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        made = [one for one in windows if one.is_furnished and one.central.page.is_created]
        if made and made[0].central.welcome.isVisible():
            timer.stop()
            made[0].close()

    timer.timeout.connect(close)
    timer.start(20)
    assert app.main([]) == 0, paths.log.read_text(encoding="utf-8")
    assert "first frame" in capsys.readouterr().err
    assert paths.log.exists()
    assert (paths.state / "session.json").exists()


@pytest.mark.skipif(os.name == "nt", reason="Windows ends programs in another way")
def test_asked_to_end_it_ends_in_good_order(paths: Paths) -> None:
    command = [sys.executable, "-c", "import sys; from reader.app import main; sys.exit(main([]))"]
    root = Path(app.__file__).parents[1]
    with subprocess.Popen(
        command, cwd=root, env=os.environ | {"PARALLAX_TRACE": "1"}, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stderr is not None
        assert any("library on view" in line for line in running.stderr)
        running.send_signal(signal.SIGTERM)
        assert running.wait(LONG) == 0
    assert (paths.state / "session.json").exists()


def test_nothing_heavy_is_loaded_before_the_first_frame(paths: Paths) -> None:
    write_session(Session(geometry="AA==", articles=3), paths.state / "session.json")
    heavy = {
        "whoosh", "rapidfuzz", "qtawesome", "typst", "sqlite3", "tomllib", "logging.handlers", "platform",
        "PySide6.QtDBus", "PySide6.QtNetwork", "reader.settings", "reader.workspace", "reader.export",
        "reader.ui.window_parts", "reader.ui.theme", "reader.ui.controllers",
    }  # fmt: skip
    root = Path(app.__file__).parents[1]
    for _time in range(2):  # the first start parses the table of colours
        done = subprocess.run(
            [sys.executable, "-c", LOADED.format(heavy=heavy)],
            cwd=root,
            capture_output=True,
            text=True,
            timeout=LONG,
            check=True,
        )
    assert done.stdout.strip() == "set() False"


def test_nothing_that_compares_is_loaded_with_the_panes(paths: Paths) -> None:
    write_session(Session(articles=3), paths.state / "session.json")
    heavy = {
        "whoosh", "rapidfuzz", "numpy", "lxml", "typst", "qtawesome", "qtpy", "reader.compare.engine",
        "reader.compare.figures", "reader.compare.passages.selection", "reader.importing.intake",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", COMPLETE.format(heavy=heavy)],
        cwd=Path(app.__file__).parents[1],
        capture_output=True,
        text=True,
        timeout=LONG,
        check=True,
    )
    assert done.stdout.strip() == "set()"
