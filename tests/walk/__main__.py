"""Walk through the window as a person does, from the first run to the PDF, and keep a picture of every station.

    python -m tests.walk [FOLDER]          needs Debian's xvfb openbox xdotool scrot x11-utils poppler-utils

Light, dark and high contrast at 1280x720, once more at twice the scale, six panes, and the empty states. It fails where
the program dies, writes to its error output, or a station is not reached; whether it is beautiful, eyes decide.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.walk.stage import Stage
from tests.walk.stations import STATIONS, Walk

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Every walk, one after the other; how many failed."""
    folder = Path(arguments[0] if arguments else tempfile.mkdtemp(prefix="parallax-walk-"))
    folder.mkdir(parents=True, exist_ok=True)
    wanted = arguments[1:]
    failed = [walk.name for walk in STATIONS if (not wanted or walk.name in wanted) and not _walked(walk, folder)]
    print(
        f"{len(list(folder.glob('*.png')))} pictures in {folder}" + (f"; failed: {', '.join(failed)}" if failed else "")
    )
    return len(failed)


def _walked(walk: Walk, folder: Path) -> bool:
    with tempfile.TemporaryDirectory() as home, (folder / f"{walk.name}.log").open("w+", encoding="utf-8") as log:
        environment = {"PARALLAX_HOME": home, "PYTHONPATH": str(ROOT), **walk.environment}
        try:
            with Stage([sys.executable, "-P", "-m", "reader"], walk.size, environment, log) as stage:
                walk.go(stage, folder, Path(home))
        except (TimeoutError, AssertionError, subprocess.SubprocessError) as error:
            print(f"{walk.name}: {error}", file=sys.stderr)
            return False
        log.seek(0)
        said = log.read().strip()
        if said:
            print(f"{walk.name}: the program wrote: {said}", file=sys.stderr)
    return not said


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
