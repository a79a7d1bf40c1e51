"""The ledger: every scope that several articles put a figure on, what each says, and how they stand to one another."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStackedLayout,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader import wording
from reader.compare.comparison import Comparison, Verdict
from reader.compare.subjects import Finding, Kind
from reader.i18n import _, ngettext
from reader.ui.compare import decided
from reader.ui.compare.acts import Acts
from reader.ui.compare.decided import Decisions
from reader.ui.compare.ledger_model import DECISION, DISMISSED, ORDER, ROW, VERDICT, LedgerModel

if TYPE_CHECKING:
    from reader.library import Decision

MOST_COLUMN = 220


class _Filter(QSortFilterProxyModel):
    """Rows at least as bad as a verdict; or those that were dismissed, which count as nothing else."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._least: Verdict | None = Verdict.AGREE

    def set_least(self, least: Verdict | None) -> None:
        """Hide what is milder; with None, all that was not dismissed."""
        self.beginFilterChange()
        self._least = least
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: QModelIndex) -> bool:  # type: ignore[override]
        """Whether a row is shown."""
        source = self.sourceModel()
        index = source.index(row, 0, parent)
        dismissed, verdict = bool(source.data(index, DISMISSED)), source.data(index, VERDICT)
        if self._least is None or (dismissed and self._least is not Verdict.AGREE):
            return dismissed and self._least is None
        return isinstance(verdict, Verdict) and verdict.severity >= self._least.severity


