"""The comparison as a person reads it: panes side by side, and every way to move through what was found."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedLayout, QWidget

from reader.compare.comparison import Comparison, Excerpt
from reader.compare.subjects import Finding, Kind
from reader.i18n import _
from reader.ui.compare import decided, saying
from reader.ui.compare.acts import Acts
from reader.ui.compare.column import Column
from reader.ui.compare.columns import Columns
from reader.ui.compare.conductor import Conductor
from reader.ui.compare.empty import EmptyComparison
from reader.ui.compare.marks import Mark, numbers
from reader.ui.compare.pane import Pane
from reader.ui.compare.scrolling import ScrollMode
from reader.ui.compare.stack import StackPanel
from reader.ui.compare.strip import Strip
from reader.ui.compare.walk import Walk
from reader.ui.compare.words import Words

ZOOM_STEP, LEAST_ZOOM, MOST_ZOOM = 1.1, 0.6, 2.6
ROOMY = 620
"""The height from which heads may take two lines for the headline."""
STACK_SHARE = 0.36
"""The most of the height that the stack takes when it opens."""


class ComparisonView(QWidget):
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
    hitsChanged = Signal(int, int)
    """At which of how many hits of the search a person is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Comparison"))
        self.comparison: Comparison | None = None
        self.zoom = 1.0
        """How large the letters are: 1 is the usual size."""
        self.conductor = Conductor(self)
        self.strip = Strip(self.conductor)
        self.stack = StackPanel()  # below the panes, until somebody gives it another home, such as a dock
        self._numbers: dict[int, int] = {}
        self._leading: Excerpt | None = None
        self._columns = Columns(self.strip, self.conductor, self._why, self)
        self._walk = Walk(self._columns, self.conductor, self.strip, self)
        self._words = Words(self._columns, self._walk, self)
        self.acts = Acts(self)
        """What can be done about the passage, figures or quotation that a person went to."""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        empty = EmptyComparison()
        empty.sampleRequested.connect(self.compareSampleRequested)
        empty.importRequested.connect(self.importRequested)
        self.stack.hide()
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.strip)
        self._halves.addWidget(self.stack)
        self._halves.setStretchFactor(0, 1)
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
        self._columns.zoomed.connect(self._zoom_by_wheel)
        self._columns.refolded.connect(self.refolded)
        self._columns.rebased.connect(self._rebase_stack)
        self._columns.rebased.connect(self.rebased)
        self._walk.chose.connect(self._show_stack)
        self.stack.jumped.connect(self._walk.jump_in_chosen)
        self.stack.closed.connect(self.close_stack)

    # What is shown

    def show_comparison(self, comparison: Comparison) -> None:
        """Lay these articles side by side; where they are those that are open, findings change and nothing moves."""
        same = self.comparison is not None and set(self.comparison.articles) == set(comparison.articles)
        if not same:
            self.clear()
        self.comparison, self._numbers = comparison, numbers(comparison)
        self._walk.begin(comparison, self._numbers)
        if same:
            self._columns.renew(comparison, self._numbers, self._walk.chosen)
            if self._walk.chosen is None:
                self._put_stack_away()
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
        self._decide_stack()

    def _decide_stack(self) -> None:
        """Say beside the passage in the stack what was decided on it."""
        chosen = self._walk.chosen
        held = self._walk.decisions.get(Finding(Kind.PASSAGE, chosen)) if chosen is not None else None
        self.stack.show_decision(held)

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
        self._put_stack_away()
        self._columns.clear()
        self._pages.setCurrentIndex(0)

    @property
    def panes(self) -> list[Pane]:
        """The panes from left to right."""
        return self._columns.panes

    @property
    def ready(self) -> bool:
        """Whether everything is made and stands where it is to stand."""
        return self._columns.ready and self._words.ready and self.conductor.settled

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the articles on screen, from left to right."""
        return self._columns.order

    @property
    def parts(self) -> list[QWidget]:
        """What Tab goes through: head and pane of each article from left to right, and what brings closed ones back."""
        return [part for made in self._columns.made_ones for part in (made.header, made.pane)] + [self.strip.rail]

    @property
    def active(self) -> Column | None:
        """The column a person is in."""
        return self._columns.active

    @property
    def place(self) -> tuple[str, int]:
        """What is being read: the article of the leading pane and the character at the held height."""
        return (self.active.article.id, self.conductor.place) if self.active is not None else ("", 0)

    def go_to_place(self, article: str, point: int) -> None:
        """Take up reading where `place` was noted; nothing happens where that article is not open."""
        column = self._columns.of(article)
        if column is not None:
            self.conductor.go_to(column.pane, min(point, len(column.pane.article.text)))

    @property
    def chosen(self) -> int | None:
        """The index of the chosen passage."""
        return self._walk.chosen

    def offer(self, actions: Iterable[QAction]) -> None:
        """Offer these in the menu of every pane that is opened from here on."""
        self._columns.offered = tuple(actions)

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

    # Panes

    def swap_with_neighbour(self) -> None:
        """Swap the active pane with the one at its right, or at its left where it is the last."""
        if self.active is not None:
            self._columns.swap(self.active)

    def reopen(self) -> None:
        """Bring back what was closed."""
        self._columns.reopen()

    def next_pane(self) -> None:
        """Go to the pane at the right, round and round."""
        self._columns.step(1)

    def previous_pane(self) -> None:
        """Go to the pane at the left, round and round."""
        self._columns.step(-1)

    def focus_pane(self, number: int) -> None:
        """Go to a pane by its number from the left, 1 and up; nothing happens where there is none."""
        self._columns.focus(number)

    @property
    def base(self) -> str:
        """The id of the article that the others are held against; "" where there is none."""
        return self._columns.base

    def set_base(self, article: str) -> None:
        """Hold the others against an article; nothing happens where it is not open."""
        if self._columns.of(article) is not None and article != self.base:
            self._columns.pin(article)

    def pin_base(self) -> None:
        """Hold the wordings of the others against the active pane's; where they are already, against none."""
        if self.active is not None and len(self.order) > 1:
            self._columns.pin(self.active.article.id)

    # Passages and conflicts

    def choose_passage(self, index: int, leading: Excerpt | None = None) -> None:
        """Choose a passage: every pane that has it brings it to one height, and the stack shows it."""
        self._walk.choose(index, leading)

    def next_passage(self) -> None:
        """Choose the passage after the chosen one in the active pane, round and round."""
        self._walk.step_passage(1)

    def previous_passage(self) -> None:
        """Choose the passage before the chosen one in the active pane, round and round."""
        self._walk.step_passage(-1)

    def next_conflict(self) -> None:
        """Go to the next row of the ledger that clashes, the worst first, round and round."""
        self._walk.step_conflict(1)

    def previous_conflict(self) -> None:
        """Go to the row before it."""
        self._walk.step_conflict(-1)

    def jump_to(self, excerpt: Excerpt | Iterable[Excerpt], flash: bool = True) -> None:
        """Bring an excerpt, or one of each article, into sight; the first one leads. Flashing shows where."""
        self._walk.jump([excerpt] if isinstance(excerpt, Excerpt) else excerpt, flash)

    def _show_stack(self, index: int, leading: Excerpt | None) -> None:
        if self.comparison is None:
            return
        excerpts = self.comparison.passages[index].excerpts
        self._leading = leading
        base = self._base(excerpts, leading)
        opening = self.stack.isHidden()
        self.stack.show_passage(self.comparison, index, self._numbers[index], self.order, base)
        self._decide_stack()
        if self._halves.indexOf(self.stack) < 0:
            self.stackOpened.emit()
        elif opening:
            wanted = min(self.stack.wanted_height(self.width()), int(self.height() * STACK_SHARE))
            self._halves.setSizes([self.height() - wanted, wanted])
        self.passageActivated.emit(index)

    def _base(self, excerpts: tuple[Excerpt, ...], leading: Excerpt | None) -> int:
        """Which excerpt the others are held against: that of the base, else the one that a person chose."""
        pinned = next((i for i, excerpt in enumerate(excerpts) if excerpt.article == self._columns.base), None)
        if pinned is not None:
            return pinned
        return excerpts.index(leading) if leading in excerpts else 0

    def _rebase_stack(self) -> None:
        if self._walk.chosen is not None and not self.stack.isHidden():
            self._show_stack(self._walk.chosen, self._leading)

    def close_stack(self) -> None:
        """Put the stack away; nothing is chosen any more, and the keyboard is back in the panes."""
        self._walk.forget()
        self._put_stack_away()
        if self.active is not None:
            self.active.pane.setFocus()

    def _put_stack_away(self) -> None:
        if not self.stack.isHidden():
            self.stack.hide()
            self.stackClosed.emit()

    # What is folded away

    @property
    def unfolded(self) -> tuple[str, ...]:
        """The articles in which nothing is folded away."""
        return tuple(c.article.id for c in self._columns.everyone if c.is_made and not c.pane.paper.folded)

    def fold(self, article: str, folded: bool) -> None:
        """Fold what is not of an article away, or bring it back."""
        for column in self._columns.everyone:
            if column.article.id == article and column.pane.paper.folded != folded:
                column.pane.fold(folded)

    # Scrolling and zoom

    def cycle_scroll_mode(self) -> None:
        """Matched, proportional, free, and matched again."""
        modes = list(ScrollMode)
        self.set_scroll_mode(modes[(modes.index(self.conductor.mode) + 1) % len(modes)])

    def set_scroll_mode(self, mode: str) -> None:
        """Scroll together in this way: "matched", "proportional" or "free"."""
        self.conductor.set_mode(ScrollMode(mode))
        self._say(saying.scrolling(self.conductor.mode))
        self.scrollModeChanged.emit(self.conductor.mode.value)

    def zoom_in(self) -> None:
        """Larger letters."""
        self.set_zoom(self.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller letters."""
        self.set_zoom(self.zoom / ZOOM_STEP)

    def zoom_reset(self) -> None:
        """Letters of the usual size."""
        self.set_zoom(1.0)

    def set_zoom(self, zoom: float) -> None:
        """Letters of this size, within what can be read."""
        self.zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self._columns.set_zoom(self.zoom)
        self.statusChanged.emit(_("{percent}%").format(percent=round(100 * self.zoom)))

    def _zoom_by_wheel(self, turned: int) -> None:
        if turned:
            self.set_zoom(self.zoom * (ZOOM_STEP if turned > 0 else 1 / ZOOM_STEP))

    def set_lanes_visible(self, visible: bool) -> None:
        """Show or hide the lanes."""
        self.strip.set_lanes_visible(visible)

    # Words

    @property
    def sought(self) -> str:
        """The query whose words are marked as hits."""
        return self._words.query

    def show_hits(self, query: str) -> None:
        """Mark the words of a query, as what the library was searched for; an empty one clears the marks."""
        self._words.show_hits(query)

    def find(self, text: str) -> None:  # type: ignore[override]  # a static of QWidget's that nobody calls
        """Mark every occurrence of a phrase and go to the first from here on; an empty phrase clears the marks."""
        self._words.find(text)

    def find_next(self) -> None:
        """Go to the next occurrence, or else to the next hit."""
        self._words.step(1)

    def find_previous(self) -> None:
        """Go to the previous occurrence, or else to the previous hit."""
        self._words.step(-1)

    # What Qt asks

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The active pane takes the keyboard. (With a proxy, Tab would go there past all that stands before it.)"""
        super().focusInEvent(event)
        if self.active is not None:
            self.active.pane.setFocus(event.reason())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, heads take less of it."""
        super().resizeEvent(event)
        self.strip.set_compact(self.height() < ROOMY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the stack away, then the marks of hits."""
        if event.key() == Qt.Key.Key_Escape and not self.stack.isHidden():
            self.close_stack()
        elif event.key() == Qt.Key.Key_Escape and self.sought:
            self.show_hits("")
        else:
            super().keyPressEvent(event)
