"""Work in later turns of the event loop: in order, in short turns, once however often it was asked for."""

import time

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.exceptions import capture_exceptions

from reader.ui import event_loop
from reader.ui.event_loop import Debouncer, IdleQueue


@pytest.fixture
def home(qapp) -> QObject:
    return QObject()


def test_pieces_are_done_in_order_and_not_before_the_next_turn(home: QObject, qtbot) -> None:
    work, done = IdleQueue(home), []
    work.take([lambda: done.append(1), lambda: done.append(2)])
    work.add(lambda: done.append(3))
    assert done == []
    qtbot.waitUntil(lambda: work.done)
    assert done == [1, 2, 3]


def test_the_loop_turns_between_long_pieces(home: QObject, qtbot) -> None:
    work, done = IdleQueue(home), []
    tick = QTimer(home, interval=0)
    tick.timeout.connect(lambda: done.append("tick"))
    tick.start()
    work.take([lambda: (time.sleep(2 * event_loop.SLICE_SECONDS), done.append("piece"))] * 3)
    qtbot.waitUntil(lambda: work.done)
    tick.stop()
    told = " ".join(done)
    assert "piece piece" not in told
    assert told.count("piece") == 3


def test_newer_work_takes_the_place_of_what_waits(home: QObject, qtbot) -> None:
    work, done = IdleQueue(home), []
    work.take([lambda: done.append("old")])
    work.take([lambda: done.append("new")])
    qtbot.waitUntil(lambda: work.done)
    assert done == ["new"]
    work.take([lambda: done.append("never")])
    work.drop()
    assert work.done


def test_who_asks_for_it_need_not_wait(home: QObject) -> None:
    work, done = IdleQueue(home), []
    work.take([lambda: done.append(1), lambda: done.append(2)])
    work.finish()
    assert done == [1, 2]


def test_a_piece_that_fails_keeps_no_other_from_being_done(home: QObject, qtbot) -> None:
    def fail() -> None:
        raise ValueError("no")

    work, done = IdleQueue(home), []
    with capture_exceptions() as caught:
        work.take([fail, lambda: done.append("after")])
        qtbot.waitUntil(lambda: work.done and done == ["after"])
    assert [kind for kind, _error, _trace in caught] == [ValueError]


@pytest.mark.parametrize("wait", [0, 20])
def test_what_is_asked_for_often_is_done_once(home: QObject, qtbot, wait: int) -> None:
    done: list[int] = []
    work = Debouncer(lambda: done.append(1), home, wait)
    for _ in range(5):
        work.trigger()
    assert work.is_waiting
    assert done == []
    qtbot.waitUntil(lambda: not work.is_waiting)
    assert done == [1]


def test_what_is_done_at_once_is_not_done_again(home: QObject, qtbot) -> None:
    done: list[str] = []
    first, last = Debouncer(lambda: done.append("cancelled"), home), Debouncer(lambda: done.append("last"), home)
    first.trigger()
    last.trigger()
    first.cancel()
    assert not first.is_waiting
    qtbot.waitUntil(lambda: bool(done))
    assert done == ["last"]
