"""The pages of a PDF that was made here as pictures, for a printer; whole pages only, one after the other."""

import threading
from collections.abc import Iterator

import pypdfium2

from reader.dataclass import dataclass

_POINTS = 72
_ONE = threading.Lock()
"""PDFium works for one thread at a time."""


@dataclass(frozen=True, slots=True)
class PixelPage:
    """A page as rows of `stride` bytes, three a pixel: red, green, blue."""

    width: int
    height: int
    stride: int
    pixels: bytes


def count(pdf: bytes) -> int:
    """How many pages there are."""
    with _ONE:
        return len(pypdfium2.PdfDocument(pdf))


def pages(pdf: bytes, resolution: int, first: int = 1, last: int = 0, upright: bool = True) -> Iterator[PixelPage]:
    """Pages from the first to the last wanted (0 for the end), at so many dots an inch.

    They are turned where need be, so that all of them are `upright`, higher than broad, or none is.
    """
    with _ONE:
        document = pypdfium2.PdfDocument(pdf)
        numbers = range(max(1, first) - 1, min(last, len(document)) if last else len(document))
    for number in numbers:
        with _ONE:
            held = document[number]
            turned = 0 if (held.get_height() >= held.get_width()) is upright else 90
            picture = held.render(scale=resolution / _POINTS, rotation=turned, rev_byteorder=True)
            page = PixelPage(picture.width, picture.height, picture.stride, bytes(picture.buffer))
            picture.close()
        yield page
    with _ONE:
        document.close()
