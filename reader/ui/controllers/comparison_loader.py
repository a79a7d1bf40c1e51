"""Spreads a comparison over the window: what is read at once, the tables around it in the turns after."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.dock_layout import DockLayout
from reader.ui.services.idle_queue import IdleQueue, Piece

if TYPE_CHECKING:  # made after the first frame
    from reader.compare.comparison import Comparison
    from reader.ui.compare.ledger import LedgerPanel
    from reader.ui.compare.view import ComparisonView
    from reader.ui.docks.decision_controller import DecisionController
    from reader.ui.docks.findings_panel import FindingsPanel
    from reader.ui.docks.pictures import PicturesPanel
    from reader.ui.docks.row_grouping_controller import RowGroupingController


class ComparisonLoader(QObject):
    """Fills panes, figures and docks, a piece a turn: a window that is filled in one go stands still meanwhile."""

    def __init__(
        self,
        panes: "ComparisonView",
        ledger: "LedgerPanel",
        keepers: "Iterable[DecisionController | RowGroupingController]",
        layout: DockLayout,
    ) -> None:
        """`keepers` look what a reader did to the findings, once these are shown."""
        super().__init__(panes)
        self._panes, self._ledger, self._keepers, self._layout = panes, ledger, tuple(keepers), layout
        self._state = panes.state
        self._turns = IdleQueue(self, apart=True)
        self._state.comparisonChanged.connect(self._fill)
        self._state.decisionsChanged.connect(self._show_decisions)

    @property
    def done(self) -> bool:
        """Whether everything shows the comparison that lies open."""
        return self._turns.done and self._panes.ready

    def _fill(self) -> None:
        found = self._state.comparison
        if found is not None:
            self._turns.take(self._pieces(found))
        else:
            self._turns.drop()
            self._layout.place(comparing=False)

    def _show_decisions(self) -> None:
        """Tell every table, and leave what was dismissed out of the totals."""
        from reader.compare import counts  # comes with the comparison, after the first frame

        found, decisions = self._state.comparison, self._state.decisions
        if found is None:
            return
        pictures = self._layout.findings.pictures
        tables: list[FindingsPanel | LedgerPanel | PicturesPanel]
        tables = [*self._layout.findings.panels.values(), self._ledger, *([pictures] if pictures is not None else [])]
        for table in tables:
            if table.comparison is found:  # else it is still to be filled, place by place
                table.show_decisions(decisions)
        changed = sum(one.is_changed for one in decisions.values())
        self._layout.findings.sum_up(found, counts.dismissed(decisions), changed)

    def finish(self) -> None:
        """Fill now what is still to be filled: a person goes there."""
        self._turns.finish()

    def _pieces(self, found: "Comparison") -> Iterator[Piece]:
        yield partial(self._layout.place, comparing=len(found.articles) > 1)
        yield partial(self._ledger.show_comparison, found)
        yield partial(self._layout.findings.sum_up, found)
        yield partial(self._layout.show_totals, found)
        yield from self._layout.findings.filling(found)
        if self._state.decisions:  # looked up while this was being filled
            yield self._show_decisions
        for keeper in self._keepers:
            yield keeper.look
