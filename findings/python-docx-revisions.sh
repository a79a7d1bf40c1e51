#!/bin/sh
# python-docx 1.2.0 (PyPI): of a figure that was corrected with "Track Changes" neither the old nor the new one is read.
#
# One expects of Paragraph.text what Word prints, or the text with or without the changes. It takes the runs that are
# children of the paragraph (and of links), and a change wraps its runs: what was deleted is left out, as it should be,
# and so is what was put in its place. "The fall hurt 14 -> 19 dockers" is read as "The fall hurt  dockers". The same goes
# for what stands in a content control, by which forms and templates of newsrooms ask for place and day. A whole
# paragraph that was inserted is there and is empty. No error, and nothing in `runs` tells of it. Read the w:t elements of
# the paragraph's XML that have no w:del or w:moveFrom above them; docx2txt and mammoth have the new text.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check \
    python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0 2>/dev/null
cat > "$folder/look.py" <<'PY'
import io
import sys
from importlib.metadata import version

import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:author="Desk" w:date="2031-05-06T08:00:00Z"'
document = docx.Document()
fall = document.add_paragraph("The fall hurt ")
fall._p.append(parse_xml(f'<w:del {WORD} w:id="1" {BY}><w:r><w:delText>14</w:delText></w:r></w:del>'))
fall._p.append(parse_xml(f'<w:ins {WORD} w:id="2" {BY}><w:r><w:t>19</w:t></w:r></w:ins>'))
fall.add_run(" dockers.")
place = document.add_paragraph("It was seen in ")
place._p.append(parse_xml(f"<w:sdt {WORD}><w:sdtContent><w:r><w:t>Port Ansel</w:t></w:r></w:sdtContent></w:sdt>"))
place.add_run(".")
file = io.BytesIO()
document.save(file)
told = {
    "python-docx": [one.text for one in docx.Document(file).paragraphs],
    "docx2txt": docx2txt.process(file).split("\n\n"),
    "mammoth": mammoth.extract_raw_text(file).value.strip().split("\n\n"),
}
for name, lines in told.items():
    print(name, version(name), lines)
right = ["The fall hurt 19 dockers.", "It was seen in Port Ansel."]
sys.exit(told != {"python-docx": ["The fall hurt  dockers.", "It was seen in ."], "docx2txt": right, "mammoth": right})
PY
"$folder/venv/bin/python" "$folder/look.py"
