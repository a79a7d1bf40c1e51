"""The ledger as a Qt model: a row per scope, a column per article, worst first, what was dismissed last."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from reader import wording
from reader.compare.comparison import CLASH, Comparison, Excerpt, LedgerRow, Verdict
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import decision_style as decided
from reader.ui.compare import icons
from reader.ui.compare.header import day as told_day
from reader.ui.compare.ledger_rows import Cells
from reader.ui.compare.pane_strip import letter
from reader.ui.widgets.plain_text import tip

if TYPE_CHECKING:
    from reader.library import Decision

Index = QModelIndex | QPersistentModelIndex

VERDICT, SCOPE, DECISION = 0, 1, 2
LEADING = 3
"""Columns before those of the articles: verdict, scope and what the reader decided."""

ROW = Qt.ItemDataRole.UserRole
"""Which row of the comparison's ledger it is."""

ORDER = Qt.ItemDataRole.UserRole + 1
"""What a column is sorted by: how bad a verdict is, or words."""

SAID = Qt.ItemDataRole.UserRole + 2
"""Of an article's cell the wordings of its figures with their verdicts; of the first column the verdict of the row."""

DETAIL = Qt.ItemDataRole.UserRole + 3
"""What stands under the first line in small type; of the columns before the articles both lines."""

SHELF = Qt.ItemDataRole.UserRole + 4
"""What kind of row it is: those of one kind stand together."""

WHEN = Qt.ItemDataRole.UserRole + 5
"""Of a head: when the account was published."""


