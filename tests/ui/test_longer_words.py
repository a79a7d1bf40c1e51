"""A language whose words are forty per cent longer: nothing in the window or its dialogs is cut off."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reader import i18n
from reader.ui.main_window import MainWindow

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT / "packaging"))

from catalogues import messages  # noqa: E402

LONGER = 0.4
LONG = 60_000
HINTED = 2
"""Points by which the width of words and the width that Qt leaves them may differ: it measures them unpolished."""
PARTS = re.compile(r"(\{[^{}]*\}|%\(\w+\)\w|%\w|<[^>]*>|&[^{]|&|\n)")
ACCENTS = str.maketrans("aeiouAEIOUnc", "àéîöúÀÉÎÖÚñç")


def longer(message: str) -> str:
    """The message with accents and two fifths more letters; placeholders, marks of keys and edges as they were."""
    core = message.strip(" ")
    before, after = message[: len(message) - len(message.lstrip(" "))], message[len(message.rstrip(" ")) :]
    ending = "…" if core.endswith("…") else ""
    words = "".join(
        part if PARTS.fullmatch(part) else part.translate(ACCENTS) for part in PARTS.split(core.removesuffix("…"))
    )
    more = round(LONGER * len(PARTS.sub("", core)))
    padding = " ".join(["émphäsïs"] * 20)[:more].strip()
    return f"{before}{words}{' ' if padding and more > 3 else ''}{padding}{ending}{after}"


@pytest.fixture(scope="module")
def pseudo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the catalogue of that language, under the code of one that nobody translates into."""
    folder = tmp_path_factory.mktemp("i18n")
    made = Catalog("eo", charset="utf-8", fuzzy=False)
    for message in messages.template():
        if message.id:
            words = longer(message.id) if isinstance(message.id, str) else tuple(map(longer, message.id))
            made.add(message.id, words, context=message.context)
    place = folder / "eo" / "LC_MESSAGES"
    place.mkdir(parents=True)
    (place / "parallax.mo").write_bytes(messages.compiled(made))
    return folder


@pytest.fixture(autouse=True)
def _spoken(pseudo: Path) -> Iterator[None]:
    i18n.use(pseudo, ["eo"])
    assert i18n._("Export") != "Export"
    yield
    i18n.use(ROOT / "resources" / "i18n", ["en"])


def clipped(root: QWidget) -> list[str]:
    """What of the words below a widget does not fit into its place, with what it would need."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and not widget.visibleRegion().isEmpty():
            needed = room_needed(widget)
            if needed > widget.width() + HINTED:
                words = getattr(widget, "text", lambda: "")() or type(widget).__name__
                found.append(f"{type(widget).__name__} “{words}”: {widget.width()} of {needed}")
    return found


def room_needed(widget: QWidget) -> int:
    """How wide a widget must be for its words; 0 for what wraps, elides or has none."""
    if isinstance(widget, QLabel):
        if type(widget).paintEvent is not QLabel.paintEvent and "paintEvent" in type(widget).__dict__:
            return 0  # draws its words itself, with an ellipsis and a tool tip
        if widget.wordWrap() or not widget.text() or widget.textFormat() == Qt.TextFormat.RichText:
            return 0
        words = widget.text().replace("&", "") if widget.buddy() is not None else widget.text()
        return max(widget.fontMetrics().horizontalAdvance(line) for line in words.splitlines() or [""])
    if isinstance(widget, QToolButton) and (
        widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly or not widget.text()
    ):
        return 0
    if isinstance(widget, QAbstractButton) and widget.text() and "paintEvent" not in type(widget).__dict__:
        return widget.sizeHint().width()
    if isinstance(widget, QComboBox) and not widget.isEditable():
        return widget.fontMetrics().horizontalAdvance(widget.currentText())
    return 0


def test_words_grow_and_keep_what_is_filled_in() -> None:
    assert longer("Export").startswith("Éxpört")
    told = longer(" &Tags of {n} articles… ")
    assert told.startswith(" &T")
    assert told.endswith("… ")
    assert "{n}" in told
    assert len(told) > 1.3 * len(" &Tags of {n} articles… ")


def test_the_first_window(window: MainWindow) -> None:
    assert clipped(window) == []


def test_a_comparison_with_its_findings(filled: MainWindow, qtbot: QtBot) -> None:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    filled.central.messages.clear()
    assert clipped(filled) == []
    for name in filled.dock_layout.findings.panels:
        filled.dock_layout.findings.toggle(name)
        QApplication.processEvents()
        assert clipped(filled) == [], name
    filled.panes.next_conflict()
    assert clipped(filled) == []


@pytest.mark.parametrize(
    "name",
    [
        "details", "tags", "move", "new-story", "save-comparison", "saved-comparisons", "saved-searches", "export",
        "palette", "watched-folders", "preferences", "import-address", "about", "search-help", "shortcuts", "legend",
        "guide",
    ],
)  # fmt: skip
def test_dialogs(filled: MainWindow, name: str, qtbot: QtBot) -> None:
    model = filled.sidebar.library.model
    filled.comparisons.compare(model.ids(model.index(0, 0)))
    qtbot.waitUntil(lambda: len(filled.comparisons.ids) == 3 and filled.loader.done, timeout=LONG)
    filled.sidebar.library.reveal(filled.comparisons.ids[:1])
    filled.sidebar.library.tree.setFocus()
    filled.commands[name].trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in filled.findChildren(QDialog)), timeout=LONG)
    dialog = next(one for one in filled.findChildren(QDialog) if one.isVisible())
    QApplication.processEvents()
    assert clipped(dialog) == []
    dialog.reject()
