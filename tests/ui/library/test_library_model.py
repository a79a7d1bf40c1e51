"""The library's list: what Qt asks of a model, pages read as they are seen, ticks, stars and drags between stories."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.library import Filter, Row
from reader.ui.library.library_model import DETAIL, GONE, HEADING, ID, LOADING, STARRED, UNREAD, LibraryModel
from reader.ui.library.paged_rows import KEPT, ArticleSelection, RowRange
from reader.ui.state.checked_articles import CheckedArticles
from reader.ui.state.library_snapshot import PAGE, LibraryFilter, LibraryQuery, Shelf, SnapshotPage

CHECK = Qt.ItemDataRole.CheckStateRole
ON, PART, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked
FLAT = LibraryQuery(LibraryFilter.ALL)


def row(name: str, **more: object) -> Row:
    known: dict[str, object] = {
        "outlet": "The Lowen Post",
        "published": "2031-05-03T08:00:00",
        "words": 1234,
        "path": "",
    }
    fields = {"id": name, "headline": f"About {name}", "byline": "", "added": "", "story": None, "gone": False}
    return Row(**{**fields, **known, **more})  # type: ignore[arg-type]


FERRY, LOOSE = Filter(story=7), Filter(loose=True)
SHELVES = (Shelf("Ferry", 2, FERRY, 7), Shelf("In no story", 1, LOOSE))
PAGES = {(0, 0): SnapshotPage((row("a"), row("b")), frozenset({"b"})), (1, 0): SnapshotPage((row("c", headline=""),))}
MANY = (Shelf("", 10 * PAGE, Filter()),)


def page(number: int) -> SnapshotPage:
    return SnapshotPage(tuple(row(f"{at}") for at in range(number * PAGE, (number + 1) * PAGE)))


@pytest.fixture
def ticks() -> CheckedArticles:
    return CheckedArticles()


@pytest.fixture
def model(ticks: CheckedArticles, qtbot: QtBot) -> LibraryModel:
    made = LibraryModel(ticks)
    mode = QAbstractItemModelTester.FailureReportingMode.Warning
    made.setProperty("tester", QAbstractItemModelTester(made, mode, made))
    made.show(LibraryQuery(), SHELVES, PAGES)
    return made


def test_headings_and_the_articles_under_them(model: LibraryModel) -> None:
    assert model.rowCount() == 5
    ferry, first, loose = model.index(0), model.index(1), model.index(3)
    assert (ferry.data(), ferry.data(DETAIL), ferry.data(HEADING)) == ("Ferry", "2 articles", True)
    assert (first.data(), first.data(ID), first.data(HEADING)) == ("About a", "a", None)
    assert first.data(DETAIL) == "The Lowen Post · 3 May 2031 · 1,234 words"
    assert model.heading_of(first) == ferry
    assert [model.story_of(ferry), model.story_of(first), model.story_of(loose)] == [7, None, None]
    assert model.index(4).data() == "Without a headline"


def test_stories_in_some_rows_are_those_whose_headings_stand_there(model: LibraryModel) -> None:
    rope = Filter(story=8)
    model.show(LibraryQuery(), (SHELVES[0], Shelf("Rope", 3, rope, 8), SHELVES[1]), PAGES)
    assert [model.story_of(model.index(row)) for row in range(9)] == [7, None, None, 8, None, None, None, None, None]
    asked = {(0, 8): [7, 8], (1, 8): [8], (0, 2): [7], (1, 2): [], (3, 3): [8], (4, 8): []}
    for rows, stories in asked.items():
        assert list(model.stories([rows])) == stories
    assert list(model.stories([(0, 1), (3, 4)])) == [7, 8]
    model.set_open(model.index(0), False)
    assert list(model.stories([(0, 1)])) == [7, 8]
    model.show(LibraryQuery(), MANY, {(0, 0): page(0)})
    assert list(model.stories([(0, 5 * PAGE)])) == []


def test_a_story_closes_and_opens(model: LibraryModel) -> None:
    model.set_open(model.index(0), False)
    assert model.rowCount() == 3
    assert not model.index(0).data(HEADING)
    assert not model.index_of("a").isValid()
    assert model.index_of("c").row() == 2
    model.set_open(model.index(1), False)
    model.open_for("a")
    assert model.index_of("a").row() == 1
    model.show(LibraryQuery(), SHELVES, PAGES)  # as the person left it
    assert model.rowCount() == 4


def test_what_is_known_of_an_article_is_told(model: LibraryModel) -> None:
    model.show(
        FLAT,
        MANY[:1],
        {(0, 0): SnapshotPage((row("x", starred=True, tags=("port",), versions=2), row("y", seen=True)))},
    )
    first, second = model.index(0), model.index(1)
    assert (first.data(STARRED), first.data(UNREAD), second.data(UNREAD)) == (True, True, False)
    assert first.data(DETAIL) == "The Lowen Post · 3 May 2031 · 2 versions · #port · 1,234 words"
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).startswith("About x, unread, starred, The Lowen Post")
    assert "unread" not in second.data(Qt.ItemDataRole.AccessibleTextRole)


def test_an_article_whose_file_is_gone_says_so(model: LibraryModel) -> None:
    gone = model.index_of("b")
    assert gone.data(GONE) is True
    assert "file gone" in gone.data(DETAIL)
    assert model.index_of("a").data(GONE) is False


def test_a_flat_list_has_articles_only(model: LibraryModel) -> None:
    model.show(FLAT, (Shelf("", 2, Filter()),), {(0, 0): PAGES[0, 0]})
    assert [model.index(at).data(ID) for at in range(model.rowCount())] == ["a", "b"]
    assert model.index_of("b").row() == 1
    assert not model.heading_of(model.index(0)).isValid()


def test_only_what_is_asked_for_is_read(model: LibraryModel, qtbot: QtBot) -> None:
    model.show(FLAT, MANY, {(0, 0): page(0)})
    assert model.rowCount() == 10 * PAGE
    assert model.lacking(0, PAGE - 1) == set()
    assert model.lacking(PAGE - 1, 2 * PAGE + 3) == {(0, 1), (0, 2)}
    assert model.lacking(-5, 99 * PAGE) == {(0, n) for n in range(1, 10)}
    waiting = model.index(5 * PAGE)
    assert waiting.data(LOADING)
    assert waiting.data(Qt.ItemDataRole.AccessibleTextRole) == "Loading…"
    assert waiting.data() is None
    with qtbot.waitSignal(model.dataChanged):
        model.fill(model.serial, {(0, 5): page(5)}, set())
    assert waiting.data() == f"About {5 * PAGE}"
    model.fill(model.serial - 1, {(0, 6): page(6)}, set())
    assert model.index(6 * PAGE).data(LOADING)


def test_pages_long_unseen_are_forgotten(model: LibraryModel) -> None:
    model.show(FLAT, (Shelf("", (KEPT + 5) * PAGE, Filter()),), {(0, 0): page(0)})
    for number in range(1, KEPT + 5):
        model.fill(model.serial, {(0, number): page(number)}, {(0, 0)})
    assert len(model.lacking(0, model.rowCount())) == 3
    assert model.index(0).data() == "About 0"  # it is on screen
    assert model.index(PAGE).data(LOADING)
    assert not model.index_of(f"{PAGE}").isValid()


def test_what_is_chosen_is_known_by_its_ids_or_by_its_place(model: LibraryModel) -> None:
    assert model.picked([(0, 0), (4, 4)]) == ArticleSelection(("a", "b", "c"))
    assert model.picked([(1, 1), (1, 4)]) == ArticleSelection(("a", "b", "c"))
    model.show(FLAT, MANY, {(0, 0): page(0)})
    assert model.picked([(3, 4)]).ids == ("3", "4")
    picked = model.picked([(0, 1), (PAGE, 2 * PAGE)])
    assert picked == ArticleSelection(("0", "1"), (RowRange(Filter(), "added", PAGE, PAGE + 1, 10 * PAGE),))
    assert picked.count == PAGE + 3


def test_ticking_a_heading_ticks_its_articles_and_shows_what_is_ticked(
    model: LibraryModel, ticks: CheckedArticles
) -> None:
    ferry = model.index(0)
    assert model.setData(ferry, ON.value, CHECK)
    assert ticks.ids == ("a", "b")
    ticks.toggle("a")
    assert ferry.data(CHECK) == PART
    assert model.setData(ferry, ON.value, CHECK)
    assert ferry.data(CHECK) == ON
    assert model.setData(ferry, OFF.value, CHECK)
    assert [ticks.ids, ferry.data(CHECK)] == [(), OFF]


def test_a_heading_over_more_than_can_be_compared_has_no_box(model: LibraryModel) -> None:
    model.show(LibraryQuery(), (Shelf("All", 10 * PAGE, Filter()),), {})
    assert model.index(0).data(CHECK) is None
    assert not model.flags(model.index(0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_ticks_made_elsewhere_are_told_to_views(model: LibraryModel, ticks: CheckedArticles, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged):
        ticks.set(["c"], ticked=True)
    assert model.index_of("c").data(CHECK) == ON


def test_the_bin_has_no_ticks(model: LibraryModel) -> None:
    model.show(LibraryQuery(LibraryFilter.BIN), (Shelf("", 1, Filter(binned=True)),), {(0, 0): PAGES[1, 0]})
    index = model.index(0)
    assert index.data(CHECK) is None
    assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_star_is_asked_for_and_what_changed_is_shown(model: LibraryModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.starred) as told:
        assert model.setData(model.index_of("a"), True, STARRED)
    assert told.args == ["a", True]
    with qtbot.waitSignal(model.dataChanged):
        model.patch({"a"}, starred=True, seen=True)
    assert (model.index_of("a").data(STARRED), model.index_of("a").data(UNREAD)) == (True, False)


def test_a_story_can_be_renamed_and_the_rest_cannot(model: LibraryModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.renamed) as told:
        assert model.setData(model.index(0), " Sandbank ")
    assert told.args == [7, "Sandbank"]
    assert not model.setData(model.index(0), "  ")
    assert not model.setData(model.index(3), "Loose")
    assert not model.setData(model.index_of("a"), "Other")


@pytest.mark.parametrize(
    "onto", [lambda model: model.index(0), lambda model: model.index_of("a")], ids=["the story", "one of its articles"]
)
def test_articles_dropped_on_a_story_are_moved_there(
    model: LibraryModel, qtbot: QtBot, onto: "Callable[[LibraryModel], object]"
) -> None:
    dragged = model.mimeData([model.index_of("c")])
    place = onto(model)
    assert model.canDropMimeData(dragged, Qt.DropAction.CopyAction, -1, -1, place)  # type: ignore[arg-type]
    with qtbot.waitSignal(model.moved) as told:
        model.dropMimeData(dragged, Qt.DropAction.CopyAction, -1, -1, place)  # type: ignore[arg-type]
    assert told.args == [("c",), 7]


def test_nothing_is_dropped_where_no_story_is(model: LibraryModel) -> None:
    dragged = model.mimeData([model.index_of("c")])
    model.show(FLAT, MANY, {(0, 0): page(0)})
    assert not model.canDropMimeData(dragged, Qt.DropAction.CopyAction, -1, -1, model.index(0))


def test_an_unknown_article_is_nowhere(model: LibraryModel) -> None:
    assert not model.index_of("nobody").isValid()
