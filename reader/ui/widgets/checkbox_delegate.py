"""The box that is ticked: drawn in the theme's colours, for the style's own vanishes on dark ground."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reader.ui import theme

SIDE, RADIUS, LINE = 14.0, 3.0, 1.8
TICK = ((0.22, 0.53), (0.42, 0.73), (0.79, 0.30))
"""The tick's corners, as shares of the side."""


def paint_box(painter: QPainter, place: QRect, state: Qt.CheckState) -> None:
    """An empty box, a filled one with a tick, or one with a bar where some of what it stands for is ticked."""
    now = theme.current()
    box = QRectF(0, 0, SIDE, SIDE)
    box.moveCenter(QRectF(place).center())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    empty = state == Qt.CheckState.Unchecked
    painter.setPen(QPen(now["muted" if empty else "highlight"], 1.2))
    painter.setBrush(now["base" if empty else "highlight"])
    painter.drawRoundedRect(box, RADIUS, RADIUS)
    painter.setPen(QPen(now["highlighted"], LINE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == Qt.CheckState.Checked:
        corners = [QPointF(box.left() + x * SIDE, box.top() + y * SIDE) for x, y in TICK]
        painter.drawPolyline(QPolygonF(corners))
    elif state == Qt.CheckState.PartiallyChecked:
        middle = box.center().y()
        painter.drawLine(QPointF(box.left() + 3.5, middle), QPointF(box.right() - 3.5, middle))
    painter.restore()


class CheckboxDelegate(QStyledItemDelegate):
    """A plain list whose boxes are drawn so."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row by the style, and over its box our own."""
        super().paint(painter, option, index)
        item = QStyleOptionViewItem(option)
        self.initStyleOption(item, index)
        place = QApplication.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, item, item.widget)
        paint_box(painter, place, item.checkState)
