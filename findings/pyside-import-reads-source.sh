#!/bin/sh
# PySide6-Essentials 6.11.3, CPython 3.11: once PySide6 is imported, every module imported after it has its source read.
#
# One expects an import to cost what loading the module's compiled form costs. PySide replaces builtins.__import__ to know
# which modules choose its `snake_case` by `__feature__`, and looks for its own name in the source of each module that an
# import statement names, whether that module has anything to do with Qt or not: inspect.getsource() reads the .py file,
# the standard library's too. A window of 150 modules spends a tenth of its start on it, and no profile by -X importtime
# says so, as it happens after the module is loaded.
set -eu
unset PYTHONDONTWRITEBYTECODE
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check "PySide6-Essentials==6.11.3"
cat > "$folder/try.py" <<'PY'
import platform
import sys
from importlib.metadata import version

NAMES = ("colorsys", "mailbox", "pstats", "sched", "sndhdr", "wave")
read = []
sys.addaudithook(lambda event, given: read.append(str(given[0])) if event == "open" and given[0] else None)


def sources() -> int:
    """How many of the modules have had their source opened."""
    for name in NAMES:
        sys.modules.pop(name, None)
    read.clear()
    for name in NAMES:
        __import__(name)
    return sum(any(path.endswith(f"{name}.py") for path in read) for name in NAMES)


sources()  # so that all are compiled
before = sources()
import PySide6.QtCore  # noqa: E402

after = sources()
print(f"{len(NAMES)} modules of the standard library imported; sources read before PySide6: {before}, after it: {after}")
print("PySide6-Essentials", version("PySide6-Essentials"), "on Python", platform.python_version())
sys.exit((before, after) != (0, len(NAMES)))
PY
"$folder/venv/bin/python" -W ignore "$folder/try.py"
