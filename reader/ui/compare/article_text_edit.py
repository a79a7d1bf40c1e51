"""An article laid out on a scrolling sheet, what was found painted under its text; `ArticleView` is acted on."""

import html
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, QRectF, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextFrameFormat,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from reader.article import Article
from reader.compare.tints import Tint
from reader.i18n import _
from reader.text.spans import Span
from reader.ui import theme, typography
from reader.ui.compare.article_document import ArticleDocument, Utf16Map
from reader.ui.compare.highlight_painter import HighlightPainter, JumpHighlight, SearchHighlighter
from reader.ui.compare.highlights import ArticleHighlights, Choice, Heat, HighlightIndex, Layer, OwnSpan
from reader.ui.compare.text_geometry import TextGeometry
from reader.ui.event_loop import Debouncer
from reader.wording.lines import short_name

LEFT, RIGHT, TOP, BOTTOM = 15.0, 4.0, 10.0, 60.0
"""Margins of the paper; the left one is the gutter, with the passages' bars and the conflicts' signs. Where lines begin
at the right, so does the gutter."""
LONGEST_WORD = 500
"""Qt takes quadratic time to break a longer one: a megabyte without a space would hold the window for a minute."""
STRETCH = 20_000
"""Letters that are laid out in one go while nobody waits for them."""
LONG = 40_000
"""Letters from which an article is laid out in a turn of the event loop of its own: until then its text stands bare."""


def article_font(zoom: float) -> QFont:
    """What articles are set in, at a multiple of its usual size."""
    font = QFont()
    letters = typography.current()
    font.setFamilies(list(letters.families))
    font.setPointSizeF(letters.size * zoom)
    return font


