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
    rows: list[Row] = []
    curves: list[Curve] = []
    failed = []
    for area in asked.areas or AREAS:
        tell(f"== {area}")
        found = _measured(area, size, asked.other)
        if found is None:
            failed.append(area)
            continue
        rows += [one for one in found if isinstance(one, Row)]
        curves += [one for one in found if isinstance(one, Curve)]
    page = report.write(folder, rows, curves, size, failed)
    print(page.read_text(encoding="utf-8"))
    print(f"Written to {page}")
    return 1 if failed else 0


def arguments() -> argparse.ArgumentParser:
    """What can be said on the command line."""
    parser = argparse.ArgumentParser(prog="packaging/bench", description=__doc__)
    parser.add_argument("areas", nargs="*", metavar="AREA", help=f"any of {', '.join(AREAS)}; all without")
    parser.add_argument("--quick", action="store_true", help="some minutes instead of an hour: smaller, fewer rounds")
    parser.add_argument(
        "--tiny", action="store_true", help="as small as can be, to see that it runs; figures mean nothing"
    )
    parser.add_argument("--into", type=Path, metavar="FOLDER", help="where table and plots go; named when it is done")
    parser.add_argument(
        "--against", dest="other", type=Path, metavar="BUILD", help="another checkout, to measure its command line too"
    )
    parser.add_argument("--alone", choices=AREAS, help=argparse.SUPPRESS)
    return parser


def _measured(area: str, size: str, other: Path | None) -> list[Row | Curve] | None:
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
    if done.returncode:
        return None
    found: list[Row | Curve] = []
    for line in done.stdout.splitlines():
        told = json.loads(line)
        found.append(Row(**told["row"]) if "row" in told else Curve(**told["curve"]))
    return found


if __name__ == "__main__":
    sys.exit(main())
