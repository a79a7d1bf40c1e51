"""The values of a facet as Qt sees them: counts, ticks, and an order that stays while one ticks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from reader.ui.library.facet_popup import COUNT, VALUE, FacetModel
from reader.workspace import Facet

FACETS = (
    Facet("month", "2031-03", "2031-03", 4),
    Facet("outlet", "Tidewatch", "Tidewatch", 3),
    Facet("month", "2032-01", "2032-01", 2),
    Facet("month", "", "", 1),
)


@pytest.fixture
def model(qtbot: QtBot) -> FacetModel:
    made = FacetModel("month")
    made.setProperty(
        "tester", QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Warning, made)
    )
    made.show(FACETS, ["2031-03"])
    return made


def test_only_its_kind_the_newest_month_first(model: FacetModel) -> None:
    shown = [(model.index(at).data(), model.index(at).data(COUNT)) for at in range(model.rowCount())]
    assert shown == [("January 2032", 2), ("March 2031", 4), ("No date", 1)]
    assert model.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "March 2031, 4 articles"


def test_a_tick_is_asked_for_and_shown_once_it_is_answered(model: FacetModel, qtbot: QtBot) -> None:
    role = Qt.ItemDataRole.CheckStateRole
    assert model.index(1).data(role) == Qt.CheckState.Checked
    with qtbot.waitSignal(model.toggled) as asked:
        assert model.setData(model.index(0), None, role)
    assert asked.args == ["2032-01"] == [model.index(0).data(VALUE)]
    assert model.index(0).data(role) == Qt.CheckState.Unchecked
    with qtbot.assertNotEmitted(model.modelReset):
        model.show(FACETS, ["2031-03", "2032-01"])
    assert model.index(0).data(role) == Qt.CheckState.Checked
