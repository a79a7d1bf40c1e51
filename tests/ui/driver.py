"""What a person does in the window, in verbs: a test says what it means, and how the window is wired may change."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from reader.compare.comparison import Comparison
from reader.ui.main_window import MainWindow
from reader.workspace import Workspace

LONG = 60_000


def workspace_of(window: MainWindow) -> Workspace:
    """What the window works with, opened if it is not."""
    return window.service._opened()


class Driver:
    """Acts on one window, and waits for what follows."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def wait(self, condition: Callable[[], object]) -> None:
        """Until something holds."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=LONG)

    # The library

    @property
    def articles(self) -> list[str]:
        """The ids of the articles on view, from the top."""
        model = self.window.sidebar.library.model
        return list(dict.fromkeys(i for at in range(model.rowCount()) for i in model.ids(model.index(at))))

    def _row(self, article: str) -> QModelIndex:
        return self.window.sidebar.library.model.index_of(article)

    def tick(self, *articles: str) -> None:
        """Tick the boxes of articles in the library."""
        model = self.window.sidebar.library.model
        for article in articles:
            model.setData(self._row(article), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)

    def open(self, article: str) -> None:
        """Open one article by itself, by Enter on its row."""
        tree = self.window.sidebar.library.tree
        tree.setCurrentIndex(self._row(article))
        tree.setFocus()
        self._qtbot.keyClick(tree, Qt.Key.Key_Return)
        self.wait(lambda: self.window.comparisons.ids == (article,) and self.window.loader.done)

    # What lies open

    def compare(self) -> Comparison:
        """Press the button that compares what is ticked."""
        ticked = set(self.window.service.ticks.ids)
        self._qtbot.mouseClick(self.window.sidebar.compare, Qt.MouseButton.LeftButton)
        self.wait(lambda: set(self.window.comparisons.ids) == ticked and self.window.loader.done)
        return self.comparison

    @property
    def comparison(self) -> Comparison:
        """What was found."""
        found = self.window.state.comparison
        assert found is not None
        return found

    def choose(self, passage: int) -> None:
        """Go to a passage."""
        self.window.panes.choose_passage(passage)
        self.wait(lambda: self.window.state.chosen_passage == passage)

    def decide(self, action: str, words: str = "") -> None:
        """By a command on where a person is: "confirm", "take-back", or "dismiss" and "note" with their words."""
        before = dict(self.window.state.decisions)
        self.window.commands[action].trigger()
        if words:
            self._answer(words)
        self.wait(lambda: self.window.state.decisions != before)

    def _answer(self, words: str) -> None:
        """Write into the bar that asks, and keep it."""
        bar = self.window.panes.decision_bar
        self.wait(lambda: bar.is_asking)
        note, reason = bar.findChild(QPlainTextEdit), bar.findChild(QComboBox)
        if note.isVisible():
            note.setPlainText(words)
            self._qtbot.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        else:
            reason.setEditText(words)
            self._qtbot.keyClick(reason.lineEdit(), Qt.Key.Key_Return)

    def undo(self) -> None:
        """Take the last change back."""
        self.wait(self.window.commands["undo"].isEnabled)
        with self._qtbot.waitSignal(self.window.library.refreshed, timeout=LONG):
            self.window.commands["undo"].trigger()

    def export(self, path: Path) -> str:
        """Write what lies open to a file whose ending says as what, and read it."""
        self.window.export.write(path)
        self.wait(lambda: any(path.name in message.text for message in self.window.central.messages.shown))
        return path.read_text(encoding="utf-8")
