"""Asks through AT-SPI, as a screen reader does, what the window tells; prints what was heard.

    python -m tests.benchmarks.spoken

Then Tab is pressed until it comes round. Needs Xvfb, openbox, xdotool and, from Debian, at-spi2-core, dbus,
python3-pyatspi and gir1.2-atspi-2.0; where they lack it says so.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

INSIDE = "PARALLAX_SPOKEN"
LAUNCHER, PYTHON = Path("/usr/libexec/at-spi-bus-launcher"), "/usr/bin/python3"
LOOKING = 6
"""Seconds for the demo story to be open before the window is looked at."""


def missing() -> list[str]:
    """What this machine lacks."""
    lacks = [tool for tool in ("dbus-run-session", "xvfb-run", "openbox", "xdotool") if shutil.which(tool) is None]
    lacks += [] if LAUNCHER.exists() else [str(LAUNCHER)]
    asked = subprocess.run([PYTHON, "-c", "import pyatspi"], capture_output=True, check=False)
    return lacks + ([] if asked.returncode == 0 else ["pyatspi"])


def inside() -> None:
    """Open the demo story, let somebody listen, then go to the next passage."""
    from PySide6.QtCore import QProcess, QTimer
    from PySide6.QtWidgets import QApplication

    from reader.paths import Paths
    from reader.ui.controllers import theme as theme_manager
    from reader.ui.main_window import MainWindow
    from reader.workspace import Workspace

    launcher = subprocess.Popen([str(LAUNCHER), "--launch-immediately"])
    app = QApplication([])
    app.setApplicationName("Parallax")
    theme_manager.apply("light")
    with tempfile.TemporaryDirectory() as kept:
        paths = Paths.under(Path(kept))
        window = MainWindow(paths, lambda: Workspace(paths), print)
        window.furnish()
        window.ready.connect(window.imports.demo)
        window.resize(1400, 880)
        window.show()
        listener = QProcess()
        listener.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)

        def heard() -> None:
            words = listener.readAllStandardOutput().data().decode()
            print(words, end="", flush=True)
            if "listening" in words and window.central.page.is_created:
                QTimer.singleShot(1500, window.panes.next_passage)

        listener.readyReadStandardOutput.connect(heard)
        listener.finished.connect(app.quit)
        listener.start(PYTHON, [str(Path(__file__).with_name("listener.py")), "Parallax", str(LOOKING)])
        QTimer.singleShot(90_000, app.quit)
        app.exec()
        listener.kill()
        window.close()
    launcher.terminate()


def main() -> None:
    """In a bus and on a screen of its own."""
    if os.environ.get(INSIDE):
        inside()
        return
    lacks = missing()
    if lacks:
        print("not here:", ", ".join(lacks))
        return
    environment = {**os.environ, INSIDE: "1", "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb"}
    screen = [
        "xvfb-run",
        "-a",
        "-s",
        "-screen 0 1400x900x24",
        "sh",
        "-c",
        f"openbox & exec {sys.executable} -m {__spec__.name}",
    ]
    command = ["dbus-run-session", "--", *screen]
    sys.exit(subprocess.run(command, env=environment, check=False, timeout=150).returncode)


if __name__ == "__main__":
    main()
