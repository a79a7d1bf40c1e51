"""The head of a pane."""

import pytest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.ui.compare.header import Header
from reader.wording.lines import dates


@pytest.mark.parametrize(
    ("updated", "said"), [("2031-05-04T18:40+02:00", "Updated 4 May 2031 18:40"), ("2031-05-03", ""), ("", "")]
)
def test_an_update_is_told_to_who_rests_the_mouse_on_the_date(updated: str, said: str, qtbot: QtBot) -> None:
    article = Article("a", "x", byline="Lena Marsh", published="2031-05-03", updated=updated)
    header = Header(article, None)
    qtbot.addWidget(header)
    assert said in header.accessibleDescription()
    assert said in header.toolTip()
    assert ("Updated" in header.toolTip()) is bool(said)


def test_its_name_says_its_letter_and_its_state(qtbot: QtBot) -> None:
    header = Header(Article("a", "x", outlet="Tidewatch"), None)
    qtbot.addWidget(header)
    header.set_letter("C")
    header.set_tag("not here")
    assert header.accessibleName() == "C, Tidewatch, not here"
    header.set_tag("")
    header.set_base(True)
    assert header.accessibleName() == "C, Tidewatch, the others are compared with it"


def test_what_can_be_done_comes_under_the_mouse_and_stands_in_the_menu(qtbot: QtBot) -> None:
    header = Header(Article("a", "x", outlet="Tidewatch"), None)
    qtbot.addWidget(header)
    assert not header.findChildren(QToolButton)
    header.set_neighbour(True)
    header.reveal()
    assert [one.accessibleName() for one in header.findChildren(QToolButton)] == [
        "Compare the others with Tidewatch",
        "Swap Tidewatch with its neighbour",
        "Close Tidewatch",
    ]
    menu = header.menu()
    said = [action.text().replace("&", "") for action in menu.actions() if action.text()]
    assert said[-1] == "Close Tidewatch"
    with qtbot.waitSignal(header.closed):
        menu.actions()[-1].trigger()
    with qtbot.waitSignal(header.moved, check_params_cb=lambda by: by == 1):
        next(action for action in menu.actions() if "Right" in action.text()).trigger()


def test_in_a_narrow_head_the_date_gives_way_before_the_outlet() -> None:
    assert dates("2031-05-04T07:40+02:00", year=True) == ("4 May 2031, 07:40", "4 May 2031")
    assert dates("2031-05-04T07:40+02:00", year=False) == ("4 May, 07:40", "4 May")
    assert dates("2031-05-04", year=True) == ("4 May 2031",)
    assert dates("last spring", year=False) == ("last spring",)
    assert dates("", year=True) == ()
