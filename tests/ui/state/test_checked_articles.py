"""Ticks keep their order, tell of changes only, and forget what is gone."""

from pytestqt.qtbot import QtBot

from reader.ui.state.checked_articles import CheckedArticles


def test_ticks_keep_the_order_of_ticking(qtbot: QtBot) -> None:
    ticks = CheckedArticles()
    ticks.set(["b", "a"], ticked=True)
    ticks.toggle("c")
    ticks.toggle("a")
    assert ticks.ids == ("b", "c")
    assert "b" in ticks
    assert len(ticks) == 2


def test_only_changes_are_told(qtbot: QtBot) -> None:
    ticks, told = CheckedArticles(), []
    ticks.changed.connect(lambda: told.append(ticks.ids))
    ticks.set(["a"], ticked=True)
    ticks.set(["a"], ticked=True)
    ticks.replace(["a"])
    ticks.set(["b"], ticked=False)
    ticks.set(["a", "c"], ticked=False)
    assert told == [("a",), ()]
