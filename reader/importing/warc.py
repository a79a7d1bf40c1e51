"""Web archives (WARC) to articles: the pages and documents that servers answered with, each with its address."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import limits, refusals
from reader.importing.media_types import ENDINGS, kind_of
from reader.importing.options import ImportOptions
from reader.importing.reading import articles, member


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of every answer that a reader could have read; pictures, scripts and errors are passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left = limits.UNPACKED
    found = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(data)), 1):
            suffix = _suffix(record)
            if not suffix:
                continue
            body = record.content_stream().read(min(left, limits.ROOM) + 1)
            left -= len(body)
            if left < 0 or len(body) > limits.ROOM:
                yield refusals.too_much(name)
                return
            found += 1
            url = str(record.rec_headers.get_header("WARC-Target-URI") or "")
            for one in articles(body, f"{name}/{number}", suffix, options, depth + 1):
                yield _addressed(member(one, str(number)), url)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, UnicodeError):
        yield refusals.damaged(f"{name}/{found + 1}" if found else name, "WARC")


def _suffix(record: Any) -> str:
    """The ending of a file with such a content, empty where it is none to read."""
    if record.rec_type not in ("response", "resource"):
        return ""
    headers = record.http_headers
    if headers is not None and not str(headers.get_statuscode()).startswith("2"):
        return ""
    kind = headers.get_header("Content-Type") if headers is not None else record.rec_headers.get_header("Content-Type")
    return ENDINGS.get(kind_of(str(kind or "")), "")


def _addressed(result: Article | ImportFailure, url: str) -> Article | ImportFailure:
    if isinstance(result, ImportFailure) or result.url or not url.startswith(("http://", "https://")):
        return result
    return replace(result, url=url if url.isprintable() and len(url) < 2000 else "")
