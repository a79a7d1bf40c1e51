"""Asks under which name a comparison is to be saved, and for a note on it."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from reader.i18n import _
from reader.ui.widgets.plain_text import Label

WIDTH, NOTE_HEIGHT = 460, 110


class SaveDialog(QDialog):
    """Name and note; says before it is done that a name is taken."""

    def __init__(
        self,
        name: str,
        note: str,
        taken: Collection[str],
        save: Callable[[str, str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Save comparison"))
        self._taken, self._save = taken, save
        self.name, self.note = QLineEdit(name), QPlainTextEdit(note)
        self.name.setMaxLength(200)
        self.name.setAccessibleName(_("Name"))
        self.name.selectAll()
        self.note.setAccessibleName(_("Note"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.hint = Label()
        self.hint.setObjectName("quiet")
        self.hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = buttons.addButton(_("&Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.setContentsMargins(18, 18, 18, 14)
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(10)
        form.addRow(_("&Name"), self.name)
        form.addRow(_("N&ote"), self.note)
        form.addRow("", self.hint)
        form.addRow(buttons)
        self.name.textChanged.connect(self._look)
        self.setMinimumWidth(WIDTH)
        self._look()

    def _look(self) -> None:
        written = " ".join(self.name.text().split())
        self.save.setEnabled(bool(written))
        if written.casefold() in self._taken:
            self.hint.setText(_("Replaces the one that is saved under this name."))
        else:
            self.hint.setText(_("Its articles, their order and the settings are kept."))

    def _accept(self) -> None:
        self.accept()
        self._save(" ".join(self.name.text().split()), self.note.toPlainText().strip())
