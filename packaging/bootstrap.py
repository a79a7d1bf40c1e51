"""Set up what Parallax needs, then run it or test it: `python packaging/bootstrap.py run|test [--yes] [ARGUMENT ...]`.

Standard library only: this runs before anything is installed. Nothing is written outside the project's folder (or the
one that PARALLAX_VENV names, for a checkout that cannot be written), system libraries aside: root on Debian is asked
before they are installed, unless `--yes` comes first or nobody sits there to be asked; others are told the one line.
What pip and apt have to say goes to `setup.log` in that folder.
"""

import contextlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("PARALLAX_VENV") or ROOT / ".venv").absolute()
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCKS = {
    "run": ROOT / "packaging" / "requirements.txt",
    "test": ROOT / "packaging" / "requirements-test.txt",
    "build": ROOT / "packaging" / "requirements-build.txt",
}

# Measured on a bare Debian 12: what Qt's offscreen platform needs, and what a screen needs besides.
DEBIAN = (
    "libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libfontconfig1", "libfreetype6", "libdbus-1-3",
    "fonts-dejavu-core", "libxkbcommon-x11-0", "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0",
)  # fmt: skip

# What some tests look at documents with; without them these tests are skipped.
FOR_TESTS = {"chromium": ("chromium", "chromium-browser", "google-chrome"), "poppler-utils": ("pdftotext",)}

# What is on the disk after it: all that the wheels hold, compiled.
SIZES = {"run": 530, "test": 1160, "build": 680}

# What pip says when it reaches no network, or a network without the package index.
NO_NETWORK = re.compile(
    r"name resolution|name or service not known|getaddrinfo|network is unreachable|no route to host|connection refused|"
    r"failed to establish|max retries|timed out|proxyerror|temporary failure",
    re.IGNORECASE,
)

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports", "--no-cache"),
    ("python", "packaging/audit.py"),
)
AFTERWARDS = (("python", "-m", "tests.benchmarks.fuzz", "60"),)
"""Where all tests are asked for: a minute of fuzzing."""


class SetupError(Exception):
    """What a person is told in one line."""


def main(argv: list[str]) -> int:
    """Set up and do what the first argument says."""
    if not argv or argv[0] not in {"run", "test"}:
        print(__doc__.splitlines()[0], file=sys.stderr)
        return 2
    purpose, *rest = argv
    agreed = rest[:1] == ["--yes"]
    if not prepare(purpose, agreed):
        return 1
    rest = rest[agreed:]
    return test(rest) if purpose == "test" else run(rest)


def prepare(purpose: str, agreed: bool = False) -> bool:
    """Set up for a purpose, telling a person what went wrong; whether all is there."""
    if sys.version_info < (3, 11):  # noqa: UP036 - this file is what tells people with an older Python
        print("Parallax needs Python 3.11 or newer.", file=sys.stderr)
        return False
    try:
        with one_at_a_time():
            make_ready(purpose, agreed)
    except SetupError as error:
        print(error, file=sys.stderr)
        return False
    except OSError as error:
        where = f"Parallax cannot be set up in {VENV}: {error.strerror or error}."
        print(where, "PARALLAX_VENV may name another folder.", file=sys.stderr)
        return False
    return True


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


def make_ready(purpose: str, agreed: bool = False) -> None:
    """The virtual environment with the locked packages, and Qt's system libraries; nothing where all is there."""
    lock = LOCKS[purpose].read_bytes()
    ready = VENV / f"ready-{purpose}"
    if ready.exists() and ready.read_bytes() == lock and is_sound():
        mend_place()
        return
    size = f"once; some {SIZES[purpose]} MB; what pip says goes to setup.log there"
    print(f"Setting Parallax up in {VENV} ({size}) ...", file=sys.stderr, flush=True)
    make_environment(agreed)
    add_packages(LOCKS[purpose])
    mend_place()
    compile_program()
    unpack_models()
    add_system_libraries(packages_folder(), agreed)
    if purpose == "test":
        add_programs(agreed)
    for done in {"run", purpose}:  # the packages of the others hold those of the program
        (VENV / f"ready-{done}").write_bytes(LOCKS[done].read_bytes())


def compile_program() -> None:
    """Python's own cache of the program, which some environments never write: each start would compile all of it."""
    subprocess.run([PYTHON, "-m", "compileall", "-q", ROOT / "reader"], check=False, stdout=sys.stderr)


def unpack_models() -> None:
    """What comes packed and is read at every start, laid ready once; without it each person's cache gets it."""
    subprocess.run([PYTHON, "-P", "-m", "reader.importing.language_model"], check=False, stdout=sys.stderr)


def is_sound() -> bool:
    """Whether the environment's Python is still there: one that was upgraded or taken away leaves a dead link."""
    return PYTHON.exists() and not subprocess.run([PYTHON, "-c", ""], capture_output=True, check=False).returncode


