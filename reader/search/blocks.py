"""Terms and their postings as Whoosh 2.7.4 has them on the disk (its W3 codec), each field written in one go.

Whoosh's own writer takes postings one by one through four objects a term, which is half of the time of indexing. What
this one writes is the same, posting by posting (tests/search/test_segment_writer.py).
"""

import contextlib
import struct
from array import array
from collections.abc import Iterable, Iterator
from hashlib import md5
from operator import sub
from pickle import dumps
from typing import Any

from reader.search.gate import filetables, length_to_byte, whoosh3

Postings = tuple[list[int], list[float], list[bytes]]
"""One term's articles in order, its weight in each, its encoded places there."""

_BLOCK = 128  # postings of a block, as W3Codec has it
_PLAIN = 0  # no compression: it takes as long as all else, and Whoosh's own blocks are larger for all theirs
_PROTOCOL = 3  # 2, which Whoosh writes but does not insist on, spells bytes out as text
_SIZE = struct.Struct("!i")
_FIELD = struct.Struct("!H")
_INFO = struct.Struct("!BfIBBfII")  # W3TermInfo's
_EXTENT = struct.Struct("!qi")
_PLACE = b"\xfe\xdc\xba\x98"  # stands for the encoded place of a word; nothing else in a lone posting looks like it
_VALUE = len(_PLACE)
_ENTRY = struct.Struct("!ii")
_POINTER = struct.Struct("!Iq")
_WRITTEN = 1 << 20  # bytes that are written at a time


class TermsWriter:
    """Writes the two files of a segment's terms; stands in for Whoosh's field writer."""

    def __init__(self, storage: Any, segment: Any) -> None:
        """Begin the file of terms and the file of postings."""
        self._table = _Table(segment.create_file(storage, whoosh3.W3Codec.TERMS_EXT))
        self._fields: dict[str, int] = {}
        self._table.extras["fieldmap"] = self._fields
        self._postings = segment.create_file(storage, whoosh3.W3Codec.POSTS_EXT)
        self.is_closed = False

    def write(self, name: str, terms: Iterable[tuple[bytes, Postings]], lengths: bytes) -> None:
        """All terms of a field in their order; `lengths` has a byte for the field's length in each article."""
        self._table.add_all(
            self._entries(_FIELD.pack(self._fields.setdefault(name, len(self._fields))), terms, lengths)
        )

    def close(self) -> None:
        """Finish the file of terms and the file of postings: neither is whole before."""
        self._table.close()
        self._postings.close()
        self.is_closed = True

    def abandon(self) -> None:
        """Let go of both files, which are to be deleted: a full disk does not let them be finished."""
        for file in (self._table.dbfile, self._postings):
            with contextlib.suppress(OSError):
                file.raw_file().close()
        self.is_closed = True

    def _entries(
        self, field: bytes, terms: Iterable[tuple[bytes, Postings]], lengths: bytes
    ) -> Iterator[tuple[bytes, bytes]]:
        """The table's entry for each term, whose postings are written meanwhile."""
        at, waiting, parts = self._postings.tell(), 0, []
        lone = _Lone(lengths)
        for term, (numbers, weights, values) in terms:
            if len(numbers) == 1 and len(values[0]) == _VALUE:
                number, weight = numbers[0], weights[0]
                before, after, size, about = lone[number, weight]
                packed = before + values[0] + after
                about += _EXTENT.pack(at, size)
            else:
                packed = _packed(numbers, weights, values, lengths)
                size = len(packed)
                about = _about(numbers, weights, lengths) + _EXTENT.pack(at, size)
            parts.append(packed)
            yield field + term, about
            at += size
            waiting += size
            if waiting > _WRITTEN:
                self._postings.write(b"".join(parts))
                waiting, parts = 0, []
        self._postings.write(b"".join(parts))


