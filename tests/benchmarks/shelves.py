"""How long the window's event loop is held up by a library of 100,000 articles, opened, scrolled, filtered and sorted.

    QT_QPA_PLATFORM=offscreen python tests/benchmarks/shelves.py [ARTICLES]

As in window.py, a timer ticks every 2 ms. Beside the longest time between two ticks stands the longest processor time
that the window's own thread took between two: on a machine that does other things too, that is the surer figure.
Indexing is left out: it is another process's work.
"""

import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from window import linger, wait

from reader.article import Article
from reader.library import Library, writes
from reader.paths import Paths
from reader.ui.controllers import theme as theme_manager
from reader.ui.controllers.search import SearchController
from reader.ui.main_window import MainWindow
from reader.ui.state.library_snapshot import LibraryFilter, LibraryQuery
from reader.workspace import Workspace

LETTERS = "abcdefghijklmnop"


class Watchdog:
    """Gaps between ticks, and the processor time of this thread in each, phase by phase."""

    def __init__(self) -> None:
        self.gaps: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._phase, self._last = "", (time.perf_counter(), time.thread_time())
        self._timer = QTimer(interval=2)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """What happens in the block is put down to this phase."""
        self._phase, self._last = name, (time.perf_counter(), time.thread_time())
        yield
        linger(0.3)

    def report(self) -> None:
        """A line for each phase."""
        for name, gaps in self.gaps.items():
            elapsed, busy = (max(one) * 1000 for one in zip(*gaps, strict=True))
            over = sum(gap > 0.05 for gap, _busy in gaps)
            print(f"{name:16} longest {elapsed:4.0f} ms   own thread at most {busy:4.0f} ms   over 50 ms: {over}")

    def _tick(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        if self._phase:
            self.gaps[self._phase].append((now[0] - self._last[0], now[1] - self._last[1]))
        self._last = now


def fill(path: Path, count: int) -> None:
    """Articles of invented words; half of them in stories of about 20, a third read, one in 50 starred."""
    draw = random.Random(3)  # noqa: S311 - words, not secrets
    words = ["".join(draw.choices(LETTERS, k=draw.randint(3, 9))) for _ in range(4000)]
    with Library.open(path) as library, library._connections.write() as writing:
        names = [(" ".join(draw.choices(words, k=3)).title(),) for _ in range(max(1, count // 40))]
        writing.executemany("INSERT INTO story (name) VALUES (?)", names)
        for number in range(count):
            article = Article(
                "x",
                f"{' '.join(draw.choices(words, k=60))} {number}",
                headline=" ".join(draw.choices(words, k=8)).capitalize(),
                outlet=f"Outlet {draw.randint(1, 40)}",
                published=f"2031-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
                url=f"https://velim.example/{number}",
            )
            story = draw.randint(1, len(names)) if number % 2 else None
            writes.insert(writing, article, article.fingerprint, 60, story)
        writing.execute("UPDATE article SET seen = number % 3 = 0, starred = number % 50 = 0")
        writing.execute("INSERT INTO tag SELECT id, 'port' FROM article WHERE number % 20 = 0")


def main(count: int) -> None:
    """Go through the library and say how long the event loop was held up."""
    app = QApplication([])
    app.setStyle("Fusion")
    theme_manager.apply("light")
    with tempfile.TemporaryDirectory() as home:
        paths = Paths.under(Path(home))
        fill(paths.library, count)
        SearchController.update_index = lambda _self: None  # type: ignore[method-assign]
        window = MainWindow(paths, lambda: Workspace(paths), lambda *error: print(error))
        window.session.articles = count
        window.furnish()
        watchdog = Watchdog()
        with watchdog.phase("start"):
            window.show()
            wait(lambda: window.library.contents is not None)
        panel = window.sidebar.library
        for shown in (
            LibraryFilter.ALL,
            LibraryFilter.UNREAD,
            LibraryFilter.STARRED,
            LibraryFilter.RECENT,
            LibraryFilter.TAG,
            LibraryFilter.STORIES,
        ):
            with watchdog.phase(f"show {shown}"):
                _show(window, LibraryQuery(shown, tag="port"))
        with watchdog.phase("open stories"):
            for row in (0, 3, panel.model.rowCount() - 1):
                panel.model.set_open(panel.model.index(row), True)
                linger(0.1)
            panel.tree.scrollToBottom()
            wait(lambda: _read(panel))
        for order in ("published", "headline", "outlet", "added"):
            with watchdog.phase(f"sort {order}"):
                _show(window, LibraryQuery(LibraryFilter.ALL, order))  # type: ignore[arg-type]
        with watchdog.phase("scroll"):
            bar = panel.tree.verticalScrollBar()
            for step in range(120):
                bar.setValue(bar.maximum() * step // 120)
                linger(0.01)
            wait(lambda: _read(panel))
        with watchdog.phase("page down"):
            for _step in range(40):
                QTest.keyClick(panel.tree, Qt.Key.Key_PageDown)
                linger(0.01)
            wait(lambda: _read(panel))
        with watchdog.phase("select all"):
            panel.tree.selectAll()
            linger(0.1)
        with watchdog.phase("star"):
            panel.tree.select_rows([5])
            window.article_flags.star()
            wait(lambda: bool(panel.model.row(panel.model.index(5))))
        watchdog.report()
        window.close()


def _show(window: MainWindow, view: LibraryQuery) -> None:
    before = window.sidebar.library.model.serial
    window.library.show(view)
    wait(lambda: window.sidebar.library.model.serial > before and _read(window.sidebar.library))


def _read(panel: Any) -> bool:
    return not panel.model.lacking(*panel.tree.rows_on_screen(0))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
