"""No dialog is larger than the screen: its buttons could not be reached."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.widgets.controls import FileDialog, fit_to_screen


def has_room(dialog: QDialog) -> bool:
    room = dialog.screen().availableSize()
    return dialog.width() < room.width() and dialog.height() < room.height()


def test_a_dialog_that_asks_for_more_takes_what_there_is(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(5000, 5000)
    fit_to_screen(dialog)
    assert has_room(dialog)


def test_so_does_one_whose_contents_ask_for_more(qtbot: QtBot) -> None:
    class Tall(QWidget):
        def sizeHint(self) -> QSize:
            return QSize(300, 5000)

    dialog = QDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(Tall())
    fit_to_screen(dialog)
    assert has_room(dialog)


def test_one_that_fits_keeps_its_size(qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)
    dialog.resize(300, 200)
    fit_to_screen(dialog)
    assert dialog.size() == QSize(300, 200)


def test_files_are_chosen_in_a_dialog_with_room_around_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    dialog = FileDialog(window, "Choose", "/")
    dialog.setFileMode(FileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters([f"Articles ({' '.join(f'*.{n}' for n in range(99))})"])
    dialog.open()
    assert has_room(dialog)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.reject()
