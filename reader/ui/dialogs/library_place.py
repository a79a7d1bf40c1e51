"""Where the library lies, and the ways to have it lie elsewhere: a row of the preferences."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reader.i18n import _
from reader.ui.widgets.plain_text import PlainLabel
from reader.ui.widgets.screen import FileDialog


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
