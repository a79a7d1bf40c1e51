#!/bin/sh
# pypdfium2 5.15.2 (PyPI, PDFium 159 and before): in text that is read from right to left signs are turned and moved.
#
# One expects of a text that is got out of a PDF the characters that its ToUnicode tables tell. Within right-to-left lines
# PDFium mirrors every bracket, guillemet and curly quotation mark once more, as if the file held what it looks like:
# typst and LibreOffice write "(" for the mirrored glyph, and it comes as ")". Curly marks have no mirrored glyph at all,
# so their directions are wrong whoever wrote the file. And the comma behind a number comes before it. A search for a
# phrase in marks, or for a year and its comma, finds nothing; pdftotext has the brackets and marks right. Afterwards
# swap the signs that close where a word begins and those that open where one ends.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip install --quiet --disable-pip-version-check pypdfium2==5.15.2 typst==0.15.2 2>/dev/null
cat > "$folder/look.py" <<'PY'
import sys
from importlib.metadata import version

import pypdfium2
import typst

SAID = "אמר «ברחנו» ואז “הלכנו” (בלילה) [אז] בשנת 2031, ולא יותר."
SEEN = "אמר »ברחנו« ואז ”הלכנו“ )בלילה( ]אז[ בשנת ,2031 ולא יותר."
source = f'#set text(lang: "he", dir: rtl, font: "Libertinus Serif")\n{SAID}\n'
page = pypdfium2.PdfDocument(typst.compile(source.encode()))[0]
found = page.get_textpage().get_text_range().strip()
print("pypdfium2", version("pypdfium2"), "PDFium", pypdfium2.version.PDFIUM_INFO)
for name, text in (("set", SAID), ("got", found)):
    print(name, text)
    print("   signs in the order of reading:", " ".join(sign for sign in text if sign in "«»“”()[],"))
sys.exit(found != SEEN)
PY
"$folder/venv/bin/python" "$folder/look.py"
