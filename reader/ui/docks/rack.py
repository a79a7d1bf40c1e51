"""The docks below the panes, as tabs in one place until a person moves them: which are open, and which is in front."""

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabBar, QTabWidget, QWidget

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.docks.title import Title
from reader.ui.turns import Piece

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.panel import FindingsPanel
    from reader.ui.session import Session

PASSAGE = "passage"
"""The dock of the stack: it is there while a passage is chosen."""
FIGURES = "ledger"
"""The dock of the figures, which the window makes: the others come as tabs beside it."""


class Rack(QObject):
    """Makes the docks, fills them, and shows those that a person has not closed."""

    changed = Signal()
    """A dock came or went."""
    arranged = Signal()
    """Docks have other places, or came or went: tabs may be new."""

    def __init__(self, window: QMainWindow, figures: QDockWidget, session: "Session") -> None:
        super().__init__(window)
        self._window, self._figures, self._session = window, figures, session
        self._comparing = self._placing = False
        self._late = QTimer(self, singleShot=True, interval=0)  # Qt tells of docks even while the window is taken down
        self._late.timeout.connect(self._name_titles)
        self.panels: dict[str, FindingsPanel] = {}
        self._in_sight: dict[str, bool] = {}
        self.docks: dict[str, QDockWidget] = {}

    @property
    def is_created(self) -> bool:
        """Whether the docks are there."""
        return bool(self.docks)

    def create(self, view: "ComparisonView") -> None:
        """Make the docks, once there are panes whose findings they list."""
        from reader.ui.docks.panel import FindingsPanel  # these bring the core along
        from reader.ui.docks.table import DOCKS

        self._view = view
        self.docks[FIGURES] = self._figures
        self._window.setTabPosition(Qt.DockWidgetArea.AllDockWidgetAreas, QTabWidget.TabPosition.North)
        self._watch(self._figures)
        self._add(PASSAGE, _("Passage"), view.stack, view.stack.lend_bar())
        for dock in DOCKS:
            self.panels[dock.name] = panel = FindingsPanel(dock)
            panel.jumped.connect(view.jump_to)
            panel.foldWanted.connect(view.fold)
            self._add(dock.name, _(dock.title), panel, panel.bar)
        view.stackOpened.connect(self._open_stack)
        view.stackClosed.connect(self._close_stack)
        view.refolded.connect(self._show_unfolded)
        view.state.baseChanged.connect(self._show_base)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        for name in self.panels:
            actions.register(f"show-{name}", partial(self.toggle, name))

    def _add(self, name: str, title: str, panel: QWidget, bar: QWidget) -> None:
        """A dock as the last tab, or where the last session left it."""
        dock = QDockWidget(title, self._window)
        dock.setObjectName(name)
        dock.setWidget(panel)
        held = Title(dock)
        held.take_in(bar)
        dock.setTitleBarWidget(held)
        if not self._window.restoreDockWidget(dock):  # first: adding it would forget where it was
            self._window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, dock)
            self._window.tabifyDockWidget(list(self.docks.values())[-1], dock)
        dock.hide()
        self.docks[name] = dock
        self._watch(dock)

    def _watch(self, dock: QDockWidget) -> None:
        dock.installEventFilter(self)
        dock.visibilityChanged.connect(lambda seen: self._seen(dock, seen))
        dock.topLevelChanged.connect(self._late.start)
        dock.dockLocationChanged.connect(self._late.start)

    # What they show

    def filling(self, comparison: "Comparison") -> list[Piece]:
        """What fills the docks, one a piece: those in sight first."""
        ordered = sorted(self.panels, key=lambda name: not self._in_sight.get(name, False))
        base = self._view.state.base
        return [partial(self.panels[name].show_comparison, comparison, base) for name in ordered] + [
            self._show_unfolded
        ]

    def show_comparison(self, comparison: "Comparison") -> None:
        """Fill every dock now."""
        for fill in self.filling(comparison):
            fill()

    def _show_base(self) -> None:
        for panel in self.panels.values():
            panel.show_base(self._view.state.base)

    def _show_unfolded(self) -> None:
        for panel in self.panels.values():
            panel.show_unfolded(self._view.unfolded)

    # Which are there

    def is_open(self, name: str) -> bool:
        """Whether a person wants to see a dock whenever there is something to compare."""
        return name not in self._session.closed

    def place(self, comparing: bool) -> None:
        """Show what is wanted, once there is something to compare."""
        fresh, self._comparing, self._placing = comparing and not self._comparing, comparing, True
        for name, dock in self.docks.items():
            if name not in (PASSAGE, FIGURES):
                dock.setVisible(comparing and self.is_open(name))
        self._placing = False
        if fresh:
            self.to_front(self._session.front)
        self._late.start()

    def toggle(self, name: str) -> None:
        """Bring a dock to the front and take the keyboard there; where it is in front already, close it."""
        wanted = not self.is_open(name) or self.docks[name].visibleRegion().isEmpty()
        self._set_open(name, wanted)
        self.place(self._comparing)
        if wanted:
            self.to_front(name)
            self.panels[name].take_focus()
        self.changed.emit()

    def _set_open(self, name: str, wanted: bool) -> None:
        others = tuple(other for other in self._session.closed if other != name)
        self._session.closed = others if wanted else (*others, name)

    def to_front(self, name: str) -> None:
        """Show a dock before those that share its place."""
        dock = self.docks.get(name)
        if dock is not None and not dock.isHidden():
            dock.raise_()
            self._reach(dock, there=True)

    def _reach(self, dock: QDockWidget, *, there: bool) -> None:
        """What stands behind another tab is out of sight: let Tab and a screen reader pass it by."""
        for part in filter(None, (dock.titleBarWidget(), dock.widget())):
            policy = part.sizePolicy()
            if not policy.retainSizeWhenHidden():  # else Qt lets docks that share a place shrink to nothing
                policy.setRetainSizeWhenHidden(True)
                part.setSizePolicy(policy)
            part.setVisible(there)

    def _open_stack(self) -> None:
        self.docks[PASSAGE].show()
        self.to_front(PASSAGE)
        self._late.start()

    def _close_stack(self) -> None:
        """What was in front before comes back, where a person has not gone on to another."""
        shown = not self.docks[PASSAGE].visibleRegion().isEmpty()
        self._placing = True
        self.docks[PASSAGE].hide()
        self._placing = False
        if shown:
            self.to_front(self._session.front)
        self._late.start()

    # What Qt tells

    def _seen(self, dock: QDockWidget, seen: bool) -> None:
        """A tab in front is what a person wants to find there again."""
        self._in_sight[dock.objectName()] = seen
        if seen and not self._placing and dock.objectName() != PASSAGE and self._comparing:
            self._session.front = dock.objectName()
        self._late.start()

    def _name_titles(self) -> None:
        """A title says its name where no tab does; the tabs, which Qt makes and remakes, are named for the ear."""
        for tabs in self._tabs:
            tabs.setAccessibleName(_("Findings"))
            tabs.setDrawBase(False)
        for name, dock in self.docks.items():
            self._reach(dock, there=self._in_sight.get(name, True))
            title = dock.titleBarWidget()
            if isinstance(title, Title):
                beside = self._window.tabifiedDockWidgets(dock)
                title.set_tabbed(not dock.isFloating() and any(not other.isHidden() for other in beside))
        self.arranged.emit()

    @property
    def _tabs(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    @property
    def parts(self) -> Iterator[QWidget]:
        """What Tab goes through: the tabs, then title and panel of each dock."""
        yield from self._tabs
        for dock in self.docks.values():
            yield from filter(None, (dock.titleBarWidget(), dock.widget()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A dock's own cross is a wish to be remembered; that of the stack lets the passage go."""
        if event.type() == QEvent.Type.Close:
            if watched is self.docks[PASSAGE]:
                self._view.close_stack()
            elif watched.objectName() in self.panels:
                self._set_open(watched.objectName(), wanted=False)
                self.changed.emit()
        return super().eventFilter(watched, event)
