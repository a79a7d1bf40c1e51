"""A sheet of paper that says what a document will hold: articles, sections with what is in each, how many pages."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from reader.i18n import _, ngettext
from reader.ui.widgets.plain_text import Label

if TYPE_CHECKING:
    from reader.export import Contents, Part


LONG = 44
"""Letters from which a line may wrap."""


class ExportPreview(QScrollArea):
    """Shows the contents of one document; shown anew at every change, which takes a millisecond."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("What the document will hold"))

    def show_contents(self, told: "Contents", form: str, paged: bool, parts: "Sequence[Part]", decided: int) -> None:
        """List the articles and these parts; `decided` is the number of decisions that go in."""
        sheet = QWidget()
        sheet.setObjectName("paperSheet")
        column = QVBoxLayout(sheet)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(6)
        count = len(told.articles)
        title = ngettext("{n} account side by side", "{n} accounts side by side", count).format(n=count)
        column.addWidget(_label(title, "paperTitle"))
        column.addWidget(_label(_length(told, form, paged), "quiet"))
        column.addSpacing(8)
        for number, name in enumerate(told.articles, 1):
            column.addWidget(_label(f"{number}  {name}"))
        column.addSpacing(8)
        column.addWidget(_rule())
        column.addSpacing(4)
        column.addLayout(_table(parts))
        if decided:
            words = ngettext("with {n} decision or note", "with {n} decisions and notes", decided).format(n=decided)
            column.addWidget(_label(words, "quiet"))
        column.addStretch(1)
        column.addWidget(_label(told.summary, "quiet"))
        self.setWidget(sheet)
        self.setMinimumWidth(sheet.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width())
        listed = [f"{part.label}: {part.holds}" for part in parts]
        self.setAccessibleDescription("; ".join([_length(told, form, paged), *listed]))


def _length(told: "Contents", form: str, paged: bool) -> str:
    if not paged:
        return form
    pages = ngettext("about {n} page", "about {n} pages", told.pages).format(n=told.pages)
    return f"{form} · {pages}"


def _table(parts: "Sequence[Part]") -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for at, part in enumerate(parts):
        grid.addWidget(_label(part.label), at, 0, Qt.AlignmentFlag.AlignTop)
        holds = _label(part.holds, "quiet")
        holds.setAlignment(Qt.AlignmentFlag.AlignRight)
        holds.setWordWrap(False)
        grid.addWidget(holds, at, 1, Qt.AlignmentFlag.AlignTop)
    return grid


def _rule() -> QFrame:
    line = QFrame()
    line.setObjectName("paperRule")
    line.setFixedHeight(1)
    return line


def _label(words: str, name: str = "") -> Label:
    label = Label(words)
    label.setObjectName(name)
    label.setWordWrap(len(words) > LONG)  # a label that may wrap asks for the height of its narrowest
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    return label
