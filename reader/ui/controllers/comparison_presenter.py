"""What lies open, brought before the person: panes, title and keyboard; where nothing does, what to do about it."""

from collections.abc import Collection, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.central_widget import CentralWidget, ComparisonPage
from reader.ui.controllers.comparison import KEY as OPENING
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.controllers.library import LibraryController
from reader.ui.controllers.search import SearchController
from reader.ui.dock_layout import DockLayout
from reader.ui.event_loop import IdleQueue, Piece
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState

if TYPE_CHECKING:  # made after the first frame
    from reader.compare.comparison import Comparison
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.decision_controller import DecisionController, RowGroupingController
    from reader.ui.docks.findings_panel import FindingsPanel
    from reader.ui.docks.pictures import PicturesPanel
    from reader.ui.ledger.panel import LedgerPanel


class ComparisonLoader(QObject):
    """Fills panes, figures and docks, a piece a turn: a window that is filled in one go stands still meanwhile."""

    def __init__(
        self,
        panes: "ComparisonView",
        ledger: "LedgerPanel",
        keepers: "Iterable[DecisionController | RowGroupingController]",
        layout: DockLayout,
    ) -> None:
        """`keepers` look what a reader did to the findings, once these are shown."""
        super().__init__(panes)
        self._panes, self._ledger, self._keepers, self._layout = panes, ledger, tuple(keepers), layout
        self._state = panes.state
        self._turns = IdleQueue(self, apart=True)
        self._state.comparisonChanged.connect(self._fill)
        self._state.decisionsChanged.connect(self._show_decisions)

    @property
    def done(self) -> bool:
        """Whether everything shows the comparison that lies open."""
        return self._turns.done and self._panes.ready

    def _fill(self) -> None:
        found = self._state.comparison
        if found is not None:
            self._turns.take(self._pieces(found))
        else:
            self._turns.drop()
            self._layout.place(comparing=False)

    def _show_decisions(self) -> None:
        """Tell every table, and leave what was dismissed out of the totals."""
        from reader.compare import counts  # comes with the comparison, after the first frame

        found, decisions = self._state.comparison, self._state.decisions
        if found is None:
            return
        pictures = self._layout.findings.pictures
        tables: list[FindingsPanel | LedgerPanel | PicturesPanel]
        tables = [*self._layout.findings.panels.values(), self._ledger, *([pictures] if pictures is not None else [])]
        for table in tables:
            if table.comparison is found:  # else it is still to be filled, place by place
                table.show_decisions(decisions)
        changed = sum(one.is_changed for one in decisions.values())
        self._layout.findings.sum_up(found, counts.dismissed(decisions), changed)

    def finish(self) -> None:
        """Fill now what is still to be filled: a person goes there."""
        self._turns.finish()

    def _pieces(self, found: "Comparison") -> Iterator[Piece]:
        yield partial(self._layout.place, comparing=len(found.articles) > 1)
        yield partial(self._ledger.show_comparison, found)
        yield partial(self._layout.findings.sum_up, found)
        yield partial(self._layout.show_totals, found)
        yield from self._layout.findings.filling(found)
        if self._state.decisions:  # looked up while this was being filled
            yield self._show_decisions
        for keeper in self._keepers:
            yield keeper.look


PAUSE = 30
"""Milliseconds between two looks whether all panes are there."""


