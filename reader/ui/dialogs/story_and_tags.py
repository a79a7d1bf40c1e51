"""Under which tags articles stand, and in which story: found by typing, or made under the name that was typed."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
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
from reader.library.labels import LONGEST_TAG
from reader.text.folding import folded
from reader.ui.widgets.controls import CheckboxDelegate
from reader.ui.widgets.plain_text import PlainLabel

WAS = Qt.ItemDataRole.UserRole
SHOWN = Qt.ItemDataRole.UserRole + 1
"""What a tag was called before somebody typed over it."""
KNOWN = Qt.ItemDataRole.UserRole + 2
"""Whether the library has a tag of this name."""
_STATES = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)


class TagDialog(QDialog):
    """A box for each tag: ticked where all articles have it, half where some have; and each may be named anew."""

    def __init__(
        self,
        known: Sequence[str],
        counts: Mapping[str, int],
        total: int,
        done: Callable[[Sequence[tuple[str, str]], Mapping[str, bool]], None],
        parent: QWidget | None = None,
    ) -> None:
        """`counts`: how many of the `total` articles have a tag; `done` hears of new names for tags, in the order in
        which they were given, each beside the name before, and of tags to give and to take.
        """
        super().__init__(parent)
        self.setWindowTitle(_("Tags"))
        self._done = done
        self.renamed: list[tuple[str, str]] = []
        self.field, self.list = QLineEdit(self), QListWidget(self)
        self.field.setPlaceholderText(_("New or known tag"))
        self.field.setAccessibleName(_("Tag to add"))
        self.field.setMaxLength(LONGEST_TAG)
        self.field.setCompleter(_completer(known, self))
        self.list.setSpacing(3)
        self.list.setItemDelegate(CheckboxDelegate(self.list))
        self.list.setAccessibleName(_("Tags of the chosen articles"))
        self.list.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)
        self.add = QPushButton(_("&Add"), self)
        self.add.setAutoDefault(False)
        self.add.clicked.connect(self._add)
        self.field.returnPressed.connect(self._add)
        self.field.textChanged.connect(lambda text: self.add.setEnabled(bool(text.strip())))
        self.add.setEnabled(False)
        self.rename = QPushButton(_("&Rename"), self)
        self.rename.setAutoDefault(False)
        self.rename.setToolTip(_("Give the tag another name, on every article that has it"))
        self.rename.clicked.connect(lambda: self.list.editItem(self.list.currentItem()))
        self.rename.setEnabled(False)
        self.list.currentRowChanged.connect(lambda row: self.rename.setEnabled(row >= 0))
        for tag in sorted(dict.fromkeys((*counts, *known)), key=lambda tag: (tag not in counts, tag.casefold())):
            self._put(tag, _state(counts.get(tag, 0), total)).setData(KNOWN, True)
        self.list.itemChanged.connect(self._named)
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
        """Keep what was ticked and what was named anew."""
        if self.field.text().strip():
            self._add()
        super().accept()
        self._done(self.renamed, self.changes())

    def showEvent(self, event: QShowEvent) -> None:
        """The theme has said by now how high a field is."""
        super().showEvent(event)
        for item in self.items():
            item.setSizeHint(self._row_size())

    def _row_size(self) -> QSize:
        """As high as the field in which another name is typed."""
        return QSize(0, self.field.sizeHint().height())

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

    def _named(self, item: QListWidgetItem) -> None:
        """Take a name that was typed over a tag's; one that another tag has makes one tag of both."""
        before, name = item.data(SHOWN), " ".join(item.text().split())[:LONGEST_TAG].strip()
        if item.text() == before:
            return
        others = [other for other in self.items() if other is not item and other.text().casefold() == name.casefold()]
        name = others[0].text() if others else name or before
        if item.data(KNOWN) and name != before:
            self.renamed.append((before, name))
        with QSignalBlocker(self.list):
            if others:
                self._join(item, others[0])
            else:
                item.setText(name)
                item.setData(SHOWN, name)

    def _join(self, item: QListWidgetItem, into: QListWidgetItem) -> None:
        for role in (WAS, Qt.ItemDataRole.CheckStateRole):
            states = [Qt.CheckState(one.data(role)) for one in (item, into)]
            into.setData(role, max(states, key=_STATES.index))
        into.setData(KNOWN, bool(item.data(KNOWN) or into.data(KNOWN)))
        self.list.takeItem(self.list.row(item))
        self.list.setCurrentItem(into)

    def _put(self, tag: str, state: Qt.CheckState, *, first: bool = False) -> QListWidgetItem:
        item = QListWidgetItem(tag)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        item.setFlags(flags | Qt.ItemFlag.ItemIsEditable)
        item.setSizeHint(self._row_size())
        item.setData(SHOWN, tag)
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
        last = QHBoxLayout()
        last.addWidget(self.rename)
        last.addWidget(buttons, 1)
        column.addLayout(last)
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
