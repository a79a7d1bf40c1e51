#!/bin/sh
# trafilatura 2.3.1 (PyPI): the words of a <time> element vanish from the middle of a sentence.
#
# One expects an extractor of articles to leave a page's date line out and to keep a sentence whole: HTML has <time> for
# any time within a text ("<p>The ferry left at <time>05:40</time> …"), and live blogs, timetables and encyclopedias use
# it so. The element goes with what stands in it wherever it stands, as do <button>, by which pages explain a word of a
# sentence, and <math>: "The ferry left at and struck the rock at , he said." Neither favor_recall nor any form of output
# brings them back; what is left reads as if a writer had forgotten a word. Rename such elements to <span> before.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    trafilatura==2.3.1 lxml_html_clean==0.4.6 2>/dev/null
cat > "$folder/look.py" <<'PY'
import sys

import trafilatura

FILLER = "<p>The harbour office closed the basin until noon, and the ships waited outside for most of the day.</p>"
SENTENCES = {
    "time": "<p>The ferry left at <time>05:40</time> and struck the rock at <time>ten past six</time>, he said.</p>",
    "button": "<p>The word <button>draught</button> means how deep a ship lies in the water, he said to us.</p>",
    "math": "<p>The tide was <math><mn>5</mn></math> metres high when the ferry struck the rock, he said.</p>",
    "span": "<p>The ferry left at <span>05:40</span> and struck the rock at <span>ten past six</span>, he said.</p>",
}
EXPECTED = {"time": "05:40", "button": "draught", "math": "5", "span": "05:40"}
lost = []
for name, sentence in SENTENCES.items():
    page = f"<html><body><article><h1>Ferry aground</h1>{FILLER}{sentence}{FILLER}</article></body></html>"
    for recall in (False, True):
        text = trafilatura.extract(page, favor_recall=recall)
        line = next(one for one in text.split("\n") if one.startswith("The ") and "said" in one)
        lost += [name] if EXPECTED[name] not in line else []
        print(f"<{name}>, favor_recall={recall}: {line}")
print("trafilatura", trafilatura.__version__, "- lost in", sorted(set(lost)), "; expected in none")
sys.exit(sorted(lost) != ["button"] * 2 + ["math"] * 2 + ["time"] * 2)
PY
"$folder/venv/bin/python" "$folder/look.py"
