"""How a comparison is shown that a person opens: as the preferences say, or as the last one was."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.ui.comparison_page import ComparisonPage
from reader.ui.controllers.comparison import ComparisonController
from reader.ui.dock_layout import DockLayout
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison

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
