"""The window from the first run to the next start, acted on as a person does."""

import threading
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QStackedWidget, QTableView, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reader.errors import LibraryError
from reader.paths import Paths
from reader.ui.main_window import MainWindow
from reader.ui.tool_bar import BarButton
from reader.ui.widgets.message_bar import MessageKind

CTRL = Qt.KeyboardModifier.ControlModifier
LONG = 60_000
LINE = 30
"""Pixels: where one reads is kept as a character, so that it comes back to the line."""


def ids(window: MainWindow) -> tuple[str, ...]:
    model = window.sidebar.library.model
    return tuple(dict.fromkeys(i for at in range(model.rowCount()) for i in model.ids(model.index(at, 0))))


def checked(window: MainWindow, start: str = "") -> list[str]:
    return [name for name, action in window.commands.items() if name.startswith(start) and action.isChecked()]


def compared(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.service.ticks.replace(ids(window))
    qtbot.keyClick(window, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 3 and window.loader.done, timeout=LONG)
    return window


def test_a_first_run_offers_the_demo_story_and_import_and_nothing_else(window: MainWindow) -> None:
    assert window.central.welcome.isVisible()
    hidden = (
        window.sidebar,
        window.dock_layout.rail,
        window.dock_layout.toolbar.tools,
        window.dock_layout.findings,
    )
    assert not any(part is not None and part.isVisible() for part in hidden)
    assert not window.commands["export"].isEnabled()
    assert window.focusWidget() is window.central.welcome.demo  # the keyboard has a place from the start


def test_the_demo_story_is_compared_at_once(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(window.central.welcome.demo, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 5 and window.loader.done, timeout=LONG)
    assert window.panes.isVisible()
    assert window.dock_layout.rail.isVisible()
    assert "conflict" in window.dock_layout.findings.bar.tabs[0].text()
    assert len(window.service.ticks) == 5
    assert window.commands["export"].isEnabled()


def test_ticked_articles_are_compared_by_key(filled: MainWindow, qtbot: QtBot) -> None:
    window = compared(filled, qtbot)
    assert window.ledger is not None
    assert window.windowTitle().endswith("– Parallax")
    assert window.comparisons.comparison is not None
    assert {a.id for a in window.comparisons.comparison.articles} == set(ids(window))


def test_too_few_and_too_many_are_refused_with_a_remedy(filled: MainWindow, qtbot: QtBot) -> None:
    filled.service.ticks.replace(ids(filled)[:1])
    qtbot.keyClick(filled, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(filled.central.messages.shown) == 1)
    message = filled.central.messages.shown[0]
    assert message.kind is MessageKind.ERROR
    assert message.remedy == "Add another one."
    assert not filled.sidebar.compare.isEnabled()
    filled.service.ticks.replace([str(number) for number in range(21)])
    assert filled.sidebar.compare.text() == "21 Ticked, at Most 20"


def test_no_conflicts_is_said_plainly(filled: MainWindow, qtbot: QtBot) -> None:
    capital_and_coast = [i for i in ids(filled) if "injured" not in filled.sidebar.library.model.index_of(i).data()]
    filled.service.ticks.replace(capital_and_coast[:2])
    filled.comparisons.compare_ticked()
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 2 and filled.loader.done, timeout=LONG)
    found = filled.comparisons.comparison
    assert found is not None
    conflicts = any(row.verdict == "conflict" for row in found.ledger)
    said = " ".join(message.text for message in filled.central.messages.shown)
    assert conflicts or "No conflicts found." in said or "share no passages" in said


def test_an_article_can_be_read_by_itself(filled: MainWindow, qtbot: QtBot) -> None:
    filled.sidebar.opened.emit(ids(filled)[0])
    qtbot.waitUntil(lambda: filled.comparisons.ids == ids(filled)[:1])
    assert not filled.dock_layout.findings.is_open
    assert filled.commands["find"].isEnabled()
    assert not filled.commands["export"].isEnabled()


def test_find_in_the_panes(filled: MainWindow, qtbot: QtBot) -> None:
    window = compared(filled, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_F, CTRL)
    bar = window.central.find_bar
    qtbot.waitUntil(bar.field.hasFocus)
    qtbot.keyClicks(bar.field, "ferry")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isHidden()


def test_nothing_open_invites(filled: MainWindow, qtbot: QtBot) -> None:
    assert filled.central.waiting.isVisible()
    assert "Tick two or more" in filled.central.waiting.text.text()
    filled.service.ticks.replace(ids(filled)[:2])
    assert filled.central.waiting.button.text() == "Compare 2 Articles"
    filled.central.waiting.button.click()
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 2 and filled.loader.done, timeout=LONG)


