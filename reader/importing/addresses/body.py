"""What a server sends, as far as it may go: counted as it arrives, unpacked piece by piece, never beyond the limit."""

import zlib
from collections.abc import Iterator

import httpx

from reader.importing.addresses import refusals
from reader.importing.addresses.watch import FetchWatch

ENCODINGS = "gzip"
"""The one packing that we ask for."""


def body_of(response: httpx.Response, most: int, watch: FetchWatch, *, cut: bool = False) -> bytes:
    """All of the body; a refusal where it is more than `most` bytes, or with `cut` as much of it."""
    total = response.headers.get("content-length", "")
    expected = int(total) if total.isascii() and total.isdigit() and len(total) < 16 else 0
    if expected > most and not cut:
        raise refusals.too_large(watch.host, most)
    found = bytearray()
    for piece in _unpacked(response, most, watch, expected):
        found += piece
        if len(found) > most:
            if cut:
                return bytes(found[:most])
            raise refusals.too_large(watch.host, most)
    return bytes(found)


def _unpacked(response: httpx.Response, most: int, watch: FetchWatch, expected: int) -> Iterator[bytes]:
    """The pieces of the body, unpacked at most so many bytes at a time: a bomb is cut off, whatever it is made of."""
    kind = response.headers.get("content-encoding", "identity").strip().lower()
    if kind not in ("", "identity", "gzip", "x-gzip", "deflate"):
        raise refusals.packed_oddly(watch.host, kind)
    unpack = None if kind in ("", "identity") else zlib.decompressobj(zlib.MAX_WBITS | 32)  # gzip or zlib, by its head
    for piece in response.iter_raw():
        watch.received(response.num_bytes_downloaded, expected)
        watch.look()
        if unpack is None:
            yield piece
            continue
        try:
            yield unpack.decompress(piece, most + 1)
            while unpack.unconsumed_tail:
                yield unpack.decompress(unpack.unconsumed_tail, most + 1)
        except zlib.error:
            raise refusals.broken_off(watch.host) from None
    if unpack is not None and not unpack.eof:
        raise refusals.broken_off(watch.host)
