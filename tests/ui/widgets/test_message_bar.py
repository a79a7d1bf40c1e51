"""The message bar: grave news stay, good news go, buttons do what they say."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.errors import LibraryError
from reader.ui.widgets import message_bar
from reader.ui.widgets.message_bar import MOST, MessageBar, MessageKind


@pytest.fixture
def bar(qtbot: QtBot) -> Iterator[MessageBar]:
    around = QWidget()
    qtbot.addWidget(around)
    made = MessageBar(around)
    around.resize(700, 300)
    around.show()
    yield made
    around.close()  # it owns the bar and has to live as long


def test_an_error_says_what_to_do(bar: MessageBar) -> None:
    message = bar.show_error(LibraryError("The library\ncannot be opened.", "Put a copy in its place."))
    assert message.accessibleName() == "Error: The library cannot be opened. Put a copy in its place."
    assert message.findChild(QLabel).text() == "The library cannot be opened. Put a copy in its place."


def test_a_button_acts_and_dismisses(bar: MessageBar) -> None:
    done: list[bool] = []
    message = bar.say(MessageKind.INFO, "Moved.", buttons=[("Undo", lambda: done.append(True))])
    message.findChild(QPushButton).click()
    assert done == [True]
    assert bar.shown == []


def test_the_cross_dismisses(bar: MessageBar) -> None:
    bar.say(MessageKind.ERROR, "No.").findChild(QToolButton).click()
    assert bar.shown == []


def test_the_same_is_not_said_twice_and_only_a_few_stay(bar: MessageBar) -> None:
    for text in ("one", "two", "two", "three", "four"):
        bar.say(MessageKind.WARNING, text)
    assert [message.text for message in bar.shown] == ["four", "three", "two"][:MOST]


def test_good_news_goes_away_and_bad_news_stays(bar: MessageBar, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = bar.say(MessageKind.SUCCESS, "Written."), bar.say(MessageKind.ERROR, "Not written.")
    assert good.lingers > 0
    assert bad.lingers == 0
    offer = bar.say(MessageKind.SUCCESS, "Written.", buttons=[("Open", list)], cause="other")
    assert offer.lingers > good.lingers  # it is to be read, and then pointed at
    offer.dismiss()
    monkeypatch.setattr(message_bar, "LINGERS", 0)
    bar.say(MessageKind.SUCCESS, "Written.")
    qtbot.waitUntil(lambda: [message.text for message in bar.shown] == ["Not written."])


def test_good_news_makes_room_when_the_person_moves_on(bar: MessageBar) -> None:
    for kind in MessageKind:
        bar.say(kind, kind.value)
    bar.move_on()
    assert [message.kind for message in bar.shown] == [MessageKind.ERROR, MessageKind.WARNING]


def test_a_long_message_wraps_and_takes_no_more_than_it_needs(bar: MessageBar, qtbot: QtBot) -> None:
    short = bar.say(MessageKind.INFO, "Short.")
    long = bar.say(MessageKind.INFO, "A long message that has to say a great deal. " * 6)
    qtbot.waitUntil(lambda: long.height() > short.height() and long.height() == long.heightForWidth(long.width()))


def test_markup_in_a_file_name_is_shown_as_it_is(bar: MessageBar) -> None:
    message = bar.say(MessageKind.ERROR, "<b>bold</b>.txt is empty.")
    assert message.findChild(QLabel).text() == "<b>bold</b>.txt is empty."
    assert message.findChild(QLabel).textFormat().name == "PlainText"


def test_they_lie_over_the_lower_edge_and_push_nothing(bar: MessageBar) -> None:
    bar.say(MessageKind.INFO, "Moved.")
    bar.say(MessageKind.WARNING, "The disk is almost full, and what is imported now may not find room on it. " * 3)
    around = bar.parentWidget()
    assert around.layout() is None
    assert around.rect().contains(bar.geometry())
    assert bar.geometry().bottom() > around.height() - 30
    first, second = bar.shown
    assert first.height() > second.height()
    around.resize(500, 300)
    assert around.rect().contains(bar.geometry())
    bar.clear()
    assert bar.isHidden()


def test_they_lie_above_what_they_spare_while_it_is_there(bar: MessageBar) -> None:
    around = bar.parentWidget()
    spared = QWidget(around)
    spared.setGeometry(0, 250, 700, 50)
    bar.spare(spared)
    bar.say(MessageKind.SUCCESS, "Exported pack.pdf")
    low = bar.geometry().bottom()
    spared.show()
    assert bar.geometry().bottom() < 250 < low
    spared.hide()
    assert bar.geometry().bottom() == low


def test_a_message_goes_when_its_cause_does(bar: MessageBar) -> None:
    bar.show_error(LibraryError("The disk is full.", "Make room."), cause="export")
    bar.say(MessageKind.WARNING, "Something else.")
    bar.settle("import")
    bar.settle("")
    assert len(bar.shown) == 2
    bar.settle("export")
    assert [one.text for one in bar.shown] == ["Something else."]


def test_of_one_cause_the_newest_is_told(bar: MessageBar) -> None:
    bar.say(MessageKind.ERROR, "Nothing was imported.", cause="import")
    bar.say(MessageKind.SUCCESS, "3 articles imported.", cause="import")
    assert [one.text for one in bar.shown] == ["3 articles imported."]


def test_what_can_be_clicked_is_moved_by_nothing_that_goes_by_itself(bar: MessageBar) -> None:
    plain = bar.say(MessageKind.SUCCESS, "1 article added.")
    offer = bar.say(MessageKind.INFO, "1 article has no outlet.", buttons=[("Fill In…", list)])
    before = offer.mapToGlobal(QPoint(0, 0))
    plain.dismiss()
    assert offer.mapToGlobal(QPoint(0, 0)) == before


def test_a_click_on_a_button_takes_no_keyboard_along(bar: MessageBar) -> None:
    message = bar.say(MessageKind.INFO, "1 article has no outlet.", buttons=[("Fill In…", list)])
    for button in message.findChildren(QAbstractButton):
        assert button.focusPolicy() == Qt.FocusPolicy.TabFocus
