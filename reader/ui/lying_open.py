"""What lies open: spread over the window and named in its title; where nothing does, what to do about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from reader.i18n import _

if TYPE_CHECKING:
    from reader.compare.comparison import Comparison
    from reader.ui.main_window import MainWindow


class LyingOpen(QObject):
    """Follows what is opened and closed."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def invite(self) -> None:
        """Where nothing lies open, say what to do about it."""
        window, now = self._window, self._window.contents
        if window.reading.ids or now is None:
            return
        if now.total or now.binned:
            window.centre.invite(now, window.desk.ticks.ids, window.reading.compare)
        else:
            window.centre.show_welcome()

    def opened(self, found: "Comparison", fresh: bool) -> None:
        """Articles were opened, or are held together anew under another cutoff."""
        window = self._window
        if window.panes is None or window.spread is None:
            return
        self._mark_hits(fresh, len(found.articles) > 1)
        if not fresh:  # the same articles under another cutoff: the person stays where they are
            return
        window.centre.messages.move_on()
        if len(found.articles) > 1:
            window.keeping.opened()
        window.setWindowTitle(_("{title} – Parallax").format(title=window.state.title))
        window.panes.setFocus(Qt.FocusReason.OtherFocusReason)
        window.keep()

    def _mark_hits(self, fresh: bool, several: bool) -> None:
        """Mark what the library was searched for; in an article alone, go to the first."""
        panes, marked = self._window.panes, self._window.search.words
        if panes is not None and (fresh or (marked and marked != panes.sought)):
            panes.show_hits(marked)
            if marked and not several:
                panes.find_next()

    def changed(self, fresh: bool) -> None:
        """Show what lies open; where the last pane was closed, nothing does any more."""
        window, found = self._window, self._window.state.comparison
        if found is not None:
            if fresh:
                window.places.show_story(window.state.story, len(found.articles))
            if fresh and len(found.articles) > 1 and not window.reading.is_unasked:
                window.places.comparison_opened()
            window.centre.show_panes()
        else:
            QTimer.singleShot(0, self, self._closed)

    def _closed(self) -> None:
        if self._window.state.comparison is None:
            self._window.setWindowTitle("Parallax")
            self._window.places.show_story("", 0)
            self._window.places.show_side(True)
            self.invite()
