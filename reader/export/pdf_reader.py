"""The child processes that open a PDF from outside: what is attached to it, and its pages as they are seen.

Processes of their own, because whoever made the file may have meant it to hang a reader of PDFs or to fill the memory.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2

ATTACHED, SET_FROM = "comparison.json", "data.json"
"""The names of what is attached: the comparison, and what the pages were set from."""
NO_PDF, NOTHING_ATTACHED = 3, 4
"""Exit codes: it cannot be opened as a PDF, and no comparison is attached to it."""
MOST_PAGES = 3_000
_MEMORY = 2 * 1024 * 1024 * 1024
_SECONDS = 20
_PAGE_SECONDS = 240
_SCALE = 1.25
"""Dots a point at which pages are held against one another: 90 an inch, at which no digit passes for another."""


def main(path: Path) -> int:
    """Write what there is as JSON, `{"attached": {name: {"sum": SHA-256, "text": ...}}, "signatures": how many}`; 0, or
    why not.
    """
    return _told(path, _SECONDS, _attached)


def pages(path: Path) -> int:
    """Write the pages as JSON, `[{"text": ..., "picture": SHA-256}]`; 0, or why not."""
    return _told(path, _PAGE_SECONDS, _pages)


def _told(path: Path, seconds: int, look: Callable[[pypdfium2.PdfDocument], Any]) -> int:
    bound(seconds)
    try:
        found = look(pypdfium2.PdfDocument(path))
        if not found:
            return NOTHING_ATTACHED
        sys.stdout.buffer.write(json.dumps(found).encode())
    except (pypdfium2.PdfiumError, OSError, ValueError, MemoryError):
        return NO_PDF
    return 0


def _attached(document: pypdfium2.PdfDocument) -> dict[str, Any]:
    found = {}
    for number in range(document.count_attachments()):
        one = document.get_attachment(number)
        content = bytes(one.get_data())
        found[one.get_name()] = {
            "sum": hashlib.sha256(content).hexdigest(),
            "text": content.decode("utf-8", "surrogateescape") if one.get_name() in (ATTACHED, SET_FROM) else "",
        }
    signed = pypdfium2.raw.FPDF_GetSignatureCount(document.raw)
    return {"attached": found, "signatures": signed} if ATTACHED in found else {}


def _pages(document: pypdfium2.PdfDocument) -> list[dict[str, str]]:
    if len(document) > MOST_PAGES:
        raise ValueError
    document.init_forms()  # fields that somebody filled in are seen too
    return list(_seen(document))


def _seen(document: pypdfium2.PdfDocument) -> Iterator[dict[str, str]]:
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        picture = page.render(scale=_SCALE)
        drawn = hashlib.sha256(f"{picture.width} {picture.height} ".encode() + bytes(picture.buffer)).hexdigest()
        yield {"text": text.get_text_range().encode("utf-8", "replace").decode(), "picture": drawn}
        picture.close()
        text.close()
        page.close()


def bound(seconds: int) -> None:
    """Limit time and memory and write no files; where a system has no such limits, the parent's has to do."""
    try:
        import resource
    except ImportError:
        return
    limits = {resource.RLIMIT_AS: _MEMORY, resource.RLIMIT_CPU: seconds, resource.RLIMIT_FSIZE: 0}
    for kind, most in limits.items():
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):  # the system allows less already
            continue
