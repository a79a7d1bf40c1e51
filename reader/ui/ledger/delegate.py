"""How a cell of the figures is drawn: the figure marked as in the text, and under it in small type who says it."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QIcon, QPainter, QPen, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.compare.comparison import CLASH, Verdict
from reader.ui import theme
from reader.ui.compare import highlight_shapes as shapes
from reader.ui.compare import icons
from reader.ui.direction import is_leftwards, placed
from reader.ui.ledger.model import DECISION, DETAIL, LEADING, SAID, VERDICT

Index = QModelIndex | QPersistentModelIndex

PAD, ABOVE, BELOW, APART = 10.0, 4.0, 4.0, 2.0
"""Room at the sides of a cell, above and below its two lines, and between these."""
SMALL = 0.88
"""The letters of the second line over those of the first."""
EDGE = 3
"""The width of the bar at the left of the row that is chosen."""


class LedgerRowSource(Protocol):
    """What a table knows of its rows that their drawing asks."""

    def shelf_height(self, row: int, /) -> int:
        """The room over a row for the line that says what stands under it."""

    def is_chosen(self, row: int, /) -> bool:
        """Whether a row is chosen."""


class LedgerDelegate(QStyledItemDelegate):
    """Draws verdicts, what is counted, decisions and figures."""

    def __init__(self, rows: LedgerRowSource, parent: QObject) -> None:
        super().__init__(parent)
        self._table = rows

    def row_height(self, font: QFont) -> int:
        """Two lines and the room around them."""
        return round(QFontMetricsF(font).height() + QFontMetricsF(_small(font)).height() + ABOVE + BELOW + APART)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As the rows are."""
        return QSize(super().sizeHint(option, index).width(), self.row_height(option.font))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, then the two lines."""
        now = theme.current()
        area = QRectF(option.rect)
        area.setTop(area.top() + self._table.shelf_height(index.row()))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        painter.fillRect(area, now["soft" if chosen else "base"])
        painter.fillRect(QRectF(area.left(), area.bottom() - 1, area.width(), 1), now["hair"])
        if chosen and index.column() == VERDICT:
            edge = QRectF(area.left(), area.top(), EDGE, area.height())
            painter.fillRect(placed(edge, area, leftwards=is_leftwards(option)), now["highlight"])
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now["focus"], 1))
            painter.drawRect(area.adjusted(1.5, 1.5, -1.5, -2.5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inside = area.adjusted(PAD, ABOVE, -PAD, -BELOW)
        if index.column() >= LEADING:
            self._figures(painter, inside, option.font, index)
        elif index.column() == DECISION:
            self._decision(painter, inside, option.font, index)
        else:
            self._head(painter, inside, option.font, index)
        painter.restore()

    def _head(self, painter: QPainter, area: QRectF, font: QFont, index: Index) -> None:
        """The verdict with its sign, or what is counted."""
        now, bold = theme.current(), QFont(font)
        first, _gap, more = str(index.data(DETAIL) or index.data() or "").partition("\n")
        colour, left = now["text"], area.left()
        if index.column() == VERDICT:
            icon, verdict = index.data(Qt.ItemDataRole.DecorationRole), Verdict(index.data(SAID))  # Qt gives a string
            if isinstance(icon, QIcon):
                side = icons.SIDE
                top = area.top() + (QFontMetricsF(font).height() - side) / 2
                icon.paint(painter, _mirrored(painter, QRectF(left, top, side, side), area).toRect())
                left += side + 6
            if verdict in CLASH:
                colour = now[f"{verdict.value}_edge"]
                bold.setWeight(QFont.Weight.DemiBold)
        else:
            bold.setWeight(QFont.Weight.DemiBold)
        if index.data(Qt.ItemDataRole.ForegroundRole) is not None:  # what was dismissed
            colour = now["muted"]
        line = QRectF(left, area.top(), area.right() - left, QFontMetricsF(font).height())
        _line(painter, _mirrored(painter, line, area), bold, first, colour)
        _line(painter, self._second(area, font), _small(font), more, now["muted"])

    def _second(self, area: QRectF, font: QFont) -> QRectF:
        top = area.top() + QFontMetricsF(font).height() + APART
        return QRectF(area.left(), top, area.width(), QFontMetricsF(_small(font)).height())

    def _decision(self, painter: QPainter, area: QRectF, font: QFont, index: Index) -> None:
        """The full words of what was decided, over two lines."""
        words, icon = str(index.data() or ""), index.data(Qt.ItemDataRole.DecorationRole)
        if not words:
            return
        left = area.left()
        if isinstance(icon, QIcon):
            box = QRectF(left, area.top(), icons.SIDE, icons.SIDE)
            icon.paint(painter, _mirrored(painter, box, area).toRect())
            left += icons.SIDE + 6
        painter.setFont(_small(font))
        painter.setPen(theme.current()["text"])
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        option.setTextDirection(painter.layoutDirection())
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        room = QRectF(left, area.top(), area.right() - left, area.height() + BELOW)
        painter.drawText(_mirrored(painter, room, area), words, option)

    def _figures(self, painter: QPainter, area: QRectF, font: QFont, index: Index) -> None:
        """Each figure with its mark; under them who says so, or why there is none."""
        now, said = theme.current(), index.data(SAID) or ()
        metrics, x = QFontMetricsF(font), area.left()
        chosen = self._table.is_chosen(index.row())
        muted = index.data(Qt.ItemDataRole.ForegroundRole) is not None
        if not said:
            _line(painter, QRectF(area.topLeft(), area.size()), font, str(index.data(DETAIL) or ""), now["muted"])
            return
        for words, value in said:
            verdict = Verdict(value) if value else None
            bold = QFont(font)
            if verdict in CLASH:
                bold.setWeight(QFont.Weight.DemiBold)
            room = area.right() - x
            shown = QFontMetricsF(bold).elidedText(words, Qt.TextElideMode.ElideRight, room)
            wide = QFontMetricsF(bold).horizontalAdvance(shown)
            box = _mirrored(painter, QRectF(x, area.top() - 0.5, wide, metrics.height() + 1), area)
            colour = now["muted" if muted else "text"]
            if verdict is not None and not muted:
                if chosen:
                    shapes.chosen_figure(painter, now, verdict, [box])
                    colour = now[f"{verdict.value}_selected_text"] if verdict in CLASH else colour
                elif verdict in (*CLASH, Verdict.LOOK):
                    shapes.figure(painter, now, verdict, [box])
            line = QRectF(x, area.top(), wide + 1, metrics.height())
            _line(painter, _mirrored(painter, line, area), bold, shown, colour)
            x += wide + PAD
            if x >= area.right():
                break
        _line(painter, self._second(area, font), _small(font), str(index.data(DETAIL) or ""), now["muted"])


def _mirrored(painter: QPainter, area: QRectF, within: QRectF) -> QRectF:
    """Where in a cell an area stands that was thought of from left to right."""
    return placed(area, within, leftwards=painter.layoutDirection() == Qt.LayoutDirection.RightToLeft)


def _line(painter: QPainter, area: QRectF, font: QFont, words: str, colour: object) -> None:
    """One line, elided at its end."""
    if not words:
        return
    painter.setFont(font)
    painter.setPen(colour)
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)


def _small(font: QFont) -> QFont:
    small = QFont(font)
    if font.pointSizeF() > 0:
        small.setPointSizeF(font.pointSizeF() * SMALL)
    return small
