"""What was found of a PDF that was verified: its articles, its pages, its signature."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

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
from reader.ui.widgets.controls import read_only_table
from reader.ui.widgets.plain_text import PlainLabel, set_tip, tip

SIGNS = ("= ", "≠ ", "? ")
"""What a line begins with: as it was, changed, not to be told."""


class VerificationDialog(QDialog):
    """A line for each article, then for the pages and the signature; what does not hold is named first."""

    def __init__(self, path: Path, told: Mapping[str, Any], parent: QWidget | None = None) -> None:
        """`told` is what `parallax verify --format json` prints of the file."""
        super().__init__(parent)
        self.setWindowTitle(_("Verify a PDF"))
        self._path, self._lines = path, tuple(_lines(told))
        self.heading = PlainLabel(_verdict(told))
        face = self.heading.font()
        face.setBold(True)
        self.heading.setFont(face)
        self.heading.setWordWrap(True)
        name = PlainLabel(str(path))
        name.setWordWrap(True)
        self.table = self._table()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy = buttons.addButton(_("&Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        set_tip(self.copy, _("Copy what was found"))
        self.copy.clicked.connect(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for widget in (self.heading, name, self.table, buttons):
            column.addWidget(widget)
        self.resize(760, 420)

    def _table(self) -> QTableWidget:
        table = read_only_table(len(self._lines), [_("Result"), _("What was found")], _("What was found"), self)
        results = {"= ": _("As it was"), "≠ ": _("Changed"), "? ": _("Not known")}
        for at, line in enumerate(self._lines):
            sign = next((one for one in SIGNS if line.startswith(one)), "")
            for column, words in enumerate((results.get(sign, ""), line.removeprefix(sign))):
                item = QTableWidgetItem(words)
                item.setToolTip(tip(words))
                table.setItem(at, column, item)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setCurrentCell(-1, -1)
        return table

    def _copy(self) -> None:
        """All of it to the clipboard, as the command line prints it."""
        lines = (self.heading.text(), str(self._path), *self._lines)
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")


def _verdict(told: Mapping[str, Any]) -> str:
    """The one thing to know."""
    if not told["holds"]:
        return _("Not all of this PDF is what it was, or could be looked at.")
    if not told["signatures"]["count"]:
        return _("Articles and pages are what they were. Nobody signed it.")
    return _("Articles, pages and signature are what they were.")


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    """What does not hold first, else in the order in which it was looked at."""
    every = [*((one["holds"], one["words"]) for one in told["articles"])]
    for part in ("pages", "signatures"):
        every += [(told[part]["holds"], words) for words in told[part]["words"]]
    yield from (words for holds, words in every if holds is not True)
    yield from (words for holds, words in every if holds is True)
