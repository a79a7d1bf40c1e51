"""The sheet of keys: what the menus hold, with their keys, in three columns."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations_with_replacement, pairwise
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.i18n import N_, _
from reader.ui.actions.specs import ACTIONS, MENUS, ActionSpec, strip_mnemonic
from reader.ui.widgets.plain_text import Label

Group = tuple[str, list[tuple[str, str]]]
COLUMNS, GAP, WIDTH = 3, 2, 1140
"""Beside its lines, a group takes the height of so many: for its title, and to stand apart."""
ROOM, LONG = 0.92, 26
OTHERS = (
    (N_("Ctrl+1 … Ctrl+9"), N_("Pane 1 to 9")),
    (N_("Space"), N_("Tick an article")),
    (N_("Enter"), N_("Open an article, or a passage")),
    (N_("Down"), N_("From the search to its results")),
    (N_("Esc"), N_("End a search, close the find bar")),
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
        for third in balanced([*groups_of(MENUS), (_("Everywhere"), [(_(keys), _(words)) for keys, words in OTHERS])]):
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
        width = max(WIDTH, sheet.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width() + 12)
        self.resize(QSize(width, 610).boundedTo(self.screen().availableSize() * ROOM))


def balanced(groups: Sequence[Group]) -> list[Sequence[Group]]:
    """The groups in their order in three columns, the highest of them as low as can be."""
    heights = [len(lines) + GAP for _title, lines in groups]
    cuts = combinations_with_replacement(range(len(groups) + 1), COLUMNS - 1)
    places = ((0, *cut, len(groups)) for cut in cuts)
    best = min(places, key=lambda at: max(sum(heights[a:b]) for a, b in pairwise(at)))
    return [groups[a:b] for a, b in pairwise(best)]


def groups_of(menus: Iterable[tuple[str, Any]]) -> Iterator[Group]:
    """Each menu's name and its commands' keys and texts, submenus' among them."""
    rows = {row.id: row for row in ACTIONS}
    for title, entries in menus:
        lines = [(keys_of(row), strip_mnemonic(row.text)) for row in _rows(entries, rows) if row.keys]
        if lines:
            yield strip_mnemonic(_(title)), lines


def keys_of(row: ActionSpec) -> str:
    """A command's keys as people write them here."""
    return "  ".join(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in row.keys)


def _rows(entries: Iterable[Any], rows: dict[str, ActionSpec]) -> Iterator[ActionSpec]:
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
    grid.setVerticalSpacing(3)
    grid.setColumnStretch(1, 1)
    grid.setColumnMinimumWidth(0, 116)
    heading = Label(title)
    heading.setObjectName("sheetTitle")
    grid.addWidget(heading, 0, 0, 1, 2)
    for at, (keys, words) in enumerate(lines, start=1):
        key = Label(keys)
        key.setObjectName("keys")
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        what = Label(words)
        what.setWordWrap(len(words) > LONG)
        grid.addWidget(key, at, 0, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(what, at, 1)
    return group
