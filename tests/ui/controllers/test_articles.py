"""Stars, tags, what has been read, stories and details, as a person gives them by mouse and key."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.library import Filter, Library
from reader.ui.controllers.comparison import KEY
from reader.ui.dialogs.details import DetailsDialog
from reader.ui.dialogs.story_and_tags import StoryDialog, TagDialog
from reader.ui.library.library_model import ID, LOADING, STARRED, UNREAD
from reader.ui.library.paged_rows import ArticleSelection, RowRange
from reader.ui.main_window import MainWindow
from reader.ui.state.library_snapshot import LibraryFilter, LibraryQuery
from reader.workspace import Workspace
from tests.ui.driver import workspace_of

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def ids(window: MainWindow) -> list[str]:
    model = window.sidebar.library.model
    return list(dict.fromkeys(i for at in range(model.rowCount()) for i in model.ids(model.index(at))))


def choose(window: MainWindow, *wanted: str) -> None:
    panel = window.sidebar.library
    panel.reveal(wanted)
    panel.tree.setFocus()


def library(window: MainWindow) -> Library:
    return workspace_of(window).library


def undone(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.commands["undo"].isEnabled)
    with qtbot.waitSignal(window.library.refreshed):
        window.commands["undo"].trigger()


def test_a_click_on_the_star_gives_it_and_the_key_takes_it(filled: MainWindow, qtbot: QtBot) -> None:
    tree, model, first = filled.sidebar.library.tree, filled.sidebar.library.model, ids(filled)[0]
    row = tree.visualRect(model.index_of(first))
    with qtbot.waitSignal(filled.library.refreshed):
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(row.right() - 12, row.center().y()))
    assert model.index_of(first).data(STARRED) is True
    assert library(filled).ids(Filter(starred=True)) == [first]
    choose(filled, first)
    with qtbot.waitSignal(filled.library.refreshed):
        qtbot.keyClick(tree, Qt.Key.Key_D, CTRL)
    assert model.index_of(first).data(STARRED) is False
    undone(filled, qtbot)
    assert model.index_of(first).data(STARRED) is True


def test_the_starred_are_shown_alone(filled: MainWindow, qtbot: QtBot) -> None:
    filled.commands["library-starred"].trigger()
    empty = filled.sidebar.library.empty
    qtbot.waitUntil(lambda: empty.title.text() == "No article has a star")
    qtbot.waitUntil(lambda: filled.commands["library-starred"].isChecked())
    empty.button.click()
    qtbot.waitUntil(lambda: len(ids(filled)) == 3)
    library(filled).labels.star(ids(filled)[:2])
    filled.commands["library-starred"].trigger()
    qtbot.waitUntil(lambda: filled.sidebar.library.model.rowCount() == 2)


def test_what_is_opened_has_been_read_and_can_be_unread_again(filled: MainWindow, qtbot: QtBot) -> None:
    model, first = filled.sidebar.library.model, ids(filled)[0]
    assert model.index_of(first).data(UNREAD)
    filled.comparisons.read(first)
    qtbot.waitUntil(lambda: not model.index_of(first).data(UNREAD))
    assert library(filled).ids(Filter(seen=True)) == [first]
    choose(filled, first)
    with qtbot.waitSignal(filled.library.refreshed):
        qtbot.keyClick(filled.sidebar.library.tree, Qt.Key.Key_U, CTRL | SHIFT)
    assert model.index_of(first).data(UNREAD)
    undone(filled, qtbot)
    assert not model.index_of(first).data(UNREAD)


def test_tags_are_given_and_taken_for_several_at_once(filled: MainWindow, qtbot: QtBot) -> None:
    one, two, three = ids(filled)
    library(filled).labels.tag([one], "port")
    library(filled).labels.tag([one, two], "ferry")
    choose(filled, one, two)
    filled.commands["tags"].trigger()
    qtbot.waitUntil(lambda: isinstance(filled.dialogs.open, TagDialog))
    dialog = filled.dialogs.open
    assert isinstance(dialog, TagDialog)
    boxes = {item.text(): item.checkState() for item in dialog.items()}
    assert boxes == {"ferry": Qt.CheckState.Checked, "port": Qt.CheckState.PartiallyChecked}
    dialog.field.setText("to check")  # typed, it would open a list of tags, which the offscreen platform cannot
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    dialog.items()[[item.text() for item in dialog.items()].index("ferry")].setCheckState(Qt.CheckState.Unchecked)
    assert dialog.isVisible()  # Return added the tag and nothing else
    with qtbot.waitSignal(filled.library.refreshed):
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
    assert [row.tags for row in library(filled).rows_of([one, two, three])] == [("port", "to check"), ("to check",), ()]
    undone(filled, qtbot)
    assert [row.tags for row in library(filled).rows_of([one, two])] == [("ferry", "port"), ("ferry",)]


def tag_dialog(window: MainWindow, qtbot: QtBot) -> TagDialog:
    window.commands["tags"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.dialogs.open, TagDialog))
    assert isinstance(window.dialogs.open, TagDialog)
    return window.dialogs.open


def typed_over(dialog: TagDialog, tag: str, name: str, qtbot: QtBot) -> None:
    """Rename a tag as a person does: choose it, press the button, type, Return."""
    dialog.list.setCurrentItem(next(item for item in dialog.items() if item.text() == tag))
    dialog.rename.click()
    editor = dialog.list.findChild(QLineEdit)
    assert editor.height() >= dialog.field.sizeHint().height()  # its words are not cut off
    editor.selectAll()
    qtbot.keyClicks(editor, name)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.list.findChild(QLineEdit) is None)
    assert dialog.isVisible()


def accepted(window: MainWindow, dialog: TagDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.library.refreshed):
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def test_a_tag_is_renamed_on_every_article(filled: MainWindow, qtbot: QtBot) -> None:
    one, two, three = ids(filled)
    library(filled).labels.tag([one, three], "port")
    filled.library.show(LibraryQuery(LibraryFilter.TAG, "added", "port"))
    qtbot.waitUntil(lambda: filled.sidebar.library.model.rowCount() == 2)
    choose(filled, one)
    dialog = tag_dialog(filled, qtbot)
    typed_over(dialog, "port", "  Old   harbour ", qtbot)
    accepted(filled, dialog, qtbot)
    assert [row.tags for row in library(filled).rows_of([one, two, three])] == [("Old harbour",), (), ("Old harbour",)]
    assert filled.library.view.tag == "Old harbour"  # what was on view still is
    assert filled.sidebar.library.model.rowCount() == 2
    undone(filled, qtbot)
    assert [row.tags for row in library(filled).rows_of([one, two, three])] == [("port",), (), ("port",)]


def test_searches_saved_for_a_tag_that_is_renamed_are_told_of(filled: MainWindow, qtbot: QtBot) -> None:
    one, *_others = ids(filled)
    library(filled).labels.tag([one], "port", "ferry")
    library(filled).searches.save("Quays", "storm tag:Port")
    library(filled).searches.save("Boats", "tag:ferry")
    choose(filled, one)
    dialog = tag_dialog(filled, qtbot)
    typed_over(dialog, "port", "harbour", qtbot)
    accepted(filled, dialog, qtbot)
    qtbot.waitUntil(lambda: any("Quays" in message.text for message in filled.central.messages.shown))
    assert not any("Boats" in message.text for message in filled.central.messages.shown)


def test_a_tag_that_gets_anothers_name_joins_it(filled: MainWindow, qtbot: QtBot) -> None:
    one, two, three = ids(filled)
    library(filled).labels.tag([one], "port")
    library(filled).labels.tag([two], "Harbour")
    choose(filled, one, two, three)
    dialog = tag_dialog(filled, qtbot)
    typed_over(dialog, "port", "harbour", qtbot)
    assert [item.text() for item in dialog.items()] == ["Harbour"]
    accepted(filled, dialog, qtbot)
    assert [row.tags for row in library(filled).rows_of([one, two, three])] == [("Harbour",), ("Harbour",), ()]


def test_tags_may_change_names_with_one_another(filled: MainWindow, qtbot: QtBot) -> None:
    one, two, _three = ids(filled)
    library(filled).labels.tag([one], "port")
    library(filled).labels.tag([two], "ferry")
    choose(filled, one, two)
    dialog = tag_dialog(filled, qtbot)
    for before, after in (("port", "x"), ("ferry", "port"), ("x", "ferry")):
        typed_over(dialog, before, after, qtbot)
    accepted(filled, dialog, qtbot)
    assert [row.tags for row in library(filled).rows_of([one, two])] == [("ferry",), ("port",)]


def test_a_tag_keeps_its_name_where_nothing_is_typed(filled: MainWindow, qtbot: QtBot) -> None:
    one, _two, _three = ids(filled)
    library(filled).labels.tag([one], "port")
    choose(filled, one)
    dialog = tag_dialog(filled, qtbot)
    typed_over(dialog, "port", "   ", qtbot)
    assert [item.text() for item in dialog.items()] == ["port"]
    assert dialog.renamed == []


def test_the_articles_with_a_tag_are_chosen_from_the_head(filled: MainWindow, qtbot: QtBot) -> None:
    library(filled).labels.tag(ids(filled)[:1], "port")
    with qtbot.waitSignal(filled.library.refreshed):
        filled.library.refresh()
    box = filled.sidebar.library.heading.shown
    box.setCurrentIndex(box.findText("#port"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: filled.sidebar.library.model.rowCount() == 1)
    assert filled.library.view == LibraryQuery(LibraryFilter.TAG, "added", "port")


def test_articles_go_to_a_story_that_is_typed(filled: MainWindow, qtbot: QtBot) -> None:
    first, second, _third = ids(filled)
    for name, article, expected in (("Ferry", first, 1), ("ferr", second, 2)):
        choose(filled, article)
        filled.commands["move"].trigger()
        dialog = filled.dialogs.open
        assert isinstance(dialog, StoryDialog)
        qtbot.keyClicks(dialog.field, name)
        with qtbot.waitSignal(filled.library.refreshed):
            qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
        assert [(story.name, story.count) for story in library(filled).stories.all()] == [("Ferry", expected)]


def test_stories_are_merged_and_parted_again(filled: MainWindow, qtbot: QtBot) -> None:
    first, second, _third = ids(filled)
    for name, article in (("Ferry", first), ("Sandbank", second)):
        library(filled).stories.assign([article], library(filled).stories.add(name))
    with qtbot.waitSignal(filled.library.refreshed):
        filled.library.refresh()
    tree, model = filled.sidebar.library.tree, filled.sidebar.library.model
    tree.setCurrentIndex(model.index(0))
    assert not filled.commands["merge"].isEnabled()
    tree.select_rows(model.headings({story.id for story in library(filled).stories.all()}))
    assert filled.commands["merge"].isEnabled()
    with qtbot.waitSignal(filled.library.refreshed):
        filled.commands["merge"].trigger()
    assert [(story.name, story.count) for story in library(filled).stories.all()] == [("Ferry", 2)]
    assert filled.central.messages.shown[0].text == "2 stories merged into “Ferry”."
    undone(filled, qtbot)
    assert len(library(filled).stories.all()) == 2


def test_left_and_right_close_and_open_a_story(filled: MainWindow, qtbot: QtBot) -> None:
    tree, model = filled.sidebar.library.tree, filled.sidebar.library.model
    tree.setCurrentIndex(model.index(2))
    for key, rows in ((Qt.Key.Key_Left, 4), (Qt.Key.Key_Left, 1), (Qt.Key.Key_Right, 4)):
        qtbot.keyClick(tree, key)
        assert model.rowCount() == rows
    qtbot.keyClick(tree, Qt.Key.Key_End)
    assert tree.currentIndex().row() == 3
    qtbot.keyClick(tree, Qt.Key.Key_Home)
    assert tree.currentIndex().row() == 0


def test_space_ticks_all_that_is_chosen(filled: MainWindow, qtbot: QtBot) -> None:
    choose(filled, *ids(filled)[:2])
    qtbot.keyClick(filled.sidebar.library.tree, Qt.Key.Key_Space)
    assert set(filled.service.ticks.ids) == set(ids(filled)[:2])
    qtbot.keyClick(filled.sidebar.library.tree, Qt.Key.Key_Space)
    assert filled.service.ticks.ids == ()


def test_details_are_edited_taken_back_and_shown_where_it_lies_open(filled: MainWindow, qtbot: QtBot) -> None:
    first = ids(filled)[0]
    came = library(filled).get(first).headline
    filled.comparisons.read(first)
    qtbot.waitUntil(lambda: filled.comparisons.ids == (first,))
    choose(filled, first)
    for typed, expected in (("Another headline", "Another headline"), (None, came)):
        filled.commands["details"].trigger()
        qtbot.waitUntil(lambda: isinstance(filled.dialogs.open, DetailsDialog))
        dialog = filled.dialogs.open
        assert isinstance(dialog, DetailsDialog)
        field = dialog.fields["headline"]
        if typed:
            assert field.origin.text() == "read in the text"
            field.line.setText(typed)
        else:
            field.back.click()
        assert field.origin.text() == ("edited by you" if typed else "read in the text")
        with qtbot.waitSignal(filled.library.refreshed):
            dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()
        assert library(filled).get(first).headline == expected
        qtbot.waitUntil(lambda expected=expected: filled.comparisons.comparison.articles[0].headline == expected)
    assert library(filled).metadata.received(first) == {}


def test_a_date_that_is_none_is_told_and_the_dialog_stays(filled: MainWindow, qtbot: QtBot) -> None:
    filled.article_details.ask_about(ids(filled)[0])
    qtbot.waitUntil(lambda: isinstance(filled.dialogs.open, DetailsDialog))
    dialog = filled.dialogs.open
    assert isinstance(dialog, DetailsDialog)
    dialog.fields["published"].line.setText("yesterday")
    dialog.accept()
    assert dialog.isVisible()
    assert "not a date" in dialog.problem.text()
    dialog.fields["published"].line.setText("2031-05-03")
    assert dialog.problem.isHidden()
    dialog.reject()


def test_two_captures_of_an_address_are_compared(filled: MainWindow, qtbot: QtBot) -> None:
    for text in ("The pier was shut.", "The pier was shut, and opened again."):
        library(filled).add(Article("x", text, headline="Pier", url="https://velim.example/pier"))
    with qtbot.waitSignal(filled.library.refreshed):
        filled.library.refresh()
    model = filled.sidebar.library.model
    choose(filled, ids(filled)[0])
    assert "2 versions" in model.index_of(ids(filled)[0]).data(Qt.ItemDataRole.AccessibleTextRole)
    assert filled.commands["versions"].isEnabled()
    filled.commands["versions"].trigger()
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 2, timeout=60_000)


@pytest.fixture
def large(filled: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window on more articles than are read at once."""
    found = library(filled)
    with found.together():
        for number in range(900):
            found.add(Article("x", f"Text {number}", headline=f"Number {number:03}"))
    with qtbot.waitSignal(filled.library.refreshed):
        filled.library.show(LibraryQuery(LibraryFilter.ALL, "headline"))
    return filled


