"""Folders: those in which what appears is imported, and the one in which the library lies."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reader.dataclass import dataclass
from reader.i18n import _
from reader.ui.widgets.controls import FileDialog
from reader.ui.widgets.plain_text import PlainLabel

Done = Callable[[tuple[str, ...], tuple[str, ...], bool], None]


class WatchedFoldersDialog(QDialog):
    """The folders; `done` hears of all of them, of the new ones whose articles are wanted at once, and whether what
    comes is said on the desktop.
    """

    def __init__(
        self, folders: tuple[str, ...], done: Done, parent: QWidget | None = None, *, notify: bool = True
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Watched folders"))
        self._before, self._done = folders, done
        self.list = QListWidget(self)
        self.list.setAccessibleName(_("Watched folders"))
        self.list.addItems(folders)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.at_once = QCheckBox(_("Also import what &lies in newly added folders already"), self)
        self.notify = QCheckBox(_("Say on the &desktop what came, while another window is in front"), self)
        self.notify.setChecked(notify)
        self.add = self._button(_("&Add…"), self.ask_folder)
        self.remove = self._button(_("&Remove"), self._remove)
        self.list.currentRowChanged.connect(self._refresh)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.accepted.connect(self._tell)
        self._arrange(buttons)
        self.list.setCurrentRow(0)
        self._refresh()

    @property
    def folders(self) -> tuple[str, ...]:
        """The folders on the list."""
        return tuple(self.list.item(row).text() for row in range(self.list.count()))

    def add_folder(self, folder: str) -> None:
        """Put a folder on the list, once."""
        folder = str(Path(folder))
        if folder not in self.folders:
            self.list.addItem(folder)
        self.list.setCurrentRow(self.folders.index(folder))
        self._refresh()

    def ask_folder(self) -> None:
        """Let the person choose a folder."""
        dialog = FileDialog(self, _("Watch a folder"))
        dialog.setFileMode(FileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.add_folder)
        dialog.open()

    def _remove(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._refresh()

    def _refresh(self) -> None:
        self.remove.setEnabled(self.list.currentRow() >= 0)
        self.at_once.setEnabled(bool(set(self.folders) - set(self._before)))

    def _tell(self) -> None:
        new = tuple(one for one in self.folders if one not in self._before)
        self._done(self.folders, new if self.at_once.isChecked() else (), self.notify.isChecked())

    def _button(self, words: str, call: Callable[[], None]) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: call())
        return button

    def _arrange(self, buttons: QDialogButtonBox) -> None:
        note = PlainLabel(
            _(
                "Articles that appear in these folders, or in folders below them, are imported by themselves:"
                " while Parallax is open at once, else at its next start."
            ),
            self,
        )
        note.setWordWrap(True)
        note.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        beside = QVBoxLayout()
        for button in (self.add, self.remove):
            beside.addWidget(button)
        beside.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.list, 1)
        row.addLayout(beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(10)
        column.addWidget(note)
        column.addLayout(row, 1)
        column.addWidget(self.at_once)
        column.addWidget(self.notify)
        column.addWidget(buttons)
        self.resize(560, 340)


@dataclass(frozen=True, slots=True)
class LibraryPlaceOptions:
    """The folder of the library now, and who is told of another: one to move it to, or one that holds a library."""

    folder: Path
    move: Callable[[Path], None]
    use: Callable[[Path], None]


class LibraryPlace(QWidget):
    """Says the folder, and asks for another; `leave` closes the form before anything is done."""

    def __init__(self, options: LibraryPlaceOptions, leave: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._options, self._leave = options, leave
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 8)
        title = PlainLabel(_("Place"))
        title.setObjectName("sheetTitle")
        self.folder = PlainLabel(str(options.folder))
        self.folder.setWordWrap(True)
        hint = PlainLabel(
            _("Not on a network drive, and not in a folder that a service keeps the same on several computers.")
        )
        hint.setObjectName("quiet")
        hint.setWordWrap(True)
        self.move_button = QPushButton(_("Move the Library…"), self)
        self.use_button = QPushButton(_("Use Another Library…"), self)
        row = QHBoxLayout()
        for button, chosen, words in (
            (self.move_button, options.move, _("Move the library to this folder")),
            (self.use_button, options.use, _("Use the library in this folder")),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, chosen=chosen, words=words: self._ask(words, chosen))
            row.addWidget(button)
        row.addStretch(1)
        for part in (title, self.folder, hint):
            column.addWidget(part)
        column.addLayout(row)

    def _ask(self, words: str, chosen: Callable[[Path], None]) -> None:
        dialog = FileDialog(self.window(), words, str(self._options.folder))
        dialog.setFileMode(FileDialog.FileMode.Directory)

        def take(name: str) -> None:
            self._leave()
            chosen(Path(name))

        dialog.fileSelected.connect(take)
        dialog.open()
