#!/bin/sh
# trafilatura 2.3.1 (PyPI): what the HTML standard has for quotations is lost, or becomes the writer's own words.
#
# The standard gives three ways to quote. <q> within a sentence has its marks set by the browser; one expects the text to
# have some, but it has none, and the sentence ends behind the quotation. A quotation with who said it is a <figure> of a
# <blockquote> and a <figcaption> (the standard's own example): nothing at all is left of it, neither words nor name. A
# <blockquote> with its source in a <footer>, as Bootstrap's documentation has it, keeps the words and loses the name.
# A count of quotations or of speakers over extracted pages is wrong, and nothing looks missing. Before extraction set
# marks for <q>, and rename figure, figcaption and footer around a quotation to <div> and <p>.
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
WORDS = "<blockquote><p>We saw the rock too late to do anything about it.</p>{}</blockquote>"
QUOTED = {
    "q": "<p>The captain said <q>we saw it late</q> and left the room at once.</p>",
    "figure": f"<figure>{WORDS.format('')}<figcaption>Edda Lorn, captain of the ferry</figcaption></figure>",
    "footer": WORDS.format("<footer>— <cite>Edda Lorn</cite>, captain of the ferry</footer>"),
}
SEEN = {
    "q": ["The captain said we saw it late", "and left the room at once."],
    "figure": [],
    "footer": ["We saw the rock too late to do anything about it."],
}
seen = {}
for name, markup in QUOTED.items():
    page = f"<html><body><article><h1>Ferry aground</h1>{FILLER}{markup}{FILLER}</article></body></html>"
    lines = trafilatura.extract(page).split("\n")
    seen[name] = [one for one in lines if one != "Ferry aground" and "harbour office" not in one]
    print(f"{name}: {seen[name]}")
print("trafilatura", trafilatura.__version__)
sys.exit(seen != SEEN)
PY
"$folder/venv/bin/python" "$folder/look.py"