def test_rows_are_read_as_they_come_on_screen(large: MainWindow, qtbot: QtBot) -> None:
    panel = large.sidebar.library
    last = panel.model.index(panel.model.rowCount() - 5)
    assert last.data(LOADING)
    panel.tree.scrollToBottom()
    qtbot.waitUntil(lambda: not last.data(LOADING))
    assert last.data(ID)


def test_all_are_chosen_though_not_all_are_read(large: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(large.sidebar.library.tree, Qt.Key.Key_A, CTRL)
    assert large.sidebar.picked().count == 903
    with qtbot.waitSignal(large.library.refreshed):
        large.article_flags.star()
    assert library(large).count(Filter(starred=True)) == 903


def test_a_list_that_has_changed_is_not_trusted(large: MainWindow) -> None:
    stretch = RowRange(Filter(), "headline", 0, 10, 904)
    with pytest.raises(Exception, match="changed meanwhile"):
        ArticleSelection((), (stretch,)).resolve(library(large))
    assert len(ArticleSelection((), (RowRange(Filter(), "headline", 0, 10, 903),)).resolve(library(large))) == 10


def test_a_file_inside_an_archive_is_there_as_long_as_that_is(tmp_path: Path) -> None:
    from reader.ui.state.library_snapshot import lost

    archive = tmp_path / "day.zip"
    archive.touch()
    assert not lost(str(archive / "one" / "page.html"))
    assert lost(str(tmp_path / "other.zip" / "page.html"))
    assert not lost("")


def test_an_article_that_changes_does_not_come_back_in_front_of_a_comparison_on_its_way(
    filled: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    free, compare = threading.Event(), Workspace.compare
    monkeypatch.setattr(Workspace, "compare", lambda *given: (free.wait(), compare(*given))[1])
    first, *others = ids(filled)
    filled.comparisons.read(first)
    qtbot.waitUntil(lambda: filled.comparisons.ids == (first,))
    filled.comparisons.compare([first, *others])
    library(filled).metadata.edit(first, headline="Another headline")
    filled.service.libraryChanged.emit()
    qtbot.waitUntil(lambda: [job.key for job in filled.service.tasks.running] == [KEY])
    free.set()
    qtbot.waitUntil(lambda: filled.comparisons.ids == (first, *others))
