"""How a row and a hit are painted: a name, a quiet line of details, a snippet with its words marked."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import theme
from reader.ui.direction import item_place, prose_option
from reader.ui.library.library_model import DETAIL, GONE
from reader.ui.library.results_model import MARKS, SNIPPET
from reader.ui.widgets.controls import paint_box
from reader.wording.lines import SEPARATOR

Index = QModelIndex | QPersistentModelIndex
PAD = 7
EDGE = 3
GAP = 3
SNIPPET_LINES = 3


class ItemDelegate(QStyledItemDelegate):
    """Two lines: a name, and details under it."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Two lines of text and air; the same for every row, so that long lists stay quick."""
        return QSize(120, 2 * option.fontMetrics.height() + GAP + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The row's ground and tick by the style, its words by hand."""
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        item.text = ""
        chosen = bool(item.state & QStyle.StateFlag.State_Selected)
        item.state &= ~(QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus)
        self._ground(painter, option, chosen)
        item.rect = item_place(option, self._inside(option.rect, index))
        ticked, item.features = _tick(item), item.features & ~QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
        widget: Any = option.widget
        style = widget.style() if widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, item, painter, widget)
        if ticked is not None:
            item.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
            paint_box(
                painter, style.subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, item, widget), ticked
            )
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, item, widget)
        painter.save()
        painter.setClipRect(option.rect)
        self._words(painter, item, index, area.adjusted(2, 0, -4, 0))
        painter.restore()

    def _inside(self, rect: QRect, _index: Index) -> QRect:
        """Where in a row its box and its words stand."""
        return rect

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, chosen: bool) -> None:
        """A tint under what is chosen, and a frame around what has the keyboard: text keeps its colours on both."""
        now = theme.current()
        active = bool(option.state & QStyle.StateFlag.State_Active)
        if chosen:
            painter.fillRect(option.rect, now["soft"])
            edge = QRect(option.rect.topLeft(), QSize(EDGE, option.rect.height()))
            painter.fillRect(item_place(option, edge), now["focus"])
        if active and option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(now["focus"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))

    def _words(self, painter: QPainter, item: QStyleOptionViewItem, index: Index, area: QRect) -> None:
        now = theme.current()
        strong = now["muted"] if index.data(GONE) else now["text"]
        font = QFont(item.font)
        font.setWeight(QFont.Weight.DemiBold if self._heading(index) else QFont.Weight.Normal)
        height = item.fontMetrics.height()
        top = area.top() + (area.height() - self._height(height)) // 2
        line = QRect(area.left(), top, area.width(), height)
        _elided(painter, line, str(index.data() or ""), font, strong)
        small = QFont(item.font)
        small.setPointSizeF(small.pointSizeF() * 0.9)
        line.moveTop(line.bottom() + 1 + GAP)
        _elided(painter, line, _fitting(str(index.data(DETAIL) or ""), small, line.width()), small, now["muted"])

    def _height(self, line: int) -> int:
        return 2 * line + GAP

    def _heading(self, _index: Index) -> bool:
        return False


class HitDelegate(ItemDelegate):
    """A name, details, and up to three lines of the text around the words found."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high for one hit as for another."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + GAP + SNIPPET_LINES * option.fontMetrics.height())

    def _height(self, line: int) -> int:
        return 2 * line + GAP + GAP + SNIPPET_LINES * line

    def _heading(self, index: Index) -> bool:
        return True

    def _words(self, painter: QPainter, item: QStyleOptionViewItem, index: Index, area: QRect) -> None:
        line = item.fontMetrics.height()
        super()._words(painter, item, index, area)
        details = bool(index.data(DETAIL))
        top = area.top() + (area.height() - self._height(line)) // 2 + (2 if details else 1) * (line + GAP)
        lines = SNIPPET_LINES if details else SNIPPET_LINES + 1
        box = QRectF(area.left(), top, area.width(), lines * line)
        _snippet(painter, box, str(index.data(SNIPPET)), index.data(MARKS), QFont(item.font))
        painter.setClipping(False)
        painter.setPen(theme.current()["border"])
        painter.drawLine(item.rect.bottomLeft(), item.rect.bottomRight())


def _tick(item: QStyleOptionViewItem) -> Qt.CheckState | None:
    """The state of the row's box; None where it has none."""
    has_box = item.features & QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    return item.checkState if has_box else None


def _fitting(details: str, font: QFont, width: int) -> str:
    """As many of the details as have room, the first in any case: a word cut in two tells nobody anything."""
    parts = details.split(SEPARATOR)
    metrics = QFontMetrics(font)
    while len(parts) > 1 and metrics.horizontalAdvance(SEPARATOR.join(parts)) > width:
        parts.pop()
    return SEPARATOR.join(parts)


def _elided(painter: QPainter, box: QRect, words: str, font: QFont, colour: QColor) -> None:
    """One line, cut with an ellipsis where it does not fit."""
    painter.setFont(font)
    painter.setPen(colour)
    flat = " ".join(words.split())
    text = QFontMetrics(font).elidedText(flat, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _snippet(painter: QPainter, box: QRectF, text: str, marks: Any, font: QFont) -> None:
    """The snippet's lines that fit, its marks on the theme's hit colour and bold."""
    layout = QTextLayout(text, font)
    option = prose_option(text)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats([_marked(start, length) for start, length in marks])
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, y))
        if y + line.height() > box.height() + 1:
            break
        y += line.height()
    layout.endLayout()
    painter.setPen(theme.current()["text"])
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    layout.draw(painter, box.topLeft())


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    form = QTextLayout.FormatRange()
    form.start, form.length = start, length
    form.format = QTextCharFormat()
    form.format.setFontWeight(QFont.Weight.Bold)
    form.format.setBackground(theme.current()["hit"])
    form.format.setForeground(theme.current()["hit_text"])
    return form
