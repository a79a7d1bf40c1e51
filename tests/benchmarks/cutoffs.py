"""How soon the window shows other results after a cutoff was moved: the demo story, and five articles of 2,000 words.

    python -m tests.benchmarks.cutoffs

Prints, for each, milliseconds from the move to the new comparison on screen (best and median), of this process's own
time and by the clock, and the part of it that a drag's moves are gathered in. Offscreen; run on demand.
"""

import os
import random
import statistics
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from reader.__main__ import leave_sources_unread
from reader.paths import Paths
from reader.ui.controllers import theme as theme_manager
from reader.ui.main_window import MainWindow
from reader.ui.widgets import cutoff_bar
from reader.workspace import Workspace
from tests.benchmarks.window import linger, wait

MOVES = (30, 45, 60, 75, 40, 55, 70, 35, 50, 65)
PARAGRAPHS, WORDS, FILES = 40, 50, 5


def stories(folder: Path) -> list[Path]:
    """Five articles of invented words that share every other paragraph, some of its words changed."""
    draw = random.Random(11)  # noqa: S311 - words, not secrets
    stock = ["".join(draw.choices("abdeilmnoprstu", k=draw.randint(3, 9))) for _ in range(3000)]
    shared = [draw.choices(stock, k=WORDS) for _ in range(PARAGRAPHS // 2)]
    paths = []
    for number in range(FILES):
        parts = [draw.choices(stock, k=WORDS) for _ in range(PARAGRAPHS // 2)]
        parts += [[w if draw.random() > number * 0.08 else draw.choice(stock) for w in words] for words in shared]
        draw.shuffle(parts)
        path = folder / f"story-{number}.txt"
        path.write_text("\n\n".join(" ".join(p).capitalize() + "." for p in parts), encoding="utf-8")
        paths.append(path)
    return paths


def measure(window: MainWindow, name: str) -> None:
    """Move the slider and wait for what follows."""
    wall, own = [], []
    for value in MOVES:
        before = window.comparisons.comparison
        started, used = time.perf_counter(), time.process_time()
        window.dock_layout.cutoff.finer.slider.setValue(value)
        while window.comparisons.comparison is before:
            QApplication.processEvents()
        wall.append(1000 * (time.perf_counter() - started))
        own.append(1000 * (time.process_time() - used))
        linger(0.1)
    assert window.comparisons.comparison is not None
    print(
        f"{name:20} clock: best {min(wall):4.0f}, median {statistics.median(wall):4.0f} ms"
        f"   own time: best {min(own):4.0f}, median {statistics.median(own):4.0f} ms   gathering {cutoff_bar.WAIT} ms"
        f"   ({len(window.comparisons.comparison.passages)} passages)"
    )


def main() -> None:
    """The demo story, then the long ones."""
    leave_sources_unread()  # as the program does
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    with tempfile.TemporaryDirectory() as kept, tempfile.TemporaryDirectory() as source:
        theme_manager.apply("light")
        paths = Paths.under(Path(kept))
        window = MainWindow(paths, lambda: Workspace(paths), print)
        window.furnish()
        window.show()
        wait(lambda: window.library.contents is not None)
        window.imports.demo()
        wait(lambda: len(window.comparisons.ids) == FILES)
        linger(0.5)
        measure(window, "demo story")
        demo = set(window.comparisons.ids)
        came: list[tuple[str, ...]] = []
        window.imports.imported.connect(came.append)
        window.imports.take(stories(Path(source)))
        wait(lambda: bool(came))
        window.comparisons.compare(came[0])
        wait(lambda: not demo & set(window.comparisons.ids))
        linger(1)
        measure(window, "five of 2,000 words")
        window.close()


if __name__ == "__main__":
    main()
