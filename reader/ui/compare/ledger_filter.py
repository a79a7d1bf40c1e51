"""Which rows of the ledger are shown, and in which order."""

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel

from reader.compare.comparison import Verdict
from reader.ui.compare.ledger_model import ORDER, LedgerModel

EVERY = frozenset(Verdict)


class LedgerFilter(QSortFilterProxyModel):
    """Rows of some verdicts; or those that were dismissed, which count as nothing else."""

    def __init__(self, model: LedgerModel, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: frozenset[Verdict] = EVERY
        self._model = model
        self.setSourceModel(model)
        self.setSortRole(ORDER)

    def show_only(self, wanted: frozenset[Verdict]) -> None:
        """Hide the rows of other verdicts; with none wanted, all that was not dismissed."""
        if wanted != self._wanted:
            self.beginFilterChange()
            self._wanted = wanted
            self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        """Whether a row is shown."""
        verdict, dismissed = self._model.stands(row)
        if dismissed and self._wanted != EVERY:
            return not self._wanted
        return verdict in self._wanted
