"""The sheet of keys names every key of the table."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reader.ui.actions.specs import ACTIONS
from reader.ui.dialogs.shortcuts import ShortcutSheet, keys_of


def test_every_key_is_on_the_sheet(qtbot: QtBot) -> None:
    sheet = ShortcutSheet()
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    missing = [row.id for row in ACTIONS if row.keys and keys_of(row) not in shown and not row.id.startswith("pane-")]
    assert missing == []
    assert "Ctrl+1 … Ctrl+9" in shown
