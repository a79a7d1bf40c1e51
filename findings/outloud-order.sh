#!/bin/sh
# outloud 0.2.1 (PyPI), its rule ORD-001 "tagged content is painted out of tag-tree order".
# Expected: a document whose content is painted exactly in the order of its tag tree has no such finding; here, plain
# paragraphs with words in bold, set by typst 0.15.2, whose marked content is numbered and painted in reading order.
# Seen: ORD-001 finds a quarter or more of it "out of place". It lists an element's own marked content before that of the
# elements inside it, so "one *two* three" (P: 0, Strong: 1, P: 2) is held to be 0, 2, 1. Compare depth first, kid by kid.
set -eu
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT; cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check outloud==0.2.1 typst==0.15.2 pikepdf==10.10.0 2>/dev/null ||
venv/bin/pip install --quiet --disable-pip-version-check outloud==0.2.1 typst==0.15.2 pikepdf
cat > look.py <<'PY'
import outloud, pikepdf, typst
from importlib.metadata import version
body = "\n\n".join(" ".join(f"plain {n}.{k} *bold {n}.{k}*" for k in range(6)) + " end." for n in range(8))
open("page.typ", "w").write(f'#set document(title: "Order")\n#set text(lang: "en")\n= Order\n\n{body}\n')
typst.compile("page.typ", output="page.pdf", pdf_standards=["ua-1"])

def depth_first(part, found):
    kids = part.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids] if kids is not None else []:
        if not isinstance(kid, pikepdf.Dictionary):
            found.append(int(kid))
        elif "/MCID" in kid and "/S" not in kid:
            found.append(int(kid["/MCID"]))
        else:
            depth_first(kid, found)
    return found

with pikepdf.open("page.pdf") as file:
    marks = [o[1] for o, op in pikepdf.parse_content_stream(file.pages[0])
             if str(op) == "BDC" and isinstance(o[1], pikepdf.Dictionary) and "/MCID" in o[1]]
    painted = [int(one["/MCID"]) for one in marks]
    tagged = depth_first(file.Root.StructTreeRoot, [])
found = [one for one in outloud.check("page.pdf").findings if one.rule == "ORD-001"]
print("outloud", version("outloud"), "typst", version("typst"), "pages 1")
print(len(painted), "pieces; painted in the order of the tree:", painted == tagged)
print("ORD-001:", found[0].message if found else "nothing")
raise SystemExit(0 if painted == tagged and found else 1)
PY
venv/bin/python look.py
