"""Pages that Safari saved (.webarchive) to articles: a property list with the page and all that it shows."""

import plistlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import refusals
from reader.importing.decoding import decode_page
from reader.importing.drafts import article_of
from reader.importing.format_dispatch import articles
from reader.importing.options import ImportOptions
from reader.importing.web_page import draft_of

_FRAMES = 50


def read(data: bytes, name: str, options: ImportOptions) -> Iterator[Article | ImportFailure]:
    """The article in the page that was saved; where its text is in a frame of it, that."""
    try:
        whole = plistlib.loads(data)
    except Exception:  # the library raises what it likes on damaged files
        raise refusals.damaged(name, "webarchive") from None
    main = whole.get("WebMainResource") if isinstance(whole, dict) else None
    if not isinstance(main, dict) or not isinstance(main.get("WebResourceData"), bytes):
        raise refusals.damaged(name, "webarchive")
    if str(main.get("WebResourceMIMEType") or "text/html") not in ("text/html", "application/xhtml+xml"):
        yield from articles(main["WebResourceData"], name, _file(main), options)
        return
    pages = [main, *(one for one in _frames(whole))]
    drafts = []
    for page in pages[:1] if _has_text(main, name) else pages:
        try:
            drafts.append(_draft(page, name))
        except ImportFailure:
            continue
    if not drafts:
        raise refusals.without_text(name)
    yield article_of(max(drafts, key=lambda draft: len(draft.text)), options)


def _draft(page: dict[str, Any], name: str):  # type: ignore[no-untyped-def]
    found = decode_page(page["WebResourceData"], name, str(page.get("WebResourceTextEncodingName") or ""))
    draft = draft_of(found.text, name)
    url = str(page.get("WebResourceURL") or "")
    known = url if url.startswith(("http://", "https://")) and url.isprintable() and len(url) < 2000 else ""
    return replace(draft, url=draft.url or known, notices=(*draft.notices, *found.notices))


def _has_text(page: dict[str, Any], name: str) -> bool:
    try:
        return len(_draft(page, name).text.split()) > 50
    except ImportFailure:
        return False


def _frames(whole: dict[str, Any]) -> Iterator[dict[str, Any]]:
    inner = whole.get("WebSubframeArchives")
    for frame in inner[:_FRAMES] if isinstance(inner, list) else []:
        page = frame.get("WebMainResource") if isinstance(frame, dict) else None
        if isinstance(page, dict) and isinstance(page.get("WebResourceData"), bytes):
            yield page


def _file(resource: dict[str, Any]) -> str:
    return str(resource.get("WebResourceURL") or "page").rpartition("/")[2][:100] or "page"
