"""Makes the commands into QActions, fills the menus, and keeps enabled what can be done now."""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.ui.commands import ACTIONS, MENUS, RECENT, Action


def build(window: QWidget) -> dict[str, QAction]:
    """A QAction for each row; its method is looked up when it is used, so that rooms may be furnished later."""
    made = {}
    for row in ACTIONS:
        action = QAction(row.text, window)
        action.setObjectName(row.name)
        action.setShortcuts([QKeySequence(keys) for keys in row.keys])
        action.setToolTip(_tip(row))
        action.setStatusTip(row.tip)
        action.setCheckable(bool(row.shows))
        if row.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            window.addAction(action)
        action.triggered.connect(_caller(window, row))
        made[row.name] = action
    return made


def fill(bar: QMenuBar, actions: Mapping[str, QAction], recent: QMenu) -> None:
    """The menus of `MENUS`, the recent comparisons in their place."""
    for title, entries in MENUS:
        _entries(bar.addMenu(title), entries, {**actions, RECENT: recent.menuAction()})


def refresh(actions: Mapping[str, QAction], states: Iterable[str]) -> None:
    """Enable and tick what the window's states say."""
    there = set(states)
    for row in ACTIONS:
        action = actions[row.name]
        action.setEnabled(not row.needs or row.needs in there)
        if row.shows:
            action.setChecked(row.shows in there)


def _entries(menu: QMenu, entries: Iterable[Any], actions: Mapping[str, QAction]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, tuple):
            below = QMenu(entry[0], menu)
            menu.addMenu(below)
            _entries(below, entry[1], actions)
        else:
            menu.addAction(actions[entry])


def _tip(row: Action) -> str:
    keys = " / ".join(QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in row.keys)
    return f"{row.tip} ({keys})" if keys else row.tip


def _caller(window: QWidget, row: Action) -> Callable[[], None]:
    def call() -> None:
        method = attrgetter(row.method)(window)
        method() if row.argument is None else method(row.argument)

    return call
