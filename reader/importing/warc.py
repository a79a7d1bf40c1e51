"""Web archives (WARC, ARC) to articles: the pages and documents that servers answered with, each with its address."""

import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import limits, refusals
from reader.importing.decoding import decode_page, python_name
from reader.importing.drafts import article_of
from reader.importing.endings import is_cut_short
from reader.importing.format_dispatch import articles, member
from reader.importing.gzip_file import unpacked
from reader.importing.media_types import ENDINGS, kind_of
from reader.importing.options import ImportOptions
from reader.importing.web_page import draft_of

_ZSTD = (b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18")
_GZIP = b"\x1f\x8b"
# What a tool writes about a page that it kept: how it was called (wget), the text and the picture of a page (browsers).
_NOTES = re.compile(r"metadata:|urn:[A-Za-z-]{1,40}:https?://")
_NEXT = b"\r\n\r\nWARC/1."
_SMALL = 1024 * 1024
_STEP = 1024
"""Bytes that are unpacked at a time: a hostile file makes 30,000 of each one."""
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
    found, is_complete = 0, True
    seen: set[tuple[str, int]] = set()
    try:
        if data.startswith(_ZSTD):
            data, is_complete = _unzstd(data, name)
        elif data.startswith(_GZIP):
            data, is_complete = _unzipped(data, name)
        is_complete = is_complete and not _ends_in_a_head(data)
        for number, record in enumerate(ArchiveIterator(io.BytesIO(data), arc2warc=True), 1):
            suffix = _suffix(record)
            url = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
            if not suffix or _NOTES.match(url) or not is_wanted(url):
                is_complete = is_complete and _is_there(record)
                continue
            place = f"{name}/{number}"
            body = record.raw_stream.read(min(left, limits.ROOM) + 1)
            whole = _is_whole(record, body)
            try:
                body, is_unpacked = _decoded(record, body, min(left, limits.ROOM), place)
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
            for one in _articles(body, place, suffix, record, options, depth, is_whole=whole and is_unpacked):
                yield _addressed(member(one, str(number)), url)
        if not is_complete:
            yield refusals.cut_short(name)
    except (ArchiveLoadFailed, AttributeError, OSError, EOFError, ValueError, UnicodeError, zlib.error):
        place = f"{name}/{found + 1}" if found else name
        yield refusals.damaged(place, "WARC") if is_complete else refusals.cut_short(name)


def _articles(
    body: bytes, place: str, suffix: str, record: Any, options: ImportOptions, depth: int, *, is_whole: bool
) -> Iterator[Article | ImportFailure]:
    """The articles in an answer; of a page, in the encoding that the server named."""
    label = _charset(_content_type(record))
    if suffix == ".html" and python_name(label) and body.strip():
        is_whole = is_whole and not is_cut_short(body, "web_page")
        try:
            found = decode_page(body, place, label)
            draft = draft_of(found.text, place)
            yield article_of(replace(draft, notices=(*draft.notices, *found.notices)), options)
            if not is_whole:
                yield refusals.cut_short(place)
        except ImportFailure as failure:
            yield failure if is_whole else refusals.cut_short(place)
        except Exception:  # as in `reading`: parsers raise whatever they like on damaged pages
            yield refusals.damaged(place, "HTML")
        return
    yield from articles(body, place, f"page{suffix}", options, depth + 1, is_whole=is_whole)


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


def _ends_in_a_head(data: bytes) -> bool:
    """Whether the last record has not even all of its own lines: the library passes it over."""
    head = data[data.rfind(b"\nWARC/1.") + 1 :] if data.startswith(b"WARC/1.") else b"\n\n"
    return b"\n\r\n" not in head and b"\n\n" not in head


def _is_there(record: Any) -> bool:
    """Whether all came of a record that is passed over: the last may have lost what would tell what it is."""
    stream = record.raw_stream
    while stream.read(_SMALL):
        pass
    return not getattr(stream, "limit", 0) and record.rec_headers.get_header("Content-Length") is not None


def _is_whole(record: Any, body: bytes) -> bool:
    """Whether as many bytes came as the record, or the server, announced."""
    stream = record.raw_stream
    if getattr(stream, "limit", 0):  # what was announced and did not come
        return False
    said = record.http_headers.get_header("Content-Length") if record.http_headers is not None else None
    chunked = record.http_headers is not None and record.http_headers.get_header("Transfer-Encoding")
    return chunked is not None or not (said and said.isdigit()) or len(body) >= int(said)


def _decoded(record: Any, body: bytes, most: int, name: str) -> tuple[bytes, bool]:
    """The answer unpacked as the server said it was packed, and whether to its end; as it is where it is not packed."""
    headers, is_whole = record.http_headers, True
    if headers is None:
        return body, is_whole
    if str(headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        body = _unchunked(body)
    said = str(headers.get_header("Content-Encoding") or "").lower()
    for coding in [one.strip() for one in said.split(",") if one.strip()][:_CODINGS][::-1]:
        body, is_all = _unpacked(body, coding, most, name)
        is_whole = is_whole and is_all
    return body, is_whole


def _unpacked(body: bytes, coding: str, most: int, name: str) -> tuple[bytes, bool]:
    most = min(most, max(_SMALL, limits.RATIO * len(body)))
    try:
        match coding:
            case "gzip" | "x-gzip" if body.startswith(_GZIP):
                return _inflated(body, 31, most, name)
            case "deflate":
                return _inflated(body, 15 if body[:1] == b"\x78" else -15, most, name)
            case "br":
                return _unbrotli(body, most, name)
            case "zstd" if body.startswith(_ZSTD):
                return _unzstd(body, name)
    except zlib.error:
        pass
    return body, True


def _inflated(body: bytes, bits: int, most: int, name: str) -> tuple[bytes, bool]:
    engine = zlib.decompressobj(wbits=bits)
    result = engine.decompress(body, most + 1)
    if len(result) > most:
        raise refusals.too_much(name)
    return result, engine.eof


def _unzipped(data: bytes, name: str) -> tuple[bytes, bool]:
    """An archive that was packed as one file unpacked, and whether to its end; one of packed records as it is.

    The library takes those for damaged whose records are not packed each for itself.
    """
    engine = zlib.decompressobj(wbits=31)
    first = engine.decompress(data, _SMALL)
    in_one = _NEXT in first or (engine.eof and not engine.unused_data)
    return unpacked(data, name) if in_one else (data, True)


def _unbrotli(body: bytes, most: int, name: str) -> tuple[bytes, bool]:
    import brotli

    engine = brotli.Decompressor()
    try:
        result: bytes = engine.process(body, output_buffer_limit=most + 1)
    except brotli.error:
        return body, True
    if len(result) > most:
        raise refusals.too_much(name)
    return result, engine.is_finished()


def _unzstd(data: bytes, name: str) -> tuple[bytes, bool]:
    """Frames of Zstandard one after the other, the dictionary that crawlers put before them used; whether all of the
    last frame is there, which the library's own streams do not tell."""
    import zstandard

    dictionary = None
    if data.startswith(_ZSTD[1]) and len(data) > 8:  # a skippable frame with the dictionary of the file
        size = int.from_bytes(data[4:8], "little")
        packed, data = data[8 : 8 + size], data[8 + size :]
        if packed.startswith(_ZSTD[0]):
            packed, _whole = _unzstd(packed, name)
        dictionary = zstandard.ZstdCompressionDict(packed)
    engine = zstandard.ZstdDecompressor(dict_data=dictionary, max_window_size=2**27)
    most = max(_SMALL, min(limits.UNPACKED, limits.RATIO * len(data)))
    result, frame = bytearray(), None
    try:
        for at in range(0, len(data), _STEP):
            piece = data[at : at + _STEP]
            while piece:
                frame = frame or engine.decompressobj()
                result += frame.decompress(piece)
                if len(result) > most:
                    raise refusals.too_much(name)
                piece, frame = (frame.unused_data, None) if frame.eof else (b"", frame)
    except zstandard.ZstdError:
        if not result:
            raise refusals.damaged(name, "Zstandard") from None
        return bytes(result), False
    return bytes(result), frame is None


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
