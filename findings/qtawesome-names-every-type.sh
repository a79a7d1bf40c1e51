#!/bin/sh
# QtAwesome 1.4.2 over QtPy 2.4.3 and PySide6-Essentials 6.11.3, CPython 3.11: to import it takes 20 MB before any font is read.
#
# One expects an icon font's module to cost its font and its table of names (2 MB), and `import *` from a module that is
# loaded already to cost nothing. But PySide makes each of its Python types, with all their enumerations, when it is
# first named, and QtPy names every one of QtCore, QtGui and QtWidgets by `from PySide6.… import *`. So a window with a
# handful of icons carries all of Qt's types in memory of its own, and its thread stands still while they are made.
set -eu
unset PYTHONDONTWRITEBYTECODE
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    "PySide6-Essentials==6.11.3" "QtPy==2.4.3" "QtAwesome==1.4.2"
cat > "$folder/try.py" <<'PY'
import platform
import sys
import time
from importlib.metadata import version
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel


def own() -> float:
    """MB of memory that this process shares with no other."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/smaps_rollup").read_text().splitlines()[1:])
    return int(told["Private_Dirty"].split()[0]) / 1024


app = QApplication(["try", "-platform", "offscreen"])
label = QLabel("a window")
label.show()
app.processEvents()
before, begun = own(), time.process_time()
import qtawesome  # noqa: E402, F401 - the fonts are read later, with the first icon

grown, seconds = own() - before, time.process_time() - begun
print(f"a window has {before:.0f} MB; importing qtawesome, before any font is read: {grown:.1f} MB, {seconds * 1000:.0f} ms")
for name in ("QtAwesome", "QtPy", "PySide6-Essentials"):
    print(name, version(name), "on Python", platform.python_version())
sys.exit(not grown > 8)
PY
"$folder/venv/bin/python" "$folder/try.py"
