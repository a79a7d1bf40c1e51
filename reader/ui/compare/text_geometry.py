"""Where characters stand on the laid-out paper: heights and line rectangles, in document coordinates."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGlyphRun, QTextBlock, QTextDocument, QTextLine

from reader.text.direction import has_right_to_left
from reader.text.spans import Span
from reader.ui.compare.article_document import Utf16Map

AIR = 1.5
"""How far a highlight reaches above and below the letters, in pixels."""
TOUCHING = 0.5
"""Letters so near to one another, in pixels, stand side by side."""


class TextGeometry:
    """Answers in code points of the article for a document that shows it."""

    def __init__(self, document: QTextDocument, offsets: Utf16Map) -> None:
        self._document = document
        self._offsets = offsets

    def settle(self, point: int | None = None) -> None:
        """Lay everything out, or as far as a character: Qt does so lazily, and until then the heights are unknown."""
        last = self._document.lastBlock() if point is None else self._document.findBlock(self._offsets.units(point))
        self._document.documentLayout().blockBoundingRect(last)
        if point is None:
            self._document.documentLayout().documentSize()

    @property
    def height(self) -> float:
        """Of the whole document."""
        return self._document.documentLayout().documentSize().height()

    def middle(self, point: int) -> float:
        """The middle of the line that a character stands on."""
        top, bottom = self.line(point)
        return (top + bottom) / 2

    def line(self, point: int) -> tuple[float, float]:
        """Top and bottom of the line that a character stands on; where that is folded away, where the fold is."""
        unit = self._offsets.units(point)
        block = self._document.findBlock(unit)
        if not block.isValid():
            block = self._document.lastBlock()
        if not block.isVisible():
            return self._fold(block)
        layout = block.layout()
        line = layout.lineForTextPosition(min(max(unit - block.position(), 0), block.length() - 1))
        if not line.isValid():
            return 0.0, 0.0
        top = layout.position().y() + line.y()
        return top, top + line.height()

    def _fold(self, block: QTextBlock) -> tuple[float, float]:
        while block.isValid() and not block.isVisible():
            block = block.previous()
        bottom = 0.0
        if block.isValid():
            bottom = block.layout().position().y() + block.layout().boundingRect().bottom()
        return bottom, bottom

    def extent(self, span: Span) -> tuple[float, float]:
        """From the top of the first line to the bottom of the last line of a span."""
        return self.line(span.start)[0], self.line(max(span.start, span.end - 1))[1]

    def point(self, height: float, x: float | None = None) -> int:
        """The first character of the line at a height, or the one there that is nearest to `x`.

        (Where paragraphs are hidden, Qt itself takes a gap for the end of it all.)
        """
        block = self._block(height)
        layout = block.layout()
        lines = [layout.lineAt(i) for i in range(layout.lineCount())]
        above = [line for line in lines if line.y() <= height - layout.position().y()] or lines[:1]
        if not above:
            return self._offsets.point(block.position())
        line = above[-1]
        at = line.textStart() if x is None else int(line.xToCursor(x - layout.position().x()))
        return self._offsets.point(block.position() + at)

    def _block(self, height: float) -> QTextBlock:
        """The last visible paragraph that begins above a height; the first one where none does."""
        found, low, high = QTextBlock(), 0, self._document.blockCount() - 1
        while low <= high:
            middle = (low + high) // 2
            block = self._document.findBlockByNumber(middle)
            while not block.isVisible() and block.blockNumber() > low:
                block = block.previous()
            if not block.isVisible() or block.layout().position().y() <= height:
                found, low = (block if block.isVisible() else found), middle + 1
            else:
                high = block.blockNumber() - 1
        if found.isValid():
            return found
        first = self._document.begin()
        while not first.isVisible() and first.next().isValid():
            first = first.next()
        return first

    def exactly(self, place: QPointF) -> int | None:
        """The character under a place; none where it falls beside the letters."""
        hit = self._document.documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        return self._offsets.point(hit) if hit >= 0 else None

    def rectangles(self, span: Span) -> list[QRectF]:
        """One rectangle a line, closely around the letters of a span; several where directions meet in a line."""
        return self._rectangles(span, whole=False)

    def strips(self, span: Span) -> list[QRectF]:
        """The same as high as the line."""
        return self._rectangles(span, whole=True)

    def _rectangles(self, span: Span, *, whole: bool) -> list[QRectF]:
        start, end = self._offsets.units(span.start), self._offsets.units(span.end)
        found: list[QRectF] = []
        block = self._document.findBlock(start)
        while block.isValid() and block.position() < end:
            if block.isVisible():
                self._in_block(block, start - block.position(), end - block.position(), found, whole=whole)
            block = block.next()
        return found

    def _in_block(self, block: QTextBlock, start: int, end: int, found: list[QRectF], *, whole: bool) -> None:
        start, end = max(start, 0), min(end, block.length() - 1)
        layout = block.layout()
        line = layout.lineForTextPosition(start) if end > start else QTextLine()
        if not line.isValid():
            return
        corner, turned = layout.position(), has_right_to_left(block.text())
        for i in range(line.lineNumber(), layout.lineCount()):
            line = layout.lineAt(i)
            first, last = line.textStart(), line.textStart() + line.textLength()
            if first >= end:
                return
            baseline = corner.y() + line.y() + line.ascent()
            top, bottom = baseline - line.ascent() - AIR, baseline + line.descent() + AIR
            if whole:
                top, bottom = corner.y() + line.y(), corner.y() + line.y() + line.height()
            for left, right in _stretches(line, max(first, start), min(last, end), turned=turned):
                found.append(QRectF(corner.x() + left, top, right - left, bottom - top))


def _stretches(line: QTextLine, start: int, end: int, *, turned: bool) -> list[tuple[float, float]]:
    """From where to where the characters of a line stand: in one stretch, or in several where directions meet."""
    text = line.naturalTextRect()
    if not turned:
        left, right = _x(line, start), _x(line, end)
        return [(left, min(right, text.right()) if end == line.textStart() + line.textLength() else right)]
    found: list[tuple[float, float]] = []
    for left, right in sorted(map(_edges, line.glyphRuns(start, end - start))):
        left, right = max(left, text.left()), min(right, text.right())  # white space may hang over the edge
        if found and left <= found[-1][1] + TOUCHING:
            found[-1] = found[-1][0], max(right, found[-1][1])
        elif right > left:
            found.append((left, right))
    return found


def _edges(run: QGlyphRun) -> tuple[float, float]:
    """The left and the right edge of letters of one direction. (Where directions meet, a cursor has two places, and Qt
    tells but one of them.)
    """
    widths = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
    ends = [place.x() + width.x() for place, width in zip(run.positions(), widths, strict=True)]
    return min(place.x() for place in run.positions()), max(ends)


def _x(line: QTextLine, position: int) -> float:
    at: tuple[float, int] = line.cursorToX(position)  # type: ignore[assignment]  # a tuple, whatever the stub says
    return at[0]
