"""Which characters a font file can draw, read from its character map (OpenType cmap, formats 4 and 12)."""

import struct
from collections.abc import Iterator
from pathlib import Path

Ranges = list[tuple[int, int]]


def drawn_by(path: Path, index: int = 0) -> Ranges:
    """First and last code points of the ranges that the font draws; nothing where the file cannot be read as a font."""
    try:
        data = path.read_bytes()
        return list(_ranges(data, _cmap(data, index)))
    except (OSError, struct.error, StopIteration):
        return []


def _cmap(data: bytes, index: int) -> int:
    """Where the character map begins."""
    start = struct.unpack_from(f">{index + 1}I", data, 12)[index] if data[:4] == b"ttcf" else 0
    (count,) = struct.unpack_from(">H", data, start + 4)
    tables = (struct.unpack_from(">4sIII", data, start + 12 + 16 * n) for n in range(count))
    return next(int(offset) for name, _sum, offset, _length in tables if name == b"cmap")


def _ranges(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    for n in range(count):
        platform, encoding, offset = struct.unpack_from(">HHI", data, cmap + 4 + 8 * n)
        if (platform, encoding) in ((0, 3), (0, 4), (0, 6), (3, 1), (3, 10)):
            (form,) = struct.unpack_from(">H", data, cmap + offset)
            yield from _format4(data, cmap + offset) if form == 4 else ()
            yield from _format12(data, cmap + offset) if form == 12 else ()


def _format12(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, at + 12)
    for first, last, _glyph in struct.iter_unpack(">III", data[at + 16 : at + 16 + 12 * count]):
        yield first, last


def _format4(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Segments; within one, a code point may yet be mapped to no glyph, which only the glyph array tells."""
    (doubled,) = struct.unpack_from(">H", data, at + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * doubled)
    shifts_at = at + 16 + 3 * doubled
    shifts = struct.unpack_from(f">{count}H", data, shifts_at)
    for n, (first, last, delta, shift) in enumerate(zip(starts, ends, deltas, shifts, strict=True)):
        if first == 0xFFFF:
            continue
        if shift == 0:
            yield first, last
            continue
        glyphs = struct.unpack_from(f">{last - first + 1}H", data, shifts_at + 2 * n + shift)
        for code, glyph in enumerate(glyphs, first):
            if glyph and (glyph + delta) & 0xFFFF:
                yield code, code
