"""How each kind of finding is drawn under the text: by hue, and by a shape that says the same without colour."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QApplication

from reader.compare.comparison import CLASH, Verdict
from reader.dataclass import dataclass
from reader.ui.compare import icons
from reader.ui.compare.finding_actions import decision_sign
from reader.ui.compare.highlights import Highlight
from reader.ui.theme import Theme

ROUND = 2.0
GAP = 2.0
"""Between what stands in the margin and the text."""
SIGN, SIGN_GAP = 11.0, 3.0
"""The side of a sign in the margin, and how far it is from the text."""
FRAME = 1.5
UNDER = 2.5
"""How far below the letters' box a line runs under them: clear of descenders, and inside the line."""

RULE, SMALL = 14.0, 0.88
"""The rule before the words of a fold, and their letters over those of the window."""

DOTTED = (1.0, 2.0)
DASHED = (3.0, 2.0)
WEAK = (1.5, 3.0)
"""Strokes, as lengths of line and gap in pixels."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """The margin that lines begin at: where the text begins, and whether that is its right edge."""

    edge: float
    is_right: bool = False

    def left(self, far: float, wide: float) -> float:
        """The left end of what is so wide and so far away from the text."""
        return self.edge + far if self.is_right else self.edge - far - wide


def tint(painter: QPainter, colour: QColor, strips: list[QRectF]) -> None:
    """A ground behind whole lines; a pixel of paper keeps the lines apart."""
    for strip in strips:
        painter.fillRect(strip.adjusted(0, 0, 0, -1), colour)


def bar(
    painter: QPainter, colour: QColor, gutter: Gutter, top: float, bottom: float, width: float, far: float = GAP
) -> None:
    """A bar in the margin, the thicker the more accounts share what stands beside it."""
    painter.fillRect(QRectF(gutter.left(far, width), top, width, bottom - top - 1), colour)


def double_bar(painter: QPainter, colour: QColor, gutter: Gutter, top: float, bottom: float) -> None:
    """Two thin bars: a quotation that is worded differently."""
    for far in (GAP, GAP + 2 * FRAME):
        painter.fillRect(QRectF(gutter.left(far, FRAME), top, FRAME, bottom - top - 1), colour)


def dotted_bar(painter: QPainter, colour: QColor, gutter: Gutter, top: float, bottom: float) -> None:
    """Dots in the margin: a likeness that is weak."""
    painter.setPen(_pen(colour, 1.4, WEAK))
    x = gutter.left(GAP + 1, 0)
    painter.drawLine(QLineF(x, top + 1, x, bottom - 1))


def hairline(painter: QPainter, colour: QColor, gutter: Gutter, top: float, bottom: float) -> None:
    """What is left of a passage that was dismissed, so that it can be found again."""
    painter.setPen(QPen(colour, 1.0))
    x = gutter.left(GAP + 0.5, 0)
    painter.drawLine(QLineF(x, top + 2, x, bottom - 2))


def sign(painter: QPainter, kind: str, gutter: Gutter, top: float, bottom: float) -> None:
    """The sign of what was decided, in the margin of the first line."""
    decision_sign(kind).paint(painter, _sign_area(gutter, top, bottom).toRect())


def conflict_sign(painter: QPainter, gutter: Gutter, top: float, bottom: float) -> None:
    """The sign of a conflict in the margin of its line."""
    icons.draw_verdict(painter, _sign_area(gutter, top, bottom), Verdict.CONFLICT)


def _sign_area(gutter: Gutter, top: float, bottom: float) -> QRectF:
    return QRectF(round(gutter.left(SIGN_GAP, SIGN)), round((top + bottom - SIGN) / 2), SIGN, SIGN)


Dashes = tuple[float, float] | None


def underline(
    painter: QPainter,
    colour: QColor,
    boxes: list[QRectF],
    width: float = 1.0,
    dashes: Dashes = None,
) -> None:
    """A line under letters."""
    painter.setPen(_pen(colour, width, dashes))
    for box in boxes:
        y = box.bottom() + UNDER - 2
        painter.drawLine(QLineF(box.left(), y, box.right(), y))


def quotation(painter: QPainter, theme: Theme, mark: Highlight, boxes: list[QRectF], strips: list[QRectF]) -> None:
    """What is worded differently stands on a ground with a dashed line under it, the same words over a thin line."""
    if mark.altered:
        tint(painter, theme["quotation"], strips)
        underline(painter, theme["quotation_edge"], boxes, 1.2, DASHED)
    else:
        underline(painter, theme["quotation_edge"], boxes)


def chosen_quotation(
    painter: QPainter, theme: Theme, mark: Highlight, boxes: list[QRectF], strips: list[QRectF]
) -> None:
    """The quotation that is chosen."""
    tint(painter, theme["quotation_selected"], strips)
    underline(painter, theme["quotation_edge"], boxes, 1.2, DASHED if mark.altered else None)


def differing(painter: QPainter, theme: Theme, boxes: list[QRectF], strips: list[QRectF]) -> None:
    """Words of the chosen quotation that the account held against it has not."""
    tint(painter, theme["changed"], strips)
    underline(painter, theme["changed_edge"], boxes, 2.0)


def figure(painter: QPainter, theme: Theme, verdict: Verdict, boxes: list[QRectF]) -> None:
    """A solid frame for a conflict, a dotted one for what may conflict, dots under what is worth a look, and a thin
    line under what fits.
    """
    edge = theme[f"{verdict.value}_edge"]
    if verdict in CLASH:
        painter.setPen(_pen(edge, FRAME, None if verdict is Verdict.CONFLICT else DOTTED))
        painter.setBrush(theme[verdict.value])
        for box in boxes:
            painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 1, -0.5), ROUND, ROUND)
    else:
        underline(painter, edge, boxes, 1.4 if verdict is Verdict.LOOK else 1.0, _dots(verdict))


def chosen_figure(painter: QPainter, theme: Theme, verdict: Verdict, boxes: list[QRectF]) -> None:
    """The figure that is chosen: turned round in colour where it clashes, else on the ground of what is chosen."""
    clash = verdict in CLASH
    painter.setPen(_pen(theme["passage_edge_selected"], FRAME, None) if not clash else Qt.PenStyle.NoPen)
    painter.setBrush(theme[f"{verdict.value}_selected" if clash else "passage_selected"])
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-2, 0, 1, 0), ROUND + 1, ROUND + 1)


def joining_line(painter: QPainter, colour: QColor, y: float, width: float) -> None:
    """A hairline across the pane, between two lines of text."""
    painter.fillRect(QRectF(0, y - 1, width, 1), colour)


def _dots(verdict: Verdict) -> Dashes:
    return DOTTED if verdict is Verdict.LOOK else None


def own(painter: QPainter, theme: Theme, boxes: list[QRectF], strips: list[QRectF]) -> None:
    """What the reader marked: a ground and a firm line."""
    tint(painter, theme["own"], strips)
    underline(painter, theme["own_edge"], boxes, 2.0)


def flash(painter: QPainter, theme: Theme, rectangles: list[QRectF], strength: float) -> None:
    """The passing light on what was jumped to; `strength` from 1 down to 0."""
    painter.setPen(QPen(theme.faint("text", strength), 2))
    painter.setBrush(theme.faint("flash", strength))
    for r in rectangles:
        painter.drawRoundedRect(r.adjusted(-3, -2, 3, 2), ROUND + 1, ROUND + 1)


def fold(painter: QPainter, theme: Theme, area: QRectF, words: str, *, leftwards: bool) -> None:
    """The line that stands for what is folded away: a short rule before its words, small and quiet, where the lines
    of the article begin.
    """
    font = QFont(QApplication.font())
    font.setPointSizeF(font.pointSizeF() * SMALL)
    painter.setFont(font)
    painter.setPen(QPen(theme["muted"]))
    side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
    room = area.adjusted(0, 0, -RULE - 6, 0) if leftwards else area.adjusted(RULE + 6, 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute | side, words)
    painter.setPen(_pen(theme["muted"], 1.0, DOTTED))
    left = area.right() - RULE if leftwards else area.left()
    painter.drawLine(QLineF(left, area.center().y(), left + RULE, area.center().y()))


def _pen(colour: QColor, width: float, dashes: Dashes = None) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes is not None:
        pen.setDashPattern([length / width for length in dashes])
    return pen
