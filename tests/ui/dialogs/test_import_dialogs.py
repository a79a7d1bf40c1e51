"""A look at what would be imported, and what is told of an article that was: the same words as in the report."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.details import DetailsDialog
from reader.ui.dialogs.import_dialogs import PreviewDialog
from reader.ui.main_window import MainWindow

SHORT = '{"articles": [{"title": "Gale", "url": "https://post.example/gale", "content": "A gale blew. [+900 chars]"}]}'


def preview(window: MainWindow, paths: list[Path], qtbot: QtBot) -> PreviewDialog:
    window.imports.preview(paths)
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, PreviewDialog))
    assert isinstance(window.dialogs.open, PreviewDialog)
    return window.dialogs.open


def count(window: MainWindow) -> int:
    return sum(shelf.count for shelf in window.sidebar.library.model.shelves)


def test_files_are_looked_at_before_they_are_imported(
    window: MainWindow, stories: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    empty, short = tmp_path / "empty.txt", tmp_path / "short.json"
    empty.touch()
    short.write_text(SHORT)
    dialog = preview(window, [stories[0], empty, short], qtbot)
    lines = [[dialog.table.item(row, column).text() for column in range(4)] for row in range(3)]
    assert [line[1:3] for line in lines] == [["read", "1"], ["refused", "0"], ["partly read", "1"]]
    assert "empty.txt is empty" in lines[1][3]
    assert "900 characters are missing" in lines[2][3]
    assert "Headline: " in dialog.text.toPlainText()
    dialog.table.setCurrentCell(2, 0)
    assert "A gale blew." in dialog.text.toPlainText()
    assert count(window) == 0
    qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: count(window) == 2)


def test_a_preview_that_is_left_imports_nothing(window: MainWindow, stories: list[Path], qtbot: QtBot) -> None:
    dialog = preview(window, stories, qtbot)
    dialog.reject()
    qtbot.waitUntil(lambda: window.dialogs.open is None)
    assert count(window) == 0


def test_where_nothing_can_be_read_there_is_nothing_to_import(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "empty.txt").touch()
    assert not preview(window, [tmp_path / "empty.txt"], qtbot).button.isEnabled()


def test_the_menu_asks_for_the_files(window: MainWindow, stories: list[Path], qtbot: QtBot) -> None:
    window.commands["preview-files"].trigger()
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(stories[0])])
    dialog.reject()
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, PreviewDialog))


def test_details_say_what_an_article_lacks(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "short.json"
    path.write_text(SHORT)
    window.imports.take([path])
    qtbot.waitUntil(lambda: count(window) == 1)
    told = window.central.messages
    qtbot.waitUntil(lambda: any("900 characters are missing" in one.text for one in told.shown), timeout=60_000)
    model = window.sidebar.library.model
    window.article_details.ask_about(model.ids(model.index(0, 0))[0])
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, DetailsDialog))
    assert isinstance(window.dialogs.open, DetailsDialog)
    [label] = window.dialogs.open.notices
    assert "900 characters are missing" in label.text()
