"""The comparisons of before, newest first, each once, and only those that can be opened."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reader.paths import Paths
from reader.ui.controllers.saved_comparisons import RecentComparisonsMenu
from reader.ui.state.saved_comparisons import RECENT, comparisons
from reader.workspace import Workspace


def test_the_menu(qtbot: QtBot) -> None:
    window, opened = QWidget(), []
    qtbot.addWidget(window)
    menu = RecentComparisonsMenu(opened.append, window)
    assert [(a.text(), a.isEnabled()) for a in menu.actions()] == [("None yet", False)]
    menu.show_recent([("R & D, Two and 1 more", ("c", "d", "e"))])
    assert [a.text() for a in menu.actions()] == ["R && D, Two and 1 more"]
    menu.actions()[0].trigger()
    assert opened == [("c", "d", "e")]


def test_each_once_newest_first_and_only_what_is_there(paths: Paths, stories: list[Path]) -> None:
    workspace = Workspace(paths)
    report = workspace.import_files(stories)
    one, two, three = (entry.article_id for entry in report.entries)
    for ids in ((one, two), (two, three), (two, one), (one, two, three)):
        workspace.opened_comparison(ids)
    found = comparisons(workspace).recent
    assert [ids for _name, ids in found] == [(one, two, three), (two, one), (two, three)]
    assert found[0][0].endswith(" and 1 more")
    workspace.library.remove([three])
    assert [ids for _name, ids in comparisons(workspace).recent] == [(two, one)]
    for _time in range(30):
        workspace.opened_comparison((one, two))
    assert len(comparisons(workspace).recent) <= RECENT
    workspace.close()
