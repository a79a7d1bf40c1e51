#!/bin/sh
# Subject: binutils strip over a library of NumPy's wheel (manylinux, Linux x86-64, Python 3.11 to 3.13).
# Expected: `strip --strip-unneeded` removes symbols only, so that a packed program (PyInstaller's --strip does the same) gets smaller
# and works as before: it does for every other library tried, those that auditwheel had no hand in.
# What happens: the OpenBLAS that auditwheel put beside NumPy and renamed (patchelf moved its tables to segments of their own) is written
# back with a segment that is no longer aligned to a page, strip says nothing and exits with 0, and the loader refuses it: "ELF load
# command address/offset not page-aligned". NumPy can then not be imported.
# Tried with numpy 2.4.6, GNU strip 2.40.
set -eu
command -v strip >/dev/null || { echo "needs binutils"; exit 2; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check numpy==2.4.6
strip --version | head -1
"$folder/venv/bin/python" -c 'import numpy; print("numpy", numpy.__version__, "before:", numpy.ones(3) @ numpy.ones(3))'
library=$(find "$folder/venv" -name 'libscipy_openblas*' | head -1)
before=$(stat -c %s "$library")
strip --strip-unneeded "$library"
echo "strip: exit status $?, $before bytes became $(stat -c %s "$library")"
if told=$("$folder/venv/bin/python" -c 'import numpy' 2>&1); then
    echo "the stripped library loads: the behaviour has changed"
    exit 1
fi
echo "$told" | grep -o '[^ ]*: ELF load command.*' | head -1 | grep -q 'page-aligned' || { echo "another fault: $told" | tail -3; exit 1; }
echo "after strip: NumPy cannot be imported, its OpenBLAS is not page-aligned"
