"""What a screen reader is told of the reading window: asked through QAccessible, as it would be over the bus."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reader.ui.main_window import MainWindow

Role = QAccessible.Role


@pytest.fixture
def opened(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The demo story, compared."""
    window.resize(1400, 850)
    window.imports.demo()
    qtbot.waitUntil(lambda: window.comparisons.comparison is not None and window.loader.done, timeout=60_000)
    return window


def told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def name(one: QAccessibleInterface) -> str:
    return one.text(QAccessible.Text.Name)


def test_panes_are_read_only_texts_named_by_their_outlet(opened: MainWindow) -> None:
    for pane in opened.panes.panes:
        spoken = told(pane)
        assert spoken.role() == Role.EditableText
        assert spoken.state().readOnly
        assert pane.article.outlet in name(spoken)
        assert spoken.text(QAccessible.Text.Description) == pane.article.headline


def test_every_widget_that_takes_the_keyboard_has_a_name_and_a_role(opened: MainWindow, qtbot: QtBot) -> None:
    opened.dock_layout.toggle_findings()
    opened.dock_layout.show_side(True)
    opened.panes.choose_passage(0)
    qtbot.waitUntil(lambda: not opened.panes.passage_panel.visibleRegion().isEmpty())
    nameless = []
    for widget in opened.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.focusProxy():
            spoken = told(widget)
            if not name(spoken) or spoken.role() == Role.NoRole:
                nameless.append(f"{type(widget).__name__} {widget.objectName()}")
    assert nameless == []


def test_the_ledger_is_a_table_that_can_be_read(opened: MainWindow) -> None:
    table = told(opened.ledger.table)
    assert table.role() == Role.Table
    assert name(table)
    parts = [table.child(i) for i in range(table.childCount())]
    cells = [name(part) for part in parts if part.role() == Role.Cell]
    outlets = [f"{letter}  {a.outlet}" for letter, a in zip("ABCDE", opened.state.comparison.articles, strict=True)]
    wide = 3 + len(outlets)
    assert len(cells) == wide * len(opened.state.comparison.ledger)
    assert cells[0] == "Finding: conflict"
    assert [words.split(": ")[0] for words in cells[3:wide]] == outlets
    assert all(words.split(": ")[1] for words in cells[:wide])
    assert [name(part) for part in parts if part.role() == Role.ColumnHeader][3:] == outlets


def test_a_dock_is_a_tree_whose_lines_say_who_and_what(opened: MainWindow, qtbot: QtBot) -> None:
    opened.dock_layout.findings.toggle("quotations")
    panel = opened.dock_layout.findings.panels["quotations"]
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    tree = told(panel.list)
    assert (tree.role(), name(tree)) == (Role.Tree, "Quotations")
    lines = [name(tree.child(i)) for i in range(tree.childCount())]
    outlets = {f"{letter}  {a.outlet}" for letter, a in zip("ABCDE", opened.state.comparison.articles, strict=True)}
    assert any(line.split(":")[0] in outlets and "credits" in line for line in lines)


def test_lines_call_articles_by_the_letters_of_their_panes(opened: MainWindow, qtbot: QtBot) -> None:
    panel = opened.dock_layout.findings.panels["quotations"]

    def called() -> list[str]:
        tree = told(panel.list)
        lines = [name(tree.child(i)) for i in range(tree.childCount())]
        return [line.split(":")[0] for line in lines if "credits" in line]

    def expected() -> dict[str, str]:
        return {pane.article.outlet: letter for letter, pane in zip("ABCDE", opened.panes.panes, strict=True)}

    def letters() -> dict[str, str]:
        return {outlet: letter for letter, outlet in (words.split("  ") for words in called())}

    before = letters()
    assert before.items() <= expected().items()
    for number in range(1, len(opened.state.ids)):  # the first account goes to the far end
        opened.panes.focus_pane(number)
        opened.panes.swap_with_neighbour()
    assert letters().items() <= expected().items()
    assert letters() != before


def test_a_wording_in_the_stack_says_how_it_differs(opened: MainWindow, qtbot: QtBot) -> None:
    opened.panes.choose_passage(0)
    first, second, *_more = opened.panes.passage_panel.wordings
    assert "held against this wording" in told(first).text(QAccessible.Text.Description)
    assert told(second).text(QAccessible.Text.Description)
    assert told(first).role() != Role.NoRole


def test_tab_goes_from_pane_to_pane_and_round(opened: MainWindow, qtbot: QtBot) -> None:
    opened.activateWindow()
    first = opened.panes.panes[0]
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    seen = []
    for _step in range(60):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is first:
            break
    assert [one for one in seen if one in opened.panes.panes][: len(opened.panes.panes) - 1] == opened.panes.panes[1:]


def test_lists_are_told_of_as_tabs_of_which_one_is_selected_and_as_buttons_while_closed(
    opened: MainWindow, qtbot: QtBot
) -> None:
    area = opened.dock_layout.findings
    tabs = [tab for tab in area.bar.tabs if tab.isVisible()]
    area.set_open(False)
    assert {told(tab).role() for tab in tabs} == {Role.Button}
    assert told(area.bar).role() == Role.Client
    area.go_to("ledger")
    tabs = [tab for tab in area.bar.tabs if tab.isVisible()]
    assert {told(tab).role() for tab in tabs} == {Role.PageTab}
    assert told(area.bar).role() == Role.PageTabList
    assert [tab.name for tab in tabs if told(tab).state().selected] == ["ledger"]
    assert not any(told(tab).state().checkable for tab in tabs)
    other = told(next(tab for tab in tabs if tab.name == "quotations"))
    assert other.parent().role() == Role.PageTabList
    assert "Quotations" in name(other)
    other.actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: area.is_front("quotations"))
    assert [tab.name for tab in tabs if told(tab).state().selected] == ["quotations"]
    assert told(opened.sidebar).role() != Role.PageTab
