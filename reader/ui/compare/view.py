"""The comparison as a person reads it: panes side by side, and every way to move through what was found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedLayout, QWidget

from reader.compare.comparison import Comparison
from reader.i18n import _
from reader.ui.compare import decided, saying
from reader.ui.compare.acts import Acts
from reader.ui.compare.asked import Asked
from reader.ui.compare.columns import Columns
from reader.ui.compare.conductor import Conductor
from reader.ui.compare.empty import EmptyComparison
from reader.ui.compare.letters import Letters
from reader.ui.compare.marks import Mark, numbers
from reader.ui.compare.stack import StackPanel
from reader.ui.compare.stacking import Stacking
from reader.ui.compare.strip import Strip
from reader.ui.compare.walk import Walk
from reader.ui.compare.words import Words


class ComparisonView(Asked):
    """Shows one comparison, or what it is for while there is none."""

    statusChanged = Signal(str)
    passageActivated = Signal(int)
    scrollModeChanged = Signal(str)
    arranged = Signal(object)
    """Panes were opened, closed or moved: the ids of the articles that are open, from left to right."""
    grown = Signal()
    """A pane that was but room has its text now."""
    stackOpened = Signal()
    stackClosed = Signal()
    refolded = Signal()
    """In some pane, what is not of the article was folded away or brought back."""
    rebased = Signal()
    """The others are held against another article, or against none."""
    compareSampleRequested = Signal()
    importRequested = Signal()
    detailsRequested = Signal(str)
    """What is known of an article is asked for, by its id."""
    hitsChanged = Signal(int, int)
    """At which of how many hits of the search a person is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Comparison"))
        self.comparison: Comparison | None = None
        self.conductor = Conductor(self)
        self.strip = Strip(self.conductor)
        self.stack = StackPanel()  # below the panes, until somebody gives it another home, such as a dock
        self._numbers: dict[int, int] = {}
        self._columns = Columns(self.strip, self.conductor, self._why, self)
        self._walk = Walk(self._columns, self.conductor, self.strip, self)
        self._words = Words(self._columns, self._walk, self)
        self._letters = Letters(self._columns, self)
        self.acts = Acts(self)
        """What can be done about the passage, figures or quotation that a person went to."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        empty = EmptyComparison()
        empty.sampleRequested.connect(self.compareSampleRequested)
        empty.importRequested.connect(self.importRequested)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.strip)
        self._halves.addWidget(self.stack)
        self._halves.setStretchFactor(0, 1)
        self._stacking = Stacking(self.stack, self._halves, self._columns, self._walk)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._halves)

    def _connect(self) -> None:
        for part in (self._columns, self._walk, self._words):
            part.said.connect(self._say)
        self._columns.arranged.connect(self._arranged)
        self._columns.made.connect(lambda _column: self.grown.emit())
        self._words.hitsChanged.connect(self.hitsChanged)
        self._columns.menuOpened.connect(self._extend_menu)
        self._walk.moved.connect(self._choose)
        self._letters.said.connect(self.statusChanged)
        self._columns.refolded.connect(self.refolded)
        self._columns.rebased.connect(self.rebased)
        self._columns.detailsWanted.connect(self.detailsRequested)
        self._stacking.opened.connect(self.stackOpened)
        self._stacking.closed.connect(self.stackClosed)
        self._stacking.activated.connect(self.passageActivated)
        self.stack.closed.connect(self.close_stack)

    # What is shown

    def show_comparison(self, comparison: Comparison) -> None:
        """Lay these articles side by side; where they are those that are open, findings change and nothing moves."""
        same = self.comparison is not None and set(self.comparison.articles) == set(comparison.articles)
        if not same:
            self.clear()
        self.comparison, self._numbers = comparison, numbers(comparison)
        self._walk.begin(comparison, self._numbers)
        self._stacking.begin(comparison, self._numbers)
        if same:
            self._columns.renew(comparison, self._numbers, self._walk.chosen)
        else:
            self._columns.open(comparison, self._numbers)
            self._pages.setCurrentWidget(self._halves)

    def show_decisions(self, decisions: decided.Decisions) -> None:
        """Show what was decided on the findings; what was dismissed is passed over."""
        if self.comparison is None or decisions == self._walk.decisions:
            return
        self._walk.decisions = decisions
        kinds = {finding: decision.kind.value for finding, decision in decisions.items()}
        self._columns.show_decided(self.comparison, self._numbers, kinds)
        self._choose()
        self._stacking.show_decision()

    def _choose(self) -> None:
        """Act on what a person went to."""
        at = self._walk.at
        self.acts.choose(at, self._walk.decisions.get(at) if at is not None else None)

    def _extend_menu(self, menu: QMenu, found: tuple[Mark, ...]) -> None:
        """What can be decided on the mark under the mouse, in a pane's menu."""
        if found:
            self._walk.stand(found[0].finding)
            menu.addSeparator()
            menu.addActions(self.acts.every)

    def clear(self) -> None:
        """Back to the invitation."""
        self.comparison = None
        self._walk.forget()
        self._stacking.put_away()
        self._columns.clear()
        self._pages.setCurrentIndex(0)

    @property
    def ready(self) -> bool:
        """Whether everything is made and stands where it is to stand."""
        return self._columns.ready and self._words.ready and self.conductor.settled

    def _arranged(self) -> None:
        if self.active is None and self.comparison is not None:
            self.clear()
        self.arranged.emit(self.order)

    def _why(self, mark: Mark) -> str:
        if self.comparison is None:
            return ""
        why = saying.why(self.comparison, self._numbers, mark)
        return saying.why_decided(why, self._walk.decisions.get(mark.finding))

    def _say(self, words: str) -> None:
        """In the status bar, and to a screen reader."""
        self.statusChanged.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_scroll_mode(self, mode: str) -> None:
        """Scroll together in this way: "matched", "proportional" or "free"."""
        super().set_scroll_mode(mode)
        self._say(saying.scrolling(self.conductor.mode))
        self.scrollModeChanged.emit(self.conductor.mode.value)

    def close_stack(self) -> None:
        """Put the stack away; nothing is chosen any more, and the keyboard is back in the panes."""
        self._walk.forget()
        self._stacking.put_away()
        if self.active is not None:
            self.active.pane.setFocus()

    # What Qt asks

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The active pane takes the keyboard. (With a proxy, Tab would go there past all that stands before it.)"""
        super().focusInEvent(event)
        if self.active is not None:
            self.active.pane.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the stack away, then the marks of hits."""
        if event.key() == Qt.Key.Key_Escape and self._stacking.is_open:
            self.close_stack()
        elif event.key() == Qt.Key.Key_Escape and self.sought:
            self.show_hits("")
        else:
            super().keyPressEvent(event)
