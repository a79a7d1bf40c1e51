"""Ways in, as a person uses them: dialogs, drops, the clipboard; and what is said of each file."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.dialogs.import_dialogs import ReportDialog, import_summary
from reader.ui.main_window import MainWindow
from reader.ui.widgets.message_bar import MessageKind


def dragged(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def enter(window: MainWindow, data: QMimeData) -> bool:
    where, copy = QPoint(300, 300), Qt.DropAction.CopyAction
    event = QDragEnterEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def drop(window: MainWindow, data: QMimeData) -> bool:
    where, copy = QPointF(300, 300), Qt.DropAction.CopyAction
    event = QDropEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def articles(window: MainWindow) -> int:
    model = window.sidebar.library.model
    return sum(shelf.count for shelf in model.shelves)


def said(window: MainWindow) -> list[str]:
    return [message.text for message in window.central.messages.shown]


def test_files_dropped_on_the_window_are_imported(window: MainWindow, stories: list[Path], qtbot: QtBot) -> None:
    data = dragged(stories)
    assert enter(window, data)
    assert window.drops.hint.isVisible()
    assert window.drops.hint.words == "Drop to import 3 files"
    assert window.drops.hint.size() == window.size()
    assert drop(window, data)
    assert window.drops.hint.isHidden()
    qtbot.waitUntil(lambda: articles(window) == 3)
    assert "3 articles added." in said(window)
    assert len(window.service.ticks) == 3


def test_a_folder_dropped_is_named_and_searched(window: MainWindow, stories: list[Path], qtbot: QtBot) -> None:
    data = dragged([stories[0].parent])
    assert enter(window, data)
    assert window.drops.hint.words == "Drop to import the folder “stories”"
    assert drop(window, data)
    qtbot.waitUntil(lambda: articles(window) == 3)


def test_files_may_be_dropped_on_a_pane_too(filled: MainWindow, stories: list[Path], qtbot: QtBot) -> None:
    filled.sidebar.opened.emit(filled.sidebar.library.model.ids(filled.sidebar.library.model.index(0, 0))[0])
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 1)
    data = dragged(stories)
    where, copy = QPoint(20, 20), Qt.DropAction.CopyAction
    event = QDragEnterEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(filled.panes.panes[0].viewport(), event)
    assert event.isAccepted()
    assert filled.drops.hint.isVisible()


def test_a_drag_that_leaves_takes_its_hint_along(window: MainWindow, stories: list[Path]) -> None:
    enter(window, dragged(stories))
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert window.drops.hint.isHidden()


def test_what_is_no_file_and_no_text_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setUrls([QUrl("ftp://example.org/article")])
    assert not enter(window, data)
    assert window.drops.hint.isHidden()


def test_text_is_pasted_where_the_library_has_the_keyboard(filled: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Lighthouse to be sold\n\nThe lighthouse of Port Lowen will be sold in June.\n")
    filled.sidebar.take_focus()
    qtbot.keyClick(filled.sidebar.library.tree, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: articles(filled) == 4)


def test_text_can_be_pasted_on_a_first_run(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Lighthouse to be sold\n\nThe lighthouse of Port Lowen will be sold in June.\n")
    window.central.welcome.demo.setFocus()
    qtbot.keyClick(window.central.welcome.demo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: articles(window) == 1)


def test_pasting_without_text_says_so(filled: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    filled.imports.paste()
    assert said(filled) == ["The clipboard holds no text."]


def test_the_dialog_imports_what_is_chosen(window: MainWindow, stories: list[Path], qtbot: QtBot) -> None:
    window.imports.folder = str(stories[0].parent)
    qtbot.mouseClick(window.central.welcome.imports, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QFileDialog)
    assert dialog is not None
    assert "*.txt" in dialog.nameFilters()[0]
    dialog.filesSelected.emit([str(stories[0])])
    dialog.reject()
    qtbot.waitUntil(lambda: articles(window) == 1)
    assert window.imports.folder == str(stories[0].parent)


def test_one_bad_file_never_stops_the_rest(
    window: MainWindow, stories: list[Path], tmp_path: Path, qtbot: QtBot
) -> None:
    empty, binary, odd = tmp_path / "empty.txt", tmp_path / "picture.txt", tmp_path / "two\nlines.txt"
    empty.touch()
    binary.write_bytes(bytes(range(256)) * 40)
    odd.write_bytes(stories[0].read_bytes())
    window.imports.take([empty, stories[0], binary, tmp_path / "gone.txt", stories[1], odd])
    qtbot.waitUntil(lambda: articles(window) == 2)
    message = next(one for one in window.central.messages.shown if one.cause == "import")
    assert (message.kind, message.text) == (
        MessageKind.WARNING,
        "2 articles added, 1 already here, 3 could not be read.",
    )
    message.findChild(QPushButton).click()
    report = window.dialogs.open
    assert isinstance(report, ReportDialog)
    table = report.table
    lines = [[table.item(row, column).text() for column in range(3)] for row in range(table.rowCount())]
    assert [line[1] for line in lines] == ["Failed"] * 3 + ["Added", "Added", "Already here"]
    assert [line[0] for line in lines[:3]] == ["empty.txt", "picture.txt", "gone.txt"]
    assert all(line[2] for line in lines[:3])
    report.copy.click()
    copied = [line.split("\t") for line in QApplication.clipboard().text().splitlines()]
    assert [line[1] for line in copied] == ["Failed", "Added", "Failed", "Failed", "Added", "Already here"]
    assert copied[0][0] == str(empty)
    report.reject()
    assert window.dialogs.open is None


def test_articles_of_one_file_are_told_apart_by_their_headlines(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "two.csv"
    texts = "A ferry ran onto a sandbank off Port Lowen on Tuesday.", "All 52 people on board the ferry are safe."
    rows = [f'"{name}","{text}"' for name, text in zip(("Ferry aground", "All safe"), texts, strict=True)]
    path.write_text("\n".join(("headline,text", *rows)) + "\n", encoding="utf-8")
    window.imports.take([path])
    qtbot.waitUntil(lambda: articles(window) == 2)
    message = next(one for one in window.central.messages.shown if "2 articles added" in one.text)
    message.findChild(QPushButton).click()
    report = window.dialogs.open
    assert isinstance(report, ReportDialog)
    assert [report.table.item(at, 0).text() for at in (0, 1)] == ["two.csv (Ferry aground)", "two.csv (All safe)"]


def test_a_single_failure_says_why_at_once(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.imports.take([tmp_path / "gone.txt"])
    qtbot.waitUntil(lambda: len(said(window)) == 1)
    message = window.central.messages.shown[0]
    assert message.kind is MessageKind.ERROR
    assert "gone.txt" in message.text
    assert message.findChild(QPushButton) is None


def test_an_empty_folder_is_no_success(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "nothing").mkdir()
    window.imports.take([tmp_path / "nothing"])
    qtbot.waitUntil(lambda: said(window) == ["There is no file here that can be read as an article."])


def test_the_summary_counts_broken_parts_and_notices() -> None:
    from reader.workspace import ImportEntry, ImportReport, Status

    entries = (
        ImportEntry("a.mbox", Status.ADDED, "a1", "The text of a.mbox looks wrongly decoded."),
        ImportEntry("a.mbox", Status.ADDED, "a2"),
        ImportEntry("a.mbox", Status.FAILED, message="998 parts of a.mbox could not be read.", parts=998),
    )
    kind, words = import_summary(ImportReport(entries))
    assert words == "2 articles added, 1 with a notice, 998 could not be read."
    assert kind is MessageKind.WARNING
