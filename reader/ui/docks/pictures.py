"""The pictures among the findings: who shares how much with whom, and any row of figures over time; or as a table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reader import wording
from reader.compare.comparison import Comparison, Excerpt
from reader.compare.finding_ids import Finding, SubjectKind
from reader.export.charts.account_labels import AccountName
from reader.export.charts.drawing import Chart
from reader.i18n import _
from reader.ui.compare.finding_actions import Decisions, is_dismissed
from reader.ui.docks.canvas import PAD, Canvas
from reader.ui.event_loop import Debouncer
from reader.ui.widgets.controls import ComboBox
from reader.ui.widgets.plain_text import PlainLabel
from reader.wording.lines import account_letter, short_name

if TYPE_CHECKING:  # these bring along all that reads figures, and come with the first comparison
    from reader.compare.sharing_matrix import SharingMatrix
    from reader.compare.timelines import Timeline

MATRIX = -1
"""The number of the picture of who shares with whom; any other is that of a row of figures."""
LEAST_WIDTH, LEAST_HEIGHT, MOST_HEIGHT = 420, 150, 320
"""Of a picture of figures, whose height is that of the panel within these."""
KEYS = 70
"""How much of the panel's height what the marks mean takes under the picture."""


class PicturesPanel(QWidget):
    """Shows one picture at a time."""

    rowWanted = Signal(int, str)
    """A figure was gone to: its row in the ledger, and the article whose figure leads."""
    passageWanted = Signal(int)
    """What two accounts share was gone to: the longest passage of both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(_("Pictures"))
        self.comparison: Comparison | None = None
        self._columns: tuple[str, ...] = ()
        self._lines: dict[int, Timeline] = {}
        self._sharing: SharingMatrix | None = None
        self._gone: frozenset[int] = frozenset()
        self._chart: Chart | None = None
        self._fresh = False
        self._late = Debouncer(self._draw, self)
        self._make_bar()
        self._lay_out()

    def _make_bar(self) -> None:
        self.bar = QWidget()
        """Which picture to show, and how; beside what it says."""
        self.bar.setObjectName("picturesBar")
        self.chooser = ComboBox(_("Which picture to show"))
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(28)
        self.chooser.currentIndexChanged.connect(self._chosen)
        self.as_table = QToolButton()
        self.as_table.setText(_("As a Table"))
        self.as_table.setToolTip(_("Show the same as a table"))
        self.as_table.setCheckable(True)
        self.as_table.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.as_table.toggled.connect(self._turn)
        self._name_switch()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(10, 0, 6, 0)
        row.addWidget(self.chooser)
        row.addWidget(self.as_table)

    def _lay_out(self) -> None:
        self._empty = PlainLabel()
        self._empty.setObjectName("emptyText")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._summary = PlainLabel()
        self._summary.setWordWrap(True)
        self._summary.setMargin(6)
        self.canvas = Canvas()
        self.canvas.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self.canvas.wanted.connect(self._go)
        self.canvas.moved.connect(self._show_place)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.canvas)
        self.table = QTableWidget()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setFrameShape(QTableWidget.Shape.NoFrame)
        self.table.setTabKeyNavigation(False)
        self.table.setAlternatingRowColors(True)
        head = QHBoxLayout()
        head.setContentsMargins(4, 4, 4, 2)
        head.addWidget(self._summary, 1)
        head.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignTop)
        pages = QWidget()
        self._pages = QStackedLayout(pages)  # a layout of nobody's would show its first page as a window
        for page in (self._empty, self._scroll, self.table):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(pages, 1)
        self._empty.setText(_("Figures over time and who shares how much with whom are drawn here."))

    # What is shown

    def show_comparison(self, comparison: Comparison, _base: str = "") -> None:
        """Offer what can be drawn of a comparison; the picture that was shown stays where it is there again."""
        from reader.compare.timelines import timeline

        before = self.comparison
        same = before is not None and {a.id for a in before.articles} == {a.id for a in comparison.articles}
        chosen = self.chooser.currentData() if same else None
        self.comparison, self._sharing = comparison, None
        found = ((n, timeline(comparison, n)) for n in range(len(comparison.ledger)))
        self._lines = {n: line for n, line in found if line is not None}
        self._offer(chosen)

    def _offer(self, chosen: object) -> None:
        assert self.comparison is not None  # noqa: S101 - asked with one only
        self.chooser.blockSignals(True)
        self.chooser.clear()
        if len(self.comparison.articles) > 1:
            self.chooser.addItem(_("Who shares how much with whom"), MATRIX)
        for n in self._lines:
            row = self.comparison.ledger[n]
            self.chooser.addItem(f"{wording.counted(row)} ({wording.standing(row)})", n)
        self.chooser.setCurrentIndex(max(0, self.chooser.findData(chosen)) if chosen is not None else 0)
        self.chooser.blockSignals(False)
        self._chosen()

    def show_decisions(self, decisions: Decisions) -> None:
        """What was dismissed is not shared."""
        gone = frozenset(
            finding.index
            for finding, held in decisions.items()
            if finding.kind is SubjectKind.PASSAGE and is_dismissed(held)
        )
        if gone != self._gone:
            self._gone, self._sharing = gone, None
            self._chosen()

    def set_columns(self, articles: Sequence[str]) -> None:
        """Call the articles by the letters of their panes, which stand in this order."""
        if tuple(articles) != self._columns:
            self._columns = tuple(articles)
            self._chosen()

    def follow(self, finding: Finding | None) -> None:
        """Show the figures that a person went to, where figures are drawn."""
        shown = self.chooser.currentData()
        if finding is None or finding.kind is not SubjectKind.FIGURES or shown in (None, MATRIX, finding.index):
            return
        at = self.chooser.findData(finding.index)
        if at >= 0:
            self.chooser.setCurrentIndex(at)

    def take_focus(self) -> None:
        """Take the keyboard to the picture, or to the table in its place."""
        target = self.table if self.as_table.isChecked() else self.canvas
        (target if self._chart is not None else self.chooser).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _chosen(self) -> None:
        """Another picture: drawn when it is seen."""
        self._fresh = False
        if self.isVisible():
            self._late.trigger()

    def showEvent(self, event: QShowEvent) -> None:
        """What nobody sees is not drawn."""
        super().showEvent(event)
        if not self._fresh:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another layout."""
        super().resizeEvent(event)
        self._chosen()

    def _draw(self) -> None:
        self._fresh = True
        self._chart = self._made()
        for part in (self._summary, self.bar):
            part.setVisible(self._chart is not None)
        if self._chart is None:
            if self.comparison is not None:
                self._empty.setText(_("There is nothing to draw of these articles."))
            self._pages.setCurrentIndex(0)
            return
        self._summary.setText(self._chart.summary)
        self.canvas.show_chart(self._chart)
        if self.as_table.isChecked():
            self._fill()
        self._pages.setCurrentIndex(2 if self.as_table.isChecked() else 1)

    def _made(self) -> Chart | None:
        from reader.compare.sharing_matrix import sharing
        from reader.export.charts import matrix, timeline

        comparison, wanted = self.comparison, self.chooser.currentData()
        if comparison is None or wanted is None:
            return None
        width = max(LEAST_WIDTH, self.width() - 2 * PAD - self._scroll.verticalScrollBar().sizeHint().width())
        if wanted == MATRIX:
            if self._sharing is None:
                self._sharing = sharing(comparison, self._gone)
            return matrix.chart(comparison, self._sharing, self._names(comparison), width)
        head = max(self._summary.sizeHint().height(), self.bar.sizeHint().height())
        height = min(max(self.height() - KEYS - head, LEAST_HEIGHT), MOST_HEIGHT)
        return timeline.chart(comparison, self._lines[wanted], self._names(comparison), width, height)

    def _names(self, comparison: Comparison) -> dict[str, AccountName]:
        """The articles by the letters of their panes; those of no pane come after."""
        ids = [article.id for article in comparison.articles]
        order = [one for one in self._columns if one in ids]
        order += [one for one in ids if one not in order]
        return {one: AccountName(account_letter(n), short_name(comparison.article(one))) for n, one in enumerate(order)}

    # The same as a table

    def _turn(self, _checked: bool) -> None:
        self._name_switch()
        self._draw()

    def _name_switch(self) -> None:
        self.as_table.setAccessibleName(
            _("As a table: on") if self.as_table.isChecked() else _("As a table: off"),
        )

    def _fill(self) -> None:
        assert self._chart is not None  # noqa: S101 - shown with one only
        self.table.setAccessibleName(self._chart.title)
        self.table.setAccessibleDescription(self._chart.summary)
        heads = self._chart.heads[1:]
        self.table.setColumnCount(len(heads))
        self.table.setRowCount(len(self._chart.rows))
        self.table.setHorizontalHeaderLabels(heads)
        self.table.setVerticalHeaderLabels([row[0] for row in self._chart.rows])
        for at, row in enumerate(self._chart.rows):
            for column, words in enumerate(row[1:]):
                item = QTableWidgetItem(words)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row[0]}, {heads[column]}: {words or '–'}")
                self.table.setItem(at, column, item)
        self.table.resizeColumnsToContents()

    # Going somewhere

    def _show_place(self, box: QRectF) -> None:
        middle = box.center()
        self._scroll.ensureVisible(
            round(middle.x()), round(middle.y()), round(box.width() / 2) + PAD, round(box.height() / 2) + PAD
        )

    def _go(self, key: tuple[int, ...]) -> None:
        """To a figure in its row, or to the longest passage that two accounts share."""
        comparison, wanted = self.comparison, self.chooser.currentData()
        if comparison is None or wanted is None:
            return
        if wanted == MATRIX and self._sharing is not None:
            one, other = (comparison.articles[n].id for n in key)
            passage = self._sharing.of(one, other).passage
            if passage >= 0:
                self.passageWanted.emit(passage)
        elif wanted != MATRIX:
            excerpt: Excerpt = comparison.ledger[wanted].mentions[key[0]].excerpt
            self.rowWanted.emit(wanted, excerpt.article)
