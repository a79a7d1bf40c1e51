"""Keeps in the library what a reader decides on the rows of the ledger, and shows there what was decided."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.compare import subjects
from reader.compare.comparison import Comparison
from reader.ui.compare.ledger import LedgerPanel
from reader.ui.desk import Desk
from reader.ui.jobs import EACH

if TYPE_CHECKING:
    from reader.library import Decision
    from reader.workspace import Workspace

LOOK = "decisions"
"""The job that looks what was decided; the newest wins."""


class Deciding(QObject):
    """Stands between the table of figures and the workspace; undo is the library's own."""

    def __init__(self, desk: Desk, panel: LedgerPanel) -> None:
        super().__init__(panel)
        self._desk, self._panel = desk, panel
        self._comparison: Comparison | None = None
        panel.acts.decided.connect(self._decide)
        panel.acts.undecided.connect(self._take_back)
        desk.libraryChanged.connect(self._look)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show what was decided on the figures of these articles."""
        self._comparison = comparison
        self._look()

    def _look(self) -> None:
        comparison = self._comparison
        if comparison is not None and comparison.ledger:
            self._desk.work(LOOK, lambda ws, _progress: _on_rows(ws, comparison), self._show)

    def _show(self, found: "tuple[Comparison, dict[int, Decision]]") -> None:
        comparison, decisions = found
        if comparison is self._comparison:
            self._panel.show_decisions(decisions)

    def _decide(self, row: int, kind: str, reason: str, note: str) -> None:
        comparison = self._comparison
        if comparison is not None:
            self._change(lambda ws: ws.decide(_ids(comparison), _subject(comparison, row), kind, reason, note))

    def _take_back(self, row: int) -> None:
        comparison = self._comparison
        if comparison is not None:
            self._change(lambda ws: ws.undecide(_ids(comparison), _subject(comparison, row)))

    def _change(self, operation: "Callable[[Workspace], object]") -> None:
        self._desk.work(EACH, lambda ws, _progress: operation(ws), lambda _result: self._desk.libraryChanged.emit())


def _ids(comparison: Comparison) -> tuple[str, ...]:
    return tuple(article.id for article in comparison.articles)


def _subject(comparison: Comparison, row: int) -> str:
    return subjects.of_row(comparison, comparison.ledger[row])


def _on_rows(workspace: "Workspace", comparison: Comparison) -> "tuple[Comparison, dict[int, Decision]]":
    """The comparison, and the decisions on rows of its ledger by their place in it."""
    held = workspace.decisions(_ids(comparison))
    rows = {row: _subject(comparison, row) for row in range(len(comparison.ledger))} if held else {}
    return comparison, {row: held[subject] for row, subject in rows.items() if subject in held}
