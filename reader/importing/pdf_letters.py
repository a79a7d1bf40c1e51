"""The letters of a PDF page with their places, turned upright."""

import math
from typing import Any

from reader.dataclass import dataclass

_QUARTERS = 4
GENERATED = "\x1f"
"""What stands where PDFium has a space that the file has not; the width of the gap tells whether it parts words."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a page; its box in points from the left and the bottom, as wide as the writing moves on for it.

    A character without a box (a line end, a space that PDFium adds) has none.
    """

    sign: str
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0
    top: float = 0.0
    placed: bool = False
    on_page: bool = True

    @property
    def height(self) -> float:
        """Of its line, by the size of its font."""
        return self.top - self.bottom


def letters_of(document_page: Any) -> list[list[Letter]]:
    """The letters in the order of the file, those that are turned alike together; most of a page first.

    Pages are often turned for printing, with their text lying on its side: each way of writing is turned upright.
    """
    from pypdfium2 import raw

    page = document_page.get_textpage()
    edges = document_page.get_cropbox()
    ways: dict[int, list[Letter]] = {}
    way = 0
    # One by one: of the text as a whole PDFium leaves out controls, and then places would be those of other letters.
    for n in range(page.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(page.raw, n))
        if sign == " " and raw.FPDFText_IsGenerated(page.raw, n) == 1:
            ways.setdefault(way, []).append(Letter(GENERATED))
            continue
        if sign in "\r\n" or raw.FPDFText_IsGenerated(page.raw, n) == 1 or sign.isspace():
            ways.setdefault(way, []).append(Letter(sign))
            continue
        box = page.get_charbox(n, loose=True)
        way = round(raw.FPDFText_GetCharAngle(page.raw, n) / (math.pi / 2)) % _QUARTERS
        ways.setdefault(way, []).append(Letter(sign, *_upright(box, way), True, _is_on(box, edges)))
    return sorted(ways.values(), key=lambda one: -sum(letter.placed for letter in one))


def _is_on(box: tuple[float, float, float, float], edges: tuple[float, float, float, float]) -> bool:
    """Whether the middle of a box lies within the edges of the page."""
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return edges[0] - 1 <= across <= edges[2] + 1 and edges[1] - 1 <= up <= edges[3] + 1


def _upright(box: tuple[float, float, float, float], way: int) -> tuple[float, float, float, float]:
    """A box turned back by so many quarters: writing goes to the right, lines go down."""
    left, bottom, right, top = box
    match way:
        case 3:  # upwards
            return bottom, -right, top, -left
        case 2:  # upside down
            return -right, -top, -left, -bottom
        case 1:  # downwards
            return -top, left, -bottom, right
    return left, bottom, right, top
