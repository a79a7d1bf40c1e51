"""The longest that the window's event loop stands still: theme, comparison, six long panes; each in its own process."""

import os
import re
import subprocess
import sys
from pathlib import Path

from tests.benchmarks.bench.rounds import Row, median, tell
from tests.benchmarks.bench.sizes import Sizes

_PHASE = re.compile(r"^(\S.*?)\s+longest\s+(\d+) ms", re.MULTILINE)
_OPEN = re.compile(r"^(open|zoom|choose a passage).*longest stall (\d+) ms", re.MULTILINE)
_MOVED = re.compile(r"^(.*?)\s+clock: best\s+\d+, median\s+(\d+) ms", re.MULTILINE)
ROOT = Path(__file__).parents[3]


def measure(sizes: Sizes, other: Path | None) -> list[Row]:
    """What tests/benchmarks/window.py, panes.py and cutoffs.py tell."""
    del other
    rows = _told("stall", [sys.executable, "-m", "tests.benchmarks.window"], _PHASE, sizes)
    panes = [sys.executable, "-m", "tests.benchmarks.panes", *([] if sizes.pages > 2 else ["--words", "300"])]
    rows += _told("stall, six long panes", panes, _OPEN, sizes)
    return rows + _told("a cutoff moved, on screen", [sys.executable, "-m", "tests.benchmarks.cutoffs"], _MOVED, sizes)


def _told(work: str, command: list[str], told: "re.Pattern[str]", sizes: Sizes) -> list[Row]:
    tell(work)
    found: dict[str, list[float]] = {}
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    for _round in range(sizes.rounds):
        done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True)
        for name, milliseconds in told.findall(done.stdout):
            found.setdefault(name.strip(), []).append(float(milliseconds) / 1000)
    return [Row("window", f"{work}: {name}", median(times), unit="ms") for name, times in found.items()]
