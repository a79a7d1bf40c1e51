"""What lies open, brought before the person: panes, title and keyboard; where nothing does, what to do about it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.centre import Centre
from reader.ui.desk import Desk
from reader.ui.layout import Layout
from reader.ui.library.search import Search
from reader.ui.library.shelving import Shelving
from reader.ui.library.side import Side
from reader.ui.reading import KEY as OPENING
from reader.ui.reading import Reading
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
        desk: Desk,
        state: ComparisonState,
        reading: Reading,
        centre: Centre,
        side: Side,
        shelving: Shelving,
        search: Search,
        places: Layout,
    ) -> None:
        """`window` bears the title."""
        super().__init__(window)
        self._window, self._desk, self._state, self._reading = window, desk, state, reading
        self._centre, self._side, self._shelving, self._search = centre, side, shelving, search
        self._places = places
        state.comparisonChanged.connect(self._changed)  # before the panes hear: they fill for the size they are seen at
        reading.opened.connect(self._opened)
        desk.ticks.changed.connect(self.invite)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("close-comparison", self.close)

    def invite(self) -> None:
        """Where nothing lies open, say what to do about it."""
        now = self._shelving.contents
        if self._state.ids or now is None:
            return
        if now.total or now.binned:
            self._centre.invite(now, self._desk.ticks.ids, self._reading.compare)
        else:
            self._centre.show_welcome()

    def _changed(self, fresh: bool) -> None:
        """Show what lies open; where the last pane was closed, nothing does any more."""
        found = self._state.comparison
        if found is not None:
            if fresh:
                self._places.show_story(self._state.story, len(found.articles))
            if fresh and len(found.articles) > 1 and not self._reading.is_unasked:
                self._places.comparison_opened()
            self._centre.show_page()
        else:
            QTimer.singleShot(0, self, self._closed)

    def _closed(self) -> None:
        if self._state.comparison is None:
            self._window.setWindowTitle("Parallax")
            self._centre.messages.move_on()  # what was said of the comparison goes with it
            self._places.show_story("", 0)
            self._places.show_side()
            self.invite()

    def close(self) -> None:
        """Put away what lies open; the keyboard goes to the library, from where the next is opened."""
        self._desk.jobs.cancel(OPENING)
        self._state.close()
        self._places.show_side()
        self._side.take_focus()
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
