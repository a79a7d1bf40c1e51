"""The program as one folder that needs nothing else: made by PyInstaller, trimmed, and packed with its checksum."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

from release import notices, version

ROOT = Path(__file__).resolve().parent.parent.parent
DIST = ROOT / "dist"
WORK = ROOT / "build" / "pyinstaller"
SPEC = ROOT / "packaging" / "release" / "parallax.spec"


def make() -> Path:
    """The folder `dist/parallax`, with the licences of all that is in it."""
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, "--distpath", DIST, "--workpath", WORK, SPEC], check=True, cwd=ROOT)
    folder = DIST / "parallax"
    if sys.platform.startswith("linux"):
        _strip(folder)
    shutil.copy(ROOT / "LICENSE", folder / "LICENSE")
    (folder / "THIRD-PARTY-NOTICES.txt").write_text(notices.text(), encoding="utf-8")
    return folder


def _strip(folder: Path) -> None:
    """Libraries without their symbols for debuggers, a sixth of the whole.

    What auditwheel mended (NumPy's OpenBLAS, under `numpy.libs`) no longer loads after it, and stays as it is.
    """
    if not shutil.which("strip"):
        return
    for library in folder.rglob("*.so*"):
        if library.is_file() and not library.is_symlink() and not library.parent.name.endswith(".libs"):
            subprocess.run(["strip", "--strip-unneeded", library], check=False, stderr=subprocess.DEVNULL)


def packed(folder: Path) -> Path:
    """The folder as a `.tar.xz` that unpacks to one named for its version, with a `.sha256` beside it."""
    name = f"parallax-{version.of_project()}-linux-x86_64"
    archive = DIST / f"{name}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=6) as tar:
        tar.add(folder, arcname=name)
    return with_checksum(archive)


def with_checksum(path: Path) -> Path:
    """`path`, after its SHA-256 was written beside it as `sha256sum -c` reads it."""
    with path.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    path.with_name(path.name + ".sha256").write_text(f"{digest}  {path.name}\n", encoding="ascii")
    return path


def size(folder: Path) -> int:
    """What all files of a folder weigh, in bytes."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
