"""The ledger as a Qt model: a row per scope, a column per article, worst first, what was dismissed last."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QIcon

from reader import locales, wording
from reader.compare.comparison import CLASH, Comparison, Excerpt, Figure, LedgerRow, Verdict
from reader.i18n import _
from reader.ui import theme
from reader.ui.compare import icons
from reader.ui.compare.finding_actions import decision_icon, decision_words, is_dismissed
from reader.ui.widgets.plain_text import tip
from reader.wording.lines import account_letter, short_name

if TYPE_CHECKING:
    from reader.library import Decision


class Cells:
    """What each article says in each row of a comparison's ledger, and how it stands to what the others say."""

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.outlets = [short_name(article) for article in comparison.articles]
        column = {article.id: i for i, article in enumerate(comparison.articles)}
        self._mentions: list[list[list[Figure]]] = []
        for row in comparison.ledger:
            held: list[list[Figure]] = [[] for _article in comparison.articles]
            for mention in row.mentions:
                held[column[mention.excerpt.article]].append(mention)
            self._mentions.append(held)
        unread = [wording.unread_here() if a.id in comparison.figures_unread else "" for a in comparison.articles]
        self._words = [
            ["; ".join(self._said(own)) or none for own, none in zip(held, unread, strict=True)]
            for held in self._mentions
        ]
        self._telling = [_telling(row) for row in comparison.ledger]

    def words(self, row: int, article: int) -> str:
        """The figures of an article, in its own words, each with who says it: "12 (the mayor, on Friday)"."""
        return self._words[row][article]

    def verdict(self, row: int, article: int) -> Verdict | None:
        """Whether the figures of an article clash with another's, or are worth a look beside it; else None."""
        telling = self._telling[row]
        held = [telling[m.excerpt] for m in self._mentions[row][article] if m.excerpt in telling]
        return max(held, key=lambda verdict: verdict.severity, default=None)

    def said(self, row: int, article: int) -> tuple[tuple[str, Verdict | None], ...]:
        """The wordings of an article's figures, each once, with how it stands to the others': None where it fits."""
        telling, found = self._telling[row], dict[str, Verdict | None]()
        for mention in self._mentions[row][article]:
            words = " ".join(self.comparison.text(mention.excerpt).split())
            verdict = telling.get(mention.excerpt)
            before = found.get(words)
            if words not in found or (verdict is not None and (before is None or before.severity < verdict.severity)):
                found[words] = verdict
        return tuple(found.items())

    def sources(self, row: int, article: int) -> str:
        """Who says an article's figures and as of when; why there are none where its language is not read."""
        own = self._mentions[row][article]
        if not own:
            return self._words[row][article] or _("not found here")
        told = (wording.source(self.comparison.article(m.excerpt.article), m) for m in own)
        return "; ".join(dict.fromkeys(filter(None, told))) or _("no source named")

    def accounts(self, row: int) -> str:
        """In how many of the accounts the figures of a row stand."""
        count = sum(bool(held) for held in self._mentions[row])
        return _("in {n} of {count} accounts").format(n=count, count=len(self.outlets))

    def mentions(self, row: int, article: int) -> Sequence[Figure]:
        """The figures of an article."""
        return self._mentions[row][article]

    def reasons(self, number: int, article: int | None) -> str:
        """Why a row has its verdict, a pair a line, the worst first; or all that the figures of one article take part
        in."""
        row = self.comparison.ledger[number]
        own = None if article is None else {m.excerpt for m in self._mentions[number][article]}
        lines = []
        for j in sorted(row.judgements, key=lambda judgement: (-judgement.verdict.severity, -judgement.confidence)):
            ends = [row.mentions[i].excerpt for i in (j.left, j.right)]
            if own is not None and own.isdisjoint(ends):
                continue
            left, right = (short_name(self.comparison.article(end.article)) for end in ends)
            why = wording.judgement(self.comparison, row, j)
            lines.append(f"{left} – {right}: {wording.verdict(j.verdict)}; {why}")
        return "\n".join(lines)

    def excerpts(self, number: int, article: int | None) -> tuple[Excerpt, ...]:
        """Every mention of a row; those of the article lead, else the pair that gives the row its verdict."""
        row = self.comparison.ledger[number]
        first = [m.excerpt for m in self._mentions[number][article]] if article is not None else []
        worst = wording.worst(row)
        if not first and worst is not None:
            first = [row.mentions[i].excerpt for i in (worst.left, worst.right)]
        return (*first, *(m.excerpt for m in row.mentions if m.excerpt not in first))

    def _said(self, mentions: Sequence[Figure]) -> list[str]:
        """Each wording once, with all who say it."""
        sources: dict[str, dict[str, None]] = {}
        for mention in mentions:
            held = sources.setdefault(" ".join(self.comparison.text(mention.excerpt).split()), {})
            if source := wording.source(self.comparison.article(mention.excerpt.article), mention):
                held[source] = None
        return [_("{words} ({source})").format(words=w, source="; ".join(s)) if s else w for w, s in sources.items()]


def _telling(row: LedgerRow) -> dict[Excerpt, Verdict]:
    """The mentions that clash with any other or are worth a look beside it, each with its worst verdict."""
    found: dict[Excerpt, Verdict] = {}
    for j in row.judgements:
        if j.verdict in (*CLASH, Verdict.LOOK):
            for end in (j.left, j.right):
                excerpt = row.mentions[end].excerpt
                if excerpt not in found or found[excerpt].severity < j.verdict.severity:
                    found[excerpt] = j.verdict
    return found


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
        self._order.sort(key=lambda at: is_dismissed(self.decisions.get(at)))
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
        return self._row(row).verdict, is_dismissed(self.decision(row))

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
            outlets = [f"{account_letter(n)}  {self._cells.outlets[at]}" for n, at in enumerate(self._columns)]
            heads = [_("Finding"), _("What is counted"), _("Decision"), *outlets]
            return heads[section] if role == Qt.ItemDataRole.DisplayRole else tip(heads[section])
        if role == WHEN and section >= LEADING:
            return locales.day(self._cells.comparison.articles[self._columns[section - LEADING]].published)
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
            return theme.current()["muted"] if is_dismissed(self.decision(index.row())) else None
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
            return decision_words(self.decision(index.row()))
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
        if is_dismissed(self.decision(line)):
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
            return decision_icon(self.decision(index.row()))
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


EVERY = frozenset(Verdict)


class LedgerFilter(QSortFilterProxyModel):
    """Rows of some verdicts; or those that were dismissed, which count as nothing else."""

    def __init__(self, model: LedgerModel, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: frozenset[Verdict] = EVERY
        self._model = model
        self.setSourceModel(model)
        self.setSortRole(ORDER)

    def show_only(self, wanted: frozenset[Verdict]) -> None:
        """Hide the rows of other verdicts; with none wanted, all that was not dismissed."""
        if wanted != self._wanted:
            self.beginFilterChange()
            self._wanted = wanted
            self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        """Whether a row is shown."""
        verdict, dismissed = self._model.stands(row)
        if dismissed and self._wanted != EVERY:
            return not self._wanted
        return verdict in self._wanted
