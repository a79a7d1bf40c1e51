"""What a file is by its first bytes: a page saved as .doc is a page, a PDF named .txt is a PDF."""

import io
import re

_HEAD = 4096
_PAGE = re.compile(rb"<(?:!doctype\s+html|html[\s>]|head[\s>]|body[\s>])", re.IGNORECASE)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)[\s>]")
_FACTIVA = re.compile(rb"<(?:PPSResponse|ppsarticle|accessionNo)\b|http://global\.factiva\.com", re.IGNORECASE)
_REFERENCES = re.compile(rb"zotero\.org/namespaces|purl\.org/net/biblio")
_RIS = re.compile(rb"\s*TY  - [A-Z]{3,8}\s")
_TEI = re.compile(rb"<(?:TEI[\s>]|doc\s[^>]{0,2000}(?:sitename|hostname|fingerprint)=)")
_PROLOGUE = re.compile(rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^>]{0,1000}-->\s*)?")
_MAIL_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]")


def module_of(data: bytes, expected: str) -> str:
    """The module of the format that `data` begins like; `expected` where its first bytes are those of any text."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if head.startswith(b"WARC/1.") or (head.startswith(b"\x1f\x8b") and expected == "warc"):
        return "warc"
    return _text(head, expected)


def _text(head: bytes, expected: str) -> str:
    if _is_saved_page(head):
        return "mail"
    if _FACTIVA.search(head):
        return "exports.factiva_xml"
    if _REFERENCES.search(head) or (expected in ("plain_text", "references") and _RIS.match(head)):
        return "references"
    if b"<en-export" in head:
        return "notes"
    start = head[_PROLOGUE.match(head).end() :]  # type: ignore[union-attr] # it may match nothing, but it matches
    if _PAGE.match(start):
        return "web_page"
    if _FEED.match(start) or (expected != "web_page" and start.startswith(b"<!DOCTYPE") and _FEED.search(start)):
        return "feed"
    if _TEI.match(start):
        return "tei"
    return expected


def _is_saved_page(head: bytes) -> bool:
    """MHTML: a message whose body is a page with its pictures."""
    return bool(_MAIL_FIELD.match(head)) and b"multipart/related" in head and b"MIME-Version:" in head


def _packed(data: bytes) -> str:
    """Which of the formats that are zip archives with a fixed content."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:20_000])
    except Exception:  # damaged in one of many ways: reading it as an archive says so
        return "archive"
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "spreadsheet"
    if "META-INF/container.xml" in names:
        return "epub"
    return "odt" if {"content.xml", "mimetype"} <= names else "archive"
