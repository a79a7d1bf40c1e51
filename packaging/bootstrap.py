"""Set up what Parallax needs, then run it or test it: `python packaging/bootstrap.py run|test [ARGUMENT ...]`.

Standard library only: this runs before anything is installed. Nothing is written outside the project's folder, system
libraries aside, which are installed when this is root on Debian and named in one line otherwise.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {"run": ROOT / "packaging" / "requirements.txt", "test": ROOT / "packaging" / "requirements-test.txt"}

# Measured on a bare Debian 12: what Qt's offscreen platform needs, and what a screen needs besides.
DEBIAN = (
    "libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libfreetype6", "libdbus-1-3",
    "fonts-dejavu-core", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip

# What some tests look at documents with; without them these tests are skipped.
FOR_TESTS = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "poppler-utils": ("pdftotext",)}

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
    ("python", "packaging/audit.py"),
)
AFTERWARDS = (("python", "-m", "tests.benchmarks.fuzz", "60"),)
"""Where all tests are asked for: a minute of fuzzing."""


def main(argv: list[str]) -> int:
    """Set up and do what the first argument says."""
    if not argv or argv[0] not in LOCKS:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells people with an older Python
        print("Parallax needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    try:
        with one_at_a_time():
            make_ready(argv[0])
    except subprocess.CalledProcessError as error:
        print(f"Setting up failed at: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    return test(argv[1:]) if argv[0] == "test" else run(argv[1:])


def run(arguments: list[str]) -> int:
    """The program itself, in the caller's folder."""
    return subprocess.run([PYTHON, "-P", "-m", "reader", *arguments], check=False).returncode


def test(arguments: list[str]) -> int:
    """Every check, the tests last; all of them run, and one that fails fails the whole."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    failed = []
    last = () if arguments else AFTERWARDS
    for name, *rest in (*CHECKS, ("python", "-m", "pytest", *arguments), *last):
        print("$", name, *rest, flush=True)
        if subprocess.run([BIN / name, *rest], cwd=ROOT, env=environment, check=False).returncode:
            failed.append(rest[1] if rest[:1] == ["-m"] else rest[0] if name == "python" else name)
    if failed:
        print("Failed:", ", ".join(failed), file=sys.stderr)
    return bool(failed)


# Setting up


def make_ready(purpose: str) -> None:
    """The virtual environment with the locked packages, and Qt's system libraries; nothing where all is there."""
    lock = LOCKS[purpose].read_bytes()
    ready = VENV / f"ready-{purpose}"
    if ready.exists() and ready.read_bytes() == lock:
        return
    print(f"Setting Parallax up in {VENV} (once; some 350 MB) ...", file=sys.stderr, flush=True)
    make_environment()
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, "--require-hashes", "--requirement", LOCKS[purpose]], check=True, stdout=sys.stderr)
    packages = subprocess.run(
        [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()  # fmt: skip
    (Path(packages) / "parallax.pth").write_text(f"{ROOT}\n", encoding="utf-8")
    add_system_libraries(Path(packages))
    if purpose == "test":
        add_programs()
    for done in {"run", purpose}:  # the packages of the tests hold those of the program
        (VENV / f"ready-{done}").write_bytes(LOCKS[done].read_bytes())


def make_environment() -> None:
    """A virtual environment that works, whatever an earlier attempt left behind."""
    if PYTHON.exists() and not subprocess.run([PYTHON, "-m", "pip", "--version"], capture_output=True).returncode:
        return
    if VENV.exists():
        shutil.rmtree(VENV)
    try:
        import ensurepip  # noqa: F401 - Debian ships it apart from Python
        import venv  # noqa: F401
    except ImportError:
        install(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True, stdout=sys.stderr)


def add_system_libraries(packages: Path) -> None:
    """What Qt loads from the system, where it is missing: Qt's own message names the wrong library."""
    if not sys.platform.startswith("linux") or not shutil.which("ldd"):
        return
    qt = packages / "PySide6" / "Qt"
    looked = [qt / "plugins" / "platforms" / "libqxcb.so", qt / "plugins" / "platforms" / "libqoffscreen.so",
              qt / "lib" / "libQt6Widgets.so.6"]  # fmt: skip
    linked = subprocess.run(["ldd", *looked], capture_output=True, text=True, check=False).stdout
    missing = sorted({line.split()[0] for line in linked.splitlines() if "not found" in line})
    if missing:
        print("Qt needs libraries that this system lacks:", ", ".join(missing), file=sys.stderr)
        install(*DEBIAN, needed=False)


def add_programs() -> None:
    """What tests look at documents with, where this is root on Debian and it is missing; nobody else is asked."""
    missing = [package for package, names in FOR_TESTS.items() if not any(map(shutil.which, names))]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Tests look at documents with:", ", ".join(missing), file=sys.stderr, flush=True)
        install(*missing, needed=False)


def install(*names: str, needed: bool = True) -> None:
    """Install Debian packages as root on Debian, else print the one line that does."""
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        quiet = {"env": os.environ | {"DEBIAN_FRONTEND": "noninteractive"}, "stdout": sys.stderr}
        subprocess.run([apt, "update", "-qq"], check=False, **quiet)
        subprocess.run([apt, "install", "-y", "-qq", "--no-install-recommends", *names], check=needed, **quiet)
        return
    print(f"Please run: sudo apt-get install --no-install-recommends {' '.join(names)}", file=sys.stderr)
    if not apt:
        print("(those are Debian's names; install what your system calls them)", file=sys.stderr)


@contextlib.contextmanager
def one_at_a_time() -> Iterator[None]:
    """Wait while another call sets up; on Windows, where there is no fcntl, two at once are on their own."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with (ROOT / "packaging" / "bootstrap.py").open("rb") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
