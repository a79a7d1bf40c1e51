"""Makes the samples, one a format, all of the same story: `python -m tests.samples.make`."""

import html
import io
import json
import zipfile
from pathlib import Path

import typst

from tests.samples.story import BYLINE, HEADLINE, OUTLET, PARAGRAPHS, PUBLISHED, TEXT, URL

HERE = Path(__file__).parent
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def page() -> str:
    told = "\n".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    return (
        f'<!DOCTYPE html>\n<html lang="en-GB"><head><meta charset="utf-8"><title>{HEADLINE} | {OUTLET}</title>\n'
        f'<meta property="og:title" content="{HEADLINE}"><meta property="og:site_name" content="{OUTLET}">\n'
        f'<meta name="author" content="{BYLINE}"><meta property="article:published_time" content="{PUBLISHED}">\n'
        f'<link rel="canonical" href="{URL}"><script>document.title = "read"</script></head>\n'
        f'<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>\n<article><h1>{HEADLINE}</h1>\n{told}\n'
        f"</article><footer>© 2031 {OUTLET}</footer></body></html>\n"
    )


def pdf() -> bytes:
    told = "\n\n".join(PARAGRAPHS)
    source = HERE / "crane.typ"
    source.write_text(
        f"#set page(width: 300pt, height: 320pt, header: [{OUTLET}], footer: context counter(page).display())\n"
        f'#set text(size: 10pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n'
        f"= {HEADLINE}\n\nBy {BYLINE}\n\n{told}\n",
        encoding="utf-8",
    )
    try:
        return typst.compile(str(source), timestamp=0)
    finally:
        source.unlink()


def docx() -> bytes:
    told = "".join(f"<w:p><w:r><w:t>{html.escape(one)}</w:t></w:r></w:p>" for one in (HEADLINE, *PARAGRAPHS))
    return packed({"word/document.xml": f'<w:document xmlns:w="{_WORD}"><w:body>{told}</w:body></w:document>'})


def odt() -> bytes:
    told = "".join(f"<text:p>{html.escape(one)}</text:p>" for one in (HEADLINE, *PARAGRAPHS))
    names = f'xmlns:office="{_OFFICE}" xmlns:text="{_TEXT}"'
    body = f"<office:body><office:text>{told}</office:text></office:body>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {names}>{body}</office:document-content>",
        }
    )


def record() -> dict[str, str]:
    return {
        "title": HEADLINE, "text": "\n\n".join(PARAGRAPHS), "outlet": OUTLET, "author": BYLINE, "date": PUBLISHED,
        "url": URL,
    }  # fmt: skip


def json_lines() -> str:
    return json.dumps(record(), ensure_ascii=False) + "\n"


def packed(members: dict[str, str | bytes]) -> bytes:
    """A zip archive that is the same whenever it is made."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 5, 6, 8, 30, 0)), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


SAMPLES = {
    "crane.txt": lambda: TEXT,
    "crane.html": page,
    "crane.pdf": pdf,
    "crane.docx": docx,
    "crane.odt": odt,
    "crane.jsonl": json_lines,
    "crane.zip": lambda: packed({"one/crane.txt": TEXT, "two/crane.html": page(), "two/crane_files/ad.html": "<p>ad"}),
}


def main() -> None:
    """Write each sample."""
    for name, make in SAMPLES.items():
        made = make()
        (HERE / name).write_bytes(made.encode() if isinstance(made, str) else made)


if __name__ == "__main__":
    main()
