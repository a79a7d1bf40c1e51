"""Wheel and source archive, and whether they hold what they must and nothing else."""

import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

from release import folder, version

ROOT = Path(__file__).resolve().parent.parent.parent
NEEDED = (
    "reader/__main__.py",
    "reader/resources/window.qss",
    "reader/resources/report/comparison.typ",
    "reader/resources/notices.txt",
    "reader/data/lexicon/units.toml",
    "reader/data/samples/story.toml",
)
IN_SOURCE = ("pyproject.toml", "packaging/run", "tests/conftest.py", "resources/i18n/parallax.pot")
UNWANTED = re.compile(r"(^|/)(tests|\.venv|__pycache__|build|dist)/|\.pyc$")


def make() -> tuple[Path, Path]:
    """Both, in `dist/`, each with its checksum."""
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder.DIST, ROOT]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    name = f"parallax_reader-{version.of_project()}"
    wheel, source = folder.DIST / f"{name}-py3-none-any.whl", folder.DIST / f"{name}.tar.gz"
    check(wheel, source)
    return folder.with_checksum(wheel), folder.with_checksum(source)


def check(wheel: Path, source: Path) -> None:
    """End with a message where something is missing or does not belong."""
    with zipfile.ZipFile(wheel) as held:
        names = held.namelist()
    missing = [name for name in NEEDED if name not in names]
    strangers = [name for name in names if UNWANTED.search(name)]
    with tarfile.open(source) as packed:
        inner = {name.partition("/")[2] for name in packed.getnames()}
    missing += [name for name in IN_SOURCE if name not in inner]
    strangers += [name for name in inner if re.search(r"(^|/)(\.venv|__pycache__|build|dist)/", name)]
    if missing or strangers:
        raise SystemExit(f"missing: {missing}; does not belong: {strangers[:10]}")
    for made, held in ((wheel, names), (source, inner)):
        print(f"  {made.name}: {len(held)} files, {made.stat().st_size // 1000} kB")
