"""Buttons that assistive technology is told of as tabs: Qt tells of one that can be checked as a box to be ticked."""

from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

_TAB, _LIST = "spokenAsTab", "spokenAsTabList"
"""Properties of widgets, there and true or false on those that are told of here."""
PRESS = "Press"

_told: WeakKeyDictionary[QObject, QAccessibleWidget] = WeakKeyDictionary()
"""What is told of each: kept as long as the widget, for Qt holds no reference of Python's."""
_installed = False


def speak_as_tab(button: QAbstractButton, *, is_tab: bool) -> None:
    """Tell of a button as of a tab, selected while it is checked; or as of a button again."""
    _speak(button, _TAB, wanted=is_tab)


def speak_as_tab_list(widget: QWidget, *, is_list: bool) -> None:
    """Tell of a widget as of a list of tabs; or as of nothing in particular again."""
    _speak(widget, _LIST, wanted=is_list)


def _speak(widget: QWidget, name: str, *, wanted: bool) -> None:
    global _installed
    if not _installed:
        QAccessible.installFactory(_interface_of)
        _installed = True
    widget.setProperty(name, wanted)


def _interface_of(_class_name: str, what: QObject) -> QAccessibleWidget | None:
    """What Qt asks of every object that it tells of for the first time; None for it to go on by itself."""
    if not isinstance(what, QWidget) or (what.property(_TAB) is None and what.property(_LIST) is None):
        return None
    _told[what] = made = _TabInterface(what)
    return made


class _TabInterface(QAccessibleWidget):
    """A tab, or the list that holds it."""

    def role(self) -> QAccessible.Role:
        """As the widget's property says now."""
        widget = self.object()
        if widget.property(_TAB):
            return QAccessible.Role.PageTab
        if widget.property(_LIST):
            return QAccessible.Role.PageTabList
        return QAccessible.Role.Button if isinstance(widget, QAbstractButton) else QAccessible.Role.Client

    def state(self) -> QAccessible.State:
        """A tab is selected or not, and nothing to be ticked."""
        told, widget = super().state(), self.object()
        if isinstance(widget, QAbstractButton) and widget.property(_TAB):
            told.selectable, told.selected = True, widget.isChecked()
            told.checkable = told.checked = False
        return told

    def actionNames(self) -> list[str]:
        """A button can be pressed, whatever it is told of as."""
        names = super().actionNames()
        return [PRESS, *names] if isinstance(self.object(), QAbstractButton) else names

    def doAction(self, name: str) -> None:
        """Press it, or what Qt does for any widget."""
        widget = self.object()
        if name == PRESS and isinstance(widget, QAbstractButton):
            widget.click()
        else:
            super().doAction(name)
