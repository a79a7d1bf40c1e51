"""The command line as a whole process, and the window's first frame, beside a bare Qt window and another build."""

import contextlib
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from reader.paths import Paths
from reader.workspace import Workspace
from tests.benchmarks.bench.rounds import Row, Spent, Work, clocked, in_turn, tell
from tests.benchmarks.bench.sizes import Sizes
from tests.benchmarks.texts import articles

ROOT = Path(__file__).parents[3]
_FRAME = re.compile(r"first frame (\d+) ms")
_PATIENCE = 60.0
BARE = """
import os, sys, time
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        ticks = int(open("/proc/self/stat").read().rpartition(")")[2].split()[19])
        age = time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
        print(f"first frame {age * 1000:.0f} ms", file=sys.stderr, flush=True)
app = QApplication(sys.argv)
window = Window()
window.resize(1200, 800)
window.show()
app.exec()
"""


def measure(sizes: Sizes, other: Path | None) -> list[Row]:
    """Searching a small library, comparing two files, the first frame."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        with contextlib.closing(Workspace(Paths.under(home))) as workspace, workspace.library.together():
            for one in articles(sizes.library):
                workspace.library.add(one)
        environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"PARALLAX_HOME": str(home)}
        run([str(ROOT / "packaging" / "run"), "reindex"], environment)
        return [
            *_command("search WORD, whole process", ["search", "mayor"], sizes, environment, other, 0.5),
            *_command("compare A B, whole process", ["compare", *_pair()], sizes, environment, other, 0.6),
            *_first_frame(sizes, environment, other),
        ]


def run(command: list[str], environment: Mapping[str, str]) -> Spent:
    """A command, to its end; exit code 1 may mean that nothing was found."""

    def work() -> None:
        done = subprocess.run(command, env=environment, capture_output=True, check=False)
        if done.returncode > 1:
            raise RuntimeError(done.stderr.decode("utf-8", "replace"))

    return clocked(work)


def _pair() -> list[str]:
    names = ("meridian-times.txt", "port-ansel-courier.txt")
    return ["--no-semantic", *(str(ROOT / "data" / "samples" / name) for name in names)]


def _command(
    work: str, arguments: list[str], sizes: Sizes, environment: Mapping[str, str], other: Path | None, goal: float
) -> list[Row]:
    tell(work)
    peers: dict[str, Work] = {"a bare Python": lambda: run([sys.executable, "-c", "pass"], environment)}
    if other is not None:
        peers["the other build"] = lambda: run([str(other / "packaging" / "run"), *arguments], environment)
    ours = [str(ROOT / "packaging" / "run"), *arguments]
    run(ours, environment)
    goals = {"the other build": goal}
    return in_turn("start", work, lambda: run(ours, environment), peers, 3 * sizes.rounds, goals)


def _first_frame(sizes: Sizes, environment: Mapping[str, str], other: Path | None) -> list[Row]:
    if not Path("/proc/self/stat").exists():
        return []  # nothing else tells when a process began
    tell("first frame")
    traced = {**environment, "PARALLAX_TRACE": "1"}
    peers: dict[str, Work] = {"a bare Qt window": lambda: _framed([sys.executable, "-c", BARE], traced)}
    if other is not None:
        peers["the other build"] = lambda: _framed([str(other / "packaging" / "run")], traced)
    ours = [str(ROOT / "packaging" / "run")]
    _framed(ours, traced)
    goals = {"a bare Qt window": 1.3}
    return in_turn("start", "first frame, warm", lambda: _framed(ours, traced), peers, 3 * sizes.rounds, goals)


def _framed(command: list[str], environment: Mapping[str, str]) -> Spent:
    """Until the first frame is painted, as the process itself says; it is ended then."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    try:
        until = time.monotonic() + _PATIENCE
        for line in process.stderr:
            if found := _FRAME.search(line):
                return Spent(int(found[1]) / 1000, _used(process.pid))
            if time.monotonic() > until:
                break
        raise RuntimeError("no frame was painted")
    finally:
        process.terminate()
        process.wait()
        process.stderr.close()


def _used(process: int) -> float:
    """Seconds of processor that a running process took so far."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
