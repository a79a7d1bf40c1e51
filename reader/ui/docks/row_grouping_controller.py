"""Keeps in the library how a reader splits and joins rows of figures, and has the articles compared anew then."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.compare.comparison import Comparison, Excerpt, LedgerRow
from reader.ui.compare.ledger import LedgerPanel
from reader.ui.services.task_runner import NO_KEY
from reader.ui.services.workspace_service import WorkspaceService
from reader.ui.state.comparison_state import ComparisonState

if TYPE_CHECKING:
    from reader.compare.figures.rows.regroup import Group
    from reader.workspace import Workspace

LOOK = "groupings"
"""The job that looks how rows are grouped; the newest wins."""


class RowGroupingController(QObject):
    """Stands between the table of figures and the workspace; undo is the library's own."""

    def __init__(
        self, service: WorkspaceService, state: ComparisonState, ledger: LedgerPanel, renew: Callable[[], None]
    ) -> None:
        """`renew` compares the articles that lie open anew."""
        super().__init__(ledger)
        self._service, self._state, self._ledger, self._renew = service, state, ledger, renew
        ledger.rows.split.connect(self._split)
        ledger.rows.joined.connect(self._join)
        ledger.rows.restored.connect(self._restore)
        service.libraryChanged.connect(self.look)

    def look(self) -> None:
        """Look how rows are grouped: undo, another window, or what was just done here may have changed it."""
        ids = self._state.ids
        if len(ids) > 1:
            self._service.run(LOOK, lambda ws, _progress: (ids, ws.groups(ids)), self._compare)

    def _compare(self, found: "tuple[tuple[str, ...], frozenset[Group]]") -> None:
        ids, groups = found
        comparison = self._state.comparison
        if comparison is not None and ids == self._state.ids and groups != comparison.regrouped:
            self._renew()

    def _split(self, comparison: Comparison, row: LedgerRow, excerpts: frozenset[Excerpt], name: str) -> None:
        self._ledger.seek(excerpts)
        self._change(lambda ws: ws.split_row(_ids(comparison), row, excerpts, name))

    def _join(self, comparison: Comparison, rows: tuple[LedgerRow, ...], name: str) -> None:
        self._ledger.seek(frozenset(mention.excerpt for row in rows for mention in row.mentions))
        self._change(lambda ws: ws.join_rows(_ids(comparison), rows, name))

    def _restore(self, comparison: Comparison, row: LedgerRow) -> None:
        self._change(lambda ws: ws.row_as_found(_ids(comparison), row))

    def _change(self, operation: "Callable[[Workspace], None]") -> None:
        self._service.run(NO_KEY, lambda ws, _progress: operation(ws), lambda _done: self._changed())

    def _changed(self) -> None:
        self._renew()
        self._service.libraryChanged.emit()


def _ids(comparison: Comparison) -> tuple[str, ...]:
    return tuple(article.id for article in comparison.articles)
