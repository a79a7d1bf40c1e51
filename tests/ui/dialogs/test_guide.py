"""The guide in the window: from chapter to chapter, with nothing fetched."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from reader.guide import chapters
from reader.ui.dialogs.guide import GuideDialog


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


def test_only_its_own_pictures_are_loaded(qtbot: QtBot) -> None:
    dialog = GuideDialog()
    qtbot.addWidget(dialog)
    kind = QTextDocument.ResourceType.ImageResource
    picture = dialog.page.loadResource(kind.value, QUrl("../pictures/comparison.png"))
    assert picture is not None
    assert 0 < picture.width() <= dialog.page.viewport().width()
    assert not dialog.page.loadResource(kind.value, QUrl("https://example.org/picture.png"))
