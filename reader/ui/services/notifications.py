"""A word on the desktop to whoever is elsewhere: by the desktop's portal on Linux, else by the tray that Qt knows."""

import sys

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Notification")
HEAR = "1hear(QDBusMessage)"
"""The slot as SLOT() of C++ writes it."""
NAME = "watched-folders"
"""By this the desktop knows the notification: a newer one takes its place."""
SHOWN_FOR = 12_000
"""Milliseconds that the sign in the tray stays, which Qt needs for its notification."""


class DesktopNotifier(QObject):
    """Says one thing at a time; a click on it is told."""

    activated = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tray: QSystemTrayIcon | None = None
        self._is_heard = False
        self._end = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._end.timeout.connect(self.clear)

    def notify(self, title: str, words: str) -> None:
        """Say this; on a desktop that shows no notifications nothing happens."""
        bus = QDBusConnection.sessionBus() if sys.platform == "linux" else None
        if bus is None or not bus.isConnected():
            self._by_tray(title, words)
            return
        if not self._is_heard:
            self._is_heard = bus.connect(*PORTAL, "ActionInvoked", self, HEAR)  # type: ignore[call-overload]
        call = QDBusMessage.createMethodCall(*PORTAL, "AddNotification")
        call.setArguments([NAME, {"title": title, "body": words, "default-action": "open"}])
        asked = QDBusPendingCallWatcher(bus.asyncCall(call), self)
        if asked.isFinished():  # it could not be asked, and Qt tells that to nobody
            self._answered(asked, title, words)
        else:
            asked.finished.connect(lambda done: self._answered(done, title, words))

    def clear(self) -> None:
        """Take it away: it has been seen."""
        self._end.stop()
        if self._tray is not None:
            self._tray.hide()

    @Slot(QDBusMessage)
    def hear(self, message: QDBusMessage) -> None:
        """Somebody clicked on a notification, of this program or of another."""
        if message.arguments()[:1] == [NAME]:
            self.activated.emit()

    def _answered(self, done: QDBusPendingCallWatcher, title: str, words: str) -> None:
        if done.reply().type() == QDBusMessage.MessageType.ErrorMessage:
            self._by_tray(title, words)
        done.deleteLater()

    def _by_tray(self, title: str, words: str) -> None:
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._tray.messageClicked.connect(self.activated)
            self._tray.activated.connect(lambda _reason: self.activated.emit())
        self._tray.show()
        self._tray.showMessage(title, words, QApplication.windowIcon())
        self._end.start()
