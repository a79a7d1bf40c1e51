"""The saved comparisons: open one, rename it in its place, write on its note, delete it and bring it back."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QStackedLayout,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _, ngettext
from reader.locales import day
from reader.ui.state.saved_comparisons import ListedComparison, called
from reader.ui.widgets.empty_state import EmptyState
from reader.ui.widgets.plain_text import PlainLabel, tip

WIDTH, ASKED_HEIGHT = 460, 110


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
        self.note.setFixedHeight(ASKED_HEIGHT)
        self.hint = PlainLabel()
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


SIZE = (800, 460)
NOTE_HEIGHT, ROW = 84, 28
SAVED = Qt.ItemDataRole.UserRole


class SavedDialog(QDialog):
    """A list, and the note on the one that is chosen; every change is told at once and can be undone."""

    openWanted = Signal(object)
    """A `ListedComparison`."""
    renamed = Signal(int, str)
    noted = Signal(int, str)
    removed = Signal(int)
    undoWanted = Signal()
    saveWanted = Signal()

    def __init__(self, saved: Sequence[ListedComparison], comparing: bool, parent: QWidget | None = None) -> None:
        """`comparing` says whether there is a comparison on screen that can be saved."""
        super().__init__(parent)
        self.setWindowTitle(_("Saved comparisons"))
        self._filling = False
        self.list, self.note = self._make_list(), QPlainTextEdit()
        self.note.setAccessibleName(_("Note on the chosen comparison"))
        self.note.setPlaceholderText(_("Note on the chosen comparison"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.installEventFilter(self)
        self.said = PlainLabel()
        self.undo = QPushButton(_("&Undo"))
        self.undo.setObjectName("small")
        self._lay_out(comparing)
        self.undo.clicked.connect(self._take_back)
        self.list.currentItemChanged.connect(self._chosen)
        self.list.itemActivated.connect(lambda _item: self._open())
        self.list.itemChanged.connect(self._edited)
        self._forget_removal()
        self.show_saved(saved)
        self.resize(*SIZE)

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels([_("Name"), _("Articles"), _("Last opened")])
        made.setRootIsDecorated(False)
        made.setAlternatingRowColors(True)
        made.setUniformRowHeights(True)
        made.setAccessibleName(_("Saved comparisons"))
        made.setEditTriggers(QTreeWidget.EditTrigger.EditKeyPressed)
        made.header().setStretchLastSection(False)
        made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        made.header().setSectionResizeMode(2, QHeaderView.ResizeMode.ResizeToContents)
        made.installEventFilter(self)
        return made

    def _lay_out(self, comparing: bool) -> None:
        self.empty = EmptyState()
        self.empty.offer(
            _("No comparison is saved"),
            _("A saved comparison keeps its articles, their order, the settings and a note."),
            _("Save the One on Screen…") if comparing else "",
            self._save,
        )
        full = QWidget()
        inside = QVBoxLayout(full)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.note)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(full)
        row = QHBoxLayout()
        row.addWidget(self.said)
        row.addWidget(self.undo)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addLayout(self._pages, 1)
        column.addLayout(row)
        column.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.open_button = box.addButton(_("&Open"), QDialogButtonBox.ButtonRole.ActionRole)
        self.rename_button = box.addButton(_("&Rename"), QDialogButtonBox.ButtonRole.ActionRole)
        self.delete_button = box.addButton(_("&Delete"), QDialogButtonBox.ButtonRole.ActionRole)
        self.open_button.setObjectName("primary")
        self.open_button.setDefault(True)
        for button, call in (
            (self.open_button, self._open),
            (self.rename_button, self._rename),
            (self.delete_button, self._remove),
        ):
            button.clicked.connect(call)
        box.rejected.connect(self.reject)
        return box

    # What is shown

    def show_saved(self, saved: Sequence[ListedComparison]) -> None:
        """List these; the one that was chosen stays so."""
        chosen = self.chosen
        number = chosen.value.id if chosen is not None else -1
        self._filling = True
        self.list.clear()
        for one in saved:
            item = QTreeWidgetItem([one.value.name, _articles(one), day(one.value.opened)])
            item.setData(0, SAVED, one)
            item.setSizeHint(0, QSize(0, ROW))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            item.setToolTip(0, tip(one.value.note))
            item.setToolTip(1, tip("\n".join(one.names)))
            self.list.addTopLevelItem(item)
            if one.value.id == number:
                self.list.setCurrentItem(item)
        first = self.list.topLevelItem(0)
        if self.list.currentItem() is None and first is not None:
            self.list.setCurrentItem(first)
        self._filling = False
        self._pages.setCurrentIndex(1 if saved else 0)
        self._chosen()

    @property
    def chosen(self) -> ListedComparison | None:
        """The one that is chosen."""
        item = self.list.currentItem()
        return item.data(0, SAVED) if item is not None else None

    def _chosen(self, _now: object = None, before: QTreeWidgetItem | None = None) -> None:
        if self._filling:
            return
        if before is not None:
            self._keep_note(before.data(0, SAVED))
        one = self.chosen
        for widget in (self.rename_button, self.delete_button, self.note):
            widget.setEnabled(one is not None)
        self.open_button.setEnabled(one is not None and one.gone == 0)
        if not self.note.hasFocus():
            self.note.setPlainText(one.value.note if one is not None else "")

    # What a person does

    def _open(self) -> None:
        one = self.chosen
        if one is not None and one.gone == 0:
            self.accept()
            self.openWanted.emit(one)

    def _save(self) -> None:
        self.accept()
        self.saveWanted.emit()

    def _rename(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.editItem(item, 0)

    def _edited(self, item: QTreeWidgetItem, column: int) -> None:
        one = item.data(0, SAVED)
        if self._filling or column != 0 or one is None or item.text(0) == one.value.name:
            return
        written = " ".join(item.text(0).split())
        self._filling = True
        item.setText(0, written or one.value.name)
        self._filling = False
        if written and written != one.value.name:
            self.renamed.emit(one.value.id, written)

    def _remove(self) -> None:
        one = self.chosen
        if one is not None:
            self.said.setText(_("“{name}” deleted.").format(name=one.value.name))
            self.said.show()
            self.undo.show()
            self.removed.emit(one.value.id)

    def _take_back(self) -> None:
        self._forget_removal()
        self.undoWanted.emit()

    def _forget_removal(self) -> None:
        self.said.hide()
        self.undo.hide()

    def _keep_note(self, one: ListedComparison | None) -> None:
        written = self.note.toPlainText().strip()
        if one is not None and written != one.value.note:
            self.noted.emit(one.value.id, written)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the note keeps it; Delete in the list deletes."""
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._keep_note(self.chosen)
        deletes = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Delete
        if watched is self.list and event.type() == QEvent.Type.KeyPress and deletes:
            self._remove()
            return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """A note that is being written is kept."""
        self._keep_note(self.chosen)
        super().done(result)


def _articles(one: ListedComparison) -> str:
    if not one.gone:
        return called(one.names)
    gone = ngettext("{n} article is gone", "{n} articles are gone", one.gone).format(n=one.gone)
    return f"{called(one.names)} ({gone})" if one.names else gone
