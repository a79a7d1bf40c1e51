"""Web archives (WARC, ARC) to articles: the pages and documents that servers answered with, each with its address."""

import io
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import limits, refusals
from reader.importing.decoding import decode_page, python_name
from reader.importing.drafts import article_of
from reader.importing.format_dispatch import articles, member
from reader.importing.media_types import ENDINGS, kind_of
from reader.importing.options import ImportOptions
from reader.importing.web_page import draft_of

_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
_SMALL = 1024 * 1024
_CODINGS = 5  # one within another


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of every answer that a reader could have read; pictures, scripts and errors are passed over."""
    yield from pages(data, name, options, depth, lambda _url: True)


def pages(
    data: bytes, name: str, options: ImportOptions, depth: int, is_wanted: Callable[[str], bool]
) -> Iterator[Article | ImportFailure]:
    """The same of the addresses that are wanted; the very same answer from one address once."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    left = limits.UNPACKED
    found = 0
    seen: set[tuple[str, int]] = set()
    try:
        if data.startswith(_ZSTD):
            data = _unzstd(data, name)
        for number, record in enumerate(ArchiveIterator(io.BytesIO(data), arc2warc=True), 1):
            suffix = _suffix(record)
            url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            if not suffix or not is_wanted(url):
                continue
            place = f"{name}/{number}"
            body = record.raw_stream.read(min(left, limits.ROOM) + 1)
            whole = _is_whole(record, body)
            try:
                body = _decoded(record, body, min(left, limits.ROOM), place)
            except ImportFailure as failure:
                yield failure
                continue
            left -= len(body)
            if left < 0 or len(body) > limits.ROOM:
                yield refusals.too_much(name)
                return
            found += 1
            if (url, hash(body)) in seen:
                continue
            seen.add((url, hash(body)))
            for one in _articles(body, place, suffix, record, options, depth):
                yield _addressed(member(one, str(number)), url)
            if not whole:
                yield refusals.cut_short(place)
    except (ArchiveLoadFailed, OSError, EOFError, ValueError, UnicodeError, zlib.error):
        yield refusals.damaged(f"{name}/{found + 1}" if found else name, "WARC")


def _articles(
    body: bytes, place: str, suffix: str, record: Any, options: ImportOptions, depth: int
) -> Iterator[Article | ImportFailure]:
    """The articles in an answer; of a page, in the encoding that the server named."""
    label = _charset(_content_type(record))
    if suffix == ".html" and python_name(label) and body.strip():
        try:
            found = decode_page(body, place, label)
            draft = draft_of(found.text, place)
            yield article_of(replace(draft, notices=(*draft.notices, *found.notices)), options)
        except ImportFailure as failure:
            yield failure
        except Exception:  # as in `reading`: parsers raise whatever they like on damaged pages
            yield refusals.damaged(place, "HTML")
        return
    yield from articles(body, place, f"page{suffix}", options, depth + 1)


def _suffix(record: Any) -> str:
    """The ending of a file with such a content, empty where it is none to read."""
    if record.rec_type not in ("response", "resource"):
        return ""
    headers = record.http_headers
    if headers is not None and not str(headers.get_statuscode()).startswith("2"):
        return ""
    return ENDINGS.get(kind_of(_content_type(record)), "")


def _content_type(record: Any) -> str:
    headers = record.http_headers if record.http_headers is not None else record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _charset(content_type: str) -> str:
    for part in content_type.split(";")[1:]:
        key, _sign, value = part.partition("=")
        if key.strip().lower() == "charset":
            return value.strip().strip("\"'")
    return ""


def _is_whole(record: Any, body: bytes) -> bool:
    """Whether as many bytes came as the record, or the server, announced."""
    stream = record.raw_stream
    if getattr(stream, "limit", 0):  # what was announced and did not come
        return False
    said = record.http_headers.get_header("Content-Length") if record.http_headers is not None else None
    chunked = record.http_headers is not None and record.http_headers.get_header("Transfer-Encoding")
    return chunked is not None or not (said and said.isdigit()) or len(body) >= int(said)


def _decoded(record: Any, body: bytes, most: int, name: str) -> bytes:
    """The answer unpacked as the server said it was packed; as it is where it is not packed so."""
    headers = record.http_headers
    if headers is None:
        return body
    if str(headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        body = _unchunked(body)
    said = str(headers.get_header("Content-Encoding") or "").lower()
    for coding in [one.strip() for one in said.split(",") if one.strip()][:_CODINGS][::-1]:
        body = _unpacked(body, coding, most, name)
    return body


def _unpacked(body: bytes, coding: str, most: int, name: str) -> bytes:
    most = min(most, max(_SMALL, limits.RATIO * len(body)))
    try:
        match coding:
            case "gzip" | "x-gzip":
                return _inflated(body, 31, most, name) if body.startswith(b"\x1f\x8b") else body
            case "deflate":
                return _inflated(body, 15 if body[:1] == b"\x78" else -15, most, name)
            case "br":
                return _unbrotli(body, most, name)
            case "zstd":
                return _unzstd(body, name) if body.startswith(_ZSTD) else body
    except zlib.error:
        return body
    return body


def _inflated(body: bytes, bits: int, most: int, name: str) -> bytes:
    engine = zlib.decompressobj(wbits=bits)
    result = engine.decompress(body, most + 1)
    if len(result) > most:
        raise refusals.too_much(name)
    return result


def _unbrotli(body: bytes, most: int, name: str) -> bytes:
    import brotli

    try:
        result: bytes = brotli.Decompressor().process(body, output_buffer_limit=most + 1)
    except brotli.error:
        return body
    if len(result) > most:
        raise refusals.too_much(name)
    return result


def _unzstd(data: bytes, name: str) -> bytes:
    """Frames of Zstandard one after the other, the dictionary that crawlers put before them used."""
    import zstandard

    dictionary = None
    if data.startswith(_ZSTD[1]) and len(data) > 8:  # a skippable frame with the dictionary of the file
        size = int.from_bytes(data[4:8], "little")
        packed, data = data[8 : 8 + size], data[8 + size :]
        if packed.startswith(_ZSTD[0]):
            packed = _unzstd(packed, name)
        dictionary = zstandard.ZstdCompressionDict(packed)
    engine = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=2**27)
    most = max(_SMALL, min(limits.UNPACKED, limits.RATIO * len(data)))
    result = bytearray()
    try:
        with engine.stream_reader(io.BytesIO(data), read_across_frames=True) as stream:
            while piece := stream.read(1024 * 1024):
                result += piece
                if len(result) > most:
                    raise refusals.too_much(name)
    except zstandard.ZstdError:
        if not result:
            raise refusals.damaged(name, "Zstandard") from None
    return bytes(result)


def _unchunked(body: bytes) -> bytes:
    """The body without the lengths between its pieces; as it is where there are none."""
    result, at = bytearray(), 0
    while at < len(body):
        end = body.find(b"\r\n", at, at + 100)
        size = body[at:end].partition(b";")[0].strip() if end > 0 else b""
        try:
            length = int(size, 16)
        except ValueError:
            return bytes(result) or body
        if not length:
            break
        result += body[end + 2 : end + 2 + length]
        at = end + 2 + length + 2
    return bytes(result)


def _addressed(result: Article | ImportFailure, url: str) -> Article | ImportFailure:
    if isinstance(result, ImportFailure) or result.url or not url.startswith(("http://", "https://")):
        return result
    return replace(result, url=url if url.isprintable() and len(url) < 2000 else "")
