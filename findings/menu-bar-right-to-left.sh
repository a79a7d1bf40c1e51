#!/bin/sh
# PySide6-Essentials 6.11.3 (Qt widgets): read from right to left, a QMenuBar in a layout never gives room back.
#
# One expects of QWidget.sizeHint() that it tells what the contents want, whatever room the widget has just now; so does
# a menu bar whose application is read from left to right. Under a right-to-left layout direction QMenuBar.sizeHint()
# is the room that it was given last, less a margin: a bar that once had a row to itself asks for all of it for ever, and
# what appears beside it in the same QHBoxLayout pushes the menus behind the arrow at the bar's end although they would
# fit. Only the sum of what the style gives each item tells the width.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check "PySide6-Essentials==6.11.3"
cat > "$folder/try.py" <<'PY'
import sys
from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenuBar, QSizePolicy, QWidget

app = QApplication([])
hints = {}
for name in ("LeftToRight", "RightToLeft"):
    app.setLayoutDirection(Qt.LayoutDirection[name])
    window, hints[name] = QWidget(), []
    menus = QMenuBar()
    menus.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
    for title in ("File", "Edit", "Help"):
        menus.addMenu(title).addAction("Open")
    QHBoxLayout(window).addWidget(menus)
    for width in (800, 1200):
        window.resize(width, 40)
        window.show()
        app.processEvents()
        hints[name].append(menus.sizeHint().width())
    print(f"{name}: in windows of 800 and 1200 pixels it asks for {hints[name][0]} and {hints[name][1]}")
print("PySide6-Essentials", version("PySide6-Essentials"))
ltr, rtl = hints["LeftToRight"], hints["RightToLeft"]
sys.exit(not (ltr[0] == ltr[1] and rtl[1] - rtl[0] == 400))
PY
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/try.py"
