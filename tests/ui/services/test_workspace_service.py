"""What every part of the window works with is quick, and ready before it is asked for."""

import sys

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.services.workspace_service import lower_switch_interval, warm_up


def test_the_matcher_is_loaded_off_the_window_s_thread(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.library.contents is not None)
    told: list[bool] = []
    warm_up(window.service, lambda: told.append(QThread.currentThread() is window.thread()))
    qtbot.waitUntil(lambda: not window.service.tasks.running, timeout=60_000)
    assert told == [True]
    assert "reader.compare.engine" in sys.modules
    assert window.state.comparison is None


def test_the_window_waits_less_for_other_threads() -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.005)
    try:
        lower_switch_interval()
        assert sys.getswitchinterval() < 0.005
    finally:
        sys.setswitchinterval(before)