class LedgerModel(QAbstractTableModel):
    """A thin model over `Comparison.ledger`; one model shows one comparison after another."""

    def __init__(self) -> None:
        super().__init__()
        self._clear()

    def _clear(self) -> None:
        self._cells = Cells(Comparison(()))
        self.decisions: dict[int, Decision] = {}
        """What was decided on rows, by their places in the comparison's ledger."""
        self._order: list[int] = []
        self._columns: list[int] = []
        """Which article of the comparison stands in which column."""
        self._signs: dict[str, QIcon] = {}

    @property
    def comparison(self) -> Comparison | None:
        """Whose ledger is shown."""
        return self._cells.comparison if self._cells.comparison.articles else None

    def show(self, comparison: Comparison | None) -> None:
        """Show the ledger of a comparison, on which nothing was decided; None for nothing."""
        self.beginResetModel()
        self._clear()
        if comparison is not None:
            self._cells = Cells(comparison)
            self._order = worst_first(comparison.ledger)
            self._columns = list(range(len(comparison.articles)))
        self.endResetModel()

    def set_columns(self, ids: Sequence[str]) -> bool:
        """Put the articles' columns in this order, those that are not named last; whether that is another one."""
        articles = [article.id for article in self._cells.comparison.articles]
        places = {article: n for n, article in enumerate(ids)}
        wanted = sorted(range(len(articles)), key=lambda n: places.get(articles[n], len(places)))
        if wanted == self._columns:
            return False
        self.beginResetModel()
        self._columns = wanted
        self.endResetModel()
        return True

    def renew(self, comparison: Comparison) -> None:
        """Show the same figures among the same articles as those of another comparison."""
        self._cells.comparison = comparison

    def show_decisions(self, decisions: "Mapping[int, Decision]") -> None:
        """Show what was decided on rows, by their place in the comparison's ledger; what was dismissed goes last."""
        self.beginResetModel()
        self.decisions = dict(decisions)
        self._order = worst_first(self._cells.comparison.ledger)
        self._order.sort(key=lambda at: decided.dismissed(self.decisions.get(at)))
        self.endResetModel()

    def forget_colours(self) -> None:
        """Icons carry the colours of a theme: draw them anew."""
        self._signs.clear()

    # What a row is

    def place(self, row: int) -> int:
        """Which row of the comparison's ledger stands there."""
        return self._order[row]

    def stands(self, row: int) -> tuple[Verdict, bool]:
        """The verdict of a row, and whether it was dismissed."""
        return self._row(row).verdict, decided.dismissed(self.decision(row))

    def decision(self, row: int) -> "Decision | None":
        """What was decided on a row."""
        return self.decisions.get(self._order[row])

    def excerpts(self, index: Index) -> tuple[Excerpt, ...]:
        """Every mention of a row, that of the cell first."""
        return self._cells.excerpts(self._order[index.row()], self._article(index))

    def reasons(self, index: Index) -> str:
        """Why the row has its verdict; for an article's cell, every reason that its figures take part in."""
        return self._cells.reasons(self._order[index.row()], self._article(index))

    def _row(self, row: int) -> LedgerRow:
        return self._cells.comparison.ledger[self._order[row]]

    def article_id(self, column: int) -> str:
        """Whose figures stand in a column; the empty string for the others."""
        return self._cells.comparison.articles[self._columns[column - LEADING]].id if column >= LEADING else ""

    def _article(self, index: Index) -> int | None:
        return self._columns[index.column() - LEADING] if index.column() >= LEADING else None

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A row per scope."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Verdict, scope, decision and a column per article."""
        return 0 if parent.isValid() or not self._cells.outlets else LEADING + len(self._cells.outlets)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Outlets over the columns."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            outlets = [f"{letter(n)}  {self._cells.outlets[at]}" for n, at in enumerate(self._columns)]
            heads = [_("Finding"), _("What is counted"), _("Decision"), *outlets]
            return heads[section] if role == Qt.ItemDataRole.DisplayRole else tip(heads[section])
        if role == WHEN and section >= LEADING:
            return told_day(self._cells.comparison.articles[self._columns[section - LEADING]].published)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, icons and reasons."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index)
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(index)
        if role == Qt.ItemDataRole.ForegroundRole:
            return theme.current()["muted"] if decided.dismissed(self.decision(index.row())) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip("\n".join(filter(None, (self._words(index), self.reasons(index)))))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {self._words(index) or _('nothing')}"
        if role == SAID:
            return self._said(index)
        if role == DETAIL:
            return self._detail(index)
        if role == SHELF:
            return self._shelf(index.row())
        if role == ROW:
            return self._order[index.row()]
        if role == ORDER:
            first = index.column() == 0
            return -self._row(index.row()).verdict.severity if first else self._words(index).casefold()
        return None

    def _words(self, index: Index) -> str:
        article = self._article(index)
        if article is not None:
            return self._cells.words(self._order[index.row()], article)
        if index.column() == DECISION:
            return decided.words(self.decision(index.row()))
        row = self._row(index.row())
        return wording.counted(row) if index.column() == SCOPE else _stands(row)

    def _said(self, index: Index) -> object:
        article = self._article(index)
        if article is not None:
            return self._cells.said(self._order[index.row()], article)
        return self._row(index.row()).verdict if index.column() == VERDICT else None

    def _detail(self, index: Index) -> str:
        at, article, row = self._order[index.row()], self._article(index), self._row(index.row())
        if article is not None:
            return self._cells.sources(at, article)
        if index.column() == SCOPE:
            name, _gap, more = wording.counted(row).partition(" (")
            return f"{name}\n{'; '.join(filter(None, (more.rstrip(')'), self._cells.accounts(at))))}"
        if index.column() == VERDICT:
            return "\n".join(_stands(row).split(", ", 1))
        return ""

    def _shelf(self, line: int) -> str:
        row = self._row(line)
        if decided.dismissed(self.decision(line)):
            return _("Dismissed")
        if row.verdict in CLASH:
            return _("Conflict, or may conflict")
        return _("Worth a look") if row.verdict is Verdict.LOOK else _("Agree, or can stand together")

    def _icon(self, index: Index) -> QIcon | None:
        """The sign of a verdict, of a decision, or of a figure that clashes or is worth a look."""
        article, row = self._article(index), self._row(index.row())
        if article is not None:
            verdict = self._cells.verdict(self._order[index.row()], article)
            return self._sign(verdict) if verdict is not None else None
        if index.column() == DECISION:
            return decided.icon(self.decision(index.row()))
        return self._sign(row.verdict) if index.column() == 0 and row.judgements else None

    def _sign(self, verdict: Verdict) -> QIcon:
        if verdict not in self._signs:
            self._signs[verdict] = icons.verdict(verdict)
        return self._signs[verdict]


def _stands(row: LedgerRow) -> str:
    """The verdict of a row, and how sure it is where it claims something that is not."""
    if row.verdict not in CLASH or row.confidence >= wording.SURE:
        return wording.standing(row)
    return _("{verdict}, {sure}").format(verdict=wording.standing(row), sure=wording.confidence(row.confidence))


def worst_first(ledger: tuple[LedgerRow, ...]) -> list[int]:
    """Conflicts, tension, what is worth a look, then the rest, as places in the ledger; equals in its own order."""
    return sorted(range(len(ledger)), key=lambda at: -ledger[at].verdict.severity)
