"""The comparisons of before, newest first, each once, and only those that can be opened."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.ui.recent import MOST, Recent
from reader.ui.session import Session


def test_recent(qtbot: QtBot) -> None:
    window, session, opened = QWidget(), Session(), []
    qtbot.addWidget(window)
    menu = Recent(session, opened.append, window)
    menu.fill()
    assert [(a.text(), a.isEnabled()) for a in menu.actions()] == [("None yet", False)]
    menu.remember(("a", "b"), ("The Lowen Post", "The Coast Herald"))
    menu.remember(("c", "d", "e"), ("R & D", "Two", "Three"))
    menu.remember(("b", "a"), ("The Coast Herald", "The Lowen Post"))
    menu.remember(("x", "y"), ("Gone", "Also gone"))
    menu.known = frozenset("abcde")
    menu.fill()
    assert [a.text() for a in menu.actions()] == ["The Coast Herald, The Lowen Post", "R && D, Two and 1 more"]
    menu.actions()[1].trigger()
    assert opened == [("c", "d", "e")]
    for number in range(20):
        menu.remember((str(number), "z"), ("One", "Two"))
    assert len(session.recent) == MOST
