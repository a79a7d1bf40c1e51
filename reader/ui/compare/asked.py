"""What the rest of the window asks of the panes: each question is one call to the part that knows."""

from collections.abc import Iterable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from reader.compare.comparison import Excerpt
from reader.ui.compare.column import Column
from reader.ui.compare.columns import Columns
from reader.ui.compare.conductor import Conductor
from reader.ui.compare.decision_bar import DecisionBar
from reader.ui.compare.letters import Letters
from reader.ui.compare.pane import Pane
from reader.ui.compare.scrolling import ScrollMode
from reader.ui.compare.strip import Strip
from reader.ui.compare.walk import Walk
from reader.ui.compare.words import Words
from reader.ui.state.comparison_state import ComparisonState


class Asked(QWidget):
    """The face of the comparison view; `ComparisonView` makes the parts."""

    state: ComparisonState
    conductor: Conductor
    strip: Strip
    decision_bar: DecisionBar
    _columns: Columns
    _walk: Walk
    _words: Words
    _letters: Letters

    # What lies open

    @property
    def panes(self) -> list[Pane]:
        """The panes from left to right."""
        return self._columns.panes

    @property
    def order(self) -> tuple[str, ...]:
        """The ids of the articles on screen, from left to right."""
        return self._columns.order

    @property
    def parts(self) -> list[QWidget]:
        """What Tab goes through: head and pane of each article, what brings closed ones back, the bar of the choice."""
        columns = [part for made in self._columns.made_ones for part in (made.header, made.pane)]
        return [*columns, self.strip.rail, self.decision_bar]

    @property
    def active(self) -> Column | None:
        """The column a person is in."""
        return self._columns.active

    @property
    def place(self) -> tuple[str, int]:
        """What is being read: the article of the leading pane and the character at the held height."""
        return (self.active.article.id, self.conductor.place) if self.active is not None else ("", 0)

    @property
    def selections(self) -> tuple[Excerpt, ...]:
        """The words that are selected in the panes, from left to right."""
        spans = ((made.article.id, made.pane.selected) for made in self._columns.made_ones)
        return tuple(Excerpt(article, span) for article, span in spans if len(span))

    def clear_selections(self) -> None:
        """Select nothing in any pane."""
        for made in self._columns.made_ones:
            made.pane.deselect()

    def go_to_place(self, article: str, point: int) -> None:
        """Take up reading where `place` was noted; nothing happens where that article is not open."""
        column = self._columns.of(article)
        if column is not None:
            self.conductor.go_to(column.pane, min(point, len(column.pane.article.text)))

    def offer(self, actions: Iterable[QAction]) -> None:
        """Offer these in the menu of every pane that is opened from here on."""
        self._columns.offered = tuple(actions)

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

    def set_base(self, article: str) -> None:
        """Hold the others against an article; nothing happens where it is not open."""
        if self._columns.of(article) is not None and article != self.state.base:
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

    # Scrolling and letters

    def cycle_scroll_mode(self) -> None:
        """Matched, proportional, free, and matched again."""
        modes = list(ScrollMode)
        self.set_scroll_mode(modes[(modes.index(self.conductor.mode) + 1) % len(modes)])

    def toggle_together(self) -> None:
        """Let the others follow, matched, or let each go its own way."""
        together = self.conductor.mode is not ScrollMode.FREE
        self.set_scroll_mode(ScrollMode.FREE if together else ScrollMode.MATCHED)

    def set_scroll_mode(self, mode: str) -> None:
        """Scroll together in this way: "matched", "proportional" or "free"."""
        self.conductor.set_mode(ScrollMode(mode))

    @property
    def zoom(self) -> float:
        """How large the letters are: 1 is the usual size."""
        return self._letters.zoom

    def set_zoom(self, zoom: float) -> None:
        """Letters of this size, within what can be read."""
        self._letters.set(zoom)

    def zoom_in(self) -> None:
        """Larger letters."""
        self._letters.step(1)

    def zoom_out(self) -> None:
        """Smaller letters."""
        self._letters.step(-1)

    def zoom_reset(self) -> None:
        """Letters of the usual size."""
        self._letters.set(1.0)

    def set_minimaps_visible(self, visible: bool) -> None:
        """Show or hide the minimaps."""
        self.strip.set_minimaps_visible(visible)

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
