"""A word on the desktop: by its portal where there is one, else by the tray, and silence where there is neither."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from reader.ui.services import notifications
from reader.ui.services.notifications import NAME, DesktopNotifier


class Bus:
    """The session bus of a desktop; what it is asked is kept."""

    def __init__(self, *, connected: bool) -> None:
        self.connected = connected
        self.asked: list[QDBusMessage] = []

    def isConnected(self) -> bool:
        return self.connected

    def connect(self, *_told: object) -> bool:
        return True

    def asyncCall(self, call: QDBusMessage) -> object:
        self.asked.append(call)
        return QDBusConnection("nowhere").asyncCall(call)  # answers with an error: there is no such bus


@pytest.fixture
def tray(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """A desktop with a tray: what is said there."""
    said: list[tuple[str, str]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)

    def show(_self: QSystemTrayIcon, title: str, words: str, _icon: QIcon) -> None:
        said.append((title, words))

    monkeypatch.setattr(QSystemTrayIcon, "showMessage", show)
    return said


@pytest.fixture
def on_bus(monkeypatch: pytest.MonkeyPatch) -> Callable[[bool], Bus]:
    """A session bus that is there, or is not."""

    def made(connected: bool) -> Bus:
        bus = Bus(connected=connected)
        monkeypatch.setattr(sys, "platform", "linux")
        monkeypatch.setattr(notifications.QDBusConnection, "sessionBus", lambda: bus)
        return bus

    return made


def test_the_portal_is_asked_and_the_tray_where_it_does_not_answer(qtbot: QtBot, tray, on_bus) -> None:
    bus, parent = on_bus(True), QObject()
    DesktopNotifier(parent).notify("Watched folders", "3 articles added.")
    (asked,) = bus.asked
    assert (asked.service(), asked.member()) == ("org.freedesktop.portal.Desktop", "AddNotification")
    name, told = asked.arguments()
    assert name == NAME
    assert (told["title"], told["body"]) == ("Watched folders", "3 articles added.")
    qtbot.waitUntil(lambda: tray == [("Watched folders", "3 articles added.")])


def test_without_a_bus_the_tray_says_it(qapp, tray, on_bus) -> None:
    on_bus(False)
    parent = QObject()
    DesktopNotifier(parent).notify("Watched folders", "1 article added.")
    assert tray == [("Watched folders", "1 article added.")]


def test_a_desktop_without_either_is_left_alone(qapp, tray, on_bus, monkeypatch: pytest.MonkeyPatch) -> None:
    on_bus(False)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    parent = QObject()
    DesktopNotifier(parent).notify("Watched folders", "1 article added.")
    assert tray == []


def test_a_click_on_ours_is_told_and_on_that_of_another_program_is_not(qtbot: QtBot) -> None:
    parent = QObject()
    notifier, clicked = DesktopNotifier(parent), []
    notifier.activated.connect(lambda: clicked.append(1))
    for name in ("somebody-else", NAME):
        message = QDBusMessage.createSignal("/here", "org.freedesktop.portal.Notification", "ActionInvoked")
        message.setArguments([name, "open"])
        notifier.hear(message)
    assert clicked == [1]
