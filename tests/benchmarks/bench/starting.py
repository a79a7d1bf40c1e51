"""The command line as a whole process, and the window's first frame, beside a bare Qt window and another build."""

import contextlib
import os
import re
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from tests.benchmarks.bench.report import OTHER
from tests.benchmarks.bench.rounds import Row, Spent, Work, clocked, in_turn, tell
from tests.benchmarks.bench.sizes import Sizes
from tests.benchmarks.texts import article, articles

ROOT = Path(__file__).parents[3]
_FRAME, _VIEW = re.compile(r"first frame (\d+) ms"), re.compile(r"library on view (\d+) ms")
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
        files = Path(folder) / "files"
        files.mkdir()
        for number, one in enumerate(articles(sizes.library)):
            (files / f"{number}.txt").write_text(f"{one.headline}\n\n{one.text}", encoding="utf-8")
        word = max(article(0).headline.split(), key=len)
        builds = [Build(ROOT, Path(folder) / "ours", files)]
        if other is not None:
            builds.append(Build(other, Path(folder) / "theirs", files))
        return [
            *_command("search WORD, whole process", ["search", word], sizes, builds, 0.5),
            *_command("compare A B, whole process", ["compare", *_pair()], sizes, builds, 0.6),
            *_first_frame(sizes, builds),
        ]


class Build:
    """A checkout and a home of its own: an older one cannot read a library that a newer one made."""

    def __init__(self, root: Path, home: Path, files: Path) -> None:
        """Import the files into a library of this build's."""
        self.command = [str(root / "packaging" / "run")]
        self.environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"PARALLAX_HOME": str(home)}
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)  # where people start it, modules are compiled once
        for arguments in (["import", str(files)], ["reindex"]):
            run([*self.command, *arguments], self.environment)

    def understood(self, arguments: list[str]) -> list[str] | None:
        """The arguments, without those options that only newer builds have; None where it cannot do that at all."""
        for some in (arguments, [one for one in arguments if not one.startswith("--")]):
            with contextlib.suppress(RuntimeError):
                run([*self.command, *some], self.environment)
                return some
        return None


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


def _command(work: str, arguments: list[str], sizes: Sizes, builds: list[Build], goal: float) -> list[Row]:
    tell(work)
    ours = builds[0]
    peers: dict[str, Work] = {"a bare Python": lambda: run([sys.executable, "-c", "pass"], ours.environment)}
    for other in builds[1:]:
        understood = other.understood(arguments)
        if understood is None:
            tell(f"the other build does not know {arguments[0]}")
        else:
            peers[OTHER] = partial(run, [*other.command, *understood], other.environment)
    once = partial(run, [*ours.command, *arguments], ours.environment)
    once()
    return in_turn("start", work, once, peers, 3 * sizes.rounds, {OTHER: goal})


def _first_frame(sizes: Sizes, builds: list[Build]) -> list[Row]:
    if not Path("/proc/self/stat").exists():
        return []  # nothing else tells when a process began
    tell("first frame")
    traced = [{**build.environment, "PARALLAX_TRACE": "1"} for build in builds]
    bare: Work = lambda: _told(_FRAME, [sys.executable, "-c", BARE], traced[0])  # noqa: E731
    peers = {"a bare Qt window": bare}
    for other, environment in zip(builds[1:], traced[1:], strict=True):
        try:
            _told(_FRAME, other.command, environment)
        except RuntimeError:
            tell("the other build does not say when its first frame is painted")
        else:
            peers[OTHER] = partial(_told, _FRAME, other.command, environment)
    frame, view = (partial(_told, one, builds[0].command, traced[0]) for one in (_FRAME, _VIEW))
    view()  # ended in good order, so that the next start finds a session
    return [
        *in_turn("start", "first frame, warm", frame, peers, 3 * sizes.rounds, {"a bare Qt window": 1.3}),
        *in_turn("start", "library on view, warm", view, {"a bare Qt window": bare}, 2 * sizes.rounds),
    ]


def _told(what: re.Pattern[str], command: list[str], environment: Mapping[str, str]) -> Spent:
    """Until something is on screen, as the process itself says; it is ended then."""
    process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    late = threading.Timer(_PATIENCE, process.kill)  # which ends its lines, too
    late.start()
    try:
        for line in process.stderr:
            if found := what.search(line):
                return Spent(int(found[1]) / 1000, _used(process.pid))
        raise RuntimeError("nothing was said of what is on screen")
    finally:
        late.cancel()
        process.terminate()
        process.wait()
        process.stderr.close()


def _used(process: int) -> float:
    """Seconds of processor that a running process took so far."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
