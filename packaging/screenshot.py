"""Make the README's picture, offscreen, of the demo story: `.venv/bin/python packaging/screenshot.py`."""

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication

from reader.paths import Paths, shipped
from reader.ui.controllers import theme as theme_manager
from reader.ui.main_window import MainWindow
from reader.workspace import Workspace

PATIENCE = 30_000
"""Milliseconds after which something must be wrong."""


def main() -> int:
    """Open the demo story as a first-time reader would, select a conflict, and take the picture."""
    app = QApplication([])
    theme_manager.apply("light")
    target = shipped("resources") / "screenshots" / "comparison.png"
    target.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        paths = Paths.under(Path(home))
        window = MainWindow(paths, lambda: Workspace(paths), lambda *error: sys.exit(f"crashed: {error}"))
        window.furnish()
        window.setWindowState(Qt.WindowState.WindowNoState)  # it would open over the whole of the offscreen screen
        window.resize(1400, 860)
        window.ready.connect(window.imports.demo)
        clock = QElapsedTimer()
        clock.start()

        def look() -> None:
            if window.state.comparison is not None and window.loader.done:
                looking.stop()
                window.panes.next_conflict()
                QTimer.singleShot(1500, window, take)  # the flash fades, bands settle
            elif clock.elapsed() > PATIENCE:
                app.exit(1)

        def take() -> None:
            window.central.messages.clear()
            app.exit(not window.grab().save(str(target)))

        looking = QTimer(window)
        looking.timeout.connect(look)
        looking.start(50)
        window.show()
        status = app.exec()
        window.close()
    return status


if __name__ == "__main__":
    sys.exit(main())
