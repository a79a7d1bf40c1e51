"""What the window and its helpers hold, and that the helpers end: each measured in a window's process of its own."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.bench.rounds import Row, tell
from tests.benchmarks.bench.sizes import Sizes
from tests.benchmarks.texts import articles

_SETTLED = 5.0  # seconds that a window is given to come to rest


def measure(sizes: Sizes, other: Path | None) -> list[Row]:
    """The window with five articles, and with a large library."""
    del other
    if not Path("/proc/self/smaps_rollup").exists():
        return []  # nothing else tells what is shared
    tell("memory")
    five = _asked("five", 0)
    rows = [
        Row("memory", "window, five articles compared, the encoder there", five["loaded"], unit="MB"),
        Row("memory", "window, five articles compared, the encoder let go", five["own"], unit="MB", goal=180.0),
        _helpers("helpers of that window, at rest", five),
    ]
    count = sizes.large or sizes.indexed
    library = _asked("library", count)
    rows += [
        Row("memory", f"window, library of {count:,}, searched", library["own"], unit="MB"),
        _helpers(f"helpers of that window, library of {count:,}", library),
    ]
    return rows


def _helpers(name: str, told: dict[str, float]) -> Row:
    return Row("memory", name, told["helpers"], unit="MB", note=f"{told['count']:.0f} processes")


def _asked(scene: str, count: int) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "tests.benchmarks.bench.memory", scene, home, str(count)]
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
        done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def held(process: int) -> float:
    """Megabytes of a process: its own, and its share of what it shares."""
    for line in Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def children(process: int) -> Iterator[int]:
    """The processes that one started and that still run, and theirs."""
    for thread in Path(f"/proc/{process}/task").iterdir():
        for child in map(int, (thread / "children").read_text(encoding="ascii").split()):
            yield child
            yield from children(child)


def main() -> None:
    """Show a window as asked, let it come to rest, and print what it holds."""
    parser = argparse.ArgumentParser()
    parser.add_argument("scene", choices=("five", "library"))
    parser.add_argument("home", type=Path)
    parser.add_argument("count", type=int)
    asked = parser.parse_args()
    from reader.__main__ import leave_sources_unread

    leave_sources_unread()  # as the program does: what is read there stays in memory
    from PySide6.QtWidgets import QApplication

    from reader import garbage
    from reader.compare.options import CompareOptions
    from reader.paths import Paths
    from reader.settings import Settings
    from reader.ui.controllers import theme as theme_manager
    from reader.ui.main_window import MainWindow
    from reader.ui.services.workspace_service import lower_switch_interval, warm_up
    from reader.workspace import Workspace
    from reader.workspace.comparison import ENCODER
    from tests.benchmarks.window import linger, wait

    paths = Paths.under(asked.home)
    if asked.count:
        subprocess.run(
            [sys.executable, "-c", _FILL, str(asked.home), str(asked.count)], check=True
        )  # apart: what filling takes is not the window's
    app = QApplication([])
    theme_manager.apply("light")
    # What so many articles mean takes a helper hours to read, once; then it is gone, as it is here from the beginning.
    settings = Settings(compare=CompareOptions(meaning=asked.scene == "five"))
    window = MainWindow(paths, lambda: Workspace(paths, settings), print)
    window.furnish()
    lower_switch_interval()
    window.ready.connect(lambda: warm_up(window.service, garbage.keep))
    window.show()
    wait(lambda: window.library.contents is not None)
    if asked.scene == "five":
        window.imports.demo()
        wait(lambda: len(window.comparisons.ids) == 5)
    else:
        window.search.field.setText(next(articles(1)).text.split()[5])
        wait(lambda: window.sidebar.searching)
    linger(_SETTLED)
    wait(lambda: not window.service.tasks.running)
    linger(_SETTLED)
    loaded = held(os.getpid())
    ENCODER.let_go()  # as it is a minute later
    linger(_SETTLED)
    helpers = list(children(os.getpid()))
    told = {"loaded": loaded, "own": held(os.getpid()), "helpers": sum(map(held, helpers)), "count": len(helpers)}
    print(json.dumps(told), flush=True)
    window.close()
    app.processEvents()


_FILL = """
import sys
from pathlib import Path
from reader.paths import Paths
from reader.workspace import Workspace
from tests.benchmarks.texts import shelve
workspace = Workspace(Paths.under(Path(sys.argv[1])))
shelve(workspace.library, int(sys.argv[2]))
workspace.rebuild_index()
workspace.close()
"""

if __name__ == "__main__":
    main()
