#!/bin/sh
# PySide6-Essentials 6.11.3 (Qt, any platform): the first page of a QStackedLayout that has no widget yet becomes a window.
#
# One expects of QStackedLayout, as of every other layout, that what is added before the layout is set on a widget waits,
# hidden and without a parent, until it is: a QVBoxLayout may be filled first and added to another layout later. A stacked
# layout makes the first page current while it is added and shows it, so that a page without a parent is there as a window
# of its own, before the application has shown anything. Once the layout goes to a widget the page goes with it and the
# window is gone, but it was active meanwhile: what is shown next may not get the keyboard.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check "PySide6-Essentials==6.11.3"
cat > "$folder/try.py" <<'PY'
import sys
from importlib.metadata import version

from PySide6.QtWidgets import QApplication, QLabel, QStackedLayout, QVBoxLayout

app = QApplication([])
windows = {}
for layout in (QVBoxLayout(), QStackedLayout()):
    pages = QLabel("one"), QLabel("two")
    for page in pages:
        layout.addWidget(page)
    app.processEvents()
    windows[type(layout).__name__] = [page.text() for page in pages if page.isVisible() and page.isWindow()]
for name, shown in windows.items():
    print(f"{name} without a widget: windows on the screen {shown}")
print("PySide6-Essentials", version("PySide6-Essentials"), "on", sys.platform)
sys.exit(windows != {"QVBoxLayout": [], "QStackedLayout": ["one"]})
PY
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/try.py"
