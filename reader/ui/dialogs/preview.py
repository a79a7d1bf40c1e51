"""What would be imported of some files: how much of each is read, what is missing, and the articles themselves."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader import locales
from reader.i18n import _, ngettext
from reader.wording import readings

if TYPE_CHECKING:
    from reader.importing import Contents

_LENGTH = 200_000
"""Characters of a file that are shown: enough to judge by, and no pause."""


class PreviewDialog(QDialog):
    """A line for each file above, what was read of the chosen one below; the library is asked nothing."""

    def __init__(
        self,
        files: "Sequence[tuple[Path, Contents]]",
        take: Callable[[Sequence[Path]], None],
        parent: QWidget | None = None,
    ) -> None:
        """`take` hears of the files with an article in them, once the person says so."""
        super().__init__(parent)
        self.setWindowTitle(_("Preview of an import"))
        self._files, self._take = list(files), take
        self.table, self.text = self._table(), QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("What is read of the file"))
        count = sum(len(inside.articles) for _path, inside in self._files)
        heading = QLabel(ngettext("{n} article would be imported.", "{n} articles would be imported.", count))
        heading.setText(heading.text().format(n=locales.count(count)))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.button = buttons.addButton(_("&Import"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.button.setEnabled(count > 0)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(split, 1)
        column.addWidget(buttons)
        self.table.currentCellChanged.connect(lambda row, *_rest: self._show(row))
        self.table.setCurrentCell(0, 0)
        self.resize(760, 620)

    def accept(self) -> None:
        """Import the files that have an article."""
        super().accept()
        self._take([path for path, inside in self._files if inside.articles])

    def _show(self, row: int) -> None:
        """What was read of the file in a row."""
        if 0 <= row < len(self._files):
            text = "\n".join(readings.lines(*self._files[row]))
            self.text.setPlainText(text if len(text) <= _LENGTH else f"{text[:_LENGTH]}…")

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self._files), 4, self)
        table.setHorizontalHeaderLabels([_("File"), _("Result"), _("Articles"), _("What to know")])
        table.setAccessibleName(_("Files and what is read of them"))
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        for at, (path, inside) in enumerate(self._files):
            said = " ".join(readings.told(inside))
            cells = (path.name, readings.status(inside), locales.count(len(inside.articles)), said)
            for column, words in enumerate(cells):
                item = QTableWidgetItem(" ".join(words.split()))
                item.setToolTip(str(path) if column == 0 else words)
                table.setItem(at, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.setColumnWidth(0, 220)
        return table
