"""The ledger as a Qt model: a row per scope, a column per article, worst first, what was dismissed last."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from reader import wording
from reader.compare.comparison import Comparison, Excerpt, Figure, LedgerRow, Verdict
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import decided, icons
from reader.ui.compare.called import called
from reader.ui.compare.labels import tip

if TYPE_CHECKING:
    from reader.library import Decision

Index = QModelIndex | QPersistentModelIndex

SCOPE, DECISION = 1, 2
LEADING = 3
"""Columns before those of the articles: verdict, scope and what the reader decided."""

VERDICT = Qt.ItemDataRole.UserRole
"""The `Verdict` of a row."""

ROW = Qt.ItemDataRole.UserRole + 2
"""Which row of the comparison's ledger it is."""

DISMISSED = Qt.ItemDataRole.UserRole + 3
"""Whether the reader dismissed a row."""

ORDER = Qt.ItemDataRole.UserRole + 1
"""What a column is sorted by: how bad a verdict is, or words."""


class LedgerModel(QAbstractTableModel):
    """A thin model over `Comparison.ledger`; nothing is kept but the order of the rows.

    `decisions` are those on rows of the ledger, by their place in it.
    """

    def __init__(self, comparison: Comparison | None = None, decisions: "Mapping[int, Decision] | None" = None) -> None:
        super().__init__()
        self._comparison = comparison
        self._decisions = dict(decisions or {})
        ledger = comparison.ledger if comparison is not None else ()
        self._order = worst_first(ledger)
        self._order.sort(key=lambda at: decided.dismissed(self._decisions.get(at)))
        self._rows = [ledger[at] for at in self._order]

    def decision(self, index: Index) -> "Decision | None":
        """What was decided on a row."""
        return self._decisions.get(self._order[index.row()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """A row per scope."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Verdict, scope and a column per article."""
        return 0 if parent.isValid() or self._comparison is None else LEADING + len(self._comparison.articles)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Outlets over the columns."""
        if orientation != Qt.Orientation.Horizontal or self._comparison is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole and 0 <= section < self.columnCount():
            return (
                [_("Verdict"), _("What is counted"), _("Decision")] + [called(a) for a in self._comparison.articles]
            )[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Words, icons and reasons."""
        if not index.isValid() or self._comparison is None:
            return None
        row = self._rows[index.row()]
        if role == VERDICT:
            return row.verdict
        if role == ROW:
            return self._order[index.row()]
        if role == DISMISSED:
            return decided.dismissed(self.decision(index))
        if role == ORDER:
            return -row.verdict.severity if index.column() == 0 else self._text(index).casefold()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index)
        if role == Qt.ItemDataRole.DecorationRole:
            return decided.icon(self.decision(index)) if index.column() == DECISION else self._icon(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and decided.dismissed(self.decision(index)):
            return theme.current()["muted"]
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.reasons(index))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = self._text(index) or _("nothing")
            return f"{self.headerData(index.column(), Qt.Orientation.Horizontal)}: {words}"
        return None

    def _icon(self, row: LedgerRow, column: int) -> object:
        if column == 0:
            return icons.verdict(row.verdict)
        held = [self._verdict(row, mention) for mention in self._mentions(row, column)]
        worst = max((v for v in held if v is not None), key=lambda v: v.severity, default=None)
        return icons.verdict(worst) if worst is not None and worst.severity >= Verdict.TENSION.severity else None

    def _verdict(self, row: LedgerRow, mention: Figure) -> Verdict | None:
        at = next(i for i, m in enumerate(row.mentions) if m is mention)
        return max(
            (j.verdict for j in row.judgements if at in (j.left, j.right)), key=lambda v: v.severity, default=None
        )

    def _text(self, index: Index) -> str:
        if index.column() == DECISION:
            return decided.words(self.decision(index))
        return self._words(self._rows[index.row()], index.column())

    def _words(self, row: LedgerRow, column: int) -> str:
        if column == 0:
            return wording.verdict(row.verdict)
        if column == SCOPE:
            return row.scope
        said = [self._said(m) for m in self._mentions(row, column)]
        return "; ".join(dict.fromkeys(said))

    def _said(self, mention: Figure) -> str:
        return " ".join(self._comparison.text(mention.excerpt).split()) if self._comparison is not None else ""

    def _mentions(self, row: LedgerRow, column: int) -> list[Figure]:
        if column < LEADING or self._comparison is None:
            return []
        article = self._comparison.articles[column - LEADING].id
        return [m for m in row.mentions if m.excerpt.article == article]

    def reasons(self, index: Index) -> str:
        """Why the row has its verdict; for an article's cell, every reason that its figures take part in."""
        if self._comparison is None:
            return ""
        row = self._rows[index.row()]
        held = list(row.judgements)
        if index.column() >= LEADING:
            own = {i for i, m in enumerate(row.mentions) if m in self._mentions(row, index.column())}
            held = [j for j in held if j.left in own or j.right in own]
        held.sort(key=lambda j: -j.verdict.severity)
        lines = []
        for j in held:
            pair = [called(self._comparison.article(row.mentions[i].excerpt.article)) for i in (j.left, j.right)]
            why = wording.judgement(self._comparison, row, j)
            lines.append(f"{pair[0]} – {pair[1]}: {wording.verdict(j.verdict)}; {why}")
        return "\n".join(lines)

    def excerpts(self, index: Index) -> tuple[Excerpt, ...]:
        """Every mention of a row, that of the cell first."""
        row = self._rows[index.row()]
        own = [m.excerpt for m in self._mentions(row, index.column())]
        if own:
            return (*own, *(m.excerpt for m in row.mentions if m.excerpt not in own))
        worst = wording.worst(row)
        first = [row.mentions[i].excerpt for i in (worst.left, worst.right)] if worst is not None else []
        return (*first, *(m.excerpt for m in row.mentions if m.excerpt not in first))


def worst_first(ledger: tuple[LedgerRow, ...]) -> list[int]:
    """Conflicts, then tension, then the rest, as places in the ledger; within a verdict in its own order."""
    return sorted(range(len(ledger)), key=lambda at: -ledger[at].verdict.severity)
