"""What a search found, as Qt sees it: marks are counted as Qt counts."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.text.spans import Span
from reader.ui.library.library_model import DETAIL, ID
from reader.ui.library.results_model import MARKS, SNIPPET, ResultsModel
from reader.ui.state.checked_articles import CheckedArticles
from reader.workspace import FoundArticle

SNIP = "🔥 a ferry\nran aground; the ferry stayed"


def hit(name: str, snippet: str = SNIP) -> FoundArticle:
    words = [Span(at, at + 5) for at in range(len(snippet)) if snippet.startswith("ferry", at)]
    return FoundArticle(name, "Ferry aground", "The Lowen Post", "2031-05-03", snippet, tuple(words))


@pytest.fixture
def ticks() -> CheckedArticles:
    return CheckedArticles()


@pytest.fixture
def model(ticks: CheckedArticles, qtbot: QtBot) -> ResultsModel:
    made = ResultsModel(ticks)
    made.setProperty(
        "tester", QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    )
    made.show((hit("a"), hit("b")))
    return made


def test_a_hit(model: ResultsModel) -> None:
    index = model.index(0)
    assert [index.data(ID), index.data(), index.data(DETAIL)] == ["a", "Ferry aground", "The Lowen Post · 3 May 2031"]
    assert index.data(SNIPPET) == SNIP.replace("\n", " ")


def test_marks_are_in_utf_16_units(model: ResultsModel) -> None:
    units = SNIP.encode("utf-16-le")
    words = [
        units[2 * start : 2 * (start + length)].decode("utf-16-le") for start, length in model.index(0).data(MARKS)
    ]
    assert words == ["ferry", "ferry"]


def test_ticks_are_the_librarys(model: ResultsModel, ticks: CheckedArticles) -> None:
    assert model.setData(model.index(1), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert ticks.ids == ("b",)
    assert model.index(1).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked


def test_more_hits_are_asked_for_once_and_each_is_shown_once(ticks: CheckedArticles, qtbot: QtBot) -> None:
    model = ResultsModel(ticks)  # without the tester, which asks for more by itself
    model.show((hit("a"), hit("b")), 5)
    assert model.canFetchMore(QModelIndex())
    with qtbot.waitSignal(model.moreWanted):
        model.fetchMore(QModelIndex())
    assert not model.canFetchMore(QModelIndex())
    model.add((hit("b"), hit("c")), more=True)
    assert [model.index(at).data(ID) for at in range(model.rowCount())] == ["a", "b", "c"]
    assert model.canFetchMore(QModelIndex())
    model.add((), more=False)
    assert not model.canFetchMore(QModelIndex())


def test_what_is_all_there_has_no_more(model: ResultsModel) -> None:
    model.show((hit("a"),), 1)
    assert not model.canFetchMore(QModelIndex())
    model.show((hit("a"),), 9, more=False)
    assert not model.canFetchMore(QModelIndex())
