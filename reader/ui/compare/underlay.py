"""What lies under the text of a pane: passages, quotations, figures, their numbers in the margin, and folds."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from reader.i18n import ngettext
from reader.ui import theme
from reader.ui.compare import painting
from reader.ui.compare.paper import FOLD_HEIGHT, Fold
from reader.ui.compare.placed import Placed

if TYPE_CHECKING:
    from reader.ui.compare.sheet import Sheet

BAR_GAP = 13.0
"""From the bar in the margin to the text."""


class Underlay:
    """Paints what of a pane's findings is in sight."""

    def __init__(self, sheet: "Sheet", numbers: Mapping[int, int]) -> None:
        self.chosen: int | None = None
        self._sheet = sheet
        self._numbers = numbers

    def renew(self, numbers: Mapping[int, int]) -> None:
        """Other findings, other numbers; nothing is chosen."""
        self._numbers, self.chosen = numbers, None

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paint under an area in document coordinates."""
        self._passages(painter, area)
        now, lines = theme.current(), self._sheet.lines
        for placed in self._sheet.quotations.between(area.top(), area.bottom()):
            if not placed.mark.dismissed:
                painting.quotation(painter, now, placed.in_sight(lines, area.top(), area.bottom()))
        for placed in self._sheet.figures.between(area.top(), area.bottom()):
            if placed.mark.verdict is not None and not placed.mark.dismissed:
                painting.figure(painter, now, placed.mark.verdict, placed.rectangles(lines))
        for fold in self._sheet.paper.folds:
            painting.fold(painter, now, self.fold_area(fold), self.fold_words(fold))
        flash = self._sheet.flash
        if flash.span is not None:
            painting.flash(painter, now, lines.rectangles(flash.span), flash.strength)

    def _passages(self, painter: QPainter, area: QRectF) -> None:
        now, lines, left = theme.current(), self._sheet.lines, self._sheet.inset[0]
        painter.setFont(QApplication.font())
        seen = sorted(
            self._sheet.passages.between(area.top(), area.bottom()), key=lambda p: p.mark.index == self.chosen
        )
        for placed in seen:
            inside = placed.in_sight(lines, area.top(), area.bottom())
            chosen = placed.mark.index == self.chosen
            if chosen or not placed.mark.dismissed:
                painting.fill(painter, now, placed.mark, inside, chosen)
        beginning: dict[float, list[Placed]] = {}
        for placed in seen:
            rectangles, chosen = placed.rectangles(lines), placed.mark.index == self.chosen
            if rectangles:
                top, bottom = rectangles[0].top(), rectangles[-1].bottom()
                painting.margin(painter, now, placed.mark, left - BAR_GAP, top, bottom, chosen)
                beginning.setdefault(top, []).append(placed)
        for top, together in beginning.items():
            self._badge(painter, left - BAR_GAP - 5, top, together)

    def _badge(self, painter: QPainter, right: float, top: float, together: list[Placed]) -> None:
        """The numbers of the passages that begin on one line: the chosen one, or the longest, and how many more.

        Below them stands the sign of what was decided on the one.
        """
        chosen = [placed for placed in together if placed.mark.index == self.chosen]
        first = chosen[0] if chosen else max(together, key=lambda placed: len(placed.mark.span))
        painting.badge(painter, theme.current(), str(self._numbers[first.mark.index]), right, top, bool(chosen))
        if len(together) > 1:
            below = top + painting.BADGE_HEIGHT - 2
            painting.badge(painter, theme.current(), f"+{len(together) - 1}", right, below, chosen=False)
            top = below
        if first.mark.decided:
            painting.sign(painter, first.mark.decided, right, top + painting.BADGE_HEIGHT + 2)

    def fold_area(self, fold: Fold) -> QRectF:
        """Where the line that stands for a fold is drawn."""
        paper, (left, right) = self._sheet.paper, self._sheet.inset
        after = paper.after(fold)
        if after.isValid():
            top = after.layout().position().y() - FOLD_HEIGHT - 4
        else:
            before = paper.before(fold).layout()
            top = before.position().y() + before.boundingRect().bottom() + 6
        return QRectF(left, top, right - left, FOLD_HEIGHT)

    def fold_words(self, fold: Fold) -> str:
        """What the line says."""
        if self._sheet.paper.folded:
            return ngettext("{n} word folded · show", "{n} words folded · show", fold.words).format(n=fold.words)
        return ngettext("{n} word not of the article · fold", "{n} words not of the article · fold", fold.words).format(
            n=fold.words
        )

    def fold_under(self, position: QPointF) -> bool:
        """Whether a place of the viewport is on such a line."""
        place = QPointF(position.x(), position.y() + self._sheet.verticalScrollBar().value())
        return any(self.fold_area(fold).contains(place) for fold in self._sheet.paper.folds)
