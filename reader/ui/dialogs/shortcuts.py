"""The sheet of keys: what the menus hold, with their keys, in three columns."""

from collections.abc import Iterable, Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import _
from reader.ui.commands import ACTIONS, MENUS, Action, plain

OTHERS = (
    (_("Ctrl+1 … Ctrl+9"), _("Pane 1 to 9")),
    (_("Space"), _("Tick an article")),
    (_("Enter"), _("Open an article, or a passage")),
    (_("Down"), _("From the search to its results")),
    (_("Esc"), _("End a search, close the find bar")),
)


class ShortcutSheet(QDialog):
    """Every command that has a key, under the name of its menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keyboard shortcuts"))
        sheet = QWidget()
        columns = QHBoxLayout(sheet)
        columns.setContentsMargins(16, 12, 16, 12)
        columns.setSpacing(28)
        groups = [*groups_of(MENUS), (_("Everywhere"), list(OTHERS))]
        for third in (groups[:2], groups[2:3] + groups[-1:], groups[3:-1]):
            column = QVBoxLayout()
            for title, lines in third:
                column.addWidget(_group(title, lines))
                column.addSpacing(10)
            column.addStretch(1)
            columns.addLayout(column)
        area = QScrollArea(self)
        area.setWidget(sheet)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 12, 12)
        whole.addWidget(area)
        whole.addWidget(buttons)
        self.resize(1040, 540)


def groups_of(menus: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each menu's name and its commands' keys and texts, submenus' among them."""
    rows = {row.name: row for row in ACTIONS}
    for title, entries in menus:
        lines = [(keys_of(row), plain(row.text)) for row in _rows(entries, rows) if row.keys]
        if lines:
            yield plain(title), lines


def keys_of(row: Action) -> str:
    """A command's keys as people write them here."""
    return "  ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in row.keys)


def _rows(entries: Iterable[Any], rows: dict[str, Action]) -> Iterator[Action]:
    for entry in entries:
        if isinstance(entry, tuple):
            if not str(entry[1][0]).startswith("pane-"):  # nine lines that say one thing; see OTHERS
                yield from _rows(entry[1], rows)
        elif entry in rows:
            yield rows[entry]


def _group(title: str, lines: list[tuple[str, str]]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 116)
    heading = QLabel(title)
    heading.setObjectName("sheetTitle")
    grid.addWidget(heading, 0, 0, 1, 2)
    for at, (keys, words) in enumerate(lines, start=1):
        key = QLabel(keys)
        key.setObjectName("keys")
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        key.setTextFormat(Qt.TextFormat.PlainText)
        what = QLabel(words)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        grid.addWidget(key, at, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(what, at, 1)
    return group