def test_an_empty_library_leads_to_the_bin(filled: MainWindow, qtbot: QtBot) -> None:
    filled.sidebar.take_focus()
    filled.sidebar.library.tree.selectAll()
    qtbot.keyClick(filled.sidebar.library.tree, Qt.Key.Key_Delete)
    empty = filled.sidebar.library.empty
    qtbot.waitUntil(lambda: empty.isVisible() and empty.text.text() == "3 articles lie in the bin.")
    assert filled.central.waiting.button.text() == "Import Files…"
    empty.button.click()
    qtbot.waitUntil(lambda: len(ids(filled)) == 3)


def test_the_session_comes_back(
    open_window: Callable[[], MainWindow], stories: list[Path], qtbot: QtBot, paths: Paths
) -> None:
    first = open_window()
    first.imports.take(stories)
    qtbot.waitUntil(lambda: len(ids(first)) == 3)
    compared(first, qtbot)
    first.commands["scroll-free"].trigger()
    first.commands["lanes"].trigger()
    first.commands["zoom-in"].trigger()
    first.service.ticks.replace(ids(first)[:1])
    first.resize(first.width(), 600)
    qtbot.waitUntil(lambda: first.height() == 600)
    opened, ticked = first.comparisons.ids, first.service.ticks.ids
    first.close()
    assert sorted(paths.state.iterdir()) == [paths.key, paths.state / "session.json"]

    second = open_window()
    qtbot.waitUntil(lambda: second.comparisons.ids == opened, timeout=LONG)
    assert second.service.ticks.ids == ticked
    assert second.height() == 600
    assert second.panes.zoom > 1
    assert {"scroll-free"} <= second.ui_state.flags
    assert "lanes" not in second.ui_state.flags
    assert [message.text for message in second.central.messages.shown] == []


def tall(stories: list[Path]) -> list[Path]:
    """The stories, each long enough to be scrolled through."""
    for number, path in enumerate(stories):
        more = (f"The pier master wrote {number * 100 + n} pages on it, line after line." for n in range(60))
        path.write_text("\n\n".join([path.read_text(encoding="utf-8"), *more]), encoding="utf-8")
    return stories


def stands(window: MainWindow) -> dict[str, int]:
    return {pane.article.id: pane.verticalScrollBar().value() for pane in window.panes.panes}


def test_one_reads_on_where_one_stopped(
    open_window: Callable[[], MainWindow], stories: list[Path], qtbot: QtBot
) -> None:
    first = open_window()
    first.imports.take(tall(stories))
    qtbot.waitUntil(lambda: len(ids(first)) == 3)
    compared(first, qtbot)
    qtbot.waitUntil(lambda: first.panes.ready, timeout=LONG)  # type: ignore[union-attr] # it is there
    first.commands["scroll-free"].trigger()
    first.commands["swap"].trigger()
    first.commands["base"].trigger()
    for number, pane in enumerate(first.panes.panes):
        pane.setFocus()
        pane.alone = True  # as with Alt and the wheel
        pane.driven.emit()
        pane.verticalScrollBar().setValue(400 + 300 * number)
        pane.alone = False
    before, order, base = stands(first), first.panes.order, first.state.base
    assert len(set(before.values())) == 3
    first.close()

    second = open_window()
    qtbot.waitUntil(lambda: second.comparisons.ids == order, timeout=LONG)
    qtbot.waitUntil(lambda: second.state.base == base, timeout=LONG)  # type: ignore[union-attr] # it is there

    def back() -> bool:
        now = stands(second)
        return all(abs(now[article] - before[article]) < LINE for article in before)

    qtbot.waitUntil(back, timeout=LONG)


