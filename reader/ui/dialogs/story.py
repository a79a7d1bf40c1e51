"""One story out of many: found by typing, or made under the name that was typed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _
from reader.text.folding import folded

MOST = 200
"""Stories that are listed; the others are found by typing."""
NEW = -1


class StoryDialog(QDialog):
    """A field and, below it, the stories whose names have its words; Return takes the one that is current."""

    def __init__(
        self,
        known: Sequence[tuple[int, str]],
        chosen: Callable[[int], None],
        named: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Move to story"))
        self._known = [(story, name, folded(name)) for story, name in known]
        self._chosen, self._named = chosen, named
        self.field, self.list = QLineEdit(self), QListWidget(self)
        self.field.setPlaceholderText(_("Name of a story, or of a new one"))
        self.field.setAccessibleName(_("Story"))
        self.field.installEventFilter(self)
        self.list.setSpacing(3)
        self.list.setAccessibleName(_("Stories"))
        self.field.textChanged.connect(self._fill)
        self.list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(_("Move"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        for widget in (self.field, self.list, buttons):
            column.addWidget(widget)
        self.resize(380, 380)
        self._fill("")

    def accept(self) -> None:
        """Take the current line."""
        if self.list.currentRow() < 0:
            return
        item = self.list.currentItem()
        super().accept()
        story = item.data(Qt.ItemDataRole.UserRole)
        if story == NEW:
            self._named(self.field.text().strip())
        else:
            self._chosen(story)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down in the field move through the list."""
        keys = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)

    def _fill(self, typed: str) -> None:
        words = folded(typed).split()
        found = [(story, name) for story, name, plain in self._known if all(word in plain for word in words)]
        self.list.clear()
        for story, name in found[:MOST]:
            self._put(story, name)
        if typed.strip() and not any(plain == folded(typed.strip()) for _story, _name, plain in self._known):
            self._put(NEW, _("New story “{name}”").format(name=typed.strip()))
        self.list.setCurrentRow(0)
        self._ok.setEnabled(self.list.count() > 0)

    def _put(self, story: int, name: str) -> None:
        item = QListWidgetItem(name)
        item.setData(Qt.ItemDataRole.UserRole, story)
        self.list.addItem(item)
