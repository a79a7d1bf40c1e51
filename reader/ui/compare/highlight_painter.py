"""All that is painted on a pane's text: lasting marks, hits and dimmed boilerplate, the light on what was jumped to."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QScrollBar, QTextEdit, QWidget

from reader.article import Article
from reader.compare.comparison import CLASH, Verdict
from reader.compare.finding_ids import SubjectKind
from reader.compare.tints import DEEPEST, Tint, only_here
from reader.i18n import ngettext
from reader.text.spans import Span
from reader.ui import theme
from reader.ui.compare import highlight_shapes as shapes
from reader.ui.compare.article_document import FOLD_HEIGHT, ArticleDocument, Fold, Utf16Map
from reader.ui.compare.highlights import NOTHING, ArticleHighlights, Choice, Heat, HighlightIndex, Layer, OwnSpan
from reader.ui.compare.text_geometry import TextGeometry
from reader.ui.services import motion

MILLISECONDS = 2600


class JumpHighlight(QObject):
    """Lights a span of a pane and lets it fade; where less motion is wanted, it goes out at once, at the same time."""

    changed = Signal()
    """Another span is lit, or more faintly."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.span: Span | None = None
        self.strength = 0.0
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(MILLISECONDS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.valueChanged.connect(self._faded)
        self._ending = QTimer(self, singleShot=True, interval=MILLISECONDS)
        self._ending.timeout.connect(lambda: self._faded(0.0))

    def at(self, span: Span) -> None:
        """Light this span now."""
        self._fading.stop()
        self._ending.stop()
        self.span, self.strength = span, 1.0
        if motion.is_reduced():
            self._ending.start()
            self.changed.emit()
        else:
            self._fading.start()

    def _faded(self, value: object) -> None:
        self.strength = float(value) if isinstance(value, float) else 0.0
        if self.strength <= 0:
            self.span = None
        self.changed.emit()


class Surface(Protocol):
    """An article that is laid out, and what was found in it."""

    article: Article
    found: ArticleHighlights
    offsets: Utf16Map
    lines: TextGeometry
    article_document: ArticleDocument
    flash: JumpHighlight

    @property
    def choice(self) -> Choice:
        """What of the findings is chosen, and how it is to look."""

    @property
    def inset(self) -> tuple[float, float]:
        """The left and right edge of the column of text."""

    @property
    def passages(self) -> HighlightIndex:
        """The passages and their heights."""

    @property
    def quotations(self) -> HighlightIndex:
        """The quotations and their heights."""

    @property
    def figures(self) -> HighlightIndex:
        """The figures and their heights."""

    @property
    def own(self) -> Layer[OwnSpan]:
        """What the reader marked by hand, and its heights."""

    @property
    def tints(self) -> Layer[Tint]:
        """What others have too, and its heights."""

    def document(self) -> QTextDocument:
        """The text as Qt has it."""

    def setExtraSelections(self, selections: list[QTextEdit.ExtraSelection], /) -> None:
        """Let stretches of the text have other letters or another ground."""

    def viewport(self) -> QWidget:
        """What of it is in sight."""

    def verticalScrollBar(self) -> QScrollBar:
        """What says how far the text is scrolled."""


BOLD = 0.7
"""Pixels of outline around letters that look bold."""


class SearchHighlighter:
    """Holds the hits of a pane and the one that stands out."""

    def __init__(self, surface: Surface) -> None:
        self.hits: tuple[Span, ...] = ()
        self.current: Span | None = None
        self._surface = surface
        self.refresh()

    def show(self, hits: Sequence[Span], current: Span | None = None) -> None:
        """Mark these and no other."""
        self.hits, self.current = tuple(hits), current
        self.refresh()

    def refresh(self) -> None:
        """Hand everything to Qt anew, in the colours of the theme that is on."""
        now = theme.current()
        dim = QTextCharFormat()
        dim.setForeground(now["boilerplate"])
        hit = QTextCharFormat()
        hit.setBackground(now["hit"])
        hit.setForeground(now["hit_text"])
        here = QTextCharFormat(hit)
        here.setBackground(now["hit_current"])
        here.setFontUnderline(True)
        tucked = self._surface.article_document.tucked
        shown = (s for s in self._surface.article.boilerplate if not any(t.overlap(s) for t in tucked))
        made = [self._over(span, dim) for span in shown]
        made += self._figures()
        made += [self._over(span, here if span == self.current else hit) for span in self.hits]
        self._surface.setExtraSelections(made)

    def _figures(self) -> list[QTextEdit.ExtraSelection]:
        """Figures that conflict look bold (by their outlines: another weight would move the words after them), and
        those that are chosen and clash stand in light letters on their ground.
        """
        now, choice, made = theme.current(), self._surface.choice, []
        for mark in sorted(self._surface.found.figures, key=choice.is_on):  # of two on one word the chosen
            if mark.verdict not in CLASH or (mark.dismissed and not choice.is_on(mark)):
                continue
            colour = now[f"{mark.verdict.value}_selected_text"] if choice.is_on(mark) else now["text"]
            form = QTextCharFormat()
            form.setForeground(colour)
            if mark.verdict is Verdict.CONFLICT:
                form.setTextOutline(QPen(colour, BOLD))
            made.append(self._over(mark.span, form))
        return made

    def _over(self, span: Span, form: QTextCharFormat) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._surface.document())
        cursor.setPosition(self._surface.offsets.units(span.start))
        cursor.setPosition(self._surface.offsets.units(span.end), QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = form
        return made


class HighlightPainter:
    """Paints what of a pane's findings is in sight, from the ground up: tints, quotations, figures, what is chosen."""

    def __init__(self, surface: Surface) -> None:
        self.choice: Choice = NOTHING
        self.heat = Heat.SHARED
        self.everyone = 0
        """In how many other articles a stretch must be to be in all of them; 0 where there are no others."""
        self._surface = surface
        self._alone: Layer[Tint] | None = None

    @property
    def chosen(self) -> int | None:
        """The index of the passage that is chosen."""
        finding = self.choice.finding
        return finding.index if finding is not None and finding.kind is SubjectKind.PASSAGE else None

    def renew(self) -> None:
        """Other findings; nothing is chosen."""
        self.choice = NOTHING
        self.forget_heights()

    def forget_heights(self) -> None:
        """Lines moved: what was placed here is placed anew."""
        self._alone = None

    def show_heat(self, heat: Heat) -> None:
        """Let the ground tell something else."""
        self.heat = heat

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint under an area in document coordinates."""
        self._grounds(painter, area)
        self._margins(painter, area)
        self._quotations(painter, area)
        self._own_marks(painter, area)
        self._figures(painter, area)
        self._folds(painter)

    @property
    def _gutter(self) -> shapes.Gutter:
        """The margin at which the article's lines begin."""
        leftwards = self._surface.article_document.leftwards
        return shapes.Gutter(self._surface.inset[leftwards], leftwards)

    # Grounds

    def _grounds(self, painter: QPainter, area: QRectF) -> None:
        if self.heat is Heat.ONLY:
            self._only_here(painter, area)
            return
        now, surface = theme.current(), self._surface
        gutter, top, bottom = self._gutter, area.top(), area.bottom()
        for laid in surface.tints.between(top, bottom):
            if self.heat is Heat.ALL and laid.mark.others < self.everyone:
                continue
            depth = laid.mark.depth if self.heat is Heat.SHARED else DEEPEST
            strips = laid.strips(surface.lines, top, bottom)
            shapes.tint(painter, now[f"passage_{depth}"], strips)
            for strip in strips:
                shapes.bar(painter, now["passage_edge"], gutter, strip.top(), strip.bottom(), depth)
        self._chosen_passage(painter, area)

    def _only_here(self, painter: QPainter, area: QRectF) -> None:
        now, surface = theme.current(), self._surface
        if self._alone is None:
            spans = only_here(surface.article, (mark.span for mark in surface.found.passages if not mark.dismissed))
            self._alone = Layer([Tint(span, 0, 1) for span in spans], surface.lines)
        for laid in self._alone.between(area.top(), area.bottom()):
            shapes.tint(painter, now["only"], laid.strips(surface.lines, area.top(), area.bottom()))

    def _chosen_passage(self, painter: QPainter, area: QRectF) -> None:
        now, surface, choice = theme.current(), self._surface, self.choice
        top, bottom = area.top(), area.bottom()
        gutter = self._gutter
        if self.chosen is not None:
            for placed in surface.passages.of(self.chosen):
                strips = placed.strips(surface.lines, top, bottom)
                shapes.tint(painter, now["passage_selected"], strips)
                for strip in strips:
                    shapes.bar(painter, now["passage_edge_selected"], gutter, strip.top(), strip.bottom(), 3)
        for span in choice.told:
            strips = surface.lines.strips(span)
            shapes.tint(painter, now["passage_selected"], strips)
            for strip in strips:
                shapes.bar(painter, now["passage_edge_selected"], gutter, strip.top(), strip.bottom(), 3)

    # Margins

    def _margins(self, painter: QPainter, area: QRectF) -> None:
        """Dots beside what is only weakly alike, a hairline beside what was dismissed, the sign of what was decided."""
        now, surface = theme.current(), self._surface
        gutter = self._gutter
        for placed in surface.passages.between(area.top(), area.bottom()):
            if placed.mark.dismissed:
                shapes.hairline(painter, now["muted"], gutter, placed.top, placed.bottom)
            elif placed.mark.weak and self.heat is Heat.SHARED:
                shapes.dotted_bar(painter, now["passage_edge"], gutter, placed.top, placed.bottom)
            if placed.mark.decided:
                top, bottom = surface.lines.line(placed.mark.span.start)
                shapes.sign(painter, placed.mark.decided, gutter, top, bottom)

    # Quotations and figures

    def _quotations(self, painter: QPainter, area: QRectF) -> None:
        now, surface = theme.current(), self._surface
        gutter, top, bottom = self._gutter, area.top(), area.bottom()
        for placed in surface.quotations.between(top, bottom):
            chosen = self.choice.is_on(placed.mark)
            if placed.mark.dismissed and not chosen:
                continue
            boxes, strips = placed.in_sight(surface.lines, top, bottom), placed.strips(surface.lines, top, bottom)
            if placed.mark.altered:
                for strip in strips:
                    painter.fillRect(QRectF(gutter.left(shapes.GAP, 6), strip.top(), 6, strip.height()), now["base"])
                    shapes.double_bar(painter, now["quotation_edge"], gutter, strip.top(), strip.bottom())
            if chosen:
                shapes.chosen_quotation(painter, now, placed.mark, boxes, strips)
            else:
                shapes.quotation(painter, now, placed.mark, boxes, strips)
        for span in self.choice.differing:
            shapes.differing(painter, now, surface.lines.rectangles(span), surface.lines.strips(span))

    def _own_marks(self, painter: QPainter, area: QRectF) -> None:
        """What the reader marked by hand."""
        now, surface, top, bottom = theme.current(), self._surface, area.top(), area.bottom()
        for laid in surface.own.between(top, bottom):
            boxes, strips = laid.in_sight(surface.lines, top, bottom), laid.strips(surface.lines, top, bottom)
            shapes.own(painter, now, boxes, strips)

    def _figures(self, painter: QPainter, area: QRectF) -> None:
        now, surface = theme.current(), self._surface
        self._joining_line(painter)
        seen = surface.figures.between(area.top(), area.bottom())
        for placed in sorted(seen, key=lambda placed: self.choice.is_on(placed.mark)):
            verdict, chosen = placed.mark.verdict, self.choice.is_on(placed.mark)
            if verdict is None or (placed.mark.dismissed and not chosen):
                continue
            boxes = placed.rectangles(surface.lines)
            if chosen:
                shapes.chosen_figure(painter, now, verdict, boxes)
            else:
                shapes.figure(painter, now, verdict, boxes)
            if verdict is Verdict.CONFLICT and not placed.mark.dismissed:
                shapes.conflict_sign(painter, self._gutter, *surface.lines.line(placed.mark.span.start))

    def _joining_line(self, painter: QPainter) -> None:
        """A hairline under the line of text that holds the chosen figure: it leads to the join beside the text."""
        finding, surface = self.choice.finding, self._surface
        placed = (
            surface.figures.of(finding.index) if finding is not None and finding.kind is SubjectKind.FIGURES else []
        )
        verdict = self.choice.verdict
        if placed and verdict is not None:
            colour = f"{verdict.value}_edge" if verdict in CLASH else "passage_edge_selected"
            bottom = surface.lines.line(placed[0].mark.span.start)[1]
            shapes.joining_line(painter, theme.current().mixed(colour, "base", 0.5), bottom, surface.viewport().width())

    # Folds

    def _folds(self, painter: QPainter) -> None:
        now, flash, leftwards = theme.current(), self._surface.flash, self._surface.article_document.leftwards
        for fold in self._surface.article_document.folds:
            shapes.fold(painter, now, self.fold_area(fold), self.fold_words(fold), leftwards=leftwards)
        if flash.span is not None:
            shapes.flash(painter, now, self._surface.lines.rectangles(flash.span), flash.strength)

    def fold_area(self, fold: Fold) -> QRectF:
        """Where the line that stands for a fold is drawn."""
        paper, (left, right) = self._surface.article_document, self._surface.inset
        after = paper.after(fold)
        if after.isValid():
            top = after.layout().position().y() - FOLD_HEIGHT - 7
        else:
            before = paper.before(fold).layout()
            top = before.position().y() + before.boundingRect().bottom() + 6
        return QRectF(left, top, right - left, FOLD_HEIGHT)

    def fold_words(self, fold: Fold) -> str:
        """What the line says."""
        if self._surface.article_document.folded:
            return ngettext("{n} word not compared", "{n} words not compared", fold.words).format(n=fold.words)
        said = ngettext("{n} word not compared: fold away", "{n} words not compared: fold away", fold.words)
        return said.format(n=fold.words)

    def fold_under(self, position: QPointF) -> bool:
        """Whether a place of the viewport is on such a line."""
        place = QPointF(position.x(), position.y() + self._surface.verticalScrollBar().value())
        return any(self.fold_area(fold).contains(place) for fold in self._surface.article_document.folds)
