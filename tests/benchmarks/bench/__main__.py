"""`packaging/bench`: measure area by area, each in a process of its own, and write a table and plots."""

import argparse
import datetime as dt
import importlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks.bench import report
from tests.benchmarks.bench.rounds import Curve, Row, say, tell
from tests.benchmarks.bench.sizes import BY_NAME

ROOT = Path(__file__).parents[3]
AREAS = {
    "start": "starting",
    "compare": "comparing",
    "document": "documents",
    "search": "searching",
    "window": "windows",
    "memory": "memory",
}


def main(argv: Sequence[str] | None = None) -> int:
    """Measure what is asked; 0, or 1 where an area failed."""
    asked = arguments().parse_args(argv)
    size = "tiny" if asked.tiny else "quick" if asked.quick else "whole"
    if asked.alone:
        say(
            *importlib.import_module(f"tests.benchmarks.bench.{AREAS[asked.alone]}").measure(BY_NAME[size], asked.other)
        )
        return 0
    folder = asked.into or Path(tempfile.gettempdir()) / f"parallax-bench-{dt.datetime.now(dt.UTC):%Y%m%d-%H%M%S}"
    folder.mkdir(parents=True, exist_ok=True)
    failed = []
    for area in asked.areas or AREAS:
        tell(f"== {area}")
        told = _measured(area, size, asked.other)
        if told is None:
            failed.append(area)
        else:
            (folder / f"{area}.jsonl").write_text(told, encoding="utf-8")
    page = report.write(folder, *_read(folder), size, failed)
    print(page.read_text(encoding="utf-8"))
    print(f"Written to {page}")
    if asked.readme and not failed:
        report.put_into(ROOT / "README.md", *_read(folder))
    return 1 if failed else 0


def arguments() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    parser = argparse.ArgumentParser(prog="packaging/bench", description=__doc__)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"any of {', '.join(AREAS)}; all without")
    parser.add_argument("--quick", action="store_true", help="some minutes instead of an hour: smaller, fewer rounds")
    parser.add_argument(
        "--tiny", action="store_true", help="as small as can be, to see that it runs; figures mean nothing"
    )
    parser.add_argument(
        "--into", type=Path, metavar="FOLDER", help="where table and plots go; areas measured there before stay in them"
    )
    parser.add_argument("--readme", action="store_true", help="put table and plots into the README, too")
    parser.add_argument(
        "--against", dest="other", type=Path, metavar="BUILD", help="another checkout, to measure its command line too"
    )
    parser.add_argument("--alone", choices=AREAS, help=argparse.SUPPRESS)
    return parser


def _read(folder: Path) -> tuple[list[Row], list[Curve]]:
    """What lies in a folder, of this run and of earlier ones, in the order of the areas."""
    rows, curves = [], []
    for area in AREAS:
        path = folder / f"{area}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            told = json.loads(line)
            if "row" in told:
                rows.append(Row(**told["row"]))
            else:
                curves.append(Curve(**told["curve"]))
    return rows, curves


def _measured(area: str, size: str, other: Path | None) -> str | None:
    """What one area told; None where it failed, which is told at once and does not keep the others from their turn."""
    if area not in AREAS:
        raise SystemExit(f"packaging/bench: there is no area {area}; there are {', '.join(AREAS)}.")
    command = [sys.executable, "-m", "tests.benchmarks.bench", "--alone", area, f"--{size}"]
    if size == "whole":
        command.pop()
    if other is not None:
        command += ["--against", str(other.resolve())]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=False)
    return None if done.returncode else done.stdout


if __name__ == "__main__":
    sys.exit(main())
