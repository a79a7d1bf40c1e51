"""Ticks keep their order, tell of changes only, and forget what is gone."""

from pytestqt.qtbot import QtBot

from reader.ui.models.ticks import Ticks


def test_ticks_keep_the_order_of_ticking(qtbot: QtBot) -> None:
    ticks = Ticks()
    ticks.set(["b", "a"], ticked=True)
    ticks.toggle("c")
    ticks.toggle("a")
    assert ticks.ids == ("b", "c")
    assert "b" in ticks
    assert len(ticks) == 2


def test_only_changes_are_told(qtbot: QtBot) -> None:
    ticks, told = Ticks(), []
    ticks.changed.connect(lambda: told.append(ticks.ids))
    ticks.set(["a"], ticked=True)
    ticks.set(["a"], ticked=True)
    ticks.replace(["a"])
    ticks.set(["b"], ticked=False)
    ticks.set(["a", "c"], ticked=False)
    assert told == [("a",), ()]
