"""Splitting and joining rows of the ledger: what can be done with the rows that are chosen."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from reader import wording
from reader.compare.comparison import Comparison, Excerpt, LedgerRow
from reader.compare.figures.rows import regroup
from reader.i18n import _, ngettext, quoted
from reader.ui.actions.action_manager import ActionManager
from reader.ui.compare.split_dialog import SplitDialog

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
    found = regroup.obstacle([row.mentions for row in rows])
    return wording.not_together(comparison, *found) if found is not None else ""
