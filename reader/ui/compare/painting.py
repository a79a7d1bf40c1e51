"""How each kind of finding is drawn under the text: by hue, and by a shape that says the same without colour."""

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reader.compare.comparison import CLASH, Relation, Verdict
from reader.ui.compare import decided
from reader.ui.compare.marks import Mark
from reader.ui.theme import Theme

ROUND = 3.0
BAR = 3.0
APART = 1.5
"""What each bar leaves free at its ends, so that passages that touch are seen to be two."""
RULE, FOLD_SIZE = 14.0, 0.88
"""The rule before the words of a fold, and their letters over those of the window."""
SIGN = 11
"""The side of a sign in the gutter."""

OUTLINES = {
    Verdict.CONFLICT: (2.0, Qt.PenStyle.SolidLine),
    Verdict.TENSION: (1.6, Qt.PenStyle.DashLine),
    Verdict.LOOK: (1.4, Qt.PenStyle.DashDotLine),
    Verdict.CONSISTENT: (1.2, Qt.PenStyle.DotLine),
    Verdict.AGREE: (1.0, Qt.PenStyle.SolidLine),
}
"""Width and stroke of the frame around a figure; one that agrees is underlined only."""


def fill(painter: QPainter, theme: Theme, mark: Mark, rectangles: list[QRectF], selected: bool) -> None:
    """The ground of a passage; the chosen one is stronger."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme[f"{mark.hue}_selected" if selected else mark.hue])
    for rectangle in rectangles:
        painter.drawRoundedRect(rectangle.adjusted(-1, 0, 1, 0), ROUND, ROUND)


def margin(painter: QPainter, theme: Theme, mark: Mark, x: float, top: float, bottom: float, selected: bool) -> None:
    """The bar in the margin: whole for word for word, broken for reworded, double for a quotation.

    Of what was dismissed a grey hairline is left, so that it can be found again.
    """
    top, bottom = top + APART, bottom - APART
    if mark.dismissed and not selected:
        painter.setPen(QPen(theme["muted"], 1.0))
        painter.drawLine(QLineF(x + BAR / 2, top, x + BAR / 2, bottom))
        return
    colour = theme[f"{mark.hue}_edge"]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    width = BAR + 2 if selected else BAR
    if mark.relation is Relation.QUOTATION:
        painter.drawRect(QRectF(x, top, width / 2, bottom - top))
        painter.drawRect(QRectF(x + width / 2 + 1.5, top, width / 2, bottom - top))
    elif mark.relation is Relation.REWORDED:
        pen = QPen(colour, width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([9 / width, 3 / width])
        painter.setPen(pen)
        painter.drawLine(QLineF(x + width / 2, top, x + width / 2, bottom))
    else:
        painter.drawRect(QRectF(x, top, width, bottom - top))


def sign(painter: QPainter, kind: str, left: float, top: float) -> None:
    """The sign of what was decided on a passage, beside its bar."""
    decided.sign(kind).paint(painter, QRect(round(left) - 1, round(top) + 1, SIGN, SIGN))


def unequal(painter: QPainter, theme: Theme, left: float, middle: float) -> None:
    """The sign of a conflict: a tile with an unequals sign."""
    tile = QRectF(left, round(middle) - SIGN / 2, SIGN, SIGN)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme["conflict_edge"])
    painter.drawRoundedRect(tile, 2, 2)
    painter.setPen(QPen(theme["base"], 1.2))
    centre = tile.center()
    for y in (-1.6, 1.6):
        painter.drawLine(centre + QPointF(-3, y), centre + QPointF(3, y))
    painter.drawLine(centre + QPointF(1.6, -3.6), centre + QPointF(-1.6, 3.6))


def quotation(painter: QPainter, theme: Theme, rectangles: list[QRectF]) -> None:
    """A dotted line under what stands in quotation marks and is quoted elsewhere too."""
    pen = QPen(theme["quotation_edge"], 1.6)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    for r in rectangles:
        painter.drawLine(QLineF(r.left(), r.bottom() - 0.5, r.right(), r.bottom() - 0.5))


def figure(painter: QPainter, theme: Theme, verdict: Verdict, rectangles: list[QRectF]) -> None:
    """A frame around a figure: solid for a conflict, dashed for tension, dashes and dots for what is worth a look,
    dotted for consistent; agree is underlined. What clashes stands on a ground of its own."""
    width, style = OUTLINES[verdict]
    colour = theme[f"{verdict.value}_edge"]
    pen = QPen(colour, width)
    pen.setStyle(style)
    painter.setPen(pen)
    painter.setBrush(theme[verdict.value] if verdict in CLASH else QColor(0, 0, 0, 0))
    for r in rectangles:
        if verdict is Verdict.AGREE:
            painter.drawLine(QLineF(r.left(), r.bottom() - 1, r.right(), r.bottom() - 1))
        else:
            painter.drawRoundedRect(r.adjusted(-1.5, 0.5, 1.5, -0.5), ROUND, ROUND)


def flash(painter: QPainter, theme: Theme, rectangles: list[QRectF], strength: float) -> None:
    """The passing light on what was jumped to; `strength` from 1 down to 0."""
    painter.setPen(QPen(theme.faint("text", strength), 2))
    painter.setBrush(theme.faint("flash", strength))
    for r in rectangles:
        painter.drawRoundedRect(r.adjusted(-3, -2, 3, 2), ROUND + 1, ROUND + 1)


def fold(painter: QPainter, theme: Theme, area: QRectF, words: str) -> None:
    """The line that stands for what is folded away: a short rule before its words, small and quiet."""
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * FOLD_SIZE)
    painter.setFont(font)
    painter.setPen(QPen(theme["muted"]))
    painter.drawText(area.adjusted(RULE + 6, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, words)
    pen = QPen(theme["muted"], 1)
    pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.drawLine(QLineF(area.left(), area.center().y(), area.left() + RULE, area.center().y()))
