"""Makes the samples, one a format, all of the same story: `python -m tests.samples.make`."""

import email.policy
import gzip
import html
import io
import json
import plistlib
import quopri
import struct
import textwrap
import zipfile
from dataclasses import asdict
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import typst

from reader.article import Article
from reader.importing import read_all
from tests.samples.compound import Streams, compound
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


def single_file() -> str:
    """A page saved by SingleFile: a note at the top, styles and pictures written into it, no address of its own."""
    note = f"<!--\n Page saved with SingleFile \n url: {URL} \n saved date: Tue May 06 2031 09:00:00\n-->"
    picture = f'<figure><img src="data:image/png;base64,{"A" * 4_000}"></figure>'
    whole = page().replace(f'<link rel="canonical" href="{URL}">', "<style>p{margin:0}</style>")
    return whole.replace("<html", f"{note}<html", 1).replace("</h1>", f"</h1>{picture}", 1)


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


def columns() -> bytes:
    """A newspaper's page or two: narrow columns, divided words, a running head and page numbers."""
    told = "\n\n".join(PARAGRAPHS)
    source = HERE / "columns.typ"
    source.write_text(
        f"#set page(width: 300pt, height: 210pt, margin: 24pt, columns: 2, header: [{OUTLET}],"
        f" footer: context counter(page).display())\n"
        f'#set text(size: 8pt, lang: "en", hyphenate: true)\n#set par(justify: true)\n'
        f'#place(top, scope: "parent", float: true, text(14pt)[{HEADLINE}])\n\nBy {BYLINE}\n\n{told}\n',
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


def markdown() -> str:
    told = "\n\n".join(PARAGRAPHS).replace("Port Vela", "**Port Vela**", 1).replace("a tug", "[a tug](/tug)")
    fields = f"title: {HEADLINE}\nauthor: {BYLINE}\noutlet: {OUTLET}\ndate: {PUBLISHED}\nurl: {URL}"
    return f"---\n{fields}\n---\n\n# {HEADLINE}\n\n{told}\n"


def rtf() -> str:
    told = "\\par\n".join((HEADLINE, *PARAGRAPHS))
    signs = "".join(c if c.isascii() else f"\\u{ord(c)}?" for c in told)
    return f"{{\\rtf1\\ansi\\ansicpg1252{{\\fonttbl{{\\f0 Serif;}}}}{{\\info{{\\author x}}}}\\f0 {signs}\\par}}"


def epub() -> bytes:
    told = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>{HEADLINE}</h1>{told}</body></html>'
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata>'
        f"<dc:creator>{BYLINE}</dc:creator><dc:publisher>{OUTLET}</dc:publisher><dc:date>{PUBLISHED}</dc:date>"
        '<dc:language>en</dc:language></metadata><manifest><item id="a" href="crane.xhtml"'
        ' media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="book/package.opf"/></rootfiles></container>'
    return packed(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "book/package.opf": package,
            "book/crane.xhtml": chapter,
        }
    )


def letter() -> bytes:
    message = EmailMessage(policy=email.policy.SMTP)
    message["From"] = f"{OUTLET} <news@courier.example>"
    message["Subject"] = HEADLINE
    message["Date"] = "Tue, 06 May 2031 08:30:00 +0200"
    message.set_content("\n\n".join(PARAGRAPHS) + "\n", cte="base64")
    return message.as_bytes()


def mailbox() -> bytes:
    return b"".join(b"From news@courier.example Tue May  6 08:30:00 2031\n" + letter() + b"\n" for _ in range(2))


def saved_page() -> bytes:
    encoded = quopri.encodestring(page().encode())
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {URL}\nSubject: crane\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----part"\n\n------part\n'
        "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n"
    ).encode() + encoded + b"\n------part\nContent-Type: image/png\n\n\x89PNG\n------part--\n"  # fmt: skip


def feed() -> str:
    told = html.escape("".join(f"<p>{one}</p>" for one in PARAGRAPHS))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>'
        f"<title>{OUTLET}</title><language>en</language><item><title>{HEADLINE}</title><link>{URL}</link>"
        f"<dc:creator>{BYLINE}</dc:creator><pubDate>Tue, 06 May 2031 08:30:00 +0200</pubDate>"
        f"<description>{told}</description></item></channel></rss>\n"
    )


def atom() -> str:
    told = html.escape("".join(f"<p>{one}</p>" for one in PARAGRAPHS))
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
        f"<title>{OUTLET}</title><entry><title>{HEADLINE}</title><link href='{URL}'/>"
        f"<author><name>{BYLINE}</name></author>"
        f"<published>{PUBLISHED}</published><updated>2031-05-06T11:15:00+02:00</updated>"
        f'<content type="html">{told}</content></entry></feed>\n'
    )


