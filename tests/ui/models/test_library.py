"""The library's tree: what Qt asks of a model, ticks that shelves and articles share, and drags between stories."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.library import Row
from reader.ui.models.library import DETAIL, GONE, ID, LibraryModel
from reader.ui.models.shelves import Shelf
from reader.ui.models.ticks import Ticks

CHECK = Qt.ItemDataRole.CheckStateRole
ON, PART, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


def row(name: str, **more: object) -> Row:
    known: dict[str, object] = {
        "outlet": "The Lowen Post",
        "published": "2031-05-03T08:00:00",
        "words": 1234,
        "path": "",
    }
    fields = {"id": name, "headline": f"About {name}", "byline": "", "added": "", "story": None, "gone": False}
    return Row(**{**fields, **known, **more})  # type: ignore[arg-type]


SHELVES = (Shelf("Ferry", (row("a"), row("b")), 7), Shelf("In no story", (row("c", headline=""),)))


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def model(ticks: Ticks, qtbot: QtBot) -> LibraryModel:
    made = LibraryModel(ticks)
    made.setProperty(
        "tester", QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    )
    made.show(SHELVES, missing=frozenset({"b"}))
    return made


def test_shelves_and_the_articles_on_them(model: LibraryModel) -> None:
    ferry, loose = model.index(0, 0), model.index(1, 0)
    assert [model.rowCount(), model.rowCount(ferry), model.rowCount(loose)] == [2, 2, 1]
    assert (ferry.data(), ferry.data(DETAIL)) == ("Ferry", "2 articles")
    first = model.index(0, 0, ferry)
    assert first.data() == "About a"
    assert first.data(ID) == "a"
    assert first.data(DETAIL) == "The Lowen Post · 3 May 2031 · 1,234 words"
    assert first.parent() == ferry
    assert model.index(0, 0, loose).data() == "Without a headline"


def test_an_article_whose_file_is_gone_says_so(model: LibraryModel) -> None:
    gone = model.index_of("b")
    assert gone.data(GONE) is True
    assert "file gone" in gone.data(DETAIL)
    assert model.index_of("a").data(GONE) is False


def test_a_flat_list_has_articles_only(model: LibraryModel) -> None:
    model.show((Shelf("", (row("a"), row("b"))),), flat=True)
    assert [model.index(at, 0).data(ID) for at in range(model.rowCount())] == ["a", "b"]
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.index_of("b").row() == 1


def test_ticking_a_shelf_ticks_its_articles_and_shows_what_is_ticked(model: LibraryModel, ticks: Ticks) -> None:
    ferry = model.index(0, 0)
    assert model.setData(ferry, ON.value, CHECK)
    assert ticks.ids == ("a", "b")
    ticks.toggle("a")
    assert ferry.data(CHECK) == PART
    assert model.setData(ferry, ON.value, CHECK)
    assert ferry.data(CHECK) == ON
    assert model.setData(ferry, OFF.value, CHECK)
    assert [ticks.ids, ferry.data(CHECK)] == [(), OFF]


def test_ticks_made_elsewhere_are_told_to_views(model: LibraryModel, ticks: Ticks, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged):
        ticks.set(["c"], ticked=True)
    assert model.index_of("c").data(CHECK) == ON


def test_the_bin_has_no_ticks(model: LibraryModel) -> None:
    model.show(SHELVES[1:], flat=True, tickable=False)
    index = model.index(0, 0)
    assert index.data(CHECK) is None
    assert not model.flags(index) & Qt.ItemFlag.ItemIsUserCheckable


def test_a_story_can_be_renamed_and_the_rest_cannot(model: LibraryModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.renamed) as told:
        assert model.setData(model.index(0, 0), " Sandbank ")
    assert told.args == [7, "Sandbank"]
    assert not model.setData(model.index(0, 0), "  ")
    assert not model.setData(model.index(1, 0), "Loose")
    assert not model.setData(model.index_of("a"), "Other")


def test_articles_dropped_on_a_story_are_moved_there(model: LibraryModel, qtbot: QtBot) -> None:
    dragged = model.mimeData([model.index_of("c")])
    with qtbot.waitSignal(model.moved) as told:
        model.dropMimeData(dragged, Qt.DropAction.CopyAction, -1, -1, model.index(0, 0))
    assert told.args == [("c",), 7]


def test_an_unknown_article_is_nowhere(model: LibraryModel) -> None:
    assert not model.index_of("nobody").isValid()