def test_a_session_that_cannot_be_read_is_said_and_hurts_nothing(
    open_window: Callable[[], MainWindow], stories: list[Path], qtbot: QtBot, paths: Paths
) -> None:
    first = open_window()
    first.imports.take(stories)
    qtbot.waitUntil(lambda: len(ids(first)) == 3)
    first.close()
    (paths.state / "session.json").write_text('{"geometry": "half of', encoding="utf-8")
    second = open_window()
    assert [message.kind for message in second.central.messages.shown] == [MessageKind.WARNING]
    assert len(ids(second)) == 3
    second.close()
    third = open_window()
    assert third.central.messages.shown == []


def test_what_was_open_and_is_gone_is_not_missed(
    open_window: Callable[[], MainWindow], stories: list[Path], qtbot: QtBot
) -> None:
    first = open_window()
    first.imports.take(stories)
    qtbot.waitUntil(lambda: len(ids(first)) == 3)
    compared(first, qtbot)
    gone = ids(first)[0]
    first.library.apply(lambda ws: ws.library.remove([gone]))
    qtbot.waitUntil(lambda: gone not in ids(first))
    first.close()
    second = open_window()
    assert second.central.waiting.isVisible()
    assert [message.text for message in second.central.messages.shown] == []


def test_a_library_that_cannot_be_opened_is_said_and_left_alone(qtbot: QtBot, paths: Paths) -> None:
    def refuse() -> None:
        raise LibraryError("The library is damaged.", "Put a copy in its place.")

    window = MainWindow(paths, refuse, lambda *_: None)  # type: ignore[arg-type]
    qtbot.addWidget(window)
    window.furnish()
    window.show()
    qtbot.waitUntil(lambda: len(window.central.messages.shown) == 1)
    assert window.central.messages.shown[0].text == "The library is damaged."
    window.close()


def test_closing_while_work_is_under_way_ends_it(filled: MainWindow, qtbot: QtBot) -> None:
    begun, ended = threading.Event(), []

    def work(_workspace: object, progress: Callable[[int, int], None]) -> None:
        begun.set()
        try:
            while True:
                progress(0, 1)
        finally:
            ended.append(True)

    filled.service.run("long", work, lambda _none: None, title="Working")
    assert begun.wait(10)
    filled.close()
    assert ended == [True]


def test_themes_can_be_worn_in_turn(filled: MainWindow, qtbot: QtBot) -> None:
    for name in ("theme-dark", "theme-contrast", "theme-light", "theme-system"):
        filled.commands[name].trigger()
        qtbot.waitUntil(lambda name=name: checked(filled, "theme-") == [name])


def test_panels_come_and_go(filled: MainWindow, qtbot: QtBot) -> None:
    window = compared(filled, qtbot)
    findings = window.dock_layout.findings
    for name, part in (("show-library", window.dock_layout.side), ("findings", findings.findChild(QStackedWidget))):
        window.commands[name].trigger()
        assert part.isVisible()
        qtbot.waitUntil(lambda name=name: name in checked(window))
        window.commands[name].trigger()
        assert part.isHidden()
        qtbot.waitUntil(lambda name=name: name not in checked(window))
    window.commands["go-figures"].trigger()
    assert window.ledger.isVisible()


def test_dialogs_open_one_at_a_time(filled: MainWindow) -> None:
    for name in ("shortcuts", "about", "palette"):
        filled.commands[name].trigger()
        dialog = filled.dialogs.open
        assert isinstance(dialog, QDialog)
        assert dialog.isVisible()
        assert len([d for d in filled.findChildren(QDialog) if d.isVisible()]) == 1
    dialog.reject()
    assert filled.dialogs.open is None