class ComparisonStart(QObject):
    """Puts the preferences on a comparison when it opens; what came back with the window stands where it stood."""

    def __init__(
        self,
        service: WorkspaceService,
        state: ComparisonState,
        comparisons: ComparisonController,
        page: ComparisonPage,
        layout: DockLayout,
    ) -> None:
        super().__init__(page)
        self._service, self._state, self._page, self._layout = service, state, page, layout
        self._left: frozenset[str] = frozenset()
        comparisons.opened.connect(self._opened)

    def leave(self, ids: Collection[str]) -> None:
        """Leave the comparison of these articles, which is about to come back, as it was."""
        self._left = frozenset(ids)

    def _opened(self, found: "Comparison", fresh: bool) -> None:
        """Articles were opened, or are held together anew under another cutoff."""
        settings, left, self._left = self._service.settings, self._left, frozenset()
        if not fresh or len(found.articles) < 2 or settings is None or left == set(self._state.ids):
            return
        from reader.settings import LAST  # late: whoever read the settings loaded it, after the first frame

        options = settings.opening
        if options.scrolling != LAST:
            self._page.view.set_scroll_mode(options.scrolling)
        if options.figures != LAST:
            self._layout.findings.set_open(options.figures == "shown")
        if options.place != "top":
            QTimer.singleShot(0, self, lambda: self._begin(found, options.place))

    def _begin(self, found: "Comparison", place: str) -> None:
        """Go where reading begins, once everything is there, unless the person is somewhere already."""
        if self._state.comparison is not found:
            return
        if not self._page.view.ready:
            QTimer.singleShot(PAUSE, self, lambda: self._begin(found, place))
        elif self._state.current_finding is None:
            view = self._page.view
            (view.next_conflict if place == "conflict" else view.next_passage)()


class ComparisonPresenter(QObject):
    """Follows what is opened and closed."""

    changed = Signal()
    """Other articles than before lie open and are on view, or a person put them away."""

    def __init__(
        self,
        window: QWidget,
        service: WorkspaceService,
        state: ComparisonState,
        comparisons: ComparisonController,
        centre: CentralWidget,
        sidebar: LibrarySidebar,
        library: LibraryController,
        search: SearchController,
        layout: DockLayout,
    ) -> None:
        """`window` bears the title."""
        super().__init__(window)
        self._window, self._service, self._state, self._comparisons = window, service, state, comparisons
        self._centre, self._sidebar, self._library, self._search = centre, sidebar, library, search
        self._layout = layout
        state.comparisonChanged.connect(self._changed)  # before the panes hear: they fill for the size they are seen at
        comparisons.opened.connect(self._opened)
        service.ticks.changed.connect(self.invite)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("close-comparison", self.close)

    def invite(self) -> None:
        """Where nothing lies open, say what to do about it."""
        now = self._library.contents
        if self._state.ids or now is None:
            return
        if now.total or now.binned:
            self._centre.invite(now, self._service.ticks.ids, self._comparisons.compare)
        else:
            self._centre.show_welcome()

    def _changed(self, fresh: bool) -> None:
        """Show what lies open; where the last pane was closed, nothing does any more."""
        found = self._state.comparison
        if found is not None:
            if fresh:
                self._layout.show_story(self._state.story, len(found.articles))
            if fresh and len(found.articles) > 1 and not self._comparisons.is_unasked:
                self._layout.comparison_opened()
            self._centre.show_page()
        else:
            QTimer.singleShot(0, self, self._closed)

    def _closed(self) -> None:
        if self._state.comparison is None:
            self._window.setWindowTitle("Parallax")
            self._centre.messages.move_on()  # what was said of the comparison goes with it
            self._layout.show_story("", 0)
            self._layout.show_side()
            self.invite()

    def close(self) -> None:
        """Put away what lies open; the keyboard goes to the library, from where the next is opened."""
        self._service.tasks.cancel(OPENING)
        self._state.close()
        self._layout.show_side()
        self._sidebar.take_focus()
        self.changed.emit()

    def _opened(self, found: "Comparison", fresh: bool) -> None:
        """Articles were opened, or are held together anew under another cutoff."""
        self._mark_hits(fresh, len(found.articles) > 1)
        if not fresh:  # the same articles under another cutoff: the person stays where they are
            return
        self._centre.messages.move_on()
        self._window.setWindowTitle(_("{title} – Parallax").format(title=self._state.title))
        self._centre.page.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _mark_hits(self, fresh: bool, several: bool) -> None:
        """Mark what the library was searched for; in an article alone, go to the first."""
        view, marked = self._centre.page.view, self._search.words
        if fresh or (marked and marked != view.sought):
            view.show_hits(marked)
            if marked and not several:
                view.find_next()