def web_archive() -> bytes:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page().encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {URL}\r\nWARC-Date: 2031-05-06T06:30:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def outlook() -> bytes:
    wide = {"0037": HEADLINE, "0C1A": OUTLET, "1000": "\r\n\r\n".join(PARAGRAPHS)}
    streams: Streams = {f"__substg1.0_{number}001F": value.encode("utf-16-le") for number, value in wide.items()}
    ticks = int((datetime(2031, 5, 6, 6, 30, tzinfo=UTC) - datetime(1601, 1, 1, tzinfo=UTC)).total_seconds()) * 10**7
    sent = struct.pack("<HHIQ", 0x0040, 0x0039, 6, ticks)
    return compound({**streams, "__properties_version1.0": bytes(32) + sent})


def newsml() -> str:
    told = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" '
        f'guid="{URL}" version="1" xml:lang="en"><itemMeta><provider><name>{OUTLET}</name></provider>'
        f"<firstCreated>{PUBLISHED}</firstCreated></itemMeta><contentMeta><by>By {BYLINE}</by>"
        f"<headline>{HEADLINE}</headline></contentMeta><contentSet><inlineXML>"
        f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{told}</body></html></inlineXML></contentSet></newsItem>\n'
    )


def nitf() -> str:
    told = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    return (
        f'<?xml version="1.0"?>\n<nitf><head><docdata><date.issue norm="20310506T083000+0200"/></docdata>'
        f'<pubdata name="{OUTLET}"/></head><body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>By '
        f"{BYLINE}</byline></body.head><body.content>{told}</body.content></body></nitf>\n"
    )


def ninjs() -> str:
    told = "".join(f"<p>{html.escape(one)}</p>" for one in PARAGRAPHS)
    return json.dumps(
        {
            "uri": URL, "type": "text", "standard": {"name": "ninjs", "version": "2.0"}, "headline": HEADLINE,
            "by": BYLINE, "firstcreated": PUBLISHED, "infosources": [{"name": OUTLET}], "language": "en",
            "bodies": [{"contenttype": "text/html", "value": told}],
        },
        indent=1,
    )  # fmt: skip


def telex() -> str:
    told = "\r\n\r\n".join(textwrap.fill(one, 69).replace("\n", "\r\n") for one in PARAGRAPHS)
    head = "\x01vna4711 3 i 60  vna 0045\r\n\r\nVela/crane/\r\n\x02"
    return f"{head}{HEADLINE}\r\nBy {BYLINE} =\r\n\r\n{told}\r\n\x03060830 CEST May 31\r\n\x7f\r\n\x7f\x04"


def safari() -> bytes:
    resource = {
        "WebResourceData": page().encode(), "WebResourceMIMEType": "text/html", "WebResourceURL": URL,
        "WebResourceTextEncodingName": "UTF-8",
    }  # fmt: skip
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


def collection() -> bytes:
    pages = json.dumps({"format": "json-pages-1.0"}) + "\n" + json.dumps({"url": URL, "title": HEADLINE}) + "\n"
    twice = gzip.compress(web_archive(), mtime=0)
    return packed(
        {"archive/a.warc.gz": twice, "archive/b.warc.gz": twice, "datapackage.json": "{}", "pages/pages.jsonl": pages}
    )


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
    "crane.md": markdown,
    "crane.rtf": rtf,
    "crane.epub": epub,
    "crane.eml": letter,
    "crane.mbox": mailbox,
    "crane.mhtml": saved_page,
    "crane.rss": feed,
    "crane.warc": web_archive,
    "crane.warc.gz": lambda: gzip.compress(web_archive(), mtime=0),
    "crane.atom": atom,
    "crane.msg": outlook,
    "crane.newsml": newsml,
    "crane.nitf": nitf,
    "crane.ninjs": ninjs,
    "crane.iptc": telex,
    "crane.webarchive": safari,
    "crane.wacz": collection,
    "crane.html.gz": lambda: gzip.compress(page().encode(), mtime=0),
    "single-file.html": single_file,
    "columns.pdf": columns,
    "saved.htm": page,
    "saved_files/ad.html": lambda: "<p>Ad</p>",
    "saved_files/page.css": lambda: "p { color: red }",
    "crane.zip": lambda: packed({"one/crane.txt": TEXT, "two/crane.html": page(), "two/crane_files/ad.html": "<p>ad"}),
}

ARTICLES = tuple(name for name in SAMPLES if "_files/" not in name)
"""Those that are to be read; the others lie beside a saved page."""


def golden(name: str) -> str:
    """What reading a sample gives, as JSON: every field of every article, in it the path below the samples."""
    found = []
    for one in read_all(HERE / name):
        said = asdict(one) if isinstance(one, Article) else {"failure": str(one)}
        if "path" in said:
            said["path"] = Path(said["path"]).relative_to(HERE).as_posix()
        found.append(said)
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write each sample, and what reading it gives: look at the difference before you keep it."""
    for name, make in SAMPLES.items():
        made = make()
        (HERE / name).parent.mkdir(exist_ok=True)
        (HERE / name).write_bytes(made.encode() if isinstance(made, str) else made)
    for name in ARTICLES:
        (HERE / "golden" / f"{name}.json").write_text(golden(name), encoding="utf-8")


if __name__ == "__main__":
    main()
