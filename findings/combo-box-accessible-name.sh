#!/bin/sh
# PySide6-Essentials 6.11.3 (Qt on Linux and other Unix): a screen reader never hears QComboBox.setAccessibleName().
#
# One expects of QWidget.setAccessibleName() that it is the name told to assistive technology, as for a QLineEdit beside
# it. For a combo box Qt gives the current item as the name, and as the value once more; what was set is told nowhere.
# A label that is its buddy is told as a relation; without one the box has no name at all. QWidget.accessibleName()
# gives back what was set, so a test that asks the widget passes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check "PySide6-Essentials==6.11.3"
cat > "$folder/try.py" <<'PY'
import sys
from importlib.metadata import version

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit

app = QApplication([])
box, line = QComboBox(), QLineEdit("rain")
box.addItems(["Newest first", "Oldest first"])
told = {}
for widget, name in ((box, "Order of the list"), (line, "Words to find")):
    widget.setAccessibleName(name)
    spoken = QAccessible.queryAccessibleInterface(widget)
    told[type(widget).__name__] = spoken.text(QAccessible.Text.Name)
    print(f"{type(widget).__name__}: set {widget.accessibleName()!r}, told {told[type(widget).__name__]!r}")
print("PySide6-Essentials", version("PySide6-Essentials"), "on", sys.platform)
sys.exit(told != {"QComboBox": "Newest first", "QLineEdit": "Words to find"})
PY
QT_QPA_PLATFORM=offscreen "$folder/venv/bin/python" "$folder/try.py"
