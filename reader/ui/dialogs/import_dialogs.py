"""The dialogs around an import: the address of a page, what would be imported, and what became of each file."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader import locales
from reader.i18n import _, ngettext
from reader.text.addresses import host_of, is_address
from reader.ui.widgets.controls import read_only_table
from reader.ui.widgets.message_bar import MessageKind
from reader.ui.widgets.plain_text import PlainLabel, tip
from reader.wording import readings

if TYPE_CHECKING:
    from reader.importing import Contents
    from reader.workspace import ImportEntry, ImportReport


def import_summary(report: "ImportReport") -> tuple[MessageKind, str]:
    """An import in one sentence, and how grave it is."""
    from reader.workspace import Status

    added, known, failed = (report.count(s) for s in (Status.ADDED, Status.KNOWN, Status.FAILED))
    parts = []
    if added:
        parts.append(ngettext("{n} article added", "{n} articles added", added).format(n=added))
    if known:
        parts.append(ngettext("{n} already here", "{n} already here", known).format(n=known))
    doubtful = sum(bool(entry.article_id and entry.message) for entry in report.entries)
    if doubtful:
        parts.append(ngettext("{n} with a notice", "{n} with notices", doubtful).format(n=doubtful))
    if failed:
        parts.append(ngettext("{n} could not be read", "{n} could not be read", failed).format(n=failed))
    if not parts:
        return MessageKind.WARNING, _("There is no file here that can be read as an article.")
    sentence = ", ".join(parts)
    grave = (
        (MessageKind.WARNING if added or known else MessageKind.ERROR)
        if failed
        else MessageKind.WARNING
        if doubtful
        else MessageKind.SUCCESS
    )
    return grave, sentence[0].upper() + sentence[1:] + "."


class AddressDialog(QDialog):
    """One address; `done` hears of it when the person says so."""

    def __init__(self, address: str, done: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import from an address"))
        self._done = done
        label = PlainLabel(_("&Address of the article:"), self)
        self.field = QLineEdit(address, self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(_("Address of the article"))
        self.field.selectAll()
        label.setBuddy(self.field)
        self.note = PlainLabel(self)
        self.note.setWordWrap(True)
        self.note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        self.fetch = buttons.button(kinds.Ok)
        self.fetch.setText(_("&Fetch"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._changed)
        self.accepted.connect(lambda: self._done(self.field.text().strip()))
        self._arrange(label, buttons)
        self._changed()

    def _arrange(self, label: PlainLabel, buttons: QDialogButtonBox) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for widget in (label, self.field, self.note):
            column.addWidget(widget)
        column.addStretch(1)
        column.addSpacing(4)
        column.addWidget(buttons)
        self.note.setMinimumHeight(self.note.fontMetrics().lineSpacing() * 3)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setMinimumWidth(520)

    def _changed(self) -> None:
        """Only an address can be fetched; the note names the server that would hear of it."""
        address = self.field.text()
        host = host_of(address) if is_address(address) else ""
        self.fetch.setEnabled(bool(host))
        self.note.setText(_note(host))
        self.field.setAccessibleDescription(self.note.text())


def _note(host: str) -> str:
    whom = _("{host} will be asked for this one page, and for what it lets programs read (robots.txt).").format(
        host=host or _("The server")
    )
    rest = _(
        "Pictures, scripts and trackers of the page are not loaded, and no other server is asked,"
        " unless the page has moved there."
    )
    return f"{whom} {rest}"


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
        table = read_only_table(
            len(self._files),
            [_("File"), _("Result"), _("Articles"), _("What to know")],
            _("Files and what is read of them"),
            self,
        )
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


class ReportDialog(QDialog):
    """A line for each file; those that failed come first, then those with a notice."""

    def __init__(self, report: "ImportReport", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import report"))
        _kind, words = import_summary(report)
        heading = PlainLabel(words)
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
        """The whole report to the clipboard, a line for each file, parted by tabs, with whole paths and headlines."""
        lines = [
            "\t".join((" ".join(entry.path.split()), *_cells(entry)[1:], " ".join(entry.headline.split())))
            for entry in self._entries
        ]
        QGuiApplication.clipboard().setText("\n".join(lines) + "\n")

    def _table(self, report: "ImportReport") -> QTableWidget:
        entries = sorted(report.entries, key=lambda e: (e.status != "failed", not e.message))
        table = read_only_table(
            len(entries), [_("File"), _("Result"), _("Why")], _("Files and what became of them"), self
        )
        named = _named(entries)
        for at, entry in enumerate(entries):
            for column, words in enumerate(_cells(entry, named(entry))):
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


def _named(entries: "Sequence[ImportEntry]") -> "Callable[[ImportEntry], str]":
    """Gives the headline of an entry in brackets where several articles came from its file; else the empty string."""
    several = Counter(entry.path for entry in entries)

    def named(entry: "ImportEntry") -> str:
        return f"({' '.join(entry.headline.split())})" if several[entry.path] > 1 and entry.headline else ""

    return named


def _cells(entry: "ImportEntry", named: str = "") -> tuple[str, str, str]:
    results = {"added": _("Added"), "known": _("Already here"), "failed": _("Failed")}
    name = Path(entry.path).name or entry.path
    result = (
        _("{result}, partly").format(result=results[entry.status.value])
        if entry.partly
        else results[entry.status.value]
    )
    return " ".join(filter(None, (*name.split(), named))), result, " ".join(entry.message.split())
