"""The library's articles and stories, changed as a person changes them, and changed back."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QInputDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from reader.ui.controllers.articles import article_menu
from reader.ui.library.library_model import ID
from reader.ui.library.paged_rows import ArticleSelection
from reader.ui.main_window import MainWindow
from reader.ui.state.library_snapshot import LibraryFilter, LibraryQuery

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def ids(window: MainWindow) -> list[str]:
    model = window.sidebar.library.model
    return list(dict.fromkeys(i for at in range(model.rowCount()) for i in model.ids(model.index(at))))


def choose(window: MainWindow, *wanted: str) -> None:
    tree = window.sidebar.library.tree
    tree.clearSelection()
    for article_id in wanted:
        index = window.sidebar.library.model.index_of(article_id)
        tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)
    tree.setFocus()


def choose_story(window: MainWindow) -> None:
    tree = window.sidebar.library.tree
    tree.setCurrentIndex(window.sidebar.library.model.index(0))
    tree.setFocus()


@pytest.fixture
def lost(filled: MainWindow, qtbot: QtBot) -> tuple[MainWindow, str]:
    """A window whose first article was moved to the bin by key."""
    first = ids(filled)[0]
    choose(filled, first)
    qtbot.keyClick(filled.sidebar.library.tree, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(ids(filled)) == 2)
    return filled, first


def test_delete_moves_to_the_bin_and_the_message_offers_undo(lost: tuple[MainWindow, str], qtbot: QtBot) -> None:
    window, first = lost
    message = window.central.messages.shown[0]
    assert message.text == "1 article moved to the bin."
    message.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: first in ids(window))


def test_undo_and_redo_by_key(lost: tuple[MainWindow, str], qtbot: QtBot) -> None:
    window, first = lost
    qtbot.keyClick(window.sidebar.library.tree, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: first in ids(window))
    qtbot.waitUntil(window.commands["redo"].isEnabled)
    qtbot.keyClick(window.sidebar.library.tree, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: first not in ids(window))


def test_what_is_in_the_bin_is_no_longer_ticked(filled: MainWindow, qtbot: QtBot) -> None:
    before = tuple(ids(filled))
    filled.service.ticks.replace(before)
    choose(filled, before[0])
    filled.library.remove()
    qtbot.waitUntil(lambda: len(ids(filled)) == 2)
    assert filled.service.ticks.ids == before[1:]


def test_the_bin_gives_back(lost: tuple[MainWindow, str], qtbot: QtBot) -> None:
    window, first = lost
    window.library.show(LibraryQuery(LibraryFilter.BIN))
    qtbot.waitUntil(lambda: ids(window) == [first])
    assert not window.commands["remove"].isEnabled()
    window.sidebar.library.restoreWanted.emit()
    qtbot.waitUntil(lambda: ids(window) == [])
    assert window.sidebar.library.empty.title.text() == "The bin is empty"
    window.sidebar.library.empty.button.click()
    qtbot.waitUntil(lambda: len(ids(window)) == 3)


def test_deleting_for_good_asks_first(lost: tuple[MainWindow, str], qtbot: QtBot) -> None:
    window, _first = lost
    window.library.show(LibraryQuery(LibraryFilter.BIN))
    qtbot.waitUntil(lambda: len(ids(window)) == 1)
    for answer, left in ((QMessageBox.ButtonRole.RejectRole, 1), (QMessageBox.ButtonRole.DestructiveRole, 0)):
        window.sidebar.library.purgeWanted.emit()
        box = next(b for b in window.findChildren(QMessageBox) if b.isVisible())
        assert box.text() == "Delete 1 article for good?"
        next(b for b in box.buttons() if box.buttonRole(b) is answer).click()
        qtbot.waitUntil(lambda left=left: len(ids(window)) == left)


def test_a_story_is_made_filled_renamed_and_removed(filled: MainWindow, qtbot: QtBot) -> None:
    model, chosen = filled.sidebar.library.model, tuple(ids(filled)[:2])
    filled.service.ticks.replace(chosen)
    filled.commands["new-story"].trigger()
    dialog = filled.findChild(QInputDialog)
    dialog.setTextValue("Ferry")
    dialog.accept()
    qtbot.waitUntil(lambda: len(filled.library.stories) == 1)
    assert model.index(0, 0).data() == "Ferry"
    filled.commands["undo"].trigger()
    qtbot.waitUntil(lambda: filled.library.stories == ())
    qtbot.waitUntil(filled.commands["redo"].isEnabled)
    filled.commands["redo"].trigger()
    qtbot.waitUntil(lambda: len(filled.library.stories) == 1)
    assert set(model.ids(model.index(0, 0))) == set(chosen)
    model.setData(model.index(0, 0), "Sandbank")
    qtbot.waitUntil(lambda: model.index(0, 0).data() == "Sandbank")
    story = filled.library.stories[0][0]
    filled.stories.move(ArticleSelection((ids(filled)[2],)), story)
    qtbot.waitUntil(lambda: len(model.ids(model.index(0, 0))) == 3)
    choose_story(filled)
    filled.commands["remove-story"].trigger()
    qtbot.waitUntil(lambda: filled.library.stories == ())
    assert len(ids(filled)) == 3


def test_space_ticks_and_enter_opens(filled: MainWindow, qtbot: QtBot) -> None:
    tree, first = filled.sidebar.library.tree, ids(filled)[0]
    choose(filled, first)
    qtbot.keyClick(tree, Qt.Key.Key_Space)
    assert filled.service.ticks.ids == (first,)
    qtbot.keyClick(tree, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: filled.comparisons.ids == (first,))


def test_a_click_on_the_box_ticks_and_a_double_click_opens(filled: MainWindow, qtbot: QtBot) -> None:
    tree, index = filled.sidebar.library.tree, filled.sidebar.library.model.index_of(ids(filled)[1])
    tree.scrollTo(index)
    row = tree.visualRect(index)
    qtbot.mouseClick(
        tree.viewport(), Qt.MouseButton.LeftButton, pos=row.center().__class__(row.left() + 32, row.center().y())
    )
    assert filled.service.ticks.ids == (index.data(ID),)
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    qtbot.mouseDClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=row.center())
    qtbot.waitUntil(lambda: filled.comparisons.ids == (index.data(ID),))


def test_the_menu_of_an_article(filled: MainWindow, qtbot: QtBot) -> None:
    choose(filled, ids(filled)[0])
    offered = article_menu(
        filled.sidebar, filled.service.ticks, filled.library, filled.stories, filled.commands, filled
    )
    texts = [action.text() for action in offered.actions() if not action.isSeparator()]
    assert texts == [
        "&Read", "&Add to Comparison", "More L&ike This", "Tick", "&Star", "R&ead or Unread", "&Tags…", "Move to Story",
        "Art&icle Details…", "&Fill In…", "&Move to Bin",
    ]  # fmt: skip
    next(action for action in offered.actions() if action.text() == "Tick").trigger()
    assert filled.service.ticks.ids == (ids(filled)[0],)


def test_the_keyboard_lands_on_something_that_is_chosen(filled: MainWindow, qtbot: QtBot) -> None:
    filled.sidebar.library.tree.clearSelection()
    qtbot.keyClick(filled, Qt.Key.Key_L, CTRL | SHIFT)
    assert filled.sidebar.library.tree.hasFocus()
    assert filled.sidebar.chosen()
    assert filled.commands["remove"].isEnabled()


def test_newest_first_is_a_flat_list(filled: MainWindow, qtbot: QtBot) -> None:
    panel = filled.sidebar.library
    panel.heading.shown.setFocus()
    qtbot.keyClick(panel.heading.shown, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 3)
    assert filled.library.shown is LibraryFilter.ALL
    assert panel.count.text() == "3 articles"


def test_what_is_chosen_together_is_one_range(filled: MainWindow) -> None:
    """Qt compares the parents of every range with every row it paints: 300 ranges held the window up for 0.3 s."""
    panel = filled.sidebar.library
    panel.reveal(tuple(ids(filled)))
    assert len(panel.tree.selectionModel().selection()) == 1
    assert set(panel.chosen()) == set(ids(filled))
    first, _second, third = ids(filled)
    panel.reveal((third, first))
    assert len(panel.tree.selectionModel().selection()) == 2
    assert set(panel.chosen()) == {first, third}
