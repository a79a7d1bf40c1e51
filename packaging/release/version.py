"""The version, which stands in one place: `reader/__init__.py`."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def of_project() -> str:
    """`__version__`, read without loading the program."""
    text = (ROOT / "reader" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise SystemExit("reader/__init__.py names no version.")
    return found[1]