class LedgerPanel(QWidget):
    """A table of the figures, with a filter and a plain word where nothing conflicts."""

    mentionActivated = Signal(object)
    """A tuple of `Excerpt`s, one or more of each article, the one to lead first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Ledger of figures"))
        self._model = LedgerModel()
        self._filter = _Filter(self)
        self._filter.setSourceModel(self._model)
        self._filter.setSortRole(ORDER)
        self._summary = QLabel()
        self._summary.setObjectName("ledgerSummary")
        self._least = QComboBox()
        self._least.setAccessibleName(_("Which figures to show"))
        for words, verdict in (
            (_("All figures"), Verdict.AGREE),
            (_("Conflicts and tension"), Verdict.TENSION),
            (_("Conflicts only"), Verdict.CONFLICT),
            (_("Dismissed"), None),
        ):
            self._least.addItem(words, verdict)
        self._least.currentIndexChanged.connect(self._filtered)
        self._table = self._make_table()
        self.acts = Acts(self._table)
        self._table.selectionModel().currentChanged.connect(self._chosen)
        self._table.customContextMenuRequested.connect(self._show_menu)
        self._comparison: Comparison | None = None
        self._decisions: dict[int, Decision] = {}
        self._decide = QToolButton()
        self._decide.setText(_("Decide"))
        self._decide.setToolTip(_("Confirm or dismiss the chosen row, or note something on it"))
        self._decide.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._decide.setMenu(self.acts.menu)
        self._decide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._empty = QLabel()
        self._empty.setObjectName("emptyText")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._lay_out()
        self.clear()

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._filter)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setStretchLastSection(True)
        table.setAccessibleName(_("Figures by what they count and by article"))
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        table.clicked.connect(self._activated)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.installEventFilter(self)
        return table

    def _lay_out(self) -> None:
        self.bar = QWidget()
        """What was found and which rows to show; the title of a dock may take it in."""
        self.bar.setObjectName("ledgerBar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(10, 5, 10, 5)
        row.addWidget(self._summary, 1)
        row.addWidget(self._decide)
        row.addWidget(self._least)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(pages, 1)

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the figures of a comparison; what was decided on them is told later."""
        before, self._comparison = self._comparison, comparison
        if before is not None and before.articles == comparison.articles and before.ledger is comparison.ledger:
            return  # a cutoff on passages moved: figures do not follow from it
        self._decisions = {}
        self._set(LedgerModel(comparison))
        self._fill()

    def show_decisions(self, decisions: Decisions) -> None:
        """Show what was decided on rows of the ledger; the line that was chosen stays chosen."""
        rows = {finding.index: one for finding, one in decisions.items() if finding.kind is Kind.FIGURES}
        if self._comparison is None or rows == self._decisions:
            return
        self._decisions = rows
        chosen, scrolled = self._table.currentIndex(), self._table.verticalScrollBar().value()
        row, column = min(chosen.row(), self._filter.rowCount() - 1), chosen.column()
        self._set(LedgerModel(self._comparison, rows))
        self._fill()
        self._table.verticalScrollBar().setValue(scrolled)
        self._table.setCurrentIndex(self._filter.index(row, column))

    def _fill(self) -> None:
        self._summary.setText(self._said())
        self._filtered()
        any_decided = any(self._model.decision(self._model.index(i, 0)) for i in range(self._model.rowCount()))
        self._table.setColumnHidden(DECISION, not any_decided)
        header = self._table.horizontalHeader()
        self._table.resizeColumnsToContents()
        for column in range(self._model.columnCount()):
            header.resizeSection(column, min(header.sectionSize(column) + 12, MOST_COLUMN))

    def _said(self) -> str:
        """How many rows clash, without those that were dismissed, and how many those are."""
        every = [self._model.index(i, 0) for i in range(self._model.rowCount())]
        gone = [index.data(ROW) for index in every if index.data(DISMISSED)]
        if self._comparison is None or not gone:
            return wording.clashes(self._comparison) if self._comparison is not None else ""
        rows = tuple(row for i, row in enumerate(self._comparison.ledger) if i not in gone)
        dismissed = ngettext("{n} dismissed", "{n} dismissed", len(gone)).format(n=len(gone))
        return f"{wording.clashes(replace(self._comparison, ledger=rows))} · {dismissed}"

    @property
    def chosen_decision(self) -> str:
        """What was decided on the row that is chosen, in words."""
        index = self._table.currentIndex()
        return decided.words(self._model.decision(self._filter.mapToSource(index))) if index.isValid() else ""

    @property
    def chosen_row(self) -> int:
        """The place in the comparison's ledger of the row that is chosen; -1 for none."""
        row = self._table.currentIndex().data(ROW) if self._table.currentIndex().isValid() else None
        return row if isinstance(row, int) else -1

    def _chosen(self, index: QModelIndex) -> None:
        held = self._model.decision(self._filter.mapToSource(index)) if index.isValid() else None
        self.acts.choose(Finding(Kind.FIGURES, self.chosen_row) if index.isValid() else None, held)
        self._decide.setEnabled(index.isValid())

    def _show_menu(self, place: QPoint) -> None:
        index = self._table.indexAt(place)
        if index.isValid():
            self._table.setCurrentIndex(index)
            self.acts.menu.popup(self._table.viewport().mapToGlobal(place))

    def clear(self) -> None:
        """Show what the ledger is for."""
        self._comparison = None
        self._set(LedgerModel())
        self._summary.setText("")
        self._empty.setText(_("Figures that several articles give for one thing stand here side by side."))
        self._pages.setCurrentWidget(self._empty)

    def _set(self, model: LedgerModel) -> None:
        self._model = model
        self._filter.setSourceModel(model)
        self._chosen(QModelIndex())
        self._table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # the model's own order: worst first

    def _filtered(self) -> None:
        least = self._least.currentData()
        self._filter.set_least(Verdict(least) if least is not None else None)
        if self._filter.rowCount():
            self._pages.setCurrentWidget(self._table)
            return
        if least is None and self._model.rowCount():
            self._empty.setText(_("Nothing is dismissed. Choose a row and press Delete, or Decide, to dismiss it."))
        elif self._model.rowCount():
            self._empty.setText(
                _("No conflicts found. {n} rows of figures agree or can stand together.").format(
                    n=self._model.rowCount()
                )
            )
        else:
            self._empty.setText(_("No conflicts found. No two articles put a figure on the same thing."))
        self._pages.setCurrentWidget(self._empty)

    def _activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.mentionActivated.emit(self._model.excerpts(self._filter.mapToSource(index)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a cell does as a click."""
        pressed = event.key() if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) else None
        if watched is self._table and pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activated(self._table.currentIndex())
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Icons carry colours: they are asked for anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_table"):
            self._table.viewport().update()
