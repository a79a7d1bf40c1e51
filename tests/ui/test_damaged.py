"""What a window offers where the library is damaged, and where a decision was made before an account came in."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reader.library import Library
from reader.paths import Paths
from reader.ui.ledger.model import DECISION
from reader.ui.main_window import MainWindow
from reader.workspace import Workspace
from tests.ui.conftest import unexpected
from tests.ui.driver import workspace_of

LONG = 60_000


def spoil(path: Path, sql: str) -> None:
    """Change the file as a broken disk would."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        assert connection.execute(sql).rowcount == 1


def said(window: MainWindow) -> list[str]:
    return [message.text for message in window.central.messages.shown]


def offered(window: MainWindow, words: str) -> QPushButton | None:
    """A button of the message bar."""
    buttons = [b for m in window.central.messages.shown for b in m.findChildren(QPushButton)]
    return next((b for b in buttons if b.text() == words), None)


def compare(window: MainWindow, ids: list[str], qtbot: QtBot) -> None:
    window.service.ticks.replace(ids)
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def heals(filled: MainWindow, paths: Paths, qtbot: QtBot, sql: str, words: str) -> None:
    ids = list(workspace_of(filled).library.ids())
    spoil(paths.library, sql)
    compare(filled, ids, qtbot)
    qtbot.waitUntil(lambda: any(words in one for one in said(filled)), timeout=LONG)
    assert not filled.comparisons.ids or filled.comparisons.comparison is None
    again = offered(filled, "Import Again")
    assert again is not None
    again.click()
    qtbot.waitUntil(lambda: any("whole again" in one for one in said(filled)), timeout=LONG)
    compare(filled, ids, qtbot)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    assert workspace_of(filled).library.check().is_good


def test_an_article_whose_text_was_damaged_is_imported_again(filled: MainWindow, paths: Paths, qtbot: QtBot) -> None:
    sql = (
        "UPDATE body SET text = CAST(replace(CAST(text AS TEXT), 'At least 14', 'At least 41') AS BLOB)"
        " WHERE instr(CAST(text AS TEXT), 'At least 14')"
    )
    heals(filled, paths, qtbot, sql, "is damaged: it is not the one that was imported")


def test_an_article_of_which_the_outlet_was_damaged_is_imported_again(
    filled: MainWindow, paths: Paths, qtbot: QtBot
) -> None:
    sql = "UPDATE article SET outlet = 'The Lower Post' WHERE headline LIKE 'Ferry runs%'"
    heals(filled, paths, qtbot, sql, "What the library knows of")


DAMAGE = "UPDATE article SET outlet = 'The Lower Post' WHERE headline LIKE 'Ferry runs%'"


def test_a_comparison_that_cannot_follow_a_setting_says_so(filled: MainWindow, paths: Paths, qtbot: QtBot) -> None:
    compare(filled, list(workspace_of(filled).library.ids()), qtbot)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    spoil(paths.library, DAMAGE)
    filled.settings.set_tolerance(0.3)
    qtbot.waitUntil(lambda: any("What the library knows of" in one for one in said(filled)), timeout=LONG)
    assert offered(filled, "Import Again") is not None
    assert len(filled.comparisons.ids) == 3  # what lay open is not lost


def test_what_lay_open_and_is_damaged_now_is_told_when_the_window_opens(
    filled: MainWindow, open_window: Callable[[], MainWindow], paths: Paths, qtbot: QtBot
) -> None:
    compare(filled, list(workspace_of(filled).library.ids()), qtbot)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    filled.close()
    spoil(paths.library, DAMAGE)
    window = open_window()
    qtbot.waitUntil(lambda: any("What the library knows of" in one for one in said(window)), timeout=LONG)


def test_a_damaged_library_offers_its_backup(paths: Paths, stories: list[Path], qtbot: QtBot) -> None:
    workspace = Workspace(paths)
    workspace.import_files(stories)
    backup = workspace.library.back_up_daily()
    workspace.close()
    assert backup is not None
    content = bytearray(paths.library.read_bytes())
    content[:100] = b"\xff" * 100
    paths.library.write_bytes(content)
    window = MainWindow(paths, lambda: Workspace(paths), unexpected)  # which is never settled
    qtbot.addWidget(window)
    window.furnish()
    window.show()
    qtbot.waitUntil(lambda: any("The library file is damaged" in one for one in said(window)), timeout=LONG)
    assert any(str(backup) in message.remedy for message in window.central.messages.shown)
    restore = offered(window, "Restore…")
    assert restore is not None
    restore.click()
    dialog = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    dialog.fileSelected.emit(str(backup))
    dialog.close()
    box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
    next(b for b in box.buttons() if box.buttonRole(b) is QMessageBox.ButtonRole.DestructiveRole).click()
    qtbot.waitUntil(lambda: any("was restored" in one for one in said(window)), timeout=LONG)
    with Library.open(paths.library) as library:
        assert library.count() == 3
        assert library.check().is_good
    assert list(paths.library.parent.glob("library-before-*"))  # the damaged one is kept
    window.close()


def decided(window: MainWindow) -> list[str]:
    rows = window.ledger.table.model()
    return [words for i in range(rows.rowCount()) if (words := rows.index(i, DECISION).data())]


def test_a_decision_says_to_look_again_where_an_account_came_in(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.workspace.accounts import account

    files = []
    for name, dead in (("Post", 12), ("Courier", 19), ("Radio", 31)):
        files.append(tmp_path / f"{name}.txt")
        files[-1].write_text(account(name, dead, 300).text, encoding="utf-8")
    window.imports.take(files)
    qtbot.waitUntil(lambda: window.sidebar.library.model.rowCount() == 4 and len(window.service.ticks) == 3)
    ids = list(workspace_of(window).library.ids())
    compare(window, ids[:2], qtbot)
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 2 and window.loader.done, timeout=LONG)
    table = window.ledger.table
    qtbot.waitUntil(lambda: table.model().rowCount() > 0)
    table.setCurrentIndex(table.model().index(0, 0))
    window.ledger.acts.decided.emit(window.ledger.acts.finding, "dismissed", "two days", "")
    qtbot.waitUntil(lambda: decided(window) == ["dismissed: two days"])
    compare(window, ids, qtbot)
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 3 and window.loader.done, timeout=LONG)
    qtbot.waitUntil(lambda: len(decided(window)) == 1 and "came in: look again" in decided(window)[0], timeout=LONG)


def test_a_note_on_words_that_no_finding_holds_is_told(filled: MainWindow, qtbot: QtBot) -> None:
    from reader.claims import Claim, Mention
    from reader.text.spans import Span

    library = workspace_of(filled).library
    ids = list(library.ids())
    one, other = library.texts(ids[:2])  # the beginning of one and the end of the other: nobody tells these together
    about = Mention.of(one, Span(0, 15)), Mention.of(other, Span(len(other.text) - 15, len(other.text)))
    library.decisions.decide(Claim("passage", about), "noted", note="ask the coastguard")
    compare(filled, ids, qtbot)
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    qtbot.waitUntil(lambda: any("1 decision of yours is about words" in one for one in said(filled)), timeout=LONG)
    assert any("ask the coastguard" in one for one in said(filled))
