"""Whether the desktop asks for less motion: then what would fade or slide is there, or it is not."""

import ctypes
import sys
from typing import Any

from PySide6.QtCore import QObject, QSettings, QStandardPaths
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtWidgets import QApplication, QStyle

PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings")
ASKED: tuple[tuple[str, str], ...] = (
    ("org.freedesktop.appearance", "reduced-motion"),
    ("org.gnome.desktop.interface", "enable-animations"),
)
"""What desktops on Linux say, by the portal that each has: namespaces and keys."""
_CLIENT_ANIMATIONS = 0x1042
"""SPI_GETCLIENTAREAANIMATION of Windows."""

_told: set[tuple[str, str]] = set()
"""Which of what was asked said that less motion is wanted."""


def is_reduced() -> bool:
    """Whether less motion is wanted, as far as is known now; Qt itself has no such hint up to 6.11."""
    style = QApplication.style()
    still = style is not None and style.styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0
    return still or bool(_told)


def look(parent: QObject) -> None:
    """Ask the system; on Linux it answers later, and nobody waits for it."""
    if sys.platform == "win32":
        _tell(("windows", "animations"), _windows_is_still())
    elif sys.platform == "darwin":
        _tell(("mac", "reduceMotion"), _mac_is_still())
    else:
        _tell(("kde", "AnimationDurationFactor"), is_still_in_kde())
        _ask_portal(parent)


def hear(namespace: str, key: str, value: Any) -> None:
    """Take in what a desktop says: 1 for less motion, or whether it has animations."""
    _tell((namespace, key), value == 1 if key == "reduced-motion" else value is False)


def _tell(what: tuple[str, str], still: bool) -> None:
    if still:
        _told.add(what)
    else:
        _told.discard(what)


def _ask_portal(parent: QObject) -> None:
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return
    for namespace, key in ASKED:
        call = QDBusMessage.createMethodCall(*PORTAL, "Read")
        call.setArguments([namespace, key])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(call), parent)
        watcher.finished.connect(lambda done, asked=(namespace, key): _answered(done, *asked))


def _answered(done: QDBusPendingCallWatcher, namespace: str, key: str) -> None:
    reply = done.reply()
    if reply.type() == QDBusMessage.MessageType.ReplyMessage and reply.arguments():
        value: Any = reply.arguments()[0]
        while isinstance(value, QDBusVariant):  # the portal wraps a variant in a variant
            value = value.variant()
        hear(namespace, key, value)
    done.deleteLater()


def is_still_in_kde() -> bool:
    """Whether the settings of KDE ask for no animations."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    factor = QSettings(f"{folder}/kdeglobals", QSettings.Format.IniFormat).value("KDE/AnimationDurationFactor", "1")
    try:
        return float(str(factor)) == 0
    except ValueError:
        return False


def _windows_is_still() -> bool:
    has = ctypes.c_int(1)
    windll: Any = vars(ctypes)["windll"]
    asked = windll.user32.SystemParametersInfoW(_CLIENT_ANIMATIONS, 0, ctypes.byref(has), 0)
    return bool(asked) and not has.value


def _mac_is_still() -> bool:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    file = QSettings(f"{folder}/Library/Preferences/com.apple.universalaccess.plist", QSettings.Format.NativeFormat)
    return file.value("reduceMotion", 0) in (1, True, "1", "true")
