#!/bin/sh
# striprtf 0.0.35 (PyPI): deleted and hidden words are part of the text, notes and words with letters beyond ANSI are not.
#
# One expects of "RTF to text" what stands on the printed page. What was deleted while changes were recorded (\deleted) and
# what is hidden (\v) is given as text, so that a corrected figure stands beside the one that it replaced: "14 19 were
# hurt". A footnote goes without a word. And the pair by which Word writes what old programs cannot read,
# {\upr{ANSI}{\*\ud{Unicode}}}, of which a reader is to take one (RTF 1.9), gives neither. All of it is valid RTF; a test
# with plain paragraphs sees none of it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check striprtf==0.0.35 2>/dev/null
cat > "$folder/look.py" <<'PY'
import sys
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

CASES = [
    (r"{\deleted 14 }{\revised 19 }were hurt.", "19 were hurt.", "14 19 were hurt."),
    (r"Four{\v  of five} were hurt.", "Four were hurt.", "Four of five were hurt."),
    (r"It hurt 12{\super\chftn{\footnote\chftn  At dawn.}}.", "It hurt 12¹. 1 At dawn.", "It hurt 12."),
    (r"{\upr{Zloty}{\*\ud{Z\u322?oty}}} fell.", "Złoty fell.", " fell."),
]
print("striprtf", version("striprtf"))
changed = False
for body, expected, seen in CASES:
    found = rtf_to_text(rf"{{\rtf1\ansi\ansicpg1252\uc1 {body}\par}}").rstrip("\n")
    changed |= found != seen
    print(f"{body}\n    expected {expected!r}, got {found!r}")
sys.exit(changed)
PY
"$folder/venv/bin/python" "$folder/look.py"
