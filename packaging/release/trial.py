"""Tries a packed program as its user would: from a path with spaces and umlauts, with an empty home."""

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from release import version

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLES = ROOT / "tests" / "samples"
DEMO = ROOT / "data" / "samples"
NO_ARTICLES = {".py", ".css"}
PATIENCE = 120


class Trial:
    """One packed program in a folder of its own; `__call__` runs it with arguments and gives what it printed."""

    def __init__(self, program: Path, home: Path) -> None:
        self.program = program
        self.home = home
        known = ("PATH", "LANG", "LC_ALL", "TMPDIR")
        self.environment = {name: os.environ[name] for name in known if name in os.environ}
        self.environment |= {"HOME": str(home), "XDG_RUNTIME_DIR": str(home)}

    def __call__(self, *arguments: object, status: int = 0) -> str:
        done = subprocess.run(
            [self.program, *map(str, arguments)],
            env=self.environment, cwd=self.home, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        if done.returncode != status:
            raise SystemExit(
                f"{self.program.name} {arguments[0]}: status {done.returncode}\n{done.stdout}\n{done.stderr}"
            )
        return done.stdout


def of_folder(folder: Path, program: str = "parallax") -> None:
    """Try the program in `folder`, copied to a path that is hard on programs; end with a message where it fails."""
    with tempfile.TemporaryDirectory(prefix="Büro über uns ") as place:
        copy = Path(place) / "Parallax für alle"
        shutil.copytree(folder, copy, symlinks=True)
        home = Path(place) / "home"
        home.mkdir(mode=0o700)
        everything(Trial(copy / program, home))


def of_wheel(wheel: Path) -> None:
    """Try a wheel as pip installs it, into an environment of its own."""
    with tempfile.TemporaryDirectory(prefix="Parallax wheel ") as place:
        subprocess.run([sys.executable, "-m", "venv", Path(place) / "venv"], check=True)
        binaries = Path(place) / "venv" / ("Scripts" if os.name == "nt" else "bin")
        subprocess.run(
            [binaries / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel], check=True
        )
        home = Path(place) / "home"
        home.mkdir(mode=0o700)
        everything(Trial(binaries / "parallax", home))


def need(holds: bool, otherwise: str) -> None:
    """End with a message where something does not hold."""
    if not holds:
        raise SystemExit(otherwise)


def everything(trial: Trial) -> None:
    """Version, every format, library, search, documents, `verify`, and the window."""
    told = trial("--version").strip()
    need(told == f"Parallax {version.of_project()}", told)
    _formats(trial)
    _library(trial)
    _documents(trial)
    _window(trial)


def _formats(trial: Trial) -> None:
    files = sorted(path for path in SAMPLES.iterdir() if path.is_file() and path.suffix not in NO_ARTICLES)
    told = json.loads(trial("read", *files, "--format", "json"))
    wrong = [one["file"] for one in told if one["status"] == "refused" or not one["articles"]]
    need(len(told) == len(files) and not wrong, f"not read: {wrong}")
    print(f"  read {len(files)} files of {len({path.suffix for path in files})} kinds")


def _library(trial: Trial) -> None:
    trial("import", *sorted(DEMO.glob("*.txt")), "--story", "Demo")
    listed = trial("list").splitlines()
    found = trial("search", "the")
    trial("reindex")
    need(len(listed) >= len(list(DEMO.glob("*.txt"))) and bool(found.strip()), f"not listed, or not found: {listed}")
    trial("backup", trial.home / "copy.sqlite")
    print(f"  library: {len(listed)} lines listed, found, indexed, backed up")


def _documents(trial: Trial) -> None:
    names = {kind: trial.home / f"demo.{kind}" for kind in ("pdf", "html", "docx", "csv")}
    documents = [part for kind, path in names.items() for part in (f"--{kind}", path)]
    trial("compare", "--story", "Demo", *documents)
    trial("verify", names["pdf"])
    print(
        "  documents:",
        ", ".join(f"{path.name} {path.stat().st_size // 1000} kB" for path in names.values()),
        "- verified",
    )


def _window(trial: Trial) -> None:
    """The window on a screen of its own, where there is one to be had: until its library is on view, then ended."""
    with _screen() as display:
        environment = trial.environment | display | {"PARALLAX_TRACE": "1"}
        with subprocess.Popen([trial.program], env=environment, stderr=subprocess.PIPE, text=True) as running:
            try:
                told = next((line for line in running.stderr or () if line.startswith("library on view")), "")
                if display.get("DISPLAY") and shutil.which("scrot"):
                    time.sleep(3)  # for a picture to look at, of a window that has settled
                    picture = ROOT / "dist" / "trial.png"
                    subprocess.run(["scrot", "--overwrite", picture], env=environment, check=False)
            finally:
                running.send_signal(signal.SIGTERM)
        need(bool(told), "no window came")
        need(running.returncode == 0, f"the window ended with {running.returncode}")
        log = (trial.home / ".local" / "state" / "parallax" / "parallax.log").read_text(encoding="utf-8")
        need("Traceback" not in log, f"the window met a fault of its own:\n{log}")  # told in a box, and it went on
        print(f"  window: {told.strip()}")


@contextlib.contextmanager
def _screen() -> Iterator[dict[str, str]]:
    """What names an X server of our own; where there is none to start, Qt's platform without a screen."""
    if not shutil.which("Xvfb"):
        yield {"QT_QPA_PLATFORM": "offscreen"}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        try:
            yield {"DISPLAY": f":{os.read(read, 16).decode().strip()}"}
        finally:
            server.terminate()
            os.close(read)
            os.close(write)
