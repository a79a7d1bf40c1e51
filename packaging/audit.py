"""Look each locked package up in the lists of known holes: `python packaging/audit.py`; 1 where one is known.

What could not be looked up, as without a network, is said and fails nothing.
"""

import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent / "requirements.txt"
PATIENCE = 120  # seconds
EXPLAINED: dict[str, str] = {}
"""Holes that do not concern us, by their numbers, each with the reason."""


def main() -> int:
    """Ask, and say what came of it."""
    what = ["--requirement", LOCK, "--disable-pip", "--no-deps"]
    command = [sys.executable, "-m", "pip_audit", *what, "--format", "json", "--progress-spinner", "off"]
    try:
        asked = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        packages = json.loads(asked.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, ValueError, KeyError):
        print("The lists of known holes could not be reached: no package was looked up.")
        return 0
    looked_up = [one for one in packages if "vulns" in one]
    known = [(one, hole) for one in looked_up for hole in one["vulns"] if hole["id"] not in EXPLAINED]
    for one, hole in known:
        mended = ", ".join(hole["fix_versions"]) or "not mended yet"
        print(f"{one['name']} {one['version']}: {hole['id']} ({mended})")
    print(f"{len(looked_up)} of {len(packages)} packages looked up, {len(known)} known holes.")
    return bool(known)


if __name__ == "__main__":
    sys.exit(main())
