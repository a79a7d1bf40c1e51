"""What no masthead told is asked for in one list, kept in one step, and undone in one."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from reader.article import Provenance
from reader.ui.dialogs.missing_details import MissingDetailsDialog
from reader.ui.main_window import MainWindow
from tests.ui.driver import workspace_of

FLOOD = "Dam above Orrin bursts\n\nThe dam above Orrin burst in the night, and {} boats came to the mill of the town.\n"


@pytest.fixture
def bare(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> MainWindow:
    """Three articles of which neither outlet nor date is known."""
    files = []
    for n, boats in enumerate(("two", "three", "four")):
        files.append(tmp_path / f"flood-{n}.txt")
        files[-1].write_text(FLOOD.format(boats), encoding="utf-8")
    window.imports.take(files)
    qtbot.waitUntil(lambda: any("no outlet" in one.text for one in window.central.messages.shown))
    return window


def asked(window: MainWindow, qtbot: QtBot) -> MissingDetailsDialog:
    """The list, by the button of the message."""
    message = next(one for one in window.central.messages.shown if "no outlet" in one.text)
    button = next(one for one in message.findChildren(QPushButton) if "Fill In" in one.text())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, MissingDetailsDialog))
    dialog = window.dialogs.open
    assert isinstance(dialog, MissingDetailsDialog)
    return dialog


def kept(window: MainWindow, field: str) -> list[str]:
    library = workspace_of(window).library
    return sorted(str(getattr(article, field)) for article in library.texts(library.ids()))


def test_after_an_import_what_is_missing_is_told_and_filled_in_for_all_at_once(bare: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(bare, qtbot)
    assert dialog.table.rowCount() == 3
    assert len(dialog.selected) == 3
    qtbot.keyClicks(dialog.lines["outlet"], "Orrin Post")
    assert dialog.set_button.text() == "&Set for 3 Articles"
    qtbot.mouseClick(dialog.set_button, Qt.MouseButton.LeftButton)
    dialog.table.item(0, 1).setText("2031-05-03")
    dialog.accept()
    qtbot.waitUntil(lambda: kept(bare, "outlet") == ["Orrin Post"] * 3)
    assert kept(bare, "published") == ["", "", "2031-05-03"]
    library = workspace_of(bare).library
    for article in library.texts(library.ids()):
        assert article.provenance_of("outlet") is Provenance.READER
    assert not [one for one in bare.central.messages.shown if "no outlet" in one.text]


def test_all_of_it_is_undone_in_one_step(bare: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(bare, qtbot)
    library = workspace_of(bare).library
    before = library.next_undo  # the import, which is not what is to be undone
    dialog.lines["outlet"].setText("Orrin Post")
    dialog.accept()
    qtbot.waitUntil(lambda: kept(bare, "outlet") == ["Orrin Post"] * 3 and library.next_undo != before)
    qtbot.waitUntil(bare.commands["undo"].isEnabled)
    bare.commands["undo"].trigger()
    qtbot.waitUntil(lambda: kept(bare, "outlet") == [""] * 3, timeout=60_000)


def test_what_is_no_date_is_told_and_nothing_is_kept(bare: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(bare, qtbot)
    dialog.table.item(1, 1).setText("spring")
    dialog.accept()
    assert dialog.isVisible()
    assert "spring" in dialog.problem.text()
    assert dialog.table.currentRow() == 1
    dialog.table.item(1, 1).setText("")
    dialog.lines["published"].setText("soon")
    dialog.accept()
    assert dialog.isVisible()
    dialog.reject()
    assert kept(bare, "published") == [""] * 3


def test_a_cell_that_is_empty_says_so(bare: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(bare, qtbot)
    said = dialog.table.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("Outlet: missing")
    dialog.table.item(0, 0).setText("Orrin Post")
    assert dialog.table.item(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Outlet: Orrin Post")
    dialog.reject()


def test_the_chosen_articles_are_listed_by_the_command_whatever_is_known_of_them(
    filled: MainWindow, qtbot: QtBot
) -> None:
    tree = filled.sidebar.library.tree
    tree.setFocus()
    tree.selectAll()
    qtbot.waitUntil(filled.commands["fill-in"].isEnabled)
    filled.commands["fill-in"].trigger()
    qtbot.waitUntil(lambda: isinstance(filled.dialogs.open, MissingDetailsDialog))
    dialog = filled.dialogs.open
    assert isinstance(dialog, MissingDetailsDialog)
    assert dialog.table.rowCount() == 3
    assert "The Lowen Post" in {dialog.text(at, "outlet") for at in range(3)}
    dialog.reject()


def test_an_article_without_outlet_goes_by_one_name_and_is_found_by_it(bare: MainWindow, qtbot: QtBot) -> None:
    found = workspace_of(bare)
    row = found.library.rows_of(found.library.ids())[0]
    from reader.wording.lines import source

    (article,) = found.library.texts([row.id])
    assert [hit.outlet for hit in found.search(f'outlet:"{article.source}"').hits] == [article.source]
    assert source(row) == article.name == article.source
    assert article.name.startswith("flood-")


def test_a_date_is_shown_and_written_as_people_write_it_and_keeps_its_zone(bare: MainWindow, qtbot: QtBot) -> None:
    library = workspace_of(bare).library
    known = "2031-05-03T08:15+02:00"
    library.metadata.edit(library.ids()[0], published=known)
    dialog = asked(bare, qtbot)
    table, column = dialog.table, 1
    at = next(row for row in range(3) if dialog.text(row, "published"))
    other = (at + 1) % 3
    assert written_in(dialog, at, column, qtbot) == "3 May 2031 08:15 +02:00"  # and nothing was changed in it
    assert dialog.text(at, "published") == known
    for typed, iso in (("4 June 2031", "2031-06-04"), ("05.06.2031", "2031-06-05"), ("2031-06-06", "2031-06-06")):
        written_in(dialog, other, column, qtbot, typed)
        assert dialog.text(other, "published") == iso
    assert table.item(other, column).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Date: 6 Jun 2031")
    written_in(dialog, other, column, qtbot, "soon")
    dialog.accept()
    assert "“soon” is not a date. Write it as 3 May 2031, or 3 May 2031 14:30 +02:00" in dialog.problem.text()


def written_in(dialog: MissingDetailsDialog, row: int, column: int, qtbot: QtBot, words: str = "") -> str:
    """Open the field of a cell, perhaps type there, and go on: what stood in it."""
    dialog.table.editItem(dialog.table.item(row, column))
    field = dialog.table.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    before = field.text()
    if words:
        field.selectAll()
        qtbot.keyClicks(field, words)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.table.findChild(QLineEdit) is None)
    return before
