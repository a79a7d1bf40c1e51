"""How a child process of ours is started: one that may be ended when it is slow or nobody waits for it any more."""

import os
import sys
from pathlib import Path


def command(*arguments: str) -> list[str]:
    """This program again: a packed one by its own name, else by Python, looking for nothing where it runs."""
    ourselves = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "reader"]
    return [*ourselves, *arguments]


def environment() -> dict[str, str]:
    """The child finds this very package, wherever it was started from."""
    here = str(Path(__file__).resolve().parent.parent)
    known = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": f"{here}{os.pathsep}{known}" if known else here}
