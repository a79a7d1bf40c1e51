"""The comparison as a person reads it: panes side by side, and every way to move through what was found."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from reader.compare.comparison import Excerpt
from reader.compare.finding_ids import Finding
from reader.i18n import _
from reader.ui.actions.action_manager import ActionManager
from reader.ui.compare import announcements
from reader.ui.compare.article_view import ArticleView
from reader.ui.compare.choice import ChoicePresenter
from reader.ui.compare.decision_bar import DecisionBar
from reader.ui.compare.find_controller import FindController
from reader.ui.compare.finding_actions import FindingActions
from reader.ui.compare.finding_navigator import FindingNavigator
from reader.ui.compare.highlights import Heat, Highlight
from reader.ui.compare.pane_column import PaneColumn
from reader.ui.compare.pane_manager import PaneManager, ZoomController
from reader.ui.compare.pane_strip import PaneStrip
from reader.ui.compare.passage_panel import PassagePanel, PassagePanelController
from reader.ui.compare.scroll_map import ScrollMode
from reader.ui.compare.scroll_sync import ScrollSynchronizer
from reader.ui.state.comparison_state import ComparisonState
from reader.ui.widgets.empty_state import EmptyComparison

PANE_NUMBERS = range(1, 10)
"""Panes that a command goes to."""


class ComparisonView(QWidget):
    """Shows one comparison, or what it is for while there is none."""

    statusChanged = Signal(str)
    findingTold = Signal(str)
    """What was gone to, in words: it is chosen in the panes as well."""
    passageActivated = Signal(int)
    scrollModeChanged = Signal(str)
    arranged = Signal(object)
    """Panes were opened, closed or moved: the ids of the articles that are open, from left to right."""
    grown = Signal()
    """A pane that was but room has its text now."""
    passagePanelOpened = Signal()
    passagePanelClosed = Signal()
    refolded = Signal()
    """In some pane, what is not of the article was folded away or brought back."""
    compareSampleRequested = Signal()
    importRequested = Signal()
    detailsRequested = Signal(str)
    """What is known of an article is asked for, by its id."""
    menuOpened = Signal(object, object, str)
    """A pane's `QMenu` is about to open on some `Highlight`s, and on the reader's own mark of this name."""
    found = Signal(int, int)
    """At which of how many places that hold what is sought in the panes."""
    hitsChanged = Signal(int, int)
    """At which of how many hits of the search a person is."""

    def __init__(self, state: ComparisonState | None = None, parent: QWidget | None = None) -> None:
        """Shows what lies open in `state`, or in one of its own where nothing else shows it."""
        super().__init__(parent)
        self.setAccessibleName(_("Comparison"))
        self.state = state if state is not None else ComparisonState(self)
        self.scroll_sync = ScrollSynchronizer(self.state, self)
        self.strip = PaneStrip(self.state, self.scroll_sync)
        self.passage_panel = PassagePanel()  # below the panes, until somebody gives it another home, such as a dock
        self._pane_manager = PaneManager(self.state, self.strip, self.scroll_sync, self.why, self)
        self._navigator = FindingNavigator(self.state, self._pane_manager, self.scroll_sync, self.strip, self)
        self._choice = ChoicePresenter(self.state, self._pane_manager, self.strip, self)
        self._find = FindController(self._pane_manager, self._navigator, self)
        self._zoom = ZoomController(self._pane_manager, self)
        self.decision_bar = DecisionBar(self.state)
        """What is chosen, and what can be decided on it, under the panes."""
        self.acts = FindingActions(self)
        """What can be done about the passage, figures or quotation that a person went to."""
        self._lay_out()
        self._connect()
        if self.state.comparison is not None:
            self._show_comparison(True)

    @property
    def dressed(self) -> tuple[QWidget, ...]:
        """What of it wears the theme's sheet; panes and heads paint themselves."""
        return (self._empty, self.decision_bar)

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("next-passage", self.next_passage)
        actions.register("previous-passage", self.previous_passage)
        actions.register("next-conflict", self.next_conflict)
        actions.register("previous-conflict", self.previous_conflict)
        actions.register("only-these", self.toggle_only)
        actions.register("heat", self.turn_heat)
        actions.register("next-pane", self.next_pane)
        actions.register("previous-pane", self.previous_pane)
        for number in PANE_NUMBERS:
            actions.register(f"pane-{number}", partial(self.focus_pane, number))
        actions.register("swap", self.swap_with_neighbour)
        actions.register("base", self.pin_base)
        actions.register("scroll-mode", self.cycle_scroll_mode)
        actions.register("scroll-together", self.toggle_together)
        for mode in ScrollMode:
            actions.register(f"scroll-{mode.value}", partial(self.set_scroll_mode, mode.value))
        actions.register("zoom-in", self.zoom_in)
        actions.register("zoom-out", self.zoom_out)
        actions.register("zoom-reset", self.zoom_reset)

    def _lay_out(self) -> None:
        self._empty = empty = EmptyComparison()
        empty.sampleRequested.connect(self.compareSampleRequested)
        empty.importRequested.connect(self.importRequested)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.strip)
        self._halves.addWidget(self.passage_panel)
        self._halves.setStretchFactor(0, 1)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._halves, 1)
        column.addWidget(self.decision_bar)
        self._reading = reading
        self._passage_panel_controller = PassagePanelController(
            self.state, self.passage_panel, self._halves, self._pane_manager, self._navigator
        )
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._reading)

    def _connect(self) -> None:
        for part in (self._pane_manager, self._navigator, self._find, self._choice):
            part.said.connect(self._say)
        self._navigator.told.connect(self._tell)
        self._pane_manager.arranged.connect(self._arranged)
        self._pane_manager.made.connect(lambda _column: self.grown.emit())
        self._choice.folded.connect(self._navigator.show_current)
        self._find.hitsChanged.connect(self.hitsChanged)
        self._find.found.connect(self.found)
        self._pane_manager.menuOpened.connect(self._extend_menu)
        self.state.comparisonChanged.connect(self._show_comparison)
        self.state.decisionsChanged.connect(self._show_decisions)
        self.state.currentFindingChanged.connect(self._choose)
        self._zoom.said.connect(self.statusChanged)
        self._pane_manager.refolded.connect(self.refolded)
        self._pane_manager.detailsWanted.connect(self.detailsRequested)
        self._passage_panel_controller.opened.connect(self.passagePanelOpened)
        self._passage_panel_controller.closed.connect(self.passagePanelClosed)
        self._passage_panel_controller.activated.connect(self.passageActivated)
        self.passage_panel.closed.connect(self.close_passage_panel)
        self.decision_bar.closed.connect(self._let_go)

    # What is shown

    def _show_comparison(self, fresh: bool) -> None:
        """Lay these articles side by side; where they are those that are open, findings change and nothing moves."""
        comparison = self.state.comparison
        if fresh:
            self._pane_manager.clear()
        if comparison is None:
            self._pages.setCurrentIndex(0)
        elif fresh:
            self._pane_manager.open(comparison)
            self._pages.setCurrentWidget(self._reading)
        else:
            self._pane_manager.renew(comparison)

    def _show_decisions(self, changed: bool) -> None:
        """Show what was decided on the findings; what was dismissed is passed over."""
        if changed and self.state.comparison is not None:
            self._pane_manager.show_decided(self.state.comparison)
            self._choice.show()  # panes whose marks are other marks have let it go
            self._choose()

    def _choose(self) -> None:
        """Act on what a person went to."""
        self.acts.choose(self.state.current_finding, self.state.current_decision)

    def _extend_menu(self, menu: QMenu, found: tuple[Highlight, ...], own: str) -> None:
        """What can be decided on the mark under the mouse, in a pane's menu, and what others offer there."""
        if found:
            self.state.set_current_finding(found[0].finding)
            menu.addSeparator()
            menu.addActions(self.acts.every)
        self.menuOpened.emit(menu, found, own)

    @property
    def ready(self) -> bool:
        """Whether everything is made and stands where it is to stand."""
        return self._pane_manager.ready and self._find.ready and self.scroll_sync.settled

    def _arranged(self) -> None:
        if not self._pane_manager.shown and self._pane_manager.everyone:
            self.state.close()  # the last one was closed
        self.arranged.emit(self.order)

    def why(self, mark: Highlight) -> str:
        """What a highlight says when the mouse rests on it: why it is there, and what was decided of it."""
        comparison = self.state.comparison
        if comparison is None:
            return ""
        why = announcements.why(comparison, self.state.numbers, mark)
        return announcements.why_decided(why, self.state.decisions.get(mark.finding))

    def _say(self, words: str) -> None:
        """Where a person sees it, and to a screen reader."""
        self.statusChanged.emit(words)
        self._announce(words)

    def _tell(self, words: str) -> None:
        """What was gone to: to a screen reader, and at the foot as far as there is room."""
        self.findingTold.emit(words)
        self._announce(words)

    def _announce(self, words: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def set_scroll_mode(self, mode: str) -> None:
        """Scroll together in this way, "matched", "proportional" or "free"; nothing is said where nothing is open."""
        self.scroll_sync.set_mode(ScrollMode(mode))
        if self.order:
            self._say(announcements.scrolling(self.scroll_sync.mode))
        self.scrollModeChanged.emit(self.scroll_sync.mode.value)

    def go_to(self, finding: Finding, leading: str = "") -> None:
        """Choose a finding: every pane that has it brings it level and marks it; `leading`: which article leads."""
        self._navigator.go_to(finding, leading)

    def go_to_row(self, row: int, leading: str = "") -> None:
        """Choose a row of the ledger; `leading` is the article whose figure leads, that being read where it is ""."""
        self._navigator.go_to_row(row, leading)

    def go_to_next(self, finding: Finding) -> None:
        """Go on to the next finding of its kind that nothing was decided on, once something was on this one."""
        self._navigator.go_to_next(finding)

    def _let_go(self) -> None:
        """Nothing is chosen any more, and the keyboard is back in the panes."""
        self.close_passage_panel()

    def toggle_only(self) -> None:
        """Fold the articles that lack what is chosen to their heads, or bring them back."""
        self._choice.toggle_only()

    def turn_heat(self) -> None:
        """Let the ground of the text tell what some share, what only one account has, what all have, and so on."""
        order = list(Heat)
        heat = order[(order.index(self._pane_manager.heat) + 1) % len(order)]
        self._pane_manager.show_heat(heat)
        self._say(announcements.heat(heat))

    def close_passage_panel(self) -> None:
        """Put the passage panel away; nothing is chosen any more, and the keyboard is back in the panes."""
        self.state.choose_passage(None)
        if self.active is not None:
            self.active.pane.setFocus()

    # What lies open

    @property
    def panes(self) -> list[ArticleView]:
        """The panes from left to right."""
        return self._pane_manager.panes

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the articles on screen, from left to right."""
        return self._pane_manager.order

    @property
    def parts(self) -> list[QWidget]:
        """What Tab goes through: head and pane of each article, what brings closed ones back, the bar of the choice."""
        columns = [part for made in self._pane_manager.made_ones for part in (made.header, made.pane)]
        return [*columns, self.strip.closed_panes, self.decision_bar]

    @property
    def active(self) -> PaneColumn | None:
        """The column a person is in."""
        return self._pane_manager.active

    @property
    def place(self) -> tuple[str, int]:
        """What is being read: the article of the leading pane and the character at the held height."""
        return (self.active.article.id, self.scroll_sync.place) if self.active is not None else ("", 0)

    @property
    def selections(self) -> tuple[Excerpt, ...]:
        """The words that are selected in the panes, from left to right."""
        spans = ((made.article.id, made.pane.selected) for made in self._pane_manager.made_ones)
        return tuple(Excerpt(article, span) for article, span in spans if len(span))

    def clear_selections(self) -> None:
        """Select nothing in any pane."""
        for made in self._pane_manager.made_ones:
            made.pane.deselect()

    def go_to_place(self, article: str, point: int) -> None:
        """Take up reading where `place` was noted; nothing happens where that article is not open."""
        column = self._pane_manager.of(article)
        if column is not None:
            self.scroll_sync.go_to(column.pane, min(point, len(column.pane.article.text)))

    def offer(self, actions: Iterable[QAction]) -> None:
        """Offer these in the menu of every pane that is opened from here on."""
        self._pane_manager.offered = tuple(actions)

    # Panes

    def swap_with_neighbour(self) -> None:
        """Swap the active pane with the one at its right, or at its left where it is the last."""
        if self.active is not None:
            self._pane_manager.swap(self.active)

    def reopen(self) -> None:
        """Bring back what was closed."""
        self._pane_manager.reopen()

    def next_pane(self) -> None:
        """Go to the pane at the right, round and round."""
        self._pane_manager.step(1)

    def previous_pane(self) -> None:
        """Go to the pane at the left, round and round."""
        self._pane_manager.step(-1)

    def focus_pane(self, number: int) -> None:
        """Go to a pane by its number from the left, 1 and up; nothing happens where there is none."""
        self._pane_manager.focus(number)

    def set_base(self, article: str) -> None:
        """Hold the others against an article; nothing happens where it is not open."""
        if self._pane_manager.of(article) is not None and article != self.state.base:
            self._pane_manager.pin(article)

    def pin_base(self) -> None:
        """Hold the wordings of the others against the active pane's; where they are already, against none."""
        if self.active is not None and len(self.order) > 1:
            self._pane_manager.pin(self.active.article.id)

    # Passages and conflicts

    def choose_passage(self, index: int, leading: Excerpt | None = None) -> None:
        """Choose a passage: every pane that has it brings it to one height, and the passage panel shows it."""
        self._navigator.choose(index, leading)

    def next_passage(self) -> None:
        """Choose the passage after the chosen one in the active pane, round and round."""
        self._navigator.step_passage(1)

    def previous_passage(self) -> None:
        """Choose the passage before the chosen one in the active pane, round and round."""
        self._navigator.step_passage(-1)

    def next_conflict(self) -> None:
        """Go to the next row of the ledger that clashes, the worst first, round and round."""
        self._navigator.step_conflict(1)

    def previous_conflict(self) -> None:
        """Go to the row before it."""
        self._navigator.step_conflict(-1)

    def jump_to(self, excerpt: Excerpt | Iterable[Excerpt]) -> None:
        """Bring an excerpt, or one of each article, into sight; the first one leads, and a flash shows where.

        What was chosen before is let go: marked and joined beside it, it would be taken for what is jumped to.
        """
        self.state.choose_passage(None)
        self._navigator.jump([excerpt] if isinstance(excerpt, Excerpt) else excerpt)

    # What is folded away

    @property
    def unfolded(self) -> tuple[str, ...]:
        """The articles in which nothing is folded away."""
        return tuple(
            c.article.id for c in self._pane_manager.everyone if c.is_made and not c.pane.article_document.folded
        )

    def fold(self, article: str, folded: bool) -> None:
        """Fold what is not of an article away, or bring it back."""
        for column in self._pane_manager.everyone:
            if column.article.id == article and column.pane.article_document.folded != folded:
                column.pane.fold(folded)

    # Scrolling and letters

    def cycle_scroll_mode(self) -> None:
        """Matched, proportional, free, and matched again."""
        modes = list(ScrollMode)
        self.set_scroll_mode(modes[(modes.index(self.scroll_sync.mode) + 1) % len(modes)])

    def toggle_together(self) -> None:
        """Let the others follow, matched, or let each go its own way."""
        together = self.scroll_sync.mode is not ScrollMode.FREE
        self.set_scroll_mode(ScrollMode.FREE if together else ScrollMode.MATCHED)

    @property
    def zoom(self) -> float:
        """How large the letters are: 1 is the usual size."""
        return self._zoom.zoom

    def set_zoom(self, zoom: float) -> None:
        """Letters of this size, within what can be read."""
        self._zoom.set(zoom)

    def zoom_in(self) -> None:
        """Set the letters of all panes a step larger."""
        self._zoom.step(1)

    def zoom_out(self) -> None:
        """Set the letters of all panes a step smaller."""
        self._zoom.step(-1)

    def zoom_reset(self) -> None:
        """Letters of the usual size."""
        self._zoom.set(1.0)

    def set_minimaps_visible(self, visible: bool) -> None:
        """Show or hide the minimaps."""
        self.strip.set_minimaps_visible(visible)

    # Words

    @property
    def sought(self) -> str:
        """The query whose words are marked as hits."""
        return self._find.query

    def show_hits(self, query: str) -> None:
        """Mark the words of a query, as what the library was searched for; an empty one clears the marks."""
        self._find.show_hits(query)

    def find(self, text: str) -> None:  # type: ignore[override]  # a static of QWidget's that nobody calls
        """Mark every occurrence of a phrase and go to the first from here on; an empty phrase clears the marks."""
        self._find.find(text)

    def find_next(self) -> None:
        """Go to the next occurrence, or else to the next hit."""
        self._find.step(1)

    def find_previous(self) -> None:
        """Go to the previous occurrence, or else to the previous hit."""
        self._find.step(-1)

    # What Qt asks

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The active pane takes the keyboard. (With a proxy, Tab would go there past all that stands before it.)"""
        super().focusInEvent(event)
        if self.active is not None:
            self.active.pane.setFocus(event.reason())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape lets go of what is chosen, then of the marks of hits."""
        if event.key() == Qt.Key.Key_Escape and self._passage_panel_controller.is_open:
            self.close_passage_panel()
        elif event.key() == Qt.Key.Key_Escape and self.state.current_finding is not None:
            self.state.set_current_finding(None)
        elif event.key() == Qt.Key.Key_Escape and self.sought:
            self.show_hits("")
        else:
            super().keyPressEvent(event)
