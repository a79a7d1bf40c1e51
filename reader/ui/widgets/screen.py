"""Dialogs that fit the screen: what is higher than it hides its buttons below the edge."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

ROOM = 0.92
"""How much of the screen a dialog takes at most: its frame and the system's bars want the rest."""
CHOOSER = QSize(760, 480)
"""Of a dialog in which files are chosen: by itself, Qt's is 900 high until it was closed once."""


def fit_to_screen(dialog: QDialog) -> None:
    """Make a dialog that is not shown yet as large as it wants to be, and no larger than there is room for."""
    is_set = dialog.testAttribute(Qt.WidgetAttribute.WA_Resized)
    wanted = dialog.size() if is_set else dialog.sizeHint()
    room = dialog.screen().availableSize() * ROOM
    if wanted.width() > room.width() or wanted.height() > room.height():
        dialog.resize(wanted.boundedTo(room))


class FileDialog(QFileDialog):
    """Where files and folders are chosen; gone once it is closed."""

    def __init__(self, parent: QWidget, title: str, folder: str = "") -> None:
        super().__init__(parent, title, folder)
        self.resize(CHOOSER)
        fit_to_screen(self)
        self.finished.connect(self.deleteLater)
