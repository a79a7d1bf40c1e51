"""What a reader can do about a row of the ledger: confirm, dismiss with a reason, note something, take it back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from reader.i18n import _
from reader.ui.compare.decided import CONFIRMED, DISMISSED, NOTED

if TYPE_CHECKING:
    from reader.library import Decision

REASONS = (
    _("different things are counted"),
    _("different times or places"),
    _("the articles do not contradict one another"),
    _("a number was misread"),
)
"""What is offered as a reason; any other can be written."""


class Acts(QObject):
    """The actions on the row that is chosen, and the questions they ask."""

    decided = Signal(int, str, str, str)
    """Row of the comparison's ledger, kind, reason, note."""
    undecided = Signal(int)

    def __init__(self, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._row = -1
        self._held: Decision | None = None
        self.confirm = self._action(_("&Confirm"), self._confirm)
        self.dismiss = self._action(_("&Dismiss…"), self._ask_reason, QKeySequence(Qt.Key.Key_Delete))
        self.note = self._action(_("&Note…"), self._ask_note)
        self.take_back = self._action(_("&Take Back"), lambda: self.undecided.emit(self._row))
        self.menu = QMenu(table)
        self.menu.addActions([self.confirm, self.dismiss, self.note])
        self.menu.addSeparator()
        self.menu.addAction(self.take_back)
        self.choose(-1, None)

    def _action(self, text: str, call: object, keys: QKeySequence | None = None) -> QAction:
        made = QAction(text, self._table)
        made.triggered.connect(call)
        if keys is not None:
            made.setShortcut(keys)
            made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._table.addAction(made)
        return made

    def choose(self, row: int, held: "Decision | None") -> None:
        """Act on this row, on which that was decided; -1 for none."""
        self._row, self._held = row, held
        for action in (self.confirm, self.dismiss, self.note):
            action.setEnabled(row >= 0)
        self.confirm.setEnabled(row >= 0 and (held is None or held.kind != CONFIRMED))
        self.take_back.setEnabled(held is not None)

    def _confirm(self) -> None:
        self.decided.emit(self._row, CONFIRMED, "", self._held.note if self._held is not None else "")

    def _ask_reason(self) -> None:
        row, note = self._row, self._held.note if self._held is not None else ""
        dialog = self._dialog(_("Dismiss"), _("Why these figures are no conflict:"))
        dialog.setComboBoxItems(list(REASONS))
        dialog.setComboBoxEditable(True)
        dialog.textValueSelected.connect(lambda reason: self.decided.emit(row, DISMISSED, reason.strip(), note))
        dialog.open()

    def _ask_note(self) -> None:
        row, held = self._row, self._held
        dialog = self._dialog(_("Note"), _("Note on these figures:"))
        dialog.setTextValue(held.note if held is not None else "")
        kind, reason = (held.kind.value, held.reason) if held is not None else (NOTED, "")
        dialog.textValueSelected.connect(lambda note: self._noted(row, kind, reason, note.strip()))
        dialog.open()

    def _noted(self, row: int, kind: str, reason: str, note: str) -> None:
        """A note that is emptied is taken back with what it stood on, where nothing else was decided."""
        if note or kind != NOTED:
            self.decided.emit(row, kind, reason, note)
        else:
            self.undecided.emit(row)

    def _dialog(self, title: str, words: str) -> QInputDialog:
        dialog = QInputDialog(self._table.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(title)
        dialog.setLabelText(words)
        dialog.setMinimumWidth(420)
        return dialog
