"""The findings at the foot of the window: one line while they are closed, a panel of lists once they are wanted."""

from collections.abc import Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.docks.summary_bar import SummaryBar
from reader.ui.event_loop import Piece

if TYPE_CHECKING:  # the lists bring the core along: made after the first frame
    from reader.compare.comparison import Comparison
    from reader.compare.finding_ids import Finding
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.findings_panel import FindingsPanel
    from reader.ui.docks.pictures import PicturesPanel
    from reader.ui.ledger.panel import LedgerPanel
    from reader.ui.state.comparison_state import ComparisonState
    from reader.ui.state.session import Session

FIGURES, PASSAGES, PICTURES = "ledger", "passages", "pictures"
SHARE, LEAST, MOST = 0.25, 130, 0.7
"""Of the window's height: what the panel takes until a reader drags it, and the most; the least is in pixels."""
GRIP = 5
SAID_ON_TAB = (PASSAGES, "quotations", "names")
"""Lists whose tab says how much there is: their own line would say it again."""


class FindingsArea(QWidget):
    """The line, and under it the list in front."""

    changed = Signal()
    """It was opened or closed, or another list is in front."""

    def __init__(self, parent: QWidget, session: "Session") -> None:
        super().__init__(parent)
        self._session = session
        self._state: ComparisonState | None = None
        self._view: ComparisonView | None = None
        self.figures: LedgerPanel | None = None
        self.panels: dict[str, FindingsPanel] = {}
        self.pictures: PicturesPanel | None = None
        self._corners: dict[str, QWidget] = {}
        self.pages: dict[str, QWidget] = {}
        """The lists by name, in the order of their tabs."""
        self._comparing = False
        self._before = ""
        """The list that was in front when a passage was chosen."""
        self._room = 0
        """The height of the window, of which it may take its share."""
        self.bar = SummaryBar(self)
        self.bar.toggled.connect(lambda: self.set_open(not self.is_open))
        self.bar.tabWanted.connect(self._wanted)
        self.bar.rowWanted.connect(self._go_to_row)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self._stack, 1)
        self._grip = _Grip(self)
        self._grip.dragged.connect(self._drag)
        self._show()

    def furnish(self, view: "ComparisonView", figures: "LedgerPanel") -> None:
        """Take the lists in, once they can be made."""
        from reader.ui.docks.findings_panel import FindingsPanel
        from reader.ui.docks.lists import DOCKS
        from reader.ui.docks.pictures import PicturesPanel

        self._view, self._state, self.figures = view, view.state, figures
        for label in figures.bar.findChildren(QLabel, "ledgerSummary"):
            label.hide()  # the tab says it
        self._add(FIGURES, figures, figures.bar)
        for dock in DOCKS:
            self.panels[dock.name] = panel = FindingsPanel(dock)
            panel.foldWanted.connect(view.fold)
            panel.bar.setVisible(dock.name not in SAID_ON_TAB)
            panel.goneTo.connect(view.go_to)
            panel.jumped.connect(view.jump_to)
            view.arranged.connect(panel.set_columns)
            self._add(dock.name, self._beside(panel, view.passage_panel) if dock.name == PASSAGES else panel, None)
        self.pictures = PicturesPanel()
        self.pictures.rowWanted.connect(view.go_to_row)
        self.pictures.passageWanted.connect(self._go_to_passage)
        view.arranged.connect(self.pictures.set_columns)
        self._add(PICTURES, self.pictures, None)
        view.passagePanelOpened.connect(self._open_passage_panel)
        view.passagePanelClosed.connect(self._close_passage_panel)
        view.refolded.connect(self._show_unfolded)
        view.state.baseChanged.connect(self._show_base)
        view.state.currentFindingChanged.connect(self._follow)
        self._show()

    @property
    def dressed(self) -> tuple[QWidget, ...]:
        """What of it wears the theme's sheet: each list by itself, for one after another is dressed."""
        return (self.bar, *self.pages.values())

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        for name in self.pages:
            actions.register(f"show-{name}", partial(self.toggle, name))

    def _beside(self, panel: QWidget, below: QWidget) -> QSplitter:
        """The list of passages, and at its right the wordings of the one that is chosen."""
        beside = QSplitter(Qt.Orientation.Horizontal, self)
        beside.setChildrenCollapsible(False)
        beside.setHandleWidth(1)
        beside.addWidget(panel)
        beside.addWidget(below)
        beside.setStretchFactor(1, 1)
        beside.setSizes([360, 900])
        below.hide()
        return beside

    def _add(self, name: str, page: QWidget, corner: QWidget | None) -> None:
        from reader.ui.docks.lists import title

        self.bar.add_tab(name, title(name))
        self.pages[name] = page
        self._stack.addWidget(page)
        if corner is not None:
            self._corners[name] = corner
            corner.hide()
            self.bar.add_corner(corner, by_turns=True)

    def add_corner(self, name: str, corner: QWidget) -> None:
        """Show something at the right of the tabs while a list is in front."""
        self._corners[name] = corner
        self.bar.add_corner(corner, by_turns=True)
        corner.hide()

    # What they show

    def filling(self, comparison: "Comparison") -> list[Piece]:
        """What fills the lists, one a piece: the one in front first."""
        ordered = sorted(self.panels, key=lambda name: name != self.front)
        base = self._state.base if self._state is not None else ""
        pieces: list[Piece] = [partial(self.panels[name].show_comparison, comparison, base) for name in ordered]
        if self.pictures is not None:
            pieces.append(partial(self.pictures.show_comparison, comparison))
        return [*pieces, self._show_unfolded]

    def show_comparison(self, comparison: "Comparison") -> None:
        """Fill every list now."""
        for fill in self.filling(comparison):
            fill()

    def sum_up(self, comparison: "Comparison", gone: "Collection[Finding]" = (), changed: int = 0) -> None:
        """Say what was found, apart from what the reader dismissed; so many decisions are about other things now."""
        from reader.ui.docks.lists import conflicts, summary_parts

        several = len(comparison.articles) > 1
        self.bar.show_parts(summary_parts(comparison, gone, changed) if several else ())
        rows = conflicts(comparison, gone)
        self.bar.show_conflicts(rows, _("Next conflict: {keys}").format(keys="Ctrl+J") if rows else "")
        self._show()

    def _show_base(self) -> None:
        for panel in self.panels.values():
            panel.show_base(self._state.base if self._state is not None else "")

    def _show_unfolded(self) -> None:
        if self._view is not None:
            for panel in self.panels.values():
                panel.show_unfolded(self._view.unfolded)

    def _follow(self) -> None:
        """The lists are at what was chosen in the panes."""
        if self._state is not None:
            for panel in self.panels.values():
                panel.follow(self._state.current_finding)
            if self.pictures is not None:
                self.pictures.follow(self._state.current_finding)

    def _go_to_passage(self, index: int) -> None:
        """Choose a passage in the panes; the picture in which it was asked for stays in front."""
        if self._view is not None:
            front = self.front
            self._view.choose_passage(index)
            self.to_front(front)

    # Whether they are open, and which is in front

    @property
    def is_open(self) -> bool:
        """Whether a list is on view."""
        return self._session.ledger and self._comparing

    @property
    def front(self) -> str:
        """The list that is on view, or would be."""
        return self._session.front if self._session.front in self.pages else FIGURES

    def is_front(self, name: str) -> bool:
        """Whether this list is on view."""
        return self.is_open and self.front == name

    def place(self, *, comparing: bool, room: int) -> None:
        """Be there where there is something to compare, in a window so high."""
        self._comparing, self._room = comparing, room
        self._show()

    def set_open(self, is_open: bool) -> None:
        """Open the panel, or leave but the line; the keyboard goes back to the text where it was in the panel."""
        had = self._stack.isAncestorOf(focus) if (focus := self.window().focusWidget()) is not None else False
        self._session.ledger = is_open
        self._show()
        if had and not is_open and self._view is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_front(self, name: str) -> None:
        """Put a list in front of the others; whether it is on view is the reader's wish."""
        self._session.front = name
        self._show()

    def toggle(self, name: str) -> None:
        """Open a list and take the keyboard there; where it is on view already, close the panel."""
        if self.is_front(name):
            self.set_open(False)
            return
        self.go_to(name)

    def go_to(self, name: str) -> None:
        """Open a list and take the keyboard there."""
        self._session.front, self._session.ledger = name, True
        self._show()
        if name in self.panels:
            self.panels[name].take_focus()
        elif name == PICTURES and self.pictures is not None:
            self.pictures.take_focus()
        elif self.figures is not None:
            self.figures.take_focus()

    def _wanted(self, name: str) -> None:
        """A click on a word of the line opens its list; on a tab, brings it to the front."""
        self._session.front, self._session.ledger = name, True
        self._show()

    def _open_passage_panel(self) -> None:
        """A passage was chosen: its wordings stand ready, in front where the panel is open."""
        if self._view is not None:
            self._view.passage_panel.show()
            if self.front != PASSAGES:
                self._before = self.front
            self.to_front(PASSAGES)

    def _close_passage_panel(self) -> None:
        """What was in front before comes back, where a person has not gone on to another list."""
        if self._view is not None:
            self._view.passage_panel.hide()
        if self.front == PASSAGES and self._before:
            self.to_front(self._before)
        self._before = ""

    def _go_to_row(self, row: int) -> None:
        if self._view is not None:
            self._view.go_to_row(row)

    def _show(self) -> None:
        front, is_open = self.front, self.is_open
        page = self.pages.get(front)
        if page is not None:
            self._stack.setCurrentWidget(page)
        self._stack.setVisible(is_open)
        self._grip.setVisible(is_open)
        self.bar.set_open(is_open=is_open, front=front)
        self.bar.set_findings_visible(self._comparing)
        for name, corner in self._corners.items():
            corner.setVisible(is_open and name == front)
        self.bar.fit()
        self._size()
        self.changed.emit()

    # How high they are

    def _size(self) -> None:
        if not self.is_open:
            self.setFixedHeight(self.bar.height())
            return
        wanted = self._session.findings_height or round(self._room * SHARE)
        self.setFixedHeight(self._bounded(wanted))

    def _bounded(self, height: int) -> int:
        return max(LEAST, min(height, round(self._room * MOST)))

    def _drag(self, by: int) -> None:
        self._session.findings_height = self._bounded(self.height() - by)
        self._size()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The grip lies over the upper edge."""
        super().resizeEvent(event)
        self._grip.setGeometry(0, 0, self.width(), GRIP)
        self._grip.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.set_open(False)
        else:
            super().keyPressEvent(event)

    @property
    def parts(self) -> Iterator[QWidget]:
        """What Tab goes through: the line or the tabs, then the list in front."""
        yield from self.bar.stops
        yield from self.bar.corners
        yield from self.pages.values()


class _Grip(QWidget):
    """The upper edge of the panel, by which it is dragged higher or lower."""

    dragged = Signal(int)
    """How far down, in pixels."""

    def __init__(self, area: FindingsArea) -> None:
        super().__init__(area)
        self._area = area
        self._at: QPoint | None = None
        self.setCursor(Qt.CursorShape.SplitVCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the edge of the panel."""
        self._at = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it; past its limits it waits for the mouse to come back."""
        if self._at is not None:
            before = self._area.height()
            self.dragged.emit(event.globalPosition().toPoint().y() - self._at.y())
            self._at -= QPoint(0, self._area.height() - before)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Leave the edge where it is now."""
        self._at = None
