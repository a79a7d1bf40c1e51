"""The panes in a row, with heads, lanes and bands; more than fit are reached by scrolling sideways."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from reader.ui import theme
from reader.ui.compare.between import Between
from reader.ui.compare.called import called
from reader.ui.compare.column import Column
from reader.ui.compare.conductor import Conductor
from reader.ui.compare.gutter import Gutter
from reader.ui.compare.rail import Rail
from reader.ui.state.comparison_state import ComparisonState


class Strip(QScrollArea):
    """Columns and the gutters between them."""

    moved = Signal(object, int)
    """A `Column` was dragged to a new place."""

    def __init__(self, state: ComparisonState, conductor: Conductor) -> None:
        super().__init__()
        self._state = state
        self.columns: list[Column] = []
        self._conductor = conductor
        self._between: list[Between] = []
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
        for between in self._between:
            between.hide()
            between.deleteLater()
        self._between.clear()
        while self._row.count():
            self._row.takeAt(0)
        for shown in (*self.columns, *closed):
            if shown not in columns:
                shown.box.hide()
        self.columns = list(columns)
        for i, shown in enumerate(self.columns):
            if i:
                self._between.append(Between(self.columns[i - 1], shown))
                self._row.addWidget(self._between[-1])
            self._row.addWidget(shown.box, 1)
            shown.box.show()
        for shown in self.made:
            self.dress(shown)
        self._row.addWidget(self.rail)
        self.rail.show_closed([called(shown.article) for shown in closed])

    @property
    def made(self) -> Iterator[Column]:
        """Those of the columns that are more than room."""
        return (shown for shown in self.columns if shown.is_made)

    @property
    def gutters(self) -> list[Gutter]:
        """Between those that are made, from left to right."""
        return [between.gutter for between in self._between if between.gutter is not None]

    def dress(self, made: Column) -> None:
        """Let a column that was just made look like the others, and link it with its neighbours."""
        made.header.set_neighbour(len(self.columns) > 1)
        made.header.set_compact(self._compact)
        made.header.set_driving(made.pane is self._conductor.driver)
        made.pane.choose(self._state.chosen_passage)
        made.lane.choose(self._state.chosen_passage)
        self._show_lane(made)
        for between in self._between:
            between.link()
        self.look_beyond()

    def look_beyond(self) -> None:
        """Tell every gutter which passages go on past its neighbours."""
        for i, between in enumerate(self._between):
            if between.gutter is not None:
                between.gutter.set_beyond(_passages(self.columns[:i]), _passages(self.columns[i + 2 :]))
                between.gutter.choose(self._state.chosen_passage)

    def set_lanes_visible(self, visible: bool) -> None:
        """Show the lanes; without them each pane has its scroll bar."""
        self._lanes = visible
        for shown in self.made:
            self._show_lane(shown)

    def _show_lane(self, shown: Column) -> None:
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._lanes else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        shown.lane.setVisible(self._lanes)
        shown.pane.setVerticalScrollBarPolicy(bar)

    def set_compact(self, compact: bool) -> None:
        """Give heads less height."""
        self._compact = compact
        for shown in self.made:
            shown.header.set_compact(compact)

    def choose(self, passage: int | None) -> None:
        """Show one passage as the chosen one everywhere."""
        for shown in self.made:
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
        for shown in self.made:
            shown.header.set_driving(shown.pane is self._conductor.driver)

    def _scrolled(self) -> None:
        self.mark_driver()
        for shown in self.made:
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
    return frozenset(mark.index for shown in columns for mark in shown.found.passages)
