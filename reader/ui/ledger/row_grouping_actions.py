"""Splitting and joining rows of figures: the commands of the table, and the dialog that asks which figures go."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from reader import wording
from reader.compare.comparison import Comparison, Excerpt, Figure, LedgerRow
from reader.i18n import _, ngettext, quoted
from reader.text.spans import Span
from reader.ui.actions.action_manager import ActionManager
from reader.ui.widgets.plain_text import PlainLabel, tip
from reader.wording.lines import short_name

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
        question = PlainLabel(words.format(what=wording.scope(row.scope)))
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
        self.split_button = self._buttons.addButton(_("&Split Off"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.split_button.setDefault(True)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # as in the other dialogs
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._hint = PlainLabel()
        self._hint.setObjectName("emptyText")
        self.name = QLineEdit()
        self.name.setPlaceholderText(wording.scope(row.scope))
        asked = PlainLabel(_("What they count (the name of the new row):"))
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
        self.split_button.setEnabled(0 < count < every)
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


WIDE = 560


class RowGroupingActions(QObject):
    """Three actions; the library does the rest."""

    split = Signal(object, object, object, str)
    """The `Comparison`, a row of its ledger, which `Excerpt`s of it get a row of their own, and its name."""
    joined = Signal(object, object, str)
    """The `Comparison`, a tuple of the rows that become one, and its name."""
    restored = Signal(object, object)
    """The `Comparison`, and a row that is to be as it was found, with what it was split from or joined with."""
    said = Signal(str)

    def __init__(self, table: QWidget, shown: Callable[[], Comparison | None]) -> None:
        """`shown` gives the comparison whose figures stand in the table."""
        super().__init__(table)
        self._table, self._shown = table, shown
        self._rows: tuple[LedgerRow, ...] = ()
        self._leading: Collection[Excerpt] = ()
        self.ask_split = self._action(_("&Split Off…"), self._ask_split)
        self.join = self._action("", self._join)
        self.restore = self._action(_("&Put Back as Found"), self._restore)
        self._enable()

    def register(self, actions: ActionManager) -> None:
        """Name what the commands call."""
        actions.register("split-figures", self.try_split)
        actions.register("join-figures", self.try_join)
        actions.register("figures-as-found", self.try_restore)

    def _action(self, text: str, call: object) -> QAction:
        made = QAction(text, self._table)
        made.triggered.connect(call)
        return made

    def extend(self, menu: QMenu) -> None:
        """Offer them in a menu."""
        menu.addSeparator()
        menu.addActions([self.ask_split, self.join, self.restore])

    def choose(self, rows: Sequence[int], leading: Collection[Excerpt]) -> None:
        """Act on these rows of the ledger that is shown; `leading` are the figures of the cell with the keyboard."""
        comparison = self._shown()
        self._rows = tuple(comparison.ledger[row] for row in rows) if comparison is not None else ()
        self._leading = leading
        self._enable()

    def _enable(self) -> None:
        found = self._rows
        self.ask_split.setEnabled(len(found) == 1 and len(found[0].mentions) > 1)
        self.join.setEnabled(len(found) > 1)
        self.join.setText(ngettext("&Join {n} Row", "&Join {n} Rows", len(found)).format(n=len(found)))
        self.restore.setEnabled(len(found) == 1 and found[0].regrouped)

    # What commands call

    def try_split(self) -> None:
        """Ask which figures are to go, or say what to choose first."""
        self._try(self.ask_split, _("Choose one row with several figures first"))

    def try_join(self) -> None:
        """Join the rows that are chosen, or say how to choose them."""
        self._try(self.join, _("Choose two rows of figures or more first, with Ctrl or Shift held"))

    def try_restore(self) -> None:
        """Put a row back as it was found, or say which rows can be."""
        self._try(self.restore, _("Choose a row that you split or joined first"))

    def _try(self, action: QAction, otherwise: str) -> None:
        if action.isEnabled():
            action.trigger()
        else:
            self.said.emit(otherwise)

    def _ask_split(self) -> None:
        comparison, row = self._shown(), self._rows[0]
        if comparison is None:
            return
        dialog = SplitDialog(comparison, row, self._leading, self._table.window())
        dialog.chosen.connect(lambda excerpts, name: self.split.emit(comparison, row, excerpts, name))
        dialog.open()

    def _join(self) -> None:
        """Ask what the rows count together; where they cannot be one, that is told at once."""
        comparison, rows = self._shown(), self._rows
        if comparison is None:
            return
        refused = _refusal(comparison, rows)
        if refused:
            self.said.emit(refused)
            return
        dialog = QInputDialog(self._table.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Join Rows"))
        names = [wording.scope(row.scope) for row in rows]
        asked = _("What {rows} count together (the name of the row):")
        dialog.setLabelText(asked.format(rows=wording.listed([quoted(name) for name in names])))
        dialog.setTextValue(names[0])
        dialog.setOkButtonText(_("Join"))
        dialog.resize(WIDE, dialog.sizeHint().height())
        dialog.textValueSelected.connect(lambda name: self.joined.emit(comparison, rows, name))
        dialog.open()

    def _restore(self) -> None:
        self.restored.emit(self._shown(), self._rows[0])


def _refusal(comparison: Comparison, rows: Sequence[LedgerRow]) -> str:
    """Why rows cannot be one; "" where they can."""
    from reader.compare.figures.rows import regroup  # all that reads figures: it comes with the first comparison

    found = regroup.obstacle([row.mentions for row in rows])
    return wording.not_together(comparison, *found) if found is not None else ""
