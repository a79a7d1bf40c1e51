"""Six panes of 20,000 words with 500 passages: opening, scroll frames, stalls, memory.

    python -m tests.benchmarks.panes [--panes 6] [--words 20000] [--passages 500] [--frames 300]

Prints one line a figure, of stalls also what the window's thread itself computed meanwhile, which tells more on a
machine that has other things to do; run on demand, never as a timed test. Offscreen unless
QT_QPA_PLATFORM says otherwise.
"""

import argparse
import os
import random
import resource
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from reader import garbage
from reader.__main__ import leave_sources_unread
from reader.article import Article
from reader.compare.comparison import Alignment, Comparison, Coverage, Excerpt, Passage, Relation
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare.view import ComparisonView

PARAGRAPH = 60
SENTENCE = 14


def story(panes: int, words: int, passages: int, seed: int = 7) -> Comparison:
    """Invented words; every passage stands in every article, in an order shuffled a little."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    stock = ["".join(chance.choices("abcdeilmnoprstu", k=chance.randint(2, 10))) for _ in range(3000)]
    shared = [" ".join(chance.choices(stock, k=SENTENCE)) + "." for _ in range(passages)]
    articles, spans = [], []
    for number in range(panes):
        order = sorted(range(passages), key=lambda i: i + chance.uniform(0, 4))
        gap = max(1, words // max(1, passages) - SENTENCE)
        parts, at, found = [], 0, {}
        for i, passage in enumerate(order):
            filler = " ".join(chance.choices(stock, k=gap)) + ". "
            end = "\n\n" if i % (PARAGRAPH // (gap + SENTENCE) + 1) == 0 else " "
            found[passage] = Span(at + len(filler), at + len(filler) + len(shared[passage]))
            part = filler + shared[passage] + end
            parts.append(part)
            at += len(part)
        articles.append(Article(f"a{number}", "".join(parts), outlet=f"Outlet {number}", headline="A long story"))
        spans.append(found)
    made = tuple(
        Passage(
            Relation.REWORDED,
            80.0,
            tuple(Excerpt(f"a{n}", spans[n][i]) for n in range(panes)),
            (Alignment(0, 1, 80.0),),
        )
        for i in range(passages)
    )
    return Comparison(tuple(articles), made, coverage=tuple(Coverage(a.id, 0.5) for a in articles))


class Watchdog:
    """Notes the longest time in which the event loop did not turn."""

    def __init__(self) -> None:
        self.worst = self.work = 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self.worst = max(self.worst, 1000 * (now - self._last))
        self.work = max(self.work, 1000 * (worked - self._worked))
        self._last, self._worked = now, worked

    def __str__(self) -> str:
        return f"{self.worst:.0f} ms, own work {self.work:.0f} ms"

    def reset(self) -> None:
        """Begin anew."""
        self.worst, self.work = 0.0, 0.0
        self._last, self._worked = time.perf_counter(), time.thread_time()


def turn(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(int(1000 * seconds), loop.quit)
    loop.exec()


def settle(app: QApplication, view: ComparisonView) -> None:
    """Let the event loop run until every line and mark has its place, and is painted."""
    while not view.ready:
        app.processEvents()
    view.repaint()


def frames(app: QApplication, view: ComparisonView, count: int) -> list[float]:
    """Milliseconds of scroll steps, painted."""
    bar, taken = view.panes[0].verticalScrollBar(), []
    view.scroll_sync.drive(view.panes[0])
    step = max(1, min(60, bar.maximum() // count))
    for _frame in range(count):
        start = time.perf_counter()
        bar.setValue(bar.value() + step)
        app.processEvents()  # paints what the step made stale: panes, lanes, bands
        taken.append(1000 * (time.perf_counter() - start))
    return taken


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, value in (("panes", 6), ("words", 20_000), ("passages", 500), ("frames", 300)):
        parser.add_argument(f"--{name}", type=int, default=value)
    asked = parser.parse_args()
    leave_sources_unread()
    comparison = story(asked.panes, asked.words, asked.passages)
    app = QApplication([])
    theme.apply(app, theme.Theme.load("light"))
    view = ComparisonView()
    view.resize(2100, 1000)
    view.show()
    app.processEvents()
    garbage.keep()  # as the program does once its window is there
    watchdog = Watchdog()
    start = time.perf_counter()
    view.state.open(comparison)
    settle(app, view)
    opened = time.perf_counter() - start
    turn(0.3)
    print(f"open                 {1000 * opened:7.0f} ms, longest stall {watchdog}")
    frames(app, view, 20)
    taken = sorted(frames(app, view, asked.frames))
    print(f"scroll frame, median {statistics.median(taken):7.1f} ms, 95 % {taken[int(0.95 * len(taken))]:.1f} ms")
    for name, act in (("zoom", view.zoom_in), ("choose a passage", lambda: view.choose_passage(asked.passages // 2))):
        watchdog.reset()
        start = time.perf_counter()
        act()
        settle(app, view)
        print(f"{name:20} {1000 * (time.perf_counter() - start):7.0f} ms, longest stall {watchdog}")
        turn(0.3)
    print(f"memory, most         {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:7.0f} MB")


if __name__ == "__main__":
    main()
