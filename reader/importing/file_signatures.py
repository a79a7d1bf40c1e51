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
_COMMENTS = rb"(?:<!--(?s:.{0,1500}?)-->\s*){0,5}"
_PROLOGUE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?" + _COMMENTS + rb"(?:<!DOCTYPE\s+(?!html)[^>\[]{1,500}>\s*)?" + _COMMENTS
)
_MAIL_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[ \t]")
_COUNTED = re.compile(rb"\d{1,10}[ \t]{0,20}\r?\n")
_ROOT = re.compile(rb"<(?:[A-Za-z0-9_.-]{1,40}:)?([A-Za-z0-9_.-]{1,40})[\s>/]")
_NEWSML = frozenset([b"newsItem", b"newsMessage", b"packageItem", b"newsItemRef", b"NewsML"])
_FLAT = b"urn:oasis:names:tc:opendocument:xmlns:office:"
_IPTC = b"iptc.org/std/nar"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MESSAGE = "__properties_version1.0".encode("utf-16-le")
_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
# What items of ninjs have and other JSON of news has not: the standard's name, or its spelling of these fields.
_NINJS = re.compile(
    rb'"name"\s*:\s*"ninjs"|iptc\.org/std/ninjs|"(?:pubstatus|versioncreated|versionCreated|headlines)"\s*:'
)
_NINJS_BODY = re.compile(rb'"(?:bodies|body_(?:html|xhtml|text|nitf))"\s*:')
_LOOKED_AT = 1024 * 1024
_WORD = re.compile(r"word/document\d*\.xml")


def module_of(data: bytes, expected: str) -> str:
    """The module of the format that `data` begins like; `expected` where its first bytes are those of any text."""
    head = data[:_HEAD].removeprefix(b"\xef\xbb\xbf")
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"{\\rtf"):
        return "rtf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    if head.startswith(b"\x1f\x8b"):
        return "warc" if expected == "warc" else "gzip_file"
    if head.startswith((b"WARC/1.", b"filedesc://")) or (head.startswith(_ZSTD) and expected == "warc"):
        return "warc"
    if head.startswith(b"bplist00") and b"WebMainResource" in data[:_LOOKED_AT]:
        return "webarchive"
    if head.startswith(_OLE):
        return "outlook" if _MESSAGE in data else "plain_text"
    return _telex(head) or _marked_up(head, data, expected)


def _telex(head: bytes) -> str:
    """What ran over teleprinter lines begins with a start of header and has a start of text soon after."""
    start = head.lstrip(b"\x16\x00\r\n ")
    return "newswire.telex" if start.startswith(b"\x01") and b"\x02" in start[:400] else ""


def _marked_up(head: bytes, data: bytes, expected: str) -> str:
    if _is_message(head):
        return "mail"
    if _FACTIVA.search(head):
        return "exports.factiva_xml"
    if _REFERENCES.search(head) or (expected in ("plain_text", "references") and _RIS.match(head)):
        return "references"
    if b"<en-export" in head:
        return "evernote"
    start = head[_PROLOGUE.match(head).end() :]  # type: ignore[union-attr] # it may match nothing, but it matches
    if kind := _by_root(start, expected):
        return kind
    if start[:1] in (b"{", b"[") and expected in ("json_lines", "plain_text", "newswire.ninjs"):
        sample = data[:_LOOKED_AT]
        if _NINJS.search(sample) and _NINJS_BODY.search(sample):
            return "newswire.ninjs"
    return expected


def _by_root(start: bytes, expected: str) -> str:
    """What markup is by its first element; empty where that says nothing."""
    if root := _ROOT.match(start):
        if root[1] in _NEWSML or (_IPTC in start[:1000] and expected != "web_page"):
            return "newswire.newsml"
        if root[1] == b"nitf":
            return "newswire.nitf"
        if root[1] == b"document" and _FLAT in start[:_HEAD]:
            return "odt"
    if _PAGE.match(start):
        return "web_page"
    if _FEED.match(start) or (expected != "web_page" and start.startswith(b"<!DOCTYPE") and _FEED.search(start)):
        return "feed"
    return "tei" if _TEI.match(start) else ""


def _is_message(head: bytes) -> bool:
    """A message with the fields that programs write into its header; one that Apple Mail keeps follows its length."""
    head = head.lstrip()
    counted = _COUNTED.match(head)
    head = head[counted.end() :] if counted else head
    top = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    if not _MAIL_FIELD.match(top):
        return False
    fields = {line.partition(b":")[0].lower() for line in top.split(b"\n")}
    return b"mime-version" in fields and (b"multipart/related" in head or b"from" in fields or b"received" in fields)


def _packed(data: bytes) -> str:
    """Which of the formats that are zip archives with a fixed content."""
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:20_000])
    except Exception:  # damaged in one of many ways: reading it as an archive says so
        return "archive"
    if any(_WORD.fullmatch(name) for name in names):
        return "docx"
    if "xl/workbook.xml" in names:
        return "spreadsheet"
    if "META-INF/container.xml" in names:
        return "epub"
    if "datapackage.json" in names and any(name.startswith("archive/") for name in names):
        return "wacz"
    return "odt" if {"content.xml", "mimetype"} <= names else "archive"
