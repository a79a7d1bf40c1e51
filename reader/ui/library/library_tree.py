"""The list of stories and articles: as long as it may be, only what is seen is read and painted."""

import math
from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyle, QStyleOptionViewItem, QTableView, QWidget

from reader.i18n import _
from reader.ui import theme
from reader.ui.direction import item_place
from reader.ui.library.delegates import EDGE, Index, ItemDelegate
from reader.ui.library.library_model import HEADING, LOADING, STARRED, UNDER, UNREAD, LibraryModel

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


AHEAD = 30
"""Rows above and below those on screen that are read too."""
PAUSE = 15
"""Milliseconds of quiet after which what is on screen is looked at: a drag of the scroll bar asks for no more."""


class LibraryTree(QTableView):
    """A table of one column, for Qt asks a table about no row that it does not paint.

    Space ticks, Enter opens, Left and Right close and open stories.
    """

    opened = Signal(str)
    looked = Signal()
    """Other rows may have come on screen."""

    def __init__(self, model: LibraryModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.library = model
        delegate = RowDelegate(self)
        delegate.folded.connect(self._turn)
        self.setItemDelegate(delegate)
        self.setModel(model)
        self.setAccessibleName(_("Library: stories and articles"))
        self._dress()
        self.doubleClicked.connect(self._open)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(PAUSE)
        self._quiet.timeout.connect(self.looked)
        self.verticalScrollBar().valueChanged.connect(self._stir)
        for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved):
            signal.connect(self._stir)

    def rows_on_screen(self, ahead: int = AHEAD) -> tuple[int, int]:
        """The first and the last row that are seen, or are soon."""
        first = max(0, self.rowAt(0))
        last = self.rowAt(self.viewport().height() - 1)
        return first - ahead, (last if last >= 0 else self.library.rowCount()) + ahead

    def ranges(self) -> list[tuple[int, int]]:
        """What is selected, as first and last rows, from above."""
        selection = self.selectionModel().selection()
        return sorted((selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.count()))

    def select_rows(self, rows: Iterable[int]) -> None:
        """Select these and no others."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(self._together(sorted(set(rows))), flags)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks all that is chosen, Left and Right close and open a story."""
        key, index = event.key(), self.currentIndex()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._open(index)
        elif key == Qt.Key.Key_Space and len(self.ranges()) + sum(b - t for t, b in self.ranges()) > 1:
            self._tick_all(index)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not event.modifiers():
            self._turn_to(index, key == Qt.Key.Key_Right)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next headline that begins so, among those that have been read: the others cannot be asked."""
        model, here = self.library, self.currentIndex().row()
        first, last = self.rows_on_screen()
        rows = range(max(0, first), min(last, model.rowCount() - 1) + 1)
        for row in sorted(rows, key=lambda row: (row <= here, row)):
            if str(model.index(row).data() or "").casefold().startswith(search.casefold()):
                self.setCurrentIndex(model.index(row))
                return

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the ends of the list: a table would stay in its row."""
        if action == QAbstractItemView.CursorAction.MoveHome:
            return self.library.index(0)
        if action == QAbstractItemView.CursorAction.MoveEnd:
            return self.library.index(self.library.rowCount() - 1)
        return super().moveCursor(action, modifiers)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other rows come on screen."""
        super().resizeEvent(event)
        self._stir()

    def _stir(self, *_told: object) -> None:
        """Look at what is on screen once it is quiet; QTimer.start itself would take what a signal tells for a time."""
        self._quiet.start()

    def _dress(self) -> None:
        self.setObjectName("libraryList")
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDragDropOverwriteMode(True)  # a drop is upon a story, never between two rows
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _measure(self) -> None:
        """One height for every row, by the font."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        height = self.itemDelegate().sizeHint(option, QModelIndex()).height()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(height)

    def _open(self, index: QModelIndex) -> None:
        row = self.library.row(index)
        if row is not None:
            self.opened.emit(row.id)
        else:
            self._turn(index)

    def _turn(self, index: QModelIndex) -> None:
        if self.library.shelf(index) is not None:
            self.library.set_open(index, not index.data(HEADING))

    def _turn_to(self, index: QModelIndex, shown: bool) -> None:
        """Open or close the story; from an article, go up to the heading first."""
        if self.library.shelf(index) is not None:
            self.library.set_open(index, shown)
        elif not shown and self.library.heading_of(index).isValid():
            self.setCurrentIndex(self.library.heading_of(index))

    def _tick_all(self, current: QModelIndex) -> None:
        ids = self.library.picked(self.ranges()).ids
        ticked = current.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        self.library.tick(ids, not ticked)

    def _together(self, rows: list[int]) -> QItemSelection:
        """A selection in as few ranges as can be: Qt walks through all of them for every row it paints."""
        selection = QItemSelection()
        start = 0
        for at, row in enumerate(rows):
            if at + 1 == len(rows) or rows[at + 1] > row + 1:
                top, bottom = self.library.index(rows[start]), self.library.index(row)
                selection.append(QItemSelectionRange(top, bottom))
                start = at + 1
        return selection
