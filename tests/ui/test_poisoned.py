"""Articles full of markup: every widget, tool tip, header and dialog shows it as it stands, and obeys none of it."""

from collections.abc import Iterator

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader.article import Article
from reader.ui.main_window import MainWindow
from reader.ui.widgets.plain_text import PlainLabel, tip

LONG = 60_000
MARKUP = '<h1>Loud</h1><img src="file:///nowhere.png"><b>bold</b>'
OBEYED = ("<h1", "<img", "<b>bold")
TEXT = """{who} {markup} said {n} people were led out of Port Lowen on Tuesday.

“We {markup} climbed down the ladder in the dark, one after another,” said {markup} Mara Quill.

The ferry {markup} will stay at the quay until the spring tide."""


def poisoned(number: int) -> Article:
    """An account in which everything that is known of it is markup."""
    text = TEXT.format(who=f"Account {number}", markup=MARKUP, n=(212, 340, 410)[number])
    said = f"{MARKUP} {number}"
    return Article(
        f"p{number}", text, headline=said, standfirst=said, byline=said, dateline=said, outlet=said,
        published=f"2031-03-0{number + 1}", url=f"https://lowen.example/{MARKUP}", path=f"/{MARKUP}/{number}.txt",
    )  # fmt: skip


@pytest.fixture
def window(open_window, qtbot: QtBot) -> MainWindow:
    """Three such articles in a story of that kind, with tags, a saved comparison and a search, laid side by side."""
    window = open_window()
    kept = []

    def fill(workspace, _progress) -> list[str]:
        story = workspace.story(MARKUP)
        ids = [workspace.library.add(poisoned(n), story).id for n in range(3)]
        workspace.library.labels.tag(ids, MARKUP)
        workspace.save_comparison(MARKUP, ids, note=MARKUP)
        workspace.library.searches.save(MARKUP, f'"{MARKUP}"')
        found = workspace.compare(ids)
        from reader.compare import finding_ids

        for finding in finding_ids.every(found):
            workspace.decide(found, finding, "noted", MARKUP, MARKUP)
        return ids

    window.service.run("fill", fill, kept.append)
    qtbot.waitUntil(lambda: bool(kept), timeout=LONG)
    window.service.libraryChanged.emit()
    window.comparisons.compare(kept[0])
    qtbot.waitUntil(lambda: len(window.comparisons.ids) == 3 and window.loader.done, timeout=LONG)
    return window


def obeyed(text: str) -> bool:
    """Whether Qt takes a text for rich text and finds this markup in it."""
    return QtGui.Qt.mightBeRichText(text) and any(sign in text for sign in OBEYED)


def faults(root: QWidget) -> Iterator[str]:
    """What below a widget would be drawn as markup, by where it stands."""
    for widget in (root, *root.findChildren(QWidget)):
        where = f"{type(widget).__module__}.{type(widget).__name__} {widget.objectName()}"
        if obeyed(widget.toolTip()) or obeyed(widget.whatsThis()):
            yield f"tool tip of {where}: {widget.toolTip()[:80]}"
        if isinstance(widget, QLabel) and widget.textFormat() != Qt.TextFormat.PlainText and is_rich(widget):
            yield f"label {where}: {widget.text()[:80]}"
        if isinstance(widget, QMessageBox) and widget.textFormat() != Qt.TextFormat.PlainText and obeyed(widget.text()):
            yield f"box {where}"
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            yield from (f"{line} in {where}" for line in in_model(widget.model()))
        for action in widget.actions():
            if obeyed(action.toolTip()):
                yield f"tool tip of the action {action.text()} in {where}"
    for action in root.findChildren(QAction):
        if obeyed(action.toolTip()):
            yield f"tool tip of the action {action.text()}"


def is_rich(label: QLabel) -> bool:
    if label.textFormat() == Qt.TextFormat.AutoText:
        return obeyed(label.text())
    return any(sign in label.text() for sign in OBEYED)


def columns(model: QAbstractItemModel, above: QModelIndex) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(above)


def in_model(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[str]:
    above = parent or QModelIndex()
    for row in range(min(model.rowCount(above), 60)):
        for column in range(columns(model, above)):
            index = model.index(row, column, above)
            said = index.data(Qt.ItemDataRole.ToolTipRole)
            if isinstance(said, str) and obeyed(said):
                yield f"tool tip of {row}, {column}: {said[:80]}"
            if column == 0 and not isinstance(model, QAbstractListModel):
                yield from in_model(model, index)
    if parent is None:
        for column in range(columns(model, QModelIndex())):
            said = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
            if isinstance(said, str) and obeyed(said):
                yield f"tool tip of the head of {column}"


def everywhere() -> list[str]:
    return [line for widget in QApplication.topLevelWidgets() for line in faults(widget)]


def test_the_window_and_its_docks(window: MainWindow, qtbot: QtBot) -> None:
    for name in window.dock_layout.findings.panels:
        window.dock_layout.findings.toggle(name)
    window.panes.next_passage()
    qtbot.waitUntil(lambda: any("Loud" in label.text() for label in window.findChildren(QLabel)))
    assert everywhere() == []
    window.panes.next_conflict()
    marks = [mark for pane in window.panes.panes for mark in (*pane.found.passages, *pane.found.figures)]
    why = [window.panes.why(mark) for mark in marks]
    assert why
    assert not any(sign in words for words in why for sign in OBEYED)


@pytest.mark.parametrize(
    "name",
    [
        "details", "tags", "move", "new-story", "save-comparison", "saved-comparisons", "saved-searches", "export",
        "split-figures", "palette", "watched-folders", "preferences",
    ],
)  # fmt: skip
def test_dialogs(window: MainWindow, name: str, qtbot: QtBot) -> None:
    library = window.sidebar.library.model
    qtbot.waitUntil(lambda: library.rowCount() > 1)
    window.commands["go-figures"].trigger()
    window.ledger.table.selectRow(0)
    if name in ("details", "tags", "move"):
        window.sidebar.library.reveal(window.comparisons.ids[:1])
        window.sidebar.library.tree.setFocus()
    window.commands[name].trigger()
    asks = window.panes.decision_bar  # a reason and a note are asked for in place
    qtbot.waitUntil(lambda: asks.is_asking or any(d.isVisible() for d in window.findChildren(QDialog)), timeout=5_000)
    assert everywhere() == []
    for dialog in window.findChildren(QDialog):
        dialog.reject()


@pytest.mark.parametrize("name", ["dismiss", "note"])
def test_deciding_in_place(window: MainWindow, name: str, qtbot: QtBot) -> None:
    window.commands["go-figures"].trigger()
    window.ledger.table.selectRow(0)
    window.commands[name].trigger()
    bar = window.panes.decision_bar
    qtbot.waitUntil(
        lambda: any(one.isVisible() for kind in (QLineEdit, QPlainTextEdit) for one in bar.findChildren(kind)),
        timeout=5_000,
    )
    assert everywhere() == []


def test_search_results_and_reports(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(window.search.field, "ladder")
    qtbot.waitUntil(lambda: window.sidebar.results.model.rowCount() == 3, timeout=LONG)
    assert everywhere() == []


def test_labels_and_tips_show_what_looks_like_markup(qtbot: QtBot) -> None:
    label = PlainLabel(MARKUP)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not any(sign in tip(MARKUP) for sign in OBEYED)
    assert tip("") == ""
