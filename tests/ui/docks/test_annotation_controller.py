"""A reader marks words by hand in the window: highlighted, noted, tied, listed, undone, and there again."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QMenu
from pytestqt.qtbot import QtBot

from reader.compare.comparison import MarkKind
from reader.compare.finding_ids import Finding, SubjectKind
from reader.ui.docks.findings_model import ENTRY
from reader.ui.main_window import MainWindow


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.imports.demo()
    qtbot.waitUntil(lambda: window.state.comparison is not None and window.loader.done, timeout=60_000)
    return window


def select(window: MainWindow, pane: int, words: str) -> None:
    """Select words in a pane as dragging over them does."""
    sheet = window.panes.panes[pane]
    at = sheet.article.text.index(words)
    cursor = sheet.textCursor()
    cursor.setPosition(sheet.offsets.units(at))
    cursor.setPosition(sheet.offsets.units(at + len(words)), cursor.MoveMode.KeepAnchor)
    sheet.setTextCursor(cursor)


def marks(window: MainWindow) -> tuple[MarkKind, ...]:
    return tuple(mark.kind for mark in window.state.comparison.own_marks)


def until_marked(window: MainWindow, qtbot: QtBot, *kinds: MarkKind) -> None:
    qtbot.waitUntil(lambda: marks(window) == kinds and window.loader.done, timeout=60_000)


def words(window: MainWindow, pane: int, length: int = 40) -> str:
    """Some words from the middle of an article."""
    text = window.panes.panes[pane].article.text
    start = text.index(" ", len(text) // 2) + 1
    return text[start : text.index(" ", start + length)]


def test_words_are_highlighted_listed_undone_and_there_again(opened: MainWindow, open_window, qtbot: QtBot) -> None:
    said = words(opened, 0)
    select(opened, 0, said)
    opened.commands["highlight"].trigger()
    until_marked(opened, qtbot, MarkKind.HIGHLIGHT)
    assert not opened.panes.selections  # else the highlight lies under it, unseen
    (own,) = opened.panes.panes[0].found.own
    assert own.span.of(opened.panes.panes[0].article.text) == said.strip()
    panel = opened.dock_layout.findings.panels["own"]
    line = panel.list.model().index(0, 0, panel.list.model().index(0, 0)).data(ENTRY)
    assert " ".join(said.split()) == line.text
    assert not opened.panes.panes[0].viewport().grab().isNull()
    opened.commands["undo"].trigger()
    until_marked(opened, qtbot)
    opened.commands["redo"].trigger()
    until_marked(opened, qtbot, MarkKind.HIGHLIGHT)
    opened.close()
    again = open_window()
    qtbot.waitUntil(
        lambda: again.state.comparison is not None and marks(again) == (MarkKind.HIGHLIGHT,), timeout=60_000
    )


def test_a_note_names_the_words_and_can_be_removed_from_the_list(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, 1, words(opened, 1))
    opened.commands["highlight-note"].trigger()
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QInputDialog) and w.isVisible()]
    assert dialog.labelText().startswith("Note on “")
    qtbot.waitUntil(lambda: dialog.width() >= 500)
    dialog.setTextValue("who says so?")
    dialog.accept()
    until_marked(opened, qtbot, MarkKind.HIGHLIGHT)
    assert opened.state.comparison.own_marks[0].note == "who says so?"
    panel = opened.dock_layout.findings.panels["own"]
    opened.dock_layout.findings.toggle("own")
    panel.list.setCurrentIndex(panel.list.model().index(0, 0))
    assert "who says so?" in panel.list.currentIndex().data(ENTRY).note
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    until_marked(opened, qtbot)


def test_selections_in_two_panes_are_tied_as_a_passage_and_untied(opened: MainWindow, qtbot: QtBot) -> None:
    before = len(opened.state.comparison.passages)
    select(opened, 0, words(opened, 0))
    select(opened, 3, words(opened, 3))
    opened.commands["tie-passages"].trigger()
    until_marked(opened, qtbot, MarkKind.PASSAGE)
    assert opened.panes.selections == ()
    found = opened.state.comparison.passages
    assert len(found) == before + 1
    (index,) = [i for i, passage in enumerate(found) if passage.own]
    opened.panes.go_to(Finding(SubjectKind.PASSAGE, index))
    bar = opened.panes.decision_bar
    assert "tied by the reader" in bar.accessibleDescription()
    assert bar.dismiss.text() == "&Untie"
    qtbot.mouseClick(bar.dismiss, Qt.MouseButton.LeftButton)
    until_marked(opened, qtbot)
    assert len(opened.state.comparison.passages) == before


def test_what_the_program_found_and_is_not_the_same_is_dismissed(opened: MainWindow, qtbot: QtBot) -> None:
    finding = Finding(SubjectKind.PASSAGE, 0)
    opened.panes.go_to(finding)
    opened.commands["untie"].trigger()
    qtbot.waitUntil(lambda: finding in opened.state.decisions)
    assert opened.state.decisions[finding].kind == "dismissed"
    assert opened.state.decisions[finding].reason == "these are not the same"


def test_a_tie_of_what_is_no_figure_is_refused_with_the_reason(opened: MainWindow, qtbot: QtBot) -> None:
    select(opened, 0, "the")
    select(opened, 1, "the")
    opened.commands["tie-figures"].trigger()
    told = opened.central.messages
    qtbot.waitUntil(lambda: any("No figure can be read" in one.text() for one in told.findChildren(QLabel)))
    assert marks(opened) == ()
    assert len(opened.panes.selections) == 2  # to be mended, not made again


def test_commands_without_a_selection_say_what_to_do(opened: MainWindow) -> None:
    said: list[str] = []
    opened.panes.statusChanged.connect(said.append)
    for name in ("highlight", "highlight-note", "tie-passages", "tie-figures", "untie"):
        opened.commands[name].trigger()
    assert [one.split(" ")[0] for one in said] == ["Select"] * 4 + ["Choose"]


def test_the_menu_of_a_pane_offers_what_can_be_done_with_the_selection(opened: MainWindow, qtbot: QtBot) -> None:
    pane = opened.panes.panes[0]

    def offered(own: str = "") -> list[str]:
        menu = QMenu(opened)
        pane.menuOpened.emit(menu, (), own)
        return [action.text() for action in menu.actions() if not action.isSeparator()]

    assert offered() == []
    select(opened, 0, words(opened, 0))
    assert offered() == ["&Highlight", "Highlight with &Note…"]
    select(opened, 1, words(opened, 1))
    assert offered()[2:] == ["&Tie as One Passage", "Tie as &Figures of One Thing"]
    opened.commands["highlight"].trigger()
    until_marked(opened, qtbot, MarkKind.HIGHLIGHT)
    (own,) = pane.found.own
    at = pane.lines.rectangles(own.span)[0].center().toPoint() - QPoint(0, pane.verticalScrollBar().value())
    assert pane.own_under(at.toPointF()) == own
    assert offered(own.subject)[-2:] == ["&Note on This Mark…", "&Remove This Mark"]
