"""An article set on paper: paragraphs, headline, and boilerplate that is folded away until it is asked for."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from reader.article import Article
from reader.dataclass import dataclass
from reader.text.direction import has_right_to_left, is_right_to_left
from reader.text.spans import Span, gaps, joined

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Utf16Map:
    """Converts offsets into one text; building it is one scan, each question a bisection."""

    def __init__(self, text: str) -> None:
        self._points = [found.start() for found in _ASTRAL.finditer(text)]
        self._middles = [point + i + 1 for i, point in enumerate(self._points)]

    def units(self, point: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; inside a surrogate pair, that of the character."""
        pairs = bisect_left(self._middles, unit)
        inside = pairs < len(self._middles) and self._middles[pairs] == unit
        return self._points[pairs] if inside else unit - pairs


LEADING = 1.467
"""Line height over letter size."""
HEAD_LEADING = 1.3
"""The same of a headline, whose lines are few: less than most faces ask for."""
FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
SPACE = 0.6
"""Space after a paragraph over letter size."""
FOLD_HEIGHT = 16.0
"""Room for the line that stands for what is folded away."""
HEADLINE_SCALE = 1.33
HEAD_BLOCKS = 12
"""How far down the headline of an article may stand."""
JOINING = " |·•–—-:/»«"
"""What stands between a headline and a section or a name on its line."""

# One for one, so that no offset moves: what a QTextDocument would take for its own, and what it cannot hold.
_UNSHOWN = re.compile("[\x00\ud800-\udfff\ufffc\ufdd0-\ufdef]")


def shown(text: str) -> str:
    """The text as it can be given to Qt, character for character."""
    return _UNSHOWN.sub("\ufffd", text.replace("\r", " "))


@dataclass(frozen=True, slots=True)
class Fold:
    """Paragraphs of boilerplate that follow one another, as block numbers (half-open), and their words."""

    first: int
    last: int
    words: int


