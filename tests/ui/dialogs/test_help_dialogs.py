"""The dialogs of the Help menu: guide, keys, what the program is."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QIcon, QTextDocument
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from reader.guide import chapters
from reader.paths import Paths
from reader.ui.actions.specs import ACTIONS
from reader.ui.dialogs.help_dialogs import AboutDialog, GuideDialog, NoticesDialog, ShortcutSheet, keys_of


def test_one_reads_from_chapter_to_chapter(qtbot: QtBot) -> None:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    told = chapters()
    assert dialog.list.count() == len(told)
    assert told[0].title in dialog.page.toPlainText()
    assert not dialog.previous.isEnabled()
    qtbot.mouseClick(dialog.next, Qt.MouseButton.LeftButton)
    assert told[1].title in dialog.page.toPlainText()
    assert "just under" not in dialog.page.toPlainText()
    dialog.list.setCurrentRow(len(told) - 1)
    assert told[-1].title in dialog.page.toPlainText()
    assert not dialog.next.isEnabled()


def test_a_chapter_begins_at_its_beginning_and_its_pictures_fit(qtbot: QtBot) -> None:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    for width in (980, 640, 760):
        dialog.resize(width, 300)
        qtbot.waitUntil(lambda: dialog.page.horizontalScrollBar().maximum() == 0)
        dialog.page.ensureCursorVisible()  # as Qt does where the keyboard comes in
        assert dialog.page.verticalScrollBar().maximum() > 0
        assert dialog.page.verticalScrollBar().value() == 0


def test_only_its_own_pictures_are_loaded(qtbot: QtBot) -> None:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    kind = QTextDocument.ResourceType.ImageResource
    picture = dialog.page.loadResource(kind.value, QUrl("../pictures/comparison.png"))
    assert picture is not None
    assert 0 < picture.width() <= dialog.page.viewport().width()
    assert not dialog.page.loadResource(kind.value, QUrl("https://example.org/picture.png"))


def test_every_key_is_on_the_sheet(qtbot: QtBot) -> None:
    sheet = ShortcutSheet()
    qtbot.addWidget(sheet)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    missing = [row.id for row in ACTIONS if row.keys and keys_of(row) not in shown and not row.id.startswith("pane-")]
    assert missing == []
    assert "Ctrl+1 … Ctrl+9" in shown


def test_the_sheet_of_keys_is_read_without_going_sideways_on_a_small_screen(qtbot: QtBot) -> None:
    sheet = ShortcutSheet()
    qtbot.addWidget(sheet)
    room = sheet.screen().availableSize()
    assert room.width() < 1000, "the screen of the tests is small"
    sheet.show()
    qtbot.waitExposed(sheet)
    assert sheet.width() <= room.width()
    assert sheet.findChild(QScrollArea).horizontalScrollBar().maximum() == 0


def test_the_licences_of_others_are_a_click_away(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = AboutDialog(Paths.under(tmp_path), QIcon())
    qtbot.addWidget(dialog)
    button = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Licences of Others…")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    notices = next(one for one in dialog.findChildren(NoticesDialog) if one.isVisible())
    for name in ("PySide6", "Whoosh", "RapidFuzz", "GNU LESSER GENERAL PUBLIC LICENSE"):
        assert name in notices.text.toPlainText()
