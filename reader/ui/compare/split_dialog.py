"""Asks which figures of a row count something else, and shall stand in a row of their own."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from reader import wording
from reader.compare.comparison import Comparison, Excerpt, Figure, LedgerRow
from reader.i18n import _
from reader.text.spans import Span
from reader.ui.compare.short_name import short_name
from reader.ui.widgets.plain_text import Label, tip

LONGEST = 90
"""Letters of a sentence that are shown."""


class SplitDialog(QDialog):
    """A list of the row's figures to tick; some but not all of them can go."""

    chosen = Signal(object, str)
    """A frozenset of `Excerpt`s, and what they count."""

    def __init__(
        self, comparison: Comparison, row: LedgerRow, ticked: Collection[Excerpt], parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Split Off"))
        self.setMinimumWidth(560)
        words = _("Tick the figures that count something other than “{what}”:")
        question = Label(words.format(what=wording.scope(row.scope)))
        question.setWordWrap(True)
        self._excerpts = [mention.excerpt for mention in row.mentions]
        self.list = QListWidget()
        self.list.setAccessibleName(question.text())
        self.list.setAlternatingRowColors(True)
        self.list.setSpacing(2)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # the whole is in the tooltip
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        for mention in row.mentions:
            self.list.addItem(_item(comparison, mention, mention.excerpt in ticked))
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._look)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._go = self._buttons.addButton(_("&Split Off"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setDefault(True)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # as in the other dialogs
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._hint = Label()
        self._hint.setObjectName("emptyText")
        self.name = QLineEdit()
        self.name.setPlaceholderText(wording.scope(row.scope))
        asked = Label(_("What they count (the name of the new row):"))
        asked.setBuddy(self.name)
        self.name.setAccessibleName(asked.text())
        column = QVBoxLayout(self)
        for widget in (question, self.list, asked, self.name, self._hint, self._buttons):
            column.addWidget(widget)
        self._look()

    @property
    def ticked(self) -> frozenset[Excerpt]:
        """The figures that go."""
        states = (self.list.item(i).checkState() for i in range(self.list.count()))
        return frozenset(
            one for one, state in zip(self._excerpts, states, strict=True) if state == Qt.CheckState.Checked
        )

    def _look(self) -> None:
        count, every = len(self.ticked), len(self._excerpts)
        self._go.setEnabled(0 < count < every)
        usual = _("They get a row of their own; Undo brings them back.")
        self._hint.setText(_("Leave at least one in the row.") if count == every else usual)

    def accept(self) -> None:
        """Tell which are to go."""
        ticked, name = self.ticked, self.name.text()
        super().accept()
        self.chosen.emit(ticked, name)


def _item(comparison: Comparison, mention: Figure, ticked: bool) -> QListWidgetItem:
    article = comparison.article(mention.excerpt.article)
    start, end = mention.sentence.start, mention.sentence.end
    sentence = " ".join(article.words(Span(start, min(end, start + 20 * LONGEST))).split())
    shown = sentence if len(sentence) <= LONGEST else sentence[:LONGEST].rstrip() + "…"
    said = " ".join(comparison.text(mention.excerpt).split())
    made = QListWidgetItem(f"{short_name(article)}: {said} – {shown}")
    made.setToolTip(tip(sentence[: 6 * LONGEST]))
    made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
    made.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
    return made
