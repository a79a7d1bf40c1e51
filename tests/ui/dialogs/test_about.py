"""The box that says what the program is, and the licences of what it stands on."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.ui.dialogs.about import AboutDialog, NoticesDialog


def test_the_licences_of_others_are_a_click_away(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = AboutDialog(Paths.under(tmp_path), QIcon())
    qtbot.addWidget(dialog)
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Licences of Others…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    notices = next(one for one in dialog.findChildren(NoticesDialog) if one.isVisible())
    for name in ("PySide6", "Whoosh", "RapidFuzz", "GNU LESSER GENERAL PUBLIC LICENSE"):
        assert name in notices.text.toPlainText()
