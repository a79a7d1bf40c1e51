"""The panes in a row: they share its width, a reader divides it, and where it is too narrow it scrolls sideways."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from reader.i18n import ngettext
from reader.ui import theme
from reader.ui.compare.header import HEIGHT
from reader.ui.compare.highlights import Highlight, HighlightKind
from reader.ui.compare.link_channel import LinkChannel
from reader.ui.compare.pane_column import FOLDED, PaneColumn
from reader.ui.compare.scroll_sync import ScrollSynchronizer
from reader.ui.direction import is_leftwards
from reader.ui.event_loop import Debouncer
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.widgets.plain_text import set_tip
from reader.wording.lines import account_letter, short_name


def shared_widths(room: int, shares: Sequence[float], least: int) -> list[int]:
    """Whole widths that fill `room` in proportion to `shares`; where one would fall under `least`, the others give way.

    They add up to more than `room` only where there is no other way: `least` for each.
    """
    wide = set(range(len(shares)))
    given = float(room)
    while wide:
        whole = sum(shares[i] for i in wide)
        narrow = {i for i in wide if given * shares[i] < least * whole}
        if not narrow:
            break
        wide -= narrow
        given = room - least * (len(shares) - len(wide))
    whole = sum(shares[i] for i in wide)
    return _whole_widths([given * share / whole if i in wide else float(least) for i, share in enumerate(shares)])


def _whole_widths(widths: Sequence[float]) -> list[int]:
    """Whole numbers whose sums stay within half a pixel of those given: rounding never adds up."""
    found: list[int] = []
    reached = 0.0
    for width in widths:
        reached += width
        found.append(round(reached) - sum(found))
    return found


def divided_widths(widths: Sequence[int], at: int, by: int, least: int) -> list[int]:
    """The widths once the divider after column `at` has moved by so much: its neighbours change, the others do not."""
    found = list(widths)
    left, right = found[at], found[at + 1]
    by = max(min(by, right - least), least - left)
    found[at], found[at + 1] = left + by, right - by
    return found


RAIL = 32
"""Pixels of width of the rail."""


class ClosedPanesButton(QWidget):
    """Says how many are closed; hidden where none is."""

    reopened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(RAIL)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self._button = QToolButton()
        self._button.setAutoRaise(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self._button.clicked.connect(self.reopened)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 4, 2, 0)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self.hide()

    def show_closed(self, names: Sequence[str]) -> None:
        """Offer to bring these back."""
        count = len(names)
        words = ngettext("Show {n} closed article again", "Show {n} closed articles again", count).format(n=count)
        self._button.setText(f"+{count}")
        set_tip(self._button, f"{words}: {', '.join(names)}")
        self._button.setAccessibleName(words)
        self.setVisible(count > 0)


GRIP = 6
"""How wide a divider can be gripped; what is seen of it is a hairline. It lies over the channel alone: a widget over
the text would keep Qt from moving what is painted already when the text scrolls."""
LEAST = 250
"""The least width of a column until it is known how wide letters are."""


class PaneStrip(QScrollArea):
    """Columns side by side and the dividers between them."""

    moved = Signal(object, int)
    """A `PaneColumn` was dragged to a new place."""

    def __init__(self, state: ComparisonState, scroll_sync: ScrollSynchronizer) -> None:
        super().__init__()
        self._state = state
        self.columns: list[PaneColumn] = []
        self._scroll_sync = scroll_sync
        self._dividers: list[Divider] = []
        self._shares: dict[PaneColumn, float] = {}
        self._least = LEAST
        self._minimaps = True
        self._drop: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = _Row(self)
        self.setWidget(self._inside)
        self._mark = _DropMark(self._inside)
        self.closed_panes = ClosedPanesButton(self._inside)
        self._late = Debouncer(self.arrange, self)
        scroll_sync.scrolled.connect(self._scrolled)

    def show_columns(self, columns: Sequence[PaneColumn], closed: Sequence[PaneColumn] = ()) -> None:
        """Show these, in this order, and offer those; what was shown and is not any more is left to its owner."""
        for shown in (*self.columns, *closed):
            if shown not in columns:
                shown.box.hide()
        self.columns = list(columns)
        self._shares = {one: share for one, share in self._shares.items() if one in (*columns, *closed)}
        for at, shown in enumerate(self.columns):
            shown.box.setParent(self._inside)
            shown.set_letter(account_letter(at))
            shown.box.show()
        self._divide(len(self.columns) - 1)
        for shown in self.made:
            self.dress(shown)
        self.closed_panes.show_closed([short_name(shown.article) for shown in closed])
        self.arrange()

    def _divide(self, count: int) -> None:
        while len(self._dividers) > max(count, 0):
            gone = self._dividers.pop()
            gone.hide()
            gone.deleteLater()
        while len(self._dividers) < count:
            made = Divider(self._inside, len(self._dividers))
            made.dragged.connect(self._drag_divider)
            made.evened.connect(self.even_out)
            made.show()
            self._dividers.append(made)

    @property
    def made(self) -> Iterator[PaneColumn]:
        """Those of the columns that are more than room."""
        return (shown for shown in self.columns if shown.is_made)

    @property
    def channels(self) -> list[LinkChannel]:
        """Between those that are made, from left to right."""
        return [shown.channel for shown in self.made if shown.channel.linked]

    def dress(self, made: PaneColumn) -> None:
        """Let a column that was just made look like the others, and link it with its neighbours."""
        made.header.set_neighbour(len(self.columns) > 1)
        made.header.set_driving(made.pane is self._scroll_sync.driver)
        self._show_minimap(made)
        for left, right in pairwise([*self.columns, None]):
            if left is not None and left.is_made:
                left.channel.link(right.pane if right is not None and right.is_made and not right.folded else None)

    def set_minimaps_visible(self, visible: bool) -> None:
        """Show the minimaps; without them each pane has its scroll bar."""
        self._minimaps = visible
        for shown in self.made:
            self._show_minimap(shown)

    def _show_minimap(self, shown: PaneColumn) -> None:
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if self._minimaps else Qt.ScrollBarPolicy.ScrollBarAlwaysOn
        shown.minimap.setVisible(self._minimaps)
        shown.pane.setVerticalScrollBarPolicy(bar)

    def point(self, mark: Highlight | None) -> None:
        """The mouse is over a mark: its links are drawn while it is."""
        passage = mark.index if mark is not None and mark.kind is HighlightKind.PASSAGE else None
        for channel in self.channels:
            channel.point(passage)

    def reveal(self, shown: PaneColumn) -> None:
        """Scroll sideways until a column is in view."""
        self.ensureWidgetVisible(shown.box, 0, 0)

    def go_sideways(self, turned: int) -> None:
        """Scroll the row of columns as the wheel was turned."""
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() + turned if is_leftwards(self) else bar.value() - turned)

    def mark_driver(self) -> None:
        """Show which pane leads."""
        for shown in self.made:
            shown.header.set_driving(shown.pane is self._scroll_sync.driver)

    def _scrolled(self) -> None:
        self.mark_driver()
        for shown in self.made:
            shown.minimap.update()
            shown.channel.update()

    # How wide they are

    def set_least(self, width: int) -> None:
        """No column is narrower than this: its lines would be too short to read."""
        if width != self._least:
            self._least = width
            self._late.trigger()

    def show_only(self, columns: Collection[PaneColumn] | None) -> None:
        """Fold all but these to their heads; None brings every one back."""
        for shown in self.columns:
            shown.set_folded(columns is not None and shown not in columns)
        for shown in self.made:
            self.dress(shown)
        self.arrange()

    def even_out(self) -> None:
        """Give every column the same width."""
        self._shares.clear()
        self.arrange()

    @property
    def _open(self) -> list[PaneColumn]:
        return [shown for shown in self.columns if not shown.folded]

    @property
    def _beside(self) -> int:
        """What the columns cannot have of the row's width."""
        folded = FOLDED * (len(self.columns) - len(self._open))
        return folded + (RAIL if not self.closed_panes.isHidden() else 0)

    def arrange(self) -> None:
        """Give every column its place."""
        self._inside.setMinimumWidth(self._least * len(self._open) + self._beside)
        room, height = self._inside.width() - self._beside, self._inside.height()
        opened = self._open
        shares = [self._shares.get(shown, 1.0) for shown in opened]
        given = dict(zip(opened, shared_widths(room, shares, self._least), strict=True))
        x = 0
        for shown, divider in zip(self.columns, [*self._dividers, None], strict=False):
            width = given.get(shown, FOLDED)
            shown.place(self._mirrored(x, width), width, height)
            x += width
            if divider is not None:
                divider.setGeometry(self._mirrored(x - GRIP, GRIP), HEIGHT, GRIP, height - HEIGHT)
                divider.raise_()
        self.closed_panes.setGeometry(self._mirrored(x, RAIL), 0, RAIL, height)

    def _mirrored(self, x: int, width: int) -> int:
        """Where what stands there in a row from left to right stands in this one."""
        return self._inside.width() - x - width if is_leftwards(self) else x

    def _drag_divider(self, at: int, by: int) -> None:
        left, right = self.columns[at], self.columns[at + 1]
        if left.folded or right.folded:
            return
        opened = self._open
        now = [shown.box.width() for shown in opened]
        after = divided_widths(now, opened.index(left), -by if is_leftwards(self) else by, self._least)
        self._shares = {shown: float(width) for shown, width in zip(opened, after, strict=True)}
        self.arrange()

    # Dragging a column by its head

    def drag(self, place: QPointF) -> None:
        """Show where it would be dropped."""
        self._drop = self._place(place)
        before = sum(shown.box.width() for shown in self.columns[: self._drop])
        self._mark.setGeometry(self._mirrored(max(0, before - 2), 4), 0, 4, self._inside.height())
        self._mark.raise_()
        self._mark.show()

    def drop(self, dragged: PaneColumn, place: QPointF) -> None:
        """Leave the divider where it is now."""
        self._mark.hide()
        target, at = self._place(place), self.columns.index(dragged)
        self.moved.emit(dragged, target - 1 if target > at else target)

    def _place(self, place: QPointF) -> int:
        x = self._inside.mapFromGlobal(place).x()
        middles = [shown.box.geometry().center().x() for shown in self.columns]
        return sum(middle > x if is_leftwards(self) else middle < x for middle in middles)


class _Row(QWidget):
    """What the strip scrolls."""

    def __init__(self, strip: PaneStrip) -> None:
        super().__init__()
        self._strip = strip
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns share what there is."""
        super().resizeEvent(event)
        self._strip.arrange()


class Divider(QWidget):
    """Between two columns: dragging it gives the one what it takes from the other, a double click evens all out."""

    dragged = Signal(int, int)
    """The number of the column at its left, and how far, in pixels."""
    evened = Signal()

    def __init__(self, parent: QWidget, at: int) -> None:
        super().__init__(parent)
        self._at = at
        self._grip: QPoint | None = None
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the divider."""
        self._grip = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the divider with the mouse."""
        if self._grip is not None:
            before = self.x()
            self.dragged.emit(self._at, event.globalPosition().toPoint().x() - self._grip.x())
            self._grip += QPoint(self.x() - before, 0)  # it may stand where a column can be no narrower

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave the divider where it is now."""
        self._grip = None

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Even all columns out."""
        self.evened.emit()


class _DropMark(QWidget):
    """Where a dragged column would come to stand."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A line in the colour of the focus."""
        QPainter(self).fillRect(self.rect(), theme.current()["focus"])
