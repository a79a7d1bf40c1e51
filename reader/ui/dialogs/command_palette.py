"""Every command by its name: a field and a list; letters in order find it, Enter runs it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from reader.i18n import _
from reader.ui import theme
from reader.ui.actions.specs import ACTIONS, full_names

SIZE = (560, 420)
FROM_TOP, ROW = 80, 26


class CommandPalette(QDialog):
    """Commands that can be used now come first; the others are there, greyed, so that one learns of them."""

    def __init__(self, actions: Mapping[str, QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Commands"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self._actions, self._names = actions, full_names()
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(_("Type a command"))
        self.field.setAccessibleName(_("Type a command"))
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(_("Commands"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textChanged.connect(self._fill)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda item: self.run(item))
        self.resize(*SIZE)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, self.list.header().ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, self.list.header().ResizeMode.ResizeToContents)
        self._fill("")
        self._place(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows move in the list while the field keeps the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                self.list.keyPressEvent(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.run(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def run(self, item: QTreeWidgetItem | None) -> None:
        """Close, then do it: the command finds the keyboard where it was."""
        action = self._actions.get(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else None
        if action is not None and action.isEnabled():
            self.accept()
            action.trigger()

    def _fill(self, typed: str) -> None:
        self.list.clear()
        found = [(rank(typed, self._names[row.id], row.tip), row) for row in ACTIONS if row.id != "palette"]
        usable = self._actions
        kept = sorted(
            ((r, row) for r, row in found if r is not None),
            key=lambda pair: (not usable[pair[1].id].isEnabled(), pair[0], self._names[pair[1].id]),
        )
        for _rank, row in kept:
            keys = self._actions[row.id].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            item = QTreeWidgetItem([self._names[row.id], keys])
            item.setData(0, Qt.ItemDataRole.UserRole, row.id)
            item.setToolTip(0, row.tip)
            item.setSizeHint(0, QSize(0, ROW))
            if not self._actions[row.id].isEnabled():
                item.setForeground(0, theme.current()["muted"])
                item.setForeground(1, theme.current()["muted"])
                item.setToolTip(0, _("{tip} (not now)").format(tip=row.tip))
            self.list.addTopLevelItem(item)
        if not kept:
            nothing = QTreeWidgetItem([_("No command is called so")])
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            nothing.setSizeHint(0, QSize(0, ROW))
            self.list.addTopLevelItem(nothing)
            return
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)

    def _place(self, over: QWidget) -> None:
        corner = over.mapToGlobal(QPoint((over.width() - self.width()) // 2, FROM_TOP))
        self.move(corner)


def rank(typed: str, name: str, tip: str = "") -> int | None:
    """How well a command answers to what is typed, 0 best; None where it does not."""
    wanted, name, tip = typed.casefold().strip(), name.casefold(), tip.casefold()
    if name.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in name.split()):
        return 1
    if wanted in name:
        return 2
    if wanted in tip:
        return 3
    letters = iter(name)
    return 4 if all(c in letters for c in wanted if not c.isspace()) else None