class ArticleTextEdit(QTextEdit):
    """A read-only text edit that knows where everything in its article stands."""

    laidOut = Signal()
    """Lines may stand elsewhere: what was worked out from their heights is stale."""
    repaged = Signal()
    """More or less of the article is seen at once; its lines stand where they stood."""
    refolded = Signal()
    """What is not of the article was folded away or brought back."""

    def __init__(self, article: Article, found: ArticleHighlights, numbers: Mapping[int, int]) -> None:
        super().__init__()
        self.article = article
        self.found = found
        self.offsets = Utf16Map(article.text)
        self.lines = TextGeometry(self.document(), self.offsets)
        self.flash = JumpHighlight(self)
        self.flash.changed.connect(self.viewport().update)
        self.stale = True
        """Whether lines may have moved since everything was placed."""
        self._settling = self._repaging = False
        self._laid_out = self._moves = 0
        self._placing: Iterator[None] | None = None
        self._size = QSizeF()
        self._dress()
        if max(map(len, article.text.split()), default=0) > LONGEST_WORD:
            self.setWordWrapMode(QTextOption.WrapMode.WrapAnywhere)
        self.article_document = ArticleDocument(self.document(), article, self.offsets)
        self.highlight_painter = HighlightPainter(self)
        self.search_highlighter = SearchHighlighter(self)
        self._late = Debouncer(self.laidOut.emit, self)
        self.document().documentLayout().documentSizeChanged.connect(self._resized)
        self.set_zoom(1.0)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress(self) -> None:
        self.setObjectName("pane")
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.viewport().setMouseTracking(True)
        # It paints its own ground: only then does Qt move what is there already and ask for the new strip alone.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(_("{name}: article").format(name=short_name(self.article)))
        self.setAccessibleDescription(self.article.headline)

    # How it is set

    def set_zoom(self, zoom: float) -> None:
        """Set the text at a multiple of its usual size."""
        font = article_font(zoom)
        with self._adjusting():
            self.setFont(font)
            self.document().setDefaultFont(font)
            self._set()

    def renew(self, found: ArticleHighlights, numbers: Mapping[int, int]) -> None:
        """Show other findings in the same text, at the same place."""
        self.found = found
        self.highlight_painter.renew()
        self.search_highlighter.refresh()
        self._moved()
        self.viewport().update()

    def fold(self, folded: bool) -> None:
        """Fold boilerplate away or bring it back."""
        other = folded != self.article_document.folded
        with self._adjusting():
            self.article_document.set(self.font(), folded)
            self._moved()
        self.search_highlighter.refresh()  # what is tucked away wears no marks
        self.viewport().update()
        if other:
            self.refolded.emit()

    def _set(self) -> None:
        self._set_margins()
        self.fold(self.article_document.folded)

    def _set_margins(self) -> None:
        """Keep the measure: a pane wider than its lines puts them in its middle."""
        column = typography.current().measure * QFontMetricsF(self.font()).averageCharWidth()
        spare = max(0.0, self.viewport().width() - column - LEFT - RIGHT)
        form = QTextFrameFormat(self.document().rootFrame().frameFormat())
        gutter, other = LEFT + spare / 2, RIGHT + spare / 2
        left, right = (other, gutter) if self.article_document.leftwards else (gutter, other)
        wanted = (left, TOP, right, BOTTOM)
        if wanted == (form.leftMargin(), form.topMargin(), form.rightMargin(), form.bottomMargin()):
            return
        form.setLeftMargin(wanted[0])
        form.setTopMargin(wanted[1])
        form.setRightMargin(wanted[2])
        form.setBottomMargin(wanted[3])
        self.document().rootFrame().setFrameFormat(form)

    @property
    def inset(self) -> tuple[float, float]:
        """The left and right edge of the column of text."""
        form = self.document().rootFrame().frameFormat()
        return form.leftMargin(), self.viewport().width() - form.rightMargin()

    # Heights

    def _moved(self) -> None:
        if not self._settling:
            self.stale, self._laid_out, self._placing = True, 0, None
            self._moves += 1
            self._late.trigger()

    def _resized(self, size: QSizeF) -> None:
        """Qt lays lines out as it pleases, and may say so when all stand where they stood already."""
        if size != self._size:
            self._moved()

    @property
    def places_next(self) -> bool:
        """Whether the next piece of work is to place marks: of a long article that fills a turn of the event loop."""
        return self._placing is not None

    def advance(self) -> None:
        """Lay the next stretch out; when the last one is, place the marks, a kind at a time."""
        self._laid_out += STRETCH
        if self.stale and self._laid_out < len(self.article.text):
            with self._quietly():
                self.lines.settle(self._laid_out)
        elif self.stale:
            placing, moves = self._placing or self._placed(), self._moves
            self._placing = None
            next(placing, None)
            if self.stale and moves == self._moves:
                self._placing = placing

    def settle(self) -> None:
        """Lay everything out and place every mark, if anything moved since."""
        if self.stale:
            placing, self._placing = self._placing or self._placed(), None
            for _piece in placing:
                pass

    def _placed(self) -> Iterator[None]:
        """Work out where everything stands, in pieces; nothing is as it was before the last of them."""
        with self._quietly():
            self.lines.settle()
            self._size = self.document().documentLayout().documentSize()
        yield
        passages = HighlightIndex(self.found.passages, self.lines)
        yield
        tints = Layer(self.found.tints, self.lines)
        yield
        self._quotations = HighlightIndex(self.found.quotations, self.lines)
        self._figures = HighlightIndex(self.found.figures, self.lines)
        self._own = Layer(self.found.own, self.lines)
        self._passages, self._tints = passages, tints
        self.highlight_painter.forget_heights()
        self.stale = False

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """Lines that are laid out because they are asked for did not move."""
        self._settling = True
        try:
            yield
        finally:
            self._settling = False

    @property
    def unsettled(self) -> bool:
        """Whether lines may still move."""
        return self._late.is_waiting

    @contextmanager
    def _adjusting(self) -> Iterator[None]:
        """Qt moves the scroll bar meanwhile where the article becomes shorter: no person does."""
        before, self._repaging = self._repaging, True
        try:
            yield
        finally:
            self._repaging = before

    @property
    def adjusting(self) -> bool:
        """Whether the scroll bar moves because lines or page do, and not because a person moves it."""
        return self.stale or self._repaging

    @property
    def waiting(self) -> bool:
        """Whether to paint without what was found: to place it takes so long that the next turn of the loop must do."""
        return self.stale and len(self.article.text) >= LONG

    @property
    def passages(self) -> HighlightIndex:
        """The passages and their heights."""
        self.settle()
        return self._passages

    @property
    def quotations(self) -> HighlightIndex:
        """The quotations and their heights."""
        self.settle()
        return self._quotations

    @property
    def figures(self) -> HighlightIndex:
        """The figures and their heights."""
        self.settle()
        return self._figures

    @property
    def tints(self) -> Layer[Tint]:
        """What others have too, and its heights."""
        self.settle()
        return self._tints

    # What is chosen

    @property
    def own(self) -> Layer[OwnSpan]:
        """What the reader marked by hand, and its heights."""
        self.settle()
        return self._own

    def deselect(self) -> None:
        """Let go of the words that are selected; the text cursor stays where it is."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    @property
    def choice(self) -> Choice:
        """What is chosen, as this article has it."""
        return self.highlight_painter.choice

    def show_choice(self, choice: Choice) -> None:
        """Show one finding as the chosen one."""
        if choice != self.highlight_painter.choice:
            self.highlight_painter.choice = choice
            self.search_highlighter.refresh()
            self.viewport().update()

    def show_heat(self, heat: Heat) -> None:
        """Let the ground tell something else."""
        if heat is not self.highlight_painter.heat:
            self.highlight_painter.show_heat(heat)
            self.viewport().update()

    def place_cursor(self, span: Span) -> None:
        """Put the text cursor at the start of a span without scrolling."""
        bar = self.verticalScrollBar()
        with QSignalBlocker(bar):
            kept = bar.value()
            cursor = self.textCursor()
            cursor.setPosition(self.offsets.units(span.start))
            self.setTextCursor(cursor)
            bar.setValue(kept)

    @property
    def selected(self) -> Span:
        """The characters that are selected."""
        cursor = self.textCursor()
        return Span(self.offsets.point(cursor.selectionStart()), self.offsets.point(cursor.selectionEnd()))

    @property
    def hidden(self) -> tuple[Span, ...]:
        """What is folded away now."""
        document = self.article_document
        return tuple(map(document.span, document.folds)) if document.folded else ()

    @property
    def point(self) -> int:
        """The character that the text cursor stands at."""
        return self.offsets.point(self.textCursor().position())

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """What was found first, then the text over it."""
        waiting = self.waiting
        if not waiting:
            self.settle()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(event.rect())
        painter.fillRect(event.rect(), theme.current()["base"])
        painter.translate(0, -self.verticalScrollBar().value())
        if not waiting:
            self.highlight_painter.paint(painter, QRectF(event.rect()).translated(0, self.verticalScrollBar().value()))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure; heights are worked out anew."""
        with self._adjusting():
            super().resizeEvent(event)
            if event.oldSize().width() == event.size().width():
                self.repaged.emit()
            else:
                self._set_margins()
                self._moved()

    def changeEvent(self, event: QEvent) -> None:
        """Passing marks carry colours: they follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "search_highlighter"):
            self.search_highlighter.refresh()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied are the article's own words, not Qt's copy of them."""
        copied = QMimeData()
        words = self.selected.of(self.article.text)
        copied.setText(words)
        copied.setHtml("".join(f"<p>{html.escape(one)}</p>" for one in words.split("\n") if one.strip()))
        return copied
