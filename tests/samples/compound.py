"""Compound files (OLE), as Outlook keeps messages in: just enough of the format to hold some streams."""

import struct
from dataclasses import dataclass, field

_SECTOR, _SMALL_SECTOR, _CUTOFF = 512, 64, 4096
_FREE, _END, _FAT, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_ROOT, _STORAGE, _STREAM = 5, 1, 2

Streams = dict[str, "bytes | Streams"]


@dataclass
class _Store:
    """Sectors of one size, and the table that chains them."""

    size: int
    data: bytearray = field(default_factory=bytearray)
    table: list[int] = field(default_factory=list)

    def add(self, content: bytes) -> int:
        """The number of the first sector of what was added."""
        start, count = len(self.table), -(-len(content) // self.size)
        self.table.extend([*range(start + 1, start + count), _END] if count else [])
        self.data += content.ljust(count * self.size, b"\0")
        return start if count else _END


def compound(streams: Streams) -> bytes:
    """A file with these streams and storages."""
    large, small = _Store(_SECTOR), _Store(_SMALL_SECTOR)
    entries: list[tuple[str, int, int, int, int, int]] = []

    def add(name: str, content: "bytes | Streams", right: int) -> int:
        place = len(entries)
        entries.append(("", 0, _NONE, _NONE, 0, 0))
        if isinstance(content, bytes):
            start = (small if len(content) < _CUTOFF else large).add(content)
            entries[place] = (name, _STREAM, _NONE, right, start, len(content))
        else:
            child = _NONE
            for inner, value in reversed(list(content.items())):
                child = add(inner, value, child)
            entries[place] = (name, _STORAGE if place else _ROOT, child, right, 0, 0)
        return place

    add("Root Entry", streams, _NONE)
    within = large.add(bytes(small.data))
    entries[0] = (*entries[0][:4], within, len(small.data))
    small_table = large.add(struct.pack(f"<{len(small.table)}I", *small.table))
    listed = [*entries, *[("", 0, _NONE, _NONE, 0, 0)] * (-len(entries) % 4)]
    directory = large.add(b"".join(map(_entry, listed)))
    tables = -(-(len(large.table) + 1) // (_SECTOR // 4 - 1))
    where = [*range(len(large.table), len(large.table) + tables)]
    table = [*large.table, *[_FAT] * tables]
    table += [_FREE] * (tables * _SECTOR // 4 - len(table))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0,
        tables, directory, 0, _CUTOFF, small_table, 1 if small.table else 0, _END, 0,
    )  # fmt: skip
    header = (header + struct.pack(f"<{tables}I", *where)).ljust(_SECTOR, b"\xff")
    return header + bytes(large.data) + struct.pack(f"<{len(table)}I", *table)


def _entry(said: tuple[str, int, int, int, int, int]) -> bytes:
    name, kind, child, right, start, size = said
    wide = name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ", wide, len(wide), kind, 1, _NONE, right, child, bytes(16), 0, 0, 0, start, size
    )
