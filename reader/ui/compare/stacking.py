"""Where the stack stands, and when: below the panes or in a home of its own, from the choice of a passage on."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QSplitter

from reader.compare.comparison import Comparison, Excerpt
from reader.compare.subjects import Finding, Kind
from reader.ui.compare.columns import Columns
from reader.ui.compare.stack import StackPanel
from reader.ui.compare.walk import Walk

SHARE = 0.36
"""The most of the height that the stack takes when it opens."""


class Stacking(QObject):
    """Shows the chosen passage in the stack, held against the base."""

    opened = Signal()
    closed = Signal()
    activated = Signal(int)
    """The stack shows the passage of this index."""

    def __init__(self, stack: StackPanel, halves: QSplitter, columns: Columns, walk: Walk) -> None:
        super().__init__(halves)
        self._stack, self._halves, self._columns, self._walk = stack, halves, columns, walk
        self._comparison = Comparison(())
        self._numbers: dict[int, int] = {}
        self._leading: Excerpt | None = None
        stack.hide()
        stack.jumped.connect(walk.jump_in_chosen)
        walk.chose.connect(self.show)
        columns.rebased.connect(self._rebase)

    @property
    def is_open(self) -> bool:
        """Whether the stack is on view."""
        return not self._stack.isHidden()

    def begin(self, comparison: Comparison, numbers: dict[int, int]) -> None:
        """Passages are another comparison's from here on; the stack is put away where none is chosen any more."""
        self._comparison, self._numbers = comparison, numbers
        if self._walk.chosen is None:
            self.put_away()

    def show(self, index: int, leading: Excerpt | None) -> None:
        """Show a passage; `leading` is the excerpt that a person chose."""
        self._leading = leading
        opening, base = not self.is_open, self._base(self._comparison.passages[index].excerpts, leading)
        self._stack.show_passage(self._comparison, index, self._numbers[index], self._columns.order, base)
        self.show_decision()
        if self._halves.indexOf(self._stack) < 0:
            self.opened.emit()
        elif opening:
            wide, high = self._halves.width(), self._halves.height()
            wanted = min(self._stack.wanted_height(wide), int(high * SHARE))
            self._halves.setSizes([high - wanted, wanted])
        self.activated.emit(index)

    def show_decision(self) -> None:
        """Say beside the passage what was decided on it."""
        chosen = self._walk.chosen
        held = self._walk.decisions.get(Finding(Kind.PASSAGE, chosen)) if chosen is not None else None
        self._stack.show_decision(held)

    def put_away(self) -> None:
        """Hide the stack."""
        if self.is_open:
            self._stack.hide()
            self.closed.emit()

    def _base(self, excerpts: tuple[Excerpt, ...], leading: Excerpt | None) -> int:
        """Which excerpt the others are held against: that of the base, else the one that a person chose."""
        pinned = next((i for i, excerpt in enumerate(excerpts) if excerpt.article == self._columns.base), None)
        if pinned is not None:
            return pinned
        return excerpts.index(leading) if leading in excerpts else 0

    def _rebase(self) -> None:
        if self._walk.chosen is not None and self.is_open:
            self.show(self._walk.chosen, self._leading)