def test_everything_that_takes_the_keyboard_has_a_name(filled: MainWindow, qtbot: QtBot) -> None:
    window = compared(filled, qtbot)
    nameless = [
        f"{type(widget).__name__} {widget.objectName()}"
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (widget.text() if hasattr(widget, "text") else "")
        and not isinstance(widget, QToolButton)
        and not widget.focusProxy()
    ]
    assert nameless == []


def test_the_figures_are_reached_and_followed_by_key(filled: MainWindow, qtbot: QtBot) -> None:
    window = compared(filled, qtbot)
    assert window.ledger is not None
    qtbot.keyClick(window, Qt.Key.Key_G, CTRL)
    table = window.ledger.findChild(QTableView)
    assert table.hasFocus()
    assert table.currentIndex().isValid()
    with qtbot.waitSignal(window.ledger.rowWanted):
        qtbot.keyClick(table, Qt.Key.Key_Return)


def test_the_button_says_whether_only_these_are_shown(filled: MainWindow, qtbot: QtBot) -> None:
    window = compared(filled, qtbot)
    (button,) = [one for one in window.findChildren(BarButton) if one.defaultAction() is window.commands["only-these"]]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)  # nothing is chosen: it cannot be done
    assert not button.isChecked()
    window.commands["next-passage"].trigger()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.isChecked()
    assert button.accessibleName() == "Only these: on"
    window.state.set_current_finding(None)
    assert not button.isChecked()
    assert button.accessibleName() == "Only these: off"


def test_closing_the_last_pane_leaves_nothing_open(filled: MainWindow, qtbot: QtBot) -> None:
    window = compared(filled, qtbot)
    while window.state.comparison is not None:
        window.panes.strip.columns[0].header.closed.emit()
    qtbot.waitUntil(lambda: window.central.waiting.isVisible())
    assert window.comparisons.ids == ()
    assert not window.dock_layout.findings.is_open
    assert window.sidebar.isVisible()
    qtbot.waitUntil(lambda: not window.commands["export"].isEnabled())


def test_what_is_closed_before_everything_is_filled_leaves_nothing(filled: MainWindow, qtbot: QtBot) -> None:
    filled.service.ticks.replace(filled.library.contents.known)
    with qtbot.waitSignal(filled.comparisons.opened, timeout=LONG):
        filled.comparisons.compare_ticked()
    for column in list(filled.panes.strip.columns):
        column.header.closed.emit()
    qtbot.waitUntil(lambda: filled.comparisons.ids == ())
    qtbot.waitUntil(lambda: filled.loader.done)
    assert not filled.dock_layout.findings.is_open
    assert filled.central.waiting.isVisible()


def test_another_comparison_meanwhile_fills_the_tables(filled: MainWindow, qtbot: QtBot) -> None:
    ids = tuple(filled.library.contents.known)
    with qtbot.waitSignal(filled.comparisons.opened, timeout=LONG):
        filled.comparisons.compare(ids)
    filled.comparisons.compare(ids[:2])
    qtbot.waitUntil(lambda: filled.comparisons.ids == ids[:2] and filled.loader.done)
    assert len(filled.ledger.comparison.articles) == 2


def test_going_to_the_figures_at_once_finds_them(filled: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(filled.comparisons.opened, timeout=LONG):
        filled.comparisons.compare(tuple(filled.library.contents.known))
    filled.commands["go-figures"].trigger()
    assert filled.ledger.table.model().rowCount() > 0
    qtbot.waitUntil(filled.ledger.table.hasFocus)


def test_what_is_said_is_shown_whole_or_somewhere_else(filled: MainWindow, qtbot: QtBot) -> None:
    def over_the_text(words: str) -> bool:
        return any(one.isVisible() and one.accessibleName() == words for one in filled.findChildren(QWidget))

    layout, long = filled.dock_layout, "Nothing like it is left. " * 20
    layout.say("Copied.")
    assert layout.findings.bar.is_read
    assert not over_the_text("Copied.")
    layout.tell(long)  # it stands elsewhere as well
    assert not layout.findings.bar.is_read
    assert not over_the_text(long)
    layout.say(long)
    assert over_the_text(long)
    assert layout.findings.bar.currentMessage() == long
