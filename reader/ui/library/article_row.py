"""How the library's list paints a story's heading and an article: chevron, box, words, star, and a dot if unread."""

import math

from PySide6.QtCore import QAbstractItemModel, QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from reader.ui import theme
from reader.ui.direction import item_place
from reader.ui.library.delegates import EDGE, Index, ItemDelegate
from reader.ui.library.library_model import HEADING, LOADING, STARRED, UNDER, UNREAD

CHEVRON, STAR, DOT = 20, 26, 7
RADII = [1.0 if n % 2 == 0 else 0.45 for n in range(10)]
"""A star's corners lie by turns far from its middle and near to it."""


class RowDelegate(ItemDelegate):
    """Rows of one height; a click on the chevron opens a story, one on the star gives or takes it."""

    folded = Signal(object)
    """The chevron of a heading (its index) was clicked."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """As any row, with what stands at its two ends."""
        super().paint(painter, option, index)
        if index.data(LOADING):
            self._paint_waiting(painter, item_place(option, self._inside(option.rect, index)))
            return
        opened = index.data(HEADING)
        if opened is not None:
            self._paint_chevron(painter, option, opened)
            return
        hover = option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected)
        if index.data(STARRED) or hover:
            _paint_star(painter, item_place(option, self._star(option.rect)), bool(index.data(STARRED)))
        if index.data(UNREAD):
            self._paint_dot(painter, item_place(option, self._star(option.rect)))

    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        """Chevron and star are heard here, the box by Qt."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            at = event.position().toPoint()
            heading = index.data(HEADING) is not None
            if heading and item_place(option, self._chevron(option.rect)).contains(at):
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self.folded.emit(index)
                return True
            if (
                not heading
                and index.data(STARRED) is not None
                and item_place(option, self._star(option.rect)).contains(at)
            ):
                if event.type() == QEvent.Type.MouseButtonRelease:
                    model.setData(index, not index.data(STARRED), STARRED)
                return True
        inner = QStyleOptionViewItem(option)
        inner.rect = item_place(option, self._inside(option.rect, index))
        return super().editorEvent(event, model, inner, index)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The field for a story's new name stands in place of its words."""
        inner = QStyleOptionViewItem(option)
        inner.rect = item_place(option, self._inside(option.rect, index))
        super().updateEditorGeometry(editor, inner, index)

    def _inside(self, rect: QRect, index: Index) -> QRect:
        heading = index.data(HEADING) is not None
        left = CHEVRON if heading or index.data(UNDER) else 2
        return rect.adjusted(EDGE + left, 0, -4 if heading else -STAR - 2, 0)

    def _heading(self, index: Index) -> bool:
        return index.data(HEADING) is not None

    def _chevron(self, row: QRect) -> QRect:
        return QRect(row.left() + EDGE, row.top(), CHEVRON, row.height())

    def _star(self, row: QRect) -> QRect:
        return QRect(row.right() - STAR, row.top(), STAR, row.height())

    def _paint_chevron(self, painter: QPainter, option: QStyleOptionViewItem, opened: bool) -> None:
        middle = QRectF(item_place(option, self._chevron(option.rect))).center()
        on = -1 if option.direction == Qt.LayoutDirection.RightToLeft else 1
        lines = [(-4, -2), (0, 2), (4, -2)] if opened else [(-2 * on, -4), (2 * on, 0), (-2 * on, 4)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current()["muted"], 1.5))
        painter.drawPolyline(QPolygonF([middle + QPointF(x, y) for x, y in lines]))
        painter.restore()

    def _paint_dot(self, painter: QPainter, place: QRect) -> None:
        box = QRectF(0, 0, DOT, DOT)
        box.moveCenter(QPointF(place.center().x() + 0.5, place.center().y() + place.height() / 4))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current()["highlight"])
        painter.drawEllipse(box)
        painter.restore()

    def _paint_waiting(self, painter: QPainter, place: QRect) -> None:
        """Two bars where words will stand."""
        colour = theme.current()["alternate"]
        for share, top in ((0.7, 0.28), (0.4, 0.58)):
            line = QRect(place.left() + 24, place.top() + round(place.height() * top), 0, 8)
            line.setSize(QSize(round((place.width() - 24) * share), 8))
            painter.fillRect(line, colour)


def _paint_star(painter: QPainter, place: QRect, full: bool) -> None:
    now = theme.current()
    middle = QPointF(place.center().x() + 0.5, place.center().y() - place.height() / 5)
    corners = [
        middle + QPointF(math.sin(math.pi * n / 5) * far * 7, -math.cos(math.pi * n / 5) * far * 7)
        for n, far in enumerate(RADII)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(now["tension_edge"] if full else now["muted"], 1.1))
    painter.setBrush(now["tension_edge"] if full else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()
