"""The ledger: every scope that several articles put a figure on, what each says, and how they stand to one another."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from reader import wording
from reader.compare import counts
from reader.compare.comparison import CLASH, Comparison, Excerpt, Verdict
from reader.compare.finding_ids import Finding, SubjectKind
from reader.i18n import _, ngettext
from reader.ui.compare.finding_actions import Decisions, FindingActions, decision_words, is_dismissed
from reader.ui.ledger.model import DECISION, EVERY, LedgerFilter, LedgerModel
from reader.ui.ledger.row_grouping_actions import RowGroupingActions
from reader.ui.ledger.table import ADDING, LedgerTable
from reader.ui.widgets.controls import ComboBox
from reader.ui.widgets.plain_text import PlainLabel, set_tip

SHOWN, LIST_ROOM = 14, 32
"""Letters that the box of what is shown has room for; its list is as wide as its words, with so much beside them."""


class LedgerPanel(QWidget):
    """A table of the figures, with a filter and a plain word where nothing conflicts."""

    rowWanted = Signal(int, str)
    """A person went to a row, by its place in the ledger, with the figures of this article to lead, or of none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Table of figures"))
        self._columns: tuple[str, ...] = ()
        self._following = False
        self._sought: frozenset[Excerpt] = frozenset()
        self._model = LedgerModel()
        self._filter = LedgerFilter(self._model, self)
        self.table = LedgerTable(self._filter)
        self.acts = FindingActions(self.table)
        self.rows = RowGroupingActions(self.table, lambda: self.comparison)
        self.rows.extend(self.acts.menu)
        self.table.rowsChanged.connect(self._chosen)
        self.table.selectionModel().currentRowChanged.connect(self._went)
        self.table.wanted.connect(self._activated)
        self.table.menuWanted.connect(self.acts.menu.popup)
        self._make_bar()
        self._lay_out()
        self.clear()

    def _make_bar(self) -> None:
        self.bar = QWidget()
        """What was found and which rows to show; the title of a dock may take it in."""
        self.bar.setObjectName("ledgerBar")
        self.bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._summary = PlainLabel()
        self._summary.setObjectName("ledgerSummary")
        self._decide = QToolButton()
        self._decide.setText(_("Decide") + " ▾")
        self._decide.setAccessibleName(_("Decide"))
        self._decide.setToolTip(_("Confirm or dismiss the chosen row, note something on it, split it or join it"))
        self._decide.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._decide.setMenu(self.acts.menu)
        self._decide.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._wanted = ComboBox(_("Which figures to show"))
        for words, wanted in (
            (_("All figures"), EVERY),
            (_("Conflicts, certain or possible"), frozenset(CLASH)),
            (_("Conflicts only"), frozenset([Verdict.CONFLICT])),
            (_("Worth a look"), frozenset([Verdict.LOOK])),
            (_("Dismissed"), frozenset[Verdict]()),
        ):
            self._wanted.addItem(words, wanted)
        self._wanted.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._wanted.setMinimumContentsLength(SHOWN)
        self._wanted.view().setMinimumWidth(self._wanted.view().sizeHintForColumn(0) + LIST_ROOM)
        self._wanted.currentIndexChanged.connect(self._filtered)
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(10, 5, 10, 5)
        row.addWidget(self._summary, 1)
        row.addWidget(self._decide)
        row.addWidget(self._wanted)

    def _lay_out(self) -> None:
        self._empty = PlainLabel()
        self._empty.setObjectName("emptyText")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        pages = QWidget()
        self._pages = QStackedLayout(pages)
        self._pages.addWidget(self._empty)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(pages, 1)

    # What is shown

    @property
    def comparison(self) -> Comparison | None:
        """Whose figures are shown; rows are named by their places in its ledger."""
        return self._model.comparison

    def show_comparison(self, comparison: Comparison) -> None:
        """Show the figures of a comparison; what was decided on them is told later.

        Among the same articles the row that was chosen stays so, or the one that has most of what `seek` named.
        """
        before = self.comparison
        if before is not None and before.articles == comparison.articles and before.ledger == comparison.ledger:
            self._model.renew(comparison)  # a cutoff on passages moved: figures do not follow from it
            return
        same = before is not None and set(before.articles) == set(comparison.articles)
        column, sought = self.table.currentIndex().column(), self._sought or self.mentions(self.chosen_row)
        self._sought = frozenset()
        with self._quietly():
            self._model.show(comparison)
            self._model.set_columns(self._columns)
            if not same:
                self.table.sort_as_found()
            self.table.fit()
            self._fill()
            if same and sought:
                self.table.choose(self.table.line_of(self._nearest(sought)), column)
            self.table.stack_shelves()

    def set_columns(self, ids: Sequence[str]) -> None:
        """Let the columns of the articles follow the panes from left to right."""
        self._columns = tuple(ids)
        row = self.chosen_row
        with self._quietly():
            if self._model.set_columns(self._columns):
                self.table.fit()
                self.table.stack_shelves()
                if row >= 0:
                    self.table.choose(self.table.line_of(row), 0)

    def follow(self, finding: Finding | None) -> None:
        """Choose the row of what was chosen in the panes; of anything else no row is chosen."""
        row = finding.index if finding is not None and finding.kind is SubjectKind.FIGURES else -1
        with self._quietly():
            if row < 0:
                self.table.clearSelection()
            elif self.chosen_row != row or not self.table.chosen:
                line = self.table.line_of(row)
                if line >= 0:
                    self.table.choose(line, self.table.currentIndex().column())
            self.table.viewport().update()

    @contextmanager
    def _quietly(self) -> Iterator[None]:
        """What is chosen here meanwhile is nobody's wish to be taken anywhere."""
        before, self._following = self._following, True
        try:
            yield
        finally:
            self._following = before

    def show_decisions(self, decisions: Decisions) -> None:
        """Show what was decided on rows; the row that was chosen stays chosen, or the line where it goes last."""
        rows = {one.index: held for one, held in decisions.items() if one.kind is SubjectKind.FIGURES}
        if self.comparison is None or rows == self._model.decisions:
            return
        at, row, scrolled = self.table.currentIndex(), self.chosen_row, self.table.verticalScrollBar().value()
        gone = row >= 0 and is_dismissed(decisions.get(Finding(SubjectKind.FIGURES, row)))
        was_gone = self._at >= 0 and self._model.stands(self._at)[1]
        line, column = at.row(), at.column()
        with self._quietly():
            self._model.show_decisions(rows)
            self._fill()
            self.table.verticalScrollBar().setValue(scrolled)
            if row >= 0:
                stays = line if gone and not was_gone else self.table.line_of(row)
                self.table.choose(stays if stays >= 0 else line, column)
            self.table.stack_shelves()
        self._chosen()

    def take_focus(self) -> None:
        """Take the keyboard to the first row, or where it was."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.table.model().index(0, 0))

    def seek(self, mentions: frozenset[Excerpt]) -> None:
        """Choose the row with most of these when the figures are shown anew."""
        self._sought = mentions

    def clear(self) -> None:
        """Show what the ledger is for."""
        self._model.show(None)
        self._summary.setText("")
        self._empty.setText(_("Figures that several articles give for one thing stand here side by side."))
        self._pages.setCurrentWidget(self._empty)
        self._chosen()

    def _fill(self) -> None:
        self._summary.setText(self._said())
        unread = wording.unread(self.comparison) if self.comparison is not None else ""
        set_tip(self._summary, unread)
        self._summary.setAccessibleDescription(unread)
        hidden = not self._model.decisions
        if self.table.isColumnHidden(DECISION) != hidden:
            self.table.setColumnHidden(DECISION, hidden)
        self._filtered()
        self._chosen()

    def _said(self) -> str:
        """How many rows clash, without those that were dismissed, and how many those are."""
        if self.comparison is None:
            return ""
        said = wording.clashes(self.comparison, self._gone)
        parts = [said.rstrip(".")]
        if count := len(self.comparison.figures_unread):
            unread = ngettext("{n} article's figures are not read", "{n} articles' figures are not read", count)
            parts.append(unread.format(n=count))
        if count := len({one.excerpt.article for one in self.comparison.figures_omitted}):
            part = ngettext(
                "{n} article has numbers that are not read", "{n} articles have numbers that are not read", count
            )
            parts.append(part.format(n=count))
        return ". ".join(parts) + "." if len(parts) > 1 else said

    @property
    def _has_more(self) -> bool:
        """Whether any row is in tension or worth a look: then the others do not all stand together."""
        return self.comparison is not None and any(
            row.verdict in (*CLASH, Verdict.LOOK) for row in self.comparison.ledger
        )

    @property
    def _gone(self) -> frozenset[Finding]:
        """The rows that were dismissed."""
        return counts.dismissed({Finding(SubjectKind.FIGURES, at): held for at, held in self._model.decisions.items()})

    def _filtered(self) -> None:
        wanted: frozenset[Verdict] = self._wanted.currentData()
        with self._quietly():
            self._filter.show_only(wanted)
            self.table.stack_shelves()
        if self._filter.rowCount():
            self._pages.setCurrentWidget(self.table)
            return
        count = self._model.rowCount()
        if not wanted and count:
            self._empty.setText(_("Nothing is dismissed. Choose a row and press Delete, or Decide, to dismiss it."))
        elif wanted == {Verdict.LOOK} and count:
            self._empty.setText(_("No figures are worth a look besides those that clash or fit."))
        elif self.comparison is not None and (self._gone or self._has_more):
            self._empty.setText(wording.clashes(self.comparison, self._gone))
        elif count:
            words = ngettext(
                "No conflicts found. {n} row of figures agrees or can stand together.",
                "No conflicts found. {n} rows of figures agree or can stand together.",
                count,
            )
            self._empty.setText(words.format(n=count))
        else:
            none = _("No conflicts found. No two articles put a figure on the same thing.")
            unread = wording.unread(self.comparison) if self.comparison is not None else ""
            self._empty.setText(f"{none} {unread}".rstrip())
        self._pages.setCurrentWidget(self._empty)

    # What is chosen

    @property
    def _at(self) -> int:
        """The model's row that has the keyboard; -1 for none."""
        index = self.table.currentIndex()
        return self._filter.mapToSource(index).row() if index.isValid() else -1

    @property
    def chosen_row(self) -> int:
        """The place in the comparison's ledger of the row that has the keyboard; -1 for none."""
        return self._model.place(self._at) if self._at >= 0 else -1

    @property
    def chosen_decision(self) -> str:
        """What was decided on that row, in words."""
        return decision_words(self._model.decision(self._at)) if self._at >= 0 else ""

    def _chosen(self) -> None:
        at, row = self._at, self.chosen_row
        self.acts.choose(
            Finding(SubjectKind.FIGURES, row) if row >= 0 else None, self._model.decision(at) if at >= 0 else None
        )
        article = self._model.article_id(self.table.currentIndex().column())
        leading = [excerpt for excerpt in self.mentions(row) if excerpt.article == article]
        self.rows.choose(self.table.chosen or ((row,) if row >= 0 else ()), leading)
        self._decide.setEnabled(row >= 0)

    def mentions(self, row: int) -> frozenset[Excerpt]:
        found = self.comparison.ledger[row].mentions if self.comparison is not None and row >= 0 else ()
        return frozenset(mention.excerpt for mention in found)

    def _nearest(self, sought: frozenset[Excerpt]) -> int:
        """The row that has most of these, and least besides."""
        held = [self.mentions(row) for row in range(self._model.rowCount())]
        return max(range(len(held)), key=lambda row: (len(held[row] & sought), -len(held[row] - sought)), default=-1)

    def _activated(self, index: QModelIndex) -> None:
        if index.isValid():
            self.rowWanted.emit(self._model.place(self._filter.mapToSource(index).row()), self._article(index))

    def _article(self, index: QModelIndex) -> str:
        """Whose figures lead where a person goes to a cell; nobody's where that article has none in the row."""
        article = self._model.article_id(index.column())
        row = self._model.place(self._filter.mapToSource(index).row())
        return article if any(excerpt.article == article for excerpt in self.mentions(row)) else ""

    def _went(self, now: QModelIndex, before: QModelIndex) -> None:
        """The keyboard went to another row: the panes show it. A click tells it by itself, with Ctrl or Shift not."""
        held = QGuiApplication.keyboardModifiers() & ADDING or QGuiApplication.mouseButtons()
        if now.isValid() and before.isValid() and not self._following and self.table.hasFocus() and not held:
            self._activated(now)

    def changeEvent(self, event: QEvent) -> None:
        """Icons carry colours: they are drawn anew."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_table"):
            self._model.forget_colours()
            self.table.viewport().update()
