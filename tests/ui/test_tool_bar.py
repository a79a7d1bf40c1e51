"""The bar at the top: its words are shown where all of them fit, in any language."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.ui import tool_bar
from reader.ui.actions.specs import SEARCH_FIELD, TOOLBAR
from reader.ui.tool_bar import BarButton, TopBar

LEAST = 180


def widths(qtbot: QtBot, width: int) -> list[int]:
    """How wide are the buttons of a bar of this width, once everything has found its place."""
    window = QWidget()
    qtbot.addWidget(window)
    search = QLineEdit()
    search.setMinimumWidth(LEAST)
    actions = {name: QAction(name, window) for name in TOOLBAR if name and name != SEARCH_FIELD}
    bar = TopBar(actions, search, window)
    bar.menus.addMenu("File")
    window.resize(width, 80)
    bar.resize(width, 40)
    with qtbot.waitExposed(window):
        window.show()
    found = bar.findChildren(BarButton)
    qtbot.waitUntil(lambda: all(one.width() == one.sizeHint().width() for one in found))
    assert search.width() >= LEAST
    boxes = [one.geometry() for one in (*found, search)]
    assert not [1 for i, box in enumerate(boxes) for other in boxes[:i] if box.intersects(other)]
    return [one.width() for one in found]


def test_words_are_shown_where_they_fit(qtbot: QtBot) -> None:
    wide, narrow = widths(qtbot, 1400), widths(qtbot, 700)
    assert sum(wide) > sum(narrow)
    assert len(set(narrow)) == 1


def test_longer_words_need_more_room(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool_bar, "WORDS", {name: 3 * word for name, word in tool_bar.WORDS.items()})
    assert len(set(widths(qtbot, 900))) == 1
    assert len(set(widths(qtbot, 1900))) > 1
