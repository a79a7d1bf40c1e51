"""How a comparison is shown that a person opens: as the preferences say, or as the last one was."""

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from reader.settings import LAST

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.ui.main_window import MainWindow

PAUSE = 30
"""Milliseconds between two looks whether all panes are there."""


class ComparisonStart(QObject):
    """Puts the preferences on a comparison when it opens; what came back with the window stands where it stood."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._left: frozenset[str] = frozenset()

    def leave(self, ids: Collection[str]) -> None:
        """Leave the comparison of these articles, which is about to come back, as it was."""
        self._left = frozenset(ids)

    def opened(self, found: "Comparison", fresh: bool) -> None:
        """Articles were opened, or are held together anew under another cutoff."""
        window, settings = self._window, self._window.desk.settings
        left, self._left = self._left, frozenset()
        if not fresh or len(found.articles) < 2 or settings is None or window.panes is None:
            return
        if left == {article.id for article in found.articles}:
            return
        options = settings.opening
        if options.scrolling != LAST:
            window.panes.set_scroll_mode(options.scrolling)
        if options.figures != LAST:
            window.places.toggle_ledger(options.figures == "shown")
        if options.place != "top":
            QTimer.singleShot(0, self, lambda: self._begin(found, options.place))

    def _begin(self, found: "Comparison", place: str) -> None:
        """Go where reading begins, once everything is there, unless the person is somewhere already."""
        window = self._window
        if window.panes is None or window.spread is None or window.state.comparison is not found:
            return
        if not window.spread.done:
            QTimer.singleShot(PAUSE, self, lambda: self._begin(found, place))
        elif window.state.current_finding is None:
            if place == "conflict":
                window.panes.next_conflict()
            else:
                window.panes.next_passage()
