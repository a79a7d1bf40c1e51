"""Where the window's parts stand: tool bar above, library at the left, panes in the centre, docks around them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QWidget

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.centre import Centre
from reader.ui.cutoff_bar import CutoffBar
from reader.ui.docks.rack import Rack
from reader.ui.docks.title import Title
from reader.ui.elided import ElidedLabel
from reader.ui.focus import FocusOrder
from reader.ui.jobs import Jobs
from reader.ui.library.side import Side
from reader.ui.progress_area import ProgressArea
from reader.ui.session import Session
from reader.ui.toolbar import ToolBar

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.ui.compare.ledger import LedgerPanel
    from reader.ui.compare.view import ComparisonView

SIZE = (1400, 880)
ROOM = 0.94
"""Share of the screen a window takes at most when it is opened for the first time: its frame wants room too."""
SIDE_WIDTH, LEDGER_HEIGHT, LEDGER_SHARE = 300, 240, 0.31


class Layout(QObject):
    """Places the parts, and hides what has nothing to show: on a first run all but the centre."""

    changed = Signal()
    """A dock came or went."""

    def __init__(
        self,
        window: QMainWindow,
        centre: Centre,
        side: Side,
        session: Session,
        toolbar: ToolBar,
    ) -> None:
        super().__init__(window)
        self._window, self._centre, self._session = window, centre, session
        self._comparing = False
        self._unsized = False
        """Whether the docks below were never shown yet: Qt forgets a height given to what is hidden."""
        window.setCentralWidget(centre)
        window.setDockOptions(QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowTabbedDocks)
        window.setCorner(Qt.Corner.BottomLeftCorner, Qt.DockWidgetArea.LeftDockWidgetArea)
        self.side = self._dock("library", _("Library"), Qt.DockWidgetArea.LeftDockWidgetArea)
        self.side.setTitleBarWidget(QWidget(self.side))
        self.side.setWidget(side)
        self.ledger = self._dock("ledger", _("Figures"), Qt.DockWidgetArea.BottomDockWidgetArea)
        self._title = Title(self.ledger)
        self.ledger.setTitleBarWidget(self._title)
        self.rack = Rack(window, self.ledger, session)
        self.rack.changed.connect(self.changed)
        self.toolbar = toolbar
        window.addToolBar(toolbar)
        self.cutoff = CutoffBar(window)
        self.totals = ElidedLabel(window)
        self.totals.setContentsMargins(0, 0, 8, 0)
        self.order = FocusOrder(window, self._parts)
        self.changed.connect(self.order.renew)
        self.rack.arranged.connect(self.order.renew)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("show-library", self.toggle_side)
        actions.register("show-figures", self.toggle_ledger)

    def fill_status_bar(self, jobs: Jobs) -> None:
        """Progress, cutoffs and totals at the foot of the window."""
        bar = self._window.statusBar()
        bar.addPermanentWidget(ProgressArea(jobs, self._window))
        bar.addPermanentWidget(self.cutoff)
        bar.addPermanentWidget(self.totals)
        bar.setSizeGripEnabled(False)

    def hang(self, panes: "ComparisonView", figures: "LedgerPanel") -> None:
        """The table of figures in its dock, and the other docks beside it."""
        self.ledger.setWidget(figures)
        self._title.take_in(figures.bar)
        self.rack.create(panes)
        panes.grown.connect(self.order.renew)
        panes.arranged.connect(self.order.renew)

    def restore(self) -> None:
        """As it was when the window was closed."""
        kept = self._session
        self._window.resize(QSize(*SIZE).boundedTo(self._window.screen().availableSize() * ROOM))
        self._window.restoreGeometry(QByteArray.fromBase64(kept.geometry.encode()))
        if not self._window.restoreState(QByteArray.fromBase64(kept.layout.encode())):
            self._window.resizeDocks([self.side], [SIDE_WIDTH], Qt.Orientation.Horizontal)
            self._unsized = True
        self.place()

    def keep(self) -> None:
        """Remember how things stand."""
        self._session.geometry = bytes(self._window.saveGeometry().toBase64().data()).decode()
        self._session.layout = bytes(self._window.saveState().toBase64().data()).decode()

    def place(self, comparing: bool | None = None) -> None:
        """Show what is wanted and has something to show."""
        self._comparing = self._comparing if comparing is None else comparing
        empty = self._centre.bare
        self.side.setVisible(self._session.side and not empty)
        self.ledger.setVisible(self._session.ledger and self._comparing and not empty)
        self.rack.place(self._comparing and not empty)
        if self._unsized and self.rack.is_created and self.ledger.isVisible():
            self._unsized = False
            self._size_ledger()
        self.cutoff.setVisible(self._comparing)
        self.toolbar.setVisible(not empty)
        self._window.statusBar().setVisible(not empty)
        self.changed.emit()

    def _size_ledger(self) -> None:
        height = min(LEDGER_HEIGHT, round(self._window.height() * LEDGER_SHARE))
        self._window.resizeDocks([self.ledger], [height], Qt.Orientation.Vertical)

    def show_totals(self, found: "Comparison", words: str) -> None:
        """Say at the foot of the window what was found."""
        self.totals.setText(words)
        self.cutoff.show_comparison(found)

    def show_mode(self, action: QAction, mode: str) -> None:
        """Let the tool bar say how the panes scroll."""
        self.toolbar.show_mode(action, mode)

    def toggle_side(self) -> None:
        """Show or hide the library."""
        self._session.side = not self._session.side
        self.place()

    def show_side(self) -> None:
        """Show the library, where it is hidden."""
        if not self._session.side:
            self.toggle_side()

    def toggle_ledger(self, shown: bool | None = None) -> None:
        """Show or hide the table of figures, as is said or the other way than now."""
        self._session.ledger = not self._session.ledger if shown is None else shown
        self.place()

    def show_ledger(self) -> None:
        """Show the table of figures before what shares its place."""
        self._session.ledger = True
        self.place()
        self.rack.to_front(self.ledger.objectName())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dock's own cross is a wish to be remembered."""
        if event.type() == QEvent.Type.Close and watched is self.ledger:
            self._session.ledger = False
        return super().eventFilter(watched, event)

    def _parts(self) -> Iterator[QWidget]:
        """What Tab goes through, in order."""
        yield self.toolbar
        yield from (self.side, self._centre.messages, self._centre.welcome, self._centre.waiting)
        if self._centre.page.is_created:
            yield from self._centre.page.view.parts
        yield from (self._centre.find_bar, self._window.statusBar())
        yield from self.rack.parts

    def _dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.installEventFilter(self)
        dock.visibilityChanged.connect(lambda _visible: self.changed.emit())
        self._window.addDockWidget(area, dock)
        return dock
