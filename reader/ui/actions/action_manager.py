"""Makes the commands into QActions that call what was registered for them, and keeps enabled what can be done now."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from reader.i18n import _
from reader.ui.actions.specs import ACTIONS, MENUS, RECENT, ActionSpec

ROLES = {
    "about": QAction.MenuRole.AboutRole,
    "preferences": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
}
"""What macOS shows in the menu of the program. All others stay where they are: Qt would else go by English words."""


class ActionManager(Mapping[str, QAction]):
    """The actions by their ids.

    Whoever does something registers it; `check` says at start-up what nobody does.
    """

    def __init__(self, window: QWidget) -> None:
        """One action a row of `ACTIONS`, heard in the whole window unless it is local."""
        self._window = window
        self.late: Callable[[], object] = lambda: None
        """Makes whoever does what is asked, where nobody does yet."""
        self._handlers: dict[str, Callable[[], object]] = {}
        self._flags: set[str] | None = None
        self._actions = {spec.id: self._create(spec) for spec in ACTIONS}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._actions)

    def __len__(self) -> int:
        return len(self._actions)

    def register(self, action_id: str, handler: Callable[[], object]) -> None:
        """Let `handler` do what the action of this id asks."""
        if action_id not in self._actions:
            message = f"no action has the id {action_id!r}: see reader/ui/actions/specs.py"
            raise LookupError(message)
        if action_id in self._handlers:
            message = f"the action {action_id!r} has a handler already"
            raise LookupError(message)
        self._handlers[action_id] = handler

    def check(self) -> None:
        """Fail where an action does nothing: better now than when somebody chooses it."""
        idle = sorted(set(self._actions) - set(self._handlers))
        if idle:
            message = f"nothing is registered for {', '.join(idle)}"
            raise LookupError(message)

    def populate(self, bar: QMenuBar, recent: QMenu) -> None:
        """Fill a menu bar as `MENUS` says, the recent comparisons in their place."""
        offered = {**self._actions, RECENT: recent.menuAction()}
        for title, entries in MENUS:
            _fill(bar.addMenu(_(title)), entries, offered)

    def update(self, flags: Iterable[str]) -> None:
        """Enable and tick what these flags of the window say."""
        before, there = self._flags, set(flags)
        self._flags = there
        for spec in ACTIONS:
            if before is None or (spec.needs in before) != (spec.needs in there):
                self._actions[spec.id].setEnabled(not spec.needs or spec.needs in there)
            if spec.shows:  # always: a click on it ticks it, whatever becomes of that
                self._actions[spec.id].setChecked(spec.shows in there)

    def _create(self, spec: ActionSpec) -> QAction:
        action = QAction(spec.text, self._window)
        action.setObjectName(spec.id)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setToolTip(_tip(spec))
        action.setStatusTip(spec.tip)
        action.setCheckable(bool(spec.shows))
        action.setMenuRole(ROLES.get(spec.id, QAction.MenuRole.NoRole))
        if spec.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        else:
            self._window.addAction(action)
        action.triggered.connect(partial(self._call, spec.id))
        return action

    def _call(self, action_id: str, _checked: bool = False) -> None:
        if action_id not in self._handlers:
            self.late()
        self._handlers[action_id]()


def _fill(menu: QMenu, entries: Iterable[Any], offered: Mapping[str, QAction]) -> None:
    for entry in entries:
        if entry is None:
            menu.addSeparator()
        elif isinstance(entry, tuple):
            below = QMenu(_(entry[0]), menu)
            menu.addMenu(below)
            _fill(below, entry[1], offered)
        else:
            menu.addAction(offered[entry])


def _tip(spec: ActionSpec) -> str:
    keys = " / ".join(QKeySequence(k).toString(QKeySequence.SequenceFormat.NativeText) for k in spec.keys)
    return f"{spec.tip} ({keys})" if keys else spec.tip
