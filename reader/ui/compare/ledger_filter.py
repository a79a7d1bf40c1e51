"""Which rows of the ledger are shown, and in which order."""

from PySide6.QtCore import QModelIndex, QObject, QSortFilterProxyModel

from reader.compare.comparison import Verdict
from reader.ui.compare.ledger_model import ORDER, LedgerModel


class LedgerFilter(QSortFilterProxyModel):
    """Rows at least as bad as a verdict; or those that were dismissed, which count as nothing else."""

    def __init__(self, model: LedgerModel, parent: QObject) -> None:
        super().__init__(parent)
        self._least: Verdict | None = Verdict.AGREE
        self._model = model
        self.setSourceModel(model)
        self.setSortRole(ORDER)

    def set_least(self, least: Verdict | None) -> None:
        """Hide what is milder; with None, all that was not dismissed."""
        if least is not self._least:
            self.beginFilterChange()
            self._least = least
            self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        """Whether a row is shown."""
        verdict, dismissed = self._model.stands(row)
        if self._least is None or (dismissed and self._least is not Verdict.AGREE):
            return dismissed and self._least is None
        return verdict.severity >= self._least.severity
