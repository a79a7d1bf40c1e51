"""The table of commands: every key is valid and given once, every command can be reached and calls something."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.actions.action_manager import ActionManager
from reader.ui.actions.specs import ACTIONS, MENUS, RECENT, SEARCH_FIELD, TOOLBAR, full_names, strip_mnemonic
from reader.ui.dialogs.command_palette import CommandPalette
from reader.ui.main_window import MainWindow

# What reading.md promises.
KEY_MAP = {
    "Ctrl+O": "import-files",
    "Ctrl+Shift+O": "import-folder",
    "Ctrl+V": "paste",
    "Ctrl+K": "search",
    "Ctrl+F": "find",
    "F3": "find-next",
    "Shift+F3": "find-previous",
    "Ctrl+Return": "compare",
    "Ctrl+E": "export",
    "Ctrl+P": "print",
    "Ctrl+Shift+P": "palette",
    "Ctrl+Z": "undo",
    "Ctrl+Shift+Z": "redo",
    "Ctrl+Y": "redo",
    "Ctrl+W": "close-comparison",
    "Alt+Down": "next-passage",
    "F8": "next-passage",
    "Alt+Up": "previous-passage",
    "F7": "previous-passage",
    "Ctrl+J": "next-conflict",
    "Ctrl+Shift+J": "previous-conflict",
    "F6": "next-pane",
    "Shift+F6": "previous-pane",
    "Ctrl+1": "pane-1",
    "Ctrl+9": "pane-9",
    "Alt+\\": "swap",
    "Ctrl+L": "scroll-mode",
    "F9": "lanes",
    "Ctrl++": "zoom-in",
    "Ctrl+-": "zoom-out",
    "Ctrl+0": "zoom-reset",
    "F1": "shortcuts",
    "Del": "remove",
    "Ctrl+M": "note",
}


def keys() -> list[tuple[str, str]]:
    return [(keys, row.id) for row in ACTIONS for keys in row.keys]


def names(entries: Iterable[Any]) -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, tuple):
            yield from names(entry[1])
        elif entry is not None:
            yield entry


@pytest.mark.parametrize(("written", "name"), keys())
def test_every_key_parses(written: str, name: str) -> None:
    sequence = QKeySequence(written, QKeySequence.SequenceFormat.PortableText)
    assert sequence.count() == 1
    assert sequence.toString(QKeySequence.SequenceFormat.PortableText) == written


def test_every_key_is_given_once() -> None:
    given = [written for written, _name in keys()]
    assert sorted(set(given)) == sorted(given)


@pytest.mark.parametrize(("written", "name"), KEY_MAP.items())
def test_the_key_map_is_kept(written: str, name: str) -> None:
    assert (written, name) in keys()


def test_every_name_is_given_once_and_every_command_explains_itself() -> None:
    assert len({row.id for row in ACTIONS}) == len(ACTIONS)
    assert all(row.text and row.tip for row in ACTIONS)


def test_every_command_is_in_one_menu() -> None:
    listed = list(names(entry for _title, entries in MENUS for entry in entries if entry != RECENT))
    assert sorted(listed) == sorted(row.id for row in ACTIONS)


def test_the_tool_bar_holds_commands_only() -> None:
    assert {name for name in TOOLBAR if name not in (None, SEARCH_FIELD)} <= {row.id for row in ACTIONS}


@pytest.mark.parametrize(("title", "entries"), MENUS)
def test_no_two_entries_of_a_menu_share_a_letter(title: str, entries: tuple[Any, ...]) -> None:
    rows = {row.id: row for row in ACTIONS}
    texts = [e[0] if isinstance(e, tuple) else rows[e].text for e in entries if e not in (None, RECENT)]
    texts += ["Re&cent Comparisons"] * (RECENT in entries)
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert sorted(set(letters)) == sorted(letters)
    assert len(letters) == len(texts)


def test_a_command_that_nobody_does_is_found_at_start_up(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    manager = ActionManager(host)
    for spec in ACTIONS[1:]:
        manager.register(spec.id, host.update)
    with pytest.raises(LookupError, match=rf"nothing is registered for {ACTIONS[0].id}$"):
        manager.check()
    manager.register(ACTIONS[0].id, host.update)
    manager.check()


def test_a_handler_is_for_an_action_that_is_there_and_has_none(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    manager = ActionManager(host)
    manager.register("quit", host.close)
    with pytest.raises(LookupError, match="has a handler already"):
        manager.register("quit", host.close)
    with pytest.raises(LookupError, match="no action has the id 'qiut'"):
        manager.register("qiut", host.close)


def test_every_command_of_the_window_is_done_by_somebody(window: MainWindow) -> None:
    window.commands.check()


def test_a_local_command_hears_its_key_in_the_library_only(window: MainWindow) -> None:
    for row in ACTIONS:
        action = window.commands[row.id]
        assert (action in window.actions()) is not row.local
        assert (action in window.sidebar.actions()) is row.local


def test_plain_words() -> None:
    assert strip_mnemonic("E&xport…") == "Export"


def letters(texts: Iterable[str]) -> list[str]:
    return [text[text.index("&") + 1].lower() if "&" in text else text for text in texts]


def test_every_menu_and_every_entry_of_a_submenu_has_a_letter_of_its_own() -> None:
    rows = {row.id: row.text for row in ACTIONS}
    titles = letters(title for title, _entries in MENUS)
    assert len(set(titles)) == len(titles)
    assert all(len(letter) == 1 for letter in titles)
    for _title, entries in MENUS:
        for below in (entry for entry in entries if isinstance(entry, tuple)):
            given = letters(rows[name] for name in below[1] if name is not None)
            assert len(set(given)) == len(given), below[0]


def test_every_command_is_reached_by_the_keys_of_the_menus(window: MainWindow) -> None:
    def actions(menu: QMenu) -> Iterator[str]:
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                yield from actions(below)
            else:
                yield action.objectName()

    menus = window.dock_layout.toolbar.menus.actions()
    reached = {name for menu in menus for name in actions(menu.menu())}  # type: ignore[arg-type]
    assert {row.id for row in ACTIONS} <= reached
    assert {action.objectName() for action in window.commands.values()} == {row.id for row in ACTIONS}


def test_every_command_can_be_found_by_its_name(window: MainWindow) -> None:
    window.commands["palette"].trigger()
    palette = window.dialogs.open
    assert isinstance(palette, CommandPalette)
    listed = {
        palette.list.topLevelItem(at).data(0, Qt.ItemDataRole.UserRole)  # type: ignore[union-attr]
        for at in range(palette.list.topLevelItemCount())
    }
    assert listed == {row.id for row in ACTIONS} - {"palette"}
    assert len(set(full_names().values())) == len(ACTIONS)
    palette.reject()


def test_macos_finds_about_preferences_and_quit_and_moves_nothing_else(window: MainWindow) -> None:
    roles = {name: action.menuRole() for name, action in window.commands.items()}
    role = QAction.MenuRole
    assert (roles.pop("about"), roles.pop("preferences"), roles.pop("quit")) == (
        role.AboutRole,
        role.PreferencesRole,
        role.QuitRole,
    )
    assert set(roles.values()) == {role.NoRole}
