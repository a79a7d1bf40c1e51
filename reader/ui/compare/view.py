"""The comparison as a person reads it: panes side by side, and every way to move through what was found."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedLayout, QWidget

from reader.article import Article
from reader.compare.comparison import Comparison, Excerpt, Verdict
from reader.i18n import _, ngettext
from reader.text.spans import Span
from reader.ui.compare import saying
from reader.ui.compare.called import called
from reader.ui.compare.conductor import Conductor
from reader.ui.compare.empty import EmptyComparison
from reader.ui.compare.finder import Finder
from reader.ui.compare.finding import mentions
from reader.ui.compare.header import Header
from reader.ui.compare.marks import Kind, Mark, Marks, marks, numbers
from reader.ui.compare.pane import Pane
from reader.ui.compare.scrolling import ScrollMode
from reader.ui.compare.stack import StackPanel
from reader.ui.compare.strip import Column, Strip, column

ZOOM_STEP, LEAST_ZOOM, MOST_ZOOM = 1.1, 0.6, 2.6
ROOMY = 620
STACK_SHARE = 0.36
"""The most of the height that the stack takes when it opens."""


class ComparisonView(QWidget):
    """Shows one comparison, or what it is for while there is none."""

    statusChanged = Signal(str)
    passageActivated = Signal(int)
    scrollModeChanged = Signal(str)
    arranged = Signal(object)
    """Panes were opened, closed or moved: the ids of the articles that are open, from left to right."""
    compareSampleRequested = Signal()
    importRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison: Comparison | None = None
        self.conductor = Conductor(self)
        self.strip = Strip(self.conductor)
        self._numbers: dict[int, int] = {}
        self._zoom = 1.0
        self._all: list[Column] = []
        self._chosen: int | None = None
        self._conflict = -1
        self._finder = Finder()
        self._sought: list[str] = []
        empty = EmptyComparison()
        empty.sampleRequested.connect(self.compareSampleRequested)
        empty.importRequested.connect(self.importRequested)
        self.stack = StackPanel()
        self.stack.hide()
        self.stack.jumped.connect(self._jump_from_stack)
        self.stack.closed.connect(self.close_stack)
        self._halves = QSplitter(Qt.Orientation.Vertical)
        self._halves.setChildrenCollapsible(False)
        self._halves.addWidget(self.strip)
        self._halves.addWidget(self.stack)
        self._halves.setStretchFactor(0, 1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(empty)
        self._pages.addWidget(self._halves)
        self.strip.moved.connect(self._move)
        self.strip.rail.reopened.connect(self.reopen)
        self.setAccessibleName(_("Comparison"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height, heads take less of it."""
        super().resizeEvent(event)
        self.strip.set_compact(self.height() < ROOMY)

    # What is shown

    def show_comparison(self, comparison: Comparison) -> None:
        """Lay these articles side by side; where they are those that are open, the findings change and nothing moves."""
        if self.comparison is not None and set(self.comparison.articles) == set(comparison.articles):
            self._renew(comparison)
        else:
            self._open(comparison)

    def _open(self, comparison: Comparison) -> None:
        self.clear()
        self.comparison = comparison
        self._numbers = numbers(comparison)
        found, coverage = marks(comparison), {c.article: c for c in comparison.coverage}
        for article in comparison.articles:
            header = Header(article, coverage.get(article.id))
            self._all.append(self._column(article, header, found[article.id]))
        self._show(self._all, comparison)
        self._pages.setCurrentWidget(self._halves)

    def _renew(self, comparison: Comparison) -> None:
        before, chosen = self.comparison, self._chosen
        kept = before.passages[chosen].excerpts if before is not None and chosen is not None else None
        self.comparison, self._conflict = comparison, -1
        self._numbers = numbers(comparison)
        found, coverage = marks(comparison), {c.article: c for c in comparison.coverage}
        for shown in self._all:
            shown.pane.renew(found[shown.pane.article.id], self._numbers)
            shown.header.set_coverage(coverage.get(shown.pane.article.id))
        self.conductor.renew(comparison)
        self._chosen = next((i for i, p in enumerate(comparison.passages) if p.excerpts == kept), None)
        self._show(self.strip.columns)
        if self._chosen is None:
            self.stack.hide()

    def _column(self, article: Article, header: Header, found: Marks) -> Column:
        pane = Pane(article, found, self._numbers, self._why)
        if self._zoom != 1.0:
            pane.set_zoom(self._zoom)
        made = column(header, pane, self.conductor)
        pane.marked.connect(lambda mark: self._marked(made, mark))
        pane.zoomed.connect(self._zoom_by_wheel)
        pane.sideways.connect(self.strip.go_sideways)
        header.chosen.connect(pane.setFocus)
        header.swapped.connect(lambda: self._swap(made))
        header.closed.connect(lambda: self._close(made))
        header.dragged.connect(lambda place: self.strip.drag(made, place))
        header.dropped.connect(lambda place: self.strip.drop(made, place))
        return made

    def _show(self, columns: list[Column], comparison: Comparison | None = None) -> None:
        closed = [shown for shown in self._all if shown not in columns]
        self.strip.show_columns(columns, closed)
        self.conductor.conduct(self.panes, comparison)
        if self.active is not None:
            self.setFocusProxy(self.active.pane)
        self.strip.choose(self._chosen)
        self.arranged.emit(tuple(pane.article.id for pane in self.panes))

    def clear(self) -> None:
        """Back to the invitation."""
        self.comparison = None
        self._chosen, self._conflict = None, -1
        self.stack.hide()
        gone, self._all = self._all, []
        self._show([])
        for shown in gone:
            shown.box.deleteLater()
        self._pages.setCurrentIndex(0)

    @property
    def panes(self) -> list[Pane]:
        """The panes from left to right."""
        return [shown.pane for shown in self.strip.columns]

    @property
    def active(self) -> Column | None:
        """The column a person is in: the one that drives."""
        columns = self.strip.columns
        return next((c for c in columns if c.pane is self.conductor.driver), columns[0] if columns else None)

    def _why(self, mark: Mark) -> str:
        return saying.why(self.comparison, self._numbers, mark) if self.comparison is not None else ""

    def _say(self, words: str) -> None:
        """In the status bar, and to a screen reader."""
        self.statusChanged.emit(words)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    @property
    def place(self) -> tuple[str, int]:
        """What is being read: the article of the leading pane and the character at the held height."""
        return (self.active.pane.article.id, self.conductor.place) if self.active is not None else ("", 0)

    def go_to_place(self, article: str, point: int) -> None:
        """Take up reading where `place` was noted; nothing happens where that article is not open."""
        for shown in self.strip.columns:
            if shown.pane.article.id == article:
                self.conductor.go_to(shown.pane, min(point, len(shown.pane.article.text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape puts the stack away."""
        if event.key() == Qt.Key.Key_Escape and self.stack.isVisible():
            self.close_stack()
        else:
            super().keyPressEvent(event)

    # Order of the panes

    def swap_with_neighbour(self) -> None:
        """Swap the active pane with the one at its right, or at its left where it is the last."""
        if self.active is not None:
            self._swap(self.active)

    def _swap(self, shown: Column) -> None:
        columns = list(self.strip.columns)
        if len(columns) < 2:
            return
        at = columns.index(shown)
        self._move(shown, at + 1 if at + 1 < len(columns) else at - 1)

    def _move(self, shown: Column, to: int) -> None:
        columns = [c for c in self.strip.columns if c is not shown]
        columns.insert(to, shown)
        self._show(columns)
        self.strip.reveal(shown)
        shown.pane.setFocus()

    def _close(self, shown: Column) -> None:
        columns = [c for c in self.strip.columns if c is not shown]
        self._show(columns)
        if not columns:
            self.clear()

    def reopen(self) -> None:
        """Bring back what was closed, at the right."""
        self._show([*self.strip.columns, *(shown for shown in self._all if shown not in self.strip.columns)])

    def next_pane(self) -> None:
        """Go to the pane at the right, round and round."""
        self._step_pane(1)

    def previous_pane(self) -> None:
        """Go to the pane at the left, round and round."""
        self._step_pane(-1)

    def _step_pane(self, by: int) -> None:
        if self.active is not None:
            columns = self.strip.columns
            self.focus_pane((columns.index(self.active) + by) % len(columns) + 1)

    def focus_pane(self, number: int) -> None:
        """Go to a pane by its number from the left, 1 and up; nothing happens where there is none."""
        if 1 <= number <= len(self.strip.columns):
            shown = self.strip.columns[number - 1]
            shown.pane.setFocus()
            self.conductor.drive(shown.pane)
            self.strip.reveal(shown)
            self.strip.mark_driver()
            self._say(called(shown.pane.article))

    # Passages

    def _marked(self, shown: Column, mark: Mark) -> None:
        if self.comparison is None:
            return
        if mark.kind is Kind.PASSAGE:
            self.choose_passage(mark.index, self.comparison.passages[mark.index].excerpts[mark.part])
        elif mark.kind is Kind.FIGURE:
            self._show_row(mark.index, leading=shown.pane.article.id, flash=False)
        else:
            given = self.comparison.quotations[mark.index].credits
            self.jump_to([given[mark.part].excerpt, *(credit.excerpt for credit in given)])

    def choose_passage(self, index: int, leading: Excerpt | None = None) -> None:
        """Choose a passage: every pane that has it brings it to one height."""
        if self.comparison is None:
            return
        passage = self.comparison.passages[index]
        self._chosen = index
        self.strip.choose(index)
        self._show_stack(index, leading)
        self._meet([leading, *passage.excerpts] if leading is not None else passage.excerpts)
        here = leading.article if leading is not None else ""
        self._say(saying.passage(self.comparison, index, self._numbers[index], here))
        self.passageActivated.emit(index)

    def _show_stack(self, index: int, leading: Excerpt | None) -> None:
        if self.comparison is None:
            return
        excerpts = self.comparison.passages[index].excerpts
        base = excerpts.index(leading) if leading in excerpts else 0
        order = [pane.article.id for pane in self.panes]
        opening = self.stack.isHidden()
        self.stack.show_passage(self.comparison, index, self._numbers[index], order, base)
        if opening:
            wanted = min(self.stack.wanted_height(self.width()), int(self.height() * STACK_SHARE))
            self._halves.setSizes([self.height() - wanted, wanted])

    def close_stack(self) -> None:
        """Put the stack away; nothing is chosen any more, and the keyboard is back in the panes."""
        self.stack.hide()
        self._chosen = None
        self.strip.choose(None)
        if self.active is not None:
            self.active.pane.setFocus()

    def _jump_from_stack(self, excerpt: Excerpt) -> None:
        if self.comparison is not None and self._chosen is not None:
            others = [e for e in self.comparison.passages[self._chosen].excerpts if e.article != excerpt.article]
            self.jump_to([excerpt, *others])

    def next_passage(self) -> None:
        """Choose the passage after the chosen one in the active pane, round and round."""
        self._step_passage(1)

    def previous_passage(self) -> None:
        """Choose the passage before the chosen one in the active pane, round and round."""
        self._step_passage(-1)

    def _step_passage(self, by: int) -> None:
        shown = self.active
        if shown is None or self.comparison is None:
            return
        own = shown.pane.found.passages
        if not own:
            self._say(_("No passages here"))
            return
        here = [i for i, mark in enumerate(own) if mark.index == self._chosen]
        at = here[0] if here else (-1 if by > 0 else 0)
        mark = own[(at + by) % len(own)]
        self.choose_passage(mark.index, self.comparison.passages[mark.index].excerpts[mark.part])

    # Conflicts

    def next_conflict(self) -> None:
        """Go to the next row of the ledger that clashes, the worst first, round and round."""
        self._step_conflict(1)

    def previous_conflict(self) -> None:
        """Go to the row before it."""
        self._step_conflict(-1)

    def _step_conflict(self, by: int) -> None:
        if self.comparison is None:
            return
        ledger = self.comparison.ledger
        clashing = [i for i, row in enumerate(ledger) if row.verdict.severity >= Verdict.TENSION.severity]
        clashing.sort(key=lambda i: -ledger[i].verdict.severity)
        if not clashing:
            self._say(_("No conflicts found"))
            return
        at = clashing.index(self._conflict) if self._conflict in clashing else (-1 if by > 0 else 0)
        self._show_row(clashing[(at + by) % len(clashing)])

    def _show_row(self, index: int, leading: str = "", flash: bool = True) -> None:
        if self.comparison is None:
            return
        row = self.comparison.ledger[index]
        self._conflict = index
        if not leading and self.active is not None:
            leading = self.active.pane.article.id
        ordered = sorted(range(len(row.mentions)), key=lambda i: row.mentions[i].excerpt.article != leading)
        self.jump_to([row.mentions[i].excerpt for i in ordered], flash)
        worst = max(row.judgements, key=lambda j: j.verdict.severity, default=None)
        self._say(saying.figure(self.comparison, index, worst.left if worst is not None else ordered[0]))

    # Jumps

    def jump_to(self, excerpt: Excerpt | Iterable[Excerpt], flash: bool = True) -> None:
        """Bring an excerpt, or one of each article, into sight; the first one leads. Flashing shows where."""
        excerpts = [excerpt] if isinstance(excerpt, Excerpt) else list(excerpt)
        self._meet(excerpts)
        if flash:
            for shown in self.strip.columns:
                for one in excerpts:
                    if one.article == shown.pane.article.id:
                        shown.pane.flash.at(one.span)
                        break

    def _meet(self, excerpts: Iterable[Excerpt]) -> None:
        columns = {shown.pane.article.id: shown for shown in self.strip.columns}
        spans: dict[Pane, Span] = {}
        for excerpt in excerpts:
            if excerpt.article in columns:
                spans.setdefault(columns[excerpt.article].pane, excerpt.span)
        if not spans:
            self._say(_("That article is not among the open ones"))
            return
        leading = next(iter(spans))
        leading.place_cursor(spans[leading])
        self.conductor.meet(spans, leading)
        self.strip.reveal(columns[leading.article.id])

    # Scrolling and zoom

    def cycle_scroll_mode(self) -> None:
        """Matched, proportional, free, and matched again."""
        modes = list(ScrollMode)
        self.set_scroll_mode(modes[(modes.index(self.conductor.mode) + 1) % len(modes)])

    def set_scroll_mode(self, mode: str) -> None:
        """Scroll together in this way: "matched", "proportional" or "free"."""
        self.conductor.set_mode(ScrollMode(mode))
        self._say(_mode_words(self.conductor.mode))
        self.scrollModeChanged.emit(self.conductor.mode.value)

    def zoom_in(self) -> None:
        """Larger letters."""
        self._set_zoom(self._zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Smaller letters."""
        self._set_zoom(self._zoom / ZOOM_STEP)

    def zoom_reset(self) -> None:
        """Letters of the usual size."""
        self._set_zoom(1.0)

    @property
    def zoom(self) -> float:
        """How large the letters are: 1 is the usual size."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Letters of this size, within what can be read."""
        self._set_zoom(zoom)

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        for pane in self.panes:
            pane.set_zoom(self._zoom)
        self.statusChanged.emit(_("{percent}%").format(percent=round(100 * self._zoom)))

    def _zoom_by_wheel(self, turned: int) -> None:
        if turned:
            self._set_zoom(self._zoom * (ZOOM_STEP if turned > 0 else 1 / ZOOM_STEP))

    def set_lanes_visible(self, visible: bool) -> None:
        """Show or hide the lanes."""
        self.strip.set_lanes_visible(visible)

    # Words

    def show_hits(self, words: Iterable[str] | str) -> None:
        """Mark these words, in any form, as what the library was searched for; none clears the marks."""
        sought = words.split() if isinstance(words, str) else list(words)
        self._sought = sought
        count = 0
        for pane in self.panes:
            hits = mentions(pane.article.text, sought, pane.article.language)
            pane.passing.show(hits)
            count += len(hits)
        self._redraw_lanes()
        if sought:
            self.statusChanged.emit(ngettext("{n} hit", "{n} hits", count).format(n=count))

    def find(self, text: str) -> None:  # type: ignore[override]  # a static of QWidget's that nobody calls
        """Mark every occurrence of a phrase and go to the first from here on; an empty phrase clears the marks."""
        if text.strip():
            self._finder.find(text, self.panes, self.conductor.driver)
            self._redraw_lanes()
            self._find_step(1)
        else:
            self.show_hits(self._sought)
            self.statusChanged.emit("")

    def find_next(self) -> None:
        """Go to the next occurrence."""
        self._find_step(1)

    def find_previous(self) -> None:
        """Go to the previous occurrence."""
        self._find_step(-1)

    def _find_step(self, by: int) -> None:
        found = self._finder.step(by)
        if found is not None:
            pane, span = found
            if pane.paper.hides(pane.offsets.units(span.start)):
                pane.fold(False)
            self.jump_to(Excerpt(pane.article.id, span), flash=False)
        self._say(self._finder.words)

    def _redraw_lanes(self) -> None:
        for shown in self.strip.columns:
            shown.lane.redraw()


def _mode_words(mode: ScrollMode) -> str:
    return {
        ScrollMode.MATCHED: _("Scrolling matched: what is shared stands side by side"),
        ScrollMode.PROPORTIONAL: _("Scrolling in proportion to each article's length"),
        ScrollMode.FREE: _("Scrolling free: the offset is kept; with Alt held, one pane moves alone"),
    }[mode]
