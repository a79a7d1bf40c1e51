"""Searches are saved with their filters, run, renamed, deleted and brought back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from reader.filters import NOTHING
from reader.library.values import RecentSearch, SavedSearch
from reader.ui.dialogs.saved_searches import NAME, WHAT, SavedSearchesDialog
from reader.ui.library.search_request import SearchRequest
from reader.ui.main_window import MainWindow

Seek = Callable[[MainWindow, str], None]
Settle = Callable[[MainWindow], None]


def dialog_of(window: MainWindow, qtbot: QtBot) -> SavedSearchesDialog:
    window.commands["saved-searches"].trigger()
    dialog = window.dialogs.open
    assert isinstance(dialog, SavedSearchesDialog)
    qtbot.waitUntil(lambda: dialog.table.rowCount() > 0 or bool(dialog.said.text()))
    return dialog


def names(dialog: SavedSearchesDialog) -> list[str]:
    return [dialog.table.item(at, NAME).text() for at in range(dialog.table.rowCount())]


def test_what_is_sought_is_saved_with_its_filters_and_run_again(
    boats: MainWindow, seek: Seek, settle: Settle, qtbot: QtBot
) -> None:
    seek(boats, "ferry")
    boats.search.narrow(NOTHING.toggled("outlet", "La Digue").toggled("month", "2032-01"))
    settle(boats)
    total = boats.sidebar.results.summary.text()
    boats.commands["save-search"].trigger()
    dialog = boats.findChild(QInputDialog)
    assert dialog.textValue() == "ferry"
    dialog.setTextValue("Ferries")
    dialog.accept()
    qtbot.waitUntil(lambda: any("Ferries" in m.text for m in boats.central.messages.shown))
    boats.search.leave()
    assert not boats.sidebar.searching
    boats.saved_searches.run("Ferries")
    qtbot.waitUntil(lambda: boats.sidebar.searching, timeout=60_000)
    settle(boats)
    assert boats.search.field.text() == "ferry"
    assert boats.sidebar.results.summary.text() == total
    assert boats.search.question.narrowing == NOTHING.toggled("outlet", "La Digue").toggled("month", "2032-01")


def test_the_dialog_runs_renames_deletes_and_undoes(boats: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    boats.saved_searches.save("Dawn", SearchRequest("dawn"))
    qtbot.waitUntil(lambda: not boats.service.tasks.running)
    dialog = dialog_of(boats, qtbot)
    assert names(dialog) == ["Barges", "Dawn"]
    assert dialog.table.item(0, WHAT).text() == "barge · Tidewatch · newest first"
    dialog.table.item(1, NAME).setText("At dawn")
    qtbot.waitUntil(lambda: names(dialog) == ["At dawn", "Barges"])
    dialog.table.item(0, NAME).setText("barges")
    qtbot.waitUntil(lambda: "already" in dialog.said.text())
    qtbot.waitUntil(lambda: names(dialog) == ["At dawn", "Barges"])
    dialog.table.setCurrentCell(1, NAME)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: names(dialog) == ["At dawn"])
    assert dialog.said.text() == "“Barges” was deleted."
    dialog.undo.click()
    qtbot.waitUntil(lambda: names(dialog) == ["At dawn", "Barges"])
    assert dialog.undo.isHidden()
    dialog.table.setCurrentCell(1, NAME)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    assert boats.dialogs.open is None
    settle(boats)
    assert boats.search.question.text == "barge"


def test_without_saved_searches_it_says_how_to_get_one(filled: MainWindow, qtbot: QtBot) -> None:
    dialog = dialog_of(filled, qtbot)
    assert names(dialog) == []
    assert "Save This Search" in dialog.said.text()
    assert not dialog.search.isEnabled()


def test_the_menu_of_the_field(boats: MainWindow, settle: Settle) -> None:
    assert boats.commands["search-menu"] in boats.search.field.actions()
    before = [RecentSearch("keeper dawn"), RecentSearch("x" * 100), RecentSearch("quay", {"story": ["7"]})]
    menu = boats.saved_searches.menu([SavedSearch("Barges & co", "barge")], before, {"7": "Storm"})
    offered = [action for action in menu.actions() if not action.isSeparator()]
    assert [action.text() for action in offered[:2]] == ["Barges && co", "keeper dawn"]
    assert len(offered[2].text()) < 70
    assert offered[3].text() == "quay · Storm"
    assert boats.commands["search-help"] in offered
    offered[1].trigger()
    settle(boats)
    assert boats.search.field.text() == "keeper dawn"
    offered[0].trigger()
    settle(boats)
    assert boats.search.field.text() == "barge"


def test_how_to_search(boats: MainWindow, qtbot: QtBot) -> None:
    from reader.search.query import parse
    from reader.ui.dialogs.help_dialogs import LINES

    boats.commands["search-help"].trigger()
    assert boats.dialogs.open is not None
    for typed, _meaning in LINES:
        asked = parse(typed)
        assert asked.required or asked.excluded or asked.labels or asked.dated
        assert all(piece.text != typed for group in asked.required for piece in group)
