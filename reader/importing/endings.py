"""Whether a file ends where its kind ends: parsers that forgive read one that was cut short as if it were whole."""

import re
from collections.abc import Callable

_HEAD = 20_000
"""Bytes in which a document's first element, or a message's head, stands."""
_ASIDE = re.compile(rb"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)", re.DOTALL)
_ROOT = re.compile(rb"<([A-Za-z_][\w:.-]{0,100})")
_PAGE = re.compile(rb"<(?:html|body|!doctype\s+html)\b", re.IGNORECASE)
_PAGE_END = re.compile(rb"</(?:html|body)\s*>", re.IGNORECASE)
_BOX = re.compile(rb"<(/?)(?:div|article|main|section|table|script)\b", re.IGNORECASE)
_PARTS = re.compile(
    rb"^content-type:\s*multipart/[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*?"
    rb"boundary=(?:\"([^\"\r\n]{1,200})\"|([^\s;\"]{1,200}))",
    re.IGNORECASE | re.MULTILINE,
)


def is_cut_short(data: bytes, module: str) -> bool:
    """Whether the end of a file is missing that the reader `module` of the format is about to read; False if unsure."""
    check = CHECKS.get(module)
    return check is not None and check(data.replace(b"\0", b""))  # UTF-16 as ASCII


def _page(data: bytes) -> bool:
    """A page, and no part of one, neither closed itself nor closing what it opened."""
    if not _PAGE.search(data[:_HEAD]) or _PAGE_END.search(data):
        return False
    opened = [not one[1] for one in _BOX.finditer(data)]
    return data.rfind(b"<") > data.rfind(b">") or opened.count(True) > opened.count(False)


def _xml(data: bytes) -> bool:
    root = _ROOT.search(_ASIDE.sub(b"", data[:_HEAD]))
    if root is None:
        return False
    empty = re.search(rb"<" + re.escape(root[1]) + rb"(?:\s[^<>]*)?/>\s*\Z", data)
    return empty is None and re.search(rb"</" + re.escape(root[1]) + rb"\s*>", data) is None


def _rtf(data: bytes) -> bool:
    return not data.rstrip(b"\r\n\t \x1a").endswith(b"}")


def _message(data: bytes) -> bool:
    """A message of several parts without the line that closes the last."""
    head = re.split(rb"\r?\n\r?\n", data[:_HEAD].lstrip(), maxsplit=1)[0]
    parts = _PARTS.search(head)
    if parts is None:
        return False
    line = b"--" + (parts[1] or parts[2])
    return line in data and line + b"--" not in data


_XML = (
    "feed", "tei", "evernote", "exports.factiva_xml", "newswire.newsml", "newswire.nitf",
)  # fmt: skip
CHECKS: dict[str, Callable[[bytes], bool]] = {
    "web_page": _page,
    "rtf": _rtf,
    "mail": _message,
    "references": lambda data: data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") and _xml(data),  # RDF, and no RIS
    **dict.fromkeys(_XML, _xml),
}
