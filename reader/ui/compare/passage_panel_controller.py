"""Where the stack stands, and when: below the panes or in a home of its own, from the choice of a passage on."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from reader.compare.comparison import Comparison
from reader.compare.subjects import Finding, Kind
from reader.ui.compare.finding_navigator import FindingNavigator
from reader.ui.compare.pane_manager import PaneManager
from reader.ui.compare.passage_panel import PassagePanel
from reader.ui.state.comparison_state import ComparisonState

SHARE = 0.36
"""The most of the height that the stack takes when it opens."""


class PassagePanelController(QObject):
    """Shows the chosen passage in the stack, held against the base."""

    opened = Signal()
    closed = Signal()
    activated = Signal(int)
    """The stack shows the passage of this index."""

    def __init__(
        self,
        state: ComparisonState,
        stack: PassagePanel,
        halves: QSplitter,
        columns: PaneManager,
        walk: FindingNavigator,
    ) -> None:
        super().__init__(halves)
        self._state, self._stack, self._halves, self._columns = state, stack, halves, columns
        stack.hide()
        stack.jumped.connect(walk.jump_in_chosen)
        state.passageChosen.connect(self._show)
        state.comparisonChanged.connect(self._begin)
        state.decisionsChanged.connect(self._show_decision)
        state.baseChanged.connect(self._rebase)

    @property
    def is_open(self) -> bool:
        """Whether the stack is on view."""
        return not self._stack.isHidden()

    def _begin(self) -> None:
        """Passages are another comparison's from here on; the stack is put away where none is chosen any more."""
        if self._state.chosen_passage is None:
            self._put_away()

    def _show(self) -> None:
        """Show the chosen passage; where none is, put the stack away."""
        comparison, index = self._state.comparison, self._state.chosen_passage
        if comparison is None or index is None:
            self._put_away()
            return
        opening, base = not self.is_open, self._base(comparison, index)
        self._stack.show_passage(comparison, index, self._state.numbers[index], self._columns.order, base)
        self._show_decision()
        if self._halves.indexOf(self._stack) < 0:
            self.opened.emit()
        elif opening:
            wide, high = self._halves.width(), self._halves.height()
            wanted = min(self._stack.wanted_height(wide), int(high * SHARE))
            self._halves.setSizes([high - wanted, wanted])
        self.activated.emit(index)

    def _show_decision(self) -> None:
        """Say beside the passage what was decided on it."""
        chosen = self._state.chosen_passage
        held = self._state.decisions.get(Finding(Kind.PASSAGE, chosen)) if chosen is not None else None
        self._stack.show_decision(held)

    def _put_away(self) -> None:
        """Hide the stack."""
        if self.is_open:
            self._stack.hide()
            self.closed.emit()

    def _base(self, comparison: Comparison, index: int) -> int:
        """Which excerpt the others are held against: that of the base, else the one that a person chose."""
        excerpts, leading = comparison.passages[index].excerpts, self._state.leading_excerpt
        pinned = next((i for i, excerpt in enumerate(excerpts) if excerpt.article == self._state.base), None)
        if pinned is not None:
            return pinned
        return excerpts.index(leading) if leading is not None and leading in excerpts else 0

    def _rebase(self) -> None:
        if self._state.chosen_passage is not None and self.is_open:
            self._show()
