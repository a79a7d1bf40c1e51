"""What lies under the text of a pane: what is shared, passages, quotations, figures, the reader's marks, and folds."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from reader.compare.comparison import CLASH, Verdict
from reader.compare.subjects import Kind
from reader.compare.tints import DEEPEST, Tint, only_here
from reader.i18n import ngettext
from reader.ui import theme
from reader.ui.compare import highlight_painting as painting
from reader.ui.compare.article_document import FOLD_HEIGHT, Fold
from reader.ui.compare.highlight_index import Layer
from reader.ui.compare.highlights import NOTHING, Choice, Heat
from reader.ui.compare.surface import Surface


class HighlightPainter:
    """Paints what of a pane's findings is in sight, from the ground up: tints, quotations, figures, what is chosen."""

    def __init__(self, sheet: Surface) -> None:
        self.choice: Choice = NOTHING
        self.heat = Heat.SHARED
        self.everyone = 0
        """In how many other articles a stretch must be to be in all of them; 0 where there are no others."""
        self._sheet = sheet
        self._alone: Layer[Tint] | None = None

    @property
    def chosen(self) -> int | None:
        """The index of the passage that is chosen."""
        finding = self.choice.finding
        return finding.index if finding is not None and finding.kind is Kind.PASSAGE else None

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
    def _gutter(self) -> painting.Gutter:
        """The margin at which the article's lines begin."""
        leftwards = self._sheet.paper.leftwards
        return painting.Gutter(self._sheet.inset[leftwards], leftwards)

    # Grounds

    def _grounds(self, painter: QPainter, area: QRectF) -> None:
        if self.heat is Heat.ONLY:
            self._only_here(painter, area)
            return
        now, sheet = theme.current(), self._sheet
        gutter, top, bottom = self._gutter, area.top(), area.bottom()
        for laid in sheet.tints.between(top, bottom):
            if self.heat is Heat.ALL and laid.mark.others < self.everyone:
                continue
            depth = laid.mark.depth if self.heat is Heat.SHARED else DEEPEST
            strips = laid.strips(sheet.lines, top, bottom)
            painting.tint(painter, now[f"passage_{depth}"], strips)
            for strip in strips:
                painting.bar(painter, now["passage_edge"], gutter, strip.top(), strip.bottom(), depth)
        self._chosen_passage(painter, area)

    def _only_here(self, painter: QPainter, area: QRectF) -> None:
        now, sheet = theme.current(), self._sheet
        if self._alone is None:
            spans = only_here(sheet.article, (mark.span for mark in sheet.found.passages if not mark.dismissed))
            self._alone = Layer([Tint(span, 0, 1) for span in spans], sheet.lines)
        for laid in self._alone.between(area.top(), area.bottom()):
            painting.tint(painter, now["only"], laid.strips(sheet.lines, area.top(), area.bottom()))

    def _chosen_passage(self, painter: QPainter, area: QRectF) -> None:
        now, sheet, choice = theme.current(), self._sheet, self.choice
        top, bottom = area.top(), area.bottom()
        gutter = self._gutter
        if self.chosen is not None:
            for placed in sheet.passages.of(self.chosen):
                strips = placed.strips(sheet.lines, top, bottom)
                painting.tint(painter, now["passage_selected"], strips)
                for strip in strips:
                    painting.bar(painter, now["passage_edge_selected"], gutter, strip.top(), strip.bottom(), 3)
        for span in choice.told:
            strips = sheet.lines.strips(span)
            painting.tint(painter, now["passage_selected"], strips)
            for strip in strips:
                painting.bar(painter, now["passage_edge_selected"], gutter, strip.top(), strip.bottom(), 3)

    # Margins

    def _margins(self, painter: QPainter, area: QRectF) -> None:
        """Dots beside what is only weakly alike, a hairline beside what was dismissed, the sign of what was decided."""
        now, sheet = theme.current(), self._sheet
        gutter = self._gutter
        for placed in sheet.passages.between(area.top(), area.bottom()):
            if placed.mark.dismissed:
                painting.hairline(painter, now["muted"], gutter, placed.top, placed.bottom)
            elif placed.mark.weak and self.heat is Heat.SHARED:
                painting.dotted_bar(painter, now["passage_edge"], gutter, placed.top, placed.bottom)
            if placed.mark.decided:
                top, bottom = sheet.lines.line(placed.mark.span.start)
                painting.sign(painter, placed.mark.decided, gutter, top, bottom)

    # Quotations and figures

    def _quotations(self, painter: QPainter, area: QRectF) -> None:
        now, sheet = theme.current(), self._sheet
        gutter, top, bottom = self._gutter, area.top(), area.bottom()
        for placed in sheet.quotations.between(top, bottom):
            chosen = self.choice.is_on(placed.mark)
            if placed.mark.dismissed and not chosen:
                continue
            boxes, strips = placed.in_sight(sheet.lines, top, bottom), placed.strips(sheet.lines, top, bottom)
            if placed.mark.altered:
                for strip in strips:
                    painter.fillRect(QRectF(gutter.left(painting.GAP, 6), strip.top(), 6, strip.height()), now["base"])
                    painting.double_bar(painter, now["quotation_edge"], gutter, strip.top(), strip.bottom())
            if chosen:
                painting.chosen_quotation(painter, now, placed.mark, boxes, strips)
            else:
                painting.quotation(painter, now, placed.mark, boxes, strips)
        for span in self.choice.differing:
            painting.differing(painter, now, sheet.lines.rectangles(span), sheet.lines.strips(span))

    def _own_marks(self, painter: QPainter, area: QRectF) -> None:
        """What the reader marked by hand; the tie that is chosen is stronger."""
        now, sheet, top, bottom = theme.current(), self._sheet, area.top(), area.bottom()
        for laid in sheet.own.between(top, bottom):
            boxes, strips = laid.in_sight(sheet.lines, top, bottom), laid.strips(sheet.lines, top, bottom)
            painting.own(painter, now, boxes, strips, selected=False)

    def _figures(self, painter: QPainter, area: QRectF) -> None:
        now, sheet = theme.current(), self._sheet
        self._joining_line(painter)
        seen = sheet.figures.between(area.top(), area.bottom())
        for placed in sorted(seen, key=lambda placed: self.choice.is_on(placed.mark)):
            verdict, chosen = placed.mark.verdict, self.choice.is_on(placed.mark)
            if verdict is None or (placed.mark.dismissed and not chosen):
                continue
            boxes = placed.rectangles(sheet.lines)
            if chosen:
                painting.chosen_figure(painter, now, verdict, boxes)
            else:
                painting.figure(painter, now, verdict, boxes)
            if verdict is Verdict.CONFLICT and not placed.mark.dismissed:
                painting.conflict_sign(painter, self._gutter, *sheet.lines.line(placed.mark.span.start))

    def _joining_line(self, painter: QPainter) -> None:
        """A hairline under the line of text that holds the chosen figure: it leads to the join beside the text."""
        finding, sheet = self.choice.finding, self._sheet
        placed = sheet.figures.of(finding.index) if finding is not None and finding.kind is Kind.FIGURES else []
        verdict = self.choice.verdict
        if placed and verdict is not None:
            colour = f"{verdict.value}_edge" if verdict in CLASH else "passage_edge_selected"
            bottom = sheet.lines.line(placed[0].mark.span.start)[1]
            painting.joining_line(painter, theme.current().mixed(colour, "base", 0.5), bottom, sheet.viewport().width())

    # Folds

    def _folds(self, painter: QPainter) -> None:
        now, flash, leftwards = theme.current(), self._sheet.flash, self._sheet.paper.leftwards
        for fold in self._sheet.paper.folds:
            painting.fold(painter, now, self.fold_area(fold), self.fold_words(fold), leftwards=leftwards)
        if flash.span is not None:
            painting.flash(painter, now, self._sheet.lines.rectangles(flash.span), flash.strength)

    def fold_area(self, fold: Fold) -> QRectF:
        """Where the line that stands for a fold is drawn."""
        paper, (left, right) = self._sheet.paper, self._sheet.inset
        after = paper.after(fold)
        if after.isValid():
            top = after.layout().position().y() - FOLD_HEIGHT - 7
        else:
            before = paper.before(fold).layout()
            top = before.position().y() + before.boundingRect().bottom() + 6
        return QRectF(left, top, right - left, FOLD_HEIGHT)

    def fold_words(self, fold: Fold) -> str:
        """What the line says."""
        if self._sheet.paper.folded:
            return ngettext("{n} word not compared", "{n} words not compared", fold.words).format(n=fold.words)
        said = ngettext("{n} word not compared: fold away", "{n} words not compared: fold away", fold.words)
        return said.format(n=fold.words)

    def fold_under(self, position: QPointF) -> bool:
        """Whether a place of the viewport is on such a line."""
        place = QPointF(position.x(), position.y() + self._sheet.verticalScrollBar().value())
        return any(self.fold_area(fold).contains(place) for fold in self._sheet.paper.folds)
