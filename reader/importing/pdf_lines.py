"""The lines of a PDF page with their places, in the order in which people read them: column after column."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

_GUTTER = 8.0
_ENDS = frozenset("\r\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of one column; places in points from the left and the bottom of the page."""

    text: str
    left: float
    right: float
    bottom: float
    top: float

    @property
    def height(self) -> float:
        """Of its letters, in points."""
        return self.top - self.bottom


def lines_of(page: Any) -> list[Line]:
    """The lines of a page's text layer in reading order."""
    from pypdfium2 import raw

    # One by one: of the text as a whole PDFium leaves out controls, and then places would be those of other letters.
    text = [chr(raw.FPDFText_GetUnicode(page.raw, n)) for n in range(page.count_chars())]
    boxes = [page.get_charbox(n, loose=True) if not c.isspace() else None for n, c in enumerate(text)]
    pieces = list(_pieces(text, boxes))
    return _ordered(pieces, 0)


def _pieces(text: Sequence[str], boxes: Sequence[Any]) -> list[Line]:
    """Runs of characters side by side: a line is cut where a gap is too wide for a space."""
    result: list[Line] = []
    run: list[int] = []
    for n, c in enumerate(text):
        if c in _ENDS or (boxes[n] is not None and run and _parted(boxes, run, n)):
            _close(text, boxes, run, result)
            run = []
        if c not in _ENDS and (run or boxes[n] is not None):
            run.append(n)
    _close(text, boxes, run, result)
    return result


def _parted(boxes: Sequence[Any], run: Sequence[int], n: int) -> bool:
    """Whether a character does not go on where the run ended."""
    last = next(boxes[k] for k in reversed(run) if boxes[k] is not None)
    here = boxes[n]
    size = max(last[3] - last[1], here[3] - here[1], 6.0)
    apart = here[0] - last[2] > 1.6 * size or here[2] < last[0] - 2 * size
    return bool(apart or abs(here[1] - last[1]) > size)


def _close(text: Sequence[str], boxes: Sequence[Any], run: Sequence[int], result: list[Line]) -> None:
    placed = [boxes[n] for n in run if boxes[n] is not None]
    said = "".join(text[n] for n in run if text[n] >= " " or text[n] in "\t\x02").strip()
    said = said.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # halves of one sign, one after the other
    if placed and said:
        left, right = min(b[0] for b in placed), max(b[2] for b in placed)
        result.append(Line(said, left, right, median(b[1] for b in placed), median(b[3] for b in placed)))


def _ordered(lines: Sequence[Line], depth: int) -> list[Line]:
    """Where a gutter parts the lines: band by band between lines that cross it, left before right."""
    gutter = _gutter(lines) if depth < 4 else None
    if gutter is None or not _is_across(lines, gutter):
        return list(lines)
    crossing = sorted((one for one in lines if one.left < gutter < one.right), key=lambda one: -one.top)
    rest = [one for one in lines if not one.left < gutter < one.right]
    result: list[Line] = []
    for border in [*crossing, None]:
        band = [one for one in rest if border is None or one.bottom >= border.bottom]
        rest = [one for one in rest if border is not None and one.bottom < border.bottom]
        for side in ([b for b in band if b.right <= gutter], [b for b in band if b.right > gutter]):
            result += _ordered(sorted(side, key=lambda one: -one.top), depth + 1)
        result += [border] if border is not None else []
    return result


def _is_across(lines: Sequence[Line], gutter: float) -> bool:
    """Whether the file was written from side to side; most are written in the order in which they are read."""
    sides = [one.left > gutter for one in lines if not one.left < gutter < one.right]
    switches = sum(a != b for a, b in pairwise(sides))
    return switches >= min(sum(sides), len(sides) - sum(sides))


def _gutter(lines: Sequence[Line]) -> float | None:
    """The place of a white strip down the middle that hardly a line crosses, and many lines keep to one side of."""
    if len(lines) < 8:
        return None
    left, right = min(one.left for one in lines), max(one.right for one in lines)
    best: tuple[int, float] | None = None
    for one in {round(line.left, 0) for line in lines if left + 0.25 * (right - left) < line.left < right}:
        place = one - _GUTTER / 2
        crossed = sum(line.left < place < line.right for line in lines)
        sides = sum(line.right <= place + 1 for line in lines), sum(line.left >= place for line in lines)
        facing = median([line.left for line in lines if line.left >= place] or [right]) - place
        if min(sides) >= max(4, 0.2 * len(lines)) and crossed <= 0.25 * len(lines) and facing < 40:
            best = min(best or (crossed, place), (crossed, place))
    return best[1] if best else None
