"""What became of each file of an import."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _
from reader.ui.library.import_summary import summary
from reader.ui.widgets.plain_text import Label, tip

if TYPE_CHECKING:
    from reader.workspace import ImportEntry, ImportReport


class ReportDialog(QDialog):
    """A line for each file; those that failed come first, then those with a notice."""

    def __init__(self, report: "ImportReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import report"))
        _kind, words = summary(report)
        heading = Label(words)
        self.table = self._table(report)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self._entries = report.entries
        self.copy = buttons.addButton(_("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.setToolTip(_("Copy the report as a table"))
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for widget in (heading, self.table, buttons):
            column.addWidget(widget)
        self.resize(720, 400)

    def _copy(self) -> None:
        """The whole report to the clipboard, a line for each file, parted by tabs, with whole paths."""
        lines = ["\t".join((" ".join(entry.path.split()), *_cells(entry)[1:])) for entry in self._entries]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def _table(self, report: "ImportReport") -> QTableWidget:
        entries = sorted(report.entries, key=lambda e: (e.status != "failed", not e.message))
        table = QTableWidget(len(entries), 3, self)
        table.setHorizontalHeaderLabels([_("File"), _("Result"), _("Why")])
        table.setAccessibleName(_("Files and what became of them"))
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        for at, entry in enumerate(entries):
            for column, words in enumerate(_cells(entry)):
                item = QTableWidgetItem(words)
                item.setToolTip(tip(entry.path if column == 0 else words))
                table.setItem(at, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 200)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setCurrentCell(-1, -1)
        return table


def _cells(entry: "ImportEntry") -> tuple[str, str, str]:
    results = {"added": _("Added"), "known": _("Already here"), "failed": _("Failed")}
    name = Path(entry.path).name or entry.path
    result = (
        _("{result}, partly").format(result=results[entry.status.value])
        if entry.partly
        else results[entry.status.value]
    )
    return " ".join(name.split()), result, " ".join(entry.message.split())
