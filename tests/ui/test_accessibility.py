"""A walk over everything that a screen reader can come to: nothing is nameless, no two controls go by one name."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QEnterEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow
from reader.ui.widgets.focus import stops

Role, TAB = QAccessible.Role, Qt.FocusPolicy.TabFocus
CONTROLS = {
    Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.ComboBox, Role.EditableText, Role.SpinBox,
    Role.Slider, Role.Table, Role.Tree, Role.List, Role.Link, Role.PageTab, Role.Dial,
}  # fmt: skip
"""What a person acts on or reads in."""
PART_OF = (Role.Table, Role.Tree, Role.List, Role.ComboBox, Role.SpinBox, Role.ScrollBar, Role.MenuBar)
"""What lies in these is named by its model, and tried elsewhere."""


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The demo story, compared, with library and findings open and a passage chosen."""
    window.resize(1400, 850)
    window.imports.demo()
    qtbot.waitUntil(lambda: window.comparisons.comparison is not None and window.loader.done, timeout=60_000)
    window.dock_layout.show_side(True)
    window.dock_layout.toggle_findings()
    window.panes.choose_passage(0)
    qtbot.waitUntil(lambda: not window.panes.passage_panel.visibleRegion().isEmpty())
    return window


def reached(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    """This and all below it that can be seen."""
    state = one.state()
    if state.invisible:
        return
    yield one
    if one.role() not in PART_OF:
        for at in range(one.childCount()):
            below = one.child(at)
            if below is not None and below.isValid():
                yield from reached(below)


def named(one: QAccessibleInterface) -> str:
    """Its name. On Linux Qt gives what is chosen for that of a combo box: its label or description tells."""
    if one.role() != Role.ComboBox:
        return one.text(QAccessible.Text.Name)
    labels = [label.text(QAccessible.Text.Name) for label, _relation in one.relations(QAccessible.RelationFlag.Label)]
    return next(filter(None, (*labels, one.text(QAccessible.Text.Description))), "")


def faults(top: QWidget) -> list[str]:
    """Controls without a name, and those that share one."""
    root = QAccessible.queryAccessibleInterface(top)
    assert root is not None
    controls = [one for one in reached(root) if one.role() in CONTROLS]
    assert controls
    names = Counter((one.role(), named(one)) for one in controls)
    nameless = [f"nameless: {type(one.object()).__name__} {one.role().name}" for one in controls if not named(one)]
    return nameless + [f"{count} are called {name}" for (_role, name), count in names.items() if count > 1 and name]


def test_the_window_while_one_reads(opened: MainWindow) -> None:
    assert faults(opened) == []


@pytest.mark.parametrize(
    "name", ["ledger", "quotations", "passages", "names", "only-here", "own", "origins", "left-out", "pictures"]
)
def test_every_list_of_findings(opened: MainWindow, qtbot: QtBot, name: str) -> None:
    opened.dock_layout.findings.go_to(name)
    assert faults(opened) == []


def test_buttons_that_show_under_the_mouse_name_what_they_close(opened: MainWindow) -> None:
    for head in (one for one in opened.panes.findChildren(QWidget, "paneHeader") if one.isVisible()):
        QApplication.sendEvent(head, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    buttons = [b for b in opened.panes.findChildren(QAbstractButton) if b.accessibleName().startswith("Close")]
    names = [button.accessibleName() for button in buttons]
    assert len(names) == len(set(names))
    for article in opened.comparisons.comparison.articles if opened.comparisons.comparison else ():
        assert f"Close {article.outlet}" in names


def test_names_say_states(opened: MainWindow) -> None:
    checkable = [
        b for b in opened.dock_layout.toolbar.findChildren(QAbstractButton) if b.isCheckable() and b.isVisible()
    ]
    assert checkable
    for button in checkable:
        assert button.accessibleName().endswith(": on" if button.isChecked() else ": off")


@pytest.mark.parametrize("command", ["preferences", "export", "palette", "shortcuts", "about", "save-comparison"])
def test_dialogs(opened: MainWindow, qtbot: QtBot, command: str) -> None:
    opened.commands[command].trigger()
    qtbot.waitUntil(lambda: opened.dialogs.open is not None and opened.dialogs.open.isVisible())
    dialog = opened.dialogs.open
    assert isinstance(dialog, QDialog)
    assert dialog.windowTitle()
    assert faults(dialog) == []
    dialog.reject()


def test_tab_goes_through_the_window_as_one_reads_it(opened: MainWindow, qtbot: QtBot) -> None:
    """From the top to the foot, from left to right; and comes round."""
    opened.activateWindow()
    first = opened.search.field
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    seen: list[QWidget] = []
    for _step in range(120):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is first:
            break
    assert seen[-1] is first

    def place(find: Callable[[QWidget], bool]) -> int:
        return next(n for n, one in enumerate(seen) if find(one))

    side = place(opened.sidebar.isAncestorOf)
    panes = [place(lambda one, pane=pane: one is pane) for pane in opened.panes.panes]
    findings = place(opened.dock_layout.findings.isAncestorOf)
    assert side < panes[0]
    assert panes == sorted(panes)
    assert panes[-1] < findings


@pytest.mark.parametrize("theme", ["light", "dark", "high-contrast"])
def test_where_the_keyboard_is_can_be_seen(opened: MainWindow, qtbot: QtBot, theme: str) -> None:
    """What takes the keyboard looks otherwise with it than without, at each stop of Tab."""
    opened.theme_manager.set_theme(theme)
    opened.activateWindow()
    field, unseen, stops = opened.search.field, [], 0
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    for _step in range(120):
        stop = QApplication.focusWidget()
        with_it = stop.grab().toImage()
        qtbot.keyClick(stop, Qt.Key.Key_Tab)
        without = stop.grab().toImage()
        stops += 1
        if with_it == without and not isinstance(stop, QTextEdit):  # a pane: its head shows it
            unseen.append(f"{type(stop).__name__} {stop.accessibleName()}")
        if QApplication.focusWidget() is field:
            break
    assert stops > 20
    assert unseen == []


def test_what_tab_comes_to_has_a_role_and_is_told_without_markup(opened: MainWindow) -> None:
    every = [one for one in opened.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & TAB]
    assert len(every) > 20
    for stop in every:
        said = QAccessible.queryAccessibleInterface(stop)
        assert said.role() is not Role.Client, stop
        assert not said.text(QAccessible.Text.Description).startswith("<"), stop


def test_in_the_library_tab_goes_from_the_top_down(opened: MainWindow) -> None:
    inside = stops(opened.sidebar.library)
    tops = [one.mapTo(opened, one.rect().center()).y() for one in inside if one.isVisible()]
    assert tops == sorted(tops)
    assert len(tops) == 3