def packages_folder() -> Path:
    """Where the environment keeps its packages."""
    command = [PYTHON, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return Path(subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip())


def mend_place() -> None:
    """Say where the program and its environment lie: a folder that was moved or copied still names the old place."""
    place = VENV / "place"
    here = f"{ROOT}\n"
    if place.exists() and place.read_text(encoding="utf-8") == here:
        return
    (packages_folder() / "parallax.pth").write_text(here, encoding="utf-8")
    if os.name != "nt":
        for script in BIN.iterdir():
            if script.is_file() and not script.is_symlink():
                _mend_first_line(script)
    place.write_text(here, encoding="utf-8")


def _mend_first_line(script: Path) -> None:
    """A script of a package begins with the path of the Python that it was installed for."""
    content = script.read_bytes()
    first, newline, rest = content.partition(b"\n")
    if re.fullmatch(rb"#!.*/bin/python[0-9.]*", first):
        script.write_bytes(f"#!{PYTHON}".encode() + newline + rest)


def make_environment(agreed: bool = False) -> None:
    """A virtual environment that works, whatever an earlier attempt left behind."""
    pip = [PYTHON, "-m", "pip", "--version"]
    if is_sound() and not subprocess.run(pip, capture_output=True, check=False).returncode:
        return
    if VENV.exists() and any(VENV.iterdir()):
        if not any((VENV / name).exists() for name in ("pyvenv.cfg", "setup.log")):
            raise SetupError(f"{VENV} holds other things: PARALLAX_VENV must name an empty folder, or none.")
        shutil.rmtree(VENV)
    try:
        import ensurepip  # noqa: F401 - Debian ships it apart from Python
        import venv  # noqa: F401
    except ImportError:
        install(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", agreed=agreed)
    _logged([sys.executable, "-m", "venv", str(VENV)], "Making a virtual environment")


def add_packages(lock: Path) -> None:
    """Install what a lock file names, saying in one line how far it is."""
    total = len(re.findall(r"^[a-z0-9._-]+==", lock.read_text(encoding="utf-8"), re.MULTILINE))
    pip = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", "--progress-bar", "off"]
    _logged([*pip, "--require-hashes", "--requirement", str(lock)], "Fetching packages", total)


def _logged(command: Sequence[str], title: str, total: int = 0) -> None:
    """Run a command whose talk goes to the log; on a terminal, one line says how many packages it has met.

    Raises `SetupError` with what a person can do about it.
    """
    VENV.mkdir(parents=True, exist_ok=True)
    log = VENV / "setup.log"
    said: list[str] = []
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True, "errors": "replace"}
    with log.open("a", encoding="utf-8") as written, subprocess.Popen(command, **pipes) as running:
        for line in running.stdout or ():
            written.write(line)
            said.append(line)
            if total and line.startswith("Collecting "):
                _progress(f"{title}: {sum(one.startswith('Collecting ') for one in said)} of at most {total}")
            elif total and line.startswith("Installing collected"):
                _progress("Installing them")
    _progress("")
    if not running.returncode:
        return
    if any(map(NO_NETWORK.search, said)):
        where = "Parallax fetches its packages once, from the package index of Python"
        raise SetupError(f"No network: {where}. Connect, and run this again.")
    faults = [line.strip().removeprefix("ERROR: ") for line in said if line.startswith(("ERROR", "E:"))]
    wrong = faults[-1] if faults else " ".join(command[:4])
    raise SetupError(f"Setting up failed: {wrong}. All that was said is in {log}.")


def _progress(line: str) -> None:
    """One line that each call writes over; only where somebody looks."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)


def add_system_libraries(packages: Path, agreed: bool = False) -> None:
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
        install(*DEBIAN, needed=False, agreed=agreed)


def add_programs(agreed: bool = False) -> None:
    """What tests look at documents with, where this is root on Debian and it is missing; nobody else is asked."""
    missing = [package for package, names in FOR_TESTS.items() if not any(map(shutil.which, names))]
    if missing and shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        print("Tests look at documents with:", ", ".join(missing), file=sys.stderr, flush=True)
        install(*missing, needed=False, agreed=agreed)


def install(*names: str, needed: bool = True, agreed: bool = False) -> None:
    """Install Debian packages as root on Debian, if that is agreed to, else print the one line that does."""
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0 and (agreed or _agrees(names)):
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        VENV.mkdir(parents=True, exist_ok=True)
        update = [apt, "update", "-qq"]
        add = [apt, "install", "-y", "-qq", "--no-install-recommends", *names]
        with (VENV / "setup.log").open("a", encoding="utf-8") as log:
            talk = {"env": environment, "stdout": log, "stderr": subprocess.STDOUT, "check": False}
            subprocess.run(update, **talk)
            failed = subprocess.run(add, **talk).returncode
        if failed and needed:
            raise SetupError(f"apt-get could not install {' '.join(names)}; what it said is in {VENV / 'setup.log'}.")
        return
    print(f"Please run: sudo apt-get install --no-install-recommends {' '.join(names)}", file=sys.stderr)
    if not apt:
        print("(those are Debian's names; install what your system calls them)", file=sys.stderr)


def _agrees(names: Sequence[str]) -> bool:
    """Whether the person at the terminal wants them installed; where nobody sits they are: there is nobody to ask."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return True
    print(f"Install these packages of the system: {' '.join(names)}? [Y/n] ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip().lower() in {"", "y", "yes"}


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
