"""Articles of which outlet, date or headline is not known, in one list: filled in one by one, or several at once."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader import locales
from reader.errors import ReaderError
from reader.i18n import N_, _, ngettext
from reader.ui import theme
from reader.ui.dialogs.written_dates import kept, written
from reader.ui.widgets.plain_text import PlainLabel, tip

if TYPE_CHECKING:
    from reader.library import Row

Values = Mapping[str, Mapping[str, str]]
"""By article id the fields that are to hold something else."""

FIELDS = {"outlet": N_("Outlet"), "published": N_("Date"), "headline": N_("Headline")}
"""What is asked for, in the order of the columns, by the library's names."""
TOGETHER = ("outlet", "published")
"""What several articles may have in common."""
HINTS = {"outlet": N_("Outlet of the selected"), "published": N_("Date of the selected, as {day}")}
EXAMPLE = "2031-05-03"
FILE = len(FIELDS)


class _DetailDelegate(QStyledItemDelegate):
    """Shows a word in the place of what is missing, the cell itself stays empty; dates as people write them."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Quieter than what is known."""
        super().initStyleOption(option, index)
        if index.column() != FILE and not str(index.data() or "").strip():
            option.text = _("missing")
            option.font.setItalic(True)
            option.palette.setColor(QPalette.ColorRole.Text, theme.current()["muted"])
        elif index.column() != FILE:
            option.text = written(_field(index), str(index.data()))

    def setEditorData(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        """What the cell shows is what is written in."""
        if isinstance(editor, QLineEdit):
            editor.setText(written(_field(index), str(index.data() or "")))

    def setModelData(
        self, editor: QWidget, model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A date is kept as the library keeps it, one that was not changed with its zone."""
        if isinstance(editor, QLineEdit):
            model.setData(index, kept(_field(index), editor.text(), (str(index.data() or ""),)))


def _field(index: QModelIndex | QPersistentModelIndex) -> str:
    return list(FIELDS)[index.column()]


class MissingDetailsDialog(QDialog):
    """A row an article; what is missing is marked by a word, not by colour alone."""

    def __init__(
        self,
        rows: "Sequence[Row]",
        outlets: Sequence[str],
        done: Callable[[Values], None],
        parent: QWidget | None = None,
    ) -> None:
        """`outlets` are those known already, offered as one types; `done` hears of what was filled in."""
        super().__init__(parent)
        self.setWindowTitle(_("Fill in details"))
        self._rows, self._done = tuple(rows), done
        self.table = QTableWidget(len(self._rows), len(FIELDS) + 1, self)
        self.lines = {field: QLineEdit(self) for field in TOGETHER}
        self.set_button = QPushButton(self)
        self.problem = PlainLabel(self)
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self._make_table()
        self._make_lines(outlets)
        self._arrange()
        self._fill()
        self._select_alike()
        self._tell()

    # The list

    def _make_table(self) -> None:
        self.table.setHorizontalHeaderLabels([*(_(name) for name in FIELDS.values()), _("File")])
        self.table.setAccessibleName(_("Articles to fill in"))
        self.table.setAccessibleDescription(_("F2 changes a cell; what is set below goes to all selected rows."))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setItemDelegate(_DetailDelegate(self.table))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((170, 120, 300)):
            self.table.setColumnWidth(column, width)

    def _fill(self) -> None:
        for at, row in enumerate(self._rows):
            for column, field in enumerate(FIELDS):
                value = " ".join(str(getattr(row, field)).split())
                item = QTableWidgetItem(value)
                item.setToolTip(tip(written(field, value)))
                self.table.setItem(at, column, item)
            file = QTableWidgetItem(PurePath(row.path).name or row.url)
            file.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            file.setToolTip(tip(row.path or row.url))
            self.table.setItem(at, FILE, file)
        for at in range(len(self._rows)):
            self._name(at)
        self.table.itemChanged.connect(lambda item: self._name(item.row()))
        self.table.itemSelectionChanged.connect(self._tell)

    def _name(self, at: int) -> None:
        """Say of each cell of a row what it is, and that it is missing where it is."""
        self.table.blockSignals(True)
        name = self._called(at)
        for column, (field, word) in enumerate(FIELDS.items()):
            item = self.table.item(at, column)
            if item is not None:
                said = written(field, item.text()) or _("missing")
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{name}, {_(word)}: {said}")
        self.table.blockSignals(False)
        self.table.viewport().update()

    def _called(self, at: int) -> str:
        row = self._rows[at]
        return row.headline or PurePath(row.path).name or row.id

    def text(self, at: int, field: str) -> str:
        """What stands in a cell."""
        item = self.table.item(at, list(FIELDS).index(field))
        return " ".join(item.text().split()) if item is not None else ""

    # Several at once

    def _make_lines(self, outlets: Sequence[str]) -> None:
        for field, line in self.lines.items():
            hint = _(HINTS[field]).format(day=locales.day(EXAMPLE))
            line.setPlaceholderText(hint)
            line.setAccessibleName(hint)
            line.textChanged.connect(self._tell)
            line.returnPressed.connect(self.set_selected)
        completer = QCompleter(list(outlets), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.lines["outlet"].setCompleter(completer)
        self.set_button.setAutoDefault(False)
        self.set_button.clicked.connect(self.set_selected)

    def _select_alike(self) -> None:
        """What lacks an outlet is selected, else what lacks a date: it may well be the same for all."""
        lacking = ([at for at in range(len(self._rows)) if not self.text(at, field)] for field in TOGETHER)
        rows = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for at in next(filter(None, lacking), []):
            self.table.selectionModel().select(self.table.model().index(at, 0), rows)

    @property
    def selected(self) -> list[int]:
        """The rows that are selected."""
        return sorted(index.row() for index in self.table.selectionModel().selectedRows())

    def set_selected(self) -> None:
        """Put what was written into all selected rows."""
        for field, line in self.lines.items():
            value = kept(field, line.text())
            if not value or not self._is_fine(field, value, line):
                continue
            for at in self.selected:
                item = self.table.item(at, list(FIELDS).index(field))
                if item is not None:
                    item.setText(value)
            line.clear()
        self.table.setFocus()

    def _tell(self) -> None:
        count = len(self.selected)
        words = ngettext("&Set for {n} Article", "&Set for {n} Articles", count).format(n=count)
        self.set_button.setText(words)
        written = any(line.text().strip() for line in self.lines.values())
        self.set_button.setEnabled(bool(count) and written)

    # What becomes of it

    def changes(self) -> dict[str, dict[str, str]]:
        """What is another value than the library has, by article and field."""
        found: dict[str, dict[str, str]] = {}
        for at, row in enumerate(self._rows):
            for field in FIELDS:
                value = self.text(at, field)
                if value != " ".join(str(getattr(row, field)).split()):
                    found.setdefault(row.id, {})[field] = value
        return found

    def accept(self) -> None:
        """Keep what was filled in; where something cannot be kept, say why and stay."""
        if self.set_button.isEnabled():
            self.set_selected()
            if not self.problem.isHidden():
                return
        for at, row in enumerate(self._rows):
            for field, value in self.changes().get(row.id, {}).items():
                if not self._is_fine(field, value):
                    self.table.setCurrentCell(at, list(FIELDS).index(field))
                    self.table.setFocus()
                    return
        super().accept()
        if changes := self.changes():
            self._done(changes)

    def _is_fine(self, field: str, value: str, line: QLineEdit | None = None) -> bool:
        from reader.library.metadata import checked  # loaded with the workspace

        self.problem.hide()
        try:
            checked(field, value)
        except ReaderError as error:
            self.problem.setText(f"{error.message} {error.remedy}")
            self.problem.show()
            if line is not None:
                line.setFocus()
            return False
        return True

    def _arrange(self) -> None:
        count = len(self._rows)
        words = ngettext(
            "Outlet, date and headline of {n} article. Write into its row.",
            "Outlet, date and headline of {n} articles. Write into a row, or below into all selected rows at once.",
            count,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        for line in self.lines.values():
            row.addWidget(line, 1)
        row.addWidget(self.set_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(PlainLabel(words.format(n=count), self))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.resize(820, min(560, 220 + 30 * count))
