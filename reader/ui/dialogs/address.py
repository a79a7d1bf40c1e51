"""Asks for the address of a page, and says who will be asked for it before anybody is."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from reader.i18n import _
from reader.text.addresses import host_of, is_address
from reader.ui.widgets.plain_text import Label


class AddressDialog(QDialog):
    """One address; `done` hears of it when the person says so."""

    def __init__(self, address: str, done: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import from an address"))
        self._done = done
        label = Label(_("&Address of the article:"), self)
        self.field = QLineEdit(address, self)
        self.field.setPlaceholderText("https://")
        self.field.setAccessibleName(_("Address of the article"))
        self.field.selectAll()
        label.setBuddy(self.field)
        self.note = Label(self)
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

    def _arrange(self, label: Label, buttons: QDialogButtonBox) -> None:
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