class ArticleDocument:
    """Fills and formats one document for one article."""

    def __init__(self, document: QTextDocument, article: Article, offsets: Utf16Map) -> None:
        self.folds: tuple[Fold, ...] = ()
        self.folded = True
        self.tucked: tuple[Span, ...] = ()
        """What of the headline's line is folded away: a section, or the paper's name."""
        self._blank: list[bool] = []
        self._document = document
        self._article = article
        self._offsets = offsets
        document.setUndoRedoEnabled(False)
        document.setPlainText(shown(article.text))
        self.leftwards = is_right_to_left(article.text)
        """Whether its lines begin at the right."""
        self.turned = has_right_to_left(article.text)
        """Whether any of it is read from right to left: then letters do not stand in the order of their offsets."""
        self._turn()
        self.folds = self._find_folds()

    def set(self, font: QFont, folded: bool) -> None:
        """Give every paragraph its leading and space for a letter size, and hide the boilerplate or bring it back."""
        self.folded = folded
        size = _pixels(font)
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        plain = QTextBlockFormat()
        plain.setLineHeight(self._leading(font, LEADING), PROPORTIONAL)
        plain.setBottomMargin(SPACE * size)
        plain.setTopMargin(0)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(plain)
        self._set_headline(font)
        self._hide()
        for fold in self.folds:
            self._make_room(fold, SPACE * size)
        cursor.endEditBlock()
        self._document.markContentsDirty(0, self._document.characterCount())

    def _turn(self) -> None:
        """Each paragraph begins where most of its letters say: Qt takes the first one, which a name may lend it."""
        option = self._document.defaultTextOption()
        option.setTextDirection(_direction(self.leftwards))
        self._document.setDefaultTextOption(option)
        block = self._document.begin()
        while self.turned and block.isValid():
            other = is_right_to_left(block.text())
            if other != self.leftwards and any(map(str.isalpha, block.text())):
                form = QTextBlockFormat()
                form.setLayoutDirection(_direction(other))
                QTextCursor(block).mergeBlockFormat(form)
            block = block.next()

    def _leading(self, font: QFont, leading: float) -> float:
        """A line height over the letter size, in per cent of the height that the font itself asks for."""
        return max(100.0, 100 * leading * _pixels(font) / QFontMetricsF(font).lineSpacing())

    def _set_headline(self, font: QFont) -> None:
        headline = " ".join(self._article.headline.split())
        block = self._document.begin()
        for _number in range(HEAD_BLOCKS):
            if headline and headline in (" ".join(self._text(block).split()), self._without_boilerplate(block)):
                form = QTextCharFormat()
                form.setFontPointSize(font.pointSizeF() * HEADLINE_SCALE)
                form.setFontWeight(QFont.Weight.DemiBold)
                cursor = QTextCursor(block)
                cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(form)
                lines = QTextBlockFormat()
                lines.setLineHeight(HEAD_LEADING * HEADLINE_SCALE * _pixels(font), FIXED)
                cursor.mergeBlockFormat(lines)
                self.tucked = self._beside_headline(block) if self.folded else ()
                for span in self.tucked:
                    self._tuck_away(span)
                return
            block = block.next()

    def _beside_headline(self, block: QTextBlock) -> tuple[Span, ...]:
        """What stands on the headline's line and is not of the article, at its beginning or end, and what joins it."""
        start, text = self._offsets.point(block.position()), self._text(block)
        end, found = start + len(text), []
        for whole in joined(self._article.boilerplate):
            span = Span(max(whole.start, start), min(whole.end, end))
            if span.start >= span.end:
                continue
            before, after = text[: span.start - start], text[span.end - start :]
            if not after.strip(JOINING) and before.strip(JOINING):
                found.append(Span(start + len(before.rstrip(JOINING)), end))
            elif not before.strip(JOINING) and after.strip(JOINING):
                found.append(Span(start, span.end + len(after) - len(after.lstrip(JOINING))))
        return tuple(joined(found))

    def _tuck_away(self, span: Span) -> None:
        """Set it so small that it is not seen: characters cannot be hidden, and none may move."""
        form = QTextCharFormat()
        form.setProperty(QTextFormat.Property.FontPixelSize, 1)
        form.clearProperty(QTextFormat.Property.FontPointSize)
        form.setForeground(Qt.GlobalColor.transparent)
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._offsets.units(span.start))
        cursor.setPosition(self._offsets.units(span.end), QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(form)

    def _hide(self) -> None:
        """Blank lines are always hidden: the space after each paragraph does their work."""
        away = {n for fold in self.folds for n in range(fold.first, fold.last)} if self.folded else set()
        block, seen = self._document.begin(), False
        for number, blank in enumerate(self._blank):
            visible = not blank and number not in away
            block.setVisible(visible)
            seen = seen or visible
            block = block.next()
        if not seen:
            self._document.begin().setVisible(True)

    def _make_room(self, fold: Fold, space: float) -> None:
        """The line that stands for a fold has its room above the paragraph after it; the last one in the paper's foot.

        Qt takes the space between paragraphs from the one before even where that is hidden: only a top margin is sure.
        """
        after = self.after(fold)
        if after.isValid():
            form = QTextBlockFormat()
            form.setTopMargin(FOLD_HEIGHT + 2 * space)
            QTextCursor(after).mergeBlockFormat(form)

    def _text(self, block: QTextBlock) -> str:
        """The article's own words for a paragraph."""
        start = block.position()
        return self._article.text[self._offsets.point(start) : self._offsets.point(start + block.length() - 1)]

    def _without_boilerplate(self, block: QTextBlock) -> str:
        """A paragraph's words that are the article's: a section or the paper's name may stand on the same line."""
        start, text = self._offsets.point(block.position()), self._text(block)
        own = (s for s in self._article.boilerplate if s.end > start and s.start < start + len(text))
        away = (Span(max(s.start - start, 0), s.end - start) for s in own)
        kept = "".join(span.of(text) for span in gaps(away, len(text)))
        return " ".join(kept.split()).strip(JOINING)

    def hides(self, unit: int) -> bool:
        """Whether the character at a position of the document is folded away."""
        return not self._document.findBlock(unit).isVisible()

    def span(self, fold: Fold) -> Span:
        """The characters of a fold."""
        first, last = (self._document.findBlockByNumber(n) for n in (fold.first, fold.last - 1))
        return Span(self._offsets.point(first.position()), self._offsets.point(last.position() + last.length() - 1))

    def before(self, fold: Fold) -> QTextBlock:
        """The last visible paragraph above a fold; not valid where there is none."""
        block = self._document.findBlockByNumber(fold.first).previous()
        while block.isValid() and not block.isVisible():
            block = block.previous()
        return block

    def after(self, fold: Fold) -> QTextBlock:
        """The first visible paragraph below a fold, or in it once it is brought back; not valid where there is none."""
        block = self._document.findBlockByNumber(fold.first)
        while block.isValid() and not block.isVisible():
            block = block.next()
        return block

    def _find_folds(self) -> tuple[Fold, ...]:
        """Paragraphs of boilerplate; none where the article holds nothing else. Notes which paragraphs are blank."""
        found: list[Fold] = []
        first, words, prose = -1, 0, False
        boilerplate = joined(self._article.boilerplate)
        block = self._document.begin()
        while block.isValid():
            text, number = self._text(block), block.blockNumber()
            self._blank.append(not text.strip())
            if not self._blank[-1] and boilerplate and _within(self._letters(block, text), boilerplate):
                first = number if first < 0 else first
                words += len(text.split())
            elif not self._blank[-1]:
                prose = True
                if first >= 0:
                    found.append(Fold(first, number, words))
                first, words = -1, 0
            block = block.next()
        if first >= 0:
            found.append(Fold(first, self._document.blockCount(), words))
        return tuple(found) if prose else ()

    def _letters(self, block: QTextBlock, text: str) -> Span:
        """A paragraph without the white space at its ends."""
        start = self._offsets.point(block.position())
        return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _direction(leftwards: bool) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if leftwards else Qt.LayoutDirection.LeftToRight


def _within(span: Span, spans: Sequence[Span]) -> bool:
    """Whether one of some spans, in order and apart, holds the whole of another."""
    at = bisect_right(spans, span.start, key=lambda s: s.start)
    return at > 0 and spans[at - 1].contains(span)


def _pixels(font: QFont) -> float:
    """The letter size in logical pixels, whatever unit it was given in."""
    return float(font.pixelSize()) if font.pixelSize() > 0 else QFontMetricsF(font).fontDpi() * font.pointSizeF() / 72
