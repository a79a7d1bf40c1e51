"""Gzipped files to the articles of the file within, which is unpacked in memory and within limits."""

import zlib
from collections.abc import Iterator

from reader.article import Article
from reader.errors import ImportFailure
from reader.importing import limits, refusals
from reader.importing.format_dispatch import articles
from reader.importing.options import ImportOptions

_SMALL = 1024 * 1024


def read(data: bytes, name: str, options: ImportOptions, depth: int = 0) -> Iterator[Article | ImportFailure]:
    """The articles of the file that was gzipped; a notice where it was cut short."""
    inside, whole = unpacked(data, name)
    if not inside:
        raise refusals.damaged(name, "gzip")
    inner = name[: -len(".gz")] if name.lower().endswith(".gz") else name
    file = "archive.warc" if inside.startswith(b"WARC/1.") else inner.rpartition("/")[2]
    yield from articles(inside, name, file, options, depth + 1, is_whole=whole)


def unpacked(data: bytes, name: str) -> tuple[bytes, bool]:
    """What several gzip members hold together, and whether the last of them is whole."""
    most = max(_SMALL, min(limits.UNPACKED, limits.RATIO * len(data)))
    result, rest, whole = bytearray(), data, True
    while rest.startswith(b"\x1f\x8b"):
        engine = zlib.decompressobj(wbits=31)
        try:
            result += engine.decompress(rest, most - len(result) + 1)
        except zlib.error:
            if not result:
                raise refusals.damaged(name, "gzip") from None
            return bytes(result), False
        if len(result) > most:
            raise refusals.too_much(name)
        whole, rest = engine.eof, engine.unused_data
    return bytes(result), whole
