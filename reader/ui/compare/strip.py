"""The panes in a row, with heads, lanes and bands; more than fit are reached by scrolling sideways."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from reader.ui import theme
from reader.ui.compare.called import called
from reader.ui.compare.conductor import Conductor
from reader.ui.compare.gutter import Gutter
from reader.ui.compare.header import Header
from reader.ui.compare.lane import Lane
from reader.ui.compare.pane import Pane
from reader.ui.compare.rail import Rail

LEAST_WIDTH = 320
"""Of a column; narrower, lines are too short to read."""


@dataclass(frozen=True, eq=False)
class Column:
    """One article: its head, pane and lane in a box."""

    box: QWidget
    header: Header
    pane: Pane
    lane: Lane


def column(header: Header, pane: Pane, conductor: Conductor) -> Column:
    """Put the parts of a column together."""
    box, lane = QWidget(), Lane(pane, conductor)
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(0)
    grid.addWidget(header, 0, 0, 1, 2)
    grid.addWidget(pane, 1, 0)
    grid.addWidget(lane, 1, 1)
    box.setMinimumWidth(LEAST_WIDTH)
    pane.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return Column(box, header, pane, lane)


class Strip(QScrollArea):
    """Columns and the gutters between them."""

    moved = Signal(object, int)
    """A `Column` was dragged to a new place."""

    def __init__(self, conductor: Conductor) -> None:
        super().__init__()
        self.columns: list[Column] = []
        self.gutters: list[Gutter] = []
        self._conductor = conductor
        self._between: list[QWidget] = []
        self._lanes = True
        self._compact = False
        self._drop: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setWidget(self._inside)
        self._mark = _DropMark(self._inside)
        self.rail = Rail()
        conductor.scrolled.connect(self._scrolled)

    def show_columns(self, columns: Sequence[Column], closed: Sequence[Column] = ()) -> None:
        """Show these, in this order, and offer those; what was shown and is not any more is left to its owner."""
        for box in self._between:
            box.hide()
            box.deleteLater()
        self._between.clear()
        while self._row.count():
            self._row.takeAt(0)
        for shown in (*self.columns, *closed):
            if shown not in columns:
                shown.box.hide()
        self.columns, self.gutters = list(columns), []
        for i, shown in enumerate(self.columns):
            if i:
                self._add_gutter(self.columns[i - 1], shown)
            self._row.addWidget(shown.box, 1)
            shown.box.show()
            shown.header.set_neighbour(len(self.columns) > 1)
            shown.lane.setVisible(self._lanes)
            shown.header.set_compact(self._compact)
        for before, after in zip(self.columns, self.columns[1:], strict=False):
            self.setTabOrder(before.pane, after.pane)
        self.look_beyond()
        self._row.addWidget(self.rail)
        self.rail.show_closed([called(shown.pane.article) for shown in closed])

    def look_beyond(self) -> None:
        """Tell every gutter which passages go on past its neighbours."""
        for i, gutter in enumerate(self.gutters):
            gutter.set_beyond(_passages(self.columns[:i]), _passages(self.columns[i + 2 :]))

    def _add_gutter(self, left: Column, right: Column) -> None:
        gutter = Gutter(left.pane, right.pane)
        box = QWidget()
        stack = QVBoxLayout(box)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(_Brow(left.header))
        stack.addWidget(gutter, 1)
        self.gutters.append(gutter)
        self._between.append(box)
        self._row.addWidget(box)

    def set_lanes_visible(self, visible: bool) -> None:
        """Show the lanes; without them each pane has its scroll bar."""
        self._lanes = visible
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if visible else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        for shown in self.columns:
            shown.lane.setVisible(visible)
            shown.pane.setVerticalScrollBarPolicy(policy)

    def set_compact(self, compact: bool) -> None:
        """Give heads less height."""
        self._compact = compact
        for shown in self.columns:
            shown.header.set_compact(compact)

    def choose(self, passage: int | None) -> None:
        """Show one passage as the chosen one everywhere."""
        for shown in self.columns:
            shown.pane.choose(passage)
            shown.lane.choose(passage)
        for gutter in self.gutters:
            gutter.choose(passage)

    def reveal(self, shown: Column) -> None:
        """Scroll sideways until a column is in view."""
        self.ensureWidgetVisible(shown.box, 0, 0)

    def go_sideways(self, turned: int) -> None:
        """Scroll the row of columns as the wheel was turned."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - turned)

    def mark_driver(self) -> None:
        """Show which pane leads."""
        for shown in self.columns:
            shown.header.set_driving(shown.pane is self._conductor.driver)

    def _scrolled(self) -> None:
        self.mark_driver()
        for shown in self.columns:
            shown.lane.update()
        for gutter in self.gutters:
            gutter.update()

    # Dragging a column by its head

    def drag(self, dragged: Column, place: QPointF) -> None:
        """Show where it would be dropped."""
        self._drop = self._place(place)
        boxes = [shown.box for shown in self.columns]
        x = boxes[self._drop].x() if self._drop < len(boxes) else boxes[-1].geometry().right()
        if self.columns.index(dragged) < self._drop < len(boxes):
            x = boxes[self._drop].x()
        self._mark.setGeometry(max(0, x - 2), 0, 4, self._inside.height())
        self._mark.raise_()
        self._mark.show()

    def drop(self, dragged: Column, place: QPointF) -> None:
        """Let it go."""
        self._mark.hide()
        target, at = self._place(place), self.columns.index(dragged)
        self.moved.emit(dragged, target - 1 if target > at else target)

    def _place(self, place: QPointF) -> int:
        x = self._inside.mapFromGlobal(place).x()
        return sum(shown.box.geometry().center().x() < x for shown in self.columns)


class _Brow(QWidget):
    """The piece between two heads: it carries their lower edge on."""

    def __init__(self, beside: Header) -> None:
        super().__init__()
        self._beside = beside
        beside.installEventFilter(self)
        self.setFixedHeight(beside.sizeHint().height())

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """As high as the head beside it."""
        if watched is self._beside and event.type() == QEvent.Type.Resize:
            self.setFixedHeight(self._beside.height())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paper, and the edge."""
        painter, now = QPainter(self), theme.current()
        painter.fillRect(self.rect(), now["base"])
        painter.fillRect(0, self.height() - 1, self.width(), 1, now["border"])


class _DropMark(QWidget):
    """Where a dragged column would come to stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line in the colour of the focus."""
        QPainter(self).fillRect(self.rect(), theme.current()["focus"])


def _passages(columns: Sequence[Column]) -> frozenset[int]:
    return frozenset(mark.index for shown in columns for mark in shown.pane.found.passages)
