"""`packaging/build TARGET ...`: makes each target under dist/, tries what it made, and says where it lies."""

import argparse
import sys
from collections.abc import Callable

from release import appdir, folder, icons, notices, trial, wheel


def _folder() -> None:
    made = folder.make()
    print(f"  {made}: {folder.size(made) // 1_000_000} MB")
    trial.of_folder(made)


def _appdir() -> None:
    made = appdir.make()
    trial.of_folder(made, "AppRun")
    archive = folder.packed(made)
    print(f"  {archive}: {archive.stat().st_size // 1_000_000} MB")
    appdir.image()


TARGETS: dict[str, Callable[[], object]] = {
    "notices": notices.write,
    "icons": lambda: icons.write(folder.DIST / "icons"),
    "wheel": lambda: trial.of_wheel(wheel.make()[0]),
    "folder": _folder,
    "appdir": _appdir,
}


def main(argv: list[str]) -> int:
    """Make the targets named."""
    parser = argparse.ArgumentParser(prog="packaging/build", description="Make what people are given.")
    parser.add_argument("targets", nargs="+", choices=TARGETS, metavar="TARGET", help=", ".join(TARGETS))
    for name in parser.parse_args(argv).targets:
        print(f"== {name}", flush=True)
        TARGETS[name]()
    return 0


sys.exit(main(sys.argv[1:]))
