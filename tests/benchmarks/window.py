"""How long the window's event loop is ever held up: importing 300 files, indexing, searching, comparing, exporting,
printing.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/window.py

A timer ticks every 2 ms; the longest time between two ticks of a phase is what a person would feel. No stall over 50 ms
is the aim; run it on a machine that does nothing else. On one that has other things to do `own work` tells more: the
longest that the window's thread itself computed between two ticks.
"""

import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from reader import garbage
from reader.__main__ import leave_sources_unread
from reader.paths import Paths
from reader.ui.controllers import theme as theme_manager
from reader.ui.main_window import MainWindow
from reader.ui.services.workspace_service import lower_switch_interval, warm_up
from reader.workspace import Workspace

FILES, LIMIT = 300, 180
LETTERS = "abcdefghijklmnop"


class Watchdog:
    """Measures the gaps between ticks, phase by phase."""

    def __init__(self) -> None:
        self.gaps: dict[str, list[float]] = defaultdict(list)
        self.work: dict[str, float] = defaultdict(float)
        self._phase, self._last, self._worked = "", time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """What happens in the block is put down to this phase."""
        self._phase, self._last, self._worked = name, time.perf_counter(), time.thread_time()
        yield
        linger(0.3)

    def report(self) -> None:
        """A line for each phase."""
        for name, gaps in self.gaps.items():
            gaps.sort()
            over = sum(gap > 0.05 for gap in gaps)
            own = self.work[name] * 1000
            print(f"{name:13} longest {gaps[-1] * 1000:5.0f} ms   over 50 ms: {over}   own work {own:5.0f} ms")

    def _tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        if self._phase:
            self.gaps[self._phase].append(now - self._last)
            self.work[self._phase] = max(self.work[self._phase], worked - self._worked)
        self._last, self._worked = now, worked


def linger(seconds: float) -> None:
    """Let the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def wait(done: Callable[[], bool]) -> None:
    """Let the window work until this holds.

    One loop and one timer for all of it: what would be made at each look lies between what the window makes meanwhile,
    and Python gives no memory back that holds anything.
    """
    loop, timer, end = QEventLoop(), QTimer(interval=20), time.monotonic() + LIMIT

    def look() -> None:
        if done() or time.monotonic() > end:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    if not done():
        loop.exec()
    timer.stop()
    if not done():
        raise TimeoutError


def articles(folder: Path) -> Path:
    """Files of invented words."""
    draw = random.Random(3)  # noqa: S311 - words, not secrets
    words = ["".join(draw.choices(LETTERS, k=draw.randint(3, 9))) for _ in range(4000)]
    for number in range(FILES):
        paragraphs = "\n\n".join(" ".join(draw.choices(words, k=60)).capitalize() + "." for _ in range(12))
        (folder / f"article-{number:03}.txt").write_text(f"Headline {number}\n\n{paragraphs}\n", encoding="utf-8")
    return folder


def main() -> None:
    """Walk through a day's work."""
    leave_sources_unread()  # as the program does
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as kept, tempfile.TemporaryDirectory() as source:
        theme_manager.apply("light")
        window = MainWindow(Paths.under(Path(kept)), lambda: Workspace(Paths.under(Path(kept))), print)
        window.furnish()
        lower_switch_interval()
        window.ready.connect(lambda: warm_up(window.service, garbage.keep))
        window.show()
        wait(lambda: window.library.contents is not None)
        wait(lambda: not window.service.tasks.running)
        linger(1)
        folder = articles(Path(source))
        watchdog = Watchdog()
        with watchdog.phase("import, index"):
            window.imports.take([folder])
            wait(lambda: window.library.contents is not None and window.library.contents.total == FILES)
            wait(lambda: not window.service.tasks.running)
        with watchdog.phase("search"):
            window.search.field.setText("a")
            wait(lambda: window.sidebar.searching)
            window.search.field.clear()
        with watchdog.phase("compare"):
            window.imports.demo()
            wait(lambda: len(window.comparisons.ids) > 1)
        with watchdog.phase("export"):
            window.export.write(Path(kept) / "out.pdf")
            wait(lambda: (Path(kept) / "out.pdf").exists())
        with watchdog.phase("print"):
            printer = QPrinter()
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(Path(kept) / "printed.pdf"))
            window.export.print_on(printer)
            wait(lambda: not window.service.tasks.running)
        with watchdog.phase("theme"):
            window.theme_manager.set_theme("dark")
        watchdog.report()
        window.close()


if __name__ == "__main__":
    main()
