"""What lies open, brought before the person: panes, title and keyboard; where nothing does, what to do about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.central_widget import CentralWidget
from reader.ui.controllers.comparison import KEY as OPENING
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.controllers.library import LibraryController
from reader.ui.controllers.search import SearchController
from reader.ui.dock_layout import DockLayout
from reader.ui.library.sidebar import LibrarySidebar
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison


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
