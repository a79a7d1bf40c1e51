"""The tags of the chosen articles: given and taken for all at once, new ones by typing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader import locales
from reader.i18n import _, ngettext
from reader.ui.widgets.controls import CheckboxDelegate
from reader.ui.widgets.plain_text import PlainLabel

WAS = Qt.ItemDataRole.UserRole


class TagDialog(QDialog):
    """A box for each tag: ticked where all articles have it, half where some have."""

    def __init__(
        self,
        known: Sequence[str],
        counts: Mapping[str, int],
        total: int,
        done: Callable[[Mapping[str, bool]], None],
        parent: QWidget | None = None,
    ) -> None:
        """`counts`: how many of the `total` articles have a tag; `done` hears of tags to give and to take."""
        super().__init__(parent)
        self.setWindowTitle(_("Tags"))
        self._done = done
        self.field, self.list = QLineEdit(self), QListWidget(self)
        self.field.setPlaceholderText(_("New or known tag"))
        self.field.setAccessibleName(_("Tag to add"))
        self.field.setMaxLength(60)
        self.field.setCompleter(_completer(known, self))
        self.list.setSpacing(3)
        self.list.setItemDelegate(CheckboxDelegate(self.list))
        self.list.setAccessibleName(_("Tags of the chosen articles"))
        self.add = QPushButton(_("&Add"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.field.returnPressed.connect(self._add)
        self.field.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.setEnabled(False)
        for tag in sorted(dict.fromkeys((*counts, *known)), key=lambda tag: (tag not in counts, tag.casefold())):
            self._put(tag, _state(counts.get(tag, 0), total))
        self._arrange(total)

    def changes(self) -> dict[str, bool]:
        """The tags that are to be given (True) and taken (False)."""
        found = {}
        for at in range(self.list.count()):
            item = self.list.item(at)
            if item.checkState() != Qt.CheckState(item.data(WAS)):
                found[item.text()] = item.checkState() == Qt.CheckState.Checked
        return found

    def accept(self) -> None:
        """Keep what was ticked."""
        if self.field.text().strip():
            self._add()
        super().accept()
        self._done(self.changes())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return in the field adds the tag, and does not close the dialog."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            return
        super().keyPressEvent(event)

    def _add(self) -> None:
        """Tick the tag that was typed; it is put first where it is new."""
        tag = " ".join(self.field.text().split())
        if not tag:
            return
        same = [item for item in self.items() if item.text().casefold() == tag.casefold()]
        item = same[0] if same else self._put(tag, Qt.CheckState.Unchecked, first=True)
        item.setCheckState(Qt.CheckState.Checked)
        self.list.setCurrentItem(item)
        self.field.clear()

    def items(self) -> list[QListWidgetItem]:
        return [self.list.item(at) for at in range(self.list.count())]

    def _put(self, tag: str, state: Qt.CheckState, *, first: bool = False) -> QListWidgetItem:
        item = QListWidgetItem(tag)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags)
        item.setCheckState(state)
        item.setData(WAS, state)
        self.list.insertItem(0 if first else self.list.count(), item)
        return item

    def _arrange(self, total: int) -> None:
        words = ngettext("Tags of {n} article", "Tags of {n} articles", total).format(n=locales.count(total))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(PlainLabel(words, self))
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.resize(340, 380)


def _completer(known: Sequence[str], parent: QWidget) -> QCompleter:
    completer = QCompleter(list(known), parent)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return completer


def _state(count: int, total: int) -> Qt.CheckState:
    if not count:
        return Qt.CheckState.Unchecked
    return Qt.CheckState.Checked if count == total else Qt.CheckState.PartiallyChecked