class _Lone(dict[tuple[int, float], tuple[bytes, bytes, int, bytes]]):
    """For a term that stands once in one article only, as half of all terms do: all but the place, made beforehand.

    By the article and the weight: what comes before and after the place, the size of it all, what the table says.
    """

    def __init__(self, lengths: bytes) -> None:
        super().__init__()
        self._lengths = lengths

    def __missing__(self, key: tuple[int, float]) -> tuple[bytes, bytes, int, bytes]:
        number, weight = key
        packed = _packed([number], [weight], [_PLACE], self._lengths)
        before, after = packed.rsplit(_PLACE, 1)
        made = self[key] = (before, after, len(packed), _about([number], [weight], self._lengths))
        return made


def _about(numbers: list[int], weights: list[float], lengths: bytes) -> bytes:
    """What the table says of a term, but for where its postings lie."""
    short = [lengths[number] for number in numbers]
    most, least = max(short), min(short)
    return _INFO.pack(0, sum(weights), len(numbers), least, most, max(weights), numbers[0], numbers[-1])


_MAGIC: bytes = whoosh3.WHOOSH3_HEADER_MAGIC


def _packed(numbers: list[int], weights: list[float], values: list[bytes], lengths: bytes) -> bytes:
    """The postings of a term, as blocks."""
    if len(numbers) <= _BLOCK:
        return _MAGIC + _block(numbers, weights, values, lengths, last=True)
    parts = [_MAGIC]
    for start in range(0, len(numbers), _BLOCK):
        end = start + _BLOCK
        some = (numbers[start:end], weights[start:end], values[start:end])
        parts.append(_block(*some, lengths, last=end >= len(numbers)))
    return b"".join(parts)


def _block(numbers: list[int], weights: list[float], values: list[bytes], lengths: bytes, *, last: bool) -> bytes:
    """What Whoosh's `_write_block` writes: its size, negative for the last, what it holds at most, and the postings."""
    most, least = max(weights), min(weights)
    told = tuple(array("f", weights)) if most != least else None if most == 1.0 else most
    steps = (numbers[0], *map(sub, numbers[1:], numbers))
    data = dumps((steps, told, tuple(values) if values[0] else ()), _PROTOCOL)
    short = [lengths[number] for number in numbers]
    about = dumps((len(numbers), numbers[-1], most, _PLAIN, min(short), max(short)), _PROTOCOL)
    size = len(about) + len(data)
    return _SIZE.pack(-size if last else size) + about + data


class _Table(filetables.OrderedHashWriter):  # type: ignore[misc]
    """Whoosh's table on the disk from terms to what is known of them, written with less ado."""

    def add_all(self, items: Iterable[tuple[bytes, bytes]]) -> None:
        """Add entries, which come in the order of their keys and behind those that are there."""
        at, waiting = self.dbfile.tell(), 0
        parts: list[bytes] = []
        for key, value in items:
            parts += (_ENTRY.pack(len(key), len(value)), key, value)
            place = int.from_bytes(md5(key, usedforsecurity=False).digest()[-4:], "big")
            self.buckets[place & 255].append((place, at + waiting))
            self.index.append(at + waiting)
            waiting += _ENTRY.size + len(key) + len(value)
            if waiting > _WRITTEN:
                self.dbfile.write(b"".join(parts))
                at, waiting, parts = at + waiting, 0, []
        self.dbfile.write(b"".join(parts))

    def _write_hashes(self) -> None:
        for entries in self.buckets:
            slots = 2 * len(entries)
            self.directory.append((self.dbfile.tell(), slots))
            table = [b""] * slots
            for place, at in entries:
                slot = (place >> 8) % slots
                while table[slot]:
                    slot = (slot + 1) % slots
                table[slot] = _POINTER.pack(place, at)
            self.dbfile.write(b"".join(entry or _NOTHING for entry in table))


_NOTHING = _POINTER.pack(0, 0)


def short_lengths(lengths: Iterable[int]) -> bytes:
    """Lengths as the bytes that Whoosh rounds them to."""
    return bytes(length_to_byte(length) for length in lengths)
